// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace soban::providers {

/// Leaves a provider alone that does not answer, and tries it again now and then: closed, calls go
/// out; open, none; half open, one, to see. Any thread.
class CircuitBreaker {
public:
    using Moment = std::chrono::steady_clock::time_point;
    enum class State { Closed, HalfOpen, Open };

    struct Rules {
        int failures = 5;     ///< until it opens,
        int recentCalls = 10; ///< among so many: one way may fail while another works
        std::chrono::milliseconds rest{10'000};    ///< then; each probe that fails doubles it,
        std::chrono::milliseconds longest{60'000}; ///< up to this
        const char *provider = "the provider";     ///< as the log names it
    };
    struct Counts {
        State state = State::Closed;
        qint64 failed = 0;   ///< calls that were not answered, or with an error of the provider's
        qint64 heldBack = 0; ///< calls that were not made
        qint64 opened = 0;   ///< times
    };

    explicit CircuitBreaker(
        Rules rules, std::function<Moment()> now = [] { return std::chrono::steady_clock::now(); });

    /// A call that may go out. What came of it is to be told to the breaker, once.
    class Pass {
        friend class CircuitBreaker;
        explicit Pass(int period) : m_period(period) {}
        int m_period; ///< outcomes of calls from before the last change say nothing new
    };
    /// Nothing if the call is not to be made.
    std::optional<Pass> admit();
    void tell(Pass pass, bool isAnswered);
    /// The call was not made after all, for reasons of our own.
    void giveBack(Pass pass);

    /// Whether the next call would go out.
    bool isAvailable() const;
    Counts counts() const;

private:
    /// Open, and it is time to try again.
    bool isRested() const;
    void change(State state);
    bool isTooMuch() const;
    void open();

    const Rules m_rules;
    const std::function<Moment()> m_now;
    mutable std::mutex m_mutex;
    State m_state = State::Closed; ///< HalfOpen only while a probe is out
    int m_period = 0;
    std::deque<bool> m_recent; ///< whether they were answered; of this period
    std::chrono::milliseconds m_rest;
    Moment m_openUntil;
    Counts m_counts;
};

} // namespace soban::providers
