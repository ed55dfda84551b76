// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Writer.h"

#include <QLoggingCategory>

namespace soban::storage {

namespace {
Q_LOGGING_CATEGORY(lcWriter, "soban.storage.writer")
}

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

void Writer::attempt(const std::function<bool()> &step) {
    const auto mark = m_bench->events().mark();
    execute("SAVEPOINT step");
    if (!step()) {
        execute("ROLLBACK TO step");
        m_bench->events().rollBackTo(mark);
    }
    execute("RELEASE step");
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
    for (auto group = takeGroup(); !group.empty(); group = takeGroup())
        commitGroup(group);
    m_bench.reset();
}

std::deque<Writer::Job> Writer::takeGroup() {
    QMutexLocker lock(&m_mutex);
    while (m_queue.empty() && !m_isClosing)
        m_wake.wait(&m_mutex);
    std::deque<Job> group;
    while (!m_queue.empty() && int(group.size()) < m_limits.perTransaction) {
        group.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return group;
}

void Writer::execute(const char *sql) {
    m_bench->database().execute(sql);
}

void Writer::commitGroup(std::deque<Job> &group) {
    QList<bool> kept;
    if (runTogether(group, kept)) {
        settle(group, kept);
        return;
    }
    // Something that is no constraint went wrong (a full disk, say), and SQLite may have rolled the
    // whole group back: each piece of work gets a transaction of its own and fails for itself.
    for (Job &job : group) {
        std::deque<Job> alone;
        alone.push_back(std::move(job));
        kept = {false};
        if (!runTogether(alone, kept))
            kept = {false};
        settle(alone, kept);
    }
}

bool Writer::runTogether(const std::deque<Job> &group, QList<bool> &kept) {
    kept.clear();
    try {
        execute("BEGIN IMMEDIATE");
        for (const Job &job : group)
            kept.append(runInSavepoint(job));
        execute("COMMIT");
        ++m_transactions;
        return true;
    } catch (const StorageError &error) {
        qCWarning(lcWriter, "transaction failed: %s", error.what());
        m_bench->events().take();
        m_bench->forgetWork();
        try {
            execute("ROLLBACK");
        } catch (const StorageError &) {
            // SQLite has rolled back by itself already.
        }
        return false;
    }
}

bool Writer::runInSavepoint(const Job &job) {
    const auto mark = m_bench->events().mark();
    execute("SAVEPOINT work");
    try {
        job.work();
        m_bench->finishWork();
        execute("RELEASE work");
        return true;
    } catch (const StorageError &error) {
        if (error.kind() != StorageError::Kind::Constraint)
            throw;
        qCWarning(lcWriter, "work refused by the schema: %s", error.what());
        execute("ROLLBACK TO work");
        execute("RELEASE work");
        m_bench->events().rollBackTo(mark);
        m_bench->forgetWork();
        return false;
    }
}

void Writer::settle(std::deque<Job> &group, const QList<bool> &kept) {
    auto events = m_bench->events().take();
    if (!events.isEmpty())
        emit m_bus.committed(std::make_shared<const QList<CommittedEvent>>(std::move(events)));
    for (std::size_t i = 0; i < group.size(); ++i) {
        ++m_worksDone;
        group[i].done(kept[qsizetype(i)]);
    }
}

} // namespace soban::storage
