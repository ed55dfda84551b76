// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Instant.h"
#include "drill/Crowd.h"
#include "drill/Server.h"
#include "stage/Town.h"
#include "support/PostgresServer.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>

namespace soban::drill {

enum class Engine { Sqlite, Postgres };

/// Of a customer, in order of their registration.
struct CustomerCards {
    QByteArray good;
    QByteArray declined; ///< at each charge, for lack of money
};

/// One attempt to take money, as the provider's ledger has it.
struct LedgerEntry {
    bool isCaptured = false;
    qint64 totalMinor = 0;
    qint64 balanceMinor = 0; ///< what has not gone back
    int cancels = 0;         ///< refunds, by their number
};
/// By the payment's id, as the provider was told it.
using ProviderLedger = QMultiHash<QByteArray, LedgerEntry>;

/// The numbers to which a gateway took a message; by the message's id, as it was told it.
using PhoneLedger = QMultiHash<QByteArray, QByteArray>;

/// One shop, one customer, one rider.
bench::TownSize hamlet(int stock);

/// A town of its own, the real soban-server in front of it and the real soban-sandbox behind:
/// everybody has cards, and riders are on duty.
class Stand {
public:
    struct Plan {
        Engine engine = Engine::Sqlite;
        bench::TownSize size;
        double speed = 1; ///< of the server's clock
        QStringList settings = {};
        QMap<QString, QString> environment = {}; ///< of the server
        bool hasMessages = false;                ///< to phones, by the sandbox's Solapi
    };

    /// What the provider answers later than this is unknown to the server.
    static constexpr std::chrono::milliseconds kProviderLimit{300};
    /// And a gateway of messages: a hundred questions to it wait for each other.
    static constexpr std::chrono::milliseconds kGatewayLimit{1'200};

    Stand() = default;
    Q_DISABLE_COPY_MOVE(Stand)

    /// Raises the town, starts both programs and has the cards registered.
    Fault open(const Plan &plan);

    Line line() { return {m_poller, m_server->port()}; }
    Server &server() { return *m_server; }
    const bench::Town &town() const { return m_town; }
    const CustomerCards &cardsOf(int customer) const { return m_cards[customer]; }
    const storage::DatabaseAddress &database() const { return m_address; }
    /// When the server's clock shows this.
    bench::Moment momentOf(Instant shown) const;

    /// Has the sandbox misbehave: the fields of its `POST /sandbox/faults`.
    Fault addFault(const QJsonObject &rule);
    /// From now on it does as it should.
    Fault clearFaults() { return addFault({{QStringLiteral("kind"), QStringLiteral("none")}}); }
    Result<ProviderLedger, QString> ledger();
    Result<PhoneLedger, QString> phoneLedger();
    /// kill -9 of the server, and another start.
    Fault crash();

private:
    Fault raiseTown(const Plan &plan);
    Fault startSandbox();
    Result<QStringList, QString> messageSettings() const;
    Fault registerCards();
    Fault registerCard(const char *kind);
    Fault learnCards();

    std::unique_ptr<testing::PostgresServer> m_postgres;
    QTemporaryDir m_folder;
    storage::DatabaseAddress m_address;
    QString m_databaseSetting;
    QMap<QString, QString> m_environment;
    double m_speed = 1;
    Instant m_anchor = Instant::fromMs(0); ///< when the server's clock showed what the wall did
    bench::Town m_town;
    QList<CustomerCards> m_cards;
    std::unique_ptr<testing::ChildProcess> m_sandbox;
    bench::Port m_sandboxPort;
    quint16 m_serverPort = 0; ///< over crashes, for the provider's webhooks
    bench::Poller m_poller;
    std::unique_ptr<Server> m_server;
};

} // namespace soban::drill
