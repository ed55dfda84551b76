// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlOutboxStore.h"

#include "contract/Json.h"

namespace soban::storage {

using messaging::OutboxMessage;

// The columns in the order in which `messageOf` reads them.
#define SOBAN_OUTBOX_SELECT                                                                        \
    "SELECT o.id, o.event_seq, o.order_id, o.account_id, o.topic, o.language, o.way, "             \
    "o.variables, o.report_key, o.happened_at, o.state, o.tries, o.next_try_at, o.sender, "        \
    "o.gateway, o.gateway_key, o.fault, o.sent_at, o.settled_at FROM outbox o "

namespace {

QByteArray toJson(const messaging::Variables &variables) {
    contract::JsonWriter json;
    json.beginObject();
    for (auto one = variables.cbegin(); one != variables.cend(); ++one) {
        json.key(one.key());
        json.value(one.value());
    }
    json.endObject();
    return json.bytes();
}

messaging::Variables variablesFrom(const QByteArray &text) {
    const auto document = contract::parseJson(text);
    if (!document || !document->object())
        throw StorageError(StorageError::Kind::Other, QStringLiteral("a message is malformed"));
    messaging::Variables variables;
    for (const auto &[name, value] : *document->object())
        variables.insert(name, value.string() ? *value.string() : QString());
    return variables;
}

OutboxMessage messageOf(const Rows &row) {
    return {.id = row.id<MessageId>(0),
            .event = Rows::sound(Sequence::fromNumber(row.integer(1)), 1),
            .order = row.id<OrderId>(2),
            .customer = row.id<AccountId>(3),
            .topic = row.word<messaging::Topic>(4),
            .language = row.word<Language>(5),
            .way = row.word<MessageWay>(6),
            .variables = variablesFrom(row.utf8(7)),
            .reportKey = row.text(8),
            .happenedAt = row.instant(9),
            .state = row.word<MessageState>(10),
            .tries = row.number(11),
            .nextTryAt = row.instant(12),
            .sender = row.isNull(13) ? std::nullopt : std::optional(row.number(13)),
            .gateway = row.text(14),
            .gatewayKey = row.text(15),
            .fault = row.text(16),
            .sentAt = row.maybeInstant(17),
            .settledAt = row.maybeInstant(18)};
}

QList<OutboxMessage> messagesOf(Rows rows) {
    QList<OutboxMessage> messages;
    while (rows.next())
        messages.append(messageOf(rows));
    return messages;
}

std::optional<OutboxMessage> oneOf(Rows row) {
    return row.next() ? std::optional(messageOf(row)) : std::nullopt;
}

} // namespace

bool SqlOutboxStore::insert(const OutboxMessage &message) {
    return m_database.execute(
               "INSERT INTO outbox (id, event_seq, order_id, account_id, topic, language, way, "
               "variables, report_key, happened_at, state, tries, next_try_at, gateway, "
               "gateway_key, fault) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '') "
               "ON CONFLICT (event_seq) DO NOTHING",
               message.id, message.event.number(), message.order, message.customer, message.topic,
               message.language, message.way, toJson(message.variables), message.reportKey,
               message.happenedAt, message.state, message.tries, message.nextTryAt) == 1;
}

void SqlOutboxStore::update(const OutboxMessage &message) {
    m_database.execute("UPDATE outbox SET way = ?, state = ?, tries = ?, next_try_at = ?, "
                       "sender = ?, gateway = ?, gateway_key = ?, fault = ?, sent_at = ?, "
                       "settled_at = ? WHERE id = ?",
                       message.way, message.state, message.tries, message.nextTryAt, message.sender,
                       message.gateway, message.gatewayKey, message.fault, message.sentAt,
                       message.settledAt, message.id);
}

std::optional<OutboxMessage> SqlOutboxStore::find(MessageId message) const {
    return oneOf(m_database.query(SOBAN_OUTBOX_SELECT "WHERE o.id = ?", message));
}

std::optional<OutboxMessage> SqlOutboxStore::findByReportKey(const QString &key) const {
    return oneOf(m_database.query(SOBAN_OUTBOX_SELECT "WHERE o.report_key = ?", key));
}

QList<OutboxMessage> SqlOutboxStore::due(Instant now, int limit) const {
    return messagesOf(m_database.query(
        SOBAN_OUTBOX_SELECT
        "WHERE o.state = 'pending' AND o.next_try_at <= ? AND NOT EXISTS (SELECT 1 FROM outbox "
        "earlier WHERE earlier.order_id = o.order_id AND earlier.id < o.id "
        "AND earlier.state IN ('pending', 'sending')) ORDER BY o.id LIMIT ?",
        now, limit));
}

QList<OutboxMessage> SqlOutboxStore::beingSent() const {
    return messagesOf(
        m_database.query(SOBAN_OUTBOX_SELECT "WHERE o.state = 'sending' ORDER BY o.id"));
}

QList<OutboxMessage> SqlOutboxStore::unsettled(const QString &gateway, Instant since,
                                               std::optional<MessageId> above, int limit) const {
    return messagesOf(m_database.query(SOBAN_OUTBOX_SELECT
                                       "WHERE o.state IN ('accepted', 'unknown') AND o.gateway = ? "
                                       "AND o.sent_at >= ? AND o.id > ? ORDER BY o.id LIMIT ?",
                                       gateway, since, above ? above->number() : 0, limit));
}

QList<OutboxMessage> SqlOutboxStore::ofOrder(OrderId order) const {
    return messagesOf(
        m_database.query(SOBAN_OUTBOX_SELECT "WHERE o.order_id = ? ORDER BY o.id", order));
}

QList<OutboxMessage> SqlOutboxStore::all(std::optional<MessageState> state,
                                         std::optional<MessageId> above, int limit) const {
    const qint64 from = above ? above->number() : 0;
    if (state) {
        return messagesOf(m_database.query(SOBAN_OUTBOX_SELECT
                                           "WHERE o.state = ? AND o.id > ? ORDER BY o.id LIMIT ?",
                                           *state, from, limit));
    }
    return messagesOf(
        m_database.query(SOBAN_OUTBOX_SELECT "WHERE o.id > ? ORDER BY o.id LIMIT ?", from, limit));
}

std::optional<SqlOutboxStore::Facts> SqlOutboxStore::factsOf(OrderId order) const {
    Rows row = m_database.query(
        "SELECT o.customer_id, o.fulfilment, s.name_ko, s.name_en, s.time_zone, o.number, "
        "a.message_way, a.language FROM orders o JOIN shops s ON s.id = o.shop_id "
        "JOIN accounts a ON a.id = o.customer_id WHERE o.id = ?",
        order);
    if (!row.next())
        return std::nullopt;
    return Facts{row.id<AccountId>(0),   row.word<Fulfilment>(1), {row.text(2), row.text(3)},
                 QTimeZone(row.utf8(4)), row.number(5),           row.word<MessageWay>(6),
                 row.word<Language>(7)};
}

QString SqlOutboxStore::phoneOf(AccountId customer) const {
    Rows row = m_database.query("SELECT phone FROM accounts WHERE id = ?", customer);
    return row.next() ? row.text(0) : QString();
}

#undef SOBAN_OUTBOX_SELECT

} // namespace soban::storage
