// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QThread>

#include <atomic>

namespace soban::testing {

/// Stands between clients and a server on loopback and does to WebSockets what some networks do.
/// Everything else is passed on untouched. It has a thread of its own; all methods are for the
/// thread that made it.
class FaultProxy {
public:
    enum class Upgrades {
        Pass,
        Refuse,  ///< answered 403 and 400 by turns; the server never sees them
        Silence, ///< the server's 101 gets through, and then nothing in either direction
    };

    /// How things are between the two sides.
    enum class Line {
        Whole,
        Held, ///< what clients say gets through, what the server says waits for another line
        Deaf, ///< what clients say gets through, what the server says is lost
        Cut,  ///< all connections break, and new ones at once
    };

    explicit FaultProxy(Upgrades upgrades);
    ~FaultProxy();
    Q_DISABLE_COPY_MOVE(FaultProxy)

    /// The free port that it has taken; 0 if there was none.
    quint16 port() const { return m_port; }
    /// Where connections go from now on.
    void setTarget(quint16 serverPort) { m_target = serverPort; }
    /// From now on, also on the connections that there are.
    void setLine(Line line);
    /// How many upgrades it has met.
    int upgradesMet() const { return m_met; }

private:
    QThread m_thread;
    QTcpServer *m_server; ///< lives on m_thread
    std::atomic<quint16> m_target = 0;
    std::atomic<int> m_met = 0;
    std::atomic<Line> m_line = Line::Whole;
    quint16 m_port = 0;
};

} // namespace soban::testing
