// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/EventBus.h"
#include "events/WriteQueue.h"
#include "storage/SqlEventLog.h"
#include "storage/Standing.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <deque>
#include <memory>
#include <vector>

namespace soban::storage {

/// The one writer of a server. It drains its queue into one transaction at a time, as many
/// pieces of work as have come meanwhile (group commit: one fsync for all of them), each in a
/// savepoint of its own, so that one that fails does not undo the others.
///
/// Where a connection can be lost (PostgreSQL), it is opened anew. A commit that was on its way
/// then is asked about: what was committed is answered and announced as usual, what was not runs
/// again. While nobody can say, works are answered as not durable, which leaves their people to ask
/// again with the same idempotency key; should it turn out later that they were committed after
/// all, what they announced is announced then.
///
/// Other servers may write to the same database, one at a time (PostgreSQL): with each turn, before
/// its works, this one takes in what they have committed, so that whatever it keeps in memory is
/// right when it decides, and everybody hears of events in the order of the log. An idle server
/// takes in when it is woken.
class Writer : public QThread, public WriteQueue {
    Q_OBJECT

public:
    /// What the writer's thread owns: made there, used there, destroyed there.
    struct Bench {
        virtual ~Bench() = default;
        virtual Database &database() = 0;
        virtual SqlEventSink &events() = 0;
        /// Called at the end of each piece of work, inside its savepoint.
        virtual void finishWork() = 0;
        /// Called instead when a piece of work failed: what was remembered of it is void.
        virtual void forgetWork() = 0;
        /// Called before a transaction is committed, and once it is.
        virtual void aboutToCommit() {}
        virtual void hasCommitted() {}
        /// Called with each turn to write, before its works, and when others have written: takes in
        /// what they have committed. Where it throws, it is called again.
        virtual void takeIn() {}
        /// What this server has committed up to here needs no taking in.
        virtual void saw(Sequence) {}
        /// How far it knows what servers tell each other.
        virtual Standing seen() const { return {}; }
    };
    using MakeBench = std::function<std::unique_ptr<Bench>()>;

    struct Limits {
        int queued = 4096;
        int perTransaction = 128;
    };

    Writer(MakeBench makeBench, EventBus &bus, Limits limits);
    ~Writer() override;

    /// Starts the thread and waits until the bench stands; the reason if it does not.
    std::optional<QString> begin();
    /// Finishes what is queued and ends the thread.
    void close();

    bool submit(Work work, Done done) override;
    void attempt(const std::function<bool()> &step) override;

    using Looked = std::function<void(bool hasLooked)>;
    /// Others have written, and numbers go so far by now: takes in what it does not know. Any
    /// thread.
    void hear(const Standing &standing);
    /// Takes in whatever others have committed before this call. `then` hears on the writer's
    /// thread whether it could, and must be quick. False when it is closing. Any thread.
    bool look(Looked then);

    /// Figures for /metrics; any thread.
    qint64 transactions() const { return m_transactions.load(); }
    qint64 worksDone() const { return m_worksDone.load(); }
    int queued() const;

protected:
    void run() override;

private:
    struct Job {
        Work work;
        Done done;
    };

    /// How a transaction ended.
    enum class Ending {
        Committed,
        Interrupted, ///< undone by what has nothing to do with its works: it may run again
        Failed,
        NotBegun, ///< nobody let it begin: another one of its works would fare no better
        Unknown,  ///< the database cannot be asked
    };
    /// Whether all works of a server would fare alike.
    static bool isForAll(Ending ending) {
        return ending == Ending::NotBegun || ending == Ending::Unknown;
    }
    /// What was announced by a transaction of which nobody knows whether it was committed.
    struct Doubt {
        QString transaction;
        QList<CommittedEvent> events;
    };

    /// What there is to do.
    struct Round {
        std::deque<Job> group;
        bool isToLook = false;
        std::vector<Looked> lookers;
    };

    void work();
    bool hasNothingToDo() const;
    Round takeRound();
    void lookFor(const std::vector<Looked> &lookers);
    bool lookNow();
    void noteSeen();
    void commitGroup(std::deque<Job> &group);
    void commitSingly(std::deque<Job> &group);
    Ending runUntilDecided(const std::deque<Job> &group, QList<bool> &kept);
    std::optional<Ending> beginTogether();
    Ending runTogether(const std::deque<Job> &group, QList<bool> &kept);
    bool runInSavepoint(const Job &job);
    Ending commit();
    Ending abandon(const StorageError &error);
    Ending reconnect();
    Fate clearDoubt();
    Fate askFate(const QString &transaction);
    void announce(QList<CommittedEvent> events);
    void settle(std::deque<Job> &group, const QList<bool> &kept);
    Database &database() { return m_bench->database(); }

    MakeBench m_makeBench;
    EventBus &m_bus;
    const Limits m_limits;
    std::unique_ptr<Bench> m_bench;
    std::optional<Doubt> m_doubt;

    mutable QMutex m_mutex;
    QWaitCondition m_wake;
    std::deque<Job> m_queue;
    std::vector<Looked> m_lookers;
    bool m_isToLook = false;
    Standing m_seen;
    bool m_isClosing = false;
    bool m_hasBegun = false;
    std::optional<QString> m_failure;

    std::atomic<qint64> m_transactions = 0;
    std::atomic<qint64> m_worksDone = 0;
};

} // namespace soban::storage
