// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Writer.h"

#include "eventloop/HeldWakeUps.h"

#include <QLoggingCategory>

namespace soban::storage {

namespace {

Q_LOGGING_CATEGORY(lcWriter, "soban.storage.writer")

/// How often a transaction is run that others interrupt.
constexpr int kMostRuns = 5;

template <typename Group>
QList<bool> noneOf(const Group &group) {
    return QList<bool>(qsizetype(group.size()), false);
}

} // namespace

Writer::Writer(MakeBench makeBench, EventBus &bus, Limits limits)
    : m_makeBench(std::move(makeBench)), m_bus(bus), m_limits(limits) {
    setObjectName(QStringLiteral("soban-writer"));
}

Writer::~Writer() {
    close();
}

std::optional<QString> Writer::begin() {
    QMutexLocker lock(&m_mutex);
    start();
    while (!m_hasBegun)
        m_wake.wait(&m_mutex);
    return m_failure;
}

void Writer::close() {
    {
        const QMutexLocker lock(&m_mutex);
        m_isClosing = true;
    }
    m_wake.wakeAll();
    wait();
}

int Writer::queued() const {
    const QMutexLocker lock(&m_mutex);
    return int(m_queue.size());
}

bool Writer::submit(Work work, Done done) {
    const QMutexLocker lock(&m_mutex);
    if (m_isClosing || int(m_queue.size()) >= m_limits.queued)
        return false;
    m_queue.push_back({std::move(work), std::move(done)});
    m_wake.wakeAll();
    return true;
}

void Writer::hear(const Standing &standing) {
    const QMutexLocker lock(&m_mutex);
    if (m_seen.covers(standing))
        return;
    m_isToLook = true;
    m_wake.wakeAll();
}

bool Writer::look(Looked then) {
    const QMutexLocker lock(&m_mutex);
    if (m_isClosing)
        return false;
    m_lookers.push_back(std::move(then));
    m_wake.wakeAll();
    return true;
}

void Writer::attempt(const std::function<bool()> &step) {
    const int savepoint = database().openSavepoint();
    if (step())
        database().keepChanges(savepoint);
    else
        database().undoChanges(savepoint);
}

void Writer::run() {
    try {
        m_bench = m_makeBench();
    } catch (const StorageError &error) {
        m_failure = QString::fromUtf8(error.what());
    }
    {
        const QMutexLocker lock(&m_mutex);
        m_hasBegun = true;
        m_isClosing = m_isClosing || m_failure;
    }
    m_wake.wakeAll();
    if (m_bench)
        work();
    m_bench.reset();
}

void Writer::work() {
    noteSeen();
    while (true) {
        Round round = takeRound();
        const bool hasWork = !round.group.empty();
        // A turn takes in by itself; but who has asked shall not wait for its end.
        if (!round.lookers.empty() || (round.isToLook && !hasWork))
            lookFor(round.lookers);
        else if (!hasWork)
            return;
        if (hasWork) {
            commitGroup(round.group);
            database().tidyUp(); // now that everybody has an answer
        }
    }
}

bool Writer::hasNothingToDo() const {
    return m_queue.empty() && m_lookers.empty() && !m_isToLook;
}

/// With nothing in it when it is closing.
Writer::Round Writer::takeRound() {
    QMutexLocker lock(&m_mutex);
    while (hasNothingToDo() && !m_isClosing)
        m_wake.wait(&m_mutex);
    Round round{{}, std::exchange(m_isToLook, false), std::exchange(m_lookers, {})};
    while (!m_queue.empty() && int(round.group.size()) < m_limits.perTransaction) {
        round.group.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return round;
}

void Writer::lookFor(const std::vector<Looked> &lookers) {
    const bool hasLooked = lookNow();
    for (const Looked &then : lookers)
        then(hasLooked);
}

/// Outside of a turn: numbers become visible in their order, whenever one looks.
bool Writer::lookNow() {
    // A transaction of ours that is in doubt comes first: it may be among what would be read.
    if (m_doubt && clearDoubt() == Fate::Unknown)
        return false;
    constexpr int kAttempts = 2; // a connection may have been lost while nobody used it
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        try {
            m_bench->takeIn();
            noteSeen();
            return true;
        } catch (const StorageError &error) {
            qCWarning(lcWriter, "cannot see what others have written: %s", error.what());
            const bool isLost = error.kind() == StorageError::Kind::ConnectionLost;
            if (!isLost || reconnect() == Ending::Unknown)
                return false;
        }
    }
    return false;
}

void Writer::noteSeen() {
    const Standing seen = m_bench->seen();
    const QMutexLocker lock(&m_mutex);
    m_seen = seen;
}

void Writer::commitGroup(std::deque<Job> &group) {
    QList<bool> kept;
    const Ending ending = runUntilDecided(group, kept);
    if (ending == Ending::Committed)
        return settle(group, kept);
    if (isForAll(ending))
        return settle(group, noneOf(group));
    // Something that is no constraint went wrong (a full disk, say), and SQLite may have rolled the
    // whole group back: each piece of work gets a transaction of its own and fails for itself.
    commitSingly(group);
}

void Writer::commitSingly(std::deque<Job> &group) {
    while (!group.empty()) {
        std::deque<Job> alone;
        alone.push_back(std::move(group.front()));
        group.pop_front();
        QList<bool> kept;
        const Ending ending = runUntilDecided(alone, kept);
        settle(alone, ending == Ending::Committed ? kept : noneOf(alone));
        if (isForAll(ending))
            return settle(group, noneOf(group));
    }
}

Writer::Ending Writer::runUntilDecided(const std::deque<Job> &group, QList<bool> &kept) {
    for (int runs = 0; runs < kMostRuns; ++runs) {
        if (m_doubt && clearDoubt() == Fate::Unknown)
            return Ending::Unknown;
        const Ending ending = runTogether(group, kept);
        if (ending != Ending::Interrupted)
            return ending;
    }
    return Ending::Failed;
}

/// How it ended already, if it could not begin.
std::optional<Writer::Ending> Writer::beginTogether() {
    try {
        database().begin();
        m_bench->takeIn();
        noteSeen();
        return std::nullopt;
    } catch (const StorageError &error) {
        const Ending ending = abandon(error);
        return ending == Ending::Failed ? Ending::NotBegun : ending;
    }
}

Writer::Ending Writer::runTogether(const std::deque<Job> &group, QList<bool> &kept) {
    kept.clear();
    if (const auto ending = beginTogether())
        return *ending;
    try {
        for (const Job &job : group)
            kept.append(runInSavepoint(job));
    } catch (const StorageError &error) {
        return abandon(error);
    }
    return commit();
}

Writer::Ending Writer::commit() {
    try {
        m_bench->aboutToCommit();
        database().commit();
        ++m_transactions;
        m_bench->hasCommitted();
        return Ending::Committed;
    } catch (const StorageError &error) {
        if (error.kind() != StorageError::Kind::ConnectionLost)
            return abandon(error);
        qCWarning(lcWriter, "connection lost in a commit: %s", error.what());
    }
    m_doubt = Doubt{database().transaction(), m_bench->events().take()};
    const Fate fate = clearDoubt();
    if (fate == Fate::Committed)
        return Ending::Committed;
    m_bench->forgetWork();
    return fate == Fate::RolledBack ? Ending::Interrupted : Ending::Unknown;
}

Writer::Ending Writer::abandon(const StorageError &error) {
    qCWarning(lcWriter, "transaction failed: %s", error.what());
    m_bench->events().take();
    m_bench->forgetWork();
    if (error.kind() == StorageError::Kind::ConnectionLost)
        return reconnect();
    try {
        database().rollBack();
    } catch (const StorageError &) {
        // SQLite has rolled back by itself already.
    }
    return error.kind() == StorageError::Kind::Conflict ? Ending::Interrupted : Ending::Failed;
}

Writer::Ending Writer::reconnect() {
    try {
        database().reopen();
        return Ending::Interrupted;
    } catch (const StorageError &error) {
        qCWarning(lcWriter, "the database cannot be reached: %s", error.what());
        return Ending::Unknown;
    }
}

bool Writer::runInSavepoint(const Job &job) {
    const int savepoint = database().openSavepoint();
    try {
        job.work();
        m_bench->finishWork();
        database().keepChanges(savepoint);
        return true;
    } catch (const StorageError &error) {
        if (error.kind() != StorageError::Kind::Constraint)
            throw;
        qCWarning(lcWriter, "work refused by the schema: %s", error.what());
        database().undoChanges(savepoint);
        m_bench->forgetWork();
        return false;
    }
}

/// Asks what has become of the transaction in doubt, and announces it if it was committed.
Fate Writer::clearDoubt() {
    const Fate fate = askFate(m_doubt->transaction);
    if (fate == Fate::Unknown)
        return fate;
    Doubt doubt = *std::exchange(m_doubt, std::nullopt);
    if (fate == Fate::Committed) {
        ++m_transactions;
        announce(std::move(doubt.events));
    }
    return fate;
}

Fate Writer::askFate(const QString &transaction) {
    if (reconnect() == Ending::Unknown)
        return Fate::Unknown;
    const Fate fate = database().fateOf(transaction);
    if (fate == Fate::Unknown)
        qCWarning(lcWriter, "nobody knows the fate of transaction %s", qPrintable(transaction));
    return fate;
}

void Writer::announce(QList<CommittedEvent> events) {
    if (events.isEmpty())
        return;
    m_bench->saw(events.last().record.sequence);
    noteSeen();
    emit m_bus.committed(std::make_shared<const QList<CommittedEvent>>(std::move(events)));
}

void Writer::settle(std::deque<Job> &group, const QList<bool> &kept) {
    // Who is told and answered shall not come between us and the next to be answered.
    const HeldWakeUps held;
    announce(m_bench->events().take());
    for (std::size_t i = 0; i < group.size(); ++i) {
        ++m_worksDone;
        group[i].done(kept[qsizetype(i)]);
    }
}

} // namespace soban::storage
