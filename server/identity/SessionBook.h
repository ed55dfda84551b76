// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Identity.h"
#include "events/IdSource.h"
#include "identity/AccountStore.h"

#include <variant>

namespace soban::identity {

struct SessionLifetimes {
    qint64 accessMs = qint64(15) * 60 * 1000;
    qint64 refreshMs = qint64(30) * 24 * 3600 * 1000;
    /// How long an exchanged refresh token may be sent again while nobody has used what it was
    /// exchanged for: the network stack of a client may silently repeat a POST.
    qint64 repeatMs = 60 * 1000;
};

/// A session with new tokens: what the client is told and what the directory needs.
struct IssuedSession {
    contract::SessionView view;
    LiveSession live;
};

/// The rules of sessions, inside the transaction that is open.
class SessionBook {
public:
    /// Not a good token: unknown, expired, or of a locked account.
    struct UnknownToken {};
    /// A spent token came back, so two parties hold tokens of this session: it was ended.
    struct Reused {
        SessionId session;
    };
    using Rotation = std::variant<IssuedSession, UnknownToken, Reused>;

    SessionBook(AccountStore &store, IdSource &ids, const Clock &clock,
                const SessionLifetimes &lifetimes);

    IssuedSession open(const Account &account);
    /// Exchanges a refresh token for new tokens.
    Rotation rotate(const QByteArray &refreshToken);

private:
    Rotation endReused(const Session &session, Instant now);
    IssuedSession issue(const Account &account, const Session &session,
                        const QByteArray &accessToken, Instant now);

    AccountStore &m_store;
    IdSource &m_ids;
    const Clock &m_clock;
    const SessionLifetimes m_lifetimes;
};

/// What others may know of an account.
contract::AccountView viewOf(const Account &account);

} // namespace soban::identity
