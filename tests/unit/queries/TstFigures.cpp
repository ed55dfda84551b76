// SPDX-License-Identifier: GPL-3.0-or-later
#include "queries/Figures.h"

#include <QTest>

using namespace soban;
using namespace std::chrono_literals;

namespace {

const QTimeZone kSeoul(QByteArrayLiteral("Asia/Seoul"));
const DaySpan kSpan{QDate(2026, 11, 20), QDate(2026, 11, 21)};

Money krw(qint64 minor) {
    return *Money::of(minor, Currency::krw());
}

/// By the shop's clock.
Instant at(QDate day, int hour, int minute = 0) {
    return Instant::fromMs(QDateTime(day, QTime(hour, minute), kSeoul).toMSecsSinceEpoch());
}

OrderLine line(qint64 item, const char *name, int quantity, qint64 price) {
    const QString text = QString::fromUtf8(name);
    return {*MenuItemId::fromNumber(item), {text, text}, {}, quantity, krw(price),
            krw(price * quantity)};
}

OrderFact order(Instant placed, OrderState state, const QList<OrderLine> &lines, qint64 total) {
    return {7,
            placed,
            {},
            placed,
            state,
            Fulfilment::PlatformRider,
            PaymentMethod::Card,
            lines,
            krw(total - 3000),
            krw(3000),
            krw(total),
            {},
            {}};
}

contract::ShopFigures figures(const QList<OrderFact> &orders) {
    return figuresOf(orders, kSpan, kSeoul, Currency::krw());
}

} // namespace

class TstFigures : public QObject {
    Q_OBJECT

private slots:
    void daysBeginAtTheShopsMidnight() {
        QCOMPARE(kSpan.begin(kSeoul).toRfc3339(), QStringLiteral("2026-11-19T15:00:00.000Z"));
        QCOMPARE(kSpan.end(kSeoul).toRfc3339(), QStringLiteral("2026-11-21T15:00:00.000Z"));
    }

