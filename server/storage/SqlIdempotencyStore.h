// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/IdempotencyBook.h"
#include "storage/Database.h"

namespace soban::storage {

/// Answers are written at the end of the transaction.
class SqlIdempotencyStore : public IdempotencyBook, private Backlog {
public:
    explicit SqlIdempotencyStore(Database &database);
    ~SqlIdempotencyStore() override;
    Q_DISABLE_COPY_MOVE(SqlIdempotencyStore)

    std::optional<KeptAnswer> find(const CommandKey &key) const override;
    void keep(const CommandKey &key, const KeptAnswer &answer, Instant now) override;
    void complete(OrderId order, int status, const QByteArray &answer) override;
    int forgetBefore(Instant moment, int limit) override;

private:
    struct Waiting {
        CommandKey key;
        KeptAnswer answer;
        Instant keptAt;
    };
    qsizetype mark() const override { return m_waiting.size(); }
    void rollBackTo(qsizetype mark) override { storage::rollBack(m_waiting, mark); }
    void write() override;

    Database &m_database;
    QList<Waiting> m_waiting; ///< of two for one key the later one counts
};

} // namespace soban::storage
