// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Catalogue.h"
#include "contract/Events.h"
#include "contract/Identity.h"
#include "contract/Operator.h"
#include "contract/Ordering.h"
#include "contract/Routes.h"
#include "support/ApiCaller.h"
#include "support/ChildProcess.h"

#include <QHash>
#include <QJsonArray>
#include <QTemporaryDir>

#include <memory>

namespace soban::testing {

/// Everybody who can call the server of a TestTown.
enum class Caller {
    Nobody,        ///< no token
    Customer,      ///< with a card
    OtherCustomer, ///< with a card
    Shop,          ///< owner of the kitchen
    OtherShop,     ///< owner of the florist
    NearRider,     ///< on duty, near both shops
    FarRider,      ///< on duty, 15 km away
    OtherRider,    ///< as NearRider
    Operator,
    OffDutyRider, ///< at the kitchen's door, off duty
    NewCustomer,  ///< without a card
};

/// The role a caller signs in with; System for nobody.
Role roleOf(Caller caller);

/// A small town with a server and a payment sandbox of its own, both on free ports of the loopback,
/// on the engine that this run of the test is about.
///
/// - The kitchen: always open, all three fulfilments, minimum 5,000, fee 2,000, 4.5 km around.
///   Menu, in this order: rice soup 9,000; noodles 8,000 with a size (exactly one of +0, +2,000)
///   and extras (up to two of three); dumplings 6,000, 500 in stock; the last cake 12,000, 1 in
///   stock; a side dish 1,000.
/// - The florist: always open, own delivery and collection. A bouquet 30,000.
/// - The closed shop: never open, platform rider. A soup 5,000.
class TestTown {
public:
    static constexpr auto kPassword = "town-password";

    /// Starts both programs, signs everybody in and registers the cards. Nothing, or the reason.
    std::optional<QString> start(const QStringList &serverArguments = {});
    /// Where the server listens.
    const QUrl &url() const { return m_url; }
    /// Where the sandbox does.
    const QUrl &sandbox() const { return m_sandboxUrl; }
    /// The id of its process.
    qint64 serverProcess() const { return m_server->processId(); }
    /// SIGTERM to the server: whether it ends by itself and finds nothing wrong with itself.
    bool stopServer() { return m_server->terminate(); }
    /// SIGKILL to the server.
    void killServer() { m_server->kill(); }
    /// Starts the server (again), on the same database.
    std::optional<QString> restartServer(const QStringList &arguments = {});

    /// Starts another server on the town's database, or starts that one again; on PostgreSQL only.
    std::optional<QString> startNeighbour(const QStringList &arguments = {});
    /// SIGKILL to it.
    void killNeighbour() { m_neighbour->kill(); }
    bool hasNeighbour() const { return m_neighbour && m_neighbour->isRunning(); }
    const QUrl &neighbourUrl() const { return m_neighbourUrl; }
    ApiAnswer callNeighbour(const ApiCall &call) { return m_neighbourApi->call(call); }

    /// A call of that route with everything in place: the caller's token, a fresh key where the
    /// route takes one. `parts` fill the `{name}`s of the path.
    ApiCall request(contract::RouteId route, Caller caller, const QStringList &parts = {},
                    const QByteArray &body = {}) const;
    ApiAnswer call(const ApiCall &call) { return m_api->call(call); }
    std::unique_ptr<ApiCaller> newConnection() const { return std::make_unique<ApiCaller>(m_url); }

    QByteArray token(Caller caller) const { return m_sessions.value(caller).token; }
    AccountId account(Caller caller) const { return *m_sessions.value(caller).account; }
    std::optional<contract::SessionView> signIn(Caller caller);
    static QString loginOf(Caller caller);

    const contract::ShopView &kitchen() const { return *m_kitchen; }
    const contract::ShopView &florist() const { return *m_florist; }
    const contract::ShopView &closedShop() const { return *m_closedShop; }
    /// The item at that place of the shop's menu.
    static const contract::MenuItemView &item(const contract::ShopView &shop, int index);
    /// One rice soup of the kitchen, to the customers' home.
    contract::PlaceOrderRequest cart(Fulfilment fulfilment, PaymentMethod method) const;

    /// Goes through the provider's page with a test card ("normal", "declined", …).
    std::optional<QString> registerCard(Caller caller, const QString &card);
    /// Orders misbehaviour of the sandbox, for example `{{"kind", "late"}, {"delayMs", 700}}`.
    bool orderFault(const QJsonObject &fault);
    bool clearFaults();
    /// How often the faults ordered since have struck.
    int faultHits();
    /// All payments that the provider knows.
    QJsonArray ledger();

    /// All orders, oldest first, as the operator sees them.
    QList<contract::OrderAudit> audits();
    std::optional<contract::OrderAudit> audit(OrderId order);
    /// All events meant for a caller.
    QList<contract::EventEnvelope> events(Caller caller);
    std::optional<contract::ShopView> shop(ShopId id);

private:
    struct SignedIn {
        QByteArray token;
        std::optional<AccountId> account;
        std::optional<ShopId> shop;
    };

    std::optional<QString> startSandbox();
    std::optional<QString> fillDatabase();
    std::unique_ptr<ChildProcess> makeServer(const QStringList &arguments) const;
    std::optional<QString> signEverybodyIn();
    bool loadShops();
    QUrl sandboxUrl(const char *path) const {
        return m_sandboxUrl.resolved(QUrl(QString::fromLatin1(path)));
    }
    QString file(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    QStringList databaseArguments() const;

    QTemporaryDir m_dir;
    QString m_databaseUrl; ///< empty: SQLite
    std::unique_ptr<ChildProcess> m_sandbox;
    std::unique_ptr<ChildProcess> m_server;
    std::unique_ptr<ChildProcess> m_neighbour;
    QUrl m_sandboxUrl;
    QUrl m_url;
    QUrl m_neighbourUrl;
    std::unique_ptr<ApiCaller> m_api;
    std::unique_ptr<ApiCaller> m_neighbourApi;
    PlainHttp m_http;
    QHash<Caller, SignedIn> m_sessions;
    std::optional<contract::ShopView> m_kitchen;
    std::optional<contract::ShopView> m_florist;
    std::optional<contract::ShopView> m_closedShop;
};

} // namespace soban::testing

template <>
struct soban::EnumText<soban::testing::Caller> {
    using C = soban::testing::Caller;
    static constexpr std::array entries{std::pair{C::Nobody, "nobody"},
                                        std::pair{C::Customer, "customer"},
                                        std::pair{C::OtherCustomer, "other customer"},
                                        std::pair{C::Shop, "shop"},
                                        std::pair{C::OtherShop, "other shop"},
                                        std::pair{C::NearRider, "near rider"},
                                        std::pair{C::FarRider, "far rider"},
                                        std::pair{C::OtherRider, "other rider"},
                                        std::pair{C::Operator, "operator"},
                                        std::pair{C::OffDutyRider, "rider off duty"},
                                        std::pair{C::NewCustomer, "new customer"}};
};
