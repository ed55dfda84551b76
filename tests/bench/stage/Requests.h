// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Order.h"
#include "load/HttpLoad.h"
#include "stage/Town.h"

namespace soban::bench {

/// A request for something, whole; signed in if there is a token. `headers`: whole lines, each with
/// its end.
QByteArray getRequest(const QByteArray &target, const QByteArray &token = {},
                      const QByteArray &headers = {});
/// A command with a key that no other has.
QByteArray postRequest(const QByteArray &target, const QByteArray &token, const QByteArray &body,
                       const QByteArray &headers = {});

/// A command with a key of the caller's, to be sent again if need be.
QByteArray keyedRequest(const QByteArray &target, const QByteArray &token, const QByteArray &key,
                        const QByteArray &body, const QByteArray &headers = {});

/// The same request by every client.
WriteRequest always(const QByteArray &request);
/// Each client its own request; there must be one for each.
WriteRequest each(const QList<QByteArray> &requests);
/// Each client is a customer of the town who orders one item after the other, at one of the shops.
WriteRequest placing(const Town &town, PaymentMethod method);

/// The body of such an order.
QByteArray orderBody(const BenchShop &shop, PaymentMethod method);

} // namespace soban::bench
