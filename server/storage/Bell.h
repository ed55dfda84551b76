// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/DatabaseAddress.h"
#include "storage/Standing.h"

#include <QMutex>
#include <QSet>
#include <QThread>
#include <QWaitCondition>

#include <chrono>

namespace soban::storage {

/// Hears, on a thread and a connection of its own, when anybody has committed something that other
/// servers of the database want to know, and keeps this server's number among those that are alive:
/// as a lock that its connection holds, so that it ends with the server however that ends.
///
/// It only wakes; what has happened stands in the database. A connection that was lost is opened
/// anew, and now and then it looks without having been woken, so that no ring has to arrive.
class Bell : public QThread {
    Q_OBJECT

public:
    struct Setup {
        PostgresPlace place;
        int numbers = 1023;             ///< of servers: 0 and on
        std::optional<int> number = {}; ///< absent: the first that is free
        std::chrono::milliseconds look{1'000};
        /// For a number that was wished for and is still held.
        std::chrono::milliseconds patience{15'000};
    };

    explicit Bell(const Setup &setup);
    ~Bell() override;

    /// Starts the thread and waits until this server has its number; the reason if it gets none.
    std::optional<QString> begin();
    /// From now on it rings: at once, and then whenever. The database must have its schema.
    void listen();
    /// Ends the thread, and gives the number back.
    void close();

    /// Any thread: this server's number, and those of the others that were alive a moment ago.
    int number() const;
    QSet<int> others() const;
    /// Any thread: the server of that number has written, so it was alive, however shortly. Counts
    /// among the others until the next look, which tells should it be gone.
    void met(int number);

signals:
    // All on the bell's thread.
    void rang(const soban::storage::Standing &standing);
    /// A connection that was lost is there again: the database may be another one by now.
    void returned();
    /// The number went to another server while the connection was lost; this is the new one.
    void numberChanged(int number);
    void othersChanged();

protected:
    void run() override;

private:
    class Ear;

    void hasBegun(const std::optional<QString> &failure);
    void setNumber(int number);
    void setOthers(const QSet<int> &others);

    const Setup m_setup;
    mutable QMutex m_mutex;
    QWaitCondition m_wake;
    bool m_hasBegun = false;
    std::optional<QString> m_failure;
    Ear *m_ear = nullptr; ///< on the bell's thread, while that runs
    int m_number = 0;
    QSet<int> m_others;
};

} // namespace soban::storage
