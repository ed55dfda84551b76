// SPDX-License-Identifier: GPL-3.0-or-later
// P2: reading the status of an order, beside the server's own hello route.
#include "goals/Goals.h"
#include "stage/OwnOrders.h"
#include "stage/Requests.h"

namespace soban::bench {

namespace {

constexpr int kOk = 200;
constexpr int kNotModified = 304;

/// The same by who has what is there already.
Result<QList<QByteArray>, QString> readsAgain(HttpLoad &load, const QList<PlacedOrder> &orders) {
    QList<QByteArray> reads;
    for (const PlacedOrder &order : orders) {
        const auto answer = load.ask(getRequest("/api/v1/orders/" + order.id, order.token));
        if (!answer || answer->tag.isEmpty())
            return QStringLiteral("an order has no ETag");
        reads.append(getRequest("/api/v1/orders/" + order.id, order.token,
                                "If-None-Match: " + answer->tag + "\r\n"));
    }
    return reads;
}

/// By the processor time of an answer: what a load that has no more to give changes least.
double costRatio(const Rounds &rounds, int side, int toOther) {
    const double own = rounds.serverMicroseconds(side);
    return own > 0 ? rounds.serverMicroseconds(toOther) / own : 0;
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

    const auto again = readsAgain(load, *orders);
    if (!again)
        return Outcome::brokenOff(again.error());

    const auto run = [&](const WriteRequest &write, int status) {
        return lookingAt(*house->server, [&] { return load.runClosed(stage.plan(status), write); });
    };
    Rounds rounds;
    const int hello = rounds.add([&] { return run(always(getRequest("/livez")), kOk); });
    const int status = rounds.add([&] { return run(each(statusReads(*orders)), kOk); });
    const int unchanged = rounds.add([&] { return run(each(*again), kNotModified); });
    rounds.run(stage.options().rounds);
    if (const QString fault = rounds.fault(); !fault.isEmpty())
        return Outcome::brokenOff(fault);
    const auto microseconds = [&](const char *what, int side) {
        return Figure{QString::fromLatin1(what), rounds.serverMicroseconds(side),
                      QStringLiteral("us")};
    };
    const auto corePercent = [&](const char *what, int side) {
        return Figure{QString::fromLatin1(what), rounds.serverPercent(side), QStringLiteral("%")};
    };
    return {{ratioAtLeast(QStringLiteral("to the hello route"), rounds.ratio(status, hello), 0.75),
             ratioAtLeast(QStringLiteral("304 to the hello route"), rounds.ratio(unchanged, hello),
                          0.85)},
            {{QStringLiteral("hello route"), rounds.perSecond(hello), QStringLiteral("/s")},
             {QStringLiteral("status reads"), rounds.perSecond(status), QStringLiteral("/s")},
             {QStringLiteral("304"), rounds.perSecond(unchanged), QStringLiteral("/s")},
             {QStringLiteral("p99 of status reads"), rounds.milliseconds(status, 0.99),
              QStringLiteral("ms")},
             corePercent("the server's core, at hello", hello),
             corePercent("the server's core, at status reads", status),
             corePercent("the server's core, at 304", unchanged),
             microseconds("processor time of a hello", hello),
             microseconds("processor time of a status read", status),
             microseconds("processor time of a 304", unchanged),
             {QStringLiteral("status read by processor time"), costRatio(rounds, status, hello),
              QStringLiteral("x")},
             {QStringLiteral("304 by processor time"), costRatio(rounds, unchanged, hello),
              QStringLiteral("x")}}};
}

} // namespace soban::bench
