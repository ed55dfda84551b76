// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiError.h"
#include "client/Backoff.h"
#include "client/TokenStore.h"
#include "clock/Clock.h"
#include "contract/Identity.h"

#include <memory>

namespace soban::client {

/// Who is signed in, and with which tokens. Keeps the access token fresh ahead of its expiry; the
/// tokens of each rotation go to the store before anybody uses them.
///
/// `clock` must agree with the server's, at whose times the tokens expire.
class Session : public QObject {
    Q_OBJECT

public:
    using SignedIn = std::function<void(const Result<contract::AccountView, ApiError> &)>;
    /// No error: the access token is fresh.
    using Refreshed = std::function<void(const std::optional<ApiError> &)>;

    Session(HttpTransport &transport, ServerAddress server, const Clock &clock, TokenStore &store,
            Backoff retry = {}, quint32 seed = 1, QObject *parent = nullptr);

    const ServerAddress &server() const { return m_server; }
    bool isSignedIn() const { return m_tokens.has_value(); }
    std::optional<contract::AccountView> account() const;
    QString accessToken() const; ///< empty when nobody is signed in

    /// Takes up the session of the last run, if the store has one; ends in `signedIn` or
    /// `signedOut`.
    void restore();
    void signIn(const contract::SignInRequest &request, QObject *context, SignedIn callback);
    /// Opens an account and is then signed in to it.
    void registerAccount(const contract::RegisterRequest &request, QObject *context,
                         SignedIn callback);
    /// At once and whatever the server says.
    void signOut();
    /// Gets a fresh access token, unless the present one is another than `used` already. However
    /// many ask, one request is under way. Refused: nobody is signed in any more.
    void refresh(const QString &used, QObject *context, Refreshed callback);

signals:
    void signedIn(const soban::contract::AccountView &account);
    void signedOut();
    /// The server no longer takes the refresh token: the person has to sign in again.
    void expired();
    /// The access token is a new one, of the same session.
    void refreshed();

private:
    struct Waiter {
        QPointer<QObject> context;
        Refreshed callback;
    };

    void open(contract::RouteId route, const QByteArray &body, QObject *context, SignedIn callback);
    void adopt(const contract::SessionView &tokens);
    void forget();
    void sendRefresh();
    void finishRefresh(const Outcome &outcome);
    void tellWaiters(const std::optional<ApiError> &error);
    void scheduleRefresh(Instant now);
    void armTimer();

    HttpTransport &m_transport;
    ServerAddress m_server;
    const Clock &m_clock;
    TokenStore &m_store;
    Backoff m_retry;
    Random m_random;
    std::optional<contract::SessionView> m_tokens;
    std::unique_ptr<QObject> m_call; ///< context of the refresh under way; its end drops the answer
    QList<Waiter> m_waiters;
    QTimer m_timer;
    Instant m_refreshAt = Instant::fromMs(0);
    int m_failures = 0;
};

} // namespace soban::client
