// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/HttpLoad.h"
#include "stage/Children.h"

namespace soban::bench {

/// Registers a good card for each of these customers, on the provider's page, as a browser does.
/// What went wrong, or nothing.
Fault registerCards(HttpLoad &server, const QList<QByteArray> &tokens);

} // namespace soban::bench
