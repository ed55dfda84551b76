// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/IdempotencyBook.h"
#include "storage/Database.h"

namespace soban::storage {

class SqlIdempotencyStore : public IdempotencyBook {
public:
    explicit SqlIdempotencyStore(Database &database) : m_database(database) {}

    std::optional<KeptAnswer> find(const CommandKey &key) const override;
    void keep(const CommandKey &key, const KeptAnswer &answer, Instant now) override;
    void complete(OrderId order, int status, const QByteArray &answer) override;
    int forgetBefore(Instant moment, int limit) override;

private:
    Database &m_database;
};

} // namespace soban::storage
