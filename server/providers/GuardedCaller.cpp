// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/GuardedCaller.h"

#include <QHostAddress>
#include <QTimer>

namespace soban::providers {

namespace {

/// The provider is there and works, whatever it said.
bool isSound(const HttpOutcome &outcome) {
    constexpr int kServerErrors = 500;
    const auto *answer = std::get_if<HttpAnswer>(&outcome);
    return answer && answer->status < kServerErrors;
}

bool isLoopback(const QUrl &url) {
    return url.host() == QLatin1StringView("localhost") || QHostAddress(url.host()).isLoopback();
}

} // namespace

bool isGuardable(const QUrl &base) {
    return base.scheme() == QLatin1StringView("https") ||
           (base.scheme() == QLatin1StringView("http") && isLoopback(base));
}

void GuardedCaller::call(const HttpCall &call, QDeadlineTimer deadline, HttpCaller::Then then) {
    const auto pass = m_breaker.admit();
    if (!pass) {
        later([then] { then(HttpNotSent{QStringLiteral("the provider is left alone")}); });
        return;
    }
    m_caller.call(call, deadline, [this, pass = *pass, then](HttpOutcome outcome) {
        const auto *notSent = std::get_if<HttpNotSent>(&outcome);
        if (notSent && !notSent->wasTried)
            m_breaker.giveBack(pass);
        else
            m_breaker.tell(pass, isSound(outcome));
        then(std::move(outcome));
    });
}

void GuardedCaller::later(std::function<void()> answer) {
    QTimer::singleShot(0, &m_caller, std::move(answer));
}

} // namespace soban::providers
