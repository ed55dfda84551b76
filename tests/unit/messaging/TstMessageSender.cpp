// SPDX-License-Identifier: GPL-3.0-or-later
#include "MessagingKit.h"

#include "messaging/MessageSender.h"

#include <QTest>
#include <QTimer>

using namespace soban;
using namespace soban::messaging;
using namespace soban::testing;
using namespace std::chrono_literals;

namespace {

/// Answers as a test says, later; or never.
class PlayedGateway : public QObject, public MessageProvider {
public:
    bool isOpen = true;
    std::function<std::optional<SendOutcome>()> answer = [] { return SendOutcome(Taken{}); };
    std::chrono::milliseconds delay{0};
    LookUpOutcome found = OnItsWay{};
    QList<MessageRequest> sent;
    int asked = 0;
    QSet<MessageId> askedAbout;
    int asking = 0;
    int mostAtOnce = 0; ///< questions without an answer

    QString name() const override { return QStringLiteral("played"); }
    bool isAvailable() const override { return isOpen; }
    void send(const MessageRequest &request, Then<SendOutcome> then) override {
        sent.append(request);
        if (const auto outcome = answer())
            QTimer::singleShot(delay, this, [then, outcome] { then(*outcome); });
    }
    bool isAsked() const override { return true; }
    void lookUp(const LookUpRequest &request, Then<LookUpOutcome> then) override {
        ++asked;
        askedAbout.insert(request.message);
        mostAtOnce = std::max(mostAtOnce, ++asking);
        const auto answerNow = [this, then] {
            --asking;
            then(found);
        };
        QMetaObject::invokeMethod(this, answerNow, Qt::QueuedConnection);
    }
};

struct SendingHouse : MessageHouse {
    PlayedGateway gateway;
    int failingRecords = 0;
    std::unique_ptr<MessageSender> sender;

    SendingHouse() { startScribe(); }
    ~SendingHouse() { bench.stop(); }

    void startSender() {
        Outbox &outbox = bench.rooms().outbox();
        const MessageSender::Ledger ledger{
            [&outbox](const Openings &openings, const QSet<MessageId> &inHand, int limit) {
                return outbox.take(openings, 0, inHand, limit);
            },
            [this, &outbox](MessageId message, const SendOutcome &outcome) {
                if (failingRecords > 0) {
                    --failingRecords;
                    throw storage::StorageError(storage::StorageError::Kind::Other,
                                                QStringLiteral("no space left"));
                }
                outbox.record(message, outcome);
            },
            [&outbox](MessageId message, const LookUpOutcome &outcome) {
                outbox.record(message, outcome);
            },
            [&outbox](const QString &name, std::optional<MessageId> above, int limit) {
                return outbox.unsettled(name, above, limit);
            },
            [&outbox](bool hasJustStarted) {
                outbox.giveUp([hasJustStarted](int) { return !hasJustStarted; });
            }};
        sender = std::make_unique<MessageSender>(MessageSender::Gateways{&gateway, nullptr},
                                                 bench.writer(), ledger,
                                                 app::rulesOf(bench.settings.messages), 50ms);
        QObject::connect(scribe.get(), &Scribe::wentOn, sender.get(), &MessageSender::look);
        sender->recover();
    }
    int count(MessageState state) {
        int found = 0;
        for (const auto &message : messages())
            found += message.state == state;
        return found;
    }
};

} // namespace

class TstMessageSender : public QObject {
    Q_OBJECT

private slots:
    void messageGoesOutAsSoonAsItIsWritten() { // R11
        SendingHouse house;
        house.startSender();
        house.walk(house.place(), OrderState::Accepted);
        QTRY_COMPARE(house.count(MessageState::Accepted), 2);
        QCOMPARE(house.gateway.sent.size(), 2);
        QCOMPARE(house.gateway.sent.first().topic, Topic::Placed);
    }

    void whatNobodyTookIsSentAgainOnceItsTimeHasCome() { // G10 G14
        SendingHouse house;
        house.gateway.answer = [] { return SendOutcome(NotTaken{}); };
        house.startSender();
        house.place();
        QTRY_COMPARE(house.gateway.sent.size(), 1);
        QTRY_COMPARE(house.count(MessageState::Pending), 1);
        house.gateway.answer = [] { return SendOutcome(Taken{}); };
        house.bench.clock.advance(2s);
        QTRY_COMPARE(house.count(MessageState::Accepted), 1);
        QCOMPARE(house.gateway.sent.size(), 2);
    }

