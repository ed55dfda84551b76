// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/OpeningHours.h"
#include "domain/Text.h"

#include <QCoreApplication>

namespace soban::shop_app {

/// A stretch of days without opening.
struct HolidaySpan {
    QDate first;
    int days;
    QDate last() const { return first.addDays(days - 1); }
    bool operator==(const HolidaySpan &) const = default;
};

/// Opening hours and holidays as people write and read them.
class HoursText {
    Q_DECLARE_TR_FUNCTIONS(soban::shop_app::HoursText)

public:
    using Interval = OpeningHours::Interval;

    /// "9", "930", "09:30" and "24:00" in minutes of a day; nothing if it is no time.
    static std::optional<int> minuteOf(const QString &text);
    /// "09:30"; past midnight as the clock shows it then.
    static QString clockOf(int minute);
    /// One that closes before it opens does so on the next day. Nothing where a time is none.
    static std::optional<Interval> intervalOf(int weekday, const QString &opens,
                                              const QString &closes);
    /// "11:00 – 14:30 · 17:00 – 02:00"; "Closed" without any.
    static QString dayOf(const QList<Interval> &hours, int weekday);
    static QString intervalText(const Interval &interval);
    static QList<Interval> of(const QList<Interval> &hours, int weekday);
    /// All hours, with those of one weekday replaced.
    static QList<Interval> with(const QList<Interval> &hours, int weekday,
                                const QList<Interval> &ofDay);

    /// Days in their order that follow each other, as one.
    static QList<HolidaySpan> spansOf(QList<QDate> holidays);
    static QString spanText(const HolidaySpan &span, Language language);
};

} // namespace soban::shop_app
