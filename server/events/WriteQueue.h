// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace soban {

/// The way into the write model: one queue, one writer, one transaction at a time.
class WriteQueue {
public:
    /// Changes the database. Runs on the writer's thread, inside a savepoint of a transaction that
    /// other work may share. It may be run again when that transaction failed for another's sake,
    /// so its only lasting effects are on the database; what it remembers it overwrites.
    using Work = std::function<void()>;
    /// Told once the work is on the disk (true), or that nobody can promise it (false): after a
    /// commit that failed the disk may hold it all the same. Runs on the writer's thread and must
    /// be quick.
    using Done = std::function<void(bool durable)>;

    virtual ~WriteQueue() = default;

    /// Any thread. False when the queue is full or closing; then neither function is called.
    virtual bool submit(Work work, Done done) = 0;

    /// Only within Work: runs `step` and undoes all that it changed and announced if it returns
    /// false.
    virtual void attempt(const std::function<bool()> &step) = 0;
};

} // namespace soban
