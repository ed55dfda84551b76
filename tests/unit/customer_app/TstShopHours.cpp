// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ShopHours.h"

#include <QTest>
#include <QTimeZone>

using namespace soban;
using namespace soban::customer;

namespace {

const QByteArray kSeoul = QByteArrayLiteral("Asia/Seoul");

Instant at(const char *text) {
    return *Instant::fromRfc3339(QString::fromLatin1(text));
}

/// Every day from 10:00 to 21:30, on Fridays past midnight, until 02:00.
OpeningHours hours() {
    QList<OpeningHours::Interval> intervals;
    for (int day = 1; day <= 7; ++day)
        intervals.append({day, 600, day == 5 ? 1560 : 1290});
    return *OpeningHours::of(kSeoul, intervals, {});
}

} // namespace

class TstShopHours : public QObject {
    Q_OBJECT

private slots:
    void saysWhenAnOpenShopCloses_data() {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("closes");
        // 20 November 2026 is a Friday.
        QTest::newRow("day") << "2026-11-19T12:00:00+09:00"
                             << "2026-11-19T21:30:00+09:00";
        QTest::newRow("past midnight") << "2026-11-21T01:00:00+09:00"
                                       << "2026-11-21T02:00:00+09:00";
        QTest::newRow("closed") << "2026-11-19T22:00:00+09:00"
                                << "";
    }
    void saysWhenAnOpenShopCloses() {
        QFETCH(QString, now);
        QFETCH(QString, closes);
        const auto closing = closingTime(hours(), *Instant::fromRfc3339(now));
        QCOMPARE(closing, closes.isEmpty() ? std::nullopt : Instant::fromRfc3339(closes));
    }

    void shopThatNeverClosesHasNoClosingTime() {
        QList<OpeningHours::Interval> always;
        for (int day = 1; day <= 7; ++day)
            always.append({day, 0, 1440});
        QVERIFY(
            !closingTime(*OpeningHours::of(kSeoul, always, {}), at("2026-11-19T12:00:00+09:00")));
    }

    void offersTimesWithinTheHoursOnly() { // R1
        const Instant earliest = at("2026-11-19T20:10:00+09:00");
        const auto days = wantedDays(hours(), earliest);
        QCOMPARE(days.first().day, QDate(2026, 11, 19));
        // 20:30 and 21:00; at 21:30 it closes.
        QCOMPARE(days.first().times,
                 (QList{at("2026-11-19T20:30:00+09:00"), at("2026-11-19T21:00:00+09:00")}));
        for (const WantedDay &day : days) {
            QVERIFY(!day.times.isEmpty());
            for (const Instant time : day.times)
                QVERIFY(hours().isOpenAt(time) && time >= earliest);
        }
        // What Friday's night reaches into is offered on Saturday.
        QCOMPARE(days.at(2).times.first(), at("2026-11-21T00:00:00+09:00"));
    }

    void dayOnWhichItIsTooLateIsNotOffered() {
        const auto days = wantedDays(hours(), at("2026-11-19T21:10:00+09:00"));
        QCOMPARE(days.first().day, QDate(2026, 11, 20));
    }

    void dayBeginsWithATimeAtWhichPeopleAreUp() { // R1
        const auto days = wantedDays(hours(), at("2026-11-19T19:40:00+09:00"));
        const QDate today(2026, 11, 19);
        const QTimeZone zone(kSeoul);
        const auto offer = [&](int day) {
            return days.at(day).times.at(firstOffer(days.at(day), today, zone));
        };
        QCOMPARE(offer(0), at("2026-11-19T20:00:00+09:00"));
        QCOMPARE(offer(1), at("2026-11-20T12:00:00+09:00"));
        QCOMPARE(offer(2), at("2026-11-21T12:00:00+09:00")); // open from midnight to two as well
        // Where there is none from noon on, the first.
        const WantedDay morning{today.addDays(1), {at("2026-11-20T08:00:00+09:00")}};
        QCOMPARE(firstOffer(morning, today, zone), 0);
    }

    void chosenTimeIsKeptForAnotherDayAsNearAsItGets() { // R1
        const auto days = wantedDays(hours(), at("2026-11-19T19:40:00+09:00"));
        const QTimeZone zone(kSeoul);
        const auto nearest = [&](int day, QTime time) {
            return days.at(day).times.at(nearestOffer(days.at(day), time, zone));
        };
        QCOMPARE(nearest(1, QTime(18, 30)), at("2026-11-20T18:30:00+09:00"));
        QCOMPARE(nearest(0, QTime(15, 0)), at("2026-11-19T20:00:00+09:00"));
        // Closed by then: its last.
        QCOMPARE(nearest(3, QTime(23, 30)), at("2026-11-22T21:00:00+09:00"));
    }

    void wantedTimeReadsAsPeopleSayIt_data() {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("korean");
        QTest::addColumn<QString>("english");
        QTest::newRow("today") << "2026-11-20T15:00:00+09:00"
                               << "오늘 15:00"
                               << "Today 15:00";
        QTest::newRow("tomorrow") << "2026-11-21T15:00:00+09:00"
                                  << "내일 15:00"
                                  << "Tomorrow 15:00";
        QTest::newRow("this week") << "2026-11-25T15:00:00+09:00"
                                   << "11월 25일 (수) 15:00"
                                   << "Wed 25 Nov 15:00";
        QTest::newRow("later") << "2026-12-04T15:00:00+09:00"
                               << "12월 4일 (금) 15:00"
                               << "Fri 4 Dec 15:00";
        QTest::newRow("past") << "2026-11-13T15:00:00+09:00"
                              << "11월 13일 (금) 15:00"
                              << "Fri 13 Nov 15:00";
    }
    void wantedTimeReadsAsPeopleSayIt() {
        QFETCH(QString, wanted);
        QFETCH(QString, korean);
        QFETCH(QString, english);
        const Instant now = at("2026-11-20T09:00:00+09:00");
        const QTimeZone zone(kSeoul);
        const Instant then = *Instant::fromRfc3339(wanted);
        QCOMPARE(wantedText(then, now, zone, Language::Korean), korean);
        QCOMPARE(wantedText(then, now, zone, Language::English), english);
    }
};

QTEST_GUILESS_MAIN(TstShopHours)
#include "TstShopHours.moc"
