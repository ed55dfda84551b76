// SPDX-License-Identifier: GPL-3.0-or-later
#include "MessagingKit.h"

#include <QTest>

using namespace soban;
using namespace soban::messaging;
using namespace soban::testing;
using namespace std::chrono_literals;

class TstOutbox : public QObject {
    Q_OBJECT

private:
    static constexpr int kServer = 3;

    /// One message that waits to be sent.
    struct OneMessage : MessageHouse {
        OneMessage() {
            startScribe();
            place();
            if (!QTest::qWaitFor([this] { return messages().size() == 1; }))
                qFatal("nothing was written");
        }

        QList<MessageRequest> take(const Openings &openings = {QStringLiteral("g"), {}},
                                   const QSet<MessageId> &inHand = {}) {
            QList<MessageRequest> requests;
            bench.run([&](Hands &) {
                requests = bench.rooms().outbox().take(openings, kServer, inHand, 10);
            });
            return requests;
        }
        template <typename Outcome>
        void record(const Outcome &outcome) {
            bench.run([&](Hands &) { bench.rooms().outbox().record(only0(), outcome); });
        }
        void report(const LookUpOutcome &outcome) {
            const QString key = only().reportKey;
            bench.run([&](Hands &) { bench.rooms().outbox().report(key, outcome); });
        }
        MessageState state() { return only().state; }

