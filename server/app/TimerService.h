// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "events/EventRecord.h"
#include "events/TimerBook.h"
#include "events/WriteQueue.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace soban::app {

/// Fires the timers that stand in the book, also those of an earlier run of the server (G12). A
/// timer is struck out in the transaction that does what it stood for, so that it fires once.
class TimerService : public QObject {
    Q_OBJECT

public:
    /// Runs on the writer's thread, within Work.
    struct Desk {
        TimerBook &book;
        std::function<void(const Timer &)> fire;
    };

    TimerService(WriteQueue &writes, Desk desk, const Clock &clock, QObject *parent = nullptr);

public slots:
    /// Looks what is due; call once at start, and whenever timers may be other than they were.
    void look();
    /// A timer has been set, for then or later. Asks nobody, so that it may be said of every order.
    void lookBy(soban::Instant due);

private:
    bool fireDue();
    void tryLater();
    void looked(bool isMore, std::optional<Instant> next);

    WriteQueue &m_writes;
    Desk m_desk;
    const Clock &m_clock;
    QTimer m_wake;
    bool m_isLooking = false;
    bool m_lookAgain = false;
};

} // namespace soban::app
