// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AsciiText.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <compare>
#include <optional>

namespace soban {

/// A moment, in milliseconds since 1970 UTC. It has no time zone, so it cannot have the wrong one.
class Instant {
public:
    static constexpr Instant fromMs(qint64 msSinceEpoch) { return Instant(msSinceEpoch); }
    /// RFC 3339 with an offset or `Z`, in capitals; whole milliseconds are kept of a fraction of up
    /// to nine digits.
    static std::optional<Instant> fromRfc3339(QStringView text);

    constexpr qint64 ms() const { return m_ms; }
    /// Always UTC with milliseconds: `2026-11-20T03:04:05.678Z`; empty outside of the years 1 to
    /// 9999.
    QString toRfc3339() const { return rfc3339().view(); }
    AsciiText<24> rfc3339() const;
    QDateTime toUtc() const { return QDateTime::fromMSecsSinceEpoch(m_ms, Qt::UTC); }

    constexpr Instant operator+(std::chrono::milliseconds span) const {
        return Instant(m_ms + span.count());
    }
    constexpr Instant operator-(std::chrono::milliseconds span) const {
        return Instant(m_ms - span.count());
    }
    constexpr std::chrono::milliseconds operator-(Instant earlier) const {
        return std::chrono::milliseconds(m_ms - earlier.m_ms);
    }
    constexpr auto operator<=>(const Instant &) const = default;

private:
    explicit constexpr Instant(qint64 ms) : m_ms(ms) {}

    qint64 m_ms;
};

} // namespace soban
