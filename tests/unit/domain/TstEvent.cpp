// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Event.h"

#include <QTest>

#include <limits>

using namespace soban;

class TstEvent : public QObject {
    Q_OBJECT

private slots:
    void writesSequence_data();
    void writesSequence();
    void refusesSequence_data();
    void refusesSequence();
    void sequenceStartsBeforeTheFirst();
    void everyTransitionHasItsEvent_data();
    void everyTransitionHasItsEvent();
    void addressesAccountsAndShops();
};

void TstEvent::writesSequence_data() {
    QTest::addColumn<qint64>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("0") << qint64(0) << "00000000000000000000";
    QTest::newRow("42") << qint64(42) << "00000000000000000042";
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << "09223372036854775807";
}

void TstEvent::writesSequence() {
    QFETCH(qint64, number);
    QFETCH(QString, text);
    const auto sequence = Sequence::fromNumber(number);
    QVERIFY(sequence);
    QCOMPARE(sequence->toText(), text);
    QCOMPARE(Sequence::fromText(text), sequence);
    QCOMPARE(sequence->number(), number);
}

void TstEvent::refusesSequence_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << "";
    QTest::newRow("not padded") << "42";
    QTest::newRow("19 digits") << "0000000000000000042";
    QTest::newRow("21 digits") << "000000000000000000042";
    QTest::newRow("sign") << "+0000000000000000042";
    QTest::newRow("minus") << "-0000000000000000042";
    QTest::newRow("space") << " 0000000000000000042";
    QTest::newRow("letter") << "0000000000000000004a";
    QTest::newRow("64 bits") << "09223372036854775808";
    QTest::newRow("all nines") << "99999999999999999999";
    QTest::newRow("full width") << QStringLiteral("0000000000000000004２");
}

void TstEvent::refusesSequence() {
    QFETCH(QString, text);
    QVERIFY(!Sequence::fromText(text));
}

void TstEvent::sequenceStartsBeforeTheFirst() {
    QVERIFY(!Sequence::fromNumber(-1));
    QCOMPARE(Sequence::before(), *Sequence::fromNumber(0));
    QVERIFY(Sequence::before() < *Sequence::fromNumber(1));
    QVERIFY(Sequence::fromNumber(9)->toText() < Sequence::fromNumber(10)->toText());
}

void TstEvent::everyTransitionHasItsEvent_data() {
    QTest::addColumn<Action>("action");
    QTest::addColumn<EventType>("type");
    const auto row = [](Action action, EventType type) {
        QTest::newRow(toText(action).data()) << action << type;
    };
    row(Action::ConfirmPayment, EventType::OrderPlaced);
    row(Action::DeclinePayment, EventType::OrderUpdated);
    row(Action::PayAgain, EventType::OrderUpdated);
    row(Action::FailPayment, EventType::OrderPaymentFailed);
    row(Action::Cancel, EventType::OrderCancelled);
    row(Action::Change, EventType::OrderChanged);
    row(Action::ApplyChange, EventType::OrderChanged);
    row(Action::DropChange, EventType::OrderUpdated);
    row(Action::Accept, EventType::OrderAccepted);
    row(Action::Refuse, EventType::OrderRefused);
    row(Action::Expire, EventType::OrderExpired);
    row(Action::Extend, EventType::OrderExtended);
    row(Action::Start, EventType::OrderPreparing);
    row(Action::Finish, EventType::OrderReady);
    row(Action::WidenOffer, EventType::OrderUpdated);
    row(Action::TakeOver, EventType::DeliveryTakenOver);
    row(Action::Claim, EventType::DeliveryClaimed);
    row(Action::GiveBack, EventType::DeliveryGivenBack);
    row(Action::PickUp, EventType::OrderPickedUp);
    row(Action::HandOver, EventType::OrderDelivered);
    row(Action::Collect, EventType::OrderCompleted);
    row(Action::ReturnGoods, EventType::OrderReturned);
    row(Action::Confirm, EventType::OrderCompleted);
    row(Action::AutoComplete, EventType::OrderCompleted);
    row(Action::Settle, EventType::OrderUpdated);
}

void TstEvent::everyTransitionHasItsEvent() {
    QFETCH(Action, action);
    QFETCH(EventType, type);
    QCOMPARE(QString(toText(eventOf({action, {}, {}, {}}))), QString(toText(type)));
}

void TstEvent::addressesAccountsAndShops() {
    const Addressee account(*AccountId::fromNumber(5));
    const Addressee shop(*ShopId::fromNumber(6));
    QCOMPARE(account.key(), qint64(5));
    QCOMPARE(shop.key(), qint64(6));
    QVERIFY(account == Addressee(*AccountId::fromNumber(5)));
    QVERIFY(!(account == shop));
}

QTEST_GUILESS_MAIN(TstEvent)
#include "TstEvent.moc"