    private:
        MessageId only0() {
            storage::Rows row = bench.rooms().database().query("SELECT id FROM outbox");
            row.next();
            return row.id<MessageId>(0);
        }
    };

private slots:
    void takenMessageIsBeingSentAndTakenOnce() { // R11 G10
        OneMessage house;
        const auto requests = house.take();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.first().to, QStringLiteral("01020000000"));
        QVERIFY(requests.first().text.contains(QStringLiteral("소반 분식")));
        QCOMPARE(house.state(), MessageState::Sending);
        QCOMPARE(house.only().sender, std::optional(kServer));
        QVERIFY(house.take({QStringLiteral("g"), {}}, {requests.first().message}).isEmpty());
    }

    void takenButNotToldMessageIsTakenAgain() { // G10
        OneMessage house;
        const auto requests = house.take();
        const auto again = house.take();
        QCOMPARE(again.size(), 1);
        QCOMPARE(again.first().message, requests.first().message);
        QCOMPARE(house.only().tries, 1);
    }

    void outcomesAreWrittenDown_data() {
        QTest::addColumn<SendOutcome>("outcome");
        QTest::addColumn<int>("state");
        QTest::newRow("R11 taken")
            << SendOutcome(Taken{QStringLiteral("k")}) << int(MessageState::Accepted);
        QTest::newRow("R11 refused")
            << SendOutcome(Refused{QStringLiteral("no such number")}) << int(MessageState::Failed);
        QTest::newRow("G10 not taken")
            << SendOutcome(NotTaken{QStringLiteral("nobody there")}) << int(MessageState::Pending);
        QTest::newRow("G10 unknown") << SendOutcome(Unknown{QStringLiteral("no answer in time")})
                                     << int(MessageState::Unknown);
    }

    void outcomesAreWrittenDown() {
        QFETCH(SendOutcome, outcome);
        QFETCH(int, state);
        OneMessage house;
        QCOMPARE(house.take().size(), 1);
        house.record(outcome);
        QCOMPARE(int(house.state()), state);
        const OutboxMessage message = house.only();
        QCOMPARE(message.settledAt.has_value(), message.state == MessageState::Failed);
        QCOMPARE(message.fault.isEmpty(), message.state == MessageState::Accepted);
        // Whatever it was: it is not to be sent right away.
        QVERIFY(house.take({QStringLiteral("g"), {}}, {message.id}).isEmpty());
    }

    void messageThatWasNotTakenIsTriedLessAndLessOften() { // G14
        OneMessage house;
        QCOMPARE(house.take().size(), 1);
        house.record(SendOutcome(NotTaken{}));
        house.bench.clock.advance(1999ms);
        QVERIFY(house.take().isEmpty());
        house.bench.clock.advance(1ms);
        QCOMPARE(house.take().size(), 1);
        house.record(SendOutcome(NotTaken{}));
        house.bench.clock.advance(3999ms);
        QVERIFY(house.take().isEmpty());
        house.bench.clock.advance(1ms);
        QCOMPARE(house.take().size(), 1);
        house.record(SendOutcome(Taken{}));
        QCOMPARE(house.only().tries, 3);
    }

    void messageThatIsOfNoUseAnyMoreExpires() { // R11
        OneMessage house;
        QCOMPARE(house.take().size(), 1);
        house.record(SendOutcome(NotTaken{QStringLiteral("nobody there")}));
        house.bench.clock.advance(2h + 1ms);
        QVERIFY(house.take().isEmpty());
        QCOMPARE(house.state(), MessageState::Expired);
        QCOMPARE(house.only().fault, QStringLiteral("nobody there"));
        QVERIFY(house.only().settledAt);
    }

    void unknownOneIsNeverTakenAgain() { // G10
        OneMessage house;
        QCOMPARE(house.take().size(), 1);
        house.record(SendOutcome(Unknown{}));
        house.bench.clock.advance(1h);
        QVERIFY(house.take().isEmpty());
        QCOMPARE(house.state(), MessageState::Unknown);
    }

    void messageWaitsWhileItsGatewayIsLeftAlone() { // G14
        OneMessage house;
        QVERIFY(house.take({{}, QStringLiteral("other")}).isEmpty());
        QCOMPARE(house.state(), MessageState::Pending);
        QCOMPARE(house.only().tries, 0);
    }

    void messagesOfAnOrderGoOneAfterTheOther() { // R11
        OneMessage house;
        house.bench.run([&](Hands &hands) {
            storage::Rows row = house.bench.rooms().database().query("SELECT id FROM orders");
            QVERIFY(row.next());
            hands.walk(row.id<OrderId>(0), OrderState::Accepted);
        });
        QTRY_COMPARE(house.messages().size(), 2);
        const auto first = house.take();
        QCOMPARE(first.size(), 1);
        QCOMPARE(first.first().topic, Topic::Placed);
        QVERIFY(house.take({QStringLiteral("g"), {}}, {first.first().message}).isEmpty());
        house.bench.run([&](Hands &) {
            house.bench.rooms().outbox().record(first.first().message, SendOutcome(Unknown{}));
        });
        QCOMPARE(house.take().first().topic, Topic::Accepted);
    }

    void reportsSayWhatBecameOfIt() { // R11
        OneMessage house;
        house.take();
        house.record(SendOutcome(Taken{}));
        house.report(OnItsWay{});
        QCOMPARE(house.state(), MessageState::Accepted);
        house.report(Delivered{});
        QCOMPARE(house.state(), MessageState::Delivered);
        house.report(Undelivered{QStringLiteral("late word")});
        QCOMPARE(house.state(), MessageState::Delivered);
    }

    void reportMayBeQuickerThanTheAnswer() { // R11
        OneMessage house;
        house.take();
        house.report(Delivered{});
        house.record(SendOutcome(Taken{}));
        QCOMPARE(house.state(), MessageState::Delivered);
    }

    void reportSettlesAnUnknownOne() { // G10
        OneMessage house;
        house.take();
        house.record(SendOutcome(Unknown{}));
        house.report(OnItsWay{});
        QCOMPARE(house.state(), MessageState::Accepted);
        house.report(Undelivered{QStringLiteral("switched off")});
        QCOMPARE(house.state(), MessageState::Failed);
        QCOMPARE(house.only().fault, QStringLiteral("switched off"));
    }

    void fallbackShowsTheWayItWent() { // R11
        OneMessage house;
        house.take();
        house.record(SendOutcome(Taken{QStringLiteral("k")}));
        house.record(LookUpOutcome(Delivered{MessageWay::KakaoTalk}));
        QCOMPARE(house.only().way, MessageWay::KakaoTalk);
    }

    void whatAServerThatEndedWasSendingIsUnknown() { // G10
        OneMessage house;
        house.take();
        const auto giveUp = [&](bool isAlive) {
            house.bench.run([&](Hands &) {
                house.bench.rooms().outbox().giveUp(
                    [isAlive](int server) { return server == kServer && isAlive; });
            });
        };
        giveUp(true);
        QCOMPARE(house.state(), MessageState::Sending);
        giveUp(false);
        QCOMPARE(house.state(), MessageState::Unknown);
        QVERIFY(house.take().isEmpty());
    }

    void withoutANumberItFailsAtOnce() { // R11
        OneMessage house;
        house.bench.run([&](Hands &) {
            house.bench.rooms().database().execute("UPDATE accounts SET phone = 'none'");
        });
        QVERIFY(house.take().isEmpty());
        QCOMPARE(house.state(), MessageState::Failed);
    }

    void unsettledOnesAreAskedAbout() { // R11
        OneMessage house;
        const auto asked = [&] {
            QList<LookUpRequest> requests;
            house.bench.run([&](Hands &) {
                requests = house.bench.rooms().outbox().unsettled(QStringLiteral("g"), {}, 10);
            });
            return requests;
        };
        QVERIFY(asked().isEmpty());
        house.take();
        house.record(SendOutcome(Taken{QStringLiteral("its key")}));
        QCOMPARE(asked().size(), 1);
        QCOMPARE(asked().first().gatewayKey, QStringLiteral("its key"));
        house.bench.clock.advance(25h);
        QVERIFY(asked().isEmpty());
    }
};

std::unique_ptr<QObject> newTstOutbox() {
    return std::make_unique<TstOutbox>();
}

#include "TstOutbox.moc"
