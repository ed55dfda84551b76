// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Migrations.h"
#include "storage/SqlEventLog.h"

#include <QTemporaryDir>

namespace soban::testing {

inline constexpr Instant kStart = Instant::fromMs(1'800'000'000'000);

/// A fresh database in a file of its own, with all tables.
class FreshDatabase {
public:
    FreshDatabase() { storage::migrate(database, kStart); }

    QString file() const { return m_dir.filePath(QStringLiteral("soban.sqlite")); }
    int countOf(const char *sql) {
        storage::Rows row = database.query(sql);
        row.next();
        return row.number(0);
    }

private:
    QTemporaryDir m_dir;

public:
    storage::Database database{file(), storage::Database::Access::ReadWrite};
    ManualClock clock{kStart};
    IdSource ids{clock, 0};
};

/// An event of an order's, to some accounts, that carries its number.
inline DomainEvent eventNumber(qint64 number, const QList<Addressee> &audience = {},
                               EventType type = EventType::OfferWithdrawn) {
    const auto order = *OrderId::fromNumber(number);
    return {type, order, audience, OfferWithdrawn{order, WithdrawReason::Claimed}};
}

template <typename Events>
QList<qint64> numbersOf(const Events &records) {
    QList<qint64> numbers;
    for (const EventRecord &record : records)
        numbers.append(record.order->number());
    return numbers;
}

} // namespace soban::testing
