// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "storage/Database.h"

namespace soban::storage {

/// Tells the other servers of a database whose sessions have begun, changed or ended in the open
/// transaction. Where there can be no other servers it does nothing. Writer's thread.
class SqlSessionNews : private Backlog {
public:
    /// News that are kept: who has missed more reads all sessions anew.
    static constexpr qint64 kKept = 10'000;

    explicit SqlSessionNews(Database &database);
    ~SqlSessionNews() override;
    Q_DISABLE_COPY_MOVE(SqlSessionNews)

    void changed(SessionId session);

private:
    qsizetype mark() const override { return m_changed.size(); }
    void rollBackTo(qsizetype mark) override { storage::rollBack(m_changed, mark); }
    void write() override;

    Database &m_database;
    QList<SessionId> m_changed;
};

} // namespace soban::storage
