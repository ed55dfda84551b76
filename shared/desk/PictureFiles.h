// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Instant.h"

#include <QByteArray>
#include <QMutex>
#include <QString>

#include <optional>

namespace soban::desk {

/// Pictures kept on disk, up to a size; those that were looked at longest ago go first. For any
/// thread but the one that paints: everything here waits for the disk.
class PictureFiles {
public:
    PictureFiles(QString folder, qint64 limitBytes);

    struct Found {
        QByteArray bytes;
        Instant storedAt;
    };
    /// Also marks it as looked at.
    std::optional<Found> read(const QString &name, Instant now);
    /// A disk that says no is no fault: then the picture is loaded again another time.
    void write(const QString &name, const QByteArray &bytes, Instant now);

private:
    QString pathOf(const QString &name) const;
    void measure();
    void evict();

    QString m_folder;
    qint64 m_limitBytes;
    QMutex m_mutex;          ///< for what follows
    qint64 m_usedBytes = -1; ///< not measured yet
};

} // namespace soban::desk
