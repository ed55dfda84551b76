// SPDX-License-Identifier: GPL-3.0-or-later
#include "lifecycle/CodeGuard.h"

namespace soban {

using contract::ErrorCode;
using contract::Problem;

std::optional<Problem> CodeGuard::refuses(const Order &order, const QString &code) {
    const Instant now = m_clock.now();
    CodeGuesses guesses = m_book.guesses(order.id);
    if (guesses.lockedUntil && now < *guesses.lockedUntil) {
        return Problem::at(ErrorCode::CodeLocked, QStringLiteral("code"),
                           u"may be tried again at " + guesses.lockedUntil->toRfc3339());
    }
    if (order.handOverCode == code)
        return std::nullopt;
    if (guesses.lockedUntil)
        guesses = {};
    if (++guesses.wrong >= kGuesses)
        guesses.lockedUntil = now + kLock;
    m_book.put(order.id, guesses);
    return Problem::at(ErrorCode::WrongCode, QStringLiteral("code"));
}

} // namespace soban
