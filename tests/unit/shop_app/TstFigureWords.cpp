// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketKit.h"

#include "client-shop/DayReport.h"
#include "client-shop/FigureWords.h"
#include "ui/SobanStyle.h"

#include <QApplication>
#include <QTest>
#include <QTimeZone>

using namespace soban;
using namespace soban::shop_app;
using namespace soban::testing;

namespace {

const QDate kDay(2026, 11, 20);

contract::ShopFigures figures() {
    return {.from = kDay,
            .to = kDay,
            .orders = 4,
            .waiting = 0,
            .refused = 1,
            .expired = 0,
            .cancelled = 1,
            .returned = 0,
            .takings = krw(60'000),
            .items = krw(55'000),
            .deliveryFees = krw(5'000),
            .paidByCard = krw(40'000),
            .lost = krw(9'000),
            .meanPreparationSeconds = 17 * 60,
            .meanPromisedSeconds = 18 * 60,
            .days = {{kDay, 2, krw(60'000)}},
            .hours = {{18, 1, krw(40'000)}, {19, 1, krw(20'000)}},
            .bestItems = {
                {*MenuItemId::fromNumber(1), {QStringLiteral("국밥"), "Gukbap"}, 3, krw(27'000)}}};
}

FigureWords wordsOf(const contract::ShopFigures &figures, SpanKind kind = SpanKind::Today,
                    const std::optional<contract::ShopFigures> &before = {}) {
    return {figures,
            before,
            {kind, figures.from, figures.to},
            QDateTime(kDay, QTime(19, 24), QTimeZone(QByteArrayLiteral("Asia/Seoul"))),
            Language::English};
}

} // namespace

class TstFigureWords : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { ui::SobanStyle::install(*qApp); }

    void tilesTellTheFigures() {
        const auto tiles = wordsOf(figures()).tiles();
        QCOMPARE(tiles.size(), 4);
        QCOMPARE(tiles[0].value, QStringLiteral("₩60,000"));
        QCOMPARE(tiles[1].value, QStringLiteral("2"));
        QCOMPARE(tiles[1].note, QStringLiteral("average ₩30,000"));
        QCOMPARE(tiles[2].value, QStringLiteral("₩9,000"));
        QCOMPARE(tiles[2].note, QStringLiteral("1 refused · 1 cancelled"));
        QCOMPARE(tiles[3].value, QStringLiteral("17 min"));
        QCOMPARE(tiles[3].note, QStringLiteral("1 min faster than promised"));
    }

    void whatIsNotAcceptedIsSaidAndNotCounted() {
        auto some = figures();
        some.orders = 6;
        some.waiting = 2;
        QCOMPARE(wordsOf(some).tiles()[1].value, QStringLiteral("2"));
        QCOMPARE(wordsOf(some).tiles()[1].note,
                 QStringLiteral("average ₩30,000 · 2 not accepted yet"));
        some.orders = 4;
        QCOMPARE(wordsOf(some).tiles()[1].value, QStringLiteral("0"));
        QCOMPARE(wordsOf(some).tiles()[1].note, QStringLiteral("2 not accepted yet"));
    }

    void comparesWholeHoursWithThoseOfAWeekAgo() {
        auto before = figures();
        before.from = before.to = kDay.addDays(-7);
        before.hours = {{18, 1, krw(32'000)}, {19, 9, krw(900'000)}, {21, 1, krw(5'000)}};
        const FigureWords words = wordsOf(figures(), SpanKind::Today, before);
        QVERIFY2(words.tiles()[0].note.startsWith(QStringLiteral("+25 %")),
                 qPrintable(words.tiles()[0].note));
        const auto bars = words.bars();
        QVERIFY(bars.size() >= 4);
        const auto now = std::find_if(bars.cbegin(), bars.cend(),
                                      [](const ui::Bar &bar) { return bar.isRunning; });
        QVERIFY(now != bars.cend());
        QCOMPARE(now->value, 20.0);
        QCOMPARE(now->compare, std::optional(900.0));
    }

    void everyDayOfASpanHasItsColumn() {
        auto month = figures();
        month.from = QDate(2026, 11, 1);
        const auto bars = wordsOf(month, SpanKind::Month).bars();
        QCOMPARE(bars.size(), 20);
        QCOMPARE(bars.last().value, 60.0);
        QCOMPARE(bars.first().value, 0.0);
    }

    void breakdownAddsUp() {
        const auto breakdown = wordsOf(figures()).breakdown();
        QCOMPARE(breakdown.total.amount, QStringLiteral("₩60,000"));
        QCOMPARE(breakdown.afterwards[0].amount, QStringLiteral("₩40,000"));
        QCOMPARE(breakdown.afterwards[1].amount, QStringLiteral("₩20,000"));
    }

    void paperSaysTheSame() {
        const PaperSheet sheet =
            DayReport::sheetOf(wordsOf(figures()), QStringLiteral("부엌"), QStringLiteral("Today"),
                               QStringLiteral("20 November"));
        const QString text = sheet.lines().join(u'\n');
        for (const char *words : {"부엌", "₩60,000", "₩55,000", "₩9,000", "Gukbap 3", "18:00 40"})
            QVERIFY2(text.contains(QString::fromUtf8(words)), qPrintable(text));
    }

    void nothingYetIsSaid() {
        auto none = figures();
        none.orders = none.refused = none.cancelled = 0;
        none.takings = none.items = none.deliveryFees = none.paidByCard = none.lost = krw(0);
        none.meanPreparationSeconds.reset();
        none.meanPromisedSeconds.reset();
        none.hours.clear();
        const auto tiles = wordsOf(none).tiles();
        QCOMPARE(tiles[1].value, QStringLiteral("0"));
        QCOMPARE(tiles[3].value, QStringLiteral("–"));
    }
};

QTEST_MAIN(TstFigureWords)
#include "TstFigureWords.moc"
