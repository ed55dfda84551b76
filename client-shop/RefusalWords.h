// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Money.h"

#include <QCoreApplication>

namespace soban::shop_app {

/// Bounds of the contract, for those who type.
constexpr int kLongestName = 80;
constexpr int kLongestDescription = 500;
constexpr int kLongestThanks = 300;
constexpr qint64 kHighestPrice = 1'000'000'000;
constexpr int kHighestStock = 1'000'000;

/// What is wrong with something that was entered, said at its field.
class RefusalWords {
    Q_DECLARE_TR_FUNCTIONS(soban::shop_app::RefusalWords)

public:
    static QString ofName();
    static QString ofLength(int most);
    static QString ofAmount(Currency currency);
    static QString ofCount(int least, int most);
};

} // namespace soban::shop_app
