// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/FileJournal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QLoggingCategory>
#include <QPointer>
#include <QSaveFile>

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

namespace soban::client {

namespace {

Q_LOGGING_CATEGORY(journalLog, "soban.client.journal")

constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
/// Dead lines that are put up with before the file is rewritten.
constexpr int kCompactAfter = 200;

/// A new name is durable only once its directory is.
void syncDirectoryOf(const QString &path) {
    const QByteArray directory = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(directory.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

} // namespace

/// The file itself; knows nothing of threads.
class FileJournal::Writer {
public:
    explicit Writer(const QString &path) : m_file(path), m_lock(path + QStringLiteral(".lock")) {
        m_lock.setStaleLockTime(0); // a lock is stale when its process has died, not by age
    }

    /// An error in English, or empty.
    QString open() {
        QDir().mkpath(QFileInfo(m_file).absolutePath());
        if (!m_lock.tryLock())
            return QStringLiteral("%1 is in use").arg(m_file.fileName());
        if (m_file.exists() && !readAll())
            return m_file.errorString();
        return rewrite() ? QString() : m_file.errorString();
    }

    QList<CommandRecord> records() const { return m_kept; }

    bool append(const CommandRecord &record) {
        if (!writeLine(toJournalLine(record), true))
            return false;
        m_kept.append(record);
        return true;
    }

    void remove(const QString &key) {
        forget(key);
        m_deadLines += 2;
        const bool isDue = m_deadLines >= kCompactAfter && m_deadLines > 2 * m_kept.size();
        if (!isDue || !rewrite())
            writeLine(toJournalLine(key), false);
    }

private:
    void forget(const QString &key) {
        m_kept.removeIf([&key](const CommandRecord &record) { return record.call.key == key; });
    }

    bool readAll() {
        if (!m_file.open(QIODevice::ReadOnly))
            return false;
        int lineNumber = 0;
        while (!m_file.atEnd()) {
            ++lineNumber;
            const QByteArray text = m_file.readLine();
            auto line = text.endsWith('\n') ? fromJournalLine(text) : std::nullopt;
            if (!line)
                qCWarning(journalLog, "line %d of the command journal is damaged", lineNumber);
            else if (line->added)
                m_kept.append(*std::move(line->added));
            else
                forget(line->removedKey);
        }
        m_file.close();
        return true;
    }

    bool rewrite() {
        QSaveFile fresh(m_file.fileName());
        if (!fresh.open(QIODevice::WriteOnly))
            return false;
        fresh.setPermissions(kOwnerOnly);
        for (const CommandRecord &record : std::as_const(m_kept))
            fresh.write(toJournalLine(record) + '\n');
        if (!fresh.commit()) // which syncs the file
            return false;
        syncDirectoryOf(m_file.fileName());
        m_deadLines = 0;
        m_file.close();
        return m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
    }

    bool writeLine(const QByteArray &line, bool isDurable) {
        if (m_isTorn && !mend())
            return false;
        const qint64 before = m_file.size();
        const bool isWritten = m_file.write(line + '\n') == line.size() + 1 &&
                               (!isDurable || ::fdatasync(m_file.handle()) == 0);
        if (!isWritten) {
            qCWarning(journalLog, "the command journal cannot be written: %s",
                      qUtf8Printable(m_file.errorString()));
            m_isTorn = !m_file.resize(before);
        }
        return isWritten;
    }

    /// Half a line stands at the end: nothing may follow it.
    bool mend() {
        m_isTorn = !rewrite();
        return !m_isTorn;
    }

    QFile m_file;
    QLockFile m_lock;
    QList<CommandRecord> m_kept;
    int m_deadLines = 0;
    bool m_isTorn = false;
};

FileJournal::FileJournal(std::unique_ptr<Writer> writer) : m_writer(std::move(writer)) {
    m_thread.setMaxThreadCount(1);
}

FileJournal::~FileJournal() {
    m_thread.waitForDone();
}

Result<std::unique_ptr<FileJournal>, QString> FileJournal::open(const QString &path) {
    auto writer = std::make_unique<Writer>(path);
    if (const QString error = writer->open(); !error.isEmpty())
        return error;
    return std::unique_ptr<FileJournal>(new FileJournal(std::move(writer)));
}

QList<CommandRecord> FileJournal::load() {
    m_thread.waitForDone();
    return m_writer->records();
}

void FileJournal::append(const CommandRecord &record, QObject *context,
                         std::function<void(bool)> stored) {
    m_thread.start([this, record, asker = QPointer(context), stored = std::move(stored)] {
        const bool isStored = m_writer->append(record);
        // Back through this object, which outlives the task; the asker is only looked at there.
        const auto tell = [asker, stored, isStored] {
            if (asker)
                stored(isStored);
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void FileJournal::remove(const QString &key) {
    m_thread.start([this, key] { m_writer->remove(key); });
}

} // namespace soban::client
