// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventloop/EpollDispatcher.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <cerrno>
#include <limits>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace soban {

namespace {

using std::chrono::milliseconds;

constexpr int kMostAtOnce = 256; ///< ready sockets of one turn; the rest has the next
constexpr quint64 kWakeUpKey = std::numeric_limits<quint64>::max();

/// What concerns each kind of notifier, by QSocketNotifier::Type. Who waits is told of a hang-up
/// and of a fault whatever he waits for: reading or writing is how one learns of it.
constexpr std::array<quint32, 3> kAskedFor{EPOLLIN, EPOLLOUT, EPOLLPRI};
constexpr quint32 kToldAnyway = EPOLLHUP | EPOLLERR;

quint64 keyOf(int descriptor, quint32 generation) {
    return quint64(generation) << 32 | quint32(descriptor);
}

} // namespace

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent), m_wakeUp(std::make_shared<WakeUp>()) {
    rebuild();
    if (m_epoll < 0 || m_wakeUp->descriptor() < 0)
        qFatal("no event loop: %s", qUtf8Printable(qt_error_string(errno)));
}

EpollDispatcher::~EpollDispatcher() {
    ::close(m_epoll);
}

EpollDispatcher::WakeUp::WakeUp() : m_descriptor(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

EpollDispatcher::WakeUp::~WakeUp() {
    ::close(m_descriptor);
}

void EpollDispatcher::WakeUp::wake() {
    if (m_isWoken.exchange(true))
        return;
    const quint64 one = 1;
    if (::write(m_descriptor, &one, sizeof(one)) < 0 && errno != EAGAIN)
        qWarning("cannot wake up: %s", qUtf8Printable(qt_error_string(errno)));
}

void EpollDispatcher::WakeUp::take() {
    // First the count, then the mark. Who sets the mark in between has posted its event before, and
    // that is sent at the beginning of the next turn.
    quint64 count = 0;
    if (::read(m_descriptor, &count, sizeof(count)) < 0 && errno != EAGAIN)
        qWarning("cannot read the wake-up: %s", qUtf8Printable(qt_error_string(errno)));
    m_isWoken = false;
}

quint32 EpollDispatcher::Watch::events() const {
    quint32 events = 0;
    for (int kind = 0; kind < kKinds; ++kind)
        events |= notifiers[size_t(kind)] ? kAskedFor[size_t(kind)] : 0;
    return events;
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags) {
    m_isInterrupted = false;
    emit awake();
    QCoreApplication::sendPostedEvents();
    if (m_isInterrupted)
        return false;
    const bool withSockets = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    const int timeoutMs = timeoutFor(flags);
    if (timeoutMs != 0)
        emit aboutToBlock();
    if (m_isInterrupted)
        return false;
    wait(timeoutMs, withSockets);
    if (timeoutMs != 0)
        emit awake();
    bool hasHandled = withSockets && activateSockets();
    if (!flags.testFlag(QEventLoop::X11ExcludeTimers))
        hasHandled |= activateTimers();
    return hasHandled;
}

int EpollDispatcher::timeoutFor(QEventLoop::ProcessEventsFlags flags) const {
    const bool withSockets = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    const bool isBusy = withSockets && (!m_pending.isEmpty() || !m_files.isEmpty());
    if (!flags.testFlag(QEventLoop::WaitForMoreEvents) || isBusy)
        return 0;
    if (flags.testFlag(QEventLoop::X11ExcludeTimers))
        return -1;
    const auto until = m_timers.untilNext(TimerQueue::Clock::now());
    if (!until)
        return -1;
    // Rounded up: whoever wakes before a timer is due turns round in vain.
    const auto ms = std::chrono::ceil<milliseconds>(*until).count();
    return int(std::min<qint64>(ms, std::numeric_limits<int>::max()));
}

void EpollDispatcher::wait(int timeoutMs, bool withSockets) {
    if (!withSockets) {
        pollfd wakeUp{m_wakeUp->descriptor(), POLLIN, 0};
        if (::poll(&wakeUp, 1, timeoutMs) > 0)
            m_wakeUp->take();
        return;
    }
    std::array<epoll_event, kMostAtOnce> events;
    const int count = epoll_wait(m_epoll, events.data(), kMostAtOnce, timeoutMs);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[size_t(i)];
        if (event.data.u64 == kWakeUpKey)
            m_wakeUp->take();
        else
            note(event.data.u64, event.events);
    }
    noteFiles();
    if (m_isStale)
        rebuild();
}

void EpollDispatcher::note(quint64 key, quint32 events) {
    const auto watch = m_watches.constFind(int(quint32(key)));
    if (watch == m_watches.cend() || watch->generation != quint32(key >> 32)) {
        m_isStale = true;
        return;
    }
    for (size_t kind = 0; kind < kKinds; ++kind) {
        if (watch->notifiers[kind] && (events & (kAskedFor[kind] | kToldAnyway)))
            notePending(watch->notifiers[kind]);
    }
}

