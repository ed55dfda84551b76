// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiClient.h"
#include "client/EventStream.h"
#include "contract/Review.h"

#include <memory>

namespace soban::customer {

/// What people say of one shop, newest first, a page at a time. Reads again when one of the
/// customer's own reviews is written or answered.
class ShopReviews : public QObject {
    Q_OBJECT

public:
    ShopReviews(client::ApiClient &api, client::EventStream &events, QObject *parent = nullptr);

    void load(ShopId shop);
    void loadMore();
    std::optional<ShopId> shop() const { return m_shop; }
    bool isLoaded() const { return m_isLoaded; }
    bool hasMore() const { return m_next.has_value(); }
    const QList<contract::ReviewView> &all() const { return m_reviews; }

signals:
    void changed();
    void failed(const soban::client::ApiError &error);

private:
    void fetch(const std::optional<QString> &cursor);

    client::ApiClient &m_api;
    std::optional<ShopId> m_shop;
    QList<contract::ReviewView> m_reviews;
    std::optional<QString> m_next;
    std::unique_ptr<QObject> m_call;
    bool m_isLoaded = false;
};

} // namespace soban::customer
