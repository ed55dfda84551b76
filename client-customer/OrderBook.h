// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Services.h"

#include <QAbstractListModel>
#include <QSet>

#include <memory>

namespace soban::customer {

/// The customer's orders, kept up with the events: first those under way, then those that are over;
/// of each the newest first.
class OrderBook : public QAbstractListModel {
    Q_OBJECT

public:
    /// `const contract::OrderView *`, good until the model changes.
    enum Role {
        OrderRole = Qt::UserRole,
        BeginsPartRole, ///< bool
    };

    OrderBook(client::ApiClient &api, client::EventStream &events, QObject *parent = nullptr);

    void load();
    bool isLoaded() const { return m_isLoaded; }
    const contract::OrderView *find(OrderId order) const;
    const contract::OrderView &at(int row) const { return m_orders.at(row); }
    int rowOf(OrderId order) const;
    /// What the server answered to a step: newer than what is here.
    void put(const contract::OrderView &order);
    /// Asks the server how it stands.
    void fetch(OrderId order);
    int openCount() const;
    /// The newest of those that are over; nothing if there is none.
    std::optional<OrderId> lastPast() const;
    /// Whether a row is the first of those under way, or of those that are over.
    bool beginsPart(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void orderChanged(soban::OrderId order);
    void loaded();
    void failed(const soban::client::ApiError &error);

private:
    void fetchPage();
    void take(const contract::OrderList &page);
    void insert(const contract::OrderView &order);
    void replace(int row, const contract::OrderView &order);

    client::ApiClient &m_api;
    QList<contract::OrderView> m_orders;
    std::optional<QString> m_next;
    QSet<OrderId> m_fetching;
    QSet<OrderId> m_fetchAgain; ///< changed again while being fetched
    std::unique_ptr<QObject> m_page;
    bool m_isLoaded = false;
};

} // namespace soban::customer
