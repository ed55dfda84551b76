// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Town.h"

#include "clock/Clock.h"
#include "contract/Town.h"
#include "storage/Migrations.h"
#include "storage/SqlAccountStore.h"
#include "storage/TownImporter.h"

namespace soban::bench {

using namespace contract;

namespace {

constexpr qint64 kPriceMinor = 9'000;
constexpr qint64 kFeeMinor = 2'000;

GeoPoint centre() {
    return *GeoPoint::of(37.8796, 127.7282);
}

QString numbered(const char *word, int number) {
    return QStringLiteral("%1%2@bench.soban").arg(QLatin1StringView(word)).arg(number);
}

LocalizedText both(const QString &words) {
    return {words, words};
}

/// Each with a telephone number of their own.
TownPerson person(const char *word, int number) {
    const QString login = numbered(word, number);
    const QString phone =
        QStringLiteral("010-%1-%2").arg(2000 + number / 1000).arg(1000 + number % 1000);
    return {login, QStringLiteral("no-password"), login, phone, Language::Korean};
}

TownItem item(int number, std::optional<int> stock) {
    return {both(QStringLiteral("Rice soup %1").arg(number)),
            both(QStringLiteral("With all that belongs to it")),
            kPriceMinor,
            {},
            stock,
            {}};
}

TownShop shop(int number, std::optional<int> stock) {
    constexpr int kItems = 12;
    constexpr int kDaysOfWeek = 7;
    TownSection section{both(QStringLiteral("Meals")), {}};
    for (int i = 1; i <= kItems; ++i)
        section.items.append(item(i, i == 1 ? stock : std::nullopt));
    QList<TownHours> hours;
    for (int weekday = 1; weekday <= kDaysOfWeek; ++weekday)
        hours.append({weekday, QStringLiteral("00:00"), QStringLiteral("24:00")});
    return {person("shop", number),
            ShopKind::Food,
            both(QStringLiteral("Kitchen %1").arg(number)),
            both(QStringLiteral("Soups and rice")),
            QStringLiteral("033-000-0000"),
            {QStringLiteral("1 Main Street"), centre()},
            5'000,
            kFeeMinor,
            5'000,
            15,
            {Fulfilment::PlatformRider, Fulfilment::OwnDelivery, Fulfilment::Collection},
            hours,
            {},
            both(QStringLiteral("Thanks")),
            {},
            {section}};
}

contract::Town planOf(const TownSize &size) {
    contract::Town plan{Currency::krw(), QStringLiteral("Asia/Seoul"), centre(), {}, {}, {}};
    for (int i = 0; i < size.shops; ++i)
        plan.shops.append(shop(i, size.stock));
    for (int i = 0; i < size.customers; ++i) {
        const TownPerson who = person("customer", i);
        plan.customers.append({who.login,
                               who.password,
                               who.name,
                               who.phone,
                               who.language,
                               {QStringLiteral("3 Home Lane"), centre()},
                               false});
    }
    for (int i = 0; i < size.riders; ++i) {
        const TownPerson who = person("rider", i);
        plan.riders.append(
            {who.login, who.password, who.name, who.phone, who.language, centre(), true});
    }
    return plan;
}

/// Signs people in without their password.
class Doorman {
public:
    Doorman(storage::Database &database, IdSource &ids, const Clock &clock)
        : m_store(database), m_ids(ids), m_now(clock.now()) {}

    QByteArray letIn(AccountId account) {
        // Of a clock that may run hundreds of times as fast.
        constexpr auto kStay = std::chrono::hours(10'000);
        const auto id = m_ids.next<SessionId>();
        const QByteArray token = "bench-" + id.toText().toLatin1();
        m_store.insertSession(
            {id, account, identity::tokenHash(token), m_now + kStay, m_now + kStay}, m_now);
        return token;
    }

private:
    storage::SqlAccountStore m_store;
    IdSource &m_ids;
    const Instant m_now;
};

QList<AccountId> accountsOf(storage::Database &database, Role role) {
    storage::Rows rows = database.query("SELECT id FROM accounts WHERE role = ? ORDER BY id", role);
    QList<AccountId> accounts;
    while (rows.next())
        accounts.append(rows.id<AccountId>(0));
    return accounts;
}

QList<BenchShop> shopsOf(storage::Database &database, Doorman &doorman) {
    storage::Rows rows = database.query(
        "SELECT a.shop_id, a.id, (SELECT MIN(i.id) FROM menu_items i WHERE i.shop_id = a.shop_id) "
        "FROM accounts a WHERE a.shop_id IS NOT NULL ORDER BY a.shop_id");
    QList<BenchShop> shops;
    while (rows.next())
        shops.append({rows.id<ShopId>(0), doorman.letIn(rows.id<AccountId>(1)),
                      rows.id<MenuItemId>(2), kPriceMinor + kFeeMinor, kFeeMinor});
    return shops;
}

Town settle(storage::Database &database, IdSource &ids, const Clock &clock, const TownSize &size) {
    Doorman doorman(database, ids, clock);
    database.begin();
    Town town{shopsOf(database, doorman), {}, {}, {}};
    for (const AccountId customer : accountsOf(database, Role::Customer)) {
        for (int i = 0; i < size.sessionsOfCustomer; ++i)
            town.customerTokens.append(doorman.letIn(customer));
    }
    for (const AccountId rider : accountsOf(database, Role::Rider))
        town.riderTokens.append(doorman.letIn(rider));
    town.operatorToken = doorman.letIn(accountsOf(database, Role::Operator).first());
    database.commit();
    return town;
}

} // namespace

QByteArray placeOfTown() {
    return "latitude=37.8796&longitude=127.7282";
}

Result<Town, QString> raiseTown(const storage::DatabaseAddress &address, const TownSize &size) {
    try {
        const SystemClock clock;
        IdSource ids(clock, 0);
        storage::Database database(address, storage::Database::Access::ReadWrite);
        storage::migrate(database, clock.now());
        storage::TownImporter importer(database, ids, clock, [](const QString &) {
            return QStringLiteral("no hash, so that no password fits");
        });
        if (const auto fault = importer.import(planOf(size)))
            return *fault;
        if (!importer.addAccount(Role::Operator, person("operator", 0)))
            return QStringLiteral("there is an operator already");
        return settle(database, ids, clock, size);
    } catch (const storage::StorageError &error) {
        return QString::fromUtf8(error.what());
    }
}

} // namespace soban::bench
