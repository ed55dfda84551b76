// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Operator.h"

#include <QStringList>

namespace soban::replay {

/// What a day came to.
struct Report {
    int orders = 0;
    int completed = 0;
    QList<double> clickToDoorMinutes;
    QList<double> readyToPickUpMinutes;
    qint64 wallMs = 0;
    qint64 events = 0;
    qint64 polledEvents = 0; ///< of them, by polls instead of WebSockets
    int kills = 0;
    int lostRaces = 0;
    int imbalances = 0;
    int missedEvents = 0;

    void addTimes(const QList<contract::OrderAudit> &audits);
    bool isClean() const { return completed == orders && imbalances == 0 && missedEvents == 0; }
    QStringList toLines() const;
    /// The last line of the program.
    QString verdict() const;
};

/// The mean and the smallest value that nine tenths do not exceed; 0 of nothing.
double meanOf(const QList<double> &values);
double p90Of(QList<double> values);

} // namespace soban::replay
