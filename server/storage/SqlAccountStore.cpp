// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlAccountStore.h"

namespace soban::storage {

using namespace identity;

namespace {

std::optional<Account> accountOf(Rows rows) {
    if (!rows.next())
        return std::nullopt;
    return Account{rows.id<AccountId>(0),
                   rows.word<Role>(1),
                   Rows::sound(Login::from(rows.text(2)), 2),
                   rows.utf8(3),
                   rows.text(4),
                   rows.text(5),
                   rows.word<Language>(6),
                   rows.maybeId<ShopId>(7),
                   rows.flag(8)};
}

QList<SessionId> sessionIds(Rows rows) {
    QList<SessionId> ids;
    while (rows.next())
        ids.append(rows.id<SessionId>(0));
    return ids;
}

} // namespace

std::optional<Account> SqlAccountStore::find(AccountId id) const {
    return accountOf(
        m_database.query("SELECT id, role, login, password_hash, name, phone, language, "
                         "shop_id, disabled FROM accounts WHERE id = ?",
                         id));
}

std::optional<Account> SqlAccountStore::findByLogin(const Login &login) const {
    return accountOf(
        m_database.query("SELECT id, role, login, password_hash, name, phone, language, "
                         "shop_id, disabled FROM accounts WHERE login = ?",
                         login.text()));
}

bool SqlAccountStore::insertAccount(const Account &account, Instant at) {
    const int inserted = m_database.execute(
        "INSERT INTO accounts (id, role, login, password_hash, name, phone, language, shop_id, "
        "created_at, disabled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (login) DO "
        "NOTHING",
        account.id, account.role, account.login.text(), account.passwordHash, account.name,
        account.phone, account.language, account.shop, at, account.isDisabled);
    return inserted == 1;
}

bool SqlAccountStore::setDisabled(AccountId id, bool isDisabled) {
    return m_database.execute("UPDATE accounts SET disabled = ? WHERE id = ? AND disabled <> ?",
                              isDisabled, id, isDisabled) == 1;
}

std::optional<Session> SqlAccountStore::findSession(SessionId id) const {
    Rows rows = m_database.query("SELECT id, account_id, access_hash, access_expires_at, "
                                 "refresh_expires_at FROM sessions WHERE id = ?",
                                 id);
    if (!rows.next())
        return std::nullopt;
    return Session{rows.id<SessionId>(0), rows.id<AccountId>(1), rows.utf8(2), rows.instant(3),
                   rows.instant(4)};
}

void SqlAccountStore::insertSession(const Session &session, Instant at) {
    m_database.execute("INSERT INTO sessions (id, account_id, access_hash, access_expires_at, "
                       "refresh_expires_at, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                       session.id, session.account, session.accessHash, session.accessExpiresAt,
                       session.refreshExpiresAt, at);
    m_news.changed(session.id);
}

void SqlAccountStore::updateSession(const Session &session) {
    m_database.execute("UPDATE sessions SET access_hash = ?, access_expires_at = ?, "
                       "refresh_expires_at = ? WHERE id = ?",
                       session.accessHash, session.accessExpiresAt, session.refreshExpiresAt,
                       session.id);
    m_news.changed(session.id);
}

bool SqlAccountStore::removeSession(SessionId id) {
    m_database.execute("DELETE FROM refresh_tokens WHERE session_id = ?", id);
    const bool wasThere = m_database.execute("DELETE FROM sessions WHERE id = ?", id) == 1;
    if (wasThere)
        m_news.changed(id);
    return wasThere;
}

QList<SessionId> SqlAccountStore::removeAll(const QList<SessionId> &sessions) {
    for (const SessionId session : sessions)
        removeSession(session);
    return sessions;
}

QList<SessionId> SqlAccountStore::removeSessionsOf(AccountId account) {
    return removeAll(sessionIds(
        m_database.query("SELECT id FROM sessions WHERE account_id = ? ORDER BY id", account)));
}

QList<SessionId> SqlAccountStore::removeExpiredSessions(Instant now, int most) {
    return removeAll(
        sessionIds(m_database.query("SELECT id FROM sessions WHERE refresh_expires_at <= ? "
                                    "ORDER BY refresh_expires_at LIMIT ?",
                                    now, most)));
}

QList<LiveSession> SqlAccountStore::liveSessions(Instant now) const {
    Rows rows =
        m_database.query("SELECT s.access_hash, s.id, s.access_expires_at, a.role, a.id, a.shop_id "
                         "FROM sessions s JOIN accounts a ON a.id = s.account_id "
                         "WHERE s.access_expires_at > ? AND a.disabled = 0 ORDER BY s.id",
                         now);
    QList<LiveSession> sessions;
    while (rows.next()) {
        const Actor actor{rows.word<Role>(3), rows.id<AccountId>(4), rows.maybeId<ShopId>(5)};
        sessions.append({rows.utf8(0), {rows.id<SessionId>(1), actor, rows.instant(2)}});
    }
    return sessions;
}

std::optional<RefreshToken> SqlAccountStore::findRefreshToken(const QByteArray &hash) const {
    Rows rows = m_database.query("SELECT hash, session_id, state, good_until, expires_at "
                                 "FROM refresh_tokens WHERE hash = ?",
                                 hash);
    if (!rows.next())
        return std::nullopt;
    return RefreshToken{rows.utf8(0), rows.id<SessionId>(1), rows.word<RefreshState>(2),
                        rows.maybeInstant(3), rows.instant(4)};
}

void SqlAccountStore::insertRefreshToken(const RefreshToken &token) {
    m_database.execute(
        "INSERT INTO refresh_tokens (hash, session_id, state, good_until, expires_at) "
        "VALUES (?, ?, ?, ?, ?)",
        token.hash, token.session, token.state, token.goodUntil, token.expiresAt);
}

void SqlAccountStore::markUsed(const QByteArray &hash, Instant goodUntil) {
    m_database.execute("UPDATE refresh_tokens SET state = ?, good_until = ? WHERE hash = ?",
                       RefreshState::Used, goodUntil, hash);
}

void SqlAccountStore::spendRefreshTokens(SessionId session) {
    m_database.execute("UPDATE refresh_tokens SET state = ?, good_until = NULL WHERE session_id = "
                       "? AND state <> ?",
                       RefreshState::Spent, session, RefreshState::Spent);
}

void SqlAccountStore::removeExpiredRefreshTokens(SessionId session, Instant now) {
    m_database.execute("DELETE FROM refresh_tokens WHERE session_id = ? AND expires_at <= ?",
                       session, now);
}

void SqlAccountStore::record(const AuditEntry &entry) {
    m_database.execute(
        "INSERT INTO audit (account_id, deed, object, at, decision) VALUES (?, ?, ?, ?, ?)",
        entry.account, entry.deed, entry.object, entry.at, entry.decision);
}

} // namespace soban::storage
