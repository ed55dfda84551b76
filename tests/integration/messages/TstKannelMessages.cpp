// SPDX-License-Identifier: GPL-3.0-or-later
// The real server and a real SMS gateway: what happens to an order arrives at the phone network,
// once, whole, in the customer's language; and the network's word for it comes back.
#include "KannelRig.h"
#include "messages/MessageTown.h"

#include <QTest>

#include <csignal>

using namespace soban;
using namespace soban::testing;

class TstKannelMessages : public QObject {
    Q_OBJECT

private:
    KannelRig m_kannel;
    MessageTown m_town;
    QTemporaryDir m_dir;

    int timesReceived(const QString &text) const {
        int times = 0;
        for (const NetworkSms &sms : m_kannel.received())
            times += sms.text == text;
        return times;
    }
    QStringList settings() {
        QFile password(m_dir.filePath(QStringLiteral("password")));
        if (password.open(QIODevice::WriteOnly))
            password.write(KannelRig::kPassword);
        const QStringList values{QStringLiteral("messages.sender=033-120-0001"),
                                 QStringLiteral("messages.kannelUrl=") + m_kannel.url().toString(),
                                 QStringLiteral("messages.kannelUser=soban"),
                                 QStringLiteral("messages.kannelPasswordFile=") +
                                     password.fileName(),
                                 QStringLiteral("messages.timeoutMs=1500"),
                                 QStringLiteral("messages.failures=2"),
                                 QStringLiteral("messages.restMs=500")};
        return settingsOf(values);
    }

private slots:
    void initTestCase() {
        const auto noKannel = m_kannel.start();
        QVERIFY2(!noKannel, qPrintable(noKannel.value_or(QString())));
        const auto fault = m_town.start(settings());
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }

