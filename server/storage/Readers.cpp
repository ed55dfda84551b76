// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Readers.h"

#include "storage/SqlEventLog.h"
#include "storage/SqlFigureQueries.h"
#include "storage/SqlPhoneMessageQueries.h"
#include "storage/SqlPictureStore.h"
#include "storage/SqlQueries.h"

#include <QLoggingCategory>

namespace soban::storage {

namespace {
Q_LOGGING_CATEGORY(lcReaders, "soban.storage.readers")
}

/// One reader's connection with all queries on it.
struct Readers::ReadBench {
    explicit ReadBench(const DatabaseAddress &address)
        : database(address, Database::Access::ReadOnly)
        , orders(database)
        , shops(database)
        , people(database)
        , operators(database)
        , log(database)
        , pictures(database)
        , figures(database)
        , phoneMessages(database) {}

    ReadModel model() const {
        return {orders, shops, people, operators, log, pictures, figures, phoneMessages};
    }

    Database database;
    SqlOrderQueries orders;
    SqlShopQueries shops;
    SqlPersonQueries people;
    SqlOperatorQueries operators;
    SqlEventLog log;
    SqlPictureStore pictures;
    SqlFigureQueries figures;
    SqlPhoneMessageQueries phoneMessages;
};

Readers::Readers(DatabaseAddress database, int threads, int queueLimit)
    : m_database(std::move(database)), m_queueLimit(queueLimit) {
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { run(); });
}

Readers::~Readers() {
    close();
}

void Readers::close() {
    {
        const QMutexLocker lock(&m_mutex);
        m_isClosing = true;
    }
    m_wake.wakeAll();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

bool Readers::submit(Work work, std::function<void()> failed) {
    const QMutexLocker lock(&m_mutex);
    if (m_isClosing || int(m_queue.size()) >= m_queueLimit)
        return false;
    m_queue.push_back({std::move(work), std::move(failed)});
    m_wake.wakeOne();
    return true;
}

std::optional<Readers::Job> Readers::take() {
    QMutexLocker lock(&m_mutex);
    while (m_queue.empty() && !m_isClosing)
        m_wake.wait(&m_mutex);
    if (m_queue.empty())
        return std::nullopt;
    Job job = std::move(m_queue.front());
    m_queue.pop_front();
    return job;
}

void Readers::run() {
    std::unique_ptr<ReadBench> bench;
    while (auto job = take()) {
        // A connection that was lost while nobody read costs nobody anything.
        const bool isOld = bench != nullptr;
        auto fault = attempt(*job, bench);
        if (isOld && fault == StorageError::Kind::ConnectionLost)
            fault = attempt(*job, bench);
        if (fault)
            job->failed();
    }
}

/// Nothing, or why it failed; then the bench is gone, and the next attempt makes another.
std::optional<StorageError::Kind> Readers::attempt(const Job &job,
                                                   std::unique_ptr<ReadBench> &bench) const {
    try {
        if (!bench)
            bench = std::make_unique<ReadBench>(m_database);
        job.work(bench->model());
        return std::nullopt;
    } catch (const StorageError &error) {
        qCWarning(lcReaders, "read failed: %s", error.what());
        bench.reset();
        return error.kind();
    }
}

} // namespace soban::storage
