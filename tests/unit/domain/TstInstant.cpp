// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Instant.h"

#include <QTest>

using namespace soban;
using namespace std::chrono_literals;

class TstInstant : public QObject {
    Q_OBJECT

private slots:
    void readsRfc3339_data();
    void readsRfc3339();
    void refusesOtherSpelling_data();
    void refusesOtherSpelling();
    void writesUtcWithMilliseconds_data();
    void writesUtcWithMilliseconds();
    void writesNothingOutsideOfTheYears1To9999();
    void calculates();
};

namespace {
constexpr qint64 kMorning = 1'795'143'845'000; // 2026-11-20T03:04:05Z
}

void TstInstant::readsRfc3339_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");

    QTest::newRow("epoch") << "1970-01-01T00:00:00Z" << qint64(0);
    QTest::newRow("before epoch") << "1969-12-31T23:59:59Z" << qint64(-1000);
    QTest::newRow("Z") << "2026-11-20T03:04:05Z" << kMorning;
    QTest::newRow("tenths") << "2026-11-20T03:04:05.6Z" << kMorning + 600;
    QTest::newRow("hundredths") << "2026-11-20T03:04:05.67Z" << kMorning + 670;
    QTest::newRow("milliseconds") << "2026-11-20T03:04:05.678Z" << kMorning + 678;
    QTest::newRow("microseconds") << "2026-11-20T03:04:05.678123Z" << kMorning + 678;
    QTest::newRow("nanoseconds") << "2026-11-20T03:04:05.678123456Z" << kMorning + 678;
    QTest::newRow("never ahead") << "2026-11-20T03:04:05.999999999Z" << kMorning + 999;
    QTest::newRow("cut, not rounded") << "2026-11-20T03:04:05.6789Z" << kMorning + 678;
    QTest::newRow("Seoul") << "2026-11-20T12:04:05+09:00" << kMorning;
    QTest::newRow("Seoul, ns") << "2026-11-20T12:04:05.678123456+09:00" << kMorning + 678;
    QTest::newRow("New York") << "2026-11-19T22:04:05-05:00" << kMorning;
    QTest::newRow("half hour") << "2026-11-20T08:34:05+05:30" << kMorning;
    QTest::newRow("+00:00") << "2026-11-20T03:04:05+00:00" << kMorning;
    QTest::newRow("-00:00") << "2026-11-20T03:04:05-00:00" << kMorning;
    QTest::newRow("leap day") << "2028-02-29T00:00:00Z" << qint64(1'835'395'200'000);
    QTest::newRow("last of year 9999") << "9999-12-31T23:59:59.999Z" << qint64(253'402'300'799'999);
}

void TstInstant::readsRfc3339() {
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    const auto instant = Instant::fromRfc3339(text);
    QVERIFY(instant);
    QCOMPARE(instant->ms(), ms);
}

void TstInstant::refusesOtherSpelling_data() {
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "now",
                             "1795143845",
                             "2026-11-20",
                             "2026-11-20T03:04:05",
                             "2026-11-20T03:04Z",
                             "2026-11-20 03:04:05Z",
                             "2026-11-20t03:04:05Z",
                             "2026-11-20T03:04:05z",
                             "2026-11-20T03:04:05+0900",
                             "2026-11-20T03:04:05+09",
                             "2026-11-20T03:04:05.+09:00",
                             "2026-11-20T03:04:05.Z",
                             "2026-11-20T03:04:05,678Z",
                             "2026-11-20T03:04:05.6 8Z",
                             "2026-11-20T03:04:05.67aZ",
                             "2026-11-20T03:04:05 Z",
                             "2026-11-20T03:04:05 +09:00",
                             "2026/11/20T03:04:05Z",
                             "2026-11-20T03.04:05Z",
                             "2026-11-20T03-04:05Z",
                             "2026-11-20T03:04:05ZZ",
                             "2026-11-20T03:04:05Z+09:00",
                             "2026-11-20T03:04:05+09:00Z",
                             "2026-11-20T24:00:00Z",
                             "2026-11-20T25:00:00Z",
                             "2026-11-20T03:60:00Z",
                             "2026-11-20T03:04:61Z",
                             "2026-02-29T00:00:00Z",
                             "2026-13-01T00:00:00Z",
                             "2026-00-01T00:00:00Z",
                             "2026-11-31T00:00:00Z",
                             "2026-11-00T00:00:00Z",
                             "2026-11-20T03:04:05+24:00",
                             "2026-11-20T03:04:05+09:60",
                             "+2026-11-20T03:04:05Z",
                             "-026-11-20T03:04:05Z",
                             "02026-11-20T03:04:05Z",
                             " 2026-11-20T03:04:05Z",
                             "2026-11-20T03:04:05Z ",
                             "2026-11-20T03:04:05.6781234567Z",
                             "2026-W47-5T03:04:05Z",
                             "2026-324T03:04:05.00Z",
                             "20261120T030405.0000Z"}) {
        QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
    }
    QTest::newRow("full width digit") << QStringLiteral("2026-11-20T03:04:0５Z");
    QTest::newRow("Arabic digit") << QStringLiteral("2026-11-20T03:04:05.٣Z");
    QTest::newRow("NUL") << QString(QStringLiteral("2026-11-20T03:04:05") + QChar(0) + u'Z');
}

void TstInstant::refusesOtherSpelling() {
    QFETCH(QString, text);
    const auto instant = Instant::fromRfc3339(text);
    QVERIFY2(!instant, instant ? qPrintable(instant->toRfc3339()) : "");
}

void TstInstant::writesUtcWithMilliseconds_data() {
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");

    QTest::newRow("epoch") << qint64(0) << "1970-01-01T00:00:00.000Z";
    QTest::newRow("ms") << kMorning + 7 << "2026-11-20T03:04:05.007Z";
    QTest::newRow("before epoch") << qint64(-1) << "1969-12-31T23:59:59.999Z";
    QTest::newRow("leap day") << qint64(1'835'395'200'000) << "2028-02-29T00:00:00.000Z";
    QTest::newRow("last hour") << qint64(1'798'761'599'010) << "2026-12-31T23:59:59.010Z";
    QTest::newRow("first year") << qint64(-62'135'596'800'000) << "0001-01-01T00:00:00.000Z";
    QTest::newRow("last year") << qint64(253'402'300'799'999) << "9999-12-31T23:59:59.999Z";
}

void TstInstant::writesUtcWithMilliseconds() {
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(Instant::fromMs(ms).toRfc3339(), text);
    QCOMPARE(Instant::fromRfc3339(text), std::optional(Instant::fromMs(ms)));
}

void TstInstant::writesNothingOutsideOfTheYears1To9999() {
    QCOMPARE(Instant::fromMs(-62'135'596'800'001).toRfc3339(), QString());
    QCOMPARE(Instant::fromMs(253'402'300'800'000).toRfc3339(), QString());
}

void TstInstant::calculates() {
    const Instant start = Instant::fromMs(kMorning);
    QVERIFY((start + 5min) - start == 300s);
    QVERIFY((start - 1ms) < start);
    QCOMPARE(start + 1h - 60min, start);
}

QTEST_GUILESS_MAIN(TstInstant)
#include "TstInstant.moc"
