// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "events/IdempotencyBook.h"
#include "events/WriteQueue.h"

#include <QObject>
#include <QTimer>

namespace soban::app {

/// Forgets what nobody will ask for again: answers to commands after `kKeepAnswers`. A little at a
/// time, so that orders never wait for it.
class Housekeeping : public QObject {
    Q_OBJECT

public:
    /// Longer than any client keeps a command that has not got through (29 days).
    static constexpr std::chrono::hours kKeepAnswers{24 * 30};

    /// `answers` is used on the writer's thread.
    Housekeeping(WriteQueue &writes, IdempotencyBook &answers, const Clock &clock,
                 QObject *parent = nullptr);

public slots:
    /// Forgets what is old by now, and looks again within the hour.
    void tidy();

private:
    WriteQueue &m_writes;
    IdempotencyBook &m_answers;
    const Clock &m_clock;
    QTimer m_next;
};

} // namespace soban::app
