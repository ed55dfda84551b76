// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/Ledger.h"

#include <QTest>

#include <memory>

using namespace soban;
using namespace soban::sandbox;
using namespace std::chrono_literals;

namespace {

class Recorder : public LedgerObserver {
public:
    void paymentChanged(const LedgerPayment &payment) override { payments.append(payment); }
    void authorizationChanged(const Authorization &) override { ++authorizations; }
    void cardIssued(const BillingCard &) override { ++cards; }

    QList<LedgerPayment> payments;
    int authorizations = 0;
    int cards = 0;
};

} // namespace

class TstLedger : public QObject {
    Q_OBJECT

private slots:
    void init();
    void chargesASavedCard();
    void refusesCharge_data();
    void refusesCharge();
    void refusesASecondChargeOfAnOrderId();
    void allowsAnotherTryAfterADecline();
    void declinesAsTheCardSays_data();
    void declinesAsTheCardSays();
    void declinesWhenForced();
    void issuesOneCardPerVisit();
    void keepsACardToItsCustomer();
    void takesTestAuthKeys();
    void refundsInParts();
    void refusesToRefundTooMuch();
    void refundsTheRestWithoutAnAmount();
    void confirmsWithinTenMinutes_data();
    void confirmsWithinTenMinutes();
    void tellsOfEachChange();

private:
    QString newCard(TestCardKind kind, const QString &customer = QStringLiteral("cust-1")) {
        const auto card = m_ledger->issueCard(m_ledger->authorize(customer, kind), customer);
        return card ? card->billingKey : QString();
    }
    BillingCharge chargeOf(const QString &billingKey, qint64 won = 10'000) {
        return {billingKey, QStringLiteral("cust-1"), QStringLiteral("order-1"),
                QStringLiteral("밥"), won};
    }

    ManualClock m_clock{Instant::fromMs(1'800'000'000'000)};
    int m_lastKey = 0;
    Recorder m_recorder;
    std::unique_ptr<Ledger> m_ledger;
};

void TstLedger::init() {
    m_recorder = Recorder();
    m_lastKey = 0;
    m_ledger = std::make_unique<Ledger>(
        m_clock,
        [this](const QString &prefix) { return QString(prefix + QString::number(++m_lastKey)); },
        &m_recorder);
}

