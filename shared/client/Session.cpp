// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Session.h"

#include "contract/Routes.h"

#include <algorithm>

namespace soban::client {

namespace {

using contract::RouteId;
using contract::SessionView;

/// Timers are looked at this often at least: the machine may sleep, the clock may be set.
constexpr std::chrono::milliseconds kLongestNap = std::chrono::minutes(1);

HttpRequest anonymous(const ServerAddress &server, RouteId route, const QByteArray &body) {
    return {server, contract::route(route).method, contract::pathOf(route), {}, {}, body};
}

Result<SessionView, ApiError> tokensOf(const Outcome &outcome) {
    const auto answered = judge(outcome);
    if (!answered)
        return answered.error();
    const auto tokens =
        contract::decode<SessionView>(answered->body, contract::Unknown::Overlooked);
    if (!tokens)
        return notUnderstood(*answered, tokens.error());
    return *tokens;
}

} // namespace

Session::Session(HttpTransport &transport, ServerAddress server, const Clock &clock,
                 TokenStore &store, Backoff retry, quint32 seed, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_server(std::move(server))
    , m_clock(clock)
    , m_store(store)
    , m_retry(retry)
    , m_random(randomOf(seed)) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_failures == 0 && m_clock.now() < m_refreshAt)
            armTimer();
        else
            sendRefresh();
    });
}

std::optional<contract::AccountView> Session::account() const {
    return m_tokens ? std::optional(m_tokens->account) : std::nullopt;
}

QString Session::accessToken() const {
    return m_tokens ? m_tokens->accessToken : QString();
}

void Session::restore() {
    m_store.load([self = QPointer(this)](const std::optional<SessionView> &tokens) {
        if (!self || self->isSignedIn())
            return;
        if (!tokens) {
            emit self->signedOut();
            return;
        }
        self->m_tokens = tokens;
        self->scheduleRefresh(self->m_clock.now());
        emit self->signedIn(tokens->account);
    });
}

void Session::signIn(const contract::SignInRequest &request, QObject *context, SignedIn callback) {
    open(RouteId::SignIn, contract::encode(request), context, std::move(callback));
}

void Session::registerAccount(const contract::RegisterRequest &request, QObject *context,
                              SignedIn callback) {
    open(RouteId::Register, contract::encode(request), context, std::move(callback));
}

void Session::open(RouteId route, const QByteArray &body, QObject *context, SignedIn callback) {
    // The session is opened even if whoever asked has gone meanwhile.
    m_transport.send(anonymous(m_server, route, body), this,
                     [this, asker = QPointer(context), callback](const Outcome &outcome) {
                         const auto tokens = tokensOf(outcome);
                         if (!tokens) {
                             if (asker)
                                 callback(tokens.error());
                             return;
                         }
                         forget();
                         adopt(*tokens);
                         const contract::AccountView account = tokens->account;
                         const QPointer<Session> self(this);
                         emit signedIn(account);
                         if (self && asker)
                             callback(account);
                     });
}

void Session::signOut() {
    if (!m_tokens)
        return;
    HttpRequest request{m_server, contract::HttpMethod::Delete, contract::pathOf(RouteId::SignOut)};
    request.headers.append({"Authorization", "Bearer " + m_tokens->accessToken.toLatin1()});
    forget();
    m_store.clear();
    // The server forgets a session by itself in time, so the answer changes nothing here.
    m_transport.send(std::move(request), &m_transport, [](const Outcome &) {});
    emit signedOut();
}

void Session::refresh(const QString &used, QObject *context, Refreshed callback) {
    const bool isStale = m_tokens && m_tokens->accessToken == used;
    if (!isStale) {
        const auto tell = [asker = QPointer(context), callback, isIn = isSignedIn()] {
            if (asker)
                callback(isIn ? std::nullopt : std::optional(ApiError::notSignedIn()));
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
        return;
    }
    m_waiters.append({context, std::move(callback)});
    sendRefresh();
}

void Session::adopt(const SessionView &tokens) {
    m_store.save(tokens);
    m_tokens = tokens;
    m_failures = 0;
    // Tokens that look expired the moment they come mean that this machine's clock is wrong: then
    // the server's 401 tells when to refresh, and not the clock, over and over.
    if (tokens.accessExpiresAt > m_clock.now())
        scheduleRefresh(m_clock.now());
    else
        m_timer.stop();
}

void Session::forget() {
    m_timer.stop();
    m_tokens.reset();
    m_call.reset();
    m_failures = 0;
    tellWaiters(ApiError::notSignedIn());
}

void Session::sendRefresh() {
    if (m_call || !m_tokens)
        return;
    m_timer.stop();
    m_call = std::make_unique<QObject>();
    const QByteArray body = contract::encode(contract::RefreshRequest{m_tokens->refreshToken});
    m_transport.send(anonymous(m_server, RouteId::Refresh, body), m_call.get(),
                     [this](const Outcome &outcome) { finishRefresh(outcome); });
}

void Session::finishRefresh(const Outcome &outcome) {
    m_call.reset();
    const auto tokens = tokensOf(outcome);
    const QPointer<Session> self(this);
    if (tokens) {
        adopt(*tokens);
        emit refreshed();
        if (self)
            tellWaiters(std::nullopt);
        return;
    }
    const ApiError &error = tokens.error();
    if (error.kind == ApiError::Kind::Refused && !error.isPassing()) {
        m_store.clear();
        forget();
        if (self)
            emit expired();
        return;
    }
    // The present refresh token stays good for a while, also if its successor got lost on the way.
    m_timer.start(std::max(error.retryAfter.value_or(std::chrono::milliseconds(0)),
                           m_retry.delay(m_failures++, m_random)));
    tellWaiters(error);
}

void Session::tellWaiters(const std::optional<ApiError> &error) {
    for (const Waiter &waiter : std::exchange(m_waiters, {})) {
        if (waiter.context)
            waiter.callback(error);
    }
}

void Session::scheduleRefresh(Instant now) {
    const auto left = std::max(m_tokens->accessExpiresAt - now, std::chrono::milliseconds(0));
    m_refreshAt = now + left * 3 / 4;
    armTimer();
}

void Session::armTimer() {
    const auto left = std::max(m_refreshAt - m_clock.now(), std::chrono::milliseconds(0));
    m_timer.start(std::min(m_clock.wallTimeFor(left), kLongestNap));
}

} // namespace soban::client
