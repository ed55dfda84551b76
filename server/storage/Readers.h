// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queries/ReadModel.h"
#include "storage/Database.h"

#include <QMutex>
#include <QWaitCondition>

#include <deque>
#include <memory>
#include <thread>
#include <vector>

namespace soban::storage {

/// Threads that read, each with a connection of its own. Work is taken up in the order in which it
/// was submitted.
class Readers : public ReadPool {
public:
    Readers(DatabaseAddress database, int threads, int queueLimit);
    ~Readers() override;
    Q_DISABLE_COPY_MOVE(Readers)

    bool submit(Work work, std::function<void()> failed) override;
    /// Finishes what is queued and ends the threads.
    void close();

private:
    struct Job {
        Work work;
        std::function<void()> failed;
    };

    struct ReadBench;

    void run();
    std::optional<StorageError::Kind> attempt(const Job &job,
                                              std::unique_ptr<ReadBench> &bench) const;
    std::optional<Job> take();

    const DatabaseAddress m_database;
    const int m_queueLimit;
    QMutex m_mutex;
    QWaitCondition m_wake;
    std::deque<Job> m_queue;
    bool m_isClosing = false;
    std::vector<std::thread> m_threads;
};

} // namespace soban::storage
