// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Report.h"

#include <QTest>

using namespace soban::replay;

class TstReplayReport : public QObject {
    Q_OBJECT

private slots:
    void measures();
    void isCleanOnlyWhenAllIsRight();
};

void TstReplayReport::measures() {
    QCOMPARE(meanOf({}), 0.0);
    QCOMPARE(p90Of({}), 0.0);
    QCOMPARE(meanOf({1, 2, 6}), 3.0);
    QCOMPARE(p90Of({10, 1, 9, 2, 8, 3, 7, 4, 6, 5}), 9.0);
    QCOMPARE(p90Of({5}), 5.0);
}

void TstReplayReport::isCleanOnlyWhenAllIsRight() {
    Report report;
    report.orders = report.completed = 12;
    QVERIFY(report.isClean());
    QCOMPARE(report.verdict(),
             QStringLiteral("replay: 12 orders, 12 completed, 0 imbalances, 0 missed events"));
    report.completed = 11;
    QVERIFY(!report.isClean());
    report.completed = 12;
    report.imbalances = 1;
    QVERIFY(!report.isClean());
    report.imbalances = 0;
    report.missedEvents = 1;
    QVERIFY(!report.isClean());
}

QTEST_APPLESS_MAIN(TstReplayReport)
#include "TstReport.moc"
