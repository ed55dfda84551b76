// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventloop/HeldWakeUps.h"
#include "eventloop/TimerQueue.h"

#include <QAbstractEventDispatcher>
#include <QSet>
#include <QSocketNotifier>

#include <array>
#include <atomic>

namespace soban {

/// An event dispatcher whose turn costs what is ready, not what there is: it tells the kernel once
/// of each socket. In all else it behaves like Qt's own on Unix (QEventDispatcherUNIX), which one
/// test holds it against: nested loops, timers of all kinds, descriptors that are used again, and
/// files, which are always ready.
class EpollDispatcher : public QAbstractEventDispatcher {
    Q_OBJECT

public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;
    Q_DISABLE_COPY_MOVE(EpollDispatcher)

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                       QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;

    /// Any thread.
    void wakeUp() override;
    /// Any thread.
    void interrupt() override;

private:
    static constexpr int kKinds = 3; ///< reading, writing, exceptions: QSocketNotifier::Type

    /// What wakes the kernel's wait. It outlives the dispatcher where somebody is about to wake it.
    class WakeUp : public Wakeable {
    public:
        WakeUp();
        ~WakeUp() override;
        Q_DISABLE_COPY_MOVE(WakeUp)

        int descriptor() const { return m_descriptor; }
        void wake() override;
        void take();

    private:
        const int m_descriptor;
        std::atomic<bool> m_isWoken = false;
    };

    /// A descriptor that somebody waits for.
    struct Watch {
        std::array<QSocketNotifier *, kKinds> notifiers = {};
        quint32 generation = 0; ///< of its entry in the kernel
        bool isFile = false;    ///< which the kernel refuses to watch

        bool isEmpty() const { return notifiers == decltype(notifiers){}; }
        quint32 events() const;
    };

    /// Waits until something is ready, or so long (milliseconds, -1: for ever), and notes whose it
    /// is.
    void wait(int timeoutMs, bool withSockets);
    int timeoutFor(QEventLoop::ProcessEventsFlags flags) const;
    void tellKernel(int descriptor, Watch &watch);
    void addToKernel(int descriptor, Watch &watch);
    void note(quint64 key, quint32 events);
    void noteFiles();
    void notePending(QSocketNotifier *notifier);
    /// Begins anew with the kernel, which still speaks of a descriptor that is closed here and kept
    /// open by a copy: such an entry cannot be taken back.
    void rebuild();
    bool activateSockets();
    bool activateTimers();

    int m_epoll = -1;
    const std::shared_ptr<WakeUp> m_wakeUp;
    QHash<int, Watch> m_watches;
    QList<QSocketNotifier *> m_pending; ///< ready, and not told yet; nested loops tell the rest
    QSet<int> m_files;
    quint32 m_generation = 0;
    bool m_isStale = false;
    TimerQueue m_timers;
    std::atomic<bool> m_isInterrupted = false;
};

} // namespace soban
