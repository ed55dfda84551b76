// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Account.h"
#include "domain/Instant.h"
#include "identity/Login.h"
#include "identity/SessionDirectory.h"

#include <QByteArray>
#include <QList>

namespace soban::identity {

struct Account {
    AccountId id;
    Role role;
    Login login;
    QByteArray passwordHash; ///< as PasswordHasher writes it
    QString name;
    QString phone;
    Language language;
    std::optional<ShopId> shop; ///< of a shop's owner
    bool isDisabled = false;
};

/// One signed-in device: an access token and a family of refresh tokens, each the child of one
/// before it. Tokens are only ever stored as `tokenHash`.
struct Session {
    SessionId id;
    AccountId account;
    QByteArray accessHash;
    Instant accessExpiresAt;
    Instant refreshExpiresAt; ///< when its youngest refresh token expires
};

/// `Fresh`: nobody has used it. `Used`: it was exchanged, but nobody has used what it was exchanged
/// for. `Spent`: it has no business to appear again.
enum class RefreshState { Fresh, Used, Spent };

struct RefreshToken {
    QByteArray hash;
    SessionId session;
    RefreshState state;
    std::optional<Instant> goodUntil; ///< of a `Used` one: until when it may be sent again
    Instant expiresAt;
};

/// A session as the directory keeps it.
struct LiveSession {
    QByteArray accessHash;
    SignedIn who;
};

/// Something that must be found again when somebody asks who did it.
struct AuditEntry {
    AccountId account; ///< who acted
    QString deed;
    QString object; ///< what was acted on: an id as text
    Instant at;
    /// What was decided, as the contract encodes it; nothing where the deed says it all.
    std::optional<QString> decision = {};
};

/// Accounts and sessions in the write model, inside the transaction that is open.
class AccountStore {
public:
    virtual ~AccountStore() = default;

    virtual std::optional<Account> find(AccountId id) const = 0;
    virtual std::optional<Account> findByLogin(const Login &login) const = 0;
    /// False, and nothing happens, if the login is taken.
    [[nodiscard]] virtual bool insertAccount(const Account &account, Instant at) = 0;
    /// Whether that changed anything.
    virtual bool setDisabled(AccountId id, bool isDisabled) = 0;

    virtual std::optional<Session> findSession(SessionId id) const = 0;
    virtual void insertSession(const Session &session, Instant at) = 0;
    /// Stores new tokens' hash and expiry.
    virtual void updateSession(const Session &session) = 0;
    /// Removes a session with its refresh tokens; false if there was none.
    virtual bool removeSession(SessionId id) = 0;
    virtual QList<SessionId> removeSessionsOf(AccountId account) = 0;
    /// Removes up to `most` sessions that nobody can refresh any more.
    virtual QList<SessionId> removeExpiredSessions(Instant now, int most) = 0;
    /// All sessions whose access token is good at `now`.
    virtual QList<LiveSession> liveSessions(Instant now) const = 0;

    virtual std::optional<RefreshToken> findRefreshToken(const QByteArray &hash) const = 0;
    virtual void insertRefreshToken(const RefreshToken &token) = 0;
    virtual void markUsed(const QByteArray &hash, Instant goodUntil) = 0;
    /// All tokens of the session are spent from now on.
    virtual void spendRefreshTokens(SessionId session) = 0;
    virtual void removeExpiredRefreshTokens(SessionId session, Instant now) = 0;

    virtual void record(const AuditEntry &entry) = 0;
};

} // namespace soban::identity

template <>
struct soban::EnumText<soban::identity::RefreshState> {
    using S = soban::identity::RefreshState;
    static constexpr std::array entries{std::pair{S::Fresh, "fresh"}, std::pair{S::Used, "used"},
                                        std::pair{S::Spent, "spent"}};
};
