// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/Ear.h"
#include "drill/Server.h"

#include <vector>

namespace soban::drill {

/// What one follower of events had to hear, and heard.
struct EarCount {
    QString who;
    qint64 expected = 0; ///< what the log has for it in the end
    qint64 heard = 0;
    qint64 missed = 0;
    qint64 wrong = 0; ///< twice, out of order, or not in the log
};

struct SeveralServersOutcome {
    int kills = 0;
    int startsInVain = 0;
    Walked walked = {};
    qint64 orders = 0;
    qint64 missing = 0; ///< promised and not there, at any of the servers
    qint64 doubled = 0; ///< orders that no key stands for
    qint64 changed = 0; ///< another total, another answer to the same key, a lower version
    QList<EarCount> ears = {};
    qint64 timersExpected = 0;
    qint64 timersFired = 0;
    qint64 timersTwice = 0;
    QStringList faults = {};

    EarCount allEars() const;
    bool isClean() const;
};

/// Two servers of one PostgreSQL database under load, of which now one, now the other, now and then
/// both are killed and started again. Customers, the shop and whoever follows events turn to
/// whichever server is open.
class SeveralServers {
public:
    /// `databaseUrl`: as in the setting; with `town` in it.
    SeveralServers(const bench::Town &town, const QString &program, const QString &databaseUrl,
                   quint32 seed);

    /// Ends early where something goes wrong that must not.
    SeveralServersOutcome run(int kills);

private:
    using Condition = std::function<bool()>;

    Fault openAll();
    Fault strike();
    void kill(std::size_t server);
    Fault startInVain(std::size_t server);
    Fault finish();
    Fault settleTimers();
    void holdOrders();
    void holdKeys();
    void holdOrder(const QByteArray &order, const std::optional<bench::Response> &answer);
    Fault countEars();
    void countTimers(const QList<HeardEvent> &log);

    void turn();
    void turnFor(bench::Span span);
    /// False if it is not so within half a minute.
    bool turnUntil(const Condition &isSo);
    /// The answers, in pieces, of one server after the other.
    QList<std::optional<bench::Response>> askAnywhere(const QList<QByteArray> &requests,
                                                      std::size_t firstServer);
    Line line(std::size_t server) { return {m_poller, m_doors.ports.at(server)}; }
    Result<QList<HeardEvent>, QString> shopsLog();

    const bench::Town m_town;
    bench::Poller m_poller;
    QRandomGenerator m_random;
    Book m_book;
    Doors m_doors;
    SeveralServersOutcome m_outcome;
    std::vector<std::unique_ptr<Server>> m_servers;
    std::vector<std::unique_ptr<Walk>> m_walks;
    std::vector<std::unique_ptr<Ear>> m_ears;
};

} // namespace soban::drill
