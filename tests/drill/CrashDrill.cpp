// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/CrashDrill.h"

#include "app/CrashPoints.h"
#include "stage/Requests.h"

#include <algorithm>

namespace soban::drill {

namespace {

constexpr int kCrashStock = 100'000;
/// A minute of the server's takes a tenth of a second.
constexpr double kCrashSpeed = 600;
/// Counts, and never crashes.
constexpr int kNoPoint = 1'000'000'000;
constexpr std::chrono::seconds kCrashPatience{60};
constexpr std::chrono::milliseconds kCrashPause{10};

bool isToAskAgain(const std::optional<bench::Response> &response) {
    constexpr int kUnavailableNow = 503;
    return !response || response->status == kUnavailableNow ||
           refusalIn(*response) == "still_running";
}

} // namespace

CrashOutcome CrashDrill::run(std::optional<int> runs) {
    if (const auto fault = open()) {
        m_outcome.faults.append(*fault);
        return m_outcome;
    }
    const auto all = allRuns();
    if (!all) {
        m_outcome.faults.append(all.error());
        return m_outcome;
    }
    QList<Run> chosen = *all;
    if (runs && *runs < chosen.size()) {
        std::shuffle(chosen.begin(), chosen.end(), m_random);
        chosen.resize(*runs);
    }
    for (const Run &one : std::as_const(chosen)) {
        constexpr int kMostSecond = 12;
        // Every third time it crashes once more, while it takes up what the first left open.
        const int second = m_random.bounded(3) == 0 ? 1 + m_random.bounded(kMostSecond) : 0;
        ++m_outcome.runs;
        if (const auto fault = play(*one.path, one.point, second))
            m_outcome.faults.append(QStringLiteral("%1, step %2 (then %3): %4")
                                        .arg(one.path->name)
                                        .arg(one.point)
                                        .arg(second)
                                        .arg(*fault));
        if (m_outcome.violations() > 0)
            break;
    }
    return m_outcome;
}

Fault CrashDrill::open() {
    Stand::Plan plan{.engine = m_engine, .size = hamlet(kCrashStock), .speed = kCrashSpeed};
    plan.settings = {QStringLiteral("payment.askMs=50"),
                     // One that is left alone would not be asked for what is drilled here.
                     QStringLiteral("payment.failures=1000"),
                     // Those who matter on a path stand with it.
                     QStringLiteral("order.answerMinutes=10000"),
                     QStringLiteral("order.payAgainMinutes=60"),
                     QStringLiteral("order.autoCompleteMinutes=10000")};
    m_scribe = std::make_unique<Scribe>(m_stand, m_random);
    return m_stand.open(plan);
}

/// Plays each path without a crash, and counts what it has of steps.
Result<QList<CrashDrill::Run>, QString> CrashDrill::allRuns() {
    QList<Run> runs;
    for (const CrashPath &path : crashPaths()) {
        if (const auto fault = play(path, kNoPoint, 0))
            return QString(path.name + QStringLiteral(", without a crash: ") + *fault);
        const auto points = pointsPassed();
        if (!points)
            return points.error();
        ++m_outcome.paths;
        m_outcome.points += *points;
        for (int point = 1; point <= *points; ++point)
            runs.append({&path, point});
    }
    return runs;
}

Fault CrashDrill::play(const CrashPath &path, int point, int secondPoint) {
    m_path = &path;
    m_secondPoint = secondPoint;
    m_sight = {};
    m_sight.stage.fulfilment = path.fulfilment;
    m_isCutShort = false;
    m_asked.clear();
    Fault fault = m_stand.clearFaults();
    for (const QJsonObject &misdeed : path.misdeeds) {
        if (!fault)
            fault = m_stand.addFault(misdeed);
    }
    m_stand.server().kill();
    if (!fault)
        fault = start(point);
    if (!fault)
        fault = walk(path);
    if (!fault)
        fault = comeToRest();
    if (!fault)
        fault = holdEnd(path);
    return fault ? fault : holdKeys();
}

Fault CrashDrill::start(int point) {
    QStringList arguments{QStringLiteral("--crash-at"), QString::number(point)};
    for (const QString &setting : m_path->settings)
        arguments << QStringLiteral("--set") << setting;
    return m_stand.server().start({}, arguments);
}

/// Where the server has crashed as it was told to, it is started again.
Fault CrashDrill::mend() {
    const auto code = m_stand.server().exitCode();
    if (code != app::CrashPoints::kExitCode)
        return QStringLiteral("the server has ended by itself");
    ++m_outcome.crashes;
    const int point = std::exchange(m_secondPoint, 0);
    const Fault fault = start(point > 0 ? point : kNoPoint);
    // It may crash before it says that it listens: what it takes up is not waited for.
    return fault && m_stand.server().exitCode() == app::CrashPoints::kExitCode ? mend() : fault;
}

Fault CrashDrill::place(const CrashPath &path) {
    const CustomerCards &cards = m_stand.cardsOf(m_sight.customer);
    return take(
        m_scribe->place(m_sight, path.method, path.isDeclined ? cards.declined : cards.good));
}

Fault CrashDrill::walk(const CrashPath &path) {
    Fault fault = place(path);
    if (!fault && m_sight.order.isEmpty()) { // the shop let too many wait, and is paused
        const auto reopened = insist(m_scribe->reopen(m_sight));
        m_asked.clear();
        fault = reopened ? place(path) : reopened.error();
    }
    for (const Step &step : path.steps) {
        if (!fault && !m_isCutShort)
            fault = takeStep(path, step);
    }
    return fault;
}

/// Whoever is told that the order is another by now looks again, and does it if it can be done.
Fault CrashDrill::takeStep(const CrashPath &path, const Step &step) {
    const QByteArray &card = m_stand.cardsOf(m_sight.customer).good;
    Fault fault;
    do {
        m_outcome.cutShort -= std::exchange(m_isCutShort, false) ? 1 : 0;
        fault =
            take(step.action == Action::PayAgain ? m_scribe->payAgain(m_sight, path.method, card)
                                                 : m_scribe->step(m_sight, step),
                 step);
    } while (!fault && m_isCutShort && step.action != Action::PayAgain &&
             lifecycle::transition(m_sight.stage, step.action, step.role));
    return fault;
}

Fault CrashDrill::take(const QByteArray &request, const std::optional<Step> &step) {
    constexpr int kDeclinedPayment = 402;
    constexpr int kRefusedForNow = 409;
    const auto answer = insist(request);
    if (!answer)
        return answer.error();
    m_asked.append({request, *answer});
    m_sight.take(*answer, step);
    m_isCutShort = answer->status == kRefusedForNow;
    m_outcome.cutShort += m_isCutShort ? 1 : 0;
    if (answer->status < 300 || answer->status == kDeclinedPayment || m_isCutShort)
        return std::nullopt;
    return describe(*answer);
}

/// Asks until there is an answer, over crashes.
Result<bench::Response, QString> CrashDrill::insist(const QByteArray &request) {
    const bench::Moment deadline = bench::Clock::now() + kCrashPatience;
    while (bench::Clock::now() < deadline) {
        const auto response = ask(m_stand.line(), request);
        if (!isToAskAgain(response))
            return *response;
        ++m_outcome.askedAgain;
        if (!response) {
            if (const auto fault = mend())
                return *fault;
        }
        const bench::Moment next = bench::Clock::now() + kCrashPause;
        while (bench::Clock::now() < next)
            m_stand.line().poller.turn(next);
    }
    return QStringLiteral("not answered for a minute");
}

Fault CrashDrill::comeToRest() {
    const bench::Moment deadline = bench::Clock::now() + kCrashPatience;
    while (bench::Clock::now() < deadline) {
        if (m_stand.server().hasEnded()) {
            if (const auto fault = mend())
                return fault;
        }
        const auto isQuiet = isAtRest(m_stand.database());
        if (!isQuiet)
            return isQuiet.error();
        if (*isQuiet)
            break;
        const bench::Moment next = bench::Clock::now() + kCrashPause;
        while (bench::Clock::now() < next)
            m_stand.line().poller.turn(next);
    }
    const auto ledger = m_stand.ledger();
    if (!ledger)
        return ledger.error();
    const auto reckoning = reckon(m_stand.database(), *ledger, kCrashStock);
    if (!reckoning)
        return reckoning.error();
    m_outcome.reckoning = *reckoning;
    return std::nullopt;
}

Fault CrashDrill::holdEnd(const CrashPath &path) {
    const auto answer = insist(m_scribe->read(m_sight));
    if (!answer)
        return answer.error();
    m_sight.take(*answer);
    const OrderState end = m_sight.stage.order;
    if (path.backMinor && !m_isCutShort && m_sight.backMinor != *path.backMinor)
        return QStringLiteral("%1 goes back").arg(m_sight.backMinor);
    if (end == path.end || (m_isCutShort && lifecycle::isOver(end)))
        return std::nullopt;
    return QStringLiteral("the order is %1").arg(QString(toText(end)));
}

/// Each command, once more: it gives its first answer.
Fault CrashDrill::holdKeys() {
    for (const Asked &asked : std::as_const(m_asked)) {
        const auto again = insist(asked.request);
        if (!again)
            return again.error();
        if (again->status != asked.answer.status || again->body != asked.answer.body)
            return QStringLiteral("one key, two answers: ") + describe(asked.answer) +
                   QStringLiteral("; ") + describe(*again);
    }
    return std::nullopt;
}

Result<int, QString> CrashDrill::pointsPassed() {
    constexpr QByteArrayView kFigure("\nsoban_crash_points_total ");
    const auto answer = ask(m_stand.line(), bench::getRequest("/metrics"));
    const qsizetype at = answer ? answer->body.indexOf(kFigure) : -1;
    if (at < 0)
        return QString(QStringLiteral("the server does not count its steps: ") + describe(answer));
    return answer->body.mid(at + kFigure.size()).split('\n').first().toInt();
}

} // namespace soban::drill
