// SPDX-License-Identifier: GPL-3.0-or-later
// P10: orders that a provider is asked for, and what others feel of one that hangs.
#include "goals/CardVisit.h"
#include "goals/Goals.h"
#include "stage/OwnOrders.h"
#include "stage/Requests.h"
#include "support/PlainHttp.h"

#include <QJsonObject>

#include <thread>

namespace soban::bench {

namespace {

/// The sandbox takes charges and says nothing; or does its work again.
bool hang(const QUrl &sandbox, bool hangs) {
    testing::PlainHttp http;
    const QUrl faults = sandbox.resolved(QUrl(QStringLiteral("/sandbox/faults")));
    if (!hangs)
        return http.send("DELETE", faults).status == 200;
    return http.postJson(faults, QJsonObject{{QStringLiteral("kind"), QStringLiteral("silent")}})
               .status == 200;
}

/// The server lets calls out again that it had held back.
bool isTried(const QUrl &server) {
    constexpr QByteArrayView kClosed("\nsoban_card_breaker_state 0\n");
    constexpr std::chrono::seconds kPatience(30);
    testing::PlainHttp http;
    for (const Moment end = Clock::now() + kPatience; Clock::now() < end;) {
        if (http.send("GET", server.resolved(QUrl(QStringLiteral("/metrics"))))
                .body.contains(kClosed))
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return false;
}

/// What customers see while others order by card.
class Bystanders {
public:
    Bystanders(Stage &stage, Poller &poller, const House &house, const QUrl &sandbox)
        : m_stage(stage)
        , m_sandbox(sandbox)
        , m_poller(poller)
        , m_house(house)
        , m_load(poller, house.server->port(), kClients)
        , m_pay(placing(house.town, PaymentMethod::Card)) {}

    LoadResult run(const WriteRequest &look, bool providerHangs) {
        if (!hang(m_sandbox, providerHangs))
            return failure(QStringLiteral("the sandbox does not obey"));
        HttpLoad payers(m_poller, m_house.server->port(), kClients);
        if (providerHangs)
            payers.sendEach(m_pay); // and they wait
        const LoadResult result = m_load.runClosed(m_stage.plan(), look);
        if (!hang(m_sandbox, false))
            return failure(QStringLiteral("the sandbox does not obey"));
        return isTried(m_house.server->url())
                   ? result
                   : failure(QStringLiteral("the provider is not tried again"));
    }

private:
    static LoadResult failure(const QString &why) {
        LoadResult result;
        result.failures = 1;
        result.firstFailure = why;
        return result;
    }

    Stage &m_stage;
    const QUrl m_sandbox;
    Poller &m_poller;
    const House &m_house;
    HttpLoad m_load;
    const WriteRequest m_pay;
};

Outcome compare(Stage &stage, const House &house, const QUrl &sandbox) {
    Poller poller;
    HttpLoad load(poller, house.server->port(), kClients);
    if (const auto fault = registerCards(load, house.town.customerTokens))
        return Outcome::brokenOff(*fault);
    const WriteRequest byCard = placing(house.town, PaymentMethod::Card);
    const WriteRequest atTheDoor = placing(house.town, PaymentMethod::OnDelivery);
    const auto orders = placeOneEach(load, house.town, kClients);
    if (!orders)
        return Outcome::brokenOff(orders.error());
    const WriteRequest list = always(getRequest("/api/v1/shops?" + placeOfTown()));
    const WriteRequest status = each(statusReads(*orders));
    Bystanders bystanders(stage, poller, house, sandbox);
    Rounds rounds;
    const int door = rounds.add([&] { return load.runClosed(stage.plan(kCreated), atTheDoor); });
    const int card = rounds.add([&] { return load.runClosed(stage.plan(kCreated), byCard); });
    const int lists = rounds.add([&] { return bystanders.run(list, false); });
    const int listsHanging = rounds.add([&] { return bystanders.run(list, true); });
    const int reads = rounds.add([&] { return bystanders.run(status, false); });
    const int readsHanging = rounds.add([&] { return bystanders.run(status, true); });
    rounds.run(stage.options().rounds);
    if (const QString fault = rounds.fault(); !fault.isEmpty())
        return Outcome::brokenOff(fault);
    const QString perSecond = QStringLiteral("/s");
    return {
        {ratioAtLeast(QStringLiteral("by card to paid on delivery"), rounds.ratio(card, door), 0.3),
         ratioAtLeast(QStringLiteral("browsing, provider hangs to not"),
                      rounds.ratio(listsHanging, lists), 0.9),
         ratioAtLeast(QStringLiteral("status reads, provider hangs to not"),
                      rounds.ratio(readsHanging, reads), 0.9)},
        {{QStringLiteral("orders by card"), rounds.perSecond(card), perSecond},
         {QStringLiteral("orders paid on delivery"), rounds.perSecond(door), perSecond},
         {QStringLiteral("lists of shops"), rounds.perSecond(lists), perSecond},
         {QStringLiteral("status reads"), rounds.perSecond(reads), perSecond},
         {QStringLiteral("p99 of an order by card"), rounds.milliseconds(card, 0.99),
          QStringLiteral("ms")}}};
}

} // namespace

Outcome measureCards(Stage &stage) {
    SandboxChild sandbox(stage.loadCore());
    if (const auto fault = sandbox.start())
        return Outcome::brokenOff(*fault);
    ServerSetup setup;
    setup.paymentUrl = sandbox.url();
    // Between two rounds nobody is to wait for long.
    setup.settings.insert(QStringLiteral("payment.restMs"), QStringLiteral("500"));
    const auto house = stage.open({}, setup);
    if (!house)
        return Outcome::brokenOff(house.error());
    return compare(stage, *house, sandbox.url());
}

} // namespace soban::bench
