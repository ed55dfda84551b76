// SPDX-License-Identifier: GPL-3.0-or-later
#include "IdentityTestKit.h"

#include "contract/Codec.h"

#include <QDir>

using namespace soban;
using namespace soban::identity;
using contract::ErrorCode;
using namespace std::chrono_literals;

class TstIdentity : public QObject {
    Q_OBJECT

private slots:
    void registersAndSignsIn();
    void registersCustomersAndRidersOnly_data();
    void registersCustomersAndRidersOnly();
    void refusesATakenLoginInAnySpelling();
    void refusesABadNewAccount_data();
    void refusesABadNewAccount();
    void unknownUserAndWrongPasswordLookTheSame();
    void throttlesTheGuesserAndNotTheVictim();
    void answersBusyWhenTooMuchIsHashed();
    void answersUnavailableWithoutTheDatabase_data();
    void answersUnavailableWithoutTheDatabase();
    void aFailingDatabaseDoesNotCountAsGuessing();
    void storesNoTokenAndNoPassword();
    void accessTokensExpire();
    void signOutEndsOneSession();
    void endThatWasStoredAndNeverToldIsToldTheNextTime();
    void lockingEndsAllSessions();
    void lockingIsIdempotentAndAudited();
    void refusesToLockTheUnknownAndOneself();
    void aLockDuringSignInWins();
    void loadsLiveSessionsAtStart();
    void sweepsExpiredSessions();
};

void TstIdentity::registersAndSignsIn() {
    IdentityHouse house;
    const auto opened = house.registerAccount(QStringLiteral(" Mina@Demo.Soban "));
    QVERIFY(opened);
    QCOMPARE(opened->account.login, QStringLiteral("mina@demo.soban"));
    QCOMPARE(opened->accessExpiresAt, house.clock.now() + 15min);
    QCOMPARE(opened->refreshExpiresAt, house.clock.now() + 24h * 30);

    const auto again = house.signIn(QStringLiteral("MINA@demo.soban"));
    QVERIFY(again);
    QCOMPARE(again->account.id, opened->account.id);
    const auto who = house.whoHas(again->accessToken);
    QVERIFY(who);
    QCOMPARE(who->actor, (Actor{Role::Customer, opened->account.id, {}}));
    // Two devices: both stay signed in, with tokens of their own.
    QVERIFY(house.whoHas(opened->accessToken));
    const QStringList tokens{opened->accessToken, opened->refreshToken, again->accessToken,
                             again->refreshToken};
    QCOMPARE(QSet<QString>(tokens.begin(), tokens.end()).size(), 4);
    for (const QString &token : tokens)
        QCOMPARE(token.size(), 43);
}

void TstIdentity::registersCustomersAndRidersOnly_data() {
    QTest::addColumn<Role>("role");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("customer") << Role::Customer << true;
    QTest::newRow("rider") << Role::Rider << true;
    QTest::newRow("shop") << Role::Shop << false;
    QTest::newRow("operator") << Role::Operator << false;
    QTest::newRow("system") << Role::System << false;
}

void TstIdentity::registersCustomersAndRidersOnly() {
    QFETCH(Role, role);
    QFETCH(bool, isAllowed);
    IdentityHouse house;
    const auto outcome = house.registerAccount(QStringLiteral("mina"), role);
    QCOMPARE(outcome.ok(), isAllowed);
    if (!isAllowed) {
        QCOMPARE(codeOf(outcome), ErrorCode::InvalidValue);
        QCOMPARE(outcome.error().field, QStringLiteral("role"));
    }
}

void TstIdentity::refusesATakenLoginInAnySpelling() {
    IdentityHouse house;
    QVERIFY(house.registerAccount(QStringLiteral("mina")));
    const auto second = house.registerAccount(QStringLiteral("MINA "));
    QVERIFY(!second);
    QCOMPARE(codeOf(second), ErrorCode::LoginTaken);
}

void TstIdentity::refusesABadNewAccount_data() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *tag, const char *login, const char *name, const char *phone,
                        const char *field) {
        QTest::newRow(tag) << login << name << phone << field;
    };
    row("blank login", "     ", "Mina", "010", "login");
    row("blank in login", "mi na", "Mina", "010", "login");
    row("blank name", "mina", "  ", "010", "name");
    row("no phone number", "mina", "Mina", "010 or so", "phone");
}

