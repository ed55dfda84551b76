// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/PictureFiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace soban::desk {

namespace {

/// Evicting somewhat more than needed, so that it is not done for each picture.
constexpr double kKeepShare = 0.8;

QDateTime timeOf(Instant instant) {
    return QDateTime::fromMSecsSinceEpoch(instant.ms(), Qt::UTC);
}

} // namespace

PictureFiles::PictureFiles(QString folder, qint64 limitBytes)
    : m_folder(std::move(folder)), m_limitBytes(limitBytes) {}

QString PictureFiles::pathOf(const QString &name) const {
    // Names come from the server: none may lead out of the folder.
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha1);
    return m_folder + u'/' + QString::fromLatin1(hash.toHex());
}

std::optional<PictureFiles::Found> PictureFiles::read(const QString &name, Instant now) {
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray bytes = file.readAll();
    const auto storedAt = file.fileTime(QFileDevice::FileModificationTime);
    file.setFileTime(timeOf(now), QFileDevice::FileAccessTime);
    if (bytes.isEmpty() || !storedAt.isValid())
        return std::nullopt;
    return Found{bytes, Instant::fromMs(storedAt.toMSecsSinceEpoch())};
}

void PictureFiles::write(const QString &name, const QByteArray &bytes, Instant now) {
    const QString path = pathOf(name);
    const QMutexLocker lock(&m_mutex);
    if (m_usedBytes < 0)
        measure();
    const qint64 before = QFileInfo(path).size();
    QDir().mkpath(m_folder);
    QSaveFile fresh(path);
    if (!fresh.open(QIODevice::WriteOnly))
        return;
    fresh.write(bytes);
    if (!fresh.commit())
        return;
    QFile stored(path);
    if (stored.open(QIODevice::ReadWrite)) {
        stored.setFileTime(timeOf(now), QFileDevice::FileModificationTime);
        stored.setFileTime(timeOf(now), QFileDevice::FileAccessTime);
    }
    m_usedBytes += bytes.size() - before;
    if (m_usedBytes > m_limitBytes)
        evict();
}

void PictureFiles::measure() {
    m_usedBytes = 0;
    const QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files)
        m_usedBytes += file.size();
}

void PictureFiles::evict() {
    measure(); // other processes of the profile may have been here
    QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files);
    std::sort(files.begin(), files.end(), [](const QFileInfo &one, const QFileInfo &other) {
        return one.lastRead() < other.lastRead();
    });
    const auto target = qint64(double(m_limitBytes) * kKeepShare);
    for (const QFileInfo &file : std::as_const(files)) {
        if (m_usedBytes <= target)
            return;
        if (QFile::remove(file.filePath()))
            m_usedBytes -= file.size();
    }
}

} // namespace soban::desk
