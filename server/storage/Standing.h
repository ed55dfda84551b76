// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace soban::storage {

/// How far what servers tell each other goes: the last number of an event, and of the news of
/// sessions.
struct Standing {
    qint64 events = 0;
    qint64 sessions = 0;

    /// Whether whoever knows all up to here knows all up to `other`.
    bool covers(const Standing &other) const {
        return events >= other.events && sessions >= other.sessions;
    }
    bool operator==(const Standing &) const = default;
};

} // namespace soban::storage

Q_DECLARE_METATYPE(soban::storage::Standing)
