// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/LogFollower.h"

#include "events/OwnWork.h"

#include <QTimer>

#include <algorithm>
#include <chrono>

namespace soban {

namespace {

constexpr int kEventsPerTransaction = 256;
constexpr std::chrono::milliseconds kRetry(500);

} // namespace

LogFollower::LogFollower(WriteQueue &writes, Log log, QString name, QList<EventType> occasions,
                         QObject *parent)
    : QObject(parent)
    , m_writes(writes)
    , m_log(log)
    , m_name(std::move(name))
    , m_occasions(std::move(occasions)) {}

void LogFollower::onCommitted(const EventBatch &batch) {
    const bool wanted =
        std::any_of(batch->cbegin(), batch->cend(), [this](const CommittedEvent &event) {
            return m_occasions.contains(event.record.type);
        });
    if (wanted)
        catchUp();
}

void LogFollower::catchUp() {
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    askFor(
        this, m_writes, [this] { return workThrough(); },
        [this](std::optional<Walked> walked) { finishReading(walked); });
}

void LogFollower::finishReading(std::optional<Walked> walked) {
    m_isReading = false;
    const bool again = std::exchange(m_readAgain, false) || (walked && walked->isMore);
    if (walked && walked->isAny)
        emit wentOn();
    // What could not be written down is still above the cursor; nobody may come to wake us.
    if (!walked)
        QTimer::singleShot(kRetry, this, &LogFollower::catchUp);
    else if (again)
        catchUp();
}

LogFollower::Walked LogFollower::workThrough() {
    const Sequence from = m_log.cursors.cursorOf(m_name);
    const LogStretch stretch = m_log.events.stretch(from, m_occasions, kEventsPerTransaction);
    for (const EventRecord &record : stretch.records)
        meet(record);
    if (stretch.end > from)
        m_log.cursors.moveCursor(m_name, stretch.end);
    return {!stretch.records.isEmpty(),
            stretch.end.number() - from.number() == kEventsPerTransaction};
}

} // namespace soban
