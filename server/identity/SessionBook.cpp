// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/SessionBook.h"

#include <sodium.h>

namespace soban::identity {

using std::chrono::milliseconds;

namespace {

constexpr qsizetype kTokenBytes = 32;
constexpr qsizetype kTokenLength = 43; // 32 bytes in base64url

QByteArray newToken() {
    QByteArray random(kTokenBytes, Qt::Uninitialized);
    randombytes_buf(random.data(), kTokenBytes);
    return random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

contract::AccountView viewOf(const Account &account) {
    return {account.id,    account.role,     account.login.text(), account.name,
            account.phone, account.language, account.shop};
}

SessionBook::SessionBook(AccountStore &store, IdSource &ids, const Clock &clock,
                         const SessionLifetimes &lifetimes)
    : m_store(store), m_ids(ids), m_clock(clock), m_lifetimes(lifetimes) {}

IssuedSession SessionBook::open(const Account &account) {
    const Instant now = m_clock.now();
    const QByteArray accessToken = newToken();
    const Session session{m_ids.next<SessionId>(), account.id, tokenHash(accessToken),
                          now + milliseconds(m_lifetimes.accessMs),
                          now + milliseconds(m_lifetimes.refreshMs)};
    m_store.insertSession(session, now);
    return issue(account, session, accessToken, now);
}

SessionBook::Rotation SessionBook::rotate(const QByteArray &refreshToken) {
    if (refreshToken.size() != kTokenLength)
        return UnknownToken{};
    const Instant now = m_clock.now();
    const auto token = m_store.findRefreshToken(tokenHash(refreshToken));
    if (!token || token->expiresAt <= now)
        return UnknownToken{};
    auto session = m_store.findSession(token->session);
    const auto account = session ? m_store.find(session->account) : std::nullopt;
    if (!account || account->isDisabled)
        return UnknownToken{};

    if (token->state == RefreshState::Fresh) {
        // Its use proves that the client has it: whatever came before is spent, and so are siblings
        // that were issued when its parent was sent twice.
        m_store.spendRefreshTokens(session->id);
        m_store.markUsed(token->hash, now + milliseconds(m_lifetimes.repeatMs));
    } else if (token->state == RefreshState::Spent || now >= *token->goodUntil) {
        return endReused(*session, now);
    }
    m_store.removeExpiredRefreshTokens(session->id, now);
    const QByteArray accessToken = newToken();
    session->accessHash = tokenHash(accessToken);
    session->accessExpiresAt = now + milliseconds(m_lifetimes.accessMs);
    session->refreshExpiresAt = now + milliseconds(m_lifetimes.refreshMs);
    m_store.updateSession(*session);
    return issue(*account, *session, accessToken, now);
}

SessionBook::Rotation SessionBook::endReused(const Session &session, Instant now) {
    m_store.removeSession(session.id);
    m_store.record(
        {session.account, QStringLiteral("refresh-token-reused"), session.id.toText(), now});
    return Reused{session.id};
}

IssuedSession SessionBook::issue(const Account &account, const Session &session,
                                 const QByteArray &accessToken, Instant now) {
    const QByteArray refreshToken = newToken();
    m_store.insertRefreshToken({tokenHash(refreshToken), session.id, RefreshState::Fresh,
                                std::nullopt, now + milliseconds(m_lifetimes.refreshMs)});
    return {{QString::fromLatin1(accessToken), session.accessExpiresAt,
             QString::fromLatin1(refreshToken), session.refreshExpiresAt, viewOf(account)},
            {session.accessHash,
             {session.id, Actor{account.role, account.id, account.shop}, session.accessExpiresAt}}};
}

} // namespace soban::identity
