// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/PowerCut.h"

#include "storage/Database.h"

#include <QDir>
#include <QFile>

namespace soban::drill {

namespace {

QString variable(const char *name) {
    return QString::fromLatin1(name);
}

QString sqliteFileIn(const QString &folder) {
    return QDir(folder).filePath(QDir(folder).entryList({QStringLiteral("*.sqlite")}).value(0));
}

} // namespace

PowerCut::PowerCut(const DiskPlaces &places, Synchronous synchronous, quint32 seed)
    : m_places(places), m_synchronous(synchronous), m_seeds(seed) {}

QMap<QString, QString> PowerCut::environment() const {
    QMap<QString, QString> variables{{QStringLiteral("LD_PRELOAD"), m_places.shim},
                                     {variable(kFolderVariable), m_places.folder},
                                     {variable(kJournalVariable), m_places.journal}};
    if (m_synchronous == Synchronous::Normal)
        variables.insert(variable(kNormalVariable), QStringLiteral("yes"));
    return variables;
}

Fault PowerCut::prepare() {
    QFile::remove(m_places.journal);
    m_disk.emplace(m_seeds.generate());
    placeFolder(*m_disk, m_places.folder);
    return std::nullopt;
}

Fault PowerCut::strike(const Scene &scene) {
    killAtWork(scene);
    return std::nullopt;
}

Fault PowerCut::clearUp() {
    QFile journal(m_places.journal);
    // None was begun if nothing was written. (If the shim was not there, all will be missing.)
    if (journal.exists() && !journal.open(QIODevice::ReadOnly))
        return journal.errorString();
    if (journal.isOpen())
        m_disk->play(journal.readAll());
    const FolderContent left = m_disk->cut();
    const Fault fault = checkIntegrity(left);
    return fault ? fault : writeFolder(m_places.folder, left);
}

/// On a copy: a look would leave the file in better order than the server is to find it in.
Fault PowerCut::checkIntegrity(const FolderContent &content) const {
    if (const auto fault = writeFolder(m_places.copy, content))
        return fault;
    try {
        storage::Database database(storage::SqliteFile{sqliteFileIn(m_places.copy)},
                                   storage::Access::ReadWrite);
        storage::Rows answer = database.query("PRAGMA integrity_check");
        const bool isAnswered = answer.next();
        const QString verdict = isAnswered ? answer.text(0) : QString();
        return verdict == u"ok" ? Fault()
                                : Fault(QStringLiteral("integrity_check says ") + verdict);
    } catch (const storage::StorageError &error) {
        return QString::fromUtf8(error.what());
    }
}

} // namespace soban::drill
