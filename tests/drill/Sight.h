// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ending.h"
#include "domain/Order.h"
#include "drill/Stand.h"

#include <QRandomGenerator>

namespace soban::drill {

/// Somebody's step with an order.
struct Step {
    Role role;
    Action action;
    int portions = 1;       ///< of a change: that it is to have then
    qint64 refundMinor = 0; ///< of the operator's: what goes back of its total
};

/// An order as the latest answer tells of it.
struct Sight {
    QByteArray order; ///< its id, as in paths; empty before it is placed
    int customer = 0;
    int shop = 0;
    int rider = 0;    ///< who claims it, if anybody does
    int portions = 1; ///< of the shop's item
    int version = 0;
    Stage stage;
    PaymentMethod method = PaymentMethod::Card;
    qint64 backMinor = 0; ///< what goes back of its total, as its end or a word has it
    QByteArray code = {}; ///< what the customer shows at the door
    std::optional<Instant> endsAt = {}; ///< by itself, as the answer to a customer or shop says

    /// Takes in what an answer tells, be it good or a refusal that says what is so by now. One
    /// without words says that `step` is done.
    void take(const bench::Response &response, const std::optional<Step> &step = {});

private:
    void take(const Step &done);
};

/// Why a request was refused; empty if it was not.
QByteArray refusalIn(const bench::Response &response);

/// Writes what people of a stand ask for, each command with a key of its own.
class Scribe {
public:
    Scribe(const Stand &stand, QRandomGenerator &random) : m_stand(stand), m_random(random) {}

    QByteArray place(const Sight &sight, PaymentMethod method, const QByteArray &card);
    QByteArray payAgain(const Sight &sight, PaymentMethod method, const QByteArray &card);
    /// Wants another number of portions, with another note; what costs more is for that card.
    QByteArray change(const Sight &sight, int portions, const QByteArray &card);
    /// What an order of so many costs there.
    qint64 totalOf(const Sight &sight, int portions) const;
    /// The customer looks at the order.
    QByteArray read(const Sight &sight) const;
    /// The owner ends the pause of a shop.
    QByteArray reopen(const Sight &sight) const;
    /// Any other step. A reason is one of those that there are for it.
    QByteArray step(const Sight &sight, const Step &step);

private:
    QByteArray bodyOf(const Sight &sight, const Step &step);
    QByteArray operatorBodyOf(const Step &step);
    QByteArray riderBodyOf(const Sight &sight, const Step &step);
    QByteArray reasonFor(const Step &step);
    QByteArray nextKey() { return "drill-key-" + QByteArray::number(++m_keys); }

    const Stand &m_stand;
    QRandomGenerator &m_random;
    qint64 m_keys = 0;
};

} // namespace soban::drill
