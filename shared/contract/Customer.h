// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Order.h"

namespace soban::contract {

/// A place that a customer orders to.
struct SavedAddress {
    QString label; ///< the customer's own word for it, may be empty
    Address address;
};

/// The first is the customer's usual one. Saved as a whole.
struct AddressBook {
    QList<SavedAddress> addresses;
};

/// Where the rider of an order is.
struct RiderPositionView {
    GeoPoint position;
    Instant reportedAt;
};

} // namespace soban::contract
