// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replay/Cast.h"
#include "replay/Processes.h"

#include <QElapsedTimer>

namespace soban::replay {

/// Lets everybody begin in time, kills the server now and then, tells how it goes.
class Day : public QObject {
    Q_OBJECT

public:
    struct Plan {
        const Instance &instance;
        const Timeline &timeline;
        const TownClock &clock;
        quint32 seed;
        int kills;
    };

    Day(const Plan &plan, Cast &cast, Processes &processes);

    /// From which minute to which something is planned to happen; the last order may take longer.
    static std::pair<double, double> span(const Instance &instance);

    /// All alarms are set; ends with `ended`.
    void begin();
    qint64 wallMs() const { return m_wallMs; }

signals:
    /// All orders are over, or (with a reason) will not be.
    void ended(const QString &fault);

private:
    void at(double minute, std::function<void()> what);
    void planKills();
    void serverBack(qint64 downMs, const QString &fault);
    void tellProgress();
    void tell(const QString &line) const;
    void finish(const QString &fault);
    QString hanging() const;

    const Plan m_plan;
    Cast &m_cast;
    Processes &m_processes;
    QElapsedTimer m_sinceBegin;
    QTimer m_progress;
    qint64 m_eventsTold = 0;
    qint64 m_toldMs = 0;
    qint64 m_wallMs = 0;
    const bool m_isTerminal;
};

} // namespace soban::replay
