// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlDeliveryStore.h"

#include "storage/StoredValues.h"

namespace soban::storage {

namespace {

GeoPoint pointOf(const Rows &row, int column) {
    return Rows::sound(GeoPoint::of(row.real(column), row.real(column + 1)), column);
}

} // namespace

void SqlDeliveryStore::setDuty(AccountId rider, bool onDuty, std::optional<GeoPoint> position,
                               Instant now) {
    const auto latitude = position ? std::optional(position->latitude()) : std::nullopt;
    const auto longitude = position ? std::optional(position->longitude()) : std::nullopt;
    const auto cell = position ? std::optional(GeoCell::of(*position).number()) : std::nullopt;
    // Going off duty keeps the last position, so that going on again can start from it.
    m_database.execute(
        "INSERT INTO riders (account_id, on_duty, latitude, longitude, cell, reported_at) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account_id) DO UPDATE SET "
        "on_duty = excluded.on_duty, latitude = COALESCE(excluded.latitude, riders.latitude), "
        "longitude = COALESCE(excluded.longitude, riders.longitude), "
        "cell = COALESCE(excluded.cell, riders.cell), reported_at = excluded.reported_at",
        rider, onDuty, latitude, longitude, cell, now);
}

std::optional<GeoPoint> SqlDeliveryStore::positionOnDuty(AccountId rider) const {
    Rows row = m_database.query("SELECT latitude, longitude FROM riders WHERE account_id = ? "
                                "AND on_duty = 1 AND latitude IS NOT NULL",
                                rider);
    return row.next() ? std::optional(pointOf(row, 0)) : std::nullopt;
}

QList<delivery::RiderPosition> SqlDeliveryStore::ridersNear(const GeoPoint &place,
                                                            double radiusMeters) const {
    QList<delivery::RiderPosition> riders;
    for (const GeoCell::Span &span : GeoCell::covering(place, radiusMeters)) {
        Rows rows = m_database.query("SELECT account_id, latitude, longitude FROM riders "
                                     "WHERE on_duty = 1 AND cell BETWEEN ? AND ?",
                                     span.first, span.last);
        while (rows.next()) {
            const GeoPoint position = pointOf(rows, 1);
            if (position.distanceMetersTo(place) <= radiusMeters)
                riders.append({rows.id<AccountId>(0), position});
        }
    }
    return riders;
}

void SqlDeliveryStore::open(const Offer &offer, std::optional<int> radiusMeters) {
    m_database.execute("INSERT INTO deliveries (order_id, open, cell, offer, pay, radius) "
                       "VALUES (?, 1, ?, ?, ?, ?) ON CONFLICT (order_id) DO UPDATE SET "
                       "open = 1, offer = excluded.offer, radius = excluded.radius",
                       offer.order, GeoCell::of(offer.shopPosition).number(), offerToText(offer),
                       offer.pay, radiusMeters);
}

void SqlDeliveryStore::widen(OrderId order, int radiusMeters) {
    m_database.execute("UPDATE deliveries SET radius = ? WHERE order_id = ?", radiusMeters, order);
}

void SqlDeliveryStore::close(OrderId order) {
    m_database.execute("UPDATE deliveries SET open = 0 WHERE order_id = ?", order);
}

std::optional<delivery::OpenedDelivery> SqlDeliveryStore::find(OrderId order) const {
    Rows row =
        m_database.query("SELECT offer, open, radius FROM deliveries WHERE order_id = ?", order);
    if (!row.next())
        return std::nullopt;
    return delivery::OpenedDelivery{offerFromText(row.utf8(0)), row.flag(1),
                                    row.isNull(2) ? std::nullopt : std::optional(row.number(2))};
}

QList<Offer> SqlDeliveryStore::openNear(const GeoPoint &place, double radiusMeters) const {
    QList<Offer> offers;
    for (const GeoCell::Span &span : GeoCell::covering(place, radiusMeters)) {
        Rows rows = m_database.query("SELECT offer FROM deliveries WHERE open = 1 "
                                     "AND radius IS NULL AND cell BETWEEN ? AND ?",
                                     span.first, span.last);
        while (rows.next()) {
            Offer offer = offerFromText(rows.utf8(0));
            if (offer.shopPosition.distanceMetersTo(place) <= radiusMeters)
                offers.append(std::move(offer));
        }
    }
    // Few have waited for so long: they are all looked at.
    Rows far = m_database.query(
        "SELECT offer, radius FROM deliveries WHERE open = 1 AND radius IS NOT NULL");
    while (far.next()) {
        Offer offer = offerFromText(far.utf8(0));
        if (offer.shopPosition.distanceMetersTo(place) <= far.number(1))
            offers.append(std::move(offer));
    }
    return offers;
}

int SqlDeliveryStore::activeOf(AccountId rider) const {
    Rows row = m_database.query("SELECT COUNT(*) FROM orders WHERE rider_id = ? "
                                "AND delivery_state IN ('claimed', 'pickedUp')",
                                rider);
    row.next();
    return row.number(0);
}

bool SqlDeliveryStore::markShown(OrderId order, AccountId rider) {
    return m_database.execute("INSERT INTO offer_sights (order_id, rider_id) VALUES (?, ?) "
                              "ON CONFLICT DO NOTHING",
                              order, rider) == 1;
}

bool SqlDeliveryStore::wasShown(OrderId order, AccountId rider) const {
    return m_database
        .query("SELECT 1 FROM offer_sights WHERE order_id = ? AND rider_id = ?", order, rider)
        .next();
}

QList<AccountId> SqlDeliveryStore::shownTo(OrderId order) const {
    Rows rows = m_database.query("SELECT rider_id FROM offer_sights WHERE order_id = ?", order);
    QList<AccountId> riders;
    while (rows.next())
        riders.append(rows.id<AccountId>(0));
    return riders;
}

void SqlDeliveryStore::forgetShown(OrderId order) {
    m_database.execute("DELETE FROM offer_sights WHERE order_id = ?", order);
}

SqlDeliveryStore::Place SqlDeliveryStore::placeOf(ShopId shop) const {
    Rows row = m_database.query(
        "SELECT name_ko, name_en, picture, address, latitude, longitude FROM shops WHERE id = ?",
        shop);
    if (!row.next())
        throw StorageError(StorageError::Kind::Other, QStringLiteral("an order names no shop"));
    return {{row.text(0), row.text(1)}, row.text(2), row.text(3), pointOf(row, 4)};
}

} // namespace soban::storage
