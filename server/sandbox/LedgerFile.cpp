// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/LedgerFile.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace soban::sandbox {

namespace {

const QByteArray kLineStart = QByteArrayLiteral("{\"kind\":");

Instant momentOf(const QJsonValue &value) {
    return Instant::fromMs(value.toInteger());
}

QJsonObject toRecord(const LedgerPayment &payment) {
    QJsonArray cancels;
    for (const LedgerCancel &cancel : payment.cancels) {
        cancels.append(QJsonObject{{QStringLiteral("key"), cancel.transactionKey},
                                   {QStringLiteral("won"), cancel.won},
                                   {QStringLiteral("reason"), cancel.reason},
                                   {QStringLiteral("at"), cancel.canceledAt.ms()}});
    }
    QJsonObject record{{QStringLiteral("key"), payment.paymentKey},
                       {QStringLiteral("order"), payment.orderId},
                       {QStringLiteral("name"), payment.orderName},
                       {QStringLiteral("status"), toText(payment.status)},
                       {QStringLiteral("card"), toText(payment.card)},
                       {QStringLiteral("billing"), payment.isBilling},
                       {QStringLiteral("total"), payment.totalWon},
                       {QStringLiteral("balance"), payment.balanceWon},
                       {QStringLiteral("requested"), payment.requestedAt.ms()},
                       {QStringLiteral("cancels"), cancels},
                       {QStringLiteral("failure"), payment.failureCode}};
    if (payment.approvedAt)
        record.insert(QStringLiteral("approved"), payment.approvedAt->ms());
    return record;
}

std::optional<LedgerPayment> paymentFrom(const QJsonObject &record) {
    const auto status = enumFromText<LedgerStatus>(record[QLatin1StringView("status")].toString());
    const auto card = enumFromText<TestCardKind>(record[QLatin1StringView("card")].toString());
    if (!status || !card)
        return std::nullopt;
    std::optional<Instant> approvedAt;
    if (record.contains(QLatin1StringView("approved")))
        approvedAt = momentOf(record[QLatin1StringView("approved")]);
    QList<LedgerCancel> cancels;
    for (const auto value : record[QLatin1StringView("cancels")].toArray()) {
        const QJsonObject cancel = value.toObject();
        cancels.append({cancel[QLatin1StringView("key")].toString(),
                        cancel[QLatin1StringView("won")].toInteger(),
                        cancel[QLatin1StringView("reason")].toString(),
                        momentOf(cancel[QLatin1StringView("at")])});
    }
    return LedgerPayment{record[QLatin1StringView("key")].toString(),
                         record[QLatin1StringView("order")].toString(),
                         record[QLatin1StringView("name")].toString(),
                         *status,
                         *card,
                         record[QLatin1StringView("billing")].toBool(),
                         record[QLatin1StringView("total")].toInteger(),
                         record[QLatin1StringView("balance")].toInteger(),
                         momentOf(record[QLatin1StringView("requested")]),
                         approvedAt,
                         cancels,
                         record[QLatin1StringView("failure")].toString()};
}

/// Puts one record back; false when it makes no sense.
bool restore(const QJsonObject &line, Ledger &ledger, IdempotencyBook &book) {
    const QString kind = line[QLatin1StringView("kind")].toString();
    const QJsonObject record = line[QLatin1StringView("record")].toObject();
    if (kind == QLatin1StringView("payment")) {
        const auto payment = paymentFrom(record);
        if (payment)
            ledger.restore(*payment);
        return payment.has_value();
    }
    if (kind == QLatin1StringView("idempotency")) {
        book.restore({record[QLatin1StringView("scope")].toString().toLatin1(),
                      {record[QLatin1StringView("status")].toInt(),
                       record[QLatin1StringView("body")].toString().toUtf8()},
                      momentOf(record[QLatin1StringView("at")])});
        return true;
    }
    const auto card = enumFromText<TestCardKind>(record[QLatin1StringView("card")].toString());
    const QString key = record[QLatin1StringView("key")].toString();
    const QString customer = record[QLatin1StringView("customer")].toString();
    if (!card)
        return false;
    if (kind == QLatin1StringView("authorization")) {
        ledger.restore(
            Authorization{key, customer, *card, record[QLatin1StringView("used")].toBool()});
        return true;
    }
    if (kind == QLatin1StringView("card")) {
        ledger.restore(
            BillingCard{key, customer, *card, momentOf(record[QLatin1StringView("at")])});
        return true;
    }
    return false;
}

} // namespace

Result<Done, QString> LedgerFile::open(const QString &path, Ledger &ledger, IdempotencyBook &book) {
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadWrite))
        return m_file.errorString();
    qint64 wholeBytes = 0;
    while (!m_file.atEnd()) {
        const QByteArray line = m_file.readLine();
        const bool isTorn =
            !line.endsWith('\n') && kLineStart.startsWith(line.left(kLineStart.size()));
        if (isTorn)
            break;
        wholeBytes += line.size();
        const std::optional<QJsonObject> record = parseJsonObject(line);
        if (!record || !restore(*record, ledger, book))
            return QStringLiteral("not a ledger: byte %1 of %2")
                .arg(wholeBytes - line.size())
                .arg(path);
    }
    if (!m_file.resize(wholeBytes) || !m_file.seek(wholeBytes))
        return m_file.errorString();
    return Done{};
}

void LedgerFile::append(const LedgerPayment &payment) {
    writeLine("payment", toRecord(payment));
}

void LedgerFile::append(const Authorization &authorization) {
    writeLine("authorization", {{QStringLiteral("key"), authorization.authKey},
                                {QStringLiteral("customer"), authorization.customerKey},
                                {QStringLiteral("card"), toText(authorization.card)},
                                {QStringLiteral("used"), authorization.isUsed}});
}

void LedgerFile::append(const BillingCard &card) {
    writeLine("card", {{QStringLiteral("key"), card.billingKey},
                       {QStringLiteral("customer"), card.customerKey},
                       {QStringLiteral("card"), toText(card.card)},
                       {QStringLiteral("at"), card.authenticatedAt.ms()}});
}

void LedgerFile::append(const IdempotencyBook::Record &record) {
    writeLine("idempotency", {{QStringLiteral("scope"), QString::fromLatin1(record.scope)},
                              {QStringLiteral("status"), record.answer.status},
                              {QStringLiteral("body"), QString::fromUtf8(record.answer.body)},
                              {QStringLiteral("at"), record.finishedAt.ms()}});
}

void LedgerFile::writeLine(const char *kind, const QJsonObject &record) {
    if (!m_file.isOpen())
        return;
    const QJsonObject line{{QStringLiteral("kind"), QLatin1StringView(kind)},
                           {QStringLiteral("record"), record}};
    m_file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    // Handed to the system before anyone is answered, so that it outlives a kill of this process.
    if (!m_file.flush())
        qWarning("sandbox: the ledger can't be written: %s", qUtf8Printable(m_file.errorString()));
}

} // namespace soban::sandbox
