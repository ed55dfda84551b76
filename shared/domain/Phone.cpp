// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Phone.h"

#include <algorithm>

namespace soban {

namespace {

bool isDigit(QChar character) {
    return character >= u'0' && character <= u'9';
}

bool isBetweenDigits(QChar character) {
    return QStringView(u" -.()").contains(character);
}

} // namespace

bool isPhoneNumber(QStringView text) {
    constexpr int kFewestDigits = 3;
    const QStringView number = text.startsWith(u'+') ? text.sliced(1) : text;
    const auto digits = std::count_if(number.begin(), number.end(), isDigit);
    const auto others = std::count_if(number.begin(), number.end(), isBetweenDigits);
    return digits >= kFewestDigits && digits + others == number.size();
}

QString dialled(QStringView text) {
    QString number;
    if (!isPhoneNumber(text))
        return number;
    for (QChar character : text) {
        if (isDigit(character) || character == u'+')
            number += character;
    }
    return number;
}

} // namespace soban
