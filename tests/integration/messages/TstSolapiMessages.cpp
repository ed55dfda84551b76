// SPDX-License-Identifier: GPL-3.0-or-later
// The real server and the sandbox's Solapi: KakaoTalk, and an SMS to who has none; a gateway that
// fails in every way sends nothing twice and loses nothing.
#include "messages/MessageTown.h"

#include <QJsonArray>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using contract::RouteId;

class TstSolapiMessages : public QObject {
    Q_OBJECT

private:
    MessageTown m_town;
    PlainHttp m_http;

    /// What Solapi took, by what the text contains.
    QList<QJsonObject> taken(const QString &part) {
        const QUrl ledger = m_town.sandbox().resolved(QUrl(QStringLiteral("/sandbox/messages")));
        QList<QJsonObject> found;
        for (const auto &value :
             m_http.get(ledger).json().value(QStringLiteral("messages")).toArray()) {
            if (value.toObject().value(QStringLiteral("text")).toString() == part)
                found.append(value.toObject());
        }
        return found;
    }
    QString textOf(OrderId order, Caller customer = Caller::Customer) {
        const auto list = m_town.messages(order, customer);
        return list.isEmpty() ? QString() : list.last().text;
    }
    bool fault(const char *kind, const char *operation = "sendMessage") {
        return m_town.orderFault({{QStringLiteral("kind"), QString::fromLatin1(kind)},
                                  {QStringLiteral("operation"), QString::fromLatin1(operation)}});
    }
private slots:
    void initTestCase() {
        const auto fault = m_town.startWithSolapi();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }

    void cleanup() { QVERIFY(m_town.clearFaults()); }

