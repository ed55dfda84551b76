// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/Histogram.h"

#include <QTest>

#include <memory>

using namespace soban::bench;
using namespace std::chrono_literals;

class TstHistogram : public QObject {
    Q_OBJECT

private slots:
    void nothingRecordedIsNothing() {
        const Histogram histogram;
        QCOMPARE(histogram.count(), 0);
        QCOMPARE(histogram.quantile(0.99).count(), 0);
        QCOMPARE(histogram.longest().count(), 0);
    }

    void everyValueIsKeptToWithinAPercent_data() {
        QTest::addColumn<qint64>("ns");
        for (qint64 ns = 1; ns < 1'000'000'000'000; ns = ns * 3 + 1)
            QTest::addRow("%lld ns", qlonglong(ns)) << ns;
        QTest::newRow("end of the exact ones") << qint64(255);
        QTest::newRow("first that is not exact") << qint64(256);
    }
    void everyValueIsKeptToWithinAPercent() {
        QFETCH(qint64, ns);
        Histogram histogram;
        histogram.record(Span(ns));
        histogram.record(1000s); // or the longest would cap what is told
        const qint64 told = histogram.quantile(0.5).count();
        QVERIFY2(told >= ns, qPrintable(QString::number(told)));
        QVERIFY2(double(told) <= double(ns) * 1.008, qPrintable(QString::number(told)));
    }

    void quantilesAreThoseOfTheSortedList() {
        Histogram histogram;
        for (int ms = 1000; ms >= 1; --ms)
            histogram.record(std::chrono::milliseconds(ms));
        const auto near = [&](double share, double ms) {
            return qAbs(millisecondsOf(histogram.quantile(share)) - ms) <= ms * 0.008;
        };
        QVERIFY(near(0.5, 500));
        QVERIFY(near(0.99, 990));
        QVERIFY(near(0.999, 999));
        QCOMPARE(histogram.quantile(1), Span(1s));
        QCOMPARE(histogram.longest(), Span(1s));
    }

    void whatIsOffTheScaleCountsAtItsEnd() {
        Histogram histogram;
        histogram.record(Span(-5));
        histogram.record(5h);
        QCOMPARE(histogram.count(), 2);
        QCOMPARE(histogram.quantile(0.5).count(), 0);
        QCOMPARE(histogram.longest(), Span(5h));
        QVERIFY(histogram.quantile(1) > 15min);
    }

    void mergedIsAsIfRecordedInOne() {
        Histogram all;
        Histogram one;
        Histogram other;
        for (int i = 1; i <= 100; ++i) {
            all.record(Span(i * 1000));
            (i % 3 == 0 ? one : other).record(Span(i * 1000));
        }
        one.merge(other);
        QCOMPARE(one.count(), all.count());
        QCOMPARE(one.quantile(0.9), all.quantile(0.9));
        QCOMPARE(one.longest(), all.longest());
    }
};

std::unique_ptr<QObject> newTstHistogram() {
    return std::make_unique<TstHistogram>();
}

#include "TstHistogram.moc"
