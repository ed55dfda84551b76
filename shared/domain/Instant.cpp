// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Instant.h"

namespace soban {

namespace {

bool hasDigits(QStringView text, std::initializer_list<int> positions) {
    for (int position : positions) {
        const QChar c = text[position];
        if (c < u'0' || c > u'9')
            return false;
    }
    return true;
}

/// `Z` or `±hh:mm`; QDateTime would take more spellings than RFC 3339 has.
bool endsWithOffset(QStringView text) {
    if (text.endsWith(u'Z'))
        return true;
    const QStringView tail = text.last(6);
    return (tail[0] == u'+' || tail[0] == u'-') && tail[3] == u':' && hasDigits(tail, {1, 2, 4, 5});
}

} // namespace

std::optional<Instant> Instant::fromRfc3339(QStringView text) {
    constexpr int kShortest = 20; // 2026-11-20T03:04:05Z
    constexpr int kLongest = 35;  // nine fraction digits and an offset
    if (text.size() < kShortest || text.size() > kLongest || text[10] != u'T' || text[16] != u':'
        || !hasDigits(text, {0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18})
        || !endsWithOffset(text)) {
        return std::nullopt;
    }
    const QDateTime parsed = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!parsed.isValid())
        return std::nullopt;
    return Instant(parsed.toMSecsSinceEpoch());
}

QString Instant::toRfc3339() const {
    return toUtc().toString(Qt::ISODateWithMs);
}

} // namespace soban
