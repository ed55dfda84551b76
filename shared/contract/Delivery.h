// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"
#include "domain/Order.h"

namespace soban::contract {

/// A rider goes on duty (with a position) or off it.
struct DutyRequest {
    bool onDuty;
    std::optional<GeoPoint> position;
};

struct PositionRequest {
    GeoPoint position;
};

struct DutyView {
    bool onDuty;
    std::optional<GeoPoint> position;
};

struct OfferList {
    QList<Offer> offers; ///< nearest shop first
};

/// A rider's step, possibly taken while offline: it names the delivery state that the rider saw
/// instead of a version, and the moment at which it really happened.
struct RiderStepRequest {
    DeliveryState expected;
    std::optional<Instant> happenedAt;
};

/// Proved by the customer's code or by a photo: exactly one of them.
struct RiderHandOverRequest {
    DeliveryState expected;
    std::optional<QString> code;
    std::optional<Instant> happenedAt;
    std::optional<QString> photo = {}; ///< name of an uploaded picture
};

/// Nobody takes the goods: they go back to the shop. The reason is one of `reasonsFor` it.
struct RiderReturnRequest {
    DeliveryState expected;
    EndReason reason;
    std::optional<Instant> happenedAt;
};

/// A delivery as the rider who claimed it sees it.
struct DeliveryView {
    OrderId orderId;
    int version;
    int number;
    OrderState state;
    DeliveryState deliveryState;
    LocalizedText shopName;
    QString shopPicture;
    QString shopAddress;
    QString shopPhone;
    GeoPoint shopPosition;
    Address address;
    QString customerName;
    std::optional<QString> customerPhone; ///< while the rider has the delivery in hand
    std::optional<Recipient> recipient;
    QString note;
    QString pickUpCode;
    Money pay;
    std::optional<Money> collectAtDoor; ///< what is still to be paid at the door
    std::optional<QString> proofPhoto;
    OrderTimes times;
    std::optional<Ending> ending; ///< how it ended without the goods handed over
    QList<Action> allowedActions;
};

struct DeliveryList {
    QList<DeliveryView> deliveries; ///< newest first
    std::optional<QString> nextCursor;
};

} // namespace soban::contract
