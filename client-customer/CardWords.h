// SPDX-License-Identifier: GPL-3.0-or-later
// How a payment card is named. The provider tells the issuer in Korean and by its short name, and
// the number with most of its digits covered.
#pragma once

#include "domain/Text.h"

#include <QString>

namespace soban::customer {

/// "현대카드", "Hyundai Card"; an issuer that is not known keeps its name.
QString cardName(const QString &issuer, Language language);
/// "···· 1234": the last four signs of a number; the provider may have covered one of them, too.
QString cardNumber(const QString &masked);

} // namespace soban::customer
