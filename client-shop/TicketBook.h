// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/ShopState.h"
#include "client-shop/TicketMark.h"
#include "contract/Ordering.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <memory>

namespace soban::shop_app {

/// The shop's tickets of the last day, kept up with the events. A step that has been taken but not
/// answered yet is shown as done: it is *held*, and comes off when the server agrees or refuses.
class TicketBook : public QAbstractListModel {
    Q_OBJECT

public:
    /// `const contract::TicketView *`, as it is to be shown; good until the model changes.
    /// `const TicketMark *`, likewise; null without one.
    /// Whether it is not yet time to begin with it.
    enum Role { TicketRole = Qt::UserRole, MarkRole, LaterRole };

    TicketBook(const Services &services, const ShopState &shop, QObject *parent = nullptr);

    /// Until then nothing is taken in.
    void load();
    bool isLoaded() const { return m_isLoaded; }
    /// As the server last told it.
    const contract::TicketView *known(OrderId order) const;
    /// As it is to be shown.
    const contract::TicketView *shown(OrderId order) const;
    const contract::TicketView &at(int row) const { return m_rows.at(row).shown; }
    bool isLaterAt(int row) const { return m_rows.at(row).isLater; }
    int countOf(OrderState state) const;
    /// What of the order is still to be seen; null if nothing is.
    const TicketMark *mark(OrderId order) const;
    const TicketMark *markAt(int row) const;
    /// The shop has seen it.
    void acknowledge(OrderId order);

    /// What the server answered to a step.
    void put(const contract::TicketView &ticket);
    /// Shows `action` as done; with minutes where a shop accepts.
    void hold(OrderId order, Action action, std::optional<int> minutes = {});
    /// The oldest held step of an order is through, or was taken back if it was the latest.
    void settleOldest(OrderId order);
    void takeBackLatest(OrderId order);
    void dropHolds(OrderId order);
    void fetch(OrderId order);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    void ticketChanged(soban::OrderId order);
    /// An order has come that nobody here has seen.
    void ticketArrived(soban::OrderId order);
    /// The customer changed it or called it off.
    void ticketMarked(soban::OrderId order);
    /// It was for later, and now it is time to begin.
    void ticketDue(soban::OrderId order);
    void loaded();
    void failed(const soban::client::ApiError &error);

private:
    struct Held {
        Action action;
        std::optional<int> minutes;
        Instant at;
    };
    struct Row {
        contract::TicketView known;
        contract::TicketView shown;
        std::optional<TicketMark> mark = {};
        bool isLater = false;
    };

    void fetchPage(const std::optional<QString> &cursor);
    void take(const contract::TicketList &page, bool isFirst);
    int rowOf(OrderId order) const;
    bool remark(Row &now, const Row &before) const;
    bool fitLater(Row &row) const;
    void followTime();
    contract::TicketView withHolds(const contract::TicketView &ticket) const;
    void reshow(OrderId order);

    Services m_services;
    const ShopState &m_shop;
    QList<Row> m_rows; ///< oldest first
    QHash<OrderId, QList<Held>> m_held;
    QSet<OrderId> m_fetching;
    QSet<OrderId> m_fetchAgain; ///< changed again while being fetched
    std::unique_ptr<QObject> m_page;
    QTimer m_second;
    bool m_isWanted = false; ///< `load` was called
    bool m_isLoaded = false;
};

} // namespace soban::shop_app
