// SPDX-License-Identifier: GPL-3.0-or-later
#include "SandboxRig.h"

#include "clock/Clock.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QUrlQuery>

using namespace soban;
using namespace soban::payment;
using soban::providers::TossPayments;

using namespace std::chrono_literals;

/// The adapter and the sandbox, both real, over real HTTP.
class TstTossAgainstSandbox : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void captures();
    void isDeclined_data();
    void isDeclined();
    void oneKeyOneCharge();
    void anotherKeyForTheSameAttemptIsUnknown();
    void isUnknownAndThenFound_data();
    void isUnknownAndThenFound();
    void isUnknownAndNothingHappened_data();
    void isUnknownAndNothingHappened();
    void waitsForItsOwnUnfinishedCharge();
    void aDroppedAnswerIsNeverASecondCharge();
    void aStrangeGatewayIsUnknown();
    void refusedConnectionIsNotSent();
    void wrongSecretIsNotSent();
    void looksUpWhatIsNot();
    void refunds();
    void refundWithUnknownOutcomeIsRepeated();
    void registersACard();
    void givesUpRegistration();
    void manyAtOnceEachGetTheirOwn();

private:
    ChargeOutcome charge(TossPayments &adapter, const ChargeRequest &request) {
        const auto outcome =
            await<ChargeOutcome>([&](auto then) { adapter.charge(request, then); });
        return outcome.value_or(Declined{QStringLiteral("NO_CALLBACK"), {}});
    }
    LookUpOutcome lookUp(TossPayments &adapter, PaymentId payment) {
        const auto outcome =
            await<LookUpOutcome>([&](auto then) { adapter.lookUp(payment, then); });
        return outcome.value_or(Declined{QStringLiteral("NO_CALLBACK"), {}});
    }
    RefundOutcome refund(TossPayments &adapter, const QString &providerKey, qint64 won,
                         const QString &key) {
        const RefundRequest request{providerKey, *Money::of(won, Currency::krw()),
                                    QStringLiteral("가게 사정"), key};
        const auto outcome =
            await<RefundOutcome>([&](auto then) { adapter.refund(request, then); });
        return outcome.value_or(Refused{QStringLiteral("NO_CALLBACK"), {}});
    }
    ChargeRequest nextCharge(const QString &kind = QStringLiteral("normal"), qint64 won = 12'000) {
        const auto card = m_rig.newCard(*m_adapter, kind);
        return m_rig.newCharge(card.value_or(SavedCard{}), won);
    }

    SandboxRig m_rig;
    std::unique_ptr<TossPayments> m_adapter;
    std::unique_ptr<TossPayments> m_hasty; ///< waits for 400 ms only
};

void TstTossAgainstSandbox::initTestCase() {
    QVERIFY(m_rig.start());
    m_adapter = m_rig.makeAdapter();
    m_hasty = m_rig.makeAdapter(SandboxRig::kSecret, 400ms);
}

void TstTossAgainstSandbox::cleanup() {
    QVERIFY(m_rig.clearFaults());
}

