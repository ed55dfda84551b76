// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/CommitWatch.h"

#include "storage/SqlEventLog.h"

#include <algorithm>

namespace soban::bench {

CommitWatch::CommitWatch(const QString &databaseFile, Span pause)
    : m_thread([this, databaseFile, pause] { run(databaseFile, pause); }) {
    m_hasBegun.wait(false);
}

CommitWatch::~CommitWatch() {
    stop();
}

void CommitWatch::stop() {
    m_isOver = true;
    if (m_thread.joinable())
        m_thread.join();
}

void CommitWatch::run(const QString &databaseFile, Span pause) {
    storage::Database database(storage::SqliteFile{databaseFile},
                               storage::Database::Access::ReadOnly);
    const storage::SqlEventLog log(database);
    Moment lookedAt = Clock::now();
    m_looks.push_back({log.last().number(), lookedAt});
    m_hasBegun = true;
    m_hasBegun.notify_all();
    while (!m_isOver) {
        const Moment now = Clock::now();
        const qint64 last = log.last().number();
        if (last > m_looks.back().lastSequence)
            m_looks.push_back({last, lookedAt});
        lookedAt = now;
        std::this_thread::sleep_for(pause);
    }
}

std::optional<Moment> CommitWatch::before(qint64 sequence) const {
    const auto look =
        std::lower_bound(m_looks.begin(), m_looks.end(), sequence,
                         [](const Look &l, qint64 wanted) { return l.lastSequence < wanted; });
    if (look == m_looks.begin() || look == m_looks.end())
        return std::nullopt;
    return look->before;
}

} // namespace soban::bench
