// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/ClockDrill.h"

#include "clock/Clock.h"
#include "drill/MoneyDrill.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <algorithm>
#include <array>

namespace soban::drill {

namespace {

constexpr int kClockStock = 100'000;
/// A minute of the server's takes a second.
constexpr double kClockSpeed = 60;
/// As long before their moment timers are still not to have fired.
constexpr std::chrono::milliseconds kBefore{80};

/// Where Debian keeps it; nothing if it is not there.
std::optional<QString> findFaketime() {
    const QDir libraries(QStringLiteral("/usr/lib"));
    for (const QString &machine : libraries.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString file =
            libraries.filePath(machine + QStringLiteral("/faketime/libfaketimeMT.so.1"));
        if (QFile::exists(file))
            return file;
    }
    return std::nullopt;
}

bool isEnded(const Sight &before, const Sight &now) {
    return now.stage.order != before.stage.order;
}

} // namespace

ClockOutcome ClockDrill::run(int rounds) {
    Fault fault = open();
    while (!fault && m_outcome.rounds < rounds && m_outcome.violations() == 0) {
        fault = round();
        ++m_outcome.rounds;
    }
    if (!fault)
        fault = jump(0);
    if (!fault) {
        const auto reckoning = reckonAtRest(m_stand, kClockStock);
        if (reckoning)
            m_outcome.reckoning = *reckoning;
        fault = reckoning ? m_stand.server().stop() : reckoning.error();
    }
    if (fault)
        m_outcome.faults.append(*fault);
    return m_outcome;
}

Fault ClockDrill::open() {
    const auto library = findFaketime();
    if (!library)
        return QStringLiteral("there is no libfaketime: ./run drill clock installs it");
    m_library = *library;
    if (const auto fault = jump(0))
        return fault;
    Stand::Plan plan{.engine = m_engine, .size = hamlet(kClockStock), .speed = kClockSpeed};
    plan.environment = environment();
    // One after the other: the first to fire has the server look what else is due.
    plan.settings = {QStringLiteral("order.answerMinutes=1"),
                     QStringLiteral("order.payAgainMinutes=2"),
                     QStringLiteral("order.autoCompleteMinutes=3")};
    m_scribe = std::make_unique<Scribe>(m_stand, m_random);
    return m_stand.open(plan);
}

QMap<QString, QString> ClockDrill::environment() const {
    return {{QStringLiteral("LD_PRELOAD"), m_library},
            {QStringLiteral("FAKETIME_TIMESTAMP_FILE"), m_folder.filePath(QStringLiteral("set"))},
            {QStringLiteral("FAKETIME_NO_CACHE"), QStringLiteral("1")},
            // Whoever sets a clock does not change how much time has passed.
            {QStringLiteral("FAKETIME_DONT_FAKE_MONOTONIC"), QStringLiteral("1")},
            {QStringLiteral("DONT_FAKE_MONOTONIC"), QStringLiteral("1")}};
}

Fault ClockDrill::round() {
    QList<Waiting> waiting;
    if (const auto fault = setWaiting(waiting))
        return fault;
    m_outcome.timers += waiting.size();
    std::sort(waiting.begin(), waiting.end(),
              [](const Waiting &one, const Waiting &other) { return one.due < other.due; });
    constexpr std::array kHours{2, -2, 0};
    const bench::Moment now = bench::Clock::now();
    const auto beforeFirst = std::max(waiting.first().due - now, bench::Span(0));
    passUntil(now + beforeFirst * m_random.bounded(90) / 100);
    if (const auto fault = jump(kHours.at(m_random.bounded(quint32(kHours.size())))))
        return fault;
    if (const auto fault = holdBefore(waiting))
        return fault;
    passUntil(waiting.last().due);
    return holdAfter(waiting);
}

/// Some of each kind: whose shop does not answer, who was declined, who has the goods.
Fault ClockDrill::setWaiting(QList<Waiting> &waiting) {
    constexpr int kOfEachKind = 2;
    const Role shop = Role::Shop;
    const QList<Step> handedOver{{shop, Action::Accept},
                                 {shop, Action::Start},
                                 {shop, Action::Finish},
                                 {shop, Action::PickUp},
                                 {shop, Action::HandOver}};
    // Whoever let too many orders wait is paused.
    const auto reopened = request(m_scribe->reopen({}));
    Fault fault = reopened ? Fault() : reopened.error();
    // Who waits longest comes first.
    for (int i = 0; i < kOfEachKind && !fault; ++i)
        fault = add(waiting, handedOver, false);
    for (int i = 0; i < kOfEachKind && !fault; ++i)
        fault = add(waiting, {}, true);
    for (int i = 0; i < kOfEachKind && !fault; ++i)
        fault = add(waiting, {}, false);
    return fault;
}

Fault ClockDrill::add(QList<Waiting> &waiting, const QList<Step> &steps, bool isDeclined) {
    Sight sight;
    sight.stage.fulfilment = Fulfilment::OwnDelivery;
    const CustomerCards &cards = m_stand.cardsOf(0);
    auto answer = request(
        m_scribe->place(sight, PaymentMethod::Card, isDeclined ? cards.declined : cards.good));
    for (const Step &step : steps) {
        if (answer)
            sight.take(*answer);
        if (answer)
            answer = request(m_scribe->step(sight, step));
    }
    if (answer)
        sight.take(*answer);
    // Only its customer is told when it ends.
    if (answer)
        answer = request(m_scribe->read(sight));
    if (!answer)
        return answer.error();
    sight.take(*answer);
    if (!sight.endsAt)
        return QStringLiteral("an order does not wait: ") + describe(*answer);
    waiting.append({sight, m_stand.momentOf(*sight.endsAt)});
    return std::nullopt;
}

Result<bench::Response, QString> ClockDrill::request(const QByteArray &bytes) {
    const auto response = ask(m_stand.line(), bytes);
    constexpr int kPaymentDeclined = 402;
    if (response && (response->status < 300 || response->status == kPaymentDeclined))
        return *response;
    return describe(response);
}

/// Puts another file in the place of the one that is read whenever anybody asks for the time.
Fault ClockDrill::jump(int hours) {
    const QString name = m_folder.filePath(QStringLiteral("set"));
    QFile file(name + QStringLiteral(".new"));
    const QByteArray words = (hours < 0 ? "" : "+") + QByteArray::number(hours) + "h\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(words) != words.size())
        return QStringLiteral("the clock cannot be set");
    file.close();
    QFile::remove(name);
    if (!file.rename(name))
        return QStringLiteral("the clock cannot be set");
    ++m_outcome.jumps;
    return seeJump(hours);
}

/// A drill whose clock stands still proves nothing: another program sees the same.
Fault ClockDrill::seeJump(int hours) {
    QProcess date;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    const auto added = environment();
    for (auto one = added.begin(); one != added.end(); ++one)
        variables.insert(one.key(), one.value());
    date.setProcessEnvironment(variables);
    date.start(QStringLiteral("date"), {QStringLiteral("+%s")});
    const bool hasSaid = date.waitForFinished();
    const auto shown = std::chrono::seconds(date.readAllStandardOutput().trimmed().toLongLong());
    const auto ahead = shown - (SystemClock().now() - Instant::fromMs(0));
    constexpr std::chrono::seconds kTolerance{5};
    if (hasSaid && std::chrono::abs(ahead - std::chrono::hours(hours)) < kTolerance)
        return std::nullopt;
    return QStringLiteral("libfaketime does not set the clock");
}

Fault ClockDrill::holdBefore(const QList<Waiting> &waiting) {
    for (const Waiting &one : waiting) {
        passUntil(one.due - kBefore);
        const auto answer = request(m_scribe->read(one.sight));
        if (!answer)
            return answer.error();
        Sight now = one.sight;
        now.take(*answer);
        const bool isInTime = bench::Clock::now() < one.due;
        if (!isInTime)
            ++m_outcome.notSeen;
        else if (isEnded(one.sight, now))
            ++m_outcome.early;
    }
    return std::nullopt;
}

Fault ClockDrill::holdAfter(const QList<Waiting> &waiting) {
    constexpr std::chrono::seconds kLatest{5};
    constexpr std::chrono::milliseconds kLook{50};
    for (const Waiting &one : waiting) {
        Sight now = one.sight;
        while (!isEnded(one.sight, now) && bench::Clock::now() < one.due + kLatest) {
            passUntil(bench::Clock::now() + kLook);
            const auto answer = request(m_scribe->read(one.sight));
            if (!answer)
                return answer.error();
            now.take(*answer);
        }
        m_outcome.missing += isEnded(one.sight, now) ? 0 : 1;
    }
    return std::nullopt;
}

void ClockDrill::passUntil(bench::Moment moment) {
    while (bench::Clock::now() < moment)
        m_stand.line().poller.turn(moment);
}

} // namespace soban::drill