    void unknownOneIsAskedAboutAndNotSentAgain() { // G10
        SendingHouse house;
        house.gateway.answer = [] { return SendOutcome(Unknown{}); };
        house.gateway.found = Unknown{};
        house.startSender();
        house.place();
        QTRY_COMPARE(house.count(MessageState::Unknown), 1);
        house.bench.clock.advance(10min);
        QTRY_VERIFY(house.gateway.asked > 0);
        QCOMPARE(house.gateway.sent.size(), 1);
        house.gateway.found = Delivered{MessageWay::Sms};
        QTRY_COMPARE_WITH_TIMEOUT(house.count(MessageState::Delivered), 1, 10'000);
        QCOMPARE(house.gateway.sent.size(), 1);
    }

    void thoseThatNobodyEverTellsOfAreNotInTheWay() { // G10
        constexpr int kMoreThanAPage = 105;
        SendingHouse house;
        house.gateway.answer = [] { return SendOutcome(Unknown{}); };
        house.gateway.found = Unknown{};
        for (int i = 0; i < kMoreThanAPage; ++i)
            house.place();
        house.startSender();
        QTRY_COMPARE_WITH_TIMEOUT(house.count(MessageState::Unknown), kMoreThanAPage, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(house.gateway.askedAbout.size(), kMoreThanAPage, 10'000);
        QCOMPARE(house.gateway.sent.size(), kMoreThanAPage);
        // A burst of questions could open the breaker that sending needs closed.
        QVERIFY2(house.gateway.mostAtOnce <= 8,
                 qPrintable(QString::number(house.gateway.mostAtOnce)));
    }

    void gatewayThatIsLeftAloneGetsNothingUntilItIsBack() { // G14
        SendingHouse house;
        house.gateway.isOpen = false;
        house.startSender();
        house.place();
        QTRY_COMPARE(house.messages().size(), 1);
        QTest::qWait(200);
        QCOMPARE(house.gateway.sent.size(), 0);
        house.gateway.isOpen = true;
        QTRY_COMPARE(house.count(MessageState::Accepted), 1);
        QCOMPARE(house.only().tries, 1);
    }

    void outcomeThatCouldNotBeWrittenIsWrittenLater() { // G10 G13
        SendingHouse house;
        house.failingRecords = 4;
        house.startSender();
        house.place();
        QTRY_COMPARE_WITH_TIMEOUT(house.count(MessageState::Accepted), 1, 10'000);
        QCOMPARE(house.gateway.sent.size(), 1);
    }

    void whatWasBeingSentWhenTheServerEndedIsNotSentAgain() { // G10 G11
        SendingHouse house;
        house.gateway.answer = []() -> std::optional<SendOutcome> { return std::nullopt; };
        house.gateway.found = Unknown{};
        house.startSender();
        house.place();
        QTRY_COMPARE(house.gateway.sent.size(), 1);
        QCOMPARE(house.count(MessageState::Sending), 1);
        house.bench.stop();
        house.sender.reset();
        house.bench.start();
        house.startScribe();
        house.gateway.answer = [] { return SendOutcome(Taken{}); };
        house.place();
        house.startSender();
        QTRY_COMPARE(house.count(MessageState::Unknown), 1);
        QTRY_COMPARE(house.count(MessageState::Accepted), 1);
        QCOMPARE(house.gateway.sent.size(), 2);
    }

    void serverThatEndsHearsTheGatewayOut() { // G10 G16
        SendingHouse house;
        house.gateway.delay = 300ms;
        house.startSender();
        house.place();
        QTRY_COMPARE(house.gateway.sent.size(), 1);
        house.sender->stop();
        QVERIFY(!house.sender->isIdle());
        house.place();
        QTRY_VERIFY(house.sender->isIdle());
        QCOMPARE(house.count(MessageState::Accepted), 1);
        QTRY_COMPARE(house.count(MessageState::Pending), 1);
        QCOMPARE(house.gateway.sent.size(), 1);
    }

    void manyMessagesAreAllSentOnce() { // R11 G10
        constexpr int kOrders = 30;
        SendingHouse house;
        house.startSender();
        house.bench.run([&](Hands &hands) {
            for (int i = 0; i < kOrders; ++i)
                hands.walk(hands.place(hands.snackRequest()), OrderState::Accepted);
        });
        QTRY_COMPARE_WITH_TIMEOUT(house.count(MessageState::Accepted), 2 * kOrders, 20'000);
        QSet<MessageId> sent;
        for (const MessageRequest &request : house.gateway.sent)
            sent.insert(request.message);
        QCOMPARE(sent.size(), 2 * kOrders);
        QCOMPARE(house.gateway.sent.size(), 2 * kOrders);
    }
};

std::unique_ptr<QObject> newTstMessageSender() {
    return std::make_unique<TstMessageSender>();
}

#include "TstMessageSender.moc"