void TstLedger::chargesASavedCard() {
    const auto paid = m_ledger->charge(chargeOf(newCard(TestCardKind::Normal)));
    QVERIFY(paid.ok());
    QCOMPARE(paid->status, LedgerStatus::Done);
    QCOMPARE(paid->totalWon, 10'000);
    QCOMPARE(paid->balanceWon, 10'000);
    QCOMPARE(paid->approvedAt, std::optional(m_clock.now()));
    QCOMPARE(*m_ledger->findByOrder(QStringLiteral("order-1")), *paid);
    QCOMPARE(*m_ledger->findByKey(paid->paymentKey), *paid);
}

void TstLedger::refusesCharge_data() {
    QTest::addColumn<QString>("customer");
    QTest::addColumn<QString>("order");
    QTest::addColumn<qint64>("won");
    QTest::addColumn<QString>("code");
    QTest::newRow("another customer") << "cust-2"
                                      << "order-1" << qint64(1000) << "NOT_MATCHES_CUSTOMER_KEY";
    QTest::newRow("short order id") << "cust-1"
                                    << "o-1" << qint64(1000) << "INVALID_ORDER_ID";
    QTest::newRow("long order id")
        << "cust-1" << QString(65, 'o') << qint64(1000) << "INVALID_ORDER_ID";
    QTest::newRow("strange order id") << "cust-1"
                                      << "order/1" << qint64(1000) << "INVALID_ORDER_ID";
    QTest::newRow("too little") << "cust-1"
                                << "order-1" << qint64(99) << "BELOW_MINIMUM_AMOUNT";
}

void TstLedger::refusesCharge() {
    QFETCH(QString, customer);
    QFETCH(QString, order);
    QFETCH(qint64, won);
    const QString card = newCard(TestCardKind::Normal);
    const auto refused = m_ledger->charge({card, customer, order, QStringLiteral("밥"), won});
    QVERIFY(!refused.ok());
    QTEST(refused.error().code, "code");
    QVERIFY(m_ledger->payments().empty());
    QCOMPARE(m_ledger->charge(chargeOf(QStringLiteral("bill_none"))).error().code,
             QStringLiteral("INVALID_BILL_KEY_REQUEST"));
}

void TstLedger::refusesASecondChargeOfAnOrderId() {
    const QString card = newCard(TestCardKind::Normal);
    QVERIFY(m_ledger->charge(chargeOf(card)).ok());
    QCOMPARE(m_ledger->charge(chargeOf(card)).error().code, QStringLiteral("DUPLICATED_ORDER_ID"));
    QCOMPARE(m_ledger->payments().size(), std::size_t(1));
}

void TstLedger::allowsAnotherTryAfterADecline() {
    QVERIFY(!m_ledger->charge(chargeOf(newCard(TestCardKind::Declined))).ok());
    QVERIFY(m_ledger->charge(chargeOf(newCard(TestCardKind::Normal))).ok());
    QCOMPARE(m_ledger->allOfOrder(QStringLiteral("order-1")).size(), 2);
    QCOMPARE(m_ledger->findByOrder(QStringLiteral("order-1"))->status, LedgerStatus::Done);
}

void TstLedger::declinesAsTheCardSays_data() {
    QTest::addColumn<TestCardKind>("kind");
    QTest::addColumn<qint64>("won");
    QTest::addColumn<QString>("code");
    QTest::newRow("declined") << TestCardKind::Declined << qint64(1'000) << "REJECT_CARD_PAYMENT";
    QTest::newRow("expired") << TestCardKind::Expired << qint64(1'000) << "INVALID_CARD_EXPIRATION";
    QTest::newRow("at its limit") << TestCardKind::Limited << qint64(30'000) << "";
    QTest::newRow("above its limit")
        << TestCardKind::Limited << qint64(30'001) << "EXCEED_MAX_AMOUNT";
    QTest::newRow("slow") << TestCardKind::Slow << qint64(1'000) << "";
}

void TstLedger::declinesAsTheCardSays() {
    QFETCH(TestCardKind, kind);
    QFETCH(qint64, won);
    QFETCH(QString, code);
    const auto result = m_ledger->charge(chargeOf(newCard(kind), won));
    QCOMPARE(result.ok() ? QString() : result.error().code, code);
    const LedgerPayment &kept = m_ledger->payments().back();
    QCOMPARE(kept.status, code.isEmpty() ? LedgerStatus::Done : LedgerStatus::Aborted);
    QCOMPARE(kept.failureCode, code);
    QCOMPARE(kept.balanceWon, code.isEmpty() ? won : 0);
}

void TstLedger::declinesWhenForced() {
    const auto result = m_ledger->charge(chargeOf(newCard(TestCardKind::Normal)),
                                         QStringLiteral("REJECT_CARD_COMPANY"));
    QCOMPARE(result.error().code, QStringLiteral("REJECT_CARD_COMPANY"));
    QCOMPARE(result.error().status, 403);
}

void TstLedger::issuesOneCardPerVisit() {
    const QString authKey = m_ledger->authorize(QStringLiteral("cust-1"), TestCardKind::Second);
    QVERIFY(m_ledger->issueCard(authKey, QStringLiteral("cust-1")).ok());
    QCOMPARE(m_ledger->issueCard(authKey, QStringLiteral("cust-1")).error().code,
             QStringLiteral("INVALID_BILL_KEY_REQUEST"));
}

void TstLedger::keepsACardToItsCustomer() {
    const QString authKey = m_ledger->authorize(QStringLiteral("cust-1"), TestCardKind::Normal);
    QCOMPARE(m_ledger->issueCard(authKey, QStringLiteral("cust-2")).error().code,
             QStringLiteral("NOT_MATCHES_CUSTOMER_KEY"));
    QVERIFY(m_ledger->issueCard(authKey, QStringLiteral("cust-1")).ok());
    QVERIFY(!m_ledger->issueCard(authKey, QStringLiteral("한글")).ok());
}

void TstLedger::takesTestAuthKeys() {
    for (int i = 0; i < 2; ++i) {
        const auto card =
            m_ledger->issueCard(QStringLiteral("test_auth_slow"), QStringLiteral("cust-1"));
        QVERIFY(card.ok());
        QCOMPARE(card->card, TestCardKind::Slow);
    }
    QVERIFY(!m_ledger->issueCard(QStringLiteral("test_auth_gold"), QStringLiteral("cust-1")).ok());
}

void TstLedger::refundsInParts() {
    const QString key = m_ledger->charge(chargeOf(newCard(TestCardKind::Normal)))->paymentKey;
    const auto part = m_ledger->cancel(key, QStringLiteral("늦음"), 4'000);
    QVERIFY(part.ok());
    QCOMPARE(part->status, LedgerStatus::PartialCanceled);
    QCOMPARE(part->balanceWon, 6'000);
    const auto rest = m_ledger->cancel(key, QStringLiteral("늦음"), 6'000);
    QVERIFY(rest.ok());
    QCOMPARE(rest->status, LedgerStatus::Canceled);
    QCOMPARE(rest->balanceWon, 0);
    QCOMPARE(rest->cancels.size(), 2);
    QCOMPARE(m_ledger->cancel(key, QStringLiteral("늦음"), 1).error().code,
             QStringLiteral("ALREADY_CANCELED_PAYMENT"));
}

void TstLedger::refusesToRefundTooMuch() {
    const QString key = m_ledger->charge(chargeOf(newCard(TestCardKind::Normal)))->paymentKey;
    QCOMPARE(m_ledger->cancel(key, QStringLiteral("늦음"), 10'001).error().code,
             QStringLiteral("NOT_CANCELABLE_AMOUNT"));
    QCOMPARE(m_ledger->findByKey(key)->balanceWon, 10'000);
    QVERIFY(!m_ledger
                 ->charge({newCard(TestCardKind::Declined), QStringLiteral("cust-1"),
                           QStringLiteral("order-2"), QStringLiteral("밥"), 1000})
                 .ok());
    QCOMPARE(m_ledger
                 ->cancel(m_ledger->findByOrder(QStringLiteral("order-2"))->paymentKey,
                          QStringLiteral("늦음"), 1)
                 .error()
                 .code,
             QStringLiteral("NOT_CANCELABLE_PAYMENT"));
    QCOMPARE(m_ledger->cancel(QStringLiteral("tpk_none"), QStringLiteral("늦음"), 1).error().code,
             QStringLiteral("NOT_FOUND_PAYMENT"));
}

void TstLedger::refundsTheRestWithoutAnAmount() {
    const QString key = m_ledger->charge(chargeOf(newCard(TestCardKind::Normal)))->paymentKey;
    QVERIFY(m_ledger->cancel(key, QStringLiteral("늦음"), 1).ok());
    const auto rest = m_ledger->cancel(key, QStringLiteral("늦음"), std::nullopt);
    QVERIFY(rest.ok());
    QCOMPARE(rest->cancels.last().won, 9'999);
    QCOMPARE(rest->status, LedgerStatus::Canceled);
}

void TstLedger::confirmsWithinTenMinutes_data() {
    QTest::addColumn<int>("afterMs");
    QTest::addColumn<bool>("isInTime");
    QTest::newRow("at once") << 0 << true;
    QTest::newRow("at the last moment") << 600'000 << true;
    QTest::newRow("too late") << 600'001 << false;
}

void TstLedger::confirmsWithinTenMinutes() {
    QFETCH(int, afterMs);
    QFETCH(bool, isInTime);
    const QString order = QStringLiteral("order-1");
    const QString key =
        m_ledger->openPayment(order, QStringLiteral("꽃"), 5'000, TestCardKind::Normal).paymentKey;
    QVERIFY(!m_ledger->confirm(key, order, 4'999).ok());
    m_clock.advance(std::chrono::milliseconds(afterMs));
    const auto result = m_ledger->confirm(key, order, 5'000);
    QCOMPARE(result.ok(), isInTime);
    QCOMPARE(m_ledger->findByKey(key)->status,
             isInTime ? LedgerStatus::Done : LedgerStatus::Expired);
    QCOMPARE(m_ledger->confirm(key, order, 5'000).error().code,
             isInTime ? QStringLiteral("ALREADY_PROCESSED_PAYMENT")
                      : QStringLiteral("NOT_FOUND_PAYMENT_SESSION"));
}

void TstLedger::tellsOfEachChange() {
    const QString key = m_ledger->charge(chargeOf(newCard(TestCardKind::Normal)))->paymentKey;
    QVERIFY(m_ledger->cancel(key, QStringLiteral("늦음"), 1).ok());
    QCOMPARE(m_recorder.payments.size(), 2);
    QCOMPARE(m_recorder.payments[0].status, LedgerStatus::Done);
    QCOMPARE(m_recorder.payments[1].status, LedgerStatus::PartialCanceled);
    QCOMPARE(m_recorder.authorizations, 2); // given, used
    QCOMPARE(m_recorder.cards, 1);
}

QTEST_GUILESS_MAIN(TstLedger)
#include "TstLedger.moc"
