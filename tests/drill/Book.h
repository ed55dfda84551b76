// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/ResponseReader.h"
#include "stage/Town.h"

#include <QHash>

#include <deque>

namespace soban::drill {

/// What an answer that was good says of an order.
struct Promise {
    QByteArray order; ///< its id, as in paths
    int version = 0;
    qint64 totalMinor = 0;

    bool operator==(const Promise &) const = default;
};

/// Nothing if the answer is not a good one.
std::optional<Promise> promiseIn(const std::optional<bench::Response> &response);

/// Something that was asked for with a key of its own. The same bytes are sent when it is sent
/// again.
struct Command {
    /// The rest are the shop's, one after the other, until it has brought the order itself.
    enum class Kind { Place, Accept, Start, Finish, TakeOver, PickUp, HandOver };

    Kind kind;
    int customer; ///< whose order it is
    QByteArray request;
    std::optional<Promise> promise = {}; ///< none while no answer was seen
};

/// An order as far as its people know it.
struct KnownOrder {
    int customer = 0;
    int version = 0; ///< the highest that was answered
    qint64 totalMinor = 0;
};

/// What was asked of a server, and what it said.
class Book {
public:
    explicit Book(const bench::Town &town) : m_town(town) {}

    /// The next order of a customer. What is returned stays until `turnPage`.
    Command &place(int customer);
    /// The shop's yes to an order as it was promised.
    Command &accept(int customer, const Promise &order);
    /// The shop's step after `last`, which was promised and is not the last there is. `code`: what
    /// the customer shows at the door.
    Command &stepAfter(const Command &last, const QByteArray &code);
    void keep(Command &command, const Promise &promise);

    /// The commands since `turnPage`.
    std::deque<Command> &page() { return m_page; }
    void turnPage() { m_page.clear(); }
    const QHash<QByteArray, KnownOrder> &orders() const { return m_orders; }
    /// A request that reads the order as its customer.
    QByteArray readRequest(const QByteArray &order) const;

private:
    Command &step(Command::Kind kind, int customer, const Promise &order, const QByteArray &path,
                  const QByteArray &body);
    const bench::BenchShop &shop() const { return m_town.shops.first(); }
    Command &write(Command::Kind kind, int customer, const QByteArray &request);
    QByteArray nextKey() { return "drill-key-" + QByteArray::number(++m_keys); }

    const bench::Town m_town;
    std::deque<Command> m_page;
    QHash<QByteArray, KnownOrder> m_orders;
    qint64 m_keys = 0;
};

} // namespace soban::drill
