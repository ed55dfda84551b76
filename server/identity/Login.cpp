// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/Login.h"

#include <QList>

#include <algorithm>

namespace soban::identity {

std::optional<Login> Login::from(const QString &typed) {
    // Folding can take a text out of NFC, so it is composed again at the end.
    const QString text = typed.trimmed()
                             .normalized(QString::NormalizationForm_C)
                             .toCaseFolded()
                             .normalized(QString::NormalizationForm_C);
    const auto codePoints = text.toUcs4();
    const bool isPrintable =
        text.isValidUtf16() && std::all_of(codePoints.begin(), codePoints.end(), [](char32_t c) {
            return QChar::isPrint(c) && !QChar::isSpace(c);
        });
    if (!isPrintable || text.size() < kShortest || text.size() > kLongest)
        return std::nullopt;
    return Login(text);
}

} // namespace soban::identity