void TstIdentity::refusesABadNewAccount() {
    QFETCH(QString, login);
    QFETCH(QString, name);
    QFETCH(QString, phone);
    IdentityHouse house;
    const contract::RegisterRequest request{Role::Customer, login, house.password,
                                            name,           phone, Language::English};
    const auto outcome = house.answerOf<Identity::SessionOutcome>(
        [&](auto then) { house.identity.registerAccount(request, house.address, then); });
    QVERIFY(!outcome);
    QTEST(*outcome.error().field, "field");
}

void TstIdentity::unknownUserAndWrongPasswordLookTheSame() {
    IdentityHouse house;
    QVERIFY(house.registerAccount(QStringLiteral("mina")));
    const auto wrong = house.signIn(QStringLiteral("mina"), QStringLiteral("wrong"), house.address);
    const auto unknown = house.signIn(QStringLiteral("nobody"), house.password, house.address);
    const auto impossible = house.signIn(QStringLiteral("no body"), house.password, house.address);
    QVERIFY(!wrong && !unknown && !impossible);
    QCOMPARE(codeOf(wrong), ErrorCode::InvalidCredentials);
    QCOMPARE(contract::encode(unknown.error()), contract::encode(wrong.error()));
    QCOMPARE(contract::encode(impossible.error()), contract::encode(wrong.error()));
}

void TstIdentity::throttlesTheGuesserAndNotTheVictim() {
    IdentityHouse house;
    const auto mina = QStringLiteral("mina");
    QVERIFY(house.registerAccount(mina));
    for (int i = 0; i < 5; ++i) {
        // The spelling is no way around.
        const auto spelling = i % 2 ? mina : mina.toUpper();
        QCOMPARE(codeOf(house.signIn(spelling, QStringLiteral("guess"), house.address)),
                 ErrorCode::InvalidCredentials);
    }
    const auto guess = house.signIn(mina, house.password, house.address);
    QVERIFY(!guess);
    QCOMPARE(codeOf(guess), ErrorCode::TooManyRequests);
    QVERIFY(house.signIn(mina, house.password, QStringLiteral("198.51.100.7")));
    house.clock.advance(1s);
    QVERIFY(house.signIn(mina));
}

void TstIdentity::answersBusyWhenTooMuchIsHashed() {
    IdentityHouse house(HasherBounds{1, 0});
    // More than the throttle's patience: an attempt that nobody looked at is no guess.
    for (int i = 0; i < 10; ++i) {
        const auto outcome = house.signIn(QStringLiteral("mina"));
        QVERIFY(!outcome);
        QCOMPARE(codeOf(outcome), ErrorCode::TooManyRequests);
        QVERIFY(!outcome.error().detail);
    }
    QCOMPARE(codeOf(house.registerAccount(QStringLiteral("mina"))), ErrorCode::TooManyRequests);
}

void TstIdentity::answersUnavailableWithoutTheDatabase_data() {
    QTest::addColumn<bool>("isFull");
    QTest::newRow("queue full") << true;
    QTest::newRow("commit failed") << false;
}

void TstIdentity::answersUnavailableWithoutTheDatabase() {
    QFETCH(bool, isFull);
    IdentityHouse house;
    const auto session = house.registerAccount(QStringLiteral("mina"));
    QVERIFY(session);
    const auto who = house.whoHas(session->accessToken);
    (isFull ? house.queue.isFull : house.queue.isBroken) = true;

    QCOMPARE(codeOf(house.registerAccount(QStringLiteral("duri"))), ErrorCode::Unavailable);
    QCOMPARE(codeOf(house.signIn(QStringLiteral("mina"))), ErrorCode::Unavailable);
    QCOMPARE(codeOf(house.refresh(session->refreshToken)), ErrorCode::Unavailable);
    QCOMPARE(codeOf(house.signOut(who->session)), ErrorCode::Unavailable);
    QCOMPARE(codeOf(house.setDisabled(session->account.id, true, *AccountId::fromNumber(1))),
             ErrorCode::Unavailable);
    QVERIFY(!house.answerOf<bool>([&](auto then) { house.identity.loadSessions(then); }));
    QVERIFY(house.whoHas(session->accessToken));

    (isFull ? house.queue.isFull : house.queue.isBroken) = false;
    QVERIFY(house.refresh(session->refreshToken));
}

