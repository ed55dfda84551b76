// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/SmallTown.h"

#include "storage/SqlPaymentStore.h"
#include "storage/TownImporter.h"

namespace soban::testing {

using namespace contract;

namespace {

constexpr double kMetersPerDegree = 111'195;

LocalizedText text(const char *ko, const char *en) {
    return {QString::fromUtf8(ko), QString::fromUtf8(en)};
}

QList<TownHours> everyDay(const char *opens, const char *closes) {
    QList<TownHours> hours;
    for (int weekday = 1; weekday <= 7; ++weekday)
        hours.append({weekday, QString::fromLatin1(opens), QString::fromLatin1(closes)});
    return hours;
}

TownPerson owner(const char *login) {
    return {QString::fromLatin1(login), QStringLiteral("password"), QStringLiteral("Owner"),
            QStringLiteral("010-1000-0000"), Language::Korean};
}

TownShop snackBar() {
    const TownItem kimbap{text("김밥", "Kimbap"),
                          text("", ""),
                          4000,
                          {},
                          {},
                          {{text("크기", "Size"),
                            1,
                            1,
                            {{text("보통", "Regular"), 0}, {text("곱빼기", "Large"), 1000}}},
                           {text("추가", "Extras"),
                            0,
                            2,
                            {{text("치즈", "Cheese"), 500},
                             {text("참치", "Tuna"), 1000},
                             {text("계란", "Egg"), 700}}}}};
    const TownItem ramen{text("라면", "Ramen"), text("", ""), 5000, {}, {}, {}};
    const TownItem stew{text("김치찌개", "Kimchi stew"), text("", ""), 9000, {}, 3, {}};
    return {owner("snack-owner"),
            ShopKind::Food,
            text("소반 분식", "Soban Snacks"),
            text("", ""),
            QStringLiteral("033-000-0001"),
            {QStringLiteral("1 Main Street"), townCentre()},
            3000,
            3000,
            8000,
            20,
            {Fulfilment::PlatformRider, Fulfilment::Collection},
            everyDay("10:00", "22:00"),
            {QStringLiteral("2027-02-07")},
            text("맛있게 드세요", "Enjoy your meal"),
            {},
            {{text("식사", "Meals"), {kimbap, ramen, stew}}}};
}

TownShop flowerShop() {
    const TownItem roses{text("장미 꽃다발", "Rose bouquet"), text("", ""), 30'000, {}, 2, {}};
    return {owner("flower-owner"),
            ShopKind::Flowers,
            text("꽃집", "Iris Flowers"),
            text("", ""),
            QStringLiteral("033-000-0002"),
            {QStringLiteral("2 Main Street"), northOf(townCentre(), 500)},
            5000,
            4000,
            10'000,
            30,
            {Fulfilment::OwnDelivery, Fulfilment::Collection},
            everyDay("09:00", "20:00"),
            {},
            text("", ""),
            {},
            {{text("꽃", "Flowers"), {roses}}}};
}

TownCustomer customer(const char *login, const char *name) {
    return {QString::fromLatin1(login),
            QStringLiteral("password"),
            QString::fromLatin1(name),
            QStringLiteral("010-2000-0000"),
            Language::Korean,
            {QStringLiteral("3 Home Lane"), northOf(townCentre(), 800)},
            false};
}

TownRider rider(const char *login, double metersNorth, bool onDuty) {
    return {QString::fromLatin1(login),
            QStringLiteral("password"),
            QStringLiteral("Rider"),
            QStringLiteral("010-3000-0000"),
            Language::Korean,
            northOf(townCentre(), metersNorth),
            onDuty};
}

template <typename AnyId>
AnyId idOf(storage::Database &database, const char *sql, const char *name) {
    storage::Rows row = database.query(sql, QString::fromLatin1(name));
    if (!row.next())
        qFatal("the town has no %s", name);
    return row.id<AnyId>(0);
}

CardId saveCard(storage::Database &database, IdSource &ids, const Clock &clock,
                AccountId customer) {
    const auto id = ids.next<CardId>();
    storage::SqlCardStore(database).insert(
        {id, customer, QStringLiteral("customer-key"), QStringLiteral("billing-key")}, clock.now());
    return id;
}

} // namespace

GeoPoint townCentre() {
    return *GeoPoint::of(37.88, 127.73);
}

GeoPoint northOf(const GeoPoint &place, double meters) {
    return *GeoPoint::of(place.latitude() + meters / kMetersPerDegree, place.longitude());
}

Town smallTown() {
    return {Currency::krw(),
            QStringLiteral("Asia/Seoul"),
            townCentre(),
            {customer("mina", "Mina"), customer("jun", "Jun")},
            {rider("near-rider", 300, true), rider("far-rider", 10'000, true),
             rider("idle-rider", 200, false)},
            {snackBar(), flowerShop()}};
}

TownIds settle(storage::Database &database, IdSource &ids, const Clock &clock) {
    storage::TownImporter importer(
        database, ids, clock, [](const QString &password) { return QString(u'#' + password); });
    if (const auto fault = importer.import(smallTown()))
        qFatal("the small town is refused: %s", qPrintable(*fault));
    const auto account = [&](const char *login) {
        return idOf<AccountId>(database, "SELECT id FROM accounts WHERE login = ?", login);
    };
    const auto shop = [&](const char *name) {
        return idOf<ShopId>(database, "SELECT id FROM shops WHERE name_en = ?", name);
    };
    const auto item = [&](const char *name) {
        return idOf<MenuItemId>(database, "SELECT id FROM menu_items WHERE name_en = ?", name);
    };
    const auto option = [&](const char *name) {
        return idOf<OptionId>(database, "SELECT id FROM menu_options WHERE name_en = ?", name);
    };
    const AccountId mina = account("mina");
    return {mina,
            account("jun"),
            account("near-rider"),
            account("far-rider"),
            account("idle-rider"),
            account("snack-owner"),
            account("flower-owner"),
            shop("Soban Snacks"),
            shop("Iris Flowers"),
            item("Kimbap"),
            item("Ramen"),
            item("Kimchi stew"),
            item("Rose bouquet"),
            option("Regular"),
            option("Large"),
            option("Cheese"),
            option("Tuna"),
            option("Egg"),
            saveCard(database, ids, clock, mina)};
}

} // namespace soban::testing
