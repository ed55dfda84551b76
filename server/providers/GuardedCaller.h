// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/CircuitBreaker.h"
#include "providers/HttpCaller.h"

namespace soban::providers {

/// Whether that address may be called with secrets: https, or http on loopback.
bool isGuardable(const QUrl &base);

/// Calls to one provider, with a breaker that is asked before each and hears what came of it.
class GuardedCaller {
public:
    GuardedCaller(HttpCaller::Limits limits, CircuitBreaker &breaker)
        : m_breaker(breaker), m_caller(limits) {}

    /// As HttpCaller::call.
    void call(const HttpCall &call, QDeadlineTimer deadline, HttpCaller::Then then);
    void call(const HttpCall &what, HttpCaller::Then then) {
        call(what, deadlineFromNow(), std::move(then));
    }
    QDeadlineTimer deadlineFromNow() const { return m_caller.deadlineFromNow(); }
    bool isAvailable() const { return m_breaker.isAvailable(); }
    /// Runs it once the caller of this function has returned.
    void later(std::function<void()> answer);
    /// What comes later ends with it.
    QObject *context() { return &m_caller; }

private:
    CircuitBreaker &m_breaker;
    HttpCaller m_caller;
};

} // namespace soban::providers