void TstIdentity::aFailingDatabaseDoesNotCountAsGuessing() {
    IdentityHouse house;
    house.queue.isBroken = true;
    for (int i = 0; i < 10; ++i)
        QCOMPARE(codeOf(house.signIn(QStringLiteral("mina"))), ErrorCode::Unavailable);
}

void TstIdentity::storesNoTokenAndNoPassword() {
    IdentityHouse house;
    const auto opened = house.registerAccount(QStringLiteral("mina"));
    const auto rotated = house.refresh(opened->refreshToken);
    QVERIFY(rotated);
    QByteArray stored;
    const QDir dir(house.dir.path());
    for (const QString &name : dir.entryList(QDir::Files)) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        stored += file.readAll();
    }
    QVERIFY(stored.contains(tokenHash(rotated->refreshToken.toUtf8())));
    for (const QString &secret : {opened->accessToken, opened->refreshToken, rotated->accessToken,
                                  rotated->refreshToken, house.password}) {
        QVERIFY(!stored.contains(secret.toUtf8()));
    }
}

void TstIdentity::accessTokensExpire() {
    IdentityHouse house;
    const auto session = house.registerAccount(QStringLiteral("mina"));
    house.clock.advance(15min - 1ms);
    QVERIFY(house.whoHas(session->accessToken));
    house.clock.advance(1ms);
    QVERIFY(!house.whoHas(session->accessToken));
    QVERIFY(house.refresh(session->refreshToken));
}

void TstIdentity::signOutEndsOneSession() {
    IdentityHouse house;
    const auto phone = house.registerAccount(QStringLiteral("mina"));
    const auto desk = house.signIn(QStringLiteral("mina"));
    const SessionId session = house.whoHas(phone->accessToken)->session;
    QList<SessionId> ended;
    connect(&house.bus, &EventBus::sessionEnded, this, [&](SessionId id) { ended.append(id); });

    QVERIFY(house.signOut(session));
    QCOMPARE(ended, QList{session});
    QVERIFY(!house.whoHas(phone->accessToken));
    QCOMPARE(codeOf(house.refresh(phone->refreshToken)), ErrorCode::Unauthenticated);
    QVERIFY(house.whoHas(desk->accessToken));
    QVERIFY(house.refresh(desk->refreshToken));
    // Once more is no error and no news.
    QVERIFY(house.signOut(session));
    QCOMPARE(ended, QList{session});
}

void TstIdentity::endThatWasStoredAndNeverToldIsToldTheNextTime() {
    IdentityHouse house;
    const auto mina = house.registerAccount(QStringLiteral("mina"));
    const auto duri = house.registerAccount(QStringLiteral("duri"));
    const SessionId minas = house.whoHas(mina->accessToken)->session;
    const SessionId duris = house.whoHas(duri->accessToken)->session;
    // What becomes of a sign-out and of a lock that were committed without anybody knowing it.
    QVERIFY(house.store.removeSession(minas));
    QVERIFY(house.store.setDisabled(duri->account.id, true));
    house.store.removeSessionsOf(duri->account.id);
    QList<SessionId> ended;
    connect(&house.bus, &EventBus::sessionEnded, this, [&](SessionId id) { ended.append(id); });

    QVERIFY(house.signOut(minas));
    QVERIFY(house.setDisabled(duri->account.id, true, house.operatorId()));
    QCOMPARE(ended, (QList{minas, duris}));
    QVERIFY(!house.whoHas(mina->accessToken) && !house.whoHas(duri->accessToken));
}

void TstIdentity::lockingEndsAllSessions() {
    IdentityHouse house;
    const auto mina = QStringLiteral("mina");
    const auto phone = house.registerAccount(mina);
    const auto desk = house.signIn(mina);
    const auto other = house.registerAccount(QStringLiteral("duri"));
    QSignalSpy ended(&house.bus, &EventBus::sessionEnded);

    QVERIFY(house.setDisabled(phone->account.id, true, house.operatorId()));
    QCOMPARE(ended.count(), 2);
    QVERIFY(!house.whoHas(phone->accessToken));
    QVERIFY(!house.whoHas(desk->accessToken));
    QCOMPARE(codeOf(house.refresh(desk->refreshToken)), ErrorCode::Unauthenticated);
    QVERIFY(house.whoHas(other->accessToken));
    // Only who knows the password learns of the lock.
    QCOMPARE(codeOf(house.signIn(mina)), ErrorCode::Forbidden);
    QCOMPARE(codeOf(house.signIn(mina, QStringLiteral("wrong"), house.address)),
             ErrorCode::InvalidCredentials);

    QVERIFY(house.setDisabled(phone->account.id, false, house.operatorId()));
    QVERIFY(house.signIn(mina));
    QCOMPARE(codeOf(house.refresh(desk->refreshToken)), ErrorCode::Unauthenticated);
}

