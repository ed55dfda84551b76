// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/CommandQueue.h"

#include "client/Promise.h"
#include "client/RandomId.h"

#include <algorithm>

namespace soban::client {

namespace {

constexpr std::chrono::milliseconds kUntilSignedIn{-1};

/// Commands with the same name go in order. One that is about no order has a name of its own.
QString subjectName(const CommandRecord &record) {
    return record.subject ? record.subject->toText() : record.call.key;
}

ApiError notDone(const QString &why, bool mayHaveArrived) {
    return {mayHaveArrived ? ApiError::Kind::Unknown : ApiError::Kind::NotSent, 0, {}, {}, why};
}

/// What came back, unless it cannot have come from the server.
Result<Answered, ApiError> trusted(contract::RouteId route,
                                   const Result<Answered, ApiError> &answer) {
    if (answer) {
        if (const auto error = brokenPromise(route, *answer))
            return *error;
    }
    return answer;
}

/// Only the server's own word ends a command.
bool isFinal(const Result<Answered, ApiError> &answer) {
    if (answer)
        return true;
    const ApiError &error = answer.error();
    return error.kind == ApiError::Kind::Refused && !error.isPassing() &&
           !error.isUnauthenticated();
}

} // namespace

CommandQueue::CommandQueue(ApiClient &api, CommandJournal &journal, const Clock &clock,
                           CommandQueueOptions options, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_journal(journal)
    , m_clock(clock)
    , m_options(options)
    , m_random(randomOf(options.seed)) {
    connect(&api.session(), &Session::signedIn, this, &CommandQueue::pumpAll);
    for (const CommandRecord &record : m_journal.load())
        add(record, {}, Stage::Ready);
    // Later, so that the owner can connect to the signals first.
    QMetaObject::invokeMethod(this, &CommandQueue::pumpAll, Qt::QueuedConnection);
}

QString CommandQueue::enqueue(ApiCall call, std::optional<OrderId> subject,
                              Callback<Answered> callback) {
    // A PUT says how something shall be, so that it can be repeated without a key.
    Q_ASSERT(contract::route(call.route).takesKey ||
             contract::route(call.route).method == contract::HttpMethod::Put);
    const auto account = m_api.session().account();
    if (!account) {
        const auto tell = [callback = std::move(callback)] {
            if (callback)
                callback(ApiError::notSignedIn());
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
        return {};
    }
    if (call.key.isEmpty())
        call.key = newIdempotencyKey();
    if (call.traceparent.isEmpty())
        call.traceparent = newTraceparent();
    const CommandRecord record{std::move(call), account->id, subject, m_clock.now()};
    add(record, std::move(callback), Stage::Storing);
    const QString key = record.call.key;
    m_journal.append(record, this, [this, name = subjectName(record), key](bool isStored) {
        stored(name, key, isStored);
    });
    return key;
}

void CommandQueue::add(const CommandRecord &record, Callback<Answered> callback, Stage stage) {
    // Of a command of an earlier run nobody knows whether it was sent.
    const bool mayHaveArrived = stage == Stage::Ready;
    m_subjects[subjectName(record)].push_back(
        Entry{record, std::move(callback), stage, mayHaveArrived});
}

void CommandQueue::stored(const QString &subject, const QString &key, bool isStored) {
    Entry *entry = find(subject, key);
    if (!entry)
        return;
    if (!isStored) {
        finish(subject, key,
               notDone(QStringLiteral("the command could not be stored on this machine"), false));
        return;
    }
    entry->stage = Stage::Ready;
    pump(subject);
}

CommandQueue::Entry *CommandQueue::find(const QString &subject, const QString &key) {
    const auto found = m_subjects.find(subject);
    if (found == m_subjects.end())
        return nullptr;
    const auto entry = std::find_if(found->second.begin(), found->second.end(),
                                    [&key](const Entry &e) { return e.record.call.key == key; });
    return entry == found->second.end() ? nullptr : &*entry;
}

bool CommandQueue::isForPresentAccount(const CommandRecord &record) const {
    const auto account = m_api.session().account();
    return account && account->id == record.account;
}

bool CommandQueue::isTooOld(const CommandRecord &record) const {
    return m_clock.now() - record.storedAt > m_options.maxAge;
}

void CommandQueue::pump(const QString &subject) {
    const auto found = m_subjects.find(subject);
    if (found == m_subjects.end())
        return;
    Entry &next = found->second.front();
    if (next.stage != Stage::Ready || !isForPresentAccount(next.record))
        return;
    if (isTooOld(next.record)) {
        finish(subject, next.record.call.key,
               notDone(QStringLiteral("the command is too old"), next.mayHaveArrived));
        return;
    }
    send(subject, next);
}

void CommandQueue::pumpAll() {
    QStringList names;
    for (const auto &[name, entries] : m_subjects)
        names.append(name);
    const QPointer<CommandQueue> self(this);
    for (const QString &name : names) {
        if (self)
            pump(name);
    }
}

void CommandQueue::send(const QString &subject, Entry &entry) {
    entry.stage = Stage::Sending;
    m_api.sendRaw(entry.record.call, this,
                  [this, subject, key = entry.record.call.key,
                   route = entry.record.call.route](const Result<Answered, ApiError> &answer) {
                      settle(subject, key, trusted(route, answer));
                  });
}

void CommandQueue::settle(const QString &subject, const QString &key,
                          const Result<Answered, ApiError> &answer) {
    if (isFinal(answer)) {
        finish(subject, key, answer);
        return;
    }
    if (Entry *entry = find(subject, key)) {
        if (answer.error().kind == ApiError::Kind::Unknown ||
            answer.error().is(contract::ErrorCode::StillRunning))
            entry->mayHaveArrived = true;
        wait(subject, *entry, answer.error());
    }
}

void CommandQueue::wait(const QString &subject, Entry &entry, const ApiError &error) {
    const CommandRecord record = entry.record;
    if (error.isUnauthenticated() && !m_api.session().isSignedIn()) {
        entry.stage = Stage::Ready;
        emit commandWaiting(record.call.key, record.call.route, error, kUntilSignedIn);
        return;
    }
    const auto delay = std::max(m_options.retry.delay(entry.failures++, m_random),
                                error.retryAfter.value_or(std::chrono::milliseconds(0)));
    entry.stage = Stage::Waiting;
    entry.wait = ++m_lastWait;
    const auto wakeUp = [this, subject, key = record.call.key, wait = entry.wait] {
        Entry *waiting = find(subject, key);
        if (!waiting || waiting->stage != Stage::Waiting || waiting->wait != wait)
            return;
        waiting->stage = Stage::Ready;
        pump(subject);
    };
    QTimer::singleShot(delay, this, wakeUp);
    emit commandWaiting(record.call.key, record.call.route, error, delay);
}

void CommandQueue::finish(const QString &subject, const QString &key,
                          const Result<Answered, ApiError> &answer) {
    const auto found = m_subjects.find(subject);
    if (found == m_subjects.end())
        return;
    Subject &entries = found->second;
    const auto at = std::find_if(entries.begin(), entries.end(),
                                 [&key](const Entry &e) { return e.record.call.key == key; });
    if (at == entries.end())
        return;
    const Entry done = std::move(*at);
    entries.erase(at);
    if (entries.empty())
        m_subjects.erase(found);
    m_journal.remove(done.record.call.key);
    const QPointer<CommandQueue> self(this);
    if (answer)
        emit commandAnswered(done.record.call.key, done.record.call.route, *answer);
    else
        emit commandRefused(done.record.call.key, done.record.call.route, answer.error());
    if (done.callback)
        done.callback(answer);
    if (self)
        pump(subject);
}

bool CommandQueue::withdraw(const QString &key) {
    for (auto found = m_subjects.begin(); found != m_subjects.end(); ++found) {
        Subject &entries = found->second;
        const auto at = std::find_if(entries.begin(), entries.end(),
                                     [&key](const Entry &e) { return e.record.call.key == key; });
        if (at == entries.end())
            continue;
        if (at->mayHaveArrived || at->stage == Stage::Sending)
            return false;
        const bool wasNext = at == entries.begin();
        entries.erase(at);
        m_journal.remove(key);
        const QString subject = found->first;
        if (entries.empty())
            m_subjects.erase(found);
        else if (wasNext)
            pump(subject);
        return true;
    }
    return false;
}

void CommandQueue::retryNow() {
    for (auto &[name, entries] : m_subjects) {
        if (entries.front().stage == Stage::Waiting)
            entries.front().stage = Stage::Ready;
    }
    pumpAll();
}

int CommandQueue::pending() const {
    return int(pendingCommands().size());
}

QList<CommandRecord> CommandQueue::pendingCommands() const {
    QList<CommandRecord> records;
    for (const auto &[name, entries] : m_subjects) {
        for (const Entry &entry : entries)
            records.append(entry.record);
    }
    return records;
}

} // namespace soban::client
