// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <limits>
#include <optional>

namespace soban {

/// Where a page of reviews ended: the moment and the order of its last one.
struct ReviewCursor {
    qint64 writtenAtMs = std::numeric_limits<qint64>::max();
    qint64 order = std::numeric_limits<qint64>::max();

    QString toText() const { return QStringLiteral("%1.%2").arg(writtenAtMs).arg(order); }
    /// Accepts only what `toText` gives.
    static std::optional<ReviewCursor> fromText(const QString &text) {
        const ReviewCursor cursor{text.section(u'.', 0, 0).toLongLong(),
                                  text.section(u'.', 1).toLongLong()};
        return cursor.toText() == text ? std::optional(cursor) : std::nullopt;
    }
};

} // namespace soban
