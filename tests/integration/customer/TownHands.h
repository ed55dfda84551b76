// SPDX-License-Identifier: GPL-3.0-or-later
// What the shop and the rider do while a test looks at the customer's window.
#pragma once

#include "contract/Catalogue.h"
#include "contract/Delivery.h"
#include "contract/Identity.h"
#include "contract/Routes.h"
#include "support/ApiCaller.h"

namespace soban::testing {

class TownHands {
public:
    explicit TownHands(const QUrl &server) : m_api(server) {}

    /// Signs in and speaks for that person from then on; false if refused.
    bool beShop(const QString &login, const QString &password);
    bool beRider(const QString &login, const QString &password, const GeoPoint &place);

    /// `extraMinutes` of a busy shop.
    bool turnTo(ShopMode mode, int extraMinutes);
    bool sellOut(MenuItemId item, bool isSoldOut);
    bool accept(OrderId order, int minutes);
    bool refuse(OrderId order, const contract::EndRequest &request);
    bool start(OrderId order);
    bool finish(OrderId order);
    /// By the shop, once the preparation has begun.
    bool cancel(OrderId order, const contract::EndRequest &request);
    bool answerReview(OrderId order, const QString &words);
    bool claim(OrderId order);
    bool pickUp(OrderId order);
    bool standAt(const GeoPoint &place);
    bool handOver(OrderId order, const QString &code);
    bool bringBack(OrderId order, EndReason reason);

private:
    QByteArray signIn(const QString &login, const QString &password);
    ApiCall call(contract::RouteId route, const QByteArray &token, const QString &part,
                 const QByteArray &body);
    bool shopStep(contract::RouteId route, OrderId order, const QByteArray &body = {});
    bool did(const ApiCall &call);

    ApiCaller m_api;
    QByteArray m_shop;
    QByteArray m_rider;
};

} // namespace soban::testing
