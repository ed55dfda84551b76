// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace soban::bench {

/// What is asked of a figure.
struct Demand {
    enum class Sense { AtLeast, AtMost };

    Sense sense = Sense::AtLeast;
    double needed = 0;
    std::optional<double> aim = {}; ///< what is aimed at beyond what is needed

    bool isMetBy(double value) const {
        return sense == Sense::AtLeast ? value >= needed : value <= needed;
    }
};

/// One demand of a goal and what was measured of it.
struct Measure {
    QString what; ///< for people: "to one commit each"
    QString unit; ///< "x" for a ratio, or "ms", "KiB", …
    Demand demand;
    std::optional<double> value = {}; ///< nothing: it could not be measured, `why` tells
    QString why = {};

    bool isMet() const { return value && demand.isMetBy(*value); }
};

Measure ratioAtLeast(const QString &what, double value, double needed,
                     std::optional<double> aim = {});
Measure atMost(const QString &what, double value, const QString &unit, double needed);

/// A figure as it is, which means something on this machine only.
struct Figure {
    QString what;
    double value = 0;
    QString unit;
};

/// What came of a goal. Its first measure is the goal's own, the others belong to it.
struct Outcome {
    QList<Measure> measures;
    QList<Figure> figures = {};
    QString fault = {}; ///< it broke off: nothing of it counts

    static Outcome brokenOff(const QString &fault) { return {{}, {}, fault}; }
    bool isMet() const;
};

struct GoalOutcome {
    QString id; ///< "P1"
    QString title;
    Outcome outcome;
};

/// Goal, figure, what is needed and aimed at, met or not, and below them the figures themselves.
QString toTable(const QList<GoalOutcome> &goals);
/// `{"P1": {"ratio": …, "goal": …, "met": …, "measures": […], "figures": {…}}, …}`; `ratio` and
/// `goal` are those of the first measure, `ratio` is null if that could not be measured, `met` is
/// true if all measures are met.
QByteArray toJson(const QList<GoalOutcome> &goals);

} // namespace soban::bench
