// SPDX-License-Identifier: GPL-3.0-or-later
// P3: how long an event takes from its commit to its clients, while orders are placed.
#include "goals/EventTimes.h"
#include "goals/Goals.h"
#include "stage/Requests.h"

namespace soban::bench {

namespace {

constexpr double kCalm = 0.3;                   ///< of saturation
constexpr std::chrono::milliseconds kLast{300}; ///< for what is still on its way

/// One server, customers who order, and each of them with an open stream.
struct Scene {
    Scene(Poller &poller, House opened)
        : house(std::move(opened))
        , load(poller, house.server->port(), kClients)
        , swarm(poller, house.server->port(), times.told())
        , write(placing(house.town, PaymentMethod::OnDelivery)) {}

    /// The delays of all events during a run.
    Histogram delaysDuring(const std::function<LoadResult()> &run) {
        times.clear();
        CommitWatch watch(house.databaseFile, kCommitLook);
        last = run();
        swarm.pass(kLast);
        watch.stop();
        return times.since(watch);
    }

    House house;
    EventTimes times;
    HttpLoad load;
    StreamSwarm swarm;
    WriteRequest write;
    LoadResult last;
};

} // namespace

Outcome measureEventDelay(Stage &stage) {
    auto house = stage.open({});
    if (!house)
        return Outcome::brokenOff(house.error());
    Poller poller;
    Scene scene(poller, std::move(house).value());
    if (!scene.swarm.open(scene.house.town.customerTokens))
        return Outcome::brokenOff(QStringLiteral("the streams do not open"));
    const LoadPlan plan = stage.plan(kCreated);
    const double most = scene.load.runClosed(plan, scene.write).perSecond();
    Histogram calm;
    Histogram saturated;
    for (int round = 0; round < stage.options().rounds; ++round) {
        calm.merge(scene.delaysDuring(
            [&] { return scene.load.runOpen(plan, std::max(1.0, most * kCalm), scene.write); }));
        saturated.merge(
            scene.delaysDuring([&] { return scene.load.runClosed(plan, scene.write); }));
    }
    if (calm.count() == 0 || scene.last.failures > 0)
        return Outcome::brokenOff(QStringLiteral("no events came, or orders failed: ") +
                                  scene.last.firstFailure);
    const QString ms = QStringLiteral("ms");
    return {{atMost(QStringLiteral("p99 at 30 % of saturation"),
                    millisecondsOf(calm.quantile(0.99)), ms, 1),
             atMost(QStringLiteral("p99 at saturation"), millisecondsOf(saturated.quantile(0.99)),
                    ms, 10)},
            {{QStringLiteral("orders at saturation"), most, QStringLiteral("/s")},
             {QStringLiteral("p50 at 30 %"), millisecondsOf(calm.quantile(0.5)), ms},
             {QStringLiteral("p50 at saturation"), millisecondsOf(saturated.quantile(0.5)), ms},
             {QStringLiteral("events seen"), double(calm.count() + saturated.count()), QString()}}};
}

} // namespace soban::bench
