// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiCall.h"
#include "domain/Instant.h"

#include <functional>

namespace soban::client {

/// A command as it is kept until its final answer.
struct CommandRecord {
    ApiCall call;      ///< with its key and trace
    AccountId account; ///< who gave it: keys mean something only within one account
    std::optional<OrderId> subject;
    Instant storedAt;
};

/// Where commands are kept. All calls come from one thread.
class CommandJournal {
public:
    virtual ~CommandJournal() = default;

    /// What is kept, in the order of storing. To be called before the first `append`.
    virtual QList<CommandRecord> load() = 0;
    /// Calls back, now or later and in the caller's thread, when the record survives a power cut;
    /// with false when it could not be stored. Not after `context` has died.
    virtual void append(const CommandRecord &record, QObject *context,
                        std::function<void(bool)> stored) = 0;
    /// If this gets lost, the command is sent again with its key, and answered as before.
    virtual void remove(const QString &key) = 0;
};

/// Keeps nothing: for processes whose commands need not survive them, such as the replay.
class MemoryJournal : public CommandJournal {
public:
    QList<CommandRecord> load() override { return {}; }
    void append(const CommandRecord &, QObject *, std::function<void(bool)> stored) override {
        stored(true);
    }
    void remove(const QString &) override {}
};

/// One line of a journal file, without the line break, and back; nothing if it is damaged or
/// names a route that this version does not know.
QByteArray toJournalLine(const CommandRecord &record);
QByteArray toJournalLine(const QString &removedKey);

struct JournalLine {
    std::optional<CommandRecord> added;
    QString removedKey; ///< if nothing was added
};
std::optional<JournalLine> fromJournalLine(QByteArrayView line);

} // namespace soban::client
