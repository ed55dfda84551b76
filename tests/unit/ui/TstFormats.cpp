// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Formats.h"

#include <QTest>
#include <QTimeZone>

using namespace soban;
using namespace soban::ui;
using namespace std::chrono_literals;

class TstFormats : public QObject {
    Q_OBJECT

    static Money won(qint64 amount) { return *Money::of(amount, Currency::krw()); }
    static Instant at(const char *text) { return *Instant::fromRfc3339(QString::fromLatin1(text)); }
    const QTimeZone seoul{"Asia/Seoul"};

private slots:
    void moneyIsGroupedAndKeepsItsMinorDigits() {
        QCOMPARE(moneyText(won(0)), QStringLiteral("₩0"));
        QCOMPARE(moneyText(won(12'000)), QStringLiteral("₩12,000"));
        QCOMPARE(moneyText(won(-500)), QStringLiteral("−₩500"));
        const Currency euro = *Currency::fromCode(u"EUR");
        QCOMPARE(moneyText(*Money::of(123'405, euro)), QStringLiteral("EUR\u00a01,234.05"));
        QCOMPARE(surchargeText(won(1'500)), QStringLiteral("+₩1,500"));
        QCOMPARE(surchargeText(won(0)), QString());
    }

    void timesAreThoseOfThePlace() {
        const Instant evening = at("2026-11-20T10:32:00Z");
        QCOMPARE(clockText(evening, seoul), QStringLiteral("19:32"));
        QCOMPARE(dayText(evening, evening, seoul, Language::Korean), QStringLiteral("오늘"));
        const Instant afterMidnight = at("2026-11-20T15:05:00Z");
        QCOMPARE(dayText(evening, afterMidnight, seoul, Language::English),
                 QStringLiteral("Yesterday"));
        const Instant weekLater = at("2026-11-27T10:00:00Z");
        QCOMPARE(dayText(evening, weekLater, seoul, Language::Korean), QStringLiteral("11월 20일"));
        QCOMPARE(momentText(evening, weekLater, seoul, Language::English),
                 QStringLiteral("20 Nov 19:32"));
    }

    void distancesReadAsPeopleSayThem() {
        QCOMPARE(distanceText(0), QStringLiteral("0 m"));
        QCOMPARE(distanceText(118), QStringLiteral("120 m"));
        QCOMPARE(distanceText(994), QStringLiteral("990 m"));
        QCOMPARE(distanceText(995), QStringLiteral("1.0 km"));
        QCOMPARE(distanceText(1'240), QStringLiteral("1.2 km"));
    }

    void spansAreWholeMinutesAndNeverNone() {
        QCOMPARE(spanText(20s, Language::Korean), QStringLiteral("1분"));
        QCOMPARE(spanText(8min + 59s, Language::English), QStringLiteral("8 min"));
        QCOMPARE(spanText(65min, Language::Korean), QStringLiteral("1시간 5분"));
        QCOMPARE(spanText(120min, Language::English), QStringLiteral("2 h"));
    }

    void stopwatchCountsUp() {
        QCOMPARE(stopwatchText(42s), QStringLiteral("0:42"));
        QCOMPARE(stopwatchText(14min + 30s), QStringLiteral("14:30"));
        QCOMPARE(stopwatchText(1h + 2min + 5s), QStringLiteral("1:02:05"));
        QCOMPARE(stopwatchText(-3s), QStringLiteral("0:00"));
    }

    void reviewsAndPhones() {
        QCOMPARE(meanText(0, 0), QString());
        QCOMPARE(meanText(24, 5), QStringLiteral("4.8"));
        QCOMPARE(phoneText(QStringLiteral("01020487731")), QStringLiteral("010-2048-7731"));
        QCOMPARE(phoneText(QStringLiteral("0212345678")), QStringLiteral("02-1234-5678"));
        QCOMPARE(phoneText(QStringLiteral("010 2048 7731")), QStringLiteral("010-2048-7731"));
        QCOMPARE(phoneText(QStringLiteral("010 20 48")), QStringLiteral("010 20 48"));
        QCOMPARE(phoneText(QStringLiteral("010-2048 7731")), QStringLiteral("010-2048 7731"));
        QCOMPARE(phoneText(QStringLiteral("+4930123")), QStringLiteral("+4930123"));
    }
};

QTEST_GUILESS_MAIN(TstFormats)
#include "TstFormats.moc"
