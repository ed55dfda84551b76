// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Formats.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace soban::ui {

namespace {

using namespace std::chrono;

QString grouped(qint64 value) {
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(value);
}

QString unsignedMoney(const Money &money) {
    const int digits = money.currency().minorDigits();
    qint64 scale = 1;
    for (int i = 0; i < digits; ++i)
        scale *= 10;
    const qint64 minor = std::abs(money.minor());
    QString text = grouped(minor / scale);
    if (digits > 0)
        text += u'.' + QStringLiteral("%1").arg(minor % scale, digits, 10, QLatin1Char('0'));
    const QString code = money.currency().code();
    if (code == QLatin1StringView("KRW"))
        return u'₩' + text;
    return code + QChar::Nbsp + text;
}

QDateTime local(Instant moment, const QTimeZone &zone) {
    return moment.toUtc().toTimeZone(zone);
}

} // namespace

QString moneyText(const Money &money) {
    return money.isNegative() ? u'−' + unsignedMoney(money) : unsignedMoney(money);
}

QString surchargeText(const Money &money) {
    if (money.isZero())
        return {};
    return money.isNegative() ? moneyText(money) : u'+' + unsignedMoney(money);
}

QString clockText(Instant moment, const QTimeZone &zone) {
    return local(moment, zone).toString(QStringLiteral("HH:mm"));
}

QString dayText(Instant moment, Instant now, const QTimeZone &zone, Language language) {
    const bool isKorean = language == Language::Korean;
    const QDate day = local(moment, zone).date();
    const qint64 ago = day.daysTo(local(now, zone).date());
    if (ago == 0)
        return isKorean ? QStringLiteral("오늘") : QStringLiteral("Today");
    if (ago == 1)
        return isKorean ? QStringLiteral("어제") : QStringLiteral("Yesterday");
    if (ago == -1)
        return isKorean ? QStringLiteral("내일") : QStringLiteral("Tomorrow");
    const QLocale locale(isKorean ? QLocale::Korean : QLocale::English);
    return locale.toString(day, isKorean ? QStringLiteral("M월 d일") : QStringLiteral("d MMM"));
}

QString momentText(Instant moment, Instant now, const QTimeZone &zone, Language language) {
    return dayText(moment, now, zone, language) + u' ' + clockText(moment, zone);
}

QString distanceText(int meters) {
    constexpr int kKilometre = 1'000;
    if (meters < kKilometre - 5)
        return QStringLiteral("%1 m").arg((meters + 5) / 10 * 10);
    return QStringLiteral("%1 km").arg(meters / double(kKilometre), 0, 'f', 1);
}

QString spanText(milliseconds span, Language language) {
    const qint64 minutes = std::max<qint64>(1, duration_cast<std::chrono::minutes>(span).count());
    const bool isKorean = language == Language::Korean;
    const QString rest =
        (isKorean ? QStringLiteral("%1분") : QStringLiteral("%1 min")).arg(minutes % 60);
    if (minutes < 60)
        return rest;
    const QString whole =
        (isKorean ? QStringLiteral("%1시간") : QStringLiteral("%1 h")).arg(minutes / 60);
    return minutes % 60 == 0 ? whole : whole + u' ' + rest;
}

QString stopwatchText(milliseconds span) {
    const qint64 total = std::max<qint64>(0, duration_cast<seconds>(span).count());
    const auto two = [](qint64 value) {
        return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
    };
    if (total < 3'600)
        return QString::number(total / 60) + u':' + two(total % 60);
    return QString::number(total / 3'600) + u':' + two(total / 60 % 60) + u':' + two(total % 60);
}

QString meanText(int starSum, int reviewCount) {
    return reviewCount > 0 ? QString::number(double(starSum) / reviewCount, 'f', 1) : QString();
}

QString phoneText(const QString &phone) {
    QString digits = phone;
    digits.remove(u' ');
    const bool isBare = digits.startsWith(u'0') && std::all_of(digits.cbegin(), digits.cend(),
                                                               [](QChar c) { return c.isDigit(); });
    const int area = digits.startsWith(QLatin1StringView("02")) ? 2 : 3;
    if (!isBare || digits.size() < area + 7)
        return phone;
    return digits.left(area) + u'-' + digits.mid(area, digits.size() - area - 4) + u'-' +
           digits.right(4);
}

} // namespace soban::ui
