// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Disk.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstring>
#include <utility>

#include <sys/stat.h>

namespace soban::drill {

namespace {

constexpr qsizetype kSectorBytes = 512;

void makeAtLeast(QByteArray &content, qsizetype size) {
    if (content.size() < size)
        content.append(QByteArray(size - content.size(), '\0'));
}

void write(QByteArray &content, qsizetype offset, QByteArrayView data) {
    makeAtLeast(content, offset + data.size());
    std::copy(data.begin(), data.end(), content.begin() + offset);
}

} // namespace

void Disk::place(const QByteArray &name, quint64 inode, const QByteArray &content) {
    m_files[inode] = {content, {}};
    m_names[name] = inode;
    m_durableNames[name] = inode;
}

void Disk::play(QByteArrayView journal) {
    constexpr auto kHeadBytes = qsizetype(sizeof(DiskRecordHead));
    while (journal.size() >= kHeadBytes) {
        DiskRecordHead head{};
        std::memcpy(&head, journal.data(), sizeof head);
        const auto nameBytes = qsizetype(head.nameBytes);
        const auto dataBytes = qsizetype(head.dataBytes);
        if (journal.size() < kHeadBytes + nameBytes + dataBytes)
            return;
        journal = journal.sliced(kHeadBytes);
        play(head, journal.first(nameBytes).toByteArray(),
             journal.sliced(nameBytes, dataBytes).toByteArray());
        journal = journal.sliced(nameBytes + dataBytes);
    }
}

void Disk::play(const DiskRecordHead &head, const QByteArray &name, const QByteArray &data) {
    switch (head.op) {
    case DiskOp::Write:
    case DiskOp::Truncate:
        m_names[name] = head.inode;
        m_files[head.inode].pending.append({head.op, head.offset, data});
        return;
    case DiskOp::Sync:
        return settle(m_files[head.inode], kAll);
    case DiskOp::SyncFailed:
        // The kernel takes what it could not write for written: a later sync does not try again.
        return settle(m_files[head.inode], anyShare());
    case DiskOp::Remove:
        m_names.remove(name);
        return;
    case DiskOp::SyncFolder:
        m_durableNames = m_names;
        return;
    }
}

FolderContent Disk::cut() {
    const Share share = anyShare();
    FolderContent left;
    const auto keep = [&](const QByteArray &name, quint64 inode) {
        settle(m_files[inode], share);
        left.insert(name, m_files[inode].durable);
    };
    QMap<QByteArray, quint64> known = m_durableNames;
    known.insert(m_names);
    for (const QByteArray &name : known.keys()) {
        const auto &names = tossUp() ? m_names : m_durableNames;
        if (names.contains(name))
            keep(name, names.value(name));
    }
    return left;
}

void Disk::settle(File &file, Share share) {
    for (const Change &change : std::exchange(file.pending, {})) {
        const bool isWhole = share == kAll || (isLeft(share) && tossUp());
        if (isWhole)
            apply(file.durable, change);
        else if (isLeft(share))
            applyTorn(file.durable, change);
    }
}

void Disk::apply(QByteArray &content, const Change &change) {
    if (change.op == DiskOp::Write)
        return write(content, qsizetype(change.offset), change.data);
    makeAtLeast(content, qsizetype(change.offset));
    content.truncate(qsizetype(change.offset));
}

/// Some of the sectors, whichever.
void Disk::applyTorn(QByteArray &content, const Change &change) {
    if (change.op != DiskOp::Write)
        return;
    const auto offset = qsizetype(change.offset);
    const qsizetype end = offset + change.data.size();
    for (qsizetype at = offset; at < end;) {
        const qsizetype next = std::min(end, (at / kSectorBytes + 1) * kSectorBytes);
        if (tossUp())
            write(content, at, QByteArrayView(change.data).sliced(at - offset, next - at));
        at = next;
    }
}

void placeFolder(Disk &disk, const QString &folder) {
    const QDir dir(folder);
    for (const QString &name : dir.entryList(QDir::Files)) {
        const QByteArray path = QFile::encodeName(dir.filePath(name));
        struct stat facts {};
        QFile file(dir.filePath(name));
        if (::stat(path.constData(), &facts) == 0 && file.open(QIODevice::ReadOnly))
            disk.place(QFile::encodeName(name), facts.st_ino, file.readAll());
    }
}

std::optional<QString> writeFolder(const QString &folder, const FolderContent &content) {
    const QDir dir(folder);
    for (const QString &name : dir.entryList(QDir::Files))
        QFile::remove(dir.filePath(name));
    for (const auto &[name, bytes] : content.asKeyValueRange()) {
        QFile file(dir.filePath(QFile::decodeName(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
            return QStringLiteral("%1: %2").arg(file.fileName(), file.errorString());
    }
    return std::nullopt;
}

} // namespace soban::drill
