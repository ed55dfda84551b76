// SPDX-License-Identifier: GPL-3.0-or-later
// A telephone number as a person types it.
#pragma once

#include <QValidator>

namespace soban::customer {

/// Takes what numbers are written with (digits, +, space and -) and drops the rest, also of what is
/// pasted: nothing else can be typed.
class PhoneValidator : public QValidator {
    Q_OBJECT

public:
    using QValidator::QValidator;

    State validate(QString &input, int &position) const override;
};

/// Whether it can be called: it has the digits of a whole number.
bool isWholePhone(const QString &typed);
/// "010- 1234 -5678" in its form, "010-1234-5678"; one of another land stays as it is spaced.
QString tidyPhone(const QString &typed);

} // namespace soban::customer
