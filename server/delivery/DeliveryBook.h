// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"

namespace soban::delivery {

struct RiderPosition {
    AccountId rider;
    GeoPoint position;
};

/// A delivery that was opened to riders.
struct OpenedDelivery {
    Offer offer;
    bool isOpen;
    std::optional<int> radiusMeters; ///< riders so far from the shop are asked; as usual if absent
};

/// Deliveries and riders of the write model, inside the open transaction. "Near" goes through an
/// index of cells.
class DeliveryBook {
public:
    virtual ~DeliveryBook() = default;

    virtual void setDuty(AccountId rider, bool onDuty, std::optional<GeoPoint> position,
                         Instant now) = 0;
    /// The position of a rider on duty.
    virtual std::optional<GeoPoint> positionOnDuty(AccountId rider) const = 0;
    virtual QList<RiderPosition> ridersNear(const GeoPoint &place, double radiusMeters) const = 0;

    /// Opens a delivery, or opens it again after a rider gave it back; for riders farther away
    /// than usual with a radius of its own.
    virtual void open(const Offer &offer, std::optional<int> radiusMeters) = 0;
    virtual void widen(OrderId order, int radiusMeters) = 0;
    virtual void close(OrderId order) = 0;
    virtual std::optional<OpenedDelivery> find(OrderId order) const = 0;
    /// Open deliveries whose shop is near: within `radiusMeters`, or within their own radius.
    virtual QList<Offer> openNear(const GeoPoint &place, double radiusMeters) const = 0;

    /// How many deliveries a rider has claimed or picked up, and not ended.
    virtual int activeOf(AccountId rider) const = 0;

    /// Remembers that a rider was shown the offer; false if it was before.
    virtual bool markShown(OrderId order, AccountId rider) = 0;
    virtual bool wasShown(OrderId order, AccountId rider) const = 0;
    virtual QList<AccountId> shownTo(OrderId order) const = 0;
    virtual void forgetShown(OrderId order) = 0;
};

/// Where shops are and what they are called.
class ShopPlaces {
public:
    struct Place {
        LocalizedText name;
        QString picture;
        QString address;
        GeoPoint position;
    };

    virtual ~ShopPlaces() = default;
    virtual Place placeOf(ShopId shop) const = 0;
};

} // namespace soban::delivery
