// SPDX-License-Identifier: GPL-3.0-or-later
// How amounts, times and distances are written, in the language of `Look`.
#pragma once

#include "domain/Instant.h"
#include "domain/Money.h"
#include "domain/Text.h"

#include <QString>

#include <chrono>

class QTimeZone;

namespace soban::ui {

/// "₩12,000", "−₩500"; the currency's own digits, ISO code in front where there is no sign.
QString moneyText(const Money &money);
/// With a plus: what an option adds.
QString surchargeText(const Money &money);

/// "19:32" in the place's time.
QString clockText(Instant moment, const QTimeZone &zone);
/// "11월 14일", "14 Nov"; "오늘"/"Today" and "어제"/"Yesterday" seen from `now`.
QString dayText(Instant moment, Instant now, const QTimeZone &zone, Language language);
/// Day and clock.
QString momentText(Instant moment, Instant now, const QTimeZone &zone, Language language);

/// "120 m" to the nearest ten, "1.2 km" from one kilometre on.
QString distanceText(int meters);

/// "8분", "1시간 5분"; "8 min", "1 h 5 min"; less than a minute counts as one.
QString spanText(std::chrono::milliseconds span, Language language);
/// A stopwatch: "0:42", "14:30", "1:02:05".
QString stopwatchText(std::chrono::milliseconds span);

/// "4.8"; empty without reviews.
QString meanText(int starSum, int reviewCount);

/// "010-2048-7731" of Korean digits; others as they are.
QString phoneText(const QString &phone);

} // namespace soban::ui
