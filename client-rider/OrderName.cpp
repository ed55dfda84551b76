// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/OrderName.h"

#include "ui/Look.h"

namespace soban::rider_app {

QString OrderName::of(const contract::DeliveryView &delivery) {
    return joined(delivery.shopName, delivery.number);
}

QString OrderName::of(const Offer &offer) {
    return offer.number ? joined(offer.shopName, *offer.number)
                        : offer.shopName.in(ui::Look::of(nullptr).language());
}

QString OrderName::joined(const LocalizedText &shop, int number) {
    return tr("%1 no. %2").arg(shop.in(ui::Look::of(nullptr).language())).arg(number);
}

} // namespace soban::rider_app
