// SPDX-License-Identifier: GPL-3.0-or-later
// P2: reading the status of an order, beside the server's own hello route.
#include "goals/Goals.h"
#include "stage/OwnOrders.h"
#include "stage/Requests.h"

namespace soban::bench {

namespace {

constexpr int kOk = 200;
constexpr int kNotModified = 304;

QList<QByteArray> readsOf(const QList<PlacedOrder> &orders, bool conditional) {
    QList<QByteArray> reads;
    for (const PlacedOrder &order : orders) {
        const QByteArray condition =
            conditional ? "If-None-Match: \"" + QByteArray::number(order.version) + "\"\r\n"
                        : QByteArray();
        reads.append(getRequest("/api/v1/orders/" + order.id, order.token, condition));
    }
    return reads;
}

Measure unchangedIsMissing() {
    return {QStringLiteral("304 to the hello route"),
            QStringLiteral("x"),
            {Demand::Sense::AtLeast, 0.85, {}},
            {},
            QStringLiteral("the server answers no 304 to an order's reader yet")};
}

} // namespace

Outcome measureStatusReads(Stage &stage) {
    const auto house = stage.open({});
    if (!house)
        return Outcome::brokenOff(house.error());
    Poller poller;
    HttpLoad load(poller, house->server->port(), kClients);
    const auto orders = placeOneEach(load, house->town, kClients);
    if (!orders)
        return Outcome::brokenOff(orders.error());

    const auto run = [&](const WriteRequest &write, int status) {
        return lookingAt(*house->server, [&] { return load.runClosed(stage.plan(status), write); });
    };
    Rounds rounds;
    const int hello = rounds.add([&] { return run(always(getRequest("/livez")), kOk); });
    const int status = rounds.add([&] { return run(each(readsOf(*orders, false)), kOk); });
    const auto probe = load.ask(readsOf(*orders, true).first());
    const bool knowsUnchanged = probe && probe->status == kNotModified;
    int unchanged = -1;
    if (knowsUnchanged)
        unchanged = rounds.add([&] { return run(each(readsOf(*orders, true)), kNotModified); });
    rounds.run(stage.options().rounds);
    if (const QString fault = rounds.fault(); !fault.isEmpty())
        return Outcome::brokenOff(fault);
    return {{ratioAtLeast(QStringLiteral("to the hello route"), rounds.ratio(status, hello), 0.75),
             knowsUnchanged ? ratioAtLeast(QStringLiteral("304 to the hello route"),
                                           rounds.ratio(unchanged, hello), 0.85)
                            : unchangedIsMissing()},
            {{QStringLiteral("hello route"), rounds.perSecond(hello), QStringLiteral("/s")},
             {QStringLiteral("status reads"), rounds.perSecond(status), QStringLiteral("/s")},
             {QStringLiteral("p99 of status reads"), rounds.milliseconds(status, 0.99),
              QStringLiteral("ms")},
             {QStringLiteral("the server's core, at hello"), rounds.serverPercent(hello),
              QStringLiteral("%")},
             {QStringLiteral("the server's core, at status reads"), rounds.serverPercent(status),
              QStringLiteral("%")},
             {QStringLiteral("processor time of a hello"), rounds.serverMicroseconds(hello),
              QStringLiteral("us")},
             {QStringLiteral("processor time of a status read"), rounds.serverMicroseconds(status),
              QStringLiteral("us")}}};
}

} // namespace soban::bench
