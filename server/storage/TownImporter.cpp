// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/TownImporter.h"

#include "identity/Login.h"
#include "storage/SqlAccountStore.h"
#include "storage/SqlCatalogue.h"
#include "storage/SqlKeepsakeStore.h"

#include <QRegularExpression>

#include <algorithm>

namespace soban::storage {

using contract::Town;
using contract::TownPerson;
using contract::TownShop;

namespace {

std::optional<int> minuteOfDay(const QString &text) {
    static const QRegularExpression kForm(QStringLiteral("^([01][0-9]|2[0-4]):([0-5][0-9])$"));
    const auto match = kForm.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int minute = match.captured(1).toInt() * 60 + match.captured(2).toInt();
    return minute <= 24 * 60 ? std::optional(minute) : std::nullopt;
}

/// The hours of a town's shop; nothing when they make no sense.
std::optional<OpeningHours> hoursOf(const Town &town, const TownShop &shop) {
    QList<OpeningHours::Interval> intervals;
    for (const auto &hours : shop.hours) {
        const auto opens = minuteOfDay(hours.opens);
        const auto closes = minuteOfDay(hours.closes);
        if (!opens || !closes)
            return std::nullopt;
        intervals.append({hours.weekday, *opens, *closes});
    }
    QSet<QDate> holidays;
    for (const QString &day : shop.holidays) {
        const QDate date = QDate::fromString(day, Qt::ISODate);
        if (!date.isValid())
            return std::nullopt;
        holidays.insert(date);
    }
    return OpeningHours::of(town.timeZone.toUtf8(), intervals, holidays);
}

bool isSound(const contract::TownItem &item) {
    return std::all_of(item.optionGroups.cbegin(), item.optionGroups.cend(), [](const auto &group) {
        return group.minimum <= group.maximum && group.maximum <= group.options.size();
    });
}

TownPerson personOf(const contract::TownCustomer &customer) {
    return {customer.login, customer.password, customer.name, customer.phone, customer.language};
}

TownPerson personOf(const contract::TownRider &rider) {
    return {rider.login, rider.password, rider.name, rider.phone, rider.language};
}

} // namespace

TownImporter::TownImporter(Database &database, IdSource &ids, const Clock &clock, HashPassword hash)
    : m_database(database), m_ids(ids), m_clock(clock), m_hash(std::move(hash)) {}

std::optional<QString> TownImporter::import(const Town &town) {
    hashPasswords(town);
    m_database.begin();
    auto fault = importAll(town);
    if (fault)
        m_database.rollBack();
    else
        m_database.commit();
    return fault;
}

/// Before the transaction: hashing takes its time, and nobody else can write meanwhile.
void TownImporter::hashPasswords(const Town &town) {
    for (const TownShop &shop : town.shops)
        hashOf(shop.owner.password);
    for (const auto &customer : town.customers)
        hashOf(customer.password);
    for (const auto &rider : town.riders)
        hashOf(rider.password);
}

std::optional<QString> TownImporter::importAll(const Town &town) {
    for (int i = 0; i < town.shops.size(); ++i) {
        if (const auto fault = importShop(town, town.shops[i]))
            return QStringLiteral("shops[%1].%2").arg(i).arg(*fault);
    }
    for (int i = 0; i < town.customers.size(); ++i) {
        const auto &customer = town.customers[i];
        const auto id = insertAccount(Role::Customer, personOf(customer), {});
        if (!id)
            return QStringLiteral("customers[%1].login").arg(i);
        SqlKeepsakeStore(m_database).putAddresses(*id, {{QString(), customer.address}});
    }
    for (int i = 0; i < town.riders.size(); ++i) {
        const auto &rider = town.riders[i];
        const auto id = insertAccount(Role::Rider, personOf(rider), {});
        if (!id)
            return QStringLiteral("riders[%1].login").arg(i);
        m_database.execute("INSERT INTO riders (account_id, on_duty, latitude, longitude, cell, "
                           "reported_at) VALUES (?, ?, ?, ?, ?, ?)",
                           *id, rider.onDuty, rider.position.latitude(), rider.position.longitude(),
                           GeoCell::of(rider.position).number(), m_clock.now());
    }
    return std::nullopt;
}

bool TownImporter::addAccount(Role role, const TownPerson &person) {
    return insertAccount(role, person, {}).has_value();
}

std::optional<QString> TownImporter::importShop(const Town &town, const TownShop &shop) {
    const auto hours = hoursOf(town, shop);
    if (!hours)
        return QStringLiteral("hours");
    for (const auto &section : shop.sections) {
        for (const auto &item : section.items) {
            if (!isSound(item))
                return QStringLiteral("optionGroups of ") + item.name.en;
        }
    }
    const auto id = m_ids.next<ShopId>();
    insertShop(id, town, shop);
    for (const OpeningHours::Interval &interval : hours->intervals()) {
        m_database.execute("INSERT INTO shop_hours VALUES (?, ?, ?, ?)", id, interval.weekday,
                           interval.opensMinute, interval.closesMinute);
    }
    for (const QDate &day : hours->holidays())
        m_database.execute("INSERT INTO shop_holidays VALUES (?, ?)", id,
                           day.toString(Qt::ISODate));
    importMenu(id, shop.sections);
    if (!insertAccount(Role::Shop, shop.owner, id))
        return QStringLiteral("owner.login");
    return std::nullopt;
}

void TownImporter::insertShop(ShopId id, const Town &town, const TownShop &shop) {
    m_database.execute(
        "INSERT INTO shops (id, kind, name_ko, name_en, description_ko, description_en, phone, "
        "address, latitude, longitude, currency, delivery_radius_meters, delivery_fee, "
        "minimum_order, preparation_minutes, fulfilments, time_zone, mode, thanks_ko, thanks_en, "
        "picture) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id, shop.kind, shop.name.ko, shop.name.en, shop.description.ko, shop.description.en,
        shop.phone, shop.address.text, shop.address.position.latitude(),
        shop.address.position.longitude(), town.currency.code(), shop.deliveryRadiusMeters,
        shop.deliveryFeeMinor, shop.minimumOrderMinor, shop.preparationMinutes,
        fulfilmentsToText(shop.fulfilments), town.timeZone, ShopMode::Normal, shop.thanks.ko,
        shop.thanks.en, shop.picture);
}

void TownImporter::importMenu(ShopId shop, const QList<contract::TownSection> &sections) {
    int position = 0;
    for (const auto &section : sections) {
        for (const auto &item : section.items)
            importItem(shop, position++, section.name, item);
    }
}

void TownImporter::importItem(ShopId shop, int position, const LocalizedText &section,
                              const contract::TownItem &item) {
    const auto id = m_ids.next<MenuItemId>();
    m_database.execute("INSERT INTO menu_items (id, shop_id, position, section_ko, section_en, "
                       "name_ko, name_en, description_ko, description_en, price, picture) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       id, shop, position, section.ko, section.en, item.name.ko, item.name.en,
                       item.description.ko, item.description.en, item.priceMinor, item.picture);
    if (item.stock)
        m_database.execute("INSERT INTO stock (item_id, remaining) VALUES (?, ?)", id, *item.stock);
    int groupPosition = 0;
    for (const auto &group : item.optionGroups) {
        const auto groupId = m_ids.next<OptionGroupId>();
        m_database.execute("INSERT INTO option_groups (id, item_id, position, name_ko, name_en, "
                           "minimum, maximum) VALUES (?, ?, ?, ?, ?, ?, ?)",
                           groupId, id, groupPosition++, group.name.ko, group.name.en,
                           group.minimum, group.maximum);
        int optionPosition = 0;
        for (const auto &option : group.options) {
            m_database.execute(
                "INSERT INTO menu_options (id, group_id, position, name_ko, name_en, "
                "price) VALUES (?, ?, ?, ?, ?, ?)",
                m_ids.next<OptionId>(), groupId, optionPosition++, option.name.ko, option.name.en,
                option.priceMinor);
        }
    }
}

std::optional<AccountId> TownImporter::insertAccount(Role role, const TownPerson &person,
                                                     std::optional<ShopId> shop) {
    const auto login = identity::Login::from(person.login);
    if (!login)
        return std::nullopt;
    const identity::Account account{m_ids.next<AccountId>(),
                                    role,
                                    *login,
                                    hashOf(person.password).toLatin1(),
                                    person.name,
                                    person.phone,
                                    person.language,
                                    shop};
    const bool isNew = SqlAccountStore(m_database).insertAccount(account, m_clock.now());
    return isNew ? std::optional(account.id) : std::nullopt;
}

QString TownImporter::hashOf(const QString &password) {
    QString &hash = m_hashes[password];
    if (hash.isEmpty())
        hash = m_hash(password);
    return hash;
}

} // namespace soban::storage
