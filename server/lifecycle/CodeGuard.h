// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "contract/Problem.h"
#include "domain/Order.h"

#include <optional>

namespace soban {

/// How often an order's hand-over code was wrong in a row.
struct CodeGuesses {
    int wrong = 0;
    std::optional<Instant> lockedUntil;
};

/// Wrong codes by order, inside the transaction that is open.
class CodeGuessBook {
public:
    virtual ~CodeGuessBook() = default;
    virtual CodeGuesses guesses(OrderId order) const = 0;
    virtual void put(OrderId order, const CodeGuesses &guesses) = 0;
};

/// Compares the code that the customer shows at the door or at the counter. Four digits are soon
/// guessed: after five wrong ones not even the right one counts for 15 minutes, then it is counted
/// anew. Belongs to the open transaction; what it counts must be kept although the step is refused.
class CodeGuard {
public:
    static constexpr int kGuesses = 5;
    static constexpr std::chrono::minutes kLock{15};

    CodeGuard(CodeGuessBook &book, const Clock &clock) : m_book(book), m_clock(clock) {}

    /// wrong_code or code_locked; nothing if the code is the order's.
    std::optional<contract::Problem> refuses(const Order &order, const QString &code);

private:
    CodeGuessBook &m_book;
    const Clock &m_clock;
};

} // namespace soban
