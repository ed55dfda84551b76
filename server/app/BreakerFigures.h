// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/ServiceRoutes.h"
#include "providers/CircuitBreaker.h"

namespace soban::app {

/// What a provider's breaker counts, as `soban_<provider>_…`; `whom` stands in the explanations.
QList<api::ServiceRoutes::Figure> breakerFigures(const QByteArray &provider, const QByteArray &whom,
                                                 const providers::CircuitBreaker::Counts &counts);

} // namespace soban::app
