// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/PlacementDesk.h"
#include "catalog/Catalogue.h"
#include "events/EventBus.h"
#include "events/IdSource.h"
#include "identity/SessionDirectory.h"
#include "storage/SqlAccountStore.h"
#include "storage/SqlNews.h"

#include <atomic>

namespace soban::app {

/// Takes in what the other servers of a database have committed: what this one keeps in memory of
/// shops, sessions and customers who wait follows, then everybody here hears of the events.
/// Writer's thread.
class NewsDesk {
public:
    struct Needs {
        storage::Database &database;
        const identity::AccountStore &accounts;
        api::PlacementDesk &placements;
        catalog::Catalogue &catalogue;
        identity::SessionDirectory &sessions;
        EventBus &bus;
        IdSource &ids;
        const Clock &clock;
    };

    explicit NewsDesk(const Needs &needs) : m_needs(needs), m_news(needs.database) {}

    /// From the present on; in the transaction in which all that was before is read.
    void begin() { m_news.begin(); }
    /// Throws StorageError; what was not taken in then is taken in the next time.
    void takeIn();
    void saw(Sequence last) { m_news.saw(last); }
    storage::Standing seen() const { return m_news.seen(); }
    /// Events of other servers since the start; any thread.
    qint64 heardEvents() const { return m_heardEvents.load(); }

private:
    void take(const storage::News &news);
    void refreshShops(const QList<CommittedEvent> &events);
    void follow(const storage::News::SessionNow &session);
    void replaceSessions(const QList<identity::LiveSession> &living);
    void end(SessionId session);

    const Needs m_needs;
    storage::SqlNews m_news;
    std::atomic<qint64> m_heardEvents = 0;
};

} // namespace soban::app
