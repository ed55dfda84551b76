// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace soban::client {

/// A fresh Idempotency-Key: 128 random bits as 32 hexadecimal digits.
QString newIdempotencyKey();

/// A fresh W3C `traceparent`: the app begins the trace that the server carries on.
QString newTraceparent();

} // namespace soban::client
