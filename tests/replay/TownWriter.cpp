// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/TownWriter.h"

#include "replay/Menus.h"

namespace soban::replay {

using contract::Town;
using contract::TownCustomer;
using contract::TownPerson;
using contract::TownRider;
using contract::TownShop;

namespace {

/// As large as a town file allows: the instance says who orders where, not the shop.
constexpr int kDeliveryRadiusMeters = 100'000;
/// More than one order can take of one item.
constexpr int kStockPerOrder = 20;

QString phoneOf(int number) {
    return QStringLiteral("010-0000-%1").arg(number % 10'000, 4, 10, QLatin1Char('0'));
}

Language languageOf(int number) {
    return number % 4 == 0 ? Language::English : Language::Korean;
}

TownShop shopOf(const Instance &instance, const Geography &geography, int index,
                client::Random &random) {
    const Restaurant &restaurant = instance.restaurants[index];
    const int stock = kStockPerOrder * int(instance.orders.size());
    const ShopCharacter character = makeCharacter(random, stock);
    const QString ko = restaurant.name + u' ' + character.name.ko;
    const QString en = restaurant.name + u' ' + character.name.en;
    TownShop shop{TownPerson{shopLogin(index), townPassword(),
                             QString::fromUtf8("사장님 ") + restaurant.name, phoneOf(index),
                             languageOf(index)},
                  ShopKind::Food,
                  {ko, en},
                  {ko, en},
                  phoneOf(index),
                  {QString::fromUtf8("상가 ") + restaurant.name, geography.at(restaurant.spot)},
                  kDeliveryRadiusMeters,
                  qint64(2 + random() % 3) * 1000,
                  character.minimumOrderMinor,
                  20,
                  {Fulfilment::PlatformRider},
                  {},
                  {},
                  {QString::fromUtf8("주문해 주셔서 고맙습니다!"), QStringLiteral("Thank you!")},
                  {},
                  character.sections};
    for (int weekday = 1; weekday <= 7; ++weekday)
        shop.hours.append({weekday, QStringLiteral("00:00"), QStringLiteral("24:00")});
    return shop;
}

} // namespace

QString townPassword() {
    return QStringLiteral("replay-password");
}

QString shopLogin(int restaurant) {
    return QStringLiteral("shop%1@replay.soban").arg(restaurant + 1);
}

QString riderLogin(int courier) {
    return QStringLiteral("rider%1@replay.soban").arg(courier + 1);
}

QString customerLogin(int order) {
    return QStringLiteral("customer%1@replay.soban").arg(order + 1);
}

Town townOf(const Instance &instance, const Geography &geography, quint32 seed) {
    client::Random random = client::randomOf(seed);
    Town town{Currency::krw(), QStringLiteral("Asia/Seoul"), Geography::centre(), {}, {}, {}};
    for (int i = 0; i < instance.restaurants.size(); ++i)
        town.shops.append(shopOf(instance, geography, i, random));
    for (int i = 0; i < instance.couriers.size(); ++i) {
        const Courier &courier = instance.couriers[i];
        town.riders.append(TownRider{riderLogin(i), townPassword(),
                                     QString::fromUtf8("라이더 ") + courier.name, phoneOf(i),
                                     languageOf(i), geography.at(courier.spot), false});
    }
    for (int i = 0; i < instance.orders.size(); ++i) {
        const PlacedOrder &order = instance.orders[i];
        town.customers.append(
            TownCustomer{customerLogin(i),
                         townPassword(),
                         QString::fromUtf8("고객 ") + order.name,
                         phoneOf(i),
                         languageOf(i),
                         {QString::fromUtf8("주소 ") + order.name, geography.at(order.spot)},
                         true});
    }
    return town;
}

} // namespace soban::replay
