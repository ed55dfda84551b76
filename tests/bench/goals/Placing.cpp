// SPDX-License-Identifier: GPL-3.0-or-later
// P1: placing an order, beside the same way with other writers.
#include "goals/BareCommits.h"
#include "goals/Goals.h"
#include "load/Cores.h"
#include "stage/Requests.h"

namespace soban::bench {

namespace {

/// Where the open loop looks: busy, and not overrun.
constexpr double kShareOfSaturation = 0.7;

/// 64 customers who order from one server.
struct Placers {
    Placers(Poller &poller, House opened)
        : house(std::move(opened))
        , load(poller, house.server->port(), kClients)
        , write(placing(house.town, PaymentMethod::OnDelivery)) {}

    /// As many orders as there can be.
    LoadResult order(const LoadPlan &plan) {
        return lookingAt(*house.server, [&] { return load.runClosed(plan, write); });
    }

    House house;
    HttpLoad load;
    WriteRequest write;
};

Result<std::unique_ptr<Placers>, QString> openPlacers(Stage &stage, Poller &poller,
                                                      const QStringList &arguments = {}) {
    ServerSetup setup;
    setup.arguments = arguments;
    auto house = stage.open({}, setup);
    if (!house)
        return std::move(house).error();
    return std::make_unique<Placers>(poller, std::move(house).value());
}

QStringList benchWriter(const char *mode) {
    return {QStringLiteral("--bench-writer"), QString::fromLatin1(mode)};
}

Outcome compare(Stage &stage, Placers &group, Placers &single, Placers &null) {
    BareCommits bare(stage.path(QStringLiteral("bare.sqlite")));
    const LoadPlan placed = stage.plan(kCreated);
    const LoadPlan read = stage.plan();
    Rounds rounds;
    const int asItIs = rounds.add([&] { return group.order(placed); });
    const int alone = rounds.add([&] { return single.order(placed); });
    const int nothing = rounds.add([&] { return null.order(placed); });
    const int hello =
        rounds.add([&] { return group.load.runClosed(read, always(getRequest("/livez"))); });
    const int commits = rounds.add([&] {
        const OnCores held({stage.serverCore()});
        return bare.run(read);
    });
    rounds.run(stage.options().rounds);
    const double openRate = rounds.perSecond(asItIs) * kShareOfSaturation;
    const LoadResult open = group.load.runOpen(placed, std::max(1.0, openRate), group.write);
    if (const QString fault = rounds.fault(); !fault.isEmpty())
        return Outcome::brokenOff(fault);

    const QString perSecond = QStringLiteral("/s");
    const QString ms = QStringLiteral("ms");
    const QString us = QStringLiteral("us");
    return {{ratioAtLeast(QStringLiteral("to a commit for each order"), rounds.ratio(asItIs, alone),
                          4, 6),
             ratioAtLeast(QStringLiteral("to a writer that stores nothing"),
                          rounds.ratio(asItIs, nothing), 0.7, 0.85),
             atMost(QStringLiteral("p99, closed loop"), rounds.milliseconds(asItIs, 0.99), ms, 10)},
            {{QStringLiteral("orders"), rounds.perSecond(asItIs), perSecond},
             {QStringLiteral("orders, a commit for each"), rounds.perSecond(alone), perSecond},
             {QStringLiteral("orders, nothing stored"), rounds.perSecond(nothing), perSecond},
             {QStringLiteral("hello route"), rounds.perSecond(hello), perSecond},
             {QStringLiteral("bare group commit, orders"), rounds.perSecond(commits), perSecond},
             {QStringLiteral("the server's core, at orders"), rounds.serverPercent(asItIs),
              QStringLiteral("%")},
             {QStringLiteral("processor time of an order"), rounds.serverMicroseconds(asItIs), us},
             {QStringLiteral("the same, nothing stored"), rounds.serverMicroseconds(nothing), us},
             {QStringLiteral("p50, closed loop"), rounds.milliseconds(asItIs, 0.5), ms},
             {QStringLiteral("p50, open loop at 70 %"), open.milliseconds(0.5), ms},
             {QStringLiteral("p99, open loop at 70 %"), open.milliseconds(0.99), ms}}};
}

} // namespace

Outcome measurePlacing(Stage &stage) {
    Poller poller;
    const auto group = openPlacers(stage, poller);
    if (!group)
        return Outcome::brokenOff(group.error());
    const auto single = openPlacers(stage, poller, benchWriter("single"));
    if (!single)
        return Outcome::brokenOff(single.error());
    const auto null = openPlacers(stage, poller, benchWriter("null"));
    if (!null)
        return Outcome::brokenOff(null.error());
    return compare(stage, **group, **single, **null);
}

} // namespace soban::bench
