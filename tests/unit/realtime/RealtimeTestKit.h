// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/EventBus.h"
#include "queries/ReadModel.h"

#include <QMutex>
#include <QMutexLocker>
#include <QThreadPool>

#include <atomic>
#include <cstddef>
#include <deque>
#include <functional>
#include <utility>

inline soban::Sequence seq(qint64 number) {
    return *soban::Sequence::fromNumber(number);
}

inline soban::AccountId account(qint64 number) {
    return *soban::AccountId::fromNumber(number);
}

/// A log in memory. Any thread.
class MemoryLog : public soban::EventLog {
public:
    /// Appends an event with `bytes` of padding in its data.
    soban::CommittedEvent append(const QList<soban::Addressee> &audience, int bytes = 0) {
        const QMutexLocker lock(&m_mutex);
        const qint64 number = qint64(m_events.size()) + 1;
        m_events.push_back(
            {{seq(number), *soban::EventId::fromNumber(number), soban::EventType::OrderChanged,
              std::nullopt, soban::Instant::fromMs(1'800'000'000'000 + number),
              "{\"pad\":\"" + QByteArray(bytes, 'x') + "\"}"},
             audience});
        return m_events.back();
    }

    soban::Sequence last() const override {
        const QMutexLocker lock(&m_mutex);
        return seq(qint64(visible()));
    }

    /// Readers see what is committed now and nothing later, as one that began just now would.
    void freeze() {
        const QMutexLocker lock(&m_mutex);
        m_frozenAt = m_events.size();
    }

    QList<soban::EventRecord> after(soban::Sequence since,
                                    const QList<soban::Addressee> &addressees,
                                    int limit) const override {
        const QMutexLocker lock(&m_mutex);
        QList<soban::EventRecord> result;
        for (auto i = size_t(since.number()); i < visible() && result.size() < limit; ++i) {
            for (const soban::Addressee &addressee : addressees) {
                if (m_events[i].audience.contains(addressee)) {
                    result.append(m_events[i].record);
                    break;
                }
            }
        }
        return result;
    }

    soban::LogStretch stretch(soban::Sequence since, const QList<soban::EventType> &,
                              int) const override {
        return {{}, since}; // not asked by this room
    }

private:
    size_t visible() const { return std::min(m_frozenAt, m_events.size()); }

    mutable QMutex m_mutex;
    std::deque<soban::CommittedEvent> m_events;
    size_t m_frozenAt = SIZE_MAX;
};

/// A pool of one reader thread over a log; a test can make it hold work back, fail or refuse.
class MemoryPool : public soban::ReadPool {
public:
    explicit MemoryPool(const soban::EventLog &log) : m_log(log) { m_thread.setMaxThreadCount(1); }
    ~MemoryPool() override { m_thread.waitForDone(); }

    bool submit(Work work, std::function<void()> failed) override {
        if (isFull)
            return false;
        ++submitted;
        auto job = [this, work = std::move(work), failed = std::move(failed)] {
            if (isBroken)
                failed();
            else
                work(model());
        };
        if (isHolding)
            m_held.push_back(std::move(job));
        else
            m_thread.start(std::move(job));
        return true;
    }

    void release(int count = 1'000'000) {
        for (; count > 0 && !m_held.empty(); --count) {
            m_thread.start(std::move(m_held.front()));
            m_held.pop_front();
        }
    }
    qsizetype heldCount() const { return qsizetype(m_held.size()); }
    void waitForDone() { m_thread.waitForDone(); }

    std::atomic_bool isFull = false;
    std::atomic_bool isBroken = false;
    std::atomic_bool isHolding = false;
    std::atomic_int submitted = 0;

private:
    /// Only the log is there. What else a ReadModel has is never called by this room, so that any
    /// storage that is large enough will do to refer to.
    soban::ReadModel model() const {
        alignas(std::max_align_t) static const std::byte storage[64] = {};
        return {*reinterpret_cast<const soban::OrderQueries *>(storage),
                *reinterpret_cast<const soban::ShopQueries *>(storage),
                *reinterpret_cast<const soban::PersonQueries *>(storage),
                *reinterpret_cast<const soban::OperatorQueries *>(storage),
                m_log,
                *reinterpret_cast<const soban::PictureQueries *>(storage),
                *reinterpret_cast<const soban::FigureQueries *>(storage),
                *reinterpret_cast<const soban::PhoneMessageQueries *>(storage)};
    }

    const soban::EventLog &m_log;
    QThreadPool m_thread;
    std::deque<std::function<void()>> m_held;
};
