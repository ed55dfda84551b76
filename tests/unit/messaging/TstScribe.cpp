// SPDX-License-Identifier: GPL-3.0-or-later
#include "MessagingKit.h"

#include "contract/Events.h"

#include <QTest>

using namespace soban;
using namespace soban::messaging;
using namespace soban::testing;

class TstScribe : public QObject {
    Q_OBJECT

private:
    using Topics = QList<Topic>;

    static void cancel(MessageHouse &house, OrderId order) {
        house.bench.run([&](Hands &hands) {
            const Order present = hands.order(order);
            QVERIFY(house.bench.rooms().model().placement.cancel(
                order, hands.customer(), present.version, {EndReason::ChangedMind, {}}));
        });
    }

private slots:
    void everyStepOnTheWayIsWrittenOnce() { // R11
        MessageHouse house;
        house.startScribe();
        const OrderId order = house.place();
        house.walk(order, OrderState::Delivered);
        const Topics way{Topic::Placed, Topic::Accepted, Topic::Preparing,
                         Topic::Ready,  Topic::PickedUp, Topic::Delivered};
        QTRY_COMPARE(house.topics(), way);
        house.bench.run([&](Hands &) {
            house.bench.rooms().writingDesk().log.cursors.moveCursor(QStringLiteral("messaging"),
                                                                     Sequence::before());
        });
        house.scribe->catchUp();
        house.walk(house.place(), OrderState::Placed);
        QTRY_COMPARE(house.topics(), way + Topics{Topic::Placed});
    }

    void whoCollectsIsToldToComeAndCollect() { // R11
        MessageHouse house;
        house.startScribe();
        house.walk(house.place(Fulfilment::Collection), OrderState::Completed);
        QTRY_COMPARE(house.topics(), Topics({Topic::Placed, Topic::Accepted, Topic::Preparing,
                                             Topic::ReadyToCollect}));
    }

    void acceptedOrderNamesItsTimeInTheShopsZone() { // R11
        MessageHouse house;
        house.prefer(MessageWay::KakaoTalk, Language::English);
        house.startScribe();
        house.walk(house.place(), OrderState::Accepted);
        QTRY_COMPARE(house.messages().size(), 2);
        const OutboxMessage accepted = house.messages().last();
        QCOMPARE(accepted.way, MessageWay::KakaoTalk);
        QCOMPARE(accepted.language, Language::English);
        QCOMPARE(accepted.state, MessageState::Pending);
        QCOMPARE(accepted.variables.value(QStringLiteral("shop")), QStringLiteral("Soban Snacks"));
        QCOMPARE(accepted.variables.keys(),
                 QStringList(
                     {QStringLiteral("number"), QStringLiteral("shop"), QStringLiteral("time")}));
        const QString time = accepted.variables.value(QStringLiteral("time"));
        QVERIFY2(QTime::fromString(time, QStringLiteral("HH:mm")).isValid(), qPrintable(time));
        QCOMPARE(accepted.reportKey.size(), 43);
        QVERIFY(accepted.reportKey != house.messages().first().reportKey);
    }

    void cancelledOrderSaysWhyAndItsRefundFollows() { // R11
        MessageHouse house;
        house.startScribe();
        const OrderId order = house.place();
        cancel(house, order);
        QTRY_COMPARE(house.topics(), Topics({Topic::Placed, Topic::Cancelled}));
        QCOMPARE(house.messages().last().variables.value(QStringLiteral("reason")),
                 QStringLiteral("고객 변심"));
        house.bench.run([&](Hands &) {
            app::WriteBench &rooms = house.bench.rooms();
            const auto refund = rooms.refundBook().openRefunds({}, 1).first();
            rooms.payments().record(
                refund.id, payment::Refunded{house.bench.clock.now(), refund.request.amount});
        });
        QTRY_COMPARE(house.topics().size(), 3);
        QCOMPARE(house.topics().last(), Topic::Refunded);
        QCOMPARE(house.messages().last().variables.value(QStringLiteral("amount")),
                 QStringLiteral("11,000원"));
    }

    void whoWantsNoneGetsNone() { // R11
        MessageHouse house;
        house.startScribe();
        house.prefer(MessageWay::None);
        house.walk(house.place(), OrderState::Delivered);
        QTRY_VERIFY(house.hasReadAll());
        QCOMPARE(house.topics(), Topics());
        house.prefer(MessageWay::Sms);
        house.place();
        QTRY_COMPARE(house.topics(), Topics({Topic::Placed}));
    }

    void shopsThanksAndTheWishForAReviewGoToThePhone() { // R11 R13 R15
        MessageHouse house;
        house.startScribe();
        const OrderId order = house.place();
        house.bench.run([&](Hands &) {
            const auto post = [&](MessageKind kind) {
                const LocalizedText text{QStringLiteral("{time}에 또 오세요"), QStringLiteral("x")};
                house.bench.rooms().events().announce(
                    {EventType::MessagePosted,
                     order,
                     {house.bench.town.mina},
                     MessagePosted{house.bench.ids.next<MessageId>(), order, kind, text, text}});
            };
            post(MessageKind::Thanks);
            post(MessageKind::ReviewRequest);
            post(MessageKind::Answer);
        });
        QTRY_COMPARE(house.topics(), Topics({Topic::Placed, Topic::Thanks, Topic::ReviewRequest}));
        const OutboxMessage thanks = house.messages().at(1);
        QCOMPARE(Texts().message(thanks.topic, thanks.language, thanks.variables),
                 QStringLiteral("[소반] 소반 분식: {time}에 또 오세요"));
    }

    void whatHappenedWhileMessagesWereOffIsNotWritten() { // R11
        MessageHouse house;
        house.place();
        house.bench.clock.advance(std::chrono::hours(3));
        house.place();
        house.startScribe();
        QTRY_COMPARE(house.topics(), Topics({Topic::Placed}));
    }

    void changeIsWrittenOnceItIsMade() { // R6 R11
        MessageHouse house;
        house.startScribe();
        const OrderId order = house.place();
        const auto change = [&](const QString &note) {
            house.bench.run([&](Hands &hands) {
                const Order present = hands.order(order);
                const auto cart = hands.snackRequest();
                QVERIFY(house.bench.rooms().model().placement.change(
                    order, hands.customer(), present.version,
                    {cart.lines, cart.address, note, present.total.minor()}));
            });
        };
        change(QStringLiteral("No radish"));
        QTRY_COMPARE(house.topics(), Topics({Topic::Placed, Topic::Changed}));
    }

    void whatOnlyWaitsOrIsAskedForIsNoNews() { // R11
        EventRecord record{*Sequence::fromNumber(1), *EventId::fromNumber(1),
                           EventType::OrderUpdated,  *OrderId::fromNumber(1),
                           Instant::fromMs(0),       {}};
        QCOMPARE(topicOf(record, Fulfilment::PlatformRider), std::nullopt);
        record.type = EventType::OrderChanged;
        QCOMPARE(topicOf(record, Fulfilment::PlatformRider), std::optional(Topic::Changed));
    }
};

std::unique_ptr<QObject> newTstScribe() {
    return std::make_unique<TstScribe>();
}

#include "TstScribe.moc"