void EpollDispatcher::noteFiles() {
    for (const int file : std::as_const(m_files)) {
        // As poll() has it: a file can be read and written at any time.
        for (const auto kind : {QSocketNotifier::Read, QSocketNotifier::Write}) {
            if (QSocketNotifier *notifier = m_watches.value(file).notifiers[size_t(kind)])
                notePending(notifier);
        }
    }
}

void EpollDispatcher::notePending(QSocketNotifier *notifier) {
    // Few: what was ready in this turn and in those that nest it.
    if (!m_pending.contains(notifier))
        m_pending.append(notifier);
}

bool EpollDispatcher::activateSockets() {
    const bool hasAny = !m_pending.isEmpty();
    while (!m_pending.isEmpty()) {
        QSocketNotifier *notifier = m_pending.takeFirst();
        QEvent ready(QEvent::SockAct);
        QCoreApplication::sendEvent(notifier, &ready);
    }
    return hasAny;
}

bool EpollDispatcher::activateTimers() {
    const auto now = TimerQueue::Clock::now();
    bool hasAny = false;
    for (qsizetype left = m_timers.dueCount(now); left > 0; --left) {
        const auto firing = m_timers.beginFiring(now);
        if (!firing)
            break;
        QTimerEvent event(firing->id);
        QCoreApplication::sendEvent(firing->owner, &event);
        m_timers.endFiring(*firing);
        hasAny = true;
    }
    return hasAny;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier) {
    const int descriptor = int(notifier->socket());
    Watch &watch = m_watches[descriptor];
    QSocketNotifier *&place = watch.notifiers[size_t(notifier->type())];
    if (place && place != notifier)
        qWarning("two socket notifiers of one type for descriptor %d", descriptor);
    place = notifier;
    tellKernel(descriptor, watch);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier) {
    m_pending.removeOne(notifier);
    const int descriptor = int(notifier->socket());
    const auto watch = m_watches.find(descriptor);
    if (watch == m_watches.end())
        return;
    QSocketNotifier *&place = watch->notifiers[size_t(notifier->type())];
    if (place != notifier)
        return; // the descriptor was closed, and serves another one now
    place = nullptr;
    tellKernel(descriptor, *watch);
    if (watch->isEmpty()) {
        m_files.remove(descriptor);
        m_watches.erase(watch);
    }
}

void EpollDispatcher::tellKernel(int descriptor, Watch &watch) {
    if (watch.isEmpty()) {
        // In vain if the descriptor is closed: the kernel has forgotten it then.
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
        return;
    }
    epoll_event event{};
    event.events = watch.events();
    event.data.u64 = keyOf(descriptor, watch.generation);
    const bool isKnown = watch.generation != 0;
    if (isKnown && epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event) == 0)
        return;
    // New, or closed and used again.
    addToKernel(descriptor, watch);
}

void EpollDispatcher::addToKernel(int descriptor, Watch &watch) {
    watch.generation = ++m_generation;
    epoll_event event{};
    event.events = watch.events();
    event.data.u64 = keyOf(descriptor, watch.generation);
    watch.isFile = false;
    m_files.remove(descriptor);
    if (epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) == 0)
        return;
    if (errno == EPERM) {
        watch.isFile = true;
        m_files.insert(descriptor);
        return;
    }
    qWarning("descriptor %d cannot be watched: %s", descriptor,
             qUtf8Printable(qt_error_string(errno)));
}

void EpollDispatcher::rebuild() {
    m_isStale = false;
    const int fresh = epoll_create1(EPOLL_CLOEXEC);
    if (fresh < 0) {
        qWarning("no epoll: %s", qUtf8Printable(qt_error_string(errno)));
        return;
    }
    if (m_epoll >= 0)
        ::close(m_epoll);
    m_epoll = fresh;
    epoll_event wakeUp{};
    wakeUp.events = EPOLLIN;
    wakeUp.data.u64 = kWakeUpKey;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeUp->descriptor(), &wakeUp);
    for (auto watch = m_watches.begin(); watch != m_watches.end(); ++watch)
        addToKernel(watch.key(), *watch);
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                                    QObject *object) {
    m_timers.add({timerId, milliseconds(interval), timerType, object}, TimerQueue::Clock::now());
}

bool EpollDispatcher::unregisterTimer(int timerId) {
    return m_timers.remove(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object) {
    return m_timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo>
EpollDispatcher::registeredTimers(QObject *object) const {
    QList<TimerInfo> infos;
    for (const TimerQueue::Timer &timer : m_timers.of(object))
        infos.append({timer.id, int(timer.interval.count()), timer.type});
    return infos;
}

int EpollDispatcher::remainingTime(int timerId) {
    const auto left = m_timers.remaining(timerId, TimerQueue::Clock::now());
    return left ? int(std::chrono::ceil<milliseconds>(*left).count()) : -1;
}

void EpollDispatcher::wakeUp() {
    if (!HeldWakeUps::hold(m_wakeUp))
        m_wakeUp->wake();
}

void EpollDispatcher::interrupt() {
    m_isInterrupted = true;
    m_wakeUp->wake();
}

} // namespace soban
