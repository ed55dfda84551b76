// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/BreakerFigures.h"

namespace soban::app {

QList<api::ServiceRoutes::Figure> breakerFigures(const QByteArray &provider, const QByteArray &whom,
                                                 const providers::CircuitBreaker::Counts &counts) {
    const QByteArray prefix = "soban_" + provider;
    return {{prefix + "_breaker_state", "0: calls go out, 1: one is tried, 2: none", "gauge",
             double(int(counts.state))},
            {prefix + "_breaker_opened_total", "Times that " + whom + " was left alone", "counter",
             double(counts.opened)},
            {prefix + "_calls_failed_total", "Calls that " + whom + " did not serve", "counter",
             double(counts.failed)},
            {prefix + "_calls_held_back_total", "Calls that it was spared", "counter",
             double(counts.heldBack)}};
}

} // namespace soban::app
