// SPDX-License-Identifier: GPL-3.0-or-later
#include "DomainTestKit.h"

#include <QTest>

using namespace soban;
using soban::test::at;
using Interval = OpeningHours::Interval;
using namespace std::chrono_literals;

namespace {

constexpr int hour(int hours, int minutes = 0) {
    return hours * 60 + minutes;
}

/// Monday to Friday 09:00–18:00, Saturday 18:00–02:00. 2026-11-20 is a Friday.
OpeningHours week(const QByteArray &zone, const QSet<QDate> &holidays = {}) {
    QList<Interval> intervals{{6, hour(18), hour(26)}};
    for (int day = 1; day <= 5; ++day)
        intervals.append({day, hour(9), hour(18)});
    return *OpeningHours::of(zone, intervals, holidays);
}

} // namespace

class TstOpeningHours : public QObject {
    Q_OBJECT

private slots:
    void refusesBadHours_data();
    void refusesBadHours();
    void acceptsSplitDays();
    void isOpen_data();
    void isOpen();
    void holidayClosesWhatOpensOnIt();
    void followsDaylightSaving_data();
    void followsDaylightSaving();
    void findsNextOpening_data();
    void findsNextOpening();
    void opensWhenItSaysAcrossDaylightSaving_data();
    void opensWhenItSaysAcrossDaylightSaving();
    void givesUpAfterTwoWeeks();
    void pausedShopTakesNoOrders();
};

void TstOpeningHours::refusesBadHours_data() {
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QList<QList<int>>>("intervals");
    using Rows = QList<QList<int>>;

    QTest::newRow("unknown zone") << QByteArray("Asia/Nowhere") << Rows{};
    QTest::newRow("no zone") << QByteArray() << Rows{};
    QTest::newRow("weekday 0") << QByteArray("UTC") << Rows{{0, 60, 120}};
    QTest::newRow("weekday 8") << QByteArray("UTC") << Rows{{8, 60, 120}};
    QTest::newRow("before midnight") << QByteArray("UTC") << Rows{{1, -1, 120}};
    QTest::newRow("opens the next day") << QByteArray("UTC") << Rows{{1, 1440, 1500}};
    QTest::newRow("empty") << QByteArray("UTC") << Rows{{1, 60, 60}};
    QTest::newRow("backwards") << QByteArray("UTC") << Rows{{1, 120, 60}};
    QTest::newRow("longer than a day") << QByteArray("UTC") << Rows{{1, 60, 1501}};
    QTest::newRow("overlap") << QByteArray("UTC") << Rows{{1, 60, 120}, {1, 119, 180}};
    QTest::newRow("overlap, unsorted") << QByteArray("UTC") << Rows{{1, 119, 180}, {1, 60, 120}};
    QTest::newRow("twice") << QByteArray("UTC") << Rows{{1, 60, 120}, {1, 60, 120}};
}

void TstOpeningHours::refusesBadHours() {
    QFETCH(QByteArray, zone);
    QFETCH(QList<QList<int>>, intervals);
    QList<Interval> parsed;
    for (const QList<int> &row : intervals)
        parsed.append({row[0], row[1], row[2]});
    QVERIFY(!OpeningHours::of(zone, parsed, {}));
}

void TstOpeningHours::acceptsSplitDays() {
    const auto hours = OpeningHours::of("UTC", {{1, 60, 120}, {1, 120, 180}, {1, 200, 1640}}, {});
    QVERIFY(hours);
    QCOMPARE(hours->intervals().size(), qsizetype(3));
    QVERIFY(OpeningHours::of("Asia/Seoul", {}, {}));
}

