// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/Moments.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <optional>
#include <thread>
#include <vector>

namespace soban::bench {

/// Between two looks: what a latency that counts from a commit may be too long by.
inline constexpr std::chrono::microseconds kCommitLook{100};

/// Sees from outside when events are committed: looks, on a connection and a thread of its own, at
/// the end of the log again and again.
class CommitWatch {
public:
    /// Begins to look at the server's database, every `pause`.
    CommitWatch(const QString &databaseFile, Span pause);
    ~CommitWatch();
    Q_DISABLE_COPY_MOVE(CommitWatch)

    /// Looks no more; from then on `before` may be asked.
    void stop();
    /// The last moment at which the event was surely not committed yet, which is a little before
    /// its commit: latencies that count from here are never flattered. Nothing for an event that
    /// was there from the beginning, or was never seen.
    std::optional<Moment> before(qint64 sequence) const;

private:
    struct Look {
        qint64 lastSequence;
        Moment before; ///< when the look that saw less began
    };

    void run(const QString &databaseFile, Span pause);

    std::vector<Look> m_looks; ///< those that saw more than the one before
    std::atomic<bool> m_hasBegun = false;
    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
};

} // namespace soban::bench