    void kakaoTalkGetsItsTemplate() { // R11
        QVERIFY(m_town.prefer(MessageWay::KakaoTalk, Language::Korean));
        const OrderId id = m_town.order({{Action::Accept, Caller::Shop}});
        QTRY_VERIFY_WITH_TIMEOUT(m_town.areAll(id, 2, MessageState::Delivered), 20'000);
        for (const auto &message : m_town.messages(id))
            QCOMPARE(message.way, MessageWay::KakaoTalk);
        const auto sent = taken(textOf(id));
        QCOMPARE(sent.size(), 1);
        const QJsonObject kakao = sent.first().value(QStringLiteral("kakaoOptions")).toObject();
        QCOMPARE(kakao.value(QStringLiteral("templateId")).toString(),
                 QStringLiteral("KA01TP-accepted"));
        QCOMPARE(kakao.value(QStringLiteral("pfId")).toString(), QStringLiteral("KA01PF-soban"));
        QVERIFY(!kakao.value(QStringLiteral("variables"))
                     .toObject()
                     .value(QStringLiteral("#{time}"))
                     .toString()
                     .isEmpty());
    }

    void whoHasNoKakaoTalkGetsAnSms() { // R11
        QVERIFY(m_town.prefer(MessageWay::KakaoTalk, Language::Korean, Caller::OtherCustomer));
        const OrderId id = m_town.orderPlacedBy(Caller::OtherCustomer);
        QTRY_VERIFY_WITH_TIMEOUT(m_town.areAll(id, 1, MessageState::Delivered), 20'000);
        QCOMPARE(m_town.messages(id, Caller::OtherCustomer).first().way, MessageWay::Sms);
        QCOMPARE(taken(textOf(id, Caller::OtherCustomer)).size(), 1);
        // Another customer's messages are nobody's business.
        QCOMPARE(
            m_town.call(m_town.request(RouteId::ListOrderMessages, Caller::Customer, {id.toText()}))
                .status,
            404);
    }

    void smsGoesBySolapiWhereThereIsNoOtherWay() { // R11
        QVERIFY(m_town.prefer(MessageWay::Sms, Language::English));
        const OrderId id = m_town.order();
        QTRY_VERIFY_WITH_TIMEOUT(m_town.areAll(id, 1, MessageState::Delivered), 20'000);
        QCOMPARE(m_town.messages(id).first().way, MessageWay::Sms);
        QVERIFY(textOf(id).startsWith(QStringLiteral("[Soban]")));
        QCOMPARE(m_town.audits(id).first().gateway, std::optional(QStringLiteral("solapi")));
    }

    void unknownOutcomeIsLookedUpAndNotSentTwice_data() {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"never", "dropAfterWork", "errorAfterWork"})
            QTest::addRow("R11 G10 %s", kind) << QString::fromLatin1(kind);
    }

    void unknownOutcomeIsLookedUpAndNotSentTwice() {
        QFETCH(QString, kind);
        QVERIFY(m_town.prefer(MessageWay::KakaoTalk, Language::Korean));
        QTRY_COMPARE_WITH_TIMEOUT(m_town.figure("soban_solapi_breaker_state"), 0, 20'000);
        QVERIFY(fault(kind.toLatin1().constData()));
        const OrderId id = m_town.order();
        QTRY_VERIFY_WITH_TIMEOUT(m_town.faultHits() > 0, 20'000);
        QVERIFY(m_town.clearFaults());
        // Solapi had it all the time, and says so when it is asked.
        QTRY_VERIFY_WITH_TIMEOUT(m_town.areAll(id, 1, MessageState::Delivered), 30'000);
        QCOMPARE(taken(textOf(id)).size(), 1);
        QCOMPARE(m_town.audits(id).first().tries, 1);
    }

    void whatNeverArrivedStaysUnknown() { // R11 G10
        QVERIFY(m_town.prefer(MessageWay::KakaoTalk, Language::Korean));
        QTRY_COMPARE_WITH_TIMEOUT(m_town.figure("soban_solapi_breaker_state"), 0, 20'000);
        QVERIFY(fault("dropBeforeWork"));
        const OrderId id = m_town.order();
        QTRY_VERIFY_WITH_TIMEOUT(m_town.areAll(id, 1, MessageState::Unknown), 20'000);
        QVERIFY(m_town.clearFaults());
        QTest::qWait(3000); // two tries, if there were any
        QVERIFY(m_town.areAll(id, 1, MessageState::Unknown));
        QVERIFY(taken(textOf(id)).isEmpty());
        const auto listed = m_town.inState(MessageState::Unknown);
        QVERIFY(std::any_of(listed.cbegin(), listed.cend(),
                            [id](const auto &audit) { return audit.orderId == id; }));
    }

    void breakerOpensAndWhatWaitedIsSentOnce() { // R11 G10 G14
        QVERIFY(m_town.prefer(MessageWay::KakaoTalk, Language::Korean));
        QTRY_COMPARE_WITH_TIMEOUT(m_town.figure("soban_solapi_breaker_state"), 0, 20'000);
        const double opened = m_town.figure("soban_solapi_breaker_opened_total");
        QVERIFY(fault("silent"));
        QVERIFY(fault("silent", "listMessages"));
        QList<OrderId> orders;
        for (int i = 0; i < 12; ++i)
            orders.append(m_town.order());
        QTRY_VERIFY_WITH_TIMEOUT(m_town.figure("soban_solapi_breaker_opened_total") > opened,
                                 20'000);
        const OrderId late = m_town.order();
        QTest::qWait(300);
        QVERIFY(m_town.areAll(late, 1, MessageState::Pending));
        QVERIFY(m_town.clearFaults());
        QTRY_VERIFY_WITH_TIMEOUT(m_town.areAll(late, 1, MessageState::Delivered), 30'000);
        int delivered = 0;
        for (OrderId id : orders) {
            QCOMPARE(m_town.audits(id).size(), 1);
            const bool isUnknown = m_town.areAll(id, 1, MessageState::Unknown);
            if (!isUnknown)
                QTRY_VERIFY_WITH_TIMEOUT(m_town.areAll(id, 1, MessageState::Delivered), 30'000);
            QCOMPARE(taken(textOf(id)).size(), isUnknown ? 0 : 1);
            delivered += !isUnknown;
        }
        QVERIFY(delivered > 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_town.figure("soban_solapi_breaker_state"), 0, 20'000);
    }
};

QTEST_GUILESS_MAIN(TstSolapiMessages)
#include "TstSolapiMessages.moc"
