// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Outcome.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace soban::bench;

namespace {

Measure measure(const char *what, Demand demand, std::optional<double> value) {
    return {QString::fromLatin1(what), QStringLiteral("x"), demand, value,
            value ? QString() : QStringLiteral("there is no PostgreSQL")};
}

constexpr Demand atLeast(double needed) {
    return {Demand::Sense::AtLeast, needed, {}};
}
constexpr Demand atMost(double needed) {
    return {Demand::Sense::AtMost, needed, {}};
}

QList<GoalOutcome> someGoals() {
    return {{QStringLiteral("P1"),
             QStringLiteral("Placing"),
             {{measure("to single", {Demand::Sense::AtLeast, 4, 6}, 4.5),
               measure("p99", atMost(10), 12)},
              {{QStringLiteral("orders"), 1234.5, QStringLiteral("/s")}}}},
            {QStringLiteral("P7"),
             QStringLiteral("PostgreSQL"),
             {{measure("to SQLite", atLeast(0.5), std::nullopt)}}},
            {QStringLiteral("P8"),
             QStringLiteral("Full store"),
             {{}, {}, QStringLiteral("the server does not start")}}};
}

QJsonObject goal(const char *id) {
    return QJsonDocument::fromJson(toJson(someGoals())).object()[QLatin1StringView(id)].toObject();
}

} // namespace

class TstOutcome : public QObject {
    Q_OBJECT

private slots:
    void goalIsMetWhenAllOfItIs() {
        const Measure met = measure("a", atLeast(1), 1);
        QVERIFY((Outcome{{met, measure("b", atMost(1), 1)}}.isMet()));
        QVERIFY((!Outcome{{met, measure("b", atMost(1), 1.01)}}.isMet()));
        QVERIFY((!Outcome{{met, measure("b", atLeast(1), 0.99)}}.isMet()));
        QVERIFY((!Outcome{{met, measure("b", atLeast(1), std::nullopt)}}.isMet()));
        QVERIFY((!Outcome{{met}, {}, QStringLiteral("broke off")}.isMet()));
        QVERIFY(!Outcome{}.isMet());
    }

    void jsonNamesRatioGoalAndVerdict() {
        const QJsonObject p1 = goal("P1");
        QCOMPARE(p1[QLatin1StringView("ratio")].toDouble(), 4.5);
        QCOMPARE(p1[QLatin1StringView("goal")].toDouble(), 4.0);
        QCOMPARE(p1[QLatin1StringView("met")], QJsonValue(false));
        const QJsonArray measures = p1[QLatin1StringView("measures")].toArray();
        QCOMPARE(measures.size(), 2);
        QCOMPARE(measures[0][QLatin1StringView("met")], QJsonValue(true));
        QCOMPARE(measures[0][QLatin1StringView("aim")].toDouble(), 6.0);
        QCOMPARE(measures[1][QLatin1StringView("met")], QJsonValue(false));
        QCOMPARE(measures[1][QLatin1StringView("value")].toDouble(), 12.0);
        const QJsonValue orders = p1[QLatin1StringView("figures")][QLatin1StringView("orders")];
        QCOMPARE(orders[QLatin1StringView("value")].toDouble(), 1234.5);
    }

    void jsonTellsWhatCouldNotBeMeasured() {
        const QJsonObject p7 = goal("P7");
        QVERIFY(p7[QLatin1StringView("ratio")].isNull());
        QCOMPARE(p7[QLatin1StringView("met")], QJsonValue(false));
        QCOMPARE(p7[QLatin1StringView("measures")][0][QLatin1StringView("notMeasured")].toString(),
                 QStringLiteral("there is no PostgreSQL"));
        QCOMPARE(goal("P8")[QLatin1StringView("fault")].toString(),
                 QStringLiteral("the server does not start"));
    }

    void tableShowsEveryGoal() {
        const QStringList lines = toTable(someGoals()).split(u'\n');
        const auto lineWith = [&](const char *words) {
            for (const QString &line : lines) {
                if (line.contains(QLatin1StringView(words)))
                    return line.simplified();
            }
            return QString();
        };
        QCOMPARE(lineWith("to single"), QString::fromUtf8("to single 4.50 x ≥ 4.00 ≥ 6.00 met"));
        QCOMPARE(lineWith("p99"), QString::fromUtf8("p99 12.0 x ≤ 10.0 missed"));
        QCOMPARE(lineWith("orders"), QStringLiteral("orders 1235 /s"));
        QCOMPARE(lineWith("to SQLite"),
                 QString::fromUtf8("to SQLite - ≥ 0.50 not measured: there is no PostgreSQL"));
        QCOMPARE(lineWith("broke off"), QStringLiteral("broke off: the server does not start"));
    }
};

std::unique_ptr<QObject> newTstOutcome() {
    return std::make_unique<TstOutcome>();
}

#include "TstOutcome.moc"
