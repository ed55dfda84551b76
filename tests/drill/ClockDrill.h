// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/Reckoning.h"
#include "drill/Sight.h"

namespace soban::drill {

struct ClockOutcome {
    int rounds = 0;
    int jumps = 0;
    qint64 timers = 0;  ///< that were set
    qint64 early = 0;   ///< ended what they had to leave alone
    qint64 missing = 0; ///< had not fired five seconds after their moment
    qint64 notSeen = 0; ///< of which nobody can say whether they were early: too slow a look
    Reckoning reckoning = {};
    QStringList faults = {};

    qint64 violations() const { return early + missing + reckoning.violations + faults.size(); }
};

/// Sets the clock of the server's machine two hours ahead or back, again and again, while orders
/// wait for their shop, for their customer to pay again, or to complete by themselves: none ends
/// before its time, and each ends at it, once (G12). The server's clock is set by libfaketime.
class ClockDrill {
public:
    ClockDrill(Engine engine, quint32 seed) : m_engine(engine), m_random(seed) {}

    ClockOutcome run(int rounds);

private:
    /// An order that ends by itself.
    struct Waiting {
        Sight sight;
        bench::Moment due;
    };

    Fault open();
    Fault round();
    Fault setWaiting(QList<Waiting> &waiting);
    Fault add(QList<Waiting> &waiting, const QList<Step> &steps, bool isDeclined);
    Result<bench::Response, QString> request(const QByteArray &bytes);
    Fault jump(int hours);
    Fault seeJump(int hours);
    Fault holdBefore(const QList<Waiting> &waiting);
    Fault holdAfter(const QList<Waiting> &waiting);
    void passUntil(bench::Moment moment);
    QMap<QString, QString> environment() const;

    const Engine m_engine;
    QRandomGenerator m_random;
    Stand m_stand;
    std::unique_ptr<Scribe> m_scribe;
    QTemporaryDir m_folder;
    QString m_library; ///< libfaketime
    ClockOutcome m_outcome;
};

} // namespace soban::drill