void TstTossAgainstSandbox::captures() {
    const ChargeRequest request = nextCharge();
    const ChargeOutcome outcome = charge(*m_adapter, request);
    const auto *captured = std::get_if<Captured>(&outcome);
    QVERIFY(captured);
    QCOMPARE(captured->amount.minor(), 12'000);
    QVERIFY(captured->refunded.isZero());
    QVERIFY(!captured->providerKey.isEmpty());
    const auto age = SystemClock().now() - captured->approvedAt;
    QVERIFY(age > -2s && age < 60s);
    QCOMPARE(m_rig.http().get(captured->receiptUrl).status, 200);

    const QJsonArray ledger = m_rig.ledgerOf(request.payment.toText());
    QCOMPARE(ledger.size(), 1);
    QCOMPARE(ledger[0][QLatin1StringView("status")].toString(), QStringLiteral("DONE"));
    QCOMPARE(ledger[0][QLatin1StringView("orderName")].toString(), request.orderName);

    const LookUpOutcome seen = lookUp(*m_adapter, request.payment);
    QVERIFY(std::holds_alternative<Captured>(seen));
    QCOMPARE(std::get<Captured>(seen).providerKey, captured->providerKey);
}

void TstTossAgainstSandbox::isDeclined_data() {
    QTest::addColumn<QString>("card");
    QTest::addColumn<qint64>("won");
    QTest::addColumn<QString>("code");
    QTest::newRow("no money") << "declined" << qint64(12'000) << "REJECT_CARD_PAYMENT";
    QTest::newRow("expired") << "expired" << qint64(12'000) << "INVALID_CARD_EXPIRATION";
    QTest::newRow("above its limit") << "limited" << qint64(30'001) << "EXCEED_MAX_AMOUNT";
    QTest::newRow("too little") << "normal" << qint64(99) << "BELOW_MINIMUM_AMOUNT";
}

void TstTossAgainstSandbox::isDeclined() {
    QFETCH(QString, card);
    QFETCH(qint64, won);
    const ChargeRequest request = nextCharge(card, won);
    const ChargeOutcome outcome = charge(*m_adapter, request);
    QVERIFY(std::holds_alternative<Declined>(outcome));
    QTEST(std::get<Declined>(outcome).code, "code");
    QVERIFY(!std::get<Declined>(outcome).reason.isEmpty());
    const LookUpOutcome seen = lookUp(*m_adapter, request.payment);
    QVERIFY(std::holds_alternative<Declined>(seen) || std::holds_alternative<NotFound>(seen));
}

void TstTossAgainstSandbox::oneKeyOneCharge() {
    const ChargeRequest request = nextCharge();
    const ChargeOutcome first = charge(*m_adapter, request);
    const ChargeOutcome second = charge(*m_adapter, request);
    QVERIFY(std::holds_alternative<Captured>(first));
    QVERIFY(std::holds_alternative<Captured>(second));
    QCOMPARE(std::get<Captured>(second).providerKey, std::get<Captured>(first).providerKey);
    QCOMPARE(m_rig.ledgerOf(request.payment.toText()).size(), 1);
}

void TstTossAgainstSandbox::anotherKeyForTheSameAttemptIsUnknown() {
    ChargeRequest request = nextCharge();
    QVERIFY(std::holds_alternative<Captured>(charge(*m_adapter, request)));
    request.idempotencyKey += QStringLiteral("-again");
    QVERIFY(std::holds_alternative<Unknown>(charge(*m_adapter, request)));
    QCOMPARE(m_rig.ledgerOf(request.payment.toText()).size(), 1);
}

void TstTossAgainstSandbox::isUnknownAndThenFound_data() {
    QTest::addColumn<QString>("fault");
    QTest::newRow("G5 late") << "late";
    QTest::newRow("G5 never") << "never";
    QTest::newRow("G5 500 after the work") << "errorAfterWork";
    QTest::newRow("G5 dropped after the work") << "dropAfterWork";
    QTest::newRow("G5 PROVIDER_ERROR") << "providerError";
}

void TstTossAgainstSandbox::isUnknownAndThenFound() {
    QFETCH(QString, fault);
    const ChargeRequest request = nextCharge();
    const int delayMs = fault == QStringLiteral("late") ? 2000 : 0;
    QVERIFY(m_rig.order({{"kind", fault}, {"operation", "charge"}, {"delayMs", delayMs}}));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(std::holds_alternative<Unknown>(charge(*m_hasty, request)));
    QVERIFY(timer.elapsed() < 1500);
    const LookUpOutcome seen = lookUp(*m_adapter, request.payment);
    QVERIFY(std::holds_alternative<Captured>(seen));
    QCOMPARE(m_rig.ledgerOf(request.payment.toText()).size(), 1);
}

void TstTossAgainstSandbox::isUnknownAndNothingHappened_data() {
    QTest::addColumn<QString>("fault");
    QTest::newRow("G5 silent") << "silent";
    QTest::newRow("G5 500 before the work") << "errorBeforeWork";
    QTest::newRow("G5 dropped before the work") << "dropBeforeWork";
    QTest::newRow("G14 down") << "down";
}

void TstTossAgainstSandbox::isUnknownAndNothingHappened() {
    QFETCH(QString, fault);
    const ChargeRequest request = nextCharge();
    QVERIFY(m_rig.order({{"kind", fault}, {"operation", "charge"}}));
    QVERIFY(std::holds_alternative<Unknown>(charge(*m_hasty, request)));
    QVERIFY(std::holds_alternative<NotFound>(lookUp(*m_adapter, request.payment)));
    // The same attempt under the same key goes through once the provider is well again.
    QVERIFY(m_rig.clearFaults());
    QVERIFY(std::holds_alternative<Captured>(charge(*m_adapter, request)));
    QCOMPARE(m_rig.ledgerOf(request.payment.toText()).size(), 1);
}

void TstTossAgainstSandbox::waitsForItsOwnUnfinishedCharge() {
    const ChargeRequest request = nextCharge();
    QVERIFY(m_rig.order(
        {{"kind", "lateWork"}, {"operation", "charge"}, {"delayMs", 900}, {"count", 1}}));
    QVERIFY(std::holds_alternative<Unknown>(charge(*m_hasty, request)));
    QVERIFY(std::holds_alternative<NotFound>(lookUp(*m_adapter, request.payment)));
    // Still running there: 409 until it is done, then the first answer.
    QVERIFY(std::holds_alternative<Captured>(charge(*m_adapter, request)));
    QCOMPARE(m_rig.ledgerOf(request.payment.toText()).size(), 1);
}

void TstTossAgainstSandbox::aDroppedAnswerIsNeverASecondCharge() {
    // Qt sends the POST again by itself on a dropped kept-alive connection.
    const ChargeRequest request = nextCharge();
    QVERIFY(m_rig.order({{"kind", "dropAfterWork"}, {"operation", "charge"}, {"count", 1}}));
    const ChargeOutcome outcome = charge(*m_adapter, request);
    QVERIFY(std::holds_alternative<Captured>(outcome) || std::holds_alternative<Unknown>(outcome));
    QVERIFY(std::holds_alternative<Captured>(lookUp(*m_adapter, request.payment)));
    QCOMPARE(m_rig.ledgerOf(request.payment.toText()).size(), 1);
}

void TstTossAgainstSandbox::aStrangeGatewayIsUnknown() {
    QVERIFY(m_rig.order({{"kind", "down"}, {"operation", "lookUp"}}));
    QVERIFY(std::holds_alternative<Unknown>(lookUp(*m_adapter, *PaymentId::fromNumber(424242))));
}

void TstTossAgainstSandbox::refusedConnectionIsNotSent() {
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    providers::TossConfig config;
    config.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(free.serverPort()));
    config.secretKey = SandboxRig::kSecret;
    free.close();
    providers::CircuitBreaker breaker({});
    TossPayments adapter(config, breaker);
    const ChargeRequest request = nextCharge();
    QVERIFY(std::holds_alternative<NotSent>(charge(adapter, request)));
    QVERIFY(std::holds_alternative<Unknown>(lookUp(adapter, request.payment)));
    QVERIFY(std::holds_alternative<NotSent>(
        refund(adapter, QStringLiteral("x"), 1, QStringLiteral("r"))));
}

void TstTossAgainstSandbox::wrongSecretIsNotSent() {
    const auto stranger = m_rig.makeAdapter("test_sk_other");
    const ChargeRequest request = nextCharge();
    QVERIFY(std::holds_alternative<NotSent>(charge(*stranger, request)));
    QVERIFY(std::holds_alternative<Unknown>(lookUp(*stranger, request.payment)));
    QCOMPARE(m_rig.ledgerOf(request.payment.toText()).size(), 0);
}

void TstTossAgainstSandbox::looksUpWhatIsNot() {
    QVERIFY(std::holds_alternative<NotFound>(lookUp(*m_adapter, *PaymentId::fromNumber(987654))));
}

void TstTossAgainstSandbox::refunds() {
    const ChargeRequest request = nextCharge();
    const ChargeOutcome outcome = charge(*m_adapter, request);
    QVERIFY(std::holds_alternative<Captured>(outcome));
    const QString key = std::get<Captured>(outcome).providerKey;

    const RefundOutcome part = refund(*m_adapter, key, 2'000, QStringLiteral("refund-a"));
    QVERIFY(std::holds_alternative<Refunded>(part));
    QCOMPARE(std::get<Refunded>(part).refundedInAll.minor(), 2'000);
    const RefundOutcome repeat = refund(*m_adapter, key, 2'000, QStringLiteral("refund-a"));
    QVERIFY(std::holds_alternative<Refunded>(repeat));
    QCOMPARE(std::get<Refunded>(repeat).refundedInAll.minor(), 2'000);
    QVERIFY(std::holds_alternative<Refused>(
        refund(*m_adapter, key, 10'001, QStringLiteral("refund-b"))));
    const RefundOutcome rest = refund(*m_adapter, key, 10'000, QStringLiteral("refund-c"));
    QVERIFY(std::holds_alternative<Refunded>(rest));
    QCOMPARE(std::get<Refunded>(rest).refundedInAll.minor(), 12'000);
    QVERIFY(std::holds_alternative<AlreadyRefunded>(
        refund(*m_adapter, key, 1, QStringLiteral("refund-d"))));

    const LookUpOutcome seen = lookUp(*m_adapter, request.payment);
    QVERIFY(std::holds_alternative<Captured>(seen));
    QCOMPARE(std::get<Captured>(seen).refunded.minor(), 12'000);
    const QJsonArray ledger = m_rig.ledgerOf(request.payment.toText());
    QCOMPARE(ledger[0][QLatin1StringView("balanceAmount")].toInteger(), 0);
    QCOMPARE(ledger[0][QLatin1StringView("cancels")].toArray().size(), 2);
    QVERIFY(std::holds_alternative<Refused>(
        refund(*m_adapter, QStringLiteral("tpk_none"), 1, QStringLiteral("refund-e"))));
}

void TstTossAgainstSandbox::refundWithUnknownOutcomeIsRepeated() {
    const ChargeOutcome outcome = charge(*m_adapter, nextCharge());
    QVERIFY(std::holds_alternative<Captured>(outcome));
    const QString key = std::get<Captured>(outcome).providerKey;
    QVERIFY(m_rig.order({{"kind", "errorAfterWork"}, {"operation", "refund"}, {"count", 1}}));
    QVERIFY(std::holds_alternative<Unknown>(
        refund(*m_adapter, key, 3'000, QStringLiteral("refund-u"))));
    const RefundOutcome again = refund(*m_adapter, key, 3'000, QStringLiteral("refund-u"));
    QVERIFY(std::holds_alternative<Refunded>(again));
    QCOMPARE(std::get<Refunded>(again).refundedInAll.minor(), 3'000);
}

void TstTossAgainstSandbox::registersACard() {
    const QUrl returnUrl(QStringLiteral("http://127.0.0.1:9/cards/return?visit=7&name=%ED%95%9C"));
    const QString customerKey = QStringLiteral("cust-Ab_1.=@");
    const QUrl page = m_adapter->registrationUrl(customerKey, returnUrl);
    const testing::PlainAnswer shown = m_rig.http().get(page, {{"Accept-Language", "ko-KR"}});
    QCOMPARE(shown.status, 200);
    QVERIFY(shown.body.contains("테스트 카드를 골라"));
    QVERIFY(
        m_rig.http().get(page, {{"Accept-Language", "en-GB"}}).body.contains("Choose a test card"));

    QUrlQuery form;
    form.addQueryItem("customerKey", QString::fromLatin1(QUrl::toPercentEncoding(customerKey)));
    form.addQueryItem("returnUrl", QString::fromLatin1(QUrl::toPercentEncoding(
                                       returnUrl.toString(QUrl::FullyEncoded))));
    form.addQueryItem("card", "second");
    const testing::PlainAnswer chosen = m_rig.http().send(
        "POST", m_rig.url("/card-registration"), form.toString(QUrl::FullyEncoded).toLatin1(),
        {{"Content-Type", "application/x-www-form-urlencoded"}});
    QCOMPARE(chosen.status, 302);
    const QUrl back = QUrl::fromEncoded(chosen.location);
    QCOMPARE(back.path(), QStringLiteral("/cards/return"));
    const QUrlQuery items(back);
    QCOMPARE(items.queryItemValue("visit"), QStringLiteral("7"));
    QCOMPARE(items.queryItemValue("customerKey", QUrl::FullyDecoded), customerKey);
    const QString authKey = items.queryItemValue("authKey", QUrl::FullyDecoded);
    QVERIFY(!authKey.isEmpty());

    const auto issue = [&] {
        return await<CardOutcome>(
            [&](auto then) { m_adapter->issueCard(authKey, customerKey, then); });
    };
    const auto first = issue();
    QVERIFY(first && std::holds_alternative<IssuedCard>(*first));
    const IssuedCard card = std::get<IssuedCard>(*first);
    QVERIFY(card.maskedNumber.contains(QStringLiteral("****")));
    QVERIFY(!card.brand.isEmpty());
    const auto repeat = issue();
    QVERIFY(repeat && std::holds_alternative<IssuedCard>(*repeat));
    QCOMPARE(std::get<IssuedCard>(*repeat).billingKey, card.billingKey);

    QVERIFY(std::holds_alternative<Captured>(
        charge(*m_adapter, m_rig.newCharge({customerKey, card.billingKey}))));
    const auto forged = await<CardOutcome>(
        [&](auto then) { m_adapter->issueCard(QStringLiteral("auth_forged"), customerKey, then); });
    QVERIFY(forged && std::holds_alternative<Refused>(*forged));
}

void TstTossAgainstSandbox::givesUpRegistration() {
    const QByteArray form =
        "customerKey=cust1&returnUrl=http%3A%2F%2Flocalhost%3A9%2Fback&card=cancel";
    const testing::PlainAnswer answer =
        m_rig.http().send("POST", m_rig.url("/card-registration"), form);
    QCOMPARE(answer.status, 302);
    const QUrlQuery items(QUrl::fromEncoded(answer.location));
    QCOMPARE(items.queryItemValue("code"), QStringLiteral("PAY_PROCESS_CANCELED"));
    QVERIFY(!items.hasQueryItem("authKey"));
}

void TstTossAgainstSandbox::manyAtOnceEachGetTheirOwn() {
    constexpr int kCharges = 60;
    const auto card = m_rig.newCard(*m_adapter, QStringLiteral("normal"));
    QVERIFY(card);
    QVERIFY(m_rig.order({{"kind", "late"}, {"delayMs", 100}, {"operation", "charge"}}));
    int captured = 0;
    QSet<QString> keys;
    for (int i = 0; i < kCharges; ++i) {
        m_adapter->charge(m_rig.newCharge(*card, 1000 + i), [&, i](const ChargeOutcome &outcome) {
            if (const auto *done = std::get_if<Captured>(&outcome)) {
                captured += done->amount.minor() == 1000 + i ? 1 : 0;
                keys.insert(done->providerKey);
            }
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(captured, kCharges, 10'000);
    QCOMPARE(keys.size(), kCharges);
}

QTEST_GUILESS_MAIN(TstTossAgainstSandbox)
#include "TstTossAgainstSandbox.moc"
