// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/SeveralServers.h"

#include "clock/Clock.h"

#include <algorithm>

namespace soban::drill {

using bench::Response;

namespace {

constexpr std::chrono::seconds kServersPatience{30};
constexpr std::chrono::milliseconds kTurn{5};

/// A delivered order completes by itself after three seconds of these.
QStringList settingsFor(const QString &databaseUrl) {
    const QString now = QString::number(SystemClock().now().ms());
    return {QStringLiteral("database.url=") + databaseUrl, QStringLiteral("clock.speed=20"),
            QStringLiteral("clock.wallAnchorMs=") + now,
            QStringLiteral("clock.shownAnchorMs=") + now,
            QStringLiteral("order.autoCompleteMinutes=1")};
}

std::chrono::milliseconds upTo(QRandomGenerator &random, int ms) {
    return std::chrono::milliseconds(random.bounded(ms + 1));
}

bool isCompletion(const HeardEvent &event) {
    return event.type == "soban.order.completed";
}

/// How what was heard differs from the log; both rise.
EarCount compare(const QList<HeardEvent> &log, const QList<HeardEvent> &heard) {
    EarCount count{{}, log.size(), heard.size(), 0, 0};
    auto present = heard.begin();
    for (const HeardEvent &event : log) {
        for (; present != heard.end() && present->sequence < event.sequence; ++present)
            ++count.wrong;
        if (present != heard.end() && *present == event)
            ++present;
        else
            ++count.missed;
    }
    count.wrong += heard.end() - present;
    return count;
}

} // namespace

EarCount SeveralServersOutcome::allEars() const {
    EarCount all;
    for (const EarCount &ear : ears) {
        all.expected += ear.expected;
        all.heard += ear.heard;
        all.missed += ear.missed;
        all.wrong += ear.wrong;
    }
    return all;
}

bool SeveralServersOutcome::isClean() const {
    const EarCount all = allEars();
    return missing + doubled + changed + all.missed + all.wrong + timersTwice == 0 &&
           timersFired == timersExpected && faults.isEmpty() && walked.strangeAnswers.isEmpty();
}

SeveralServers::SeveralServers(const bench::Town &town, const QString &program,
                               const QString &databaseUrl, quint32 seed)
    : m_town(town), m_random(seed), m_book(town) {
    const QStringList settings = settingsFor(databaseUrl);
    for (std::size_t i = 0; i < m_doors.ports.size(); ++i)
        m_servers.push_back(std::make_unique<Server>(program, settings));
    const int customers = int(town.customerTokens.size());
    for (int customer = 0; customer < customers; ++customer) {
        m_walks.push_back(std::make_unique<Walk>(
            Walk::Scene{m_poller, m_doors, m_book, m_random, m_outcome.walked}, customer));
    }
    const QByteArray owner = town.shops.first().ownerToken;
    for (const QByteArray &token : town.customerTokens + QList<QByteArray>{owner, owner}) {
        m_ears.push_back(
            std::make_unique<Ear>(m_poller, m_doors, m_random, int(m_ears.size()), token));
    }
}

SeveralServersOutcome SeveralServers::run(int kills) {
    Fault fault = openAll();
    while (!fault && m_outcome.kills < kills)
        fault = strike();
    if (!fault)
        fault = finish();
    if (fault)
        m_outcome.faults.append(*fault);
    return m_outcome;
}

Fault SeveralServers::openAll() {
    QList<std::size_t> shut;
    for (std::size_t i = 0; i < m_servers.size(); ++i) {
        if (m_doors.ports.at(i).number > 0)
            continue;
        if (const auto fault = m_servers[i]->launch())
            return fault;
        shut.append(i);
    }
    Fault fault;
    const auto areReady = [&] {
        for (const std::size_t i : shut) {
            if (m_doors.ports.at(i).number > 0)
                continue;
            const auto isReady = m_servers[i]->isReady();
            if (!isReady)
                fault = isReady.error();
            else if (*isReady)
                m_doors.ports.at(i) = m_servers[i]->port();
        }
        return fault || std::all_of(m_doors.ports.begin(), m_doors.ports.end(),
                                    [](bench::Port port) { return port.number > 0; });
    };
    if (!turnUntil(areReady))
        return QStringLiteral("a server is not ready within half a minute");
    return fault;
}

Fault SeveralServers::strike() {
    constexpr int kMostAnswers = 60;
    constexpr int kLongestMs = 10;
    constexpr int kLongestAwayMs = 150;
    constexpr quint32 kBothOneIn = 8;
    constexpr quint32 kInVainOneIn = 4;
    const qint64 enough = m_outcome.walked.acknowledged + m_random.bounded(kMostAnswers);
    const auto isEnough = [&] {
        return m_outcome.walked.acknowledged >= enough ||
               !m_outcome.walked.strangeAnswers.isEmpty();
    };
    if (!turnUntil(isEnough))
        return QStringLiteral("nothing is answered for half a minute");
    if (!m_outcome.walked.strangeAnswers.isEmpty())
        return m_outcome.walked.strangeAnswers.first();
    turnFor(upTo(m_random, kLongestMs));
    const std::size_t struck = m_random.bounded(quint32(m_servers.size()));
    kill(struck);
    if (m_random.bounded(kBothOneIn) == 0)
        kill(1 - struck);
    turnFor(upTo(m_random, kLongestAwayMs));
    Fault fault = m_random.bounded(kInVainOneIn) == 0 ? startInVain(struck) : std::nullopt;
    return fault ? fault : openAll();
}

void SeveralServers::kill(std::size_t server) {
    ++m_outcome.kills;
    m_servers[server]->kill();
    m_doors.ports.at(server) = {};
}

Fault SeveralServers::startInVain(std::size_t server) {
    constexpr int kLongestMs = 200;
    ++m_outcome.startsInVain;
    if (const auto fault = m_servers[server]->launch())
        return fault;
    turnFor(upTo(m_random, kLongestMs));
    m_servers[server]->kill();
    return std::nullopt;
}

Fault SeveralServers::finish() {
    for (const auto &walk : m_walks)
        walk->end();
    const auto areAtRest = [this] {
        return std::all_of(m_walks.begin(), m_walks.end(),
                           [](const auto &walk) { return walk->isAtRest(); });
    };
    if (!turnUntil(areAtRest))
        return QStringLiteral("something is not answered for half a minute");
    if (const auto fault = settleTimers())
        return fault;
    holdOrders();
    holdKeys();
    if (const auto fault = countEars())
        return fault;
    for (const auto &server : m_servers) {
        if (const auto fault = server->stop())
            return fault;
    }
    return std::nullopt;
}

/// Waits until what was handed over completes by itself.
Fault SeveralServers::settleTimers() {
    constexpr std::chrono::milliseconds kBetweenLooks{300};
    Fault fault;
    const auto areFired = [&] {
        turnFor(kBetweenLooks);
        const auto log = shopsLog();
        if (!log) {
            fault = log.error();
            return true;
        }
        countTimers(*log);
        return m_outcome.timersFired >= m_outcome.timersExpected;
    };
    m_outcome.timersExpected = m_outcome.walked.brought.size();
    turnUntil(areFired); // what has not fired by then is counted
    return fault;
}

void SeveralServers::countTimers(const QList<HeardEvent> &log) {
    QHash<QByteArray, int> completions;
    for (const HeardEvent &event : log) {
        if (isCompletion(event))
            ++completions[event.order];
    }
    m_outcome.timersFired = completions.size();
    m_outcome.timersTwice =
        std::count_if(completions.begin(), completions.end(), [](int times) { return times > 1; });
}

Result<QList<HeardEvent>, QString> SeveralServers::shopsLog() {
    return readLog(line(0), m_town.shops.first().ownerToken, Sequence::before());
}

void SeveralServers::holdOrders() {
    const QList<QByteArray> orders = m_book.orders().keys();
    m_outcome.orders = orders.size();
    QList<QByteArray> requests;
    for (const QByteArray &order : orders)
        requests.append(m_book.readRequest(order));
    for (std::size_t first = 0; first < m_servers.size(); ++first) {
        const auto answers = askAnywhere(requests, first);
        for (qsizetype i = 0; i < orders.size(); ++i)
            holdOrder(orders[i], answers[i]);
    }
}

void SeveralServers::holdOrder(const QByteArray &order, const std::optional<Response> &answer) {
    const KnownOrder known = m_book.orders().value(order);
    const auto found = promiseIn(answer);
    if (!found)
        ++m_outcome.missing;
    else if (found->order != order || found->totalMinor != known.totalMinor ||
             found->version < known.version)
        ++m_outcome.changed;
}

/// Each command, once more: it was done once, and is answered as before, wherever it is asked.
void SeveralServers::holdKeys() {
    QList<const Command *> commands;
    QList<QByteArray> requests;
    for (const Command &command : m_book.page()) {
        commands.append(&command);
        requests.append(command.request);
    }
    const auto answers = askAnywhere(requests, m_random.bounded(2));
    for (qsizetype i = 0; i < commands.size(); ++i) {
        const auto again = promiseIn(answers[i]);
        if (!again)
            ++m_outcome.missing;
        else if (again->order != commands[i]->promise->order)
            ++m_outcome.doubled;
        else if (*again != *commands[i]->promise)
            ++m_outcome.changed;
    }
}

QList<std::optional<Response>> SeveralServers::askAnywhere(const QList<QByteArray> &requests,
                                                           std::size_t firstServer) {
    constexpr qsizetype kAtOnce = 500;
    QList<std::optional<Response>> answers;
    std::size_t server = firstServer;
    for (qsizetype from = 0; from < requests.size(); from += kAtOnce) {
        answers += askAll(line(server), requests.mid(from, kAtOnce));
        server = (server + 1) % m_servers.size();
    }
    return answers;
}

Fault SeveralServers::countEars() {
    for (const auto &ear : m_ears) {
        const auto log = readLog(line(0), ear->token(), Sequence::before());
        if (!log)
            return log.error();
        turnUntil([&] { return log->isEmpty() || ear->last() >= log->last().sequence; });
        EarCount count = compare(*log, ear->heard());
        count.wrong += ear->wrong();
        count.who = ear->token() == m_town.shops.first().ownerToken ? QStringLiteral("shop")
                                                                    : QStringLiteral("customer");
        m_outcome.ears.append(count);
    }
    const auto log = shopsLog();
    if (!log)
        return log.error();
    QSet<QByteArray> strangers;
    for (const HeardEvent &event : *log) {
        if (!m_book.orders().contains(event.order))
            strangers.insert(event.order);
    }
    m_outcome.doubled += strangers.size();
    return std::nullopt;
}

void SeveralServers::turn() {
    m_poller.turn(bench::Clock::now() + kTurn);
    for (const auto &walk : m_walks)
        walk->goOn();
    for (const auto &ear : m_ears)
        ear->goOn();
}

void SeveralServers::turnFor(bench::Span span) {
    const bench::Moment end = bench::Clock::now() + span;
    while (bench::Clock::now() < end)
        turn();
}

bool SeveralServers::turnUntil(const Condition &isSo) {
    const bench::Moment end = bench::Clock::now() + kServersPatience;
    while (!isSo() && bench::Clock::now() < end)
        turn();
    return isSo();
}

} // namespace soban::drill
