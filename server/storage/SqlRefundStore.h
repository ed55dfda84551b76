// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment/RefundBook.h"
#include "storage/Database.h"

namespace soban::storage {

class SqlRefundStore : public payment::RefundBook {
public:
    explicit SqlRefundStore(Database &database) : m_database(database) {}

    void insert(const Refund &refund) override;
    void update(const Refund &refund) override;
    std::optional<Refund> find(RefundId refund) const override;
    qint64 pendingOf(PaymentId payment) const override;
    QList<payment::OpenRefund> openRefunds(std::optional<RefundId> after, int limit) const override;

private:
    Database &m_database;
};

} // namespace soban::storage
