// SPDX-License-Identifier: GPL-3.0-or-later
#include "realtime/GapReader.h"

#include <QMutex>
#include <QMutexLocker>

namespace soban::realtime {

namespace {

constexpr int kRetryMs = 50;

} // namespace

/// The way back from a reader's thread, which closes before the GapReader dies.
class GapReader::Gate {
public:
    explicit Gate(GapReader *reader) : m_reader(reader) {}

    void close() {
        const QMutexLocker lock(&m_mutex);
        m_reader = nullptr;
    }

    /// Any thread. Runs `arrive` on the GapReader's thread, if that is still there.
    void post(std::function<void(GapReader &)> arrive) {
        const QMutexLocker lock(&m_mutex);
        if (m_reader == nullptr)
            return;
        QMetaObject::invokeMethod(
            m_reader,
            [reader = m_reader, arrive = std::move(arrive)] {
                --reader->m_inFlight;
                reader->submitWaiting();
                arrive(*reader);
            },
            Qt::QueuedConnection);
    }

private:
    QMutex m_mutex;
    GapReader *m_reader; // guarded
};

GapReader::GapReader(ReadPool &pool, const HubLimits &limits, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_limits(limits)
    , m_gate(std::make_shared<Gate>(this))
    , m_retry(this) {
    m_retry.setSingleShot(true);
    m_retry.setInterval(kRetryMs);
    connect(&m_retry, &QTimer::timeout, this, &GapReader::submitWaiting);
}

GapReader::~GapReader() {
    m_gate->close();
}

void GapReader::read(Gap gap) {
    forget(gap.follower);
    const quint64 turn = m_nextTurn++;
    m_turnOf.insert(gap.follower, turn);
    m_waiting.emplace(turn, std::move(gap));
    submitWaiting();
}

void GapReader::forget(FollowerId follower) {
    const auto turn = m_turnOf.constFind(follower);
    if (turn == m_turnOf.cend())
        return;
    m_waiting.erase(*turn);
    m_turnOf.erase(turn);
}

void GapReader::submitWaiting() {
    while (!m_waiting.empty() && m_inFlight < m_limits.maxReadsInFlight) {
        const auto first = m_waiting.begin();
        if (!submit(first->second)) {
            if (!m_retry.isActive())
                m_retry.start(); // the pool is full, and tells nobody when it no longer is
            return;
        }
        m_turnOf.remove(first->second.follower);
        m_waiting.erase(first);
    }
}

bool GapReader::submit(const Gap &gap) {
    const FollowerId follower = gap.follower;
    const auto work = [gap, limits = m_limits, gate = m_gate](const ReadModel &model) {
        gate->post([follower = gap.follower, page = readPage(model.log, gap, limits)](
                       GapReader &reader) { emit reader.pageRead(follower, page); });
    };
    const auto failed = [follower, gate = m_gate] {
        gate->post([follower](GapReader &reader) { emit reader.readFailed(follower); });
    };
    // Counted first: a pool may do the work at once.
    ++m_inFlight;
    if (m_pool.submit(work, failed))
        return true;
    --m_inFlight;
    return false;
}

LogPage readPage(const EventLog &log, const Gap &gap, const HubLimits &limits) {
    // The end is taken before the events: what is committed in between is in the page as well.
    const Sequence last = log.last();
    if (!gap.since)
        return {{}, last, true};
    const QList<EventRecord> records = log.after(*gap.since, gap.addressees, gap.maxEvents);
    if (*gap.since > last || *gap.since < limits.forgottenTo(log))
        return {{}, last, true, true};
    LogPage page{{}, last, records.size() < gap.maxEvents};
    qsizetype bytes = 0;
    for (const EventRecord &record : records) {
        WireEvent event = WireEvent::of(record);
        bytes += event.bytes;
        if (bytes > limits.maxPageBytes && !page.events.isEmpty()) {
            page.isComplete = false;
            break;
        }
        page.events.append(std::move(event));
    }
    if (!page.events.isEmpty()) {
        const Sequence reached = page.events.last().sequence;
        page.readTo = page.isComplete ? std::max(last, reached) : reached;
    }
    return page;
}

} // namespace soban::realtime