void TstIdentity::lockingIsIdempotentAndAudited() {
    IdentityHouse house;
    const AccountId mina = house.registerAccount(QStringLiteral("mina"))->account.id;
    const AccountId boss = house.operatorId();
    for (const bool isDisabled : {true, true, false, false, true})
        QVERIFY(house.setDisabled(mina, isDisabled, boss));
    QCOMPARE(house.auditedDeeds(),
             (QStringList{"account-disabled", "account-enabled", "account-disabled"}));
    auto rows = house.database.query("SELECT account_id, object, at FROM audit");
    QVERIFY(rows.next());
    QCOMPARE(rows.id<AccountId>(0), boss);
    QCOMPARE(rows.text(1), mina.toText());
    QCOMPARE(rows.instant(2), house.clock.now());
}

void TstIdentity::refusesToLockTheUnknownAndOneself() {
    IdentityHouse house;
    const AccountId boss = house.operatorId();
    const AccountId nobody = *AccountId::fromNumber(4711);
    QCOMPARE(codeOf(house.setDisabled(nobody, true, boss)), ErrorCode::NotFound);
    QCOMPARE(codeOf(house.setDisabled(nobody, false, boss)), ErrorCode::NotFound);
    QCOMPARE(codeOf(house.setDisabled(boss, true, boss)), ErrorCode::Forbidden);
    QVERIFY(house.auditedDeeds().isEmpty());
}

void TstIdentity::aLockDuringSignInWins() {
    IdentityHouse house;
    const AccountId mina = house.registerAccount(QStringLiteral("mina"))->account.id;
    // The account was looked up, its password is right, and its session is about to be stored.
    house.queue.worksToSkip = 1;
    house.queue.beforeWork = [&] { QVERIFY(house.store.setDisabled(mina, true)); };
    QCOMPARE(codeOf(house.signIn(QStringLiteral("mina"))), ErrorCode::Forbidden);
}

void TstIdentity::loadsLiveSessionsAtStart() {
    IdentityHouse house;
    const auto old = house.registerAccount(QStringLiteral("mina"));
    house.clock.advance(10min);
    const auto young = house.signIn(QStringLiteral("mina"));
    house.clock.advance(5min);

    SessionDirectory fresh(house.clock);
    Identity restarted({house.queue, house.store, house.hasher, house.throttle, fresh, house.bus,
                        house.ids, house.clock});
    QVERIFY(house.answerOf<bool>([&](auto then) { restarted.loadSessions(then); }));
    QCOMPARE(fresh.count(), 1);
    const auto who = fresh.find(young->accessToken.toUtf8());
    QVERIFY(who);
    QCOMPARE(who->actor, (Actor{Role::Customer, young->account.id, {}}));
    QCOMPARE(who->expiresAt, young->accessExpiresAt);
    QVERIFY(!fresh.find(old->accessToken.toUtf8()));
}

void TstIdentity::sweepsExpiredSessions() {
    IdentityHouse house;
    QVERIFY(house.registerAccount(QStringLiteral("mina")));
    house.clock.advance(24h * 30);
    QSignalSpy ended(&house.bus, &EventBus::sessionEnded);
    QVERIFY(house.signIn(QStringLiteral("mina")));
    QCOMPARE(ended.count(), 1);
    auto rows = house.database.query(
        "SELECT (SELECT COUNT(*) FROM sessions), (SELECT COUNT(*) FROM refresh_tokens)");
    QVERIFY(rows.next());
    QCOMPARE(rows.number(0), 1);
    QCOMPARE(rows.number(1), 1);
    QCOMPARE(house.directory.count(), 1);
}

QTEST_GUILESS_MAIN(TstIdentity)
#include "TstIdentity.moc"
