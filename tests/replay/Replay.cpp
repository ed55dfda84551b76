// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Replay.h"

#include "contract/Codec.h"
#include "replay/CardVisit.h"
#include "replay/Day.h"
#include "replay/EventCheck.h"
#include "replay/MoneyCheck.h"
#include "replay/StockCheck.h"
#include "replay/TownWriter.h"
#include "support/PostgresServer.h"

#include <QFile>

#include <algorithm>
#include <cstdio>

namespace soban::replay {

namespace {

using namespace std::chrono_literals;

/// Minute 0 of the instance, in the town's time zone; a Monday.
const Instant kMidnight = *Instant::fromRfc3339(u"2026-03-02T00:00:00+09:00");
/// The set-up happens on the day before, so that the clock never has to go back.
constexpr std::chrono::milliseconds kSetUpBefore = 24h;
/// Wall time from setting the clock of the day to its first plan: the server has to start and
/// everybody to connect first.
constexpr std::chrono::milliseconds kLead = 3s;
constexpr int kTroublesShown = 15;
constexpr std::chrono::hours kLongestDay(20 * 24); // the day itself ends sooner

/// As far as a rider gets in a quarter of an hour, 5 km at least: whoever moves towards the busy
/// shops when there is nothing to do comes that near to each of them sooner or later.
int offerRadiusMeters(const Instance &instance) {
    return int(std::clamp(15 * instance.metersPerMinute, 5000.0, 100'000.0));
}

Processes::Setup processSetup(const Options &options, const Instance &instance) {
    QMap<QString, QString> settings{
        {QStringLiteral("delivery.offerRadiusMeters"),
         QString::number(offerRadiusMeters(instance))},
        // Sign-in is part of the set-up, not of the day.
        {QStringLiteral("session.accessMinutes"), QStringLiteral("100000")},
        {QStringLiteral("session.refreshDays"), QStringLiteral("366")},
        {QStringLiteral("session.hashThreads"), QStringLiteral("2")}};
    if (options.engine == Engine::Postgres)
        settings.insert(QStringLiteral("database.url"),
                        testing::postgresOfTheTest().urlOf(testing::freshPostgresDatabase()));
    settings.insert(options.settings);
    return {options.serverProgram, options.sandboxProgram, options.keptDatabase, {}, settings};
}

Anchors setUpAnchors(double firstMinute) {
    return {SystemClock().now(), kMidnight + Timeline::spanOf(firstMinute) - kSetUpBefore, 1};
}

} // namespace

Replay::Replay(Options options, Instance instance, const Interrupt &interrupt)
    : m_options(std::move(options))
    , m_instance(std::move(instance))
    , m_interrupt(interrupt)
    , m_geography(m_instance)
    , m_timeline(kMidnight)
    , m_town(townOf(m_instance, m_geography, m_options.seed))
    , m_clock(setUpAnchors(Day::span(m_instance).first))
    , m_processes(processSetup(m_options, m_instance)) {}

Replay::~Replay() = default;

int Replay::say(int status) const {
    std::printf("%s\n", qPrintable(m_report.verdict()));
    return status;
}

int Replay::run() {
    m_report.orders = int(m_instance.orders.size());
    using Step = Fault (Replay::*)();
    for (const Step step :
         {&Replay::loadTown, &Replay::startClients, &Replay::signInAll, &Replay::registerCards,
          &Replay::startDay, &Replay::runDay, &Replay::check}) {
        const Fault fault =
            m_interrupt.isRequested() ? Fault(QStringLiteral("interrupted")) : (this->*step)();
        if (!fault)
            continue;
        std::fprintf(stderr, "soban-replay: %s\n", qPrintable(*fault));
        tellServerTroubles();
        return say(1);
    }
    for (const QString &line : m_report.toLines())
        std::printf("%s\n", qPrintable(line));
    return say(m_report.isClean() ? 0 : 1);
}

Replay::Fault Replay::loadTown() {
    std::printf("%lld orders, %lld shops, %lld riders; offers within %d m; speed %g\n",
                static_cast<long long>(m_instance.orders.size()),
                static_cast<long long>(m_instance.restaurants.size()),
                static_cast<long long>(m_instance.couriers.size()), offerRadiusMeters(m_instance),
                m_options.speed);
    const QString name = m_processes.folder().filePath(QStringLiteral("town.json"));
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(contract::encode(m_town)) < 0)
        return QStringLiteral("cannot write %1: %2").arg(name, file.errorString());
    file.close();
    const Anchors anchors = setUpAnchors(Day::span(m_instance).first);
    m_clock.set(anchors);
    if (const auto fault = m_processes.runServer({QStringLiteral("import"), name}, anchors))
        return fault;
    if (const auto fault = m_processes.runServer(
            {QStringLiteral("add-operator"), Processes::operatorLogin()}, anchors))
        return fault;
    return m_processes.start(anchors);
}

int Replay::partyCount() const {
    return int(m_instance.orders.size() + m_instance.restaurants.size() +
               m_instance.couriers.size());
}

client::TransportOptions Replay::transportOptions() const {
    constexpr int kPollsPerManager = 3;
    constexpr int kMostManagers = 200; // a thread each
    client::TransportOptions options;
    options.managers = 4;
    if (m_options.streams != StreamMode::Normal)
        options.managers += std::min(partyCount() / kPollsPerManager + 1, kMostManagers);
    // A whole town shares these connections: what does not fit waits instead of failing.
    options.queueLimit = 100'000;
    options.queueWait = 60s;
    return options;
}

client::EventStreamOptions Replay::streamOptions() const {
    client::EventStreamOptions options;
    if (m_options.streams == StreamMode::Normal)
        return options;
    // Ten seconds of silence would be most of an hour of the town. A second is still far more than
    // a WebSocket on loopback ever needs to bring its first message.
    options.blockedAfter = 1s;
    options.pollGap = 50ms;
    if (partyCount() > transportOptions().managers * 3) {
        // More parties than connections for polls that are held: these ask and go.
        options.pollWait = 0ms;
        options.pollGap = std::chrono::milliseconds(partyCount());
    }
    return options;
}

client::ServerAddress Replay::clientAddress() {
    QUrl url = m_processes.addresses().server;
    if (m_options.streams != StreamMode::Normal) {
        m_proxy = std::make_unique<testing::FaultProxy>(
            m_options.streams == StreamMode::Refused ? testing::FaultProxy::Upgrades::Refuse
                                                     : testing::FaultProxy::Upgrades::Silence);
        m_proxy->setTarget(quint16(url.port()));
        url.setPort(m_proxy->port());
    }
    return *client::ServerAddress::of(url);
}

Replay::Fault Replay::startClients() {
    m_transport = std::make_unique<client::HttpTransport>(transportOptions());
    const Surroundings surroundings{*m_transport, clientAddress(), m_clock, streamOptions()};
    m_operator = std::make_unique<Party>(
        surroundings,
        contract::SignInRequest{Processes::operatorLogin(), Processes::operatorPassword()}, 1);
    m_cast = std::make_unique<Cast>(m_instance, m_geography, m_timeline, surroundings,
                                    Cast::Rules{m_options.seed, m_options.riders});
    return std::nullopt;
}

namespace {

/// Runs tasks that each end with a fault or none; the first fault of all.
std::optional<QString> runAll(const Interrupt &interrupt, int atOnce,
                              const QList<std::function<void(Party::SignedIn)>> &steps) {
    // Shared: after an interruption the tasks under way end later than this function.
    const auto first = std::make_shared<std::optional<QString>>();
    std::deque<TaskPool::Task> tasks;
    for (const auto &step : steps) {
        tasks.push_back([step, first](const std::function<void()> &done) {
            step([first, done](const std::optional<QString> &fault) {
                if (fault && !*first)
                    *first = fault;
                done();
            });
        });
    }
    Gate gate(interrupt);
    TaskPool pool(atOnce, std::move(tasks));
    QObject::connect(&pool, &TaskPool::finished, &pool, [&gate] { gate.open(); });
    pool.start();
    if (!gate.wait(15min))
        return QStringLiteral("the set-up does not come to an end");
    return *first;
}

} // namespace

Replay::Fault Replay::signInAll() {
    constexpr int kAtOnce = 8;
    QList<std::function<void(Party::SignedIn)>> steps;
    QList<Party *> parties = m_cast->parties();
    parties.append(m_operator.get());
    for (Party *party : std::as_const(parties))
        steps.append([party](const Party::SignedIn &done) { party->signIn(party, done); });
    std::printf("signing in %lld people …\n", static_cast<long long>(steps.size()));
    std::fflush(stdout);
    return runAll(m_interrupt, kAtOnce, steps);
}

Replay::Fault Replay::registerCards() {
    constexpr int kAtOnce = 6;
    QList<std::function<void(Party::SignedIn)>> steps;
    for (const auto &customer : m_cast->customers()) {
        steps.append([this, party = &customer->party()](const Party::SignedIn &done) {
            CardVisit::begin(*party, m_browser, QStringLiteral("normal"), party, done);
        });
    }
    std::printf("registering %lld cards …\n", static_cast<long long>(steps.size()));
    std::fflush(stdout);
    return runAll(m_interrupt, kAtOnce, steps);
}

/// Server and sandbox start anew with the clock of the day, which stands shortly before its first
/// plan: how long the set-up took is of no importance.
Replay::Fault Replay::startDay() {
    m_processes.stop();
    const std::chrono::milliseconds leadTown(qint64(double(kLead.count()) * m_options.speed));
    const Instant first = m_timeline.at(Day::span(m_instance).first);
    const Anchors anchors{SystemClock().now(), first - leadTown, m_options.speed};
    m_clock.set(anchors);
    if (const auto fault = m_processes.start(anchors))
        return fault;
    for (Party *party : m_cast->parties())
        party->openStream();
    return std::nullopt;
}

Replay::Fault Replay::runDay() {
    Day day({m_instance, m_timeline, m_clock, m_options.seed, m_options.kills}, *m_cast,
            m_processes);
    Gate gate(m_interrupt);
    Fault fault;
    QObject::connect(&day, &Day::ended, &day, [&](const QString &reason) {
        if (!reason.isEmpty())
            fault = reason;
        gate.open();
    });
    day.begin();
    gate.wait(kLongestDay);
    m_report.wallMs = day.wallMs();
    m_report.events = m_cast->eventsHeard();
    m_report.polledEvents = m_cast->eventsPolled();
    m_report.completed = m_cast->completed();
    m_report.kills = m_processes.kills();
    for (const auto &rider : m_cast->riders())
        m_report.lostRaces += rider->lostRaces();
    const QStringList &troubles = m_cast->troubles();
    for (const QString &trouble :
         troubles.first(std::min<qsizetype>(troubles.size(), kTroublesShown)))
        std::printf("trouble: %s\n", qPrintable(trouble));
    if (troubles.size() > kTroublesShown)
        std::printf("trouble: … %lld more\n",
                    static_cast<long long>(troubles.size() - kTroublesShown));
    if (m_interrupt.isRequested())
        return QStringLiteral("interrupted");
    return fault;
}

Replay::Fault Replay::check() {
    const auto audits = readAudits(m_interrupt, m_operator->api());
    const auto ledger = readLedger(m_processes.addresses().sandbox);
    const auto stock = stockImbalances(m_interrupt, m_town, *m_cast);
    if (!audits || !ledger || !stock)
        return !audits ? audits.error() : !ledger ? ledger.error() : stock.error();
    QHash<OrderId, int> finalVersions;
    for (const contract::OrderAudit &audit : *audits)
        finalVersions.insert(audit.orderId, audit.version);
    const auto events = checkEvents(m_interrupt, *m_cast, finalVersions);
    if (!events)
        return events.error();

    QStringList found = imbalances(*audits, *ledger) + *stock;
    if (audits->size() != m_instance.orders.size())
        found.append(QStringLiteral("the server has %1 orders").arg(audits->size()));
    m_report.addTimes(*audits);
    m_report.imbalances = int(found.size());
    m_report.missedEvents = events->missed;
    std::printf("checked: %lld orders, %lld ledger entries, %lld events\n",
                static_cast<long long>(audits->size()), static_cast<long long>(ledger->size()),
                static_cast<long long>(events->compared));
    for (const QString &words : found + events->words)
        std::printf("wrong: %s\n", qPrintable(words));
    if (!m_report.isClean())
        tellServerTroubles();
    return std::nullopt;
}

void Replay::tellServerTroubles() {
    constexpr qsizetype kLines = 20;
    QList<QByteArray> lines = m_processes.serverLog().trimmed().split('\n');
    lines = lines.last(std::min(kLines, lines.size()));
    std::fprintf(stderr, "--- the server's last lines:\n%s\n---\n", lines.join('\n').constData());
}

} // namespace soban::replay