    void koreanArrivesIntactAndItsReportIsRecorded() { // R11
        QVERIFY(m_town.prefer(MessageWay::Sms, Language::Korean));
        const OrderId id = m_town.order({{Action::Accept, Caller::Shop}});
        QTRY_VERIFY_WITH_TIMEOUT(m_town.areAll(id, 2, MessageState::Delivered), 15'000);
        const auto sent = m_town.messages(id);
        QCOMPARE(sent.first().topic, QStringLiteral("placed"));
        QCOMPARE(sent.last().topic, QStringLiteral("accepted"));
        QVERIFY(sent.last().text.contains(QStringLiteral("접수했어요")));
        for (const auto &message : sent) {
            QCOMPARE(message.way, MessageWay::Sms);
            QVERIFY(message.sentAt && message.settledAt);
            QCOMPARE(timesReceived(message.text), 1);
        }
        QCOMPARE(m_kannel.received().last().from, QStringLiteral("0331200001"));
        for (const auto &audit : m_town.audits(id)) {
            QCOMPARE(audit.gateway, std::optional(QStringLiteral("kannel")));
            QCOMPARE(audit.tries, 1);
        }
    }

    void englishIsSentToWhoReadsEnglish() { // R11
        QVERIFY(m_town.prefer(MessageWay::Sms, Language::English));
        const OrderId id = m_town.order();
        QTRY_VERIFY_WITH_TIMEOUT(m_town.areAll(id, 1, MessageState::Delivered), 15'000);
        QVERIFY(m_town.messages(id).first().text.startsWith(QStringLiteral("[Soban] Your order")));
        QCOMPARE(timesReceived(m_town.messages(id).first().text), 1);
    }

    void whoWantsNoneGetsNone() { // R11
        QVERIFY(m_town.prefer(MessageWay::None, Language::Korean));
        QVERIFY(m_town.prefer(MessageWay::Sms, Language::Korean, Caller::OtherCustomer));
        const OrderId silent = m_town.order();
        // Orders are told of one after the other.
        const OrderId loud = m_town.orderPlacedBy(Caller::OtherCustomer);
        QTRY_VERIFY_WITH_TIMEOUT(m_town.areAll(loud, 1, MessageState::Delivered), 15'000);
        QVERIFY(m_town.messages(silent).isEmpty());
        QVERIFY(m_town.prefer(MessageWay::Sms, Language::Korean));
    }

    void gatewayThatIsGoneIsLeftAloneAndNothingIsLost() { // R11 G10 G14
        m_kannel.smsbox().kill();
        QList<OrderId> orders;
        for (int i = 0; i < 4; ++i)
            orders.append(m_town.order());
        QTRY_VERIFY_WITH_TIMEOUT(m_town.figure("soban_kannel_breaker_opened_total") >= 1, 15'000);
        for (OrderId id : orders) {
            QTRY_COMPARE(m_town.messages(id).size(), 1); // written after the order, by and by
            QVERIFY(!m_town.messages(id).first().settledAt);
        }
        const auto fault = m_kannel.startSmsbox();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
        for (OrderId id : orders) {
            QTRY_VERIFY_WITH_TIMEOUT(m_town.areAll(id, 1, MessageState::Delivered), 30'000);
            QCOMPARE(timesReceived(m_town.messages(id).first().text), 1);
        }
        QTRY_COMPARE(m_town.figure("soban_kannel_breaker_state"), 0);
    }

    void whatKannelTookWithoutAWordIsNotSentTwice() { // R11 G10
        QTRY_COMPARE_WITH_TIMEOUT(m_town.figure("soban_kannel_breaker_state"), 0, 15'000);
        const auto bearerbox = pid_t(m_kannel.bearerbox().processId());
        ::kill(bearerbox, SIGSTOP);
        const OrderId id = m_town.order();
        QTRY_VERIFY_WITH_TIMEOUT(m_town.areAll(id, 1, MessageState::Unknown), 15'000);
        const auto listed = m_town.inState(MessageState::Unknown);
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed.first().orderId, id);
        ::kill(bearerbox, SIGCONT);
        // Kannel had it all the time: its report says so.
        QTRY_VERIFY_WITH_TIMEOUT(m_town.areAll(id, 1, MessageState::Delivered), 15'000);
        QCOMPARE(m_town.audits(id).first().tries, 1);
        QCOMPARE(timesReceived(m_town.messages(id).first().text), 1);
    }

    void serverThatIsToldToEndLeavesNothingUnknown() { // R11 G10 G16
        QTRY_COMPARE_WITH_TIMEOUT(m_town.figure("soban_kannel_breaker_state"), 0, 15'000);
        QVERIFY(m_town.prefer(MessageWay::Sms, Language::Korean));
        QList<OrderId> orders;
        for (int i = 0; i < 6; ++i)
            orders.append(m_town.order());
        QVERIFY(m_town.stopServer());
        const auto fault = m_town.restartServer(settings());
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
        for (OrderId id : orders) {
            // The report of one that was taken before the end may have found nobody.
            QTRY_VERIFY2_WITH_TIMEOUT(m_town.areAll(id, 1, MessageState::Delivered) ||
                                          m_town.areAll(id, 1, MessageState::Accepted),
                                      m_town.auditSummary(id).constData(), 15'000);
            QTRY_COMPARE(timesReceived(m_town.messages(id).first().text), 1);
        }
    }

    void reportThatNobodyWaitsForChangesNothing() { // R11
        const auto report = [this](const QByteArray &target) {
            ApiCall call;
            call.target = "/api/v1/message-reports/" + target;
            return m_town.call(call).status;
        };
        QCOMPARE(report(QByteArray(43, 'x') + "?type=1"), 200);
        QCOMPARE(report(QByteArray(43, 'x') + "?type=7"), 400);
        QCOMPARE(report(QByteArray(43, 'x')), 400);
    }

    void serverThatEndsWhileSendingDoesNotSendAgain() { // R11 G10 G11
        const auto smsbox = pid_t(m_kannel.smsbox().processId());
        QTRY_COMPARE_WITH_TIMEOUT(m_town.figure("soban_kannel_breaker_state"), 0, 15'000);
        ::kill(smsbox, SIGSTOP);
        const OrderId id = m_town.order();
        QTRY_VERIFY_WITH_TIMEOUT(m_town.areAll(id, 1, MessageState::Sending), 5'000);
        m_town.killServer();
        ::kill(smsbox, SIGCONT);
        const auto fault = m_town.restartServer(settings());
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
        QTRY_VERIFY_WITH_TIMEOUT(m_town.areAll(id, 1, MessageState::Unknown) ||
                                     m_town.areAll(id, 1, MessageState::Delivered),
                                 15'000);
        QCOMPARE(m_town.audits(id).first().tries, 1);
        QTest::qWait(500);
        QVERIFY(timesReceived(m_town.messages(id).first().text) <= 1);
    }
};

QTEST_GUILESS_MAIN(TstKannelMessages)
#include "TstKannelMessages.moc"
