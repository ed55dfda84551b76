// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/EventLog.h"
#include "events/WriteQueue.h"

#include <QObject>

#include <optional>

namespace soban {

/// Works through events of some types from a durable cursor: nothing is lost if a signal was, and
/// what it writes is written in the transaction that moves the cursor, so that nothing is written
/// twice. Lives longer than the write queue takes and does work.
class LogFollower : public QObject {
    Q_OBJECT

public:
    /// Used within Work, on the writer's thread.
    struct Log {
        const EventLog &events;
        CursorStore &cursors;
    };

    /// `name` is that of the cursor.
    LogFollower(WriteQueue &writes, Log log, QString name, QList<EventType> occasions,
                QObject *parent = nullptr);

public slots:
    void onCommitted(const soban::EventBatch &batch);
    /// Reads on from the cursor; call once at start.
    void catchUp();

signals:
    /// Something was worked through, and is on the disk.
    void wentOn();

protected:
    /// Within Work.
    virtual void meet(const EventRecord &record) = 0;

private:
    struct Walked {
        bool isAny = false;
        bool isMore = false;
    };

    Walked workThrough();
    /// Nothing if it could not be written down.
    void finishReading(std::optional<Walked> walked);

    WriteQueue &m_writes;
    const Log m_log;
    const QString m_name;
    const QList<EventType> m_occasions;
    bool m_isReading = false;
    bool m_readAgain = false;
};

} // namespace soban
