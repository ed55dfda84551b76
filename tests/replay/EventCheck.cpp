// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/EventCheck.h"

#include "client/EventReader.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>

namespace soban::replay {

namespace {

constexpr auto kLimit = std::chrono::minutes(10);
constexpr auto kCatchUpLimit = std::chrono::seconds(30);
constexpr auto kLookAgain = std::chrono::milliseconds(50);
constexpr int kAtOnce = 8;
constexpr int kPageEvents = 100;

/// Reads all events of one account by polls that do not wait, without the stream's own machinery.
class LogReader : public QObject {
public:
    LogReader(Party &party, std::function<void()> done) : m_party(party), m_done(std::move(done)) {}

    void read() {
        client::ApiCall call{contract::RouteId::PollEvents};
        call.query.addQueryItem(QStringLiteral("since"), m_seen.toText());
        call.query.addQueryItem(QStringLiteral("waitMs"), QStringLiteral("0"));
        call.query.addQueryItem(QStringLiteral("limit"), QString::number(kPageEvents));
        m_party.api().sendRaw(
            call, this,
            [this](const Result<client::Answered, client::ApiError> &got) { take(got); });
    }

    const Party &party() const { return m_party; }
    const QList<Party::Heard> &log() const { return m_log; }
    Sequence seen() const { return m_seen; } ///< up to where the log was read
    const QString &fault() const { return m_fault; }

private:
    void take(const Result<client::Answered, client::ApiError> &got) {
        if (!got) {
            if (got.error().isPassing())
                QTimer::singleShot(kLookAgain, this, &LogReader::read);
            else
                end(describe(got.error()));
            return;
        }
        const auto page = contract::decode<contract::EventPage>(got->body);
        if (!page) {
            end(QStringLiteral("a page of events cannot be read: ") + page.error().field);
            return;
        }
        for (const contract::EventEnvelope &event : page->events)
            m_log.append({event.sequence, event.id, event.type});
        m_seen = page->sequence;
        if (page->events.isEmpty())
            waitForStream();
        else
            read();
    }

    /// The stream may be a moment behind; what it still misses after the limit, it has missed.
    void waitForStream() {
        const bool isThere =
            m_log.isEmpty() || (!m_party.heard().isEmpty() &&
                                m_party.heard().last().sequence >= m_log.last().sequence);
        if (!m_waiting.isValid())
            m_waiting.start();
        if (isThere || std::chrono::milliseconds(m_waiting.elapsed()) > kCatchUpLimit)
            end({});
        else
            QTimer::singleShot(kLookAgain, this, &LogReader::waitForStream);
    }

    void end(const QString &fault) {
        m_fault = fault;
        m_done();
    }

    Party &m_party;
    const std::function<void()> m_done;
    QElapsedTimer m_waiting;
    Sequence m_seen = Sequence::before();
    QList<Party::Heard> m_log;
    QString m_fault;
};

/// The log may have grown since it was read.
QList<Party::Heard> upTo(QList<Party::Heard> heard, Sequence seen) {
    heard.removeIf([seen](const Party::Heard &event) { return event.sequence > seen; });
    return heard;
}

void compareReader(const LogReader &reader, EventFindings &findings) {
    const StreamFaults faults =
        compareStream(reader.log(), upTo(reader.party().heard(), reader.seen()));
    findings.compared += reader.log().size();
    findings.missed += faults.count();
    if (faults.count() > 0) {
        findings.words.append(
            QStringLiteral("%1 of %2 events: %3 missing, %4 unknown, %5 repeated, %6 misplaced")
                .arg(reader.party().login())
                .arg(reader.log().size())
                .arg(faults.missing)
                .arg(faults.unknown)
                .arg(faults.repeated)
                .arg(faults.misplaced));
    }
}

void checkVersions(const Cast &cast, const QHash<OrderId, int> &finalVersions,
                   EventFindings &findings) {
    for (const auto &customer : cast.customers()) {
        if (!customer->order())
            continue;
        const int faults =
            versionFaults(customer->versions(), finalVersions.value(*customer->order()));
        findings.missed += faults;
        if (faults > 0)
            findings.words.append(customer->errand().orderName +
                                  QStringLiteral(": versions are not 1, 2, …"));
    }
}

} // namespace

StreamFaults compareStream(const QList<Party::Heard> &log, const QList<Party::Heard> &heard) {
    StreamFaults faults;
    QSet<EventId> ids;
    for (const Party::Heard &event : heard) {
        if (ids.contains(event.id))
            ++faults.repeated;
        ids.insert(event.id);
    }
    QSet<EventId> logged;
    for (const Party::Heard &event : log) {
        logged.insert(event.id);
        if (!ids.contains(event.id))
            ++faults.missing;
    }
    faults.unknown = int(
        std::count_if(ids.cbegin(), ids.cend(), [&](EventId id) { return !logged.contains(id); }));
    if (faults.count() > 0)
        return faults;
    for (qsizetype i = 0; i < log.size(); ++i) {
        if (log[i].id != heard[i].id || log[i].sequence != heard[i].sequence)
            ++faults.misplaced;
    }
    return faults;
}

int versionFaults(const QList<int> &versions, int final) {
    int faults = 0;
    for (qsizetype i = 0; i < versions.size(); ++i) {
        if (versions[i] != int(i) + 1)
            ++faults;
    }
    return faults + std::abs(final - int(versions.size()));
}

Result<EventFindings, QString> checkEvents(const Interrupt &interrupt, const Cast &cast,
                                           const QHash<OrderId, int> &finalVersions) {
    std::vector<std::unique_ptr<LogReader>> readers;
    std::deque<TaskPool::Task> tasks;
    for (Party *party : cast.parties()) {
        tasks.push_back([party, &readers](const std::function<void()> &done) {
            readers.push_back(std::make_unique<LogReader>(*party, done));
            readers.back()->read();
        });
    }
    QObject context;
    Gate gate(interrupt);
    TaskPool pool(kAtOnce, std::move(tasks));
    QObject::connect(&pool, &TaskPool::finished, &context, [&gate] { gate.open(); });
    pool.start();
    if (!gate.wait(kLimit))
        return QStringLiteral("events: the log was not read in time");
    EventFindings findings;
    for (const auto &reader : readers) {
        if (!reader->fault().isEmpty())
            return QStringLiteral("events of %1: %2").arg(reader->party().login(), reader->fault());
        compareReader(*reader, findings);
    }
    checkVersions(cast, finalVersions, findings);
    return findings;
}

} // namespace soban::replay
