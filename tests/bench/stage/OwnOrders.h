// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "load/HttpLoad.h"
#include "stage/Town.h"

namespace soban::bench {

/// An order that was placed, as its customer knows it.
struct PlacedOrder {
    QByteArray id; ///< as in paths
    int version = 0;
    QByteArray token;
    BenchShop shop;
};

/// Each of the first `count` customers orders once, to be paid on delivery.
Result<QList<PlacedOrder>, QString> placeOneEach(HttpLoad &load, const Town &town, int count);
/// Each customer asks how the own order stands.
QList<QByteArray> statusReads(const QList<PlacedOrder> &orders);
/// The shop takes an order as far as `ready`, which shows it to the riders near; the last step is
/// returned, not sent, so that its moment may be chosen.
Result<QByteArray, QString> prepareUntilLastStep(HttpLoad &load, const PlacedOrder &order);

} // namespace soban::bench
