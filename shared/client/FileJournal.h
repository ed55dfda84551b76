// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/CommandJournal.h"
#include "domain/Result.h"

#include <QThreadPool>

#include <memory>

namespace soban::client {

/// A journal of JSON lines in a file of one account, only ever appended to and now and then
/// rewritten with what is still kept. Writing and fsync happen on a thread of its own, in order.
/// A last line that a crash has torn is dropped: its command was never sent.
class FileJournal : public QObject, public CommandJournal {
public:
    /// Creates the file if need be (readable for its owner only). Fails, in English, if another
    /// process has it or the disk says no.
    static Result<std::unique_ptr<FileJournal>, QString> open(const QString &path);
    /// Waits until all is written.
    ~FileJournal() override;

    QList<CommandRecord> load() override;
    void append(const CommandRecord &record, QObject *context,
                std::function<void(bool)> stored) override;
    void remove(const QString &key) override;

private:
    class Writer;

    explicit FileJournal(std::unique_ptr<Writer> writer);

    std::unique_ptr<Writer> m_writer; ///< used by one thread at a time: m_thread's, once loaded
    QThreadPool m_thread;             ///< of one thread, so that its tasks run in order
};

} // namespace soban::client
