// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/RefusalWords.h"

#include "ui/Formats.h"

#include <QLocale>

namespace soban::shop_app {

QString RefusalWords::ofName() {
    return tr("Write 1 to %1 characters.").arg(kLongestName);
}

QString RefusalWords::ofLength(int most) {
    return tr("At most %1 characters.").arg(most);
}

QString RefusalWords::ofAmount(Currency currency) {
    const auto most = Money::of(kHighestPrice, currency);
    return tr("Write an amount from 0 to %1.").arg(most ? ui::moneyText(*most) : QString());
}

QString RefusalWords::ofCount(int least, int most) {
    const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return tr("Write a whole number from %1 to %2.")
        .arg(locale.toString(least), locale.toString(most));
}

} // namespace soban::shop_app
