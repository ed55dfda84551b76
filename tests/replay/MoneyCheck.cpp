// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/MoneyCheck.h"

#include "client/Calls.h"
#include "replay/Ask.h"
#include "support/PlainHttp.h"

#include <QHash>
#include <QJsonArray>
#include <QUrlQuery>

namespace soban::replay {

using contract::OrderAudit;

namespace {

constexpr int kPage = 100;

LedgerEntry entryOf(const QJsonObject &payment) {
    return {payment.value(QLatin1StringView("orderId")).toString(),
            payment.value(QLatin1StringView("status")).toString(),
            payment.value(QLatin1StringView("totalAmount")).toInteger(),
            payment.value(QLatin1StringView("balanceAmount")).toInteger()};
}

QString amount(const Money &money) {
    return QString::number(money.minor());
}

QString faultOfBooks(const OrderAudit &audit) {
    if (audit.state != OrderState::Completed)
        return QStringLiteral("is ") + QString(toText(audit.state));
    if (audit.kept != audit.owed)
        return QStringLiteral("keeps %1 and owes %2").arg(amount(audit.kept), amount(audit.owed));
    if (audit.owed != audit.total)
        return QStringLiteral("owes %1 of %2").arg(amount(audit.owed), amount(audit.total));
    if (audit.reservedUnits != 0)
        return QStringLiteral("still holds %1 units of stock").arg(audit.reservedUnits);
    return {};
}

/// Takes the order's entries out of the ledger, so that what is left belongs to nobody.
QString faultOfLedger(const OrderAudit &audit, QMultiHash<QString, LedgerEntry> &ledger) {
    int captures = 0;
    for (const contract::PaymentView &payment : audit.payments) {
        const QList<LedgerEntry> entries = ledger.values(payment.id.toText());
        ledger.remove(payment.id.toText());
        if (payment.method != PaymentMethod::Card && !entries.isEmpty())
            return QStringLiteral("is paid at the door and yet in the ledger");
        for (const LedgerEntry &entry : entries) {
            ++captures;
            const bool isWhole = entry.status == QLatin1StringView("DONE") &&
                                 entry.totalMinor == audit.total.minor() &&
                                 entry.balanceMinor == entry.totalMinor;
            if (!isWhole) {
                return QStringLiteral("has %1 %2 in the ledger for a total of %3")
                    .arg(entry.status)
                    .arg(entry.totalMinor)
                    .arg(amount(audit.total));
            }
        }
    }
    const bool byCard =
        !audit.payments.isEmpty() && audit.payments.first().method == PaymentMethod::Card;
    if (captures == (byCard ? 1 : 0))
        return {};
    return QStringLiteral("was captured %1 times").arg(captures);
}

} // namespace

Result<QList<OrderAudit>, QString> readAudits(const Interrupt &interrupt,
                                              client::ApiClient &operatorApi) {
    QList<OrderAudit> audits;
    client::Page page{{}, kPage};
    do {
        const auto part = ask(interrupt, operatorApi, client::calls::auditOrders(page));
        if (!part)
            return QString(QStringLiteral("audit: ") + part.error());
        audits += part->orders;
        page.cursor = part->nextCursor;
    } while (page.cursor);
    return audits;
}

Result<QList<LedgerEntry>, QString> readLedger(const QUrl &sandbox) {
    testing::PlainHttp http;
    QList<LedgerEntry> entries;
    QString cursor = QStringLiteral("0");
    while (!cursor.isEmpty()) {
        QUrl url = sandbox.resolved(QUrl(QStringLiteral("/sandbox/ledger")));
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("cursor"), cursor);
        url.setQuery(query);
        const testing::PlainAnswer answer = http.get(url);
        if (answer.status != 200)
            return QStringLiteral("the ledger answers %1").arg(answer.status);
        const QJsonObject page = answer.json();
        for (const auto payment : page.value(QLatin1StringView("payments")).toArray())
            entries.append(entryOf(payment.toObject()));
        cursor = page.value(QLatin1StringView("nextCursor")).toString();
    }
    return entries;
}

QStringList imbalances(const QList<OrderAudit> &audits, const QList<LedgerEntry> &ledger) {
    QMultiHash<QString, LedgerEntry> unclaimed;
    for (const LedgerEntry &entry : ledger)
        unclaimed.insert(entry.orderId, entry);
    QStringList found;
    for (const OrderAudit &audit : audits) {
        const QString books = faultOfBooks(audit);
        const QString entries = faultOfLedger(audit, unclaimed);
        if (!books.isEmpty() || !entries.isEmpty())
            found.append(audit.orderId.toText() + u' ' + (books.isEmpty() ? entries : books));
    }
    for (const LedgerEntry &entry : std::as_const(unclaimed)) {
        found.append(QStringLiteral("the ledger has %1 of %2 for %3, which no order knows")
                         .arg(entry.status)
                         .arg(entry.totalMinor)
                         .arg(entry.orderId));
    }
    return found;
}

} // namespace soban::replay
