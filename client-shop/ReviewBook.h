// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/Services.h"
#include "contract/Ordering.h"
#include "contract/Review.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <memory>

namespace soban::shop_app {

/// What customers say of the shop, newest first, kept up with the events. Holds the latest
/// `kMost`; what came before was long ago.
class ReviewBook : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int kMost = 500;
    static constexpr int kLongestAnswer = 1'000;

    /// `const contract::ReviewView *`; good until the model changes.
    enum Role { ReviewRole = Qt::UserRole };

    ReviewBook(const Services &services, ShopId shop, QObject *parent = nullptr);

    void load();
    bool isLoaded() const { return m_isLoaded; }
    const contract::ReviewView &at(int row) const { return m_rows.at(row); }
    const contract::ReviewView *find(OrderId order) const;
    int unanswered() const;
    int starSum() const;
    /// The order that is spoken of; nothing until it has come: it is fetched when first asked for.
    const contract::TicketView *ticket(OrderId order);
    /// What the server answered to an answer.
    void put(const contract::ReviewView &review);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// The whole review in one sentence, for those who cannot see it.
    static QString spoken(const contract::ReviewView &review);

signals:
    void loaded();
    void failed(const soban::client::ApiError &error);

private:
    void fetchPage(const std::optional<QString> &cursor, int before);
    void take(const contract::ReviewList &page, int before);
    int rowOf(OrderId order) const;

    Services m_services;
    ShopId m_shop;
    QList<contract::ReviewView> m_rows;
    QHash<OrderId, contract::TicketView> m_tickets;
    QSet<OrderId> m_asked;
    QSet<OrderId> m_sought; ///< answered elsewhere, and not seen answered yet
    std::unique_ptr<QObject> m_page;
    bool m_isLoaded = false;
};

} // namespace soban::shop_app