void TstOpeningHours::isOpen_data() {
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("moment");
    QTest::addColumn<bool>("isOpen");
    const auto row = [](const char *tag, const char *zone, const char *moment, bool isOpen) {
        QTest::newRow(tag) << QByteArray(zone) << QByteArray(moment) << isOpen;
    };

    row("first moment", "UTC", "2026-11-20T09:00:00Z", true);
    row("a moment before", "UTC", "2026-11-20T08:59:59.999Z", false);
    row("last moment", "UTC", "2026-11-20T17:59:59.999Z", true);
    row("closing time", "UTC", "2026-11-20T18:00:00Z", false);
    row("Seoul opens earlier", "Asia/Seoul", "2026-11-20T00:00:00Z", true);
    row("Seoul closes earlier", "Asia/Seoul", "2026-11-20T09:00:00Z", false);
    row("Seoul's day differs", "Asia/Seoul", "2026-11-15T23:59:00Z", false);
    row("Seoul's Monday", "Asia/Seoul", "2026-11-16T00:00:00Z", true);
    row("Kathmandu, +05:45", "Asia/Kathmandu", "2026-11-20T03:15:00Z", true);
    row("Kathmandu, before", "Asia/Kathmandu", "2026-11-20T03:14:59Z", false);
    row("Saturday evening", "UTC", "2026-11-21T23:59:59Z", true);
    row("past midnight", "UTC", "2026-11-22T00:00:00Z", true);
    row("past midnight, end", "UTC", "2026-11-22T01:59:59Z", true);
    row("past midnight, over", "UTC", "2026-11-22T02:00:00Z", false);
    row("Saturday's night before", "UTC", "2026-11-21T01:00:00Z", false);
}

void TstOpeningHours::isOpen() {
    QFETCH(QByteArray, zone);
    QFETCH(QByteArray, moment);
    QFETCH(bool, isOpen);
    QCOMPARE(week(zone).isOpenAt(at(moment.constData())), isOpen);
}

void TstOpeningHours::holidayClosesWhatOpensOnIt() {
    const auto hours = week("UTC", {QDate(2026, 11, 20), QDate(2026, 11, 22)});
    QVERIFY(!hours.isOpenAt(at("2026-11-20T12:00:00Z")));
    QVERIFY(hours.isOpenAt(at("2026-11-27T12:00:00Z")));
    // Saturday's night runs into the holiday, and belongs to Saturday.
    QVERIFY(hours.isOpenAt(at("2026-11-22T01:00:00Z")));

    const auto saturdayOff = week("UTC", {QDate(2026, 11, 21)});
    QVERIFY(!saturdayOff.isOpenAt(at("2026-11-21T20:00:00Z")));
    QVERIFY(!saturdayOff.isOpenAt(at("2026-11-22T01:00:00Z")));
}

void TstOpeningHours::followsDaylightSaving_data() {
    QTest::addColumn<QByteArray>("moment");
    QTest::addColumn<bool>("isOpen");
    const auto row = [](const char *tag, const char *moment, bool isOpen) {
        QTest::newRow(tag) << QByteArray(moment) << isOpen;
    };

    // Berlin leaves summer time on 2026-10-25 and enters it on 2026-03-29, at 01:00 UTC.
    row("summer, 09:00 is 07:00Z", "2026-10-23T07:00:00Z", true);
    row("summer, before", "2026-10-23T06:59:59Z", false);
    row("winter, 09:00 is 08:00Z", "2026-10-26T08:00:00Z", true);
    row("winter, before", "2026-10-26T07:59:59Z", false);
    // Saturday 18:00–02:00: 02:00 comes twice in autumn, and never in spring.
    row("autumn, first 01:59", "2026-10-24T23:59:59Z", true);
    row("autumn, first 02:00", "2026-10-25T00:00:00Z", false);
    row("autumn, second 02:00", "2026-10-25T01:00:00Z", false);
    row("spring, 01:59", "2026-03-29T00:59:59Z", true);
    row("spring, 03:00", "2026-03-29T01:00:00Z", false);
}

void TstOpeningHours::followsDaylightSaving() {
    QFETCH(QByteArray, moment);
    QFETCH(bool, isOpen);
    QCOMPARE(week("Europe/Berlin").isOpenAt(at(moment.constData())), isOpen);
}

