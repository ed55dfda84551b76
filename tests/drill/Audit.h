// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/Book.h"
#include "drill/Crowd.h"
#include "drill/Follower.h"
#include "drill/Server.h"

namespace soban::drill {

/// What was looked at and what was wrong with it.
struct Tally {
    qint64 lookedUp = 0;       ///< keys whose answer nobody had seen
    qint64 foundDone = 0;      ///< of these, done before the server ended
    qint64 events = 0;         ///< heard, live or afterwards
    qint64 missing = 0;        ///< promised and not there
    qint64 doubled = 0;        ///< orders that no key stands for
    qint64 changed = 0;        ///< another total, another answer to the same key, a lower version
    qint64 eventsWrong = 0;    ///< not in the log as they were heard, not heard, or out of order
    QStringList examples = {}; ///< in words, the first of each look

    bool isClean() const { return missing + doubled + changed + eventsWrong == 0; }
};

/// Holds what a server says after a restart against what was answered before.
class Audit {
public:
    Audit(Book &book, Follower &follower, Tally &tally)
        : m_book(book), m_follower(follower), m_tally(tally) {}

    /// The commands since the last time: each is looked up, sent again, and found in the events.
    /// Turns the page of book and follower.
    void holdPage(const Line &line);
    /// Each order there ever was.
    void holdAll(const Line &line);

private:
    void readOrders(const Line &line, const QList<QByteArray> &orders);
    void checkOrder(const QByteArray &order, const std::optional<bench::Response> &answer);
    void lookUp(const Line &line);
    void sendAgain(const Line &line);
    void checkEvents(const Line &line);
    void compareWithBook();
    QList<QByteArray> ordersOfPage() const;
    void blame(qint64 &count, const QString &words, qint64 times = 1);

    Book &m_book;
    Follower &m_follower;
    Tally &m_tally;
};

} // namespace soban::drill
