// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/OpeningHours.h"

#include <algorithm>

namespace soban {

namespace {

constexpr int kMinutesPerDay = 24 * 60;

bool isSound(const OpeningHours::Interval &interval) {
    return interval.weekday >= 1 && interval.weekday <= 7 && interval.opensMinute >= 0 &&
           interval.opensMinute < kMinutesPerDay && interval.closesMinute > interval.opensMinute &&
           interval.closesMinute <= interval.opensMinute + kMinutesPerDay;
}

bool overlapWithinDays(const QList<OpeningHours::Interval> &sorted) {
    for (qsizetype i = 1; i < sorted.size(); ++i) {
        if (sorted[i].weekday == sorted[i - 1].weekday &&
            sorted[i].opensMinute < sorted[i - 1].closesMinute) {
            return true;
        }
    }
    return false;
}

} // namespace

std::optional<OpeningHours> OpeningHours::of(const QByteArray &timeZoneId,
                                             QList<Interval> intervals, QSet<QDate> holidays) {
    OpeningHours hours;
    hours.m_zone = QTimeZone(timeZoneId);
    std::sort(intervals.begin(), intervals.end(), [](const Interval &a, const Interval &b) {
        return std::pair(a.weekday, a.opensMinute) < std::pair(b.weekday, b.opensMinute);
    });
    // Without a name QTimeZone would mean the machine's own zone.
    if (timeZoneId.isEmpty() || !hours.m_zone.isValid() ||
        !std::all_of(intervals.cbegin(), intervals.cend(), isSound) ||
        overlapWithinDays(intervals)) {
        return std::nullopt;
    }
    hours.m_intervals = std::move(intervals);
    hours.m_holidays = std::move(holidays);
    return hours;
}

bool OpeningHours::isOpenOn(QDate day, int minute) const {
    if (m_holidays.contains(day))
        return false;
    return std::any_of(m_intervals.cbegin(), m_intervals.cend(), [&](const Interval &interval) {
        return interval.weekday == day.dayOfWeek() && minute >= interval.opensMinute &&
               minute < interval.closesMinute;
    });
}

bool OpeningHours::isOpenAt(Instant moment) const {
    const QDateTime local = moment.toUtc().toTimeZone(m_zone);
    const int minute = local.time().hour() * 60 + local.time().minute();
    return isOpenOn(local.date(), minute) ||
           isOpenOn(local.date().addDays(-1), minute + kMinutesPerDay);
}

/// The first moment at which the zone's clocks show that time, or a later one where the change to
/// summer time leaves it out.
Instant OpeningHours::firstMomentOf(QDate day, int minute) const {
    const QDateTime shown(day, QTime(minute / 60, minute % 60), Qt::UTC);
    const auto under = [&](const QDateTime &moment) {
        return shown.addSecs(-m_zone.offsetFromUtc(moment));
    };
    const QDateTime before = under(shown.addDays(-1));
    const QDateTime after = under(shown.addDays(1));
    for (const QDateTime &candidate : {before, after}) {
        if (under(candidate) == candidate)
            return Instant::fromMs(candidate.toMSecsSinceEpoch());
    }
    return Instant::fromMs(m_zone.nextTransition(after).atUtc.toMSecsSinceEpoch());
}

std::optional<Instant> OpeningHours::nextOpening(Instant after) const {
    constexpr int kDaysAhead = 14;
    const QDate today = after.toUtc().toTimeZone(m_zone).date();
    for (int ahead = 0; ahead <= kDaysAhead; ++ahead) {
        const QDate day = today.addDays(ahead);
        if (m_holidays.contains(day))
            continue;
        for (const Interval &interval : m_intervals) {
            if (interval.weekday != day.dayOfWeek())
                continue;
            const Instant opening = firstMomentOf(day, interval.opensMinute);
            if (opening > after)
                return opening;
        }
    }
    return std::nullopt;
}

} // namespace soban
