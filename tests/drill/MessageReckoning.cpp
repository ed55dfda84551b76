// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/MessageReckoning.h"

#include "domain/Phone.h"
#include "stage/Requests.h"
#include "storage/SqlOutboxStore.h"
#include "storage/StorageError.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace soban::drill {

namespace {

using messaging::OutboxMessage;
using storage::Database;

/// Goes through the outbox, some messages at a time.
class MessageAuditor {
public:
    MessageAuditor(const storage::DatabaseAddress &address, PhoneLedger phones,
                   MessagesListed listed)
        : m_database(address, Database::Access::ReadOnly)
        , m_outbox(m_database)
        , m_phones(std::move(phones))
        , m_listed(std::move(listed)) {}

    MessageReckoning run() {
        constexpr int kAtOnce = 500;
        QList<OutboxMessage> page;
        do {
            page = m_outbox.all({}, page.isEmpty() ? std::nullopt : std::optional(page.last().id),
                                kAtOnce);
            for (const OutboxMessage &message : std::as_const(page))
                hold(message);
        } while (!page.isEmpty());
        for (const QByteArray &stranger : m_phones.uniqueKeys())
            m_found.blame(QStringLiteral("a phone has %1, and nobody wrote it")
                              .arg(QString::fromLatin1(stranger)));
        for (const QByteArray &one : std::as_const(m_listed))
            m_found.blame(
                QStringLiteral("%1 is listed, and has been sent").arg(QString::fromLatin1(one)));
        holdEvents();
        return m_found;
    }

private:
    void hold(const OutboxMessage &message) {
        ++m_found.written;
        m_found.triedAgain += message.tries > 1 ? 1 : 0;
        const QByteArray id = message.id.toText().toLatin1();
        const QList<QByteArray> phones = m_phones.values(id);
        m_phones.remove(id);
        const bool isListed = m_listed.remove(id);
        if (phones.size() > 1)
            blame(message, QStringLiteral("came %1 times").arg(phones.size()));
        for (const QByteArray &phone : phones) {
            if (dialled(m_outbox.phoneOf(message.customer)).toLatin1() != phone)
                blame(message, QStringLiteral("came to somebody else"));
        }
        if (isLeft(message, !phones.isEmpty()) != isListed)
            blame(message, QStringLiteral("is not listed as what it is"));
    }

    /// Whether it may never arrive, of which the operator is told.
    bool isLeft(const OutboxMessage &message, bool isOnPhone) {
        switch (message.state) {
        case MessageState::Accepted:
        case MessageState::Delivered:
            ++m_found.sent;
            m_found.arrived += message.state == MessageState::Delivered ? 1 : 0;
            if (!isOnPhone)
                blame(message, QStringLiteral("was never taken"));
            return false;
        case MessageState::Unknown:
            ++m_found.unknown;
            if (isOnPhone)
                blame(message, QStringLiteral("was taken, and the gateway would say so"));
            return true;
        case MessageState::Expired:
            ++m_found.expired;
            if (isOnPhone)
                blame(message, QStringLiteral("was taken"));
            return true;
        case MessageState::Failed: // there is no reason for it here
        case MessageState::Pending:
        case MessageState::Sending:
            break;
        }
        blame(message, QStringLiteral("does not come to its end: ") + message.fault);
        return message.state == MessageState::Failed;
    }

    /// Each change that customers care about has brought one.
    void holdEvents() {
        storage::Rows rows = m_database.query(
            "SELECT e.order_id, e.type FROM events e WHERE e.type IN ('soban.order.placed', "
            "'soban.order.accepted', 'soban.order.extended', 'soban.order.changed', "
            "'soban.order.refused', 'soban.order.expired', 'soban.order.cancelled', "
            "'soban.order.preparing', 'soban.order.ready', 'soban.order.picked-up', "
            "'soban.order.delivered', 'soban.order.returned', 'soban.order.payment-failed', "
            "'soban.refund.settled') AND NOT EXISTS "
            "(SELECT 1 FROM outbox o WHERE o.event_seq = e.seq)");
        while (rows.next())
            m_found.blame(QStringLiteral("nobody wrote that %1 is %2")
                              .arg(rows.id<OrderId>(0).toText(), rows.text(1)));
    }

    void blame(const OutboxMessage &message, const QString &words) {
        m_found.blame(QStringLiteral("%1 (%2, %3) %4")
                          .arg(message.id.toText(), QString(toText(message.topic)),
                               QString(toText(message.state)), words));
    }

    Database m_database;
    storage::SqlOutboxStore m_outbox;
    PhoneLedger m_phones; ///< what no message has claimed yet
    MessagesListed m_listed;
    MessageReckoning m_found;
};

} // namespace

void MessageReckoning::blame(const QString &words) {
    constexpr qsizetype kExamples = 20;
    ++violations;
    if (examples.size() < kExamples)
        examples.append(words);
}

Result<MessageStanding, QString> messageStanding(const storage::DatabaseAddress &database) {
    try {
        Database reader(database, Database::Access::ReadOnly);
        storage::Rows row = reader.query("SELECT COUNT(*), COUNT(*) FILTER (WHERE state IN "
                                         "('pending', 'sending')) FROM outbox");
        row.next();
        return MessageStanding{row.integer(0), row.integer(1)};
    } catch (const storage::StorageError &error) {
        return QString::fromUtf8(error.what());
    }
}

Result<MessagesListed, QString> messagesListed(Stand &stand) {
    constexpr int kOk = 200;
    MessagesListed listed;
    for (const MessageState state :
         {MessageState::Unknown, MessageState::Expired, MessageState::Failed}) {
        QByteArray cursor;
        do {
            const auto answer =
                ask(stand.line(), bench::getRequest("/api/v1/operator/messages?limit=100&state=" +
                                                        QByteArray(toText(state).data()) + cursor,
                                                    stand.town().operatorToken));
            if (!answer || answer->status != kOk)
                return QString(QStringLiteral("the list cannot be read: ") + describe(answer));
            const QJsonObject page = QJsonDocument::fromJson(answer->body).object();
            for (const auto &audit : page[QLatin1StringView("messages")].toArray())
                listed.insert(audit[QLatin1StringView("message")][QLatin1StringView("id")]
                                  .toString()
                                  .toLatin1());
            const QString next = page[QLatin1StringView("nextCursor")].toString();
            cursor = next.isEmpty() ? QByteArray() : "&cursor=" + next.toLatin1();
        } while (!cursor.isEmpty());
    }
    return listed;
}

Result<MessageReckoning, QString> reckonMessages(const storage::DatabaseAddress &database,
                                                 const PhoneLedger &phones,
                                                 const MessagesListed &listed) {
    try {
        return MessageAuditor(database, phones, listed).run();
    } catch (const storage::StorageError &error) {
        return QString::fromUtf8(error.what());
    }
}

} // namespace soban::drill
