// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Reckoning.h"

#include "domain/Payment.h"
#include "storage/SqlOrderStore.h"
#include "storage/SqlPaymentStore.h"
#include "storage/StorageError.h"

namespace soban::drill {

namespace {

using storage::Database;

/// The refunds of one payment.
struct GivenBack {
    int count = 0;
    qint64 sumMinor = 0;
};

bool endedWithoutGoods(OrderState state) {
    return lifecycle::isOver(state) && state != OrderState::Completed;
}

/// Goes through the orders, some at a time, so that no more than those are in memory.
class Auditor {
public:
    Auditor(const storage::DatabaseAddress &address, ProviderLedger ledger, int stock)
        : m_database(address, Database::Access::ReadOnly)
        , m_ledger(std::move(ledger))
        , m_stock(stock) {}

    Reckoning run() {
        QList<OrderId> page;
        do {
            page = pageAfter(page);
            const storage::SqlOrderStore orders(m_database);
            const storage::SqlPaymentStore payments(m_database);
            for (const OrderId id : page)
                hold(*orders.find(id), payments.ofOrder(id));
        } while (!page.isEmpty());
        for (const QByteArray &stranger : m_ledger.uniqueKeys())
            m_found.blame(QStringLiteral("the provider knows %1, and no order does")
                              .arg(QString::fromLatin1(stranger)));
        holdStock();
        holdEvents();
        return m_found;
    }

private:
    QList<OrderId> pageAfter(const QList<OrderId> &page) {
        constexpr int kAtOnce = 500;
        storage::Rows rows =
            m_database.query("SELECT id FROM orders WHERE id > ? ORDER BY id LIMIT ?",
                             page.isEmpty() ? 0 : page.last().number(), kAtOnce);
        QList<OrderId> next;
        while (rows.next())
            next.append(rows.id<OrderId>(0));
        return next;
    }

    void hold(const Order &order, const QList<Payment> &payments) {
        ++m_found.orders;
        m_found.over += lifecycle::isOver(order.stage.order) ? 1 : 0;
        if (!endedWithoutGoods(order.stage.order))
            m_taken[order.shop] += order.lines.first().quantity;
        Money keptInAll = Money::zero(order.total.currency());
        for (const Payment &payment : payments) {
            keptInAll = *keptInAll.plus(kept(payment));
            holdPayment(order, payment);
        }
        if (keptInAll != owed(order))
            blame(order, QStringLiteral("keeps %1 and owes %2")
                             .arg(keptInAll.minor())
                             .arg(owed(order).minor()));
        if (order.pendingChange)
            blame(order, QStringLiteral("waits for a change that nobody pays for"));
        holdDelivery(order);
        if (lifecycle::isOver(order.stage.order) &&
            count("SELECT COUNT(*) FROM stock_holds WHERE order_id = ?", order.id) > 0)
            blame(order, QStringLiteral("holds stock"));
        if (lifecycle::isOver(order.stage.order) &&
            count("SELECT COUNT(*) FROM timers WHERE order_id = ?", order.id) > 0)
            blame(order, QStringLiteral("has a timer"));
    }

    void holdPayment(const Order &order, const Payment &payment) {
        ++m_found.payments;
        if (payment.state == PaymentState::Pending || payment.state == PaymentState::Unknown)
            blame(order, QStringLiteral("has a payment that nobody knows the outcome of"));
        const QByteArray key = payment.id.toText().toLatin1();
        const QList<LedgerEntry> entries = m_ledger.values(key);
        m_ledger.remove(key);
        const bool byCard = payment.method == PaymentMethod::Card;
        if (entries.size() != (byCard ? 1 : 0))
            blame(order, QStringLiteral("stands %1 times in the ledger").arg(entries.size()));
        else if (byCard)
            holdEntry(order, payment, entries.first());
    }

    void holdEntry(const Order &order, const Payment &payment, const LedgerEntry &entry) {
        const bool isDeclined = payment.state == PaymentState::Declined;
        (isDeclined ? m_found.declines : m_found.charges) += 1;
        const GivenBack given = givenBack(order, payment);
        m_found.refunds += given.count;
        if (entry.isCaptured == isDeclined)
            blame(order, QStringLiteral("is %1, and the ledger says otherwise")
                             .arg(QString(toText(payment.state))));
        if (isDeclined)
            return;
        const qint64 backMinor = entry.totalMinor - entry.balanceMinor;
        if (entry.totalMinor != payment.amount.minor() || backMinor != payment.refunded.minor() ||
            backMinor != given.sumMinor || entry.cancels != given.count)
            blame(order,
                  QStringLiteral("took %1 and gave back %2 in %3; the ledger has %4, %5 in %6")
                      .arg(payment.amount.minor())
                      .arg(given.sumMinor)
                      .arg(given.count)
                      .arg(entry.totalMinor)
                      .arg(backMinor)
                      .arg(entry.cancels));
    }

