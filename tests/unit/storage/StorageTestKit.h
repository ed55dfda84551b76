// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Migrations.h"
#include "storage/SqlEventLog.h"
#include "support/PostgresServer.h"
#include "support/TestDatabase.h"

namespace soban::testing {

inline constexpr Instant kStart = Instant::fromMs(1'800'000'000'000);

/// Unless a file is made otherwise.
inline constexpr int kSqlitePageBytes = 4096;

/// A fresh database with all tables.
class FreshDatabase {
public:
    FreshDatabase() { storage::migrate(database, kStart); }

    const storage::DatabaseAddress &address() const { return m_place.address(); }
    int countOf(const char *sql) {
        storage::Rows row = database.query(sql);
        row.next();
        return row.number(0);
    }

    /// Runs `steps` in a transaction of their own, and commits it.
    template <typename Steps>
    void commit(const Steps &steps) {
        database.begin();
        steps();
        database.commit();
    }

private:
    TestDatabase m_place;

public:
    storage::Database database{address(), storage::Database::Access::ReadWrite};
    ManualClock clock{kStart};
    IdSource ids{clock, 0};
};

/// An event of an order's, to some accounts, that carries its number.
inline DomainEvent eventNumber(qint64 number, const QList<Addressee> &audience = {},
                               EventType type = EventType::OfferWithdrawn) {
    const auto order = *OrderId::fromNumber(number);
    return {type, order, audience, OfferWithdrawn{order, WithdrawReason::Claimed}};
}

/// Ends a test function that is about one engine's ways when the other one is on.
#define SOBAN_ONLY_ON_SQLITE(why)                                                                  \
    if (runsOnPostgres())                                                                          \
    QSKIP(why)
#define SOBAN_ONLY_ON_POSTGRES(why)                                                                \
    if (!runsOnPostgres())                                                                         \
    QSKIP(why)

template <typename Events>
QList<qint64> numbersOf(const Events &records) {
    QList<qint64> numbers;
    for (const EventRecord &record : records)
        numbers.append(record.order->number());
    return numbers;
}

} // namespace soban::testing
