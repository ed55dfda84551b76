// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/EventRecord.h"
#include "identity/AccountStore.h"
#include "storage/Database.h"
#include "storage/Standing.h"

namespace soban::storage {

/// A stretch of what other servers have committed.
struct News {
    /// A session as it is by now: nothing if it has ended.
    struct SessionNow {
        SessionId session;
        std::optional<identity::LiveSession> live;
    };

    QList<CommittedEvent> events = {}; ///< in the order of the log
    QList<SessionNow> sessions = {};
    bool isWholeSessions = false; ///< more is missing than is kept: all sessions are to be read
    bool isWholeLog = false;      ///< the log has gone back: whatever came of it is to be read anew
    Standing upTo;                ///< whoever takes it in knows all up to here
    bool isMore = false;

    bool isEmpty() const {
        return events.isEmpty() && sessions.isEmpty() && !isWholeSessions && !isWholeLog;
    }
};

/// Reads what other servers have committed since this one looked last. As one transaction writes at
/// a time, numbers become visible in their order: what is below the last that was read was read.
/// Writer's thread; throws StorageError.
class SqlNews {
public:
    explicit SqlNews(Database &database) : m_database(database) {}

    /// From the present on. In the transaction in which whatever was before is read elsewhere.
    void begin();
    /// The next stretch, of so many events and sessions each at most; read again until `took`.
    News read(int limit = 1'000);
    void took(const News &news);
    /// This server has committed events up to here, and needs not read them.
    void saw(Sequence last);
    Standing seen() const { return m_seen; }

private:
    Standing standing();
    void readEvents(News &news, int limit);
    void readSessions(News &news, int limit);

    Database &m_database;
    Standing m_seen;
};

} // namespace soban::storage
