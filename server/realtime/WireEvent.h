// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/EventRecord.h"

#include <QList>
#include <QString>

namespace soban::realtime {

/// An event as it goes out: its text is made once and shared by all who get it.
struct WireEvent {
    static WireEvent of(const EventRecord &record);

    Sequence sequence;
    QString text;    ///< the CloudEvent in JSON
    qsizetype bytes; ///< of the text in UTF-8
};

/// A stretch of the log for one follower, read from where it stood.
struct LogPage {
    QList<WireEvent> events;
    Sequence readTo;       ///< all that concerns the follower up to here has been read
    bool isComplete;       ///< the log ended there when it was read
    bool isResync = false; ///< the stretch is not kept; the follower loads afresh and goes on here
};

} // namespace soban::realtime
