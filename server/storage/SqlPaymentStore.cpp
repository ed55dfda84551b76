// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlPaymentStore.h"

#include "storage/LastOfEach.h"
#include "storage/StoredValues.h"

namespace soban::storage {

namespace {

Payment paymentOf(const Rows &row) {
    const Currency currency = row.currency(4);
    return {row.id<PaymentId>(0),
            row.id<OrderId>(1),
            row.word<PaymentMethod>(2),
            row.word<PaymentState>(3),
            row.money(5, currency),
            row.money(6, currency),
            row.text(7),
            row.text(8),
            row.instant(9),
            row.maybeInstant(10)};
}

/// What the customer reads on the bill: the first item, and how many more.
QString billName(const QList<OrderLine> &lines) {
    const QString first = lines.first().name.ko;
    return lines.size() == 1 ? first
                             : QStringLiteral("%1 외 %2건").arg(first).arg(lines.size() - 1);
}

payment::OpenCharge openChargeOf(const Rows &row) {
    const auto id = row.id<PaymentId>(0);
    return {{id,
             row.id<OrderId>(1),
             row.money(4, row.currency(3)),
             billName(linesFromText(row.utf8(7))),
             {row.text(5), row.text(6)},
             // One attempt, one key: the attempt's own name.
             id.toText()},
            row.word<PaymentState>(2)};
}

} // namespace

SqlPaymentStore::SqlPaymentStore(Database &database) : m_database(database) {
    m_database.join(*this);
}

SqlPaymentStore::~SqlPaymentStore() {
    m_database.leave(*this);
}

QList<SqlPaymentStore::Waiting> SqlPaymentStore::waitingOnes() const {
    return lastOfEach(m_new, [](const Waiting &one) { return one.payment.id; });
}

void SqlPaymentStore::insert(const Payment &payment, std::optional<CardId> card) {
    m_new.append({payment, card});
}

void SqlPaymentStore::update(const Payment &payment) {
    const auto *waiting =
        lastWhere(m_new, [&](const Waiting &one) { return one.payment.id == payment.id; });
    if (waiting) {
        // Beside it, not over it: a savepoint may yet be undone.
        m_new.append({payment, waiting->card});
        return;
    }
    m_database.execute("UPDATE payments SET state = ?, amount = ?, refunded = ?, provider_key = ?, "
                       "decline_reason = ?, settled_at = ? WHERE id = ?",
                       payment.state, payment.amount, payment.refunded, payment.providerKey,
                       payment.declineReason, payment.settledAt, payment.id);
}

std::optional<Payment> SqlPaymentStore::find(PaymentId payment) const {
    if (const auto *waiting =
            lastWhere(m_new, [payment](const Waiting &one) { return one.payment.id == payment; }))
        return waiting->payment;
    Rows row = m_database.query(
        "SELECT id, order_id, method, state, currency, amount, refunded, provider_key, "
        "decline_reason, requested_at, settled_at FROM payments WHERE id = ?",
        payment);
    return row.next() ? std::optional(paymentOf(row)) : std::nullopt;
}

QList<Payment> SqlPaymentStore::ofOrder(OrderId order) const {
    Rows rows = m_database.query(
        "SELECT id, order_id, method, state, currency, amount, refunded, provider_key, "
        "decline_reason, requested_at, settled_at FROM payments WHERE order_id = ? ORDER BY id",
        order);
    QList<Payment> payments;
    while (rows.next())
        payments.append(paymentOf(rows));
    for (const Waiting &waiting : waitingOnes()) {
        if (waiting.payment.order == order)
            payments.append(waiting.payment);
    }
    return payments;
}

std::optional<PaymentState> SqlPaymentStore::standingOf(const Order &order) const {
    // What is yet to be paid at the door stands for all; most new orders need no further look.
    const auto *newest =
        lastWhere(m_new, [&](const Waiting &one) { return one.payment.order == order.id; });
    if (newest && newest->payment.state == PaymentState::Due)
        return PaymentState::Due;
    const QList<Payment> payments = ofOrder(order.id);
    return payments.isEmpty() ? std::nullopt : std::optional(standing(order, payments));
}

void SqlPaymentStore::write() {
    QVariantList values;
    for (const auto &[payment, card] : waitingOnes()) {
        values << toSql(payment.id) << toSql(payment.order) << toSql(payment.method)
               << toSql(payment.state) << toSql(payment.amount.currency().code())
               << toSql(payment.amount) << toSql(payment.refunded) << toSql(card)
               << toSql(payment.providerKey) << toSql(payment.declineReason)
               << toSql(payment.requestedAt) << toSql(payment.settledAt);
    }
    m_new.clear();
    m_database.insertRows("INSERT INTO payments (id, order_id, method, state, currency, amount, "
                          "refunded, card_id, provider_key, decline_reason, requested_at, "
                          "settled_at)",
                          12, values);
}

QList<payment::OpenCharge> SqlPaymentStore::openCharges(std::optional<PaymentId> after,
                                                        int limit) const {
    Rows rows = m_database.query(
        "SELECT p.id, p.order_id, p.state, p.currency, p.amount, c.customer_key, c.billing_key, "
        "o.lines FROM payments p JOIN saved_cards c ON c.id = p.card_id "
        "JOIN orders o ON o.id = p.order_id "
        "WHERE p.state IN ('pending', 'unknown') AND p.id > ? ORDER BY p.id LIMIT ?",
        after ? after->number() : 0, limit);
    QList<payment::OpenCharge> charges;
    while (rows.next())
        charges.append(openChargeOf(rows));
    return charges;
}

std::optional<payment::OpenCharge> SqlPaymentStore::openCharge(PaymentId payment) const {
    Rows row = m_database.query(
        "SELECT p.id, p.order_id, p.state, p.currency, p.amount, c.customer_key, c.billing_key, "
        "o.lines FROM payments p JOIN saved_cards c ON c.id = p.card_id "
        "JOIN orders o ON o.id = p.order_id "
        "WHERE p.state IN ('pending', 'unknown') AND p.id = ?",
        payment);
    return row.next() ? std::optional(openChargeOf(row)) : std::nullopt;
}

void SqlCardStore::insert(const payment::StoredCard &card, Instant now) {
    m_database.execute("INSERT INTO saved_cards (id, account_id, customer_key, billing_key, brand, "
                       "masked_number, registered_at) VALUES (?, ?, ?, ?, '', '', ?)",
                       card.id, card.customer, card.customerKey, card.billingKey, now);
}

std::optional<payment::StoredCard>
SqlCardStore::findByCustomerKey(const QString &customerKey) const {
    Rows row = m_database.query("SELECT id, account_id, customer_key, billing_key FROM saved_cards "
                                "WHERE customer_key = ?",
                                customerKey);
    if (!row.next())
        return std::nullopt;
    return payment::StoredCard{row.id<CardId>(0), row.id<AccountId>(1), row.text(2),
                               row.isNull(3) ? std::nullopt : std::optional(row.text(3))};
}

void SqlCardStore::complete(CardId card, const payment::IssuedCard &issued) {
    m_database.execute("UPDATE saved_cards SET billing_key = ?, brand = ?, masked_number = ? "
                       "WHERE id = ? AND billing_key IS NULL",
                       issued.billingKey, issued.brand, issued.maskedNumber, card);
}

std::optional<CardId> SqlCardStore::cardOf(AccountId customer, std::optional<CardId> wanted) {
    Rows row =
        m_database.query("SELECT id FROM saved_cards WHERE account_id = ? "
                         "AND billing_key IS NOT NULL AND (CAST(? AS BIGINT) IS NULL OR id = ?) "
                         "ORDER BY id DESC LIMIT 1",
                         customer, wanted, wanted);
    return row.next() ? std::optional(row.id<CardId>(0)) : std::nullopt;
}

} // namespace soban::storage
