// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/DiskJournal.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QRandomGenerator>
#include <QString>

#include <optional>

namespace soban::drill {

/// What lies in a folder: the files by their names.
using FolderContent = QMap<QByteArray, QByteArray>;

/// A disk as POSIX promises it: what was synced is there; what was not may be there, in part or not
/// at all, in any order. What became of its files is played to it from the shim's journal.
class Disk {
public:
    /// An empty one. The seed decides what a failed sync and a cut leave.
    explicit Disk(quint32 seed) : m_random(seed) {}

    /// Puts a file there for good.
    void place(const QByteArray &name, quint64 inode, const QByteArray &content);
    /// Plays the records of a journal. One that is cut off at its end did not happen.
    void play(QByteArrayView journal);
    /// What is there when the power comes back: of what was not synced nothing, all, or some whole
    /// and some torn between sectors. Ends this disk.
    FolderContent cut();

private:
    /// A write or a truncation that is not on the disk yet.
    struct Change {
        DiskOp op;
        quint64 offset;
        QByteArray data;
    };
    struct File {
        QByteArray durable;
        QList<Change> pending;
    };
    /// How much of what was pending is left, out of `kAll`.
    using Share = int;
    static constexpr Share kAll = 2;

    void play(const DiskRecordHead &head, const QByteArray &name, const QByteArray &data);
    void settle(File &file, Share share);
    void applyTorn(QByteArray &content, const Change &change);
    Share anyShare() { return int(m_random.bounded(kAll + 1)); }
    bool isLeft(Share share) { return int(m_random.bounded(kAll)) < share; }
    bool tossUp() { return isLeft(kAll / 2); }
    static void apply(QByteArray &content, const Change &change);

    QRandomGenerator m_random;
    QHash<quint64, File> m_files; ///< by inode
    QMap<QByteArray, quint64> m_names;
    QMap<QByteArray, quint64> m_durableNames;
};

/// Has a disk carry what lies in a folder now.
void placeFolder(Disk &disk, const QString &folder);
/// Makes this all that lies in a folder. The reason if it cannot.
std::optional<QString> writeFolder(const QString &folder, const FolderContent &content);

} // namespace soban::drill