void TstOpeningHours::findsNextOpening_data() {
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("opening");
    const auto row = [](const char *tag, const char *zone, const char *after, const char *opening) {
        QTest::newRow(tag) << QByteArray(zone) << QByteArray(after) << QByteArray(opening);
    };

    row("later today", "UTC", "2026-11-20T03:00:00Z", "2026-11-20T09:00:00Z");
    row("while open: the next", "UTC", "2026-11-20T12:00:00Z", "2026-11-21T18:00:00Z");
    row("strictly after", "UTC", "2026-11-20T09:00:00Z", "2026-11-21T18:00:00Z");
    row("over Sunday", "UTC", "2026-11-22T03:00:00Z", "2026-11-23T09:00:00Z");
    row("over the holiday", "UTC", "2026-11-23T18:00:00Z", "2026-11-25T09:00:00Z");
    row("Seoul", "Asia/Seoul", "2026-11-19T15:00:00Z", "2026-11-20T00:00:00Z");
    row("into winter time", "Europe/Berlin", "2026-10-25T02:00:00Z", "2026-10-26T08:00:00Z");
    row("into summer time", "Europe/Berlin", "2026-03-29T03:00:00Z", "2026-03-30T07:00:00Z");
}

void TstOpeningHours::findsNextOpening() {
    QFETCH(QByteArray, zone);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, opening);
    const auto hours = week(zone, {QDate(2026, 11, 24)});
    const auto found = hours.nextOpening(at(after.constData()));
    QVERIFY(found);
    QCOMPARE(found->toRfc3339(), at(opening.constData()).toRfc3339());
    QVERIFY(hours.isOpenAt(*found));
}

void TstOpeningHours::opensWhenItSaysAcrossDaylightSaving_data() {
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("spring, the hour that is missing") << QByteArray("2026-03-28T12:00:00Z");
    QTest::newRow("autumn, the hour that comes twice") << QByteArray("2026-10-24T12:00:00Z");
}

void TstOpeningHours::opensWhenItSaysAcrossDaylightSaving() {
    QFETCH(QByteArray, after);
    const auto hours = *OpeningHours::of("Europe/Berlin", {{7, hour(2, 30), hour(10)}}, {});
    const Instant start = at(after.constData());
    const auto found = hours.nextOpening(start);
    QVERIFY(found);
    QVERIFY2(hours.isOpenAt(*found), qPrintable(found->toRfc3339()));
    QVERIFY2(!hours.isOpenAt(*found - 1ms), qPrintable(found->toRfc3339()));
    for (Instant moment = start; moment < *found; moment = moment + 5min)
        QVERIFY2(!hours.isOpenAt(moment), qPrintable(moment.toRfc3339()));
}

void TstOpeningHours::givesUpAfterTwoWeeks() {
    QVERIFY(!OpeningHours::of("UTC", {}, {})->nextOpening(at("2026-11-20T03:00:00Z")));

    QSet<QDate> holidays;
    for (int day = 0; day < 14; ++day)
        holidays.insert(QDate(2026, 11, 20).addDays(day));
    const auto hours = *OpeningHours::of("UTC", {{5, hour(9), hour(18)}}, holidays);
    QCOMPARE(hours.nextOpening(at("2026-11-20T03:00:00Z")),
             std::optional(at("2026-12-04T09:00:00Z")));
    QVERIFY(!hours.nextOpening(at("2026-11-19T23:00:00Z")));
}

void TstOpeningHours::pausedShopTakesNoOrders() {
    Shop shop = soban::test::sampleShop();
    const Instant now = at("2026-11-20T03:00:00Z");
    QVERIFY(shop.takesOrdersAt(now));
    shop.mode = ShopMode::Busy;
    QVERIFY(shop.takesOrdersAt(now));
    shop.mode = ShopMode::Paused;
    QVERIFY(!shop.takesOrdersAt(now));
    shop.mode = ShopMode::Normal;
    shop.hours = week("Asia/Seoul");
    QVERIFY(!shop.takesOrdersAt(at("2026-11-22T03:00:00Z")));
}

QTEST_GUILESS_MAIN(TstOpeningHours)
#include "TstOpeningHours.moc"
