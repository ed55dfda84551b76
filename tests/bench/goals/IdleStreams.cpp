// SPDX-License-Identifier: GPL-3.0-or-later
// P4: what a server with thousands of idle WebSockets still serves.
#include "app/FileLimit.h"
#include "goals/Goals.h"
#include "load/StreamSwarm.h"
#include "stage/Requests.h"

namespace soban::bench {

namespace {

constexpr int kFew = 5'000;
constexpr int kMany = 10'000;

/// As many as are asked for, or as this machine lets the server have, less some that are on their
/// way.
int manyStreams() {
    constexpr int kOnTheirWay = 100;
    constexpr int kStep = 100;
    http::Limits http;
    realtime::HubLimits hub;
    hub.maxFollowers = kMany + kOnTheirWay;
    app::fitTo(app::raiseFileLimit(), http, hub);
    return (hub.maxFollowers - kOnTheirWay) / kStep * kStep;
}

/// What the server allows: four streams of a session, sixty-four of an account.
constexpr int kPerSession = 4;
constexpr int kSessionsPerCustomer = 16;

/// `count` tokens for that many streams.
QList<QByteArray> tokensFor(const Town &town, int count) {
    QList<QByteArray> tokens;
    for (int i = 0; i < count; ++i)
        tokens.append(town.customerTokens.at(i / kPerSession));
    return tokens;
}

/// The rate beside so many streams, which are open meanwhile.
class Crowd {
public:
    Crowd(Stage &stage, Poller &poller, const House &house)
        : m_stage(stage)
        , m_poller(poller)
        , m_house(house)
        , m_load(poller, house.server->port(), kClients) {}

    LoadResult rateBeside(int streams) {
        StreamSwarm swarm(m_poller, m_house.server->port());
        LoadResult result;
        // The server may still be busy with the end of those before.
        m_load.ask(getRequest("/livez"));
        if (!swarm.open(tokensFor(m_house.town, streams))) {
            result.failures = streams - swarm.openCount();
            result.firstFailure = QStringLiteral("a stream that does not open");
            return result;
        }
        result = m_load.runClosed(m_stage.plan(), always(getRequest("/livez")));
        m_residentKiB = m_house.server->residentKiB();
        if (swarm.openCount() < streams) {
            result.failures += streams - swarm.openCount();
            result.firstFailure = QStringLiteral("a stream that was cut");
        }
        return result;
    }
    /// Of the server, at the end of the last measure.
    qint64 residentKiB() const { return m_residentKiB; }

private:
    Stage &m_stage;
    Poller &m_poller;
    const House &m_house;
    HttpLoad m_load;
    qint64 m_residentKiB = 0;
};

} // namespace

Outcome measureIdleStreams(Stage &stage) {
    constexpr int kCustomers = kMany / (kPerSession * kSessionsPerCustomer) + 1;
    const auto house =
        stage.open({.customers = kCustomers, .sessionsOfCustomer = kSessionsPerCustomer});
    if (!house)
        return Outcome::brokenOff(house.error());
    Poller poller;
    Crowd crowd(stage, poller, *house);
    const int mostStreams = manyStreams();
    Rounds rounds;
    const int none = rounds.add([&] { return crowd.rateBeside(0); });
    const int few = rounds.add([&] { return crowd.rateBeside(kFew); });
    const int many = rounds.add([&] { return crowd.rateBeside(mostStreams); });
    rounds.run(stage.options().rounds);
    if (const QString fault = rounds.fault(); !fault.isEmpty())
        return Outcome::brokenOff(fault);
    const QString perSecond = QStringLiteral("/s");
    const QString withMost = QStringLiteral("with %1").arg(mostStreams);
    return {{ratioAtLeast(QStringLiteral("with 5000 to none"), rounds.ratio(few, none), 0.9),
             ratioAtLeast(withMost + QStringLiteral(" to none"), rounds.ratio(many, none), 0.8)},
            {{QStringLiteral("hello route, no streams"), rounds.perSecond(none), perSecond},
             {QStringLiteral("hello route, with 5000"), rounds.perSecond(few), perSecond},
             {QStringLiteral("hello route, ") + withMost, rounds.perSecond(many), perSecond},
             {QStringLiteral("the server ") + withMost, double(crowd.residentKiB()) / 1024,
              QStringLiteral("MiB")}}};
}

} // namespace soban::bench
