// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiClient.h"
#include "domain/Id.h"

#include <QSet>

#include <memory>

namespace soban::customer {

/// The shops that the customer likes best. A change shows at once and is taken back if the server
/// does not take it.
class FavouriteBook : public QObject {
    Q_OBJECT

public:
    explicit FavouriteBook(client::ApiClient &api, QObject *parent = nullptr);

    /// `near`: any place; the server wants one to tell distances from.
    void load(const GeoPoint &near);
    bool contains(ShopId shop) const { return m_shops.contains(shop); }
    void toggle(ShopId shop);

signals:
    void changed();
    void failed(const soban::client::ApiError &error);

private:
    void flip(ShopId shop);

    client::ApiClient &m_api;
    QSet<ShopId> m_shops;
    std::unique_ptr<QObject> m_call;
};

} // namespace soban::customer
