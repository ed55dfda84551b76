// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/MoneyCheck.h"

#include <QTest>

using namespace soban;
using namespace soban::replay;

namespace {

Money won(qint64 minor) {
    return *Money::of(minor, Currency::krw());
}

contract::PaymentView payment(PaymentMethod method) {
    const bool byCard = method == PaymentMethod::Card;
    return {*PaymentId::fromNumber(5),
            method,
            byCard ? PaymentState::Paid : PaymentState::Collected,
            won(12'000),
            won(0),
            Instant::fromMs(1),
            {},
            {}};
}

contract::OrderAudit completed(PaymentMethod method = PaymentMethod::Card) {
    return {*OrderId::fromNumber(3),
            *AccountId::fromNumber(1),
            *ShopId::fromNumber(2),
            {},
            8,
            OrderState::Completed,
            DeliveryState::Delivered,
            won(12'000),
            won(12'000),
            won(12'000),
            0,
            OrderTimes{.created = Instant::fromMs(1)},
            {payment(method)}};
}

LedgerEntry captured(int number = 5) {
    return {PaymentId::fromNumber(number)->toText(), QStringLiteral("DONE"), 12'000, 12'000};
}

} // namespace

class TstReplayMoneyCheck : public QObject {
    Q_OBJECT

private slots:
    void findsNothingWhereAllBalances();
    void findsWhatDoesNot_data();
    void findsWhatDoesNot();
};

void TstReplayMoneyCheck::findsNothingWhereAllBalances() {
    QCOMPARE(imbalances({completed()}, {captured()}), QStringList());
    QCOMPARE(imbalances({completed(PaymentMethod::OnDelivery)}, {}), QStringList());
}

void TstReplayMoneyCheck::findsWhatDoesNot_data() {
    QTest::addColumn<contract::OrderAudit>("audit");
    QTest::addColumn<QList<LedgerEntry>>("ledger");

    contract::OrderAudit audit = completed();
    QTest::newRow("G4 not captured") << audit << QList<LedgerEntry>{};
    QTest::newRow("G4 captured twice") << audit << QList<LedgerEntry>{captured(), captured()};
    QTest::newRow("G4 a capture that nobody knows")
        << audit << QList<LedgerEntry>{captured(), captured(6)};
    LedgerEntry other = captured();
    other.totalMinor = other.balanceMinor = 11'999;
    QTest::newRow("G4 another amount") << audit << QList<LedgerEntry>{other};
    other = captured();
    other.balanceMinor = 0;
    QTest::newRow("G4 given back") << audit << QList<LedgerEntry>{other};
    QTest::newRow("G4 paid at the door and by card")
        << completed(PaymentMethod::OnDelivery) << QList<LedgerEntry>{captured()};
    audit.kept = won(0);
    QTest::newRow("G4 keeps too little") << audit << QList<LedgerEntry>{captured()};
    audit = completed();
    audit.state = OrderState::Delivered;
    QTest::newRow("G4 not over") << audit << QList<LedgerEntry>{captured()};
    audit = completed();
    audit.reservedUnits = 1;
    QTest::newRow("G4 holds stock") << audit << QList<LedgerEntry>{captured()};
}

void TstReplayMoneyCheck::findsWhatDoesNot() {
    QFETCH(contract::OrderAudit, audit);
    QFETCH(QList<LedgerEntry>, ledger);
    QCOMPARE(imbalances({audit}, ledger).size(), 1);
}

QTEST_APPLESS_MAIN(TstReplayMoneyCheck)
#include "TstMoneyCheck.moc"
