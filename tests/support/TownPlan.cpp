// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TownPlan.h"

#include "support/TestTown.h"

namespace soban::testing {

using namespace contract;

namespace {

GeoPoint at(double latitude, double longitude) {
    return *GeoPoint::of(latitude, longitude);
}

LocalizedText both(const char *english) {
    return {QString::fromLatin1(english), QString::fromLatin1(english)};
}

QString password() {
    return QString::fromLatin1(TestTown::kPassword);
}

TownCustomer customer(Caller who) {
    return {TestTown::loginOf(who),
            password(),
            QString(toText(who)),
            who == Caller::OtherCustomer ? QStringLiteral("010-0000-9000") // has no KakaoTalk
                                         : QStringLiteral("010-0000-0001"),
            Language::Korean,
            {QStringLiteral("Home"), homeOfCustomers()},
            who != Caller::NewCustomer};
}

TownRider rider(Caller who, const GeoPoint &position, bool onDuty) {
    return {TestTown::loginOf(who),
            password(),
            QString(toText(who)),
            QStringLiteral("010-0000-0002"),
            Language::Korean,
            position,
            onDuty};
}

TownItem plainItem(const char *name, qint64 priceMinor, std::optional<int> stock = {}) {
    return {both(name), both(name), priceMinor, QString(), stock, {}};
}

TownItem noodles() {
    TownItem item = plainItem("Noodles", 8000);
    item.optionGroups = {{both("Size"), 1, 1, {{both("Small"), 0}, {both("Large"), 2000}}},
                         {both("Extras"),
                          0,
                          2,
                          {{both("Egg"), 500}, {both("Cheese"), 1000}, {both("Seaweed"), 700}}}};
    return item;
}

TownShop shop(const QString &login, ShopKind kind, const char *name, const GeoPoint &position,
              const QList<Fulfilment> &fulfilments, bool isOpen, const QList<TownItem> &items) {
    QList<TownHours> hours;
    for (int weekday = 1; isOpen && weekday <= 7; ++weekday)
        hours.append({weekday, QStringLiteral("00:00"), QStringLiteral("24:00")});
    return {{login, password(), both(name).en, QStringLiteral("010-0000-0003"), Language::Korean},
            kind,
            both(name),
            both(name),
            QStringLiteral("033-000-0001"),
            {both(name).en, position},
            4500,
            2000,
            5000,
            15,
            fulfilments,
            hours,
            {},
            both("Thanks"),
            QString(),
            {{both("Menu"), items}}};
}

} // namespace

GeoPoint homeOfCustomers() {
    return at(37.8771, 127.7318);
}

GeoPoint farAway() {
    return at(37.755, 127.666);
}

Town testTownPlan() {
    using enum Fulfilment;
    const GeoPoint centre = at(37.879, 127.7295);
    const QList<TownItem> menu{plainItem("Rice soup", 9000), noodles(),
                               plainItem("Dumplings", 6000, 500), plainItem("Last cake", 12000, 1),
                               plainItem("Side dish", 1000)};
    return {Currency::krw(),
            QStringLiteral("Asia/Seoul"),
            centre,
            {customer(Caller::Customer), customer(Caller::OtherCustomer),
             customer(Caller::NewCustomer)},
            {rider(Caller::NearRider, at(37.8787, 127.7283), true),
             rider(Caller::OtherRider, at(37.8803, 127.7321), true),
             rider(Caller::FarRider, farAway(), true),
             rider(Caller::OffDutyRider, at(37.8796, 127.7282), false)},
            {shop(TestTown::loginOf(Caller::Shop), ShopKind::Food, "Kitchen", at(37.8796, 127.7282),
                  {PlatformRider, OwnDelivery, Collection}, true, menu),
             shop(TestTown::loginOf(Caller::OtherShop), ShopKind::Flowers, "Florist",
                  at(37.8812, 127.7277), {OwnDelivery, Collection}, true,
                  {plainItem("Bouquet", 30000)}),
             shop(QStringLiteral("closed-shop@town.test"), ShopKind::Food, "Closed shop", centre,
                  {PlatformRider}, false, {plainItem("Soup", 5000)})}};
}

} // namespace soban::testing
