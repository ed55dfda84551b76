// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/PhoneInput.h"

#include "ui/Formats.h"

#include <algorithm>

namespace soban::customer {

namespace {

/// "1588-1234" is the shortest that people are called at.
constexpr int kFewestDigits = 8;

bool isDigit(QChar sign) {
    return sign >= u'0' && sign <= u'9';
}

bool isOfPhone(QChar sign) {
    return isDigit(sign) || sign == u'+' || sign == u' ' || sign == u'-';
}

} // namespace

QValidator::State PhoneValidator::validate(QString &input, int &position) const {
    QString kept;
    int before = 0;
    for (int i = 0; i < input.size(); ++i) {
        if (!isOfPhone(input.at(i)))
            continue;
        kept.append(input.at(i));
        before += i < position;
    }
    input = kept;
    position = before;
    return Acceptable;
}

bool isWholePhone(const QString &typed) {
    return std::count_if(typed.cbegin(), typed.cend(), isDigit) >= kFewestDigits;
}

QString tidyPhone(const QString &typed) {
    const QString spaced = typed.simplified();
    if (!spaced.startsWith(u'0'))
        return spaced;
    QString digits = spaced;
    digits.removeIf([](QChar sign) { return !isDigit(sign); });
    return ui::phoneText(digits);
}

} // namespace soban::customer
