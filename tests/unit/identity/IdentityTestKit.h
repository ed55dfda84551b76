// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/Identity.h"
#include "storage/Migrations.h"
#include "storage/SqlAccountStore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// A queue on the test's thread. It runs each piece of work twice, the first time in vain, as the
/// writer may.
class TestQueue : public QObject, public soban::WriteQueue {
public:
    explicit TestQueue(soban::storage::Database &database) : m_database(database) {}

    bool isFull = false;
    bool isBroken = false;
    std::function<void()>
        beforeWork; ///< called once, before the next piece of work but `worksToSkip`
    int worksToSkip = 0;

    bool submit(Work work, Done done) override {
        if (isFull)
            return false;
        QMetaObject::invokeMethod(
            this, [this, work, done] { run(work, done); }, Qt::QueuedConnection);
        return true;
    }
    void attempt(const std::function<bool()> &) override { qFatal("not used here"); }

private:
    void run(const Work &work, const Done &done) {
        if (isBroken)
            return done(false);
        if (beforeWork && worksToSkip-- == 0)
            std::exchange(beforeWork, nullptr)();
        m_database.begin();
        work();
        m_database.rollBack();
        m_database.begin();
        work();
        m_database.commit();
        done(true);
    }

    soban::storage::Database &m_database;
};

/// The identity module over a database file, with a clock in the test's hand.
class IdentityHouse {
public:
    using SessionOutcome = soban::identity::Identity::SessionOutcome;
    using Outcome = soban::identity::Identity::Outcome;

    explicit IdentityHouse(soban::identity::HasherBounds bounds = {})
        : database(soban::storage::SqliteFile{dir.filePath(QStringLiteral("soban.db"))},
                   soban::storage::Database::Access::ReadWrite)
        , hasher(soban::identity::HashCost{1, 8192}, bounds) {
        soban::storage::migrate(database, clock.now());
    }
    ~IdentityHouse() { hasher.finish(); }

    /// Runs an asynchronous command to its answer; `check` sees the answer at the moment it comes.
    template <typename T, typename Start>
    T answerOf(Start start, std::function<void(const T &)> check = {}) {
        std::optional<T> answer;
        QObject here;
        start([&](const T &value) {
            if (check)
                check(value);
            QMetaObject::invokeMethod(&here, [&answer, value] { answer = value; });
        });
        [&] { QTRY_VERIFY(answer.has_value()); }();
        return *answer;
    }

    SessionOutcome registerAccount(const QString &login, soban::Role role = soban::Role::Customer) {
        const soban::contract::RegisterRequest request{role,
                                                       login,
                                                       password,
                                                       QStringLiteral("Mina"),
                                                       QStringLiteral("010-0000-0001"),
                                                       soban::Language::Korean};
        return answerOf<SessionOutcome>(
            [&](auto then) { identity.registerAccount(request, address, then); }, isInDirectory());
    }
    SessionOutcome signIn(const QString &login, const QString &typed, const QString &from) {
        return answerOf<SessionOutcome>(
            [&](auto then) {
                identity.signIn({login, typed}, from, then);
            },
            isInDirectory());
    }
    SessionOutcome signIn(const QString &login) { return signIn(login, password, address); }
    SessionOutcome refresh(const QString &token) {
        return answerOf<SessionOutcome>([&](auto then) { identity.refresh({token}, then); },
                                        isInDirectory());
    }
    Outcome signOut(soban::SessionId session) {
        return answerOf<Outcome>([&](auto then) { identity.signOut(session, then); });
    }
    Outcome setDisabled(soban::AccountId account, bool isDisabled, soban::AccountId by) {
        return answerOf<Outcome>([&](auto then) {
            if (isDisabled)
                identity.disableAccount(account, by, then);
            else
                identity.enableAccount(account, by, then);
        });
    }

    std::optional<soban::identity::SignedIn> whoHas(const QString &accessToken) const {
        return directory.find(accessToken.toUtf8());
    }
    soban::AccountId operatorId() {
        const auto login = soban::identity::Login::from(QStringLiteral("operator"));
        if (const auto known = store.findByLogin(*login))
            return known->id;
        const soban::identity::Account account{ids.next<soban::AccountId>(),
                                               soban::Role::Operator,
                                               *login,
                                               hasher.hashNow(password),
                                               QStringLiteral("Operator"),
                                               QStringLiteral("010"),
                                               soban::Language::English,
                                               {}};
        [&] { QVERIFY(store.insertAccount(account, clock.now())); }();
        return account.id;
    }
    QStringList auditedDeeds() {
        QStringList deeds;
        auto rows = database.query("SELECT deed FROM audit ORDER BY id");
        while (rows.next())
            deeds.append(rows.text(0));
        return deeds;
    }

    const QString password = QStringLiteral("correct horse");
    const QString address = QStringLiteral("192.0.2.1");
    QTemporaryDir dir;
    soban::ManualClock clock{soban::Instant::fromMs(1'800'000'000'000)};
    soban::IdSource ids{clock, 1};
    soban::storage::Database database;
    soban::storage::SqlAccountStore store{database};
    TestQueue queue{database};
    soban::identity::PasswordHasher hasher;
    soban::identity::SignInThrottle throttle;
    soban::identity::SessionDirectory directory{clock};
    soban::EventBus bus;
    soban::identity::Identity identity{
        {queue, store, hasher, throttle, directory, bus, ids, clock}};

private:
    /// A token must work on every network thread the moment its answer leaves.
    std::function<void(const SessionOutcome &)> isInDirectory() {
        return [this](const SessionOutcome &outcome) {
            if (outcome)
                QVERIFY(whoHas(outcome->accessToken));
        };
    }
};

inline soban::contract::ErrorCode codeOf(const auto &outcome) {
    return outcome.error().code;
}
