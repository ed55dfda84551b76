// SPDX-License-Identifier: GPL-3.0-or-later
#include "lifecycle/Endings.h"

namespace soban {

using contract::ErrorCode;
using contract::Problem;

Result<Ending, Problem> endingOf(const Order &order, Action action, Role role,
                                 const contract::EndRequest &request) {
    const QString words = request.words.value_or(QString()).trimmed();
    if (!reasonsFor(action, role).contains(request.reason))
        return Problem::at(ErrorCode::InvalidValue, QStringLiteral("reason"));
    if (request.reason == EndReason::Other && words.isEmpty())
        return Problem::at(ErrorCode::MissingField, QStringLiteral("words"));
    return endingBy(role, action, request.reason, words, order.total);
}

OrderLifecycle::Outcome endOrder(OrderLifecycle &lifecycle, OrderId order, Action action,
                                 const Actor &actor, const Expectation &expected,
                                 const contract::EndRequest &request,
                                 std::optional<Instant> happenedAt) {
    const auto end = [&](Order &present) -> std::optional<Problem> {
        const auto ending = endingOf(present, action, actor.role, request);
        if (!ending)
            return ending.error();
        present.ending = *ending;
        return {};
    };
    return lifecycle.advance(order, action, actor, expected, end, happenedAt);
}

} // namespace soban
