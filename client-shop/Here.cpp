// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/Here.h"

#include "ui/Formats.h"

#include <QLocale>

namespace soban::shop_app {

using namespace ui;

QString Here::clock(Instant at) const {
    return clockText(at, zone);
}

QString Here::moment(Instant at, Language language) const {
    const QDate day = dayOf(at);
    if (std::abs(today().daysTo(day)) <= 1)
        return momentText(at, now, zone, language);
    // Further off, people go by the day of the week.
    return language == Language::Korean
               ? QLocale(QLocale::Korean).toString(day, QStringLiteral("M월 d일 (ddd) ")) +
                     clock(at)
               : QLocale(QLocale::English).toString(day, QStringLiteral("ddd d MMM, ")) + clock(at);
}

QString Here::shortMoment(Instant at, Language language) const {
    return dayOf(at) == today() ? clock(at) : momentWithin(at, language);
}

QString Here::momentWithin(Instant at, Language language) const {
    QString words = moment(at, language);
    if (std::abs(today().daysTo(dayOf(at))) <= 1)
        words[0] = words.at(0).toLower();
    return words;
}

} // namespace soban::shop_app
