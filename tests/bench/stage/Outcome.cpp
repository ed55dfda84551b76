// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Outcome.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace soban::bench {

namespace {

constexpr int kWhatWidth = 44;
constexpr int kNumberWidth = 11;

/// Three digits that count, and no more: the rest is noise.
QString shown(double value) {
    const double size = std::abs(value);
    return QString::number(value, 'f', size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

QString shown(double value, const QString &unit) {
    return shown(value) + u' ' + unit;
}

QString demanded(const Demand &demand, double value) {
    const bool isLeast = demand.sense == Demand::Sense::AtLeast;
    return (isLeast ? QString::fromUtf8("≥ ") : QString::fromUtf8("≤ ")) + shown(value);
}

QString verdict(const Measure &measure) {
    if (!measure.value)
        return QStringLiteral("not measured: ") + measure.why;
    return measure.isMet() ? QStringLiteral("met") : QStringLiteral("missed");
}

QString row(const QString &id, const QString &what, const QString &value, const QString &needed,
            const QString &aim, const QString &met) {
    return QStringLiteral("%1 %2 %3 %4 %5  %6\n")
        .arg(id, -4)
        .arg(what, -kWhatWidth)
        .arg(value, kNumberWidth)
        .arg(needed, kNumberWidth)
        .arg(aim, kNumberWidth)
        .arg(met);
}

QString rowOf(const Measure &measure) {
    const Demand &demand = measure.demand;
    return row({}, measure.what,
               measure.value ? shown(*measure.value, measure.unit) : QStringLiteral("-"),
               demanded(demand, demand.needed),
               demand.aim ? demanded(demand, *demand.aim) : QString(), verdict(measure));
}

QString rowsOf(const GoalOutcome &goal) {
    QString text = QStringLiteral("%1 %2\n").arg(goal.id, -4).arg(goal.title);
    if (!goal.outcome.fault.isEmpty())
        return text + QStringLiteral("     broke off: ") + goal.outcome.fault + u'\n';
    for (const Measure &measure : goal.outcome.measures)
        text += rowOf(measure);
    for (const Figure &figure : goal.outcome.figures)
        text += QStringLiteral("       %1 %2\n")
                    .arg(figure.what, -kWhatWidth)
                    .arg(shown(figure.value, figure.unit), kNumberWidth);
    return text;
}

QJsonValue numberOrNull(std::optional<double> value) {
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject jsonOf(const Measure &measure) {
    QJsonObject object{{QStringLiteral("what"), measure.what},
                       {QStringLiteral("unit"), measure.unit},
                       {QStringLiteral("value"), numberOrNull(measure.value)},
                       {QStringLiteral("goal"), measure.demand.needed},
                       {QStringLiteral("aim"), numberOrNull(measure.demand.aim)},
                       {QStringLiteral("atLeast"), measure.demand.sense == Demand::Sense::AtLeast},
                       {QStringLiteral("met"), measure.isMet()}};
    if (!measure.value)
        object.insert(QStringLiteral("notMeasured"), measure.why);
    return object;
}

QJsonObject jsonOf(const Outcome &outcome) {
    QJsonObject object{{QStringLiteral("ratio"), QJsonValue(QJsonValue::Null)},
                       {QStringLiteral("met"), outcome.isMet()}};
    if (!outcome.fault.isEmpty())
        object.insert(QStringLiteral("fault"), outcome.fault);
    if (!outcome.measures.isEmpty()) {
        object.insert(QStringLiteral("ratio"), numberOrNull(outcome.measures.first().value));
        object.insert(QStringLiteral("goal"), outcome.measures.first().demand.needed);
    }
    QJsonArray measures;
    for (const Measure &measure : outcome.measures)
        measures.append(jsonOf(measure));
    object.insert(QStringLiteral("measures"), measures);
    QJsonObject figures;
    for (const Figure &figure : outcome.figures)
        figures.insert(figure.what, QJsonObject{{QStringLiteral("value"), figure.value},
                                                {QStringLiteral("unit"), figure.unit}});
    object.insert(QStringLiteral("figures"), figures);
    return object;
}

} // namespace

Measure ratioAtLeast(const QString &what, double value, double needed, std::optional<double> aim) {
    return {what, QStringLiteral("x"), {Demand::Sense::AtLeast, needed, aim}, value};
}

Measure atMost(const QString &what, double value, const QString &unit, double needed) {
    return {what, unit, {Demand::Sense::AtMost, needed, {}}, value};
}

bool Outcome::isMet() const {
    return fault.isEmpty() && !measures.isEmpty() &&
           std::all_of(measures.cbegin(), measures.cend(),
                       [](const Measure &measure) { return measure.isMet(); });
}

QString toTable(const QList<GoalOutcome> &goals) {
    QString text =
        row(QStringLiteral("goal"), {}, QStringLiteral("measured"), QStringLiteral("needed"),
            QStringLiteral("aimed at"), QStringLiteral("verdict"));
    for (const GoalOutcome &goal : goals)
        text += rowsOf(goal);
    return text;
}

QByteArray toJson(const QList<GoalOutcome> &goals) {
    QJsonObject document;
    for (const GoalOutcome &goal : goals)
        document.insert(goal.id, jsonOf(goal.outcome));
    return QJsonDocument(document).toJson();
}

} // namespace soban::bench
