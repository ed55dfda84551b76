// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/EventRecord.h"

#include <QObject>

namespace soban {

/// Announces what was committed. The signal wakes: whoever must not miss anything reads the log
/// from a cursor of its own. Emitted on the writer's thread; connect queued from elsewhere.
class EventBus : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    void committed(const soban::EventBatch &batch);
    /// The same of what another server has committed to the same database. Batches of the two kinds
    /// come in the order of the log.
    void heard(const soban::EventBatch &batch);
    /// A session is over (signed out, revoked or its account locked); its streams end.
    void sessionEnded(soban::SessionId session);
};

} // namespace soban

Q_DECLARE_METATYPE(soban::SessionId)
