// SPDX-License-Identifier: GPL-3.0-or-later
#include "StorageTestKit.h"

#include <QTest>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;

class TstDatabaseAddress : public QObject {
    Q_OBJECT

private slots:
    void addressIsRead_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<PostgresPlace>("place");
        const auto row = [](const char *tag, const char *url, const PostgresPlace &place) {
            QTest::newRow(tag) << QString::fromLatin1(url) << place;
        };
        const QString soban = QStringLiteral("soban");
        const QString host = QStringLiteral("db.test");
        row("name and all", "postgres://soban@db.test:5433/town",
            {host, 5433, soban, QStringLiteral("town")});
        row("the library decides", "postgres:///soban", {{}, 0, {}, soban});
        row("its longer name", "postgresql://db.test/soban", {host, 0, {}, soban});
        row("socket", "postgres://soban@/soban?host=/run/postgresql",
            {QStringLiteral("/run/postgresql"), 0, soban, soban});
        row("options",
            "postgres://soban@db.test/soban?passfile=/etc/soban/pg%20pass&sslmode=require",
            {host,
             0,
             soban,
             soban,
             {{QStringLiteral("passfile"), QStringLiteral("/etc/soban/pg pass")},
              {QStringLiteral("sslmode"), QStringLiteral("require")}}});
    }
    void addressIsRead() {
        QFETCH(QString, url);
        QFETCH(PostgresPlace, place);
        const auto read = PostgresPlace::fromUrl(url);
        QVERIFY(read);
        QCOMPARE(*read, place);
    }

    void whatIsNoAddressIsRefused_data() {
        QTest::addColumn<QString>("url");
        const auto row = [](const char *tag, const char *url) {
            QTest::newRow(tag) << QString::fromLatin1(url);
        };
        row("nothing", "");
        row("a file", "/var/lib/soban.sqlite");
        row("another engine", "mysql://db.test/soban");
        row("no database", "postgres://db.test/");
        row("a path", "postgres://db.test/a/b");
        row("a password", "postgres://soban:secret@db.test/soban");
        row("a password as an option", "postgres://soban@db.test/soban?password=secret");
        row("an unknown option", "postgres://db.test/soban?fsync=off");
        row("another option behind", "postgres://db.test/soban?sslmode=disable;options=x");
    }
    void whatIsNoAddressIsRefused() {
        QFETCH(QString, url);
        QVERIFY(!PostgresPlace::fromUrl(url));
    }

    void passwordComesFromAFile() {
        SOBAN_ONLY_ON_POSTGRES("a file has no password");
        FreshDatabase fresh;
        const QString name = std::get<PostgresPlace>(fresh.address()).database;
        auto place = *PostgresPlace::fromUrl(postgresOfTheTest().urlByPort(name));
        Database database(place, Access::ReadOnly);
        QVERIFY(database.query("SELECT COUNT(*) FROM orders").next());
        place.options.clear();
        QVERIFY_THROWS_EXCEPTION(StorageError, Database(place, Access::ReadOnly));
    }
};

std::unique_ptr<QObject> newTstDatabaseAddress() {
    return std::make_unique<TstDatabaseAddress>();
}

#include "TstDatabaseAddress.moc"
