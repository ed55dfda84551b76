// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Instant.h"

#include <QDate>
#include <QList>
#include <QSet>
#include <QTimeZone>

namespace soban {

/// When a shop is open: weekly intervals and holidays, in the shop's own time zone.
class OpeningHours {
public:
    /// From `opensMinute` (inclusive) to `closesMinute` (exclusive) of a day, in minutes after
    /// local midnight. An interval past midnight belongs to the day on which it opens and has
    /// `closesMinute` above 1440.
    struct Interval {
        int weekday; ///< ISO: 1 Monday … 7 Sunday
        int opensMinute;
        int closesMinute;
        bool operator==(const Interval &) const = default;
    };

    /// Nothing when the zone is unknown, an interval is empty or out of range, or two intervals of
    /// one weekday overlap.
    static std::optional<OpeningHours> of(const QByteArray &timeZoneId, QList<Interval> intervals,
                                          QSet<QDate> holidays);

    /// A holiday closes every interval that opens on it.
    bool isOpenAt(Instant moment) const;
    /// The next moment at which the shop opens, at most two weeks ahead.
    std::optional<Instant> nextOpening(Instant after) const;

    const QTimeZone &timeZone() const { return m_zone; }
    const QList<Interval> &intervals() const { return m_intervals; }
    const QSet<QDate> &holidays() const { return m_holidays; }

private:
    OpeningHours() = default;
    bool isOpenOn(QDate day, int minute) const;
    Instant firstMomentOf(QDate day, int minute) const;

    QTimeZone m_zone;
    QList<Interval> m_intervals;
    QSet<QDate> m_holidays;
};

} // namespace soban
