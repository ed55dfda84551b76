// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Migrations.h"
#include "storage/SqlAccountStore.h"
#include "support/TestDatabase.h"

#include <QTest>

using namespace soban;
using namespace soban::identity;
using namespace soban::storage;
using namespace std::chrono_literals;

namespace {

const Instant kNow = Instant::fromMs(1'800'000'000'000);

template <typename AnyId>
AnyId id(qint64 number) {
    return *AnyId::fromNumber(number);
}

Account accountWith(qint64 number, const QString &login, Role role = Role::Customer) {
    return {
        id<AccountId>(number),  role,
        *Login::from(login),    "$argon2id$hash",
        QStringLiteral("하나"), QStringLiteral("010-0000-0101"),
        Language::Korean,       role == Role::Shop ? std::optional(id<ShopId>(7)) : std::nullopt};
}

Session sessionWith(qint64 number, qint64 account) {
    return {id<SessionId>(number), id<AccountId>(account), QByteArray::number(number), kNow + 15min,
            kNow + 24h};
}

RefreshToken tokenWith(const QByteArray &hash, qint64 session, Instant expiresAt = kNow + 24h) {
    return {hash, id<SessionId>(session), RefreshState::Fresh, std::nullopt, expiresAt};
}

} // namespace

class TstSqlAccountStore : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_place = std::make_unique<testing::TestDatabase>();
        m_database = std::make_unique<Database>(m_place->address(), Database::Access::ReadWrite);
        migrate(*m_database, kNow);
        m_store = std::make_unique<SqlAccountStore>(*m_database);
    }
    void cleanup() {
        m_store.reset();
        m_database.reset();
        m_place.reset();
    }

    void findsWhatItStored_data() {
        QTest::addColumn<Role>("role");
        QTest::newRow("customer") << Role::Customer;
        QTest::newRow("shop's owner") << Role::Shop;
        QTest::newRow("operator") << Role::Operator;
    }
    void findsWhatItStored() {
        QFETCH(Role, role);
        const Account account = accountWith(1, QStringLiteral("hana"), role);
        QVERIFY(m_store->insertAccount(account, kNow));
        for (const auto &found : {m_store->find(account.id), m_store->findByLogin(account.login)}) {
            QVERIFY(found);
            QCOMPARE(found->id, account.id);
            QCOMPARE(found->role, role);
            QCOMPARE(found->login, account.login);
            QCOMPARE(found->passwordHash, account.passwordHash);
            QCOMPARE(found->name, account.name);
            QCOMPARE(found->phone, account.phone);
            QCOMPARE(found->language, account.language);
            QCOMPARE(found->shop, account.shop);
            QVERIFY(!found->isDisabled);
        }
        QVERIFY(!m_store->find(id<AccountId>(2)));
        QVERIFY(!m_store->findByLogin(*Login::from(QStringLiteral("duri"))));
    }

    void refusesASecondAccountOfALogin() {
        QVERIFY(m_store->insertAccount(accountWith(1, QStringLiteral("hana")), kNow));
        QVERIFY(!m_store->insertAccount(accountWith(2, QStringLiteral("Hana")), kNow));
        QVERIFY(!m_store->find(id<AccountId>(2)));
        // Another clash is an error and not a taken login.
        QVERIFY_THROWS_EXCEPTION(StorageError, (void)m_store->insertAccount(
                                                   accountWith(1, QStringLiteral("duri")), kNow));
    }

    void tellsWhetherLockingChangedAnything() {
        QVERIFY(m_store->insertAccount(accountWith(1, QStringLiteral("hana")), kNow));
        QVERIFY(m_store->setDisabled(id<AccountId>(1), true));
        QVERIFY(m_store->find(id<AccountId>(1))->isDisabled);
        QVERIFY(!m_store->setDisabled(id<AccountId>(1), true));
        QVERIFY(m_store->setDisabled(id<AccountId>(1), false));
        QVERIFY(!m_store->setDisabled(id<AccountId>(2), true));
    }

    void replacesASessionsTokens() {
        QVERIFY(m_store->insertAccount(accountWith(1, QStringLiteral("hana")), kNow));
        Session session = sessionWith(11, 1);
        m_store->insertSession(session, kNow);
        session.accessHash = "other";
        session.accessExpiresAt = kNow + 30min;
        session.refreshExpiresAt = kNow + 48h;
        m_store->updateSession(session);
        const auto found = m_store->findSession(session.id);
        QVERIFY(found);
        QCOMPARE(found->account, session.account);
        QCOMPARE(found->accessHash, session.accessHash);
        QCOMPARE(found->accessExpiresAt, session.accessExpiresAt);
        QCOMPARE(found->refreshExpiresAt, session.refreshExpiresAt);
    }

    void removesSessionsWithTheirTokens() {
        addSessions();
        QVERIFY(m_store->removeSession(id<SessionId>(11)));
        QVERIFY(!m_store->removeSession(id<SessionId>(11)));
        QVERIFY(!m_store->findSession(id<SessionId>(11)));
        QVERIFY(!m_store->findRefreshToken("of 11"));
        QVERIFY(m_store->findRefreshToken("of 12"));
        QCOMPARE(m_store->removeSessionsOf(id<AccountId>(1)), QList{id<SessionId>(12)});
        QVERIFY(!m_store->findRefreshToken("of 12"));
        QVERIFY(m_store->findRefreshToken("of 21"));
        QVERIFY(m_store->removeSessionsOf(id<AccountId>(1)).isEmpty());
    }

    void removesExpiredSessionsAFewAtATime() {
        addSessions();
        QVERIFY(m_store->removeExpiredSessions(kNow + 24h - 1ms, 10).isEmpty());
        QCOMPARE(m_store->removeExpiredSessions(kNow + 24h, 2).size(), 2);
        QCOMPARE(m_store->removeExpiredSessions(kNow + 24h, 2).size(), 1);
        QVERIFY(m_store->removeExpiredSessions(kNow + 24h, 2).isEmpty());
    }

    void loadsTheLiveSessionsOfOpenAccounts() {
        addSessions();
        QVERIFY(m_store->setDisabled(id<AccountId>(1), true));
        const auto live = m_store->liveSessions(kNow);
        QCOMPARE(live.size(), 1);
        QCOMPARE(live[0].accessHash, QByteArray("21"));
        QCOMPARE(live[0].who.session, id<SessionId>(21));
        QCOMPARE(live[0].who.actor, (Actor{Role::Shop, id<AccountId>(2), id<ShopId>(7)}));
        QCOMPARE(live[0].who.expiresAt, kNow + 15min);
        QVERIFY(m_store->liveSessions(kNow + 15min).isEmpty());
    }

    void keepsTheStateOfRefreshTokens() {
        addSessions();
        m_store->markUsed("of 11", kNow + 1min);
        auto token = m_store->findRefreshToken("of 11");
        QVERIFY(token);
        QCOMPARE(token->session, id<SessionId>(11));
        QCOMPARE(token->state, RefreshState::Used);
        QCOMPARE(token->goodUntil, std::optional(kNow + 1min));
        QCOMPARE(token->expiresAt, kNow + 24h);
        m_store->insertRefreshToken(tokenWith("next", 11));
        m_store->spendRefreshTokens(id<SessionId>(11));
        for (const char *hash : {"of 11", "next"}) {
            token = m_store->findRefreshToken(hash);
            QCOMPARE(token->state, RefreshState::Spent);
            QVERIFY(!token->goodUntil);
        }
        QCOMPARE(m_store->findRefreshToken("of 12")->state, RefreshState::Fresh);
    }

    void removesExpiredRefreshTokensOfOneSession() {
        addSessions();
        m_store->insertRefreshToken(tokenWith("old", 11, kNow));
        m_store->insertRefreshToken(tokenWith("old of another", 12, kNow));
        m_store->removeExpiredRefreshTokens(id<SessionId>(11), kNow);
        QVERIFY(!m_store->findRefreshToken("old"));
        QVERIFY(m_store->findRefreshToken("of 11"));
        QVERIFY(m_store->findRefreshToken("old of another"));
    }

    void recordsWhoDidWhat() {
        m_store->record({id<AccountId>(1), QStringLiteral("did"), QStringLiteral("this"), kNow});
        m_store->record({id<AccountId>(2), QStringLiteral("did"), QStringLiteral("that"), kNow,
                         QStringLiteral("so much")});
        auto rows = m_database->query(
            "SELECT account_id, deed, object, at, decision FROM audit ORDER BY id");
        QVERIFY(rows.next());
        QCOMPARE(rows.id<AccountId>(0), id<AccountId>(1));
        QCOMPARE(rows.text(1), QStringLiteral("did"));
        QCOMPARE(rows.text(2), QStringLiteral("this"));
        QCOMPARE(rows.instant(3), kNow);
        QVERIFY(rows.isNull(4));
        QVERIFY(rows.next());
        QCOMPARE(rows.text(4), QStringLiteral("so much"));
        QVERIFY(!rows.next());
    }

private:
    /// Two of account 1 (11, 12) and one of account 2 (21), a shop's.
    void addSessions() {
        QVERIFY(m_store->insertAccount(accountWith(1, QStringLiteral("hana")), kNow));
        QVERIFY(m_store->insertAccount(accountWith(2, QStringLiteral("shop"), Role::Shop), kNow));
        for (const qint64 number : {11, 12, 21}) {
            m_store->insertSession(sessionWith(number, number / 10), kNow);
            m_store->insertRefreshToken(tokenWith("of " + QByteArray::number(number), number));
        }
    }

    std::unique_ptr<testing::TestDatabase> m_place;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SqlAccountStore> m_store;
};

QTEST_GUILESS_MAIN(TstSqlAccountStore)
#include "TstSqlAccountStore.moc"
