// SPDX-License-Identifier: GPL-3.0-or-later
#include "UiTest.h"

#include "ui/BarChart.h"
#include "ui/RankChart.h"
#include "ui/StarInput.h"
#include "ui/Stars.h"

#include <QSignalSpy>

using namespace soban::ui;

class TstStars : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { testLook(); }

    void meanFillsStarsByShare() {
        Stars stars;
        const auto filled = [&](double mean) {
            stars.setMean(mean);
            return count(imageOf(stars, stars.sizeHint()), testLook().tokens().waiting.ink);
        };
        const int one = filled(1.0);
        QVERIFY(one > 20);
        QVERIFY(filled(1.5) > one);
        QVERIFY(filled(5.0) > 4 * one);
        QCOMPARE(filled(0), 0);
    }

    void meanIsTold() {
        Stars stars;
        QCOMPARE(stars.accessibleDescription(), QStringLiteral("not rated yet"));
        stars.setMean(4.83, "312 reviews");
        QCOMPARE(stars.accessibleDescription(), QStringLiteral("4.8 of 5, 312 reviews"));
        stars.setMean(7);
        QCOMPARE(stars.mean(), 5.0);
    }

    void keysChoose() {
        StarInput input;
        QSignalSpy chosen(&input, &StarInput::chosen);
        QTest::keyClick(&input, Qt::Key_Left);
        QCOMPARE(input.value(), 1); // never back to none
        QTest::keyClick(&input, Qt::Key_4);
        QCOMPARE(input.value(), 4);
        QTest::keyClick(&input, Qt::Key_Right);
        QTest::keyClick(&input, Qt::Key_Right);
        QCOMPARE(input.value(), 5);
        QTest::keyClick(&input, Qt::Key_Home);
        QCOMPARE(input.value(), 1);
        QCOMPARE(chosen.size(), 4); // the second Right changed nothing
        QCOMPARE(input.accessibleDescription(), QStringLiteral("1 of 5, Bad"));
    }

    void mouseChooses() {
        StarInput input;
        input.resize(input.sizeHint());
        QSignalSpy chosen(&input, &StarInput::chosen);
        QTest::mouseClick(&input, Qt::LeftButton, {}, {30 * 6 / 5 * 2 + 10, 5});
        QCOMPARE(input.value(), 3);
        QTest::mouseClick(&input, Qt::LeftButton, {}, {input.width() - 2, 20}); // the word
        QCOMPARE(input.value(), 3);
        QCOMPARE(chosen.size(), 1);
    }

    void settingSaysNothing() {
        StarInput input;
        QSignalSpy chosen(&input, &StarInput::chosen);
        input.setValue(9);
        QCOMPARE(input.value(), 5);
        QVERIFY(chosen.isEmpty());
    }

    void chartTellsEveryColumn() {
        BarChart chart;
        chart.setTitle("Sales", "thousand won");
        chart.setLegend("Today", "running", "last week");
        chart.setBars({{"11h", 41, 48, false, {}}, {"12h", 118.5, {}, true, {}}});
        QCOMPARE(chart.accessibleName(), QStringLiteral("Sales, thousand won"));
        QCOMPARE(chart.accessibleDescription(),
                 QStringLiteral("11h 41 (last week 48); 12h 118.5 running"));
    }

    void columnsAreAsHighAsTheirValues() {
        BarChart chart;
        const QColor ink = testLook().tokens().accent.ink;
        chart.setBars({{"a", 100, {}, false, {}}, {"b", 50, {}, false, {}}});
        const QImage image = imageOf(chart, {400, 300});
        const int first = count(image.copy(0, 0, 210, 300), ink);
        const int second = count(image.copy(210, 0, 190, 300), ink);
        QVERIFY2(qAbs(first - 2 * second) < first / 50,
                 qPrintable(QStringLiteral("%1 %2").arg(first).arg(second)));
    }

    void emptyChartsArePainted() {
        BarChart chart;
        QVERIFY(!imageOf(chart, {300, 200}).isNull());
        chart.setBars({{"a", 0, {}, false, {}}});
        QCOMPARE(count(imageOf(chart, {300, 200}), testLook().tokens().accent.ink), 0);
        RankChart ranks;
        ranks.setRanks({{"nothing", 0, "0"}});
        QCOMPARE(count(imageOf(ranks, {300, 40}), testLook().tokens().accent.ink), 0);
    }

    void ranksAreToldAndDrawn() {
        RankChart ranks;
        ranks.setRanks({{"Bibimbap", 20, "20"}, {"Stew", 10, "10"}});
        QCOMPARE(ranks.accessibleDescription(), QStringLiteral("Bibimbap 20; Stew 10"));
        const QImage image = imageOf(ranks, {300, 76});
        const QColor ink = testLook().tokens().accent.ink;
        const int first = count(image.copy(0, 0, 300, 38), ink);
        const int second = count(image.copy(0, 38, 300, 38), ink);
        QVERIFY(qAbs(first - 2 * second) <= 20);
    }
};

QTEST_MAIN(TstStars)
#include "TstStars.moc"
