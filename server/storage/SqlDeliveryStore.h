// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/DeliveryBook.h"
#include "storage/Database.h"

namespace soban::storage {

class SqlDeliveryStore : public delivery::DeliveryBook, public delivery::ShopPlaces {
public:
    explicit SqlDeliveryStore(Database &database) : m_database(database) {}

    void setDuty(AccountId rider, bool onDuty, std::optional<GeoPoint> position,
                 Instant now) override;
    std::optional<GeoPoint> positionOnDuty(AccountId rider) const override;
    QList<delivery::RiderPosition> ridersNear(const GeoPoint &place,
                                              double radiusMeters) const override;

    void open(const Offer &offer, std::optional<int> radiusMeters) override;
    void widen(OrderId order, int radiusMeters) override;
    void close(OrderId order) override;
    std::optional<delivery::OpenedDelivery> find(OrderId order) const override;
    QList<Offer> openNear(const GeoPoint &place, double radiusMeters) const override;

    int activeOf(AccountId rider) const override;

    bool markShown(OrderId order, AccountId rider) override;
    bool wasShown(OrderId order, AccountId rider) const override;
    QList<AccountId> shownTo(OrderId order) const override;
    void forgetShown(OrderId order) override;

    Place placeOf(ShopId shop) const override;

private:
    Database &m_database;
};

} // namespace soban::storage
