// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ShopHours.h"

#include "ui/Formats.h"

#include <QLocale>

#include <algorithm>
#include <cstdlib>

namespace soban::customer {

namespace {

constexpr int kDayMinutes = 24 * 60;
constexpr int kStepMinutes = 30;
constexpr int kMostDays = 30;
constexpr int kNoonHour = 12;

QDateTime local(Instant moment, const QTimeZone &zone) {
    return moment.toUtc().toTimeZone(zone);
}

Instant instantOf(QDate day, int minute, const QTimeZone &zone) {
    const QTime time = QTime::fromMSecsSinceStartOfDay(minute % kDayMinutes * 60'000);
    return Instant::fromMs(
        QDateTime(day.addDays(minute / kDayMinutes), time, zone).toMSecsSinceEpoch());
}

/// The end of the interval that holds `moment`.
std::optional<Instant> endOfInterval(const OpeningHours &hours, Instant moment) {
    const QDate today = local(moment, hours.timeZone()).date();
    // One that began yesterday may reach past midnight.
    for (const QDate day : {today.addDays(-1), today}) {
        for (const OpeningHours::Interval &interval : hours.intervals()) {
            if (interval.weekday != day.dayOfWeek() || hours.holidays().contains(day))
                continue;
            const Instant opens = instantOf(day, interval.opensMinute, hours.timeZone());
            const Instant closes = instantOf(day, interval.closesMinute, hours.timeZone());
            if (opens <= moment && moment < closes)
                return closes;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<OpeningHours> hoursOf(const contract::ShopView &shop) {
    return OpeningHours::of(shop.timeZone.toUtf8(), shop.hours, {});
}

std::optional<Instant> closingTime(const OpeningHours &hours, Instant now) {
    constexpr auto kAlways = std::chrono::hours(48);
    auto end = endOfInterval(hours, now);
    while (end && *end - now < kAlways) {
        // What opens as another closes has not closed.
        const auto further = endOfInterval(hours, *end);
        if (!further)
            return end;
        end = further;
    }
    return std::nullopt;
}

QList<WantedDay> wantedDays(const OpeningHours &hours, Instant earliest) {
    QList<WantedDay> days;
    const QDate first = local(earliest, hours.timeZone()).date();
    for (int ahead = 0; ahead < kMostDays; ++ahead) {
        WantedDay day{first.addDays(ahead), {}};
        for (int minute = 0; minute < kDayMinutes; minute += kStepMinutes) {
            const Instant time = instantOf(day.day, minute, hours.timeZone());
            if (time >= earliest && hours.isOpenAt(time))
                day.times.append(time);
        }
        if (!day.times.isEmpty())
            days.append(day);
    }
    return days;
}

int nearestOffer(const WantedDay &day, QTime time, const QTimeZone &zone) {
    const auto away = [&](Instant offer) {
        return std::abs(time.secsTo(local(offer, zone).time()));
    };
    const auto nearest =
        std::min_element(day.times.cbegin(), day.times.cend(),
                         [&](Instant one, Instant other) { return away(one) < away(other); });
    return int(nearest - day.times.cbegin());
}

int firstOffer(const WantedDay &day, QDate today, const QTimeZone &zone) {
    if (day.day == today)
        return 0;
    const auto first = std::find_if(day.times.cbegin(), day.times.cend(), [&](Instant offer) {
        return local(offer, zone).time().hour() >= kNoonHour;
    });
    return first == day.times.cend() ? 0 : int(first - day.times.cbegin());
}

QString wantedDayText(QDate day, QDate today, Language language, DayPlace place) {
    const bool isKorean = language == Language::Korean;
    QString near;
    switch (today.daysTo(day)) {
    case -1:
        near = isKorean ? QStringLiteral("어제") : QStringLiteral("Yesterday");
        break;
    case 0:
        near = isKorean ? QStringLiteral("오늘") : QStringLiteral("Today");
        break;
    case 1:
        near = isKorean ? QStringLiteral("내일") : QStringLiteral("Tomorrow");
        break;
    default:
        break;
    }
    if (!near.isEmpty())
        return place == DayPlace::InSentence ? near.toLower() : near;
    const QLocale locale(isKorean ? QLocale::Korean : QLocale::English);
    return locale.toString(day, isKorean ? QStringLiteral("M월 d일 (ddd)")
                                         : QStringLiteral("ddd d MMM"));
}

QString otherDayText(Instant moment, Instant now, const QTimeZone &zone, Language language) {
    const QDate day = local(moment, zone).date();
    const QDate today = local(now, zone).date();
    return day == today ? QString() : wantedDayText(day, today, language, DayPlace::InSentence);
}

QString timeText(Instant moment, Instant now, const QTimeZone &zone, Language language) {
    return timeTextAfter(now, moment, now, zone, language);
}

QString timeTextAfter(Instant told, Instant moment, Instant now, const QTimeZone &zone,
                      Language language) {
    const QString clock = ui::clockText(moment, zone);
    const QDate day = local(moment, zone).date();
    if (day == local(told, zone).date())
        return clock;
    return wantedDayText(day, local(now, zone).date(), language, DayPlace::InSentence) + u' ' +
           clock;
}

QString wantedText(Instant wanted, Instant now, const QTimeZone &zone, Language language) {
    return wantedDayText(local(wanted, zone).date(), local(now, zone).date(), language) + u' ' +
           ui::clockText(wanted, zone);
}

} // namespace soban::customer
