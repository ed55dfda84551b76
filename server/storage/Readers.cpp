// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Readers.h"

#include "storage/SqlEventLog.h"
#include "storage/SqlFigureQueries.h"
#include "storage/SqlPictureStore.h"
#include "storage/SqlQueries.h"

#include <QLoggingCategory>

namespace soban::storage {

namespace {

Q_LOGGING_CATEGORY(lcReaders, "soban.storage.readers")

/// One reader's connection with all queries on it.
struct ReadBench {
    explicit ReadBench(const QString &file)
        : database(file, Database::Access::ReadOnly)
        , orders(database)
        , shops(database)
        , people(database)
        , operators(database)
        , log(database)
        , pictures(database)
        , figures(database) {}

    ReadModel model() const { return {orders, shops, people, operators, log, pictures, figures}; }

    Database database;
    SqlOrderQueries orders;
    SqlShopQueries shops;
    SqlPersonQueries people;
    SqlOperatorQueries operators;
    SqlEventLog log;
    SqlPictureStore pictures;
    SqlFigureQueries figures;
};

} // namespace

Readers::Readers(QString file, int threads, int queueLimit)
    : m_file(std::move(file)), m_queueLimit(queueLimit) {
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
        try {
            if (!bench)
                bench = std::make_unique<ReadBench>(m_file);
            job->work(bench->model());
        } catch (const StorageError &error) {
            qCWarning(lcReaders, "read failed: %s", error.what());
            bench.reset();
            job->failed();
        }
    }
}

} // namespace soban::storage
