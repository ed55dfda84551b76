// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/MessageDrill.h"

#include "drill/MoneyDrill.h"

#include <algorithm>
#include <array>
#include <vector>

namespace soban::drill {

namespace {

constexpr int kMessageStock = 1'000'000;
constexpr int kMessageWalks = 24;
/// The gateway tells of the newest hundred of a number.
constexpr qint64 kMessagesOfReader = 40;
/// A minute of the server's takes a second.
constexpr double kMessageSpeed = 60;

struct GatewayMisdeed {
    const char *kind;
    double probability;
    int delayMs;
};

/// What the gateway does of some calls; the first that falls counts.
constexpr std::array kGatewayMisdeeds{
    GatewayMisdeed{"late", 0.05, 15},           GatewayMisdeed{"errorAfterWork", 0.01, 0},
    GatewayMisdeed{"errorBeforeWork", 0.01, 0}, GatewayMisdeed{"dropAfterWork", 0.01, 0},
    GatewayMisdeed{"dropBeforeWork", 0.01, 0},  GatewayMisdeed{"down", 0.01, 0},
    GatewayMisdeed{"never", 0.005, 0},          GatewayMisdeed{"silent", 0.005, 0},
    GatewayMisdeed{"lateWork", 0.005, 2'000}}; // later than the server waits

QByteArray preference(const QByteArray &token, bool byKakaoTalk) {
    const QByteArray body =
        QByteArray(R"({"way":")") + (byKakaoTalk ? "kakaoTalk" : "sms") + R"(","language":"ko"})";
    return "PUT /api/v1/message-preference HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " +
           token + "\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

MessageOutcome MessageDrill::run(qint64 messages) {
    Fault fault = open(int(std::max(messages / kMessagesOfReader, qint64(kMessageWalks))));
    if (!fault)
        fault = choose();
    if (!fault)
        fault = misbehave();
    if (!fault)
        fault = walk(messages);
    if (!fault)
        fault = m_stand.clearFaults();
    if (!fault)
        fault = comeToRest();
    if (!fault)
        fault = settle();
    if (fault)
        m_outcome.faults.append(*fault);
    return m_outcome;
}

Fault MessageDrill::open(int readers) {
    Stand::Plan plan{
        .engine = m_engine,
        .size = {.shops = 4, .customers = readers, .riders = 2, .stock = kMessageStock},
        .speed = kMessageSpeed};
    plan.hasMessages = true;
    plan.settings = {
        QStringLiteral("messages.usefulMinutes=10"), QStringLiteral("order.answerMinutes=1"),
        QStringLiteral("order.payAgainMinutes=1"), QStringLiteral("order.autoCompleteMinutes=1")};
    return m_stand.open(plan);
}

Fault MessageDrill::choose() {
    QList<QByteArray> requests;
    for (const QByteArray &token : m_stand.town().customerTokens)
        requests.append(preference(token, requests.size() % 2 == 0));
    for (const auto &answer : askAll(m_stand.line(), requests)) {
        if (!answer || answer->status >= 300)
            return QStringLiteral("nobody can choose: ") + describe(answer);
    }
    return std::nullopt;
}

Fault MessageDrill::misbehave() {
    Fault fault = m_stand.addFault({{QStringLiteral("seed"), qint64(m_random.generate())}});
    for (const char *operation : {"sendMessage", "listMessages"}) {
        for (const GatewayMisdeed &misdeed : kGatewayMisdeeds) {
            if (!fault)
                fault =
                    m_stand.addFault({{QStringLiteral("kind"), QLatin1StringView(misdeed.kind)},
                                      {QStringLiteral("operation"), QLatin1StringView(operation)},
                                      {QStringLiteral("probability"), misdeed.probability},
                                      {QStringLiteral("delayMs"), misdeed.delayMs}});
        }
    }
    return fault;
}

/// Until so many calls were made in vain, the last of them by a server that leaves it alone.
Fault MessageDrill::goDown() {
    constexpr int kCalls = 8;
    const bool isSilent = m_random.bounded(2) == 0;
    ++m_outcome.outages;
    return m_stand.addFault(
        {{QStringLiteral("kind"), isSilent ? QStringLiteral("silent") : QStringLiteral("down")},
         {QStringLiteral("operation"), QStringLiteral("sendMessage")},
         {QStringLiteral("count"), kCalls}});
}

Fault MessageDrill::walk(qint64 messages) {
    constexpr std::chrono::milliseconds kTurnOfMessages{2};
    constexpr std::chrono::milliseconds kBetweenLooks{50};
    constexpr std::chrono::seconds kStandstill{60};
    constexpr qint64 kMostWaiting = 100; // more would only be too late
    Scribe scribe(m_stand, m_random);
    qint64 left = 0;
    std::vector<std::unique_ptr<MoneyWalk>> walks;
    for (int number = 0; number < kMessageWalks; ++number)
        walks.push_back(std::make_unique<MoneyWalk>(
            MoneyWalk::Scene{m_stand, scribe, m_random, left, m_outcome.tally}, number));
    const auto isAtRest = [&] {
        return left == 0 && std::all_of(walks.begin(), walks.end(),
                                        [](const auto &walk) { return walk->isAtRest(); });
    };
    const bench::Moment begin = bench::Clock::now();
    bench::Moment nextLook = begin;
    bench::Moment lastNews = begin;
    MessageStanding standing;
    while ((standing.written < messages || !isAtRest()) && m_outcome.tally.faults.isEmpty()) {
        for (const auto &walk : walks)
            walk->goOn();
        const bench::Moment now = bench::Clock::now();
        m_stand.line().poller.turn(now + kTurnOfMessages);
        if (now < nextLook)
            continue;
        nextLook = now + kBetweenLooks;
        const auto next = messageStanding(m_stand.database());
        if (!next)
            return next.error();
        if (next->written != standing.written)
            lastNews = now;
        else if (now - lastNews > kStandstill)
            return QStringLiteral("nothing is written for a minute");
        standing = *next;
        if (standing.written < messages && standing.waiting < kMostWaiting)
            left = std::max<qint64>(left, 4);
        else if (standing.written >= messages)
            left = 0;
        if (const auto fault = strike(standing.written))
            return fault;
    }
    m_outcome.seconds = bench::secondsOf(bench::Clock::now() - begin);
    return std::nullopt;
}

/// Now and then the gateway is down for a while, and now and then the server is killed.
Fault MessageDrill::strike(qint64 written) {
    constexpr int kToKill = 500;
    constexpr int kToOutage = 1'500;
    Fault fault;
    if (written > m_nextOutage) {
        m_nextOutage = written + kToOutage / 2 + m_random.bounded(kToOutage);
        fault = goDown();
    }
    if (!fault && written > m_nextKill) {
        m_nextKill = written + kToKill / 2 + m_random.bounded(kToKill);
        ++m_outcome.kills;
        fault = m_stand.crash();
    }
    return fault;
}

/// With a gateway that does as it should, all that is open comes to its end.
Fault MessageDrill::comeToRest() {
    constexpr std::chrono::seconds kPatience{60};
    constexpr std::chrono::milliseconds kBetweenLooks{200};
    const bench::Moment deadline = bench::Clock::now() + kPatience;
    while (bench::Clock::now() < deadline) {
        const auto standing = messageStanding(m_stand.database());
        if (!standing)
            return standing.error();
        const auto isQuiet = drill::isAtRest(m_stand.database());
        if (!isQuiet)
            return isQuiet.error();
        if (standing->waiting == 0 && *isQuiet)
            return std::nullopt;
        const bench::Moment next = bench::Clock::now() + kBetweenLooks;
        while (bench::Clock::now() < next)
            m_stand.line().poller.turn(next);
    }
    return std::nullopt; // what never comes to rest is reckoned as it is
}

Fault MessageDrill::settle() {
    const auto orders = reckonAtRest(m_stand, kMessageStock);
    if (!orders)
        return orders.error();
    m_outcome.orders = *orders;
    // Whoever starts asks at once about all that is open, a hundred every five seconds.
    if (const auto fault = m_stand.crash())
        return fault;
    const bench::Moment deadline =
        bench::Clock::now() + std::chrono::seconds(30 + m_outcome.tally.steps / 20);
    Fault fault = reckonNow();
    while (!fault && !m_outcome.messages.isSettled() && bench::Clock::now() < deadline) {
        const bench::Moment next = bench::Clock::now() + std::chrono::seconds(1);
        while (bench::Clock::now() < next)
            m_stand.line().poller.turn(next);
        fault = reckonNow();
    }
    return fault ? fault : m_stand.server().stop();
}

Fault MessageDrill::reckonNow() {
    const auto listed = messagesListed(m_stand);
    if (!listed)
        return listed.error();
    const auto phones = m_stand.phoneLedger();
    if (!phones)
        return phones.error();
    const auto messages = reckonMessages(m_stand.database(), *phones, *listed);
    if (!messages)
        return messages.error();
    m_outcome.messages = *messages;
    return std::nullopt;
}

} // namespace soban::drill
