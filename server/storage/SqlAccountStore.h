// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/AccountStore.h"
#include "storage/SqlSessionNews.h"

namespace soban::storage {

/// Accounts, sessions and the audit in SQL. Belongs to the writer's thread; throws StorageError.
class SqlAccountStore : public identity::AccountStore {
public:
    explicit SqlAccountStore(Database &database) : m_database(database), m_news(database) {}

    std::optional<identity::Account> find(AccountId id) const override;
    std::optional<identity::Account> findByLogin(const identity::Login &login) const override;
    bool insertAccount(const identity::Account &account, Instant at) override;
    bool setDisabled(AccountId id, bool isDisabled) override;

    std::optional<identity::Session> findSession(SessionId id) const override;
    void insertSession(const identity::Session &session, Instant at) override;
    void updateSession(const identity::Session &session) override;
    bool removeSession(SessionId id) override;
    QList<SessionId> removeSessionsOf(AccountId account) override;
    QList<SessionId> removeExpiredSessions(Instant now, int most) override;
    QList<identity::LiveSession> liveSessions(Instant now) const override;

    std::optional<identity::RefreshToken> findRefreshToken(const QByteArray &hash) const override;
    void insertRefreshToken(const identity::RefreshToken &token) override;
    void markUsed(const QByteArray &hash, Instant goodUntil) override;
    void spendRefreshTokens(SessionId session) override;
    void removeExpiredRefreshTokens(SessionId session, Instant now) override;

    void record(const identity::AuditEntry &entry) override;

private:
    QList<SessionId> removeAll(const QList<SessionId> &sessions);

    Database &m_database;
    SqlSessionNews m_news;
};

} // namespace soban::storage
