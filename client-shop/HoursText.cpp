// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/HoursText.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace soban::shop_app {

namespace {

constexpr int kDay = 24 * 60;

} // namespace

std::optional<int> HoursText::minuteOf(const QString &text) {
    static const QRegularExpression kTime(
        QStringLiteral("^\\s*(\\d{1,2})(?:[:.\\s]?([0-5]\\d))?\\s*$"));
    const auto match = kTime.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int minute = match.captured(1).toInt() * 60 + match.captured(2).toInt();
    return minute <= kDay ? std::optional(minute) : std::nullopt;
}

QString HoursText::clockOf(int minute) {
    const int shown = minute > kDay ? minute - kDay : minute;
    return QStringLiteral("%1:%2")
        .arg(shown / 60, 2, 10, QChar(u'0'))
        .arg(shown % 60, 2, 10, QChar(u'0'));
}

std::optional<HoursText::Interval> HoursText::intervalOf(int weekday, const QString &opens,
                                                         const QString &closes) {
    const auto from = minuteOf(opens);
    auto to = minuteOf(closes);
    if (!from || !to || *from >= kDay || *from == *to)
        return std::nullopt;
    return Interval{weekday, *from, *to < *from ? *to + kDay : *to};
}

QString HoursText::intervalText(const Interval &interval) {
    if (interval.opensMinute == 0 && interval.closesMinute == kDay)
        return tr("Round the clock");
    const QString text = clockOf(interval.opensMinute) + QStringLiteral(" – ");
    return interval.closesMinute > kDay
               ? text + tr("%1 next day").arg(clockOf(interval.closesMinute))
               : text + clockOf(interval.closesMinute);
}

QList<HoursText::Interval> HoursText::of(const QList<Interval> &hours, int weekday) {
    QList<Interval> found;
    std::copy_if(hours.cbegin(), hours.cend(), std::back_inserter(found),
                 [weekday](const Interval &interval) { return interval.weekday == weekday; });
    std::sort(found.begin(), found.end(), [](const Interval &one, const Interval &other) {
        return one.opensMinute < other.opensMinute;
    });
    return found;
}

QString HoursText::dayOf(const QList<Interval> &hours, int weekday) {
    QStringList words;
    for (const Interval &interval : of(hours, weekday))
        words.append(intervalText(interval));
    return words.isEmpty() ? tr("Closed") : words.join(QStringLiteral(" · "));
}

QList<HoursText::Interval> HoursText::with(const QList<Interval> &hours, int weekday,
                                           const QList<Interval> &ofDay) {
    QList<Interval> all;
    for (int day = 1; day <= 7; ++day) {
        for (Interval interval : day == weekday ? ofDay : of(hours, day)) {
            interval.weekday = day;
            all.append(interval);
        }
    }
    return all;
}

QList<HolidaySpan> HoursText::spansOf(QList<QDate> holidays) {
    std::sort(holidays.begin(), holidays.end());
    QList<HolidaySpan> spans;
    for (const QDate &day : std::as_const(holidays)) {
        if (!spans.isEmpty() && spans.last().last().addDays(1) == day)
            ++spans.last().days;
        else
            spans.append({day, 1});
    }
    return spans;
}

QString HoursText::spanText(const HolidaySpan &span, Language language) {
    const bool isKorean = language == Language::Korean;
    const QLocale locale(isKorean ? QLocale::Korean : QLocale::English);
    const QString format =
        isKorean ? QStringLiteral("yyyy년 M월 d일 ddd") : QStringLiteral("ddd d MMM yyyy");
    const QString first = locale.toString(span.first, format);
    return span.days == 1 ? first
                          : first + QStringLiteral(" – ") + locale.toString(span.last(), format);
}

} // namespace soban::shop_app
