// SPDX-License-Identifier: GPL-3.0-or-later
#include "lifecycle/Endings.h"

namespace soban {

using contract::ErrorCode;
using contract::Problem;

OrderLifecycle::Outcome endOrder(OrderLifecycle &lifecycle, OrderId order, Action action,
                                 const Actor &actor, const Expectation &expected,
                                 const contract::EndRequest &request,
                                 std::optional<Instant> happenedAt) {
    const auto end = [&](Order &present) -> std::optional<Problem> {
        const QString words = request.words.value_or(QString()).trimmed();
        if (!reasonsFor(action, actor.role).contains(request.reason))
            return Problem::at(ErrorCode::InvalidValue, QStringLiteral("reason"));
        if (request.reason == EndReason::Other && words.isEmpty())
            return Problem::at(ErrorCode::MissingField, QStringLiteral("words"));
        present.ending = endingBy(actor.role, action, request.reason, words, present.total);
        return {};
    };
    return lifecycle.advance(order, action, actor, expected, end, happenedAt);
}

} // namespace soban
