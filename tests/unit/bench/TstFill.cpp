// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Fill.h"
#include "stage/Town.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;

class TstFill : public QObject {
    Q_OBJECT

private slots:
    void storeHoldsAsManyOrdersAsWereAskedFor() {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("town.sqlite"));
        QList<OrderId> orders;
        int events = 0;
        {
            TestBench bench(storage::DatabaseAddress(storage::SqliteFile{file}));
            for (int i = 0; i < 3; ++i)
                orders.append(bench.place(bench.hands.snackRequest(PaymentMethod::OnDelivery)));
            events = bench.countOf("SELECT COUNT(*) FROM events");
        }
        QCOMPARE(bench::fillStore(file, 30).value_or(QString()), QString());

        storage::Database database(storage::SqliteFile{file}, storage::Database::Access::ReadWrite);
        const auto count = [&](const char *sql) {
            storage::Rows row = database.query(sql);
            row.next();
            return row.number(0);
        };
        QCOMPARE(count("SELECT COUNT(*) FROM orders"), 30);
        QCOMPARE(count("SELECT COUNT(*) FROM payments"), 30);
        QCOMPARE(count("SELECT COUNT(*) FROM order_views"), 30);
        QCOMPARE(count("SELECT COUNT(*) FROM events"), 10 * events);
        QCOMPARE(count("SELECT COUNT(*) FROM orders o WHERE NOT EXISTS "
                       "(SELECT 1 FROM payments p WHERE p.order_id = o.id)"),
                 0);
        QCOMPARE(count("SELECT COUNT(*) FROM events e WHERE NOT EXISTS "
                       "(SELECT 1 FROM event_audience a WHERE e.seq >= a.first_seq "
                       "AND e.seq <= a.seq)"),
                 0);
        // What is ordered next comes after all copies.
        QCOMPARE(count("SELECT COUNT(*) FROM orders WHERE id > 1000000000000"), 3);
    }

    void townIsThereWithAllItsSessions() {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("town.sqlite"));
        const auto town =
            bench::raiseTown(storage::SqliteFile{file},
                             {.shops = 2, .customers = 3, .sessionsOfCustomer = 4, .riders = 5});
        QVERIFY2(town, town ? "" : qPrintable(town.error()));
        QCOMPARE(town->shops.size(), 2);
        QCOMPARE(town->customerTokens.size(), 12);
        QCOMPARE(town->riderTokens.size(), 5);
        const SystemClock clock;
        storage::Database database(storage::SqliteFile{file}, storage::Database::Access::ReadWrite);
        const auto sessions = storage::SqlAccountStore(database).liveSessions(clock.now());
        QCOMPARE(sessions.size(), 2 + 12 + 5 + 1); // and the operator's
        QHash<QByteArray, Role> roles;
        for (const auto &session : sessions)
            roles.insert(session.accessHash, session.who.actor.role);
        for (const QByteArray &token : town->customerTokens)
            QCOMPARE(roles.value(identity::tokenHash(token)), Role::Customer);
        for (const QByteArray &token : town->riderTokens)
            QCOMPARE(roles.value(identity::tokenHash(token)), Role::Rider);
        QCOMPARE(roles.value(identity::tokenHash(town->shops.first().ownerToken)), Role::Shop);
    }
};

std::unique_ptr<QObject> newTstFill() {
    return std::make_unique<TstFill>();
}

#include "TstFill.moc"
