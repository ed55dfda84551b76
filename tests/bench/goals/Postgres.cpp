// SPDX-License-Identifier: GPL-3.0-or-later
// P7: the same orders on PostgreSQL, whose server shares the core with ours.
#include "goals/Goals.h"
#include "load/Cores.h"
#include "stage/Requests.h"
#include "support/PostgresServer.h"

namespace soban::bench {

namespace {

Outcome compare(Stage &stage, const House &sqlite, const House &postgres) {
    Poller poller;
    HttpLoad sqliteLoad(poller, sqlite.server->port(), kClients);
    HttpLoad postgresLoad(poller, postgres.server->port(), kClients);
    const WriteRequest sqliteOrder = placing(sqlite.town, PaymentMethod::OnDelivery);
    const WriteRequest postgresOrder = placing(postgres.town, PaymentMethod::OnDelivery);
    Rounds rounds;
    const int onSqlite =
        rounds.add([&] { return sqliteLoad.runClosed(stage.plan(kCreated), sqliteOrder); });
    const int onPostgres =
        rounds.add([&] { return postgresLoad.runClosed(stage.plan(kCreated), postgresOrder); });
    rounds.run(stage.options().rounds);
    if (const QString fault = rounds.fault(); !fault.isEmpty())
        return Outcome::brokenOff(fault);
    const QString perSecond = QStringLiteral("/s");
    const QString ms = QStringLiteral("ms");
    return {{ratioAtLeast(QStringLiteral("to SQLite's rate of orders"),
                          rounds.ratio(onPostgres, onSqlite), 0.5, 0.6)},
            {{QStringLiteral("orders, SQLite"), rounds.perSecond(onSqlite), perSecond},
             {QStringLiteral("orders, PostgreSQL"), rounds.perSecond(onPostgres), perSecond},
             {QStringLiteral("p99, PostgreSQL"), rounds.milliseconds(onPostgres, 0.99), ms}}};
}

} // namespace

Outcome measurePostgres(Stage &stage) {
    testing::PostgresServer server;
    {
        const OnCores held({stage.serverCore()}); // inherited
        if (const auto fault = server.start())
            return Outcome::brokenOff(*fault);
    }
    const auto database = server.createDatabase();
    if (!database)
        return Outcome::brokenOff(QStringLiteral("PostgreSQL makes no database"));
    ServerSetup setup;
    setup.databaseUrl = server.urlOf(*database);
    const auto sqlite = stage.open({});
    if (!sqlite)
        return Outcome::brokenOff(sqlite.error());
    const auto postgres = stage.open({}, setup);
    if (!postgres)
        return Outcome::brokenOff(postgres.error());
    return compare(stage, *sqlite, *postgres);
}

} // namespace soban::bench
