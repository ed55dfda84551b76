// SPDX-License-Identifier: GPL-3.0-or-later
#include "IdentityTestKit.h"

using namespace soban;
using namespace soban::identity;
using contract::ErrorCode;

/// What becomes of refresh tokens, as scripts. Tokens are numbered as they are issued, 0 by the
/// sign-in. `use 0` gives the next token; `refuse 0` is turned down and changes nothing; `end 0` is
/// taken for a theft and ends the session; `wait 60000` lets milliseconds pass.
class TstSessionRotation : public QObject {
    Q_OBJECT

private slots:
    void follows_data();
    void follows();
    void theOldAccessTokenEnds();
    void refusesWhatIsNoToken_data();
    void refusesWhatIsNoToken();
    void forgetsTokensThatExpired();
};

void TstSessionRotation::follows_data() {
    constexpr qint64 day = 24 * 3600 * 1000;
    const auto wait = [](qint64 ms) { return QStringLiteral("wait %1").arg(ms); };
    QTest::addColumn<QStringList>("script");
    QTest::newRow("one after the other") << QStringList{"use 0", "use 1", "use 2", "use 3"};
    QTest::newRow("repeated at once") << QStringList{"use 0", "use 0", "use 2"};
    QTest::newRow("the first answer arrived after all") << QStringList{"use 0", "use 0", "use 1"};
    QTest::newRow("repeated in time") << QStringList{"use 0", wait(59'999), "use 0", "use 2"};
    QTest::newRow("repeated too late") << QStringList{"use 0", wait(60'000), "end 0", "refuse 1"};
    QTest::newRow("repeating gives no more time")
        << QStringList{"use 0", wait(40'000), "use 0", wait(20'000), "end 0"};
    QTest::newRow("repeated after its successor was used")
        << QStringList{"use 0", "use 1", "end 0", "refuse 2"};
    QTest::newRow("repeated after a sibling's use")
        << QStringList{"use 0", "use 0", "use 2", "end 1", "refuse 3"};
    QTest::newRow("a parent repeated while its child is")
        << QStringList{"use 0", "use 1", "use 1", "end 0", "refuse 3"};
    QTest::newRow("an old one") << QStringList{"use 0", "use 1", "use 2", "use 3", "end 1"};
    QTest::newRow("all of an ended session are dead")
        << QStringList{"use 0", "use 1", "end 0", "refuse 0", "refuse 1", "refuse 2"};
    QTest::newRow("just before it expires") << QStringList{wait(30 * day - 1), "use 0"};
    QTest::newRow("expired") << QStringList{wait(30 * day), "refuse 0"};
    QTest::newRow("use prolongs the session")
        << QStringList{wait(20 * day), "use 0", wait(20 * day), "use 1", wait(20 * day), "use 2"};
    QTest::newRow("a spent one after its expiry")
        << QStringList{wait(day), "use 0", wait(day), "use 1", wait(28 * day), "refuse 0", "use 2"};
}

void TstSessionRotation::follows() {
    QFETCH(QStringList, script);
    IdentityHouse house;
    const auto opened = house.registerAccount(QStringLiteral("mina"));
    QVERIFY(opened);
    const SessionId session = house.whoHas(opened->accessToken)->session;
    QStringList tokens{opened->refreshToken};
    QString accessToken = opened->accessToken;
    QSignalSpy ended(&house.bus, &EventBus::sessionEnded);
    int ends = 0;

    for (const QString &step : script) {
        const QString deed = step.section(u' ', 0, 0);
        const qint64 number = step.section(u' ', 1).toLongLong();
        if (deed == u"wait") {
            house.clock.advance(std::chrono::milliseconds(number));
            continue;
        }
        const auto outcome = house.refresh(tokens.at(qsizetype(number)));
        QVERIFY2(outcome.ok() == (deed == u"use"), qPrintable(step));
        if (outcome) {
            QVERIFY(!tokens.contains(outcome->refreshToken));
            tokens.append(outcome->refreshToken);
            accessToken = outcome->accessToken;
            QCOMPARE(house.whoHas(accessToken)->session, session);
            continue;
        }
        QCOMPARE(codeOf(outcome), ErrorCode::Unauthenticated);
        if (deed == u"end") {
            ++ends;
            QVERIFY(!house.whoHas(accessToken));
            QVERIFY(house.auditedDeeds().contains(QStringLiteral("refresh-token-reused")));
        }
        QVERIFY2(ended.count() == ends, qPrintable(step));
    }
}

void TstSessionRotation::theOldAccessTokenEnds() {
    IdentityHouse house;
    const auto opened = house.registerAccount(QStringLiteral("mina"));
    const auto rotated = house.refresh(opened->refreshToken);
    QVERIFY(!house.whoHas(opened->accessToken));
    QVERIFY(house.whoHas(rotated->accessToken));
    QCOMPARE(house.directory.count(), 1);
}

void TstSessionRotation::refusesWhatIsNoToken_data() {
    QTest::addColumn<QString>("token");
    QTest::newRow("empty") << "";
    QTest::newRow("short") << "abc";
    QTest::newRow("right length") << QString(43, u'A');
    QTest::newRow("not Latin") << QString(43, QChar(0xc18c));
}

void TstSessionRotation::refusesWhatIsNoToken() {
    QFETCH(QString, token);
    IdentityHouse house;
    const auto session = house.registerAccount(QStringLiteral("mina"));
    QCOMPARE(codeOf(house.refresh(token)), ErrorCode::Unauthenticated);
    // An access token is none either, and costs its owner nothing.
    QCOMPARE(codeOf(house.refresh(session->accessToken)), ErrorCode::Unauthenticated);
    QVERIFY(house.refresh(session->refreshToken));
}

void TstSessionRotation::forgetsTokensThatExpired() {
    IdentityHouse house;
    QString token = house.registerAccount(QStringLiteral("mina"))->refreshToken;
    for (int day = 0; day < 100; ++day) {
        house.clock.advance(std::chrono::hours(24));
        token = house.refresh(token)->refreshToken;
    }
    auto rows = house.database.query("SELECT COUNT(*) FROM refresh_tokens");
    QVERIFY(rows.next());
    QVERIFY2(rows.number(0) <= 31, qPrintable(QString::number(rows.number(0))));
}

QTEST_GUILESS_MAIN(TstSessionRotation)
#include "TstSessionRotation.moc"
