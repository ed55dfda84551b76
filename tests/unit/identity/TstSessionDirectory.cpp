// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/SessionDirectory.h"

#include <QTest>

using namespace soban;
using namespace soban::identity;
using namespace std::chrono_literals;

namespace {

const QByteArray kToken("Zm9yLXRoZS10ZXN0LW9mLXRoZS1kaXJlY3RvcnktMQ1");

SessionId sessionOf(qint64 number) {
    return *SessionId::fromNumber(number);
}

} // namespace

/// Each test asks twice before the end of a session as well: from the second time on a token is
/// known by itself.
class TstSessionDirectory : public QObject {
    Q_OBJECT

private slots:
    void init();

    void tokenIsGoodAgainAndAgain();
    void endedSessionIsOverAtOnce();
    void exchangedTokenIsOverAtOnce();
    void tokenExpires();
    void otherTokensAreNobodys_data();
    void otherTokensAreNobodys();
    void sessionsAreNotMixedUp();

private:
    void open(qint64 session, const QByteArray &token) {
        m_directory->put(tokenHash(token),
                         {sessionOf(session),
                          {Role::Customer, AccountId::fromNumber(100 + session), {}},
                          m_clock.now() + 15min});
    }
    /// The number of the session, 0 if there is none.
    qint64 owner(const QByteArray &token) const {
        const auto who = m_directory->find(token);
        return who ? who->session.number() : 0;
    }

    ManualClock m_clock{Instant::fromMs(1'800'000'000'000)};
    std::unique_ptr<SessionDirectory> m_directory;
};

void TstSessionDirectory::init() {
    m_directory = std::make_unique<SessionDirectory>(m_clock);
    open(1, kToken);
}

void TstSessionDirectory::tokenIsGoodAgainAndAgain() {
    for (int i = 0; i < 3; ++i) {
        const auto who = m_directory->find(kToken);
        QVERIFY(who);
        QCOMPARE(who->session, sessionOf(1));
        QVERIFY(who->actor.account == AccountId::fromNumber(101));
    }
    QCOMPARE(m_directory->count(), 1);
}

void TstSessionDirectory::endedSessionIsOverAtOnce() {
    QCOMPARE(owner(kToken), 1);
    QCOMPARE(owner(kToken), 1);
    m_directory->remove(sessionOf(1));
    QCOMPARE(owner(kToken), 0);
    QCOMPARE(owner(kToken), 0);
    QVERIFY(!m_directory->contains(sessionOf(1)));
}

void TstSessionDirectory::exchangedTokenIsOverAtOnce() {
    QCOMPARE(owner(kToken), 1);
    QCOMPARE(owner(kToken), 1);
    open(1, "the-next");
    QCOMPARE(owner(kToken), 0);
    QCOMPARE(owner("the-next"), 1);
    QCOMPARE(owner("the-next"), 1);
    m_directory->remove(sessionOf(1));
    QCOMPARE(owner("the-next"), 0);
}

void TstSessionDirectory::tokenExpires() {
    m_clock.advance(15min - 1ms);
    QCOMPARE(owner(kToken), 1);
    QCOMPARE(owner(kToken), 1);
    m_clock.advance(1ms);
    QCOMPARE(owner(kToken), 0);
}

void TstSessionDirectory::otherTokensAreNobodys_data() {
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("longer") << kToken + '1';
    QTest::newRow("shorter") << kToken.chopped(1);
    QTest::newRow("another end") << kToken.chopped(1) + '2';
    QTest::newRow("another case") << kToken.toLower();
    QTest::newRow("its hash") << tokenHash(kToken);
}

void TstSessionDirectory::otherTokensAreNobodys() {
    QFETCH(QByteArray, token);
    QCOMPARE(owner(kToken), 1);
    QCOMPARE(owner(token), 0);
    QCOMPARE(owner(token), 0);
    QCOMPARE(owner(kToken), 1);
}

void TstSessionDirectory::sessionsAreNotMixedUp() {
    open(2, "another");
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(owner(kToken), 1);
        QCOMPARE(owner("another"), 2);
    }
    m_directory->remove(sessionOf(1));
    QCOMPARE(owner(kToken), 0);
    QCOMPARE(owner("another"), 2);
}

QTEST_APPLESS_MAIN(TstSessionDirectory)
#include "TstSessionDirectory.moc"
