// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiClient.h"
#include "client/CommandJournal.h"

#include <deque>
#include <map>

namespace soban::client {

struct CommandQueueOptions {
    Backoff retry{std::chrono::milliseconds(500), std::chrono::milliseconds(30'000)};
    /// Servers forget keys after 30 days; then a repetition would be a second command.
    std::chrono::milliseconds maxAge = std::chrono::hours(24 * 29);
    quint32 seed = 1;
};

/// Brings commands to the server: each is stored with its key before it is first sent, and is sent
/// again with the same key and body, also after a restart, until its final answer: what the route
/// promises, or a refusal in the server's own form. Commands about
/// one order go one after the other in the order in which they were given, others side by side.
///
/// Only the commands of the account that is signed in are sent; those of others, and all when
/// nobody is signed in, are kept.
class CommandQueue : public QObject {
    Q_OBJECT

public:
    /// Takes up what the journal kept. Needs `clock` for the age of commands only.
    CommandQueue(ApiClient &api, CommandJournal &journal, const Clock &clock,
                 CommandQueueOptions options = {}, QObject *parent = nullptr);

    /// Stores and sends a command. The callback comes once, with its final answer, unless `context`
    /// or this queue has died by then; after a restart only the signals tell. Returns the command's
    /// key; none if nobody is signed in, which the callback also tells.
    template <typename Answer>
    QString submit(const Command<Answer> &command, QObject *context, Callback<Answer> callback) {
        return enqueue(
            command.what, command.subject,
            [asker = QPointer(context), callback](const Result<Answered, ApiError> &raw) {
                if (!asker)
                    return;
                if (raw)
                    callback(readAnswer<Answer>(*raw));
                else
                    callback(raw.error());
            });
    }
    /// For those who listen to the signals.
    template <typename Answer>
    QString submit(const Command<Answer> &command) {
        return enqueue(command.what, command.subject, {});
    }

    /// Takes a command back that has certainly not reached the server; false if it may have.
    bool withdraw(const QString &key);
    /// Tries at once what waits for its next try, for instance as the network has come back.
    void retryNow();
    int pending() const;
    QList<CommandRecord> pendingCommands() const;

signals:
    void commandAnswered(const QString &key, soban::contract::RouteId route,
                         const soban::client::Answered &answer);
    void commandRefused(const QString &key, soban::contract::RouteId route,
                        const soban::client::ApiError &error);
    /// Not through yet; tried again in `retryIn`, or once somebody is signed in if that is
    /// negative.
    void commandWaiting(const QString &key, soban::contract::RouteId route,
                        const soban::client::ApiError &error, std::chrono::milliseconds retryIn);

private:
    enum class Stage { Storing, Ready, Sending, Waiting };
    struct Entry {
        CommandRecord record;
        Callback<Answered> callback;
        Stage stage;
        bool mayHaveArrived;
        int failures = 0;
        quint64 wait = 0; ///< which wait it is in, so that an outdated timer is known as such
    };
    using Subject = std::deque<Entry>;
    using Subjects = std::map<QString, Subject>;

    QString enqueue(ApiCall call, std::optional<OrderId> subject, Callback<Answered> callback);
    void add(const CommandRecord &record, Callback<Answered> callback, Stage stage);
    void stored(const QString &subject, const QString &key, bool isStored);
    void pump(const QString &subject);
    void pumpAll();
    bool isForPresentAccount(const CommandRecord &record) const;
    bool isTooOld(const CommandRecord &record) const;
    void send(const QString &subject, Entry &entry);
    void settle(const QString &subject, const QString &key,
                const Result<Answered, ApiError> &answer);
    void wait(const QString &subject, Entry &entry, const ApiError &error);
    void finish(const QString &subject, const QString &key,
                const Result<Answered, ApiError> &answer);
    Entry *find(const QString &subject, const QString &key);

    ApiClient &m_api;
    CommandJournal &m_journal;
    const Clock &m_clock;
    CommandQueueOptions m_options;
    Random m_random;
    Subjects m_subjects;
    quint64 m_lastWait = 0;
};

} // namespace soban::client
