// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "storage/Database.h"

namespace soban::storage {

/// Counts the orders of each shop, 1, 2, 3 …; what was counted is written at the end of the
/// transaction. Where nobody else writes, a shop's last number is read once and then known.
class OrderNumbers : private Backlog {
public:
    explicit OrderNumbers(Database &database);
    ~OrderNumbers() override;
    Q_DISABLE_COPY_MOVE(OrderNumbers)

    /// The number after the shop's last one.
    int next(ShopId shop);

private:
    struct Given {
        ShopId shop;
        int number;
    };

    int read(ShopId shop) const;
    qsizetype mark() const override { return m_given.size(); }
    void rollBackTo(qsizetype mark) override;
    void write() override;

    Database &m_database;
    QList<Given> m_given;      ///< in this transaction
    QHash<ShopId, int> m_last; ///< of the shops that are known
};

} // namespace soban::storage
