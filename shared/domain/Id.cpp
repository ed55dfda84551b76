// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Id.h"

#include <QLatin1StringView>

#include <cstring>
#include <limits>

namespace soban::detail {

namespace {
constexpr char kDigits[] = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int kLength = 13; // 13 × 5 bits hold the 63 of a positive number
} // namespace

IdText idToText(const char *prefix, qint64 value) {
    IdText text;
    text.append(prefix).append('_');
    for (int digit = kLength - 1; digit >= 0; --digit)
        text.append(kDigits[(static_cast<quint64>(value) >> (5 * digit)) & 31]);
    return text;
}

std::optional<qint64> idFromText(const char *prefix, QStringView text) {
    const QLatin1StringView head(prefix);
    if (text.size() != head.size() + 1 + kLength || !text.startsWith(head) ||
        text[head.size()] != u'_') {
        return std::nullopt;
    }
    quint64 value = 0;
    for (QChar digit : text.sliced(head.size() + 1)) {
        const char latin = digit.toLatin1();
        const char *found = latin ? std::strchr(kDigits, latin) : nullptr;
        if (!found || value > (quint64(std::numeric_limits<qint64>::max()) >> 5))
            return std::nullopt;
        value = (value << 5) | quint64(found - kDigits);
    }
    return static_cast<qint64>(value);
}

} // namespace soban::detail
