// SPDX-License-Identifier: GPL-3.0-or-later
// When a shop is open, and when it may be asked to bring something.
#pragma once

#include "contract/Catalogue.h"

namespace soban::customer {

/// The hours as the domain has them; nothing if they make no sense. Holidays are the server's.
std::optional<OpeningHours> hoursOf(const contract::ShopView &shop);

/// When a shop that is open now closes; nothing if it is closed, or does not close within days.
std::optional<Instant> closingTime(const OpeningHours &hours, Instant now);

/// A day on which something may be wanted, in the shop's time.
struct WantedDay {
    QDate day;
    QList<Instant> times; ///< at least one, every half hour
};

/// The days and times from `earliest` on, within the shop's hours, as far ahead as one may order.
QList<WantedDay> wantedDays(const OpeningHours &hours, Instant earliest);

/// Which of a day's times to begin with: today the first, on any other day one at which people are
/// up, from noon on, as far as there is one.
int firstOffer(const WantedDay &day, QDate today, const QTimeZone &zone);
/// Which of a day's times is nearest to `time`.
int nearestOffer(const WantedDay &day, QTime time, const QTimeZone &zone);

/// How a day begins: by itself, or within a sentence.
enum class DayPlace { Alone, InSentence };

/// "Today 15:00", "Fri 27 Nov 15:00", seen from `now`.
QString wantedText(Instant wanted, Instant now, const QTimeZone &zone, Language language);
/// The same without the time.
QString wantedDayText(QDate day, QDate today, Language language, DayPlace place = DayPlace::Alone);
/// The day of a moment, within a sentence; empty for the day of `now`.
QString otherDayText(Instant moment, Instant now, const QTimeZone &zone, Language language);
/// "15:00"; on another day than that of `now` "tomorrow 15:00", within a sentence.
QString timeText(Instant moment, Instant now, const QTimeZone &zone, Language language);
/// The same beside another time: the day only where it is not the day of `told`.
QString timeTextAfter(Instant told, Instant moment, Instant now, const QTimeZone &zone,
                      Language language);

} // namespace soban::customer