    void takingsAreByDayAndHourOfTheShop() {
        const QList<OrderLine> lines{line(1, "a", 1, 1000)};
        const auto sums =
            figures({order(at(kSpan.from, 0, 5), OrderState::Completed, lines, 10'000),
                     order(at(kSpan.from, 23, 59), OrderState::Delivered, lines, 20'000),
                     order(at(kSpan.to, 0, 0), OrderState::Accepted, lines, 40'000)});
        QCOMPARE(sums.orders, 3);
        QCOMPARE(sums.takings, krw(70'000));
        QCOMPARE(sums.days.size(), 2);
        QCOMPARE(sums.days[0].day, kSpan.from);
        QCOMPARE(sums.days[0].orders, 2);
        QCOMPARE(sums.days[0].takings, krw(30'000));
        QCOMPARE(sums.days[1].takings, krw(40'000));
        QCOMPARE(sums.hours.size(), 2);
        QCOMPARE(sums.hours[0].hour, 0);
        QCOMPARE(sums.hours[0].takings, krw(50'000));
        QCOMPARE(sums.hours[1].hour, 23);
    }

    void whatIsWantedForADayCountsOnIt() {
        auto later = order(at(kSpan.from.addDays(-3), 9), OrderState::Completed,
                           {line(1, "a", 1, 1000)}, 10'000);
        later.wantedAt = at(kSpan.to, 18);
        later.countedAt = at(kSpan.to, 17, 30);
        const auto sums = figures({later});
        QCOMPARE(sums.days.size(), 1);
        QCOMPARE(sums.days[0].day, kSpan.to);
        QCOMPARE(sums.hours[0].hour, 17);
    }

    void ordersThatBroughtNothingAreCountedApart() {
        const QList<OrderLine> lines{line(1, "a", 1, 1000)};
        const Instant noon = at(kSpan.from, 12);
        const auto sums = figures({order(noon, OrderState::Refused, lines, 1),
                                   order(noon, OrderState::Expired, lines, 2),
                                   order(noon, OrderState::Expired, lines, 2),
                                   order(noon, OrderState::Cancelled, lines, 4),
                                   order(noon, OrderState::Returned, lines, 8)});
        QCOMPARE(sums.orders, 5);
        QCOMPARE(sums.refused, 1);
        QCOMPARE(sums.expired, 2);
        QCOMPARE(sums.cancelled, 1);
        QCOMPARE(sums.returned, 1);
        QVERIFY(sums.takings.isZero());
        QCOMPARE(sums.lost, krw(17));
        QVERIFY(sums.days.isEmpty() && sums.hours.isEmpty() && sums.bestItems.isEmpty());
        QVERIFY(!sums.meanPreparationSeconds);
    }

    void whatWaitsForTheShopsAnswerIsNotTakenYet() {
        const QList<OrderLine> lines{line(1, "a", 1, 1000)};
        const Instant noon = at(kSpan.from, 12);
        const auto sums = figures({order(noon, OrderState::Placed, lines, 7'000),
                                   order(noon, OrderState::Accepted, lines, 10'000)});
        QCOMPARE(sums.orders, 2);
        QCOMPARE(sums.waiting, 1);
        QCOMPARE(sums.takings, krw(10'000));
        QCOMPARE(sums.items, krw(7'000));
        QCOMPARE(sums.paidByCard, krw(10'000));
        QVERIFY(sums.lost.isZero()); // nor is it lost
        QCOMPARE(sums.days[0].orders, 1);
        QCOMPARE(sums.hours[0].takings, krw(10'000));
        QCOMPARE(sums.bestItems[0].quantity, 1);
    }

    void bestItemsComeFirst() {
        const Instant noon = at(kSpan.from, 12);
        QList<OrderLine> many;
        for (int i = 10; i < 22; ++i)
            many.append(line(i, "other", 1, 100));
        const auto sums =
            figures({order(noon, OrderState::Completed, many, 9000),
                     order(noon, OrderState::Completed,
                           {line(1, "rice", 2, 500), line(2, "tea", 2, 900)}, 9000),
                     order(noon, OrderState::Completed, {line(1, "new rice", 1, 500)}, 9000)});
        QCOMPARE(sums.bestItems.size(), 10);
        QCOMPARE(sums.bestItems[0].quantity, 3);
        QCOMPARE(sums.bestItems[0].name.en, QStringLiteral("new rice"));
        QCOMPARE(sums.bestItems[0].takings, krw(1500));
        QCOMPARE(sums.bestItems[1].takings, krw(1800));
    }

    void preparationIsAveraged() {
        const Instant noon = at(kSpan.from, 12);
        auto quick = order(noon, OrderState::Completed, {line(1, "a", 1, 1)}, 9000);
        quick.acceptedAt = noon;
        quick.readyAt = noon + 10min;
        auto slow = quick;
        slow.readyAt = noon + 21min;
        auto open = quick;
        open.readyAt.reset();
        quick.preparationMinutes = 10;
        slow.preparationMinutes = 15;
        open.preparationMinutes = 90;
        const auto sums = figures({quick, slow, open});
        QCOMPARE(sums.meanPreparationSeconds.value_or(0), 930);
        QCOMPARE(sums.meanPromisedSeconds.value_or(0), 750);
    }

    void takingsAreOfGoodsAndFeesByCardOrAtTheDoor() {
        const Instant noon = at(kSpan.from, 12);
        const QList<OrderLine> lines{line(1, "a", 1, 1000)};
        auto atTheDoor = order(noon, OrderState::Completed, lines, 20'000);
        atTheDoor.paymentMethod = PaymentMethod::OnDelivery;
        const auto sums = figures({order(noon, OrderState::Completed, lines, 10'000), atTheDoor,
                                   order(noon, OrderState::Refused, lines, 5'000)});
        QCOMPARE(sums.takings, krw(30'000));
        QCOMPARE(sums.items, krw(24'000));
        QCOMPARE(sums.deliveryFees, krw(6'000));
        QCOMPARE(sums.paidByCard, krw(10'000));
        QCOMPARE(sums.lost, krw(5'000));
    }

    void earningsAreByTheDayOfTheDelivery() {
        const QByteArray zone = kSeoul.id();
        const auto earned = earningsOf({{at(kSpan.from.addDays(-1), 23, 59), krw(1), zone},
                                        {at(kSpan.from, 0), krw(3000), zone},
                                        {at(kSpan.from, 23, 59), krw(3500), zone},
                                        {at(kSpan.to, 12), krw(4000), zone},
                                        {at(kSpan.to.addDays(1), 0), krw(8), zone}},
                                       kSpan);
        QCOMPARE(earned.days.size(), 2);
        QCOMPARE(earned.days[0].day, kSpan.from);
        QCOMPARE(earned.days[0].deliveries, 2);
        QCOMPARE(earned.days[0].pay, krw(6500));
        QCOMPARE(earned.days[1].pay, krw(4000));
    }

    void tableIsWhatSpreadsheetsRead() {
        auto fact = order(at(kSpan.from, 12, 3), OrderState::Completed,
                          {line(1, "김밥 \"큰\", 매운", 2, 4000), line(2, "차", 1, 1000)}, 12'000);
        fact.lines[1].options = {
            {*OptionId::fromNumber(1), {QStringLiteral("얼음"), QString()}, krw(0)}};
        fact.acceptedAt = at(kSpan.from, 12, 4);
        fact.wantedAt = at(kSpan.to, 18);
        const QByteArray csv = csvOf({fact}, kSeoul);
        QVERIFY(csv.startsWith("\xef\xbb\xbfnumber,"));
        const QStringList rows = QString::fromUtf8(csv).split(QStringLiteral("\r\n"));
        QCOMPARE(rows.size(), 3);
        QCOMPARE(
            rows[1],
            QStringLiteral("7,2026-11-20 12:03:00,2026-11-21 18:00:00,completed,platformRider,card,"
                           "\"2 x 김밥 \"\"큰\"\", 매운; 1 x 차 (얼음)\",9000,3000,12000,KRW,"
                           "2026-11-20 12:04:00,"));
        QVERIFY(rows[2].isEmpty());
        QCOMPARE(csvOf({}, kSeoul).count("\r\n"), 1);
        fact.lines = {line(1, "=HYPERLINK(\"x\")", 1, 1)};
        QVERIFY(csvOf({fact}, kSeoul).contains(",\"1 x =HYPERLINK(\"\"x\"\")\","));
    }
};

QTEST_APPLESS_MAIN(TstFigures)
#include "TstFigures.moc"