    GivenBack givenBack(const Order &order, const Payment &payment) {
        // Of the order, for which there is an index: else each look goes through all that there
        // are.
        storage::Rows rows = m_database.query(
            "SELECT state, amount FROM refunds WHERE order_id = ? AND payment_id = ?", order.id,
            payment.id);
        GivenBack given;
        while (rows.next()) {
            ++given.count;
            given.sumMinor += rows.integer(1);
            if (rows.word<RefundState>(0) != RefundState::Done)
                blame(order, QStringLiteral("has a refund that is %1").arg(rows.text(0)));
        }
        return given;
    }

    void holdDelivery(const Order &order) {
        const DeliveryState state = order.stage.delivery;
        const bool isUnderWay = state == DeliveryState::Open || state == DeliveryState::Claimed ||
                                state == DeliveryState::PickedUp;
        if (lifecycle::isOver(order.stage.order) && isUnderWay)
            blame(order, QStringLiteral("is over, and its delivery is not"));
        const qint64 open =
            count("SELECT COUNT(*) FROM deliveries WHERE order_id = ? AND open = 1", order.id);
        if (open != (state == DeliveryState::Open ? 1 : 0))
            blame(order, QStringLiteral("is offered to riders, or should be"));
    }

    /// What an order took is still with it or its customer, or back on the shelf.
    void holdStock() {
        storage::Rows rows = m_database.query(
            "SELECT i.shop_id, s.remaining FROM stock s JOIN menu_items i ON i.id = s.item_id");
        while (rows.next()) {
            const int taken = m_taken.value(rows.id<ShopId>(0));
            if (rows.number(1) != m_stock - taken)
                m_found.blame(QStringLiteral("a shelf had %1, %2 are taken, and it holds %3")
                                  .arg(m_stock)
                                  .arg(taken)
                                  .arg(rows.number(1)));
        }
    }

    /// What can happen to an order once only is told once.
    void holdEvents() {
        storage::Rows rows = m_database.query(
            "SELECT order_id, type FROM events WHERE type IN ('soban.order.accepted', "
            "'soban.order.cancelled', 'soban.order.refused', 'soban.order.expired', "
            "'soban.order.payment-failed', 'soban.order.delivered', 'soban.order.completed', "
            "'soban.order.returned') GROUP BY order_id, type HAVING COUNT(*) > 1");
        while (rows.next())
            m_found.blame(QStringLiteral("%1 is told %2 more than once")
                              .arg(rows.id<OrderId>(0).toText(), rows.text(1)));
    }

    template <typename Value>
    qint64 count(const char *sql, Value value) {
        storage::Rows row = m_database.query(sql, value);
        row.next();
        return row.integer(0);
    }

    void blame(const Order &order, const QString &words) {
        m_found.blame(QStringLiteral("%1 (%2) %3")
                          .arg(order.id.toText(), QString(toText(order.stage.order)), words));
    }

    Database m_database;
    ProviderLedger m_ledger; ///< what no payment has claimed yet
    const int m_stock;
    QHash<ShopId, int> m_taken;
    Reckoning m_found;
};

} // namespace

void Reckoning::blame(const QString &words) {
    constexpr qsizetype kExamples = 20;
    ++violations;
    if (examples.size() < kExamples)
        examples.append(words);
}

Result<bool, QString> isAtRest(const storage::DatabaseAddress &database) {
    try {
        Database reader(database, Database::Access::ReadOnly);
        storage::Rows row = reader.query(
            "SELECT (SELECT COUNT(*) FROM payments WHERE state IN ('pending', 'unknown')) + "
            "(SELECT COUNT(*) FROM refunds WHERE state = 'pending') + "
            "(SELECT COUNT(*) FROM timers)");
        row.next();
        return row.integer(0) == 0;
    } catch (const storage::StorageError &error) {
        return QString::fromUtf8(error.what());
    }
}

Result<Reckoning, QString> reckon(const storage::DatabaseAddress &database,
                                  const ProviderLedger &ledger, int stock) {
    try {
        return Auditor(database, ledger, stock).run();
    } catch (const storage::StorageError &error) {
        return QString::fromUtf8(error.what());
    }
}

} // namespace soban::drill
