// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OrderSteps.h"
#include "ui/SobanStyle.h"

#include "OrderKit.h"

#include <QApplication>
#include <QTest>

using namespace soban;
using namespace soban::customer;
using namespace soban::testing;

class TstOrderSteps : public QObject {
    Q_OBJECT

private slots:
    void saysWhatWentWrong_data() {
        QTest::addColumn<OrderState>("state");
        QTest::addColumn<PaymentState>("payment");
        QTest::addColumn<ui::Tone>("tone");
        QTest::addColumn<QString>("money");
        using P = PaymentState;
        using S = OrderState;
        QTest::newRow("refused") << S::Refused << P::Refunded << ui::Tone::Danger << "in full";
        QTest::newRow("not answered")
            << S::Expired << P::Paid << ui::Tone::Late << "on its way back";
        QTest::newRow("cancelled") << S::Cancelled << P::Refunded << ui::Tone::Done << "in full";
        QTest::newRow("not paid") << S::PaymentFailed << P::Declined << ui::Tone::Danger
                                  << "Nothing was charged";
        QTest::newRow("unknown") << S::PaymentPending << P::Unknown << ui::Tone::Waiting
                                 << "need not pay again";
        QTest::newRow("declined") << S::PaymentPending << P::Declined << ui::Tone::Danger
                                  << "Nothing was charged";
        QTest::newRow("returned") << S::Returned << P::Refunded << ui::Tone::Late << "in full";
    }
    void saysWhatWentWrong() { // R2 R10
        QFETCH(OrderState, state);
        QFETCH(PaymentState, payment);
        QFETCH(ui::Tone, tone);
        QFETCH(QString, money);
        const auto notice = OrderSteps::notice(order(state, payment));
        QVERIFY(notice);
        QCOMPARE(notice->tone, tone);
        QVERIFY2(notice->text.contains(money), qPrintable(notice->text));
    }

    void refundIsAStepOfItsOwn() { // R10
        contract::OrderView view = order(OrderState::Cancelled, PaymentState::Paid);
        view.ending = Ending{Role::Customer, EndReason::Mistake, {}, Party::Customer, view.total};
        view.times.ended = kNoon;
        const auto waiting = OrderSteps::timeline(view, kNoon, Language::English);
        QCOMPARE(waiting.last().state, ui::StepState::Now);
        view.paymentState = PaymentState::Refunded;
        const auto done = OrderSteps::timeline(view, kNoon, Language::English);
        QCOMPARE(done.last().state, ui::StepState::Done);
        view.ending->refund = Money::zero(Currency::krw());
        view.paymentState = PaymentState::Paid;
        const auto none = OrderSteps::timeline(view, kNoon, Language::English);
        QCOMPARE(none.last().state, ui::StepState::Failed);
        QVERIFY(!none.last().time.isEmpty());
    }

    void settlementOfTheOperatorIsAStepToo() { // R10 G4
        contract::OrderView view = order(OrderState::Completed, PaymentState::Paid);
        QVERIFY(OrderSteps::timeline(view, kNoon, Language::English).last().icon !=
                std::optional(ui::Icon::Refund));
        view.settlement = Settlement{Party::Shop, won(1'000), QStringLiteral("The soup leaked")};
        const auto onItsWay = OrderSteps::timeline(view, kNoon, Language::English).last();
        QCOMPARE(onItsWay.state, ui::StepState::Now);
        QCOMPARE(onItsWay.detail, QStringLiteral("₩1,000 · The soup leaked"));
        view.paymentState = PaymentState::PartlyRefunded;
        QCOMPARE(OrderSteps::timeline(view, kNoon, Language::English).last().state,
                 ui::StepState::Done);
        // It takes the place of what the ending said.
        view.state = OrderState::Returned;
        view.ending = Ending{Role::Rider,
                             EndReason::NobodyAtDoor,
                             {},
                             Party::Customer,
                             Money::zero(Currency::krw())};
        QVERIFY(OrderSteps::notice(view)->text.contains(QStringLiteral("₩1,000")));
    }

    void arrivalIsTimedBeforeItIsTheNextStep() { // R10
        contract::OrderView view = order(OrderState::Accepted);
        view.times.placed = view.times.accepted = kNoon;
        view.expectedAt = kNoon + std::chrono::minutes(40);
        const auto steps = OrderSteps::timeline(view, kNoon, Language::English, {});
        QCOMPARE(steps[2].state, ui::StepState::Now);
        QCOMPARE(steps[2].time, QStringLiteral("soon"));
        QCOMPARE(steps[5].state, ui::StepState::ToCome);
        QVERIFY2(steps[5].time.startsWith(QStringLiteral("about ")), qPrintable(steps[5].time));
        view.wantedAt = view.expectedAt;
        QVERIFY(OrderSteps::timeline(view, kNoon, Language::English, {})[2].time.isEmpty());
    }

    void orderThatGoesWellHasNoNotice() {
        for (const OrderState state : {OrderState::Placed, OrderState::Accepted,
                                       OrderState::Delivered, OrderState::Completed})
            QVERIFY(!OrderSteps::notice(order(state)));
    }

    void saysWhatIsLeft() { // R10 R12
        contract::OrderView view = order(OrderState::PickedUp);
        view.expectedAt = kNoon + std::chrono::minutes(8);
        QCOMPARE(OrderSteps::aside(view, kNoon, Language::English), QStringLiteral("8 min left"));
        QCOMPARE(OrderSteps::aside(view, kNoon + std::chrono::minutes(9), Language::English),
                 QStringLiteral("any minute now"));
        view.expectedAt = kNoon + std::chrono::hours(24);
        QVERIFY(OrderSteps::aside(view, kNoon, Language::English).isEmpty());
        QVERIFY(
            OrderSteps::aside(order(OrderState::Completed), kNoon, Language::English).isEmpty());
    }

    void riderWhoIsNearTellsMoreThanTheClock() { // R10
        contract::OrderView view = order(OrderState::PickedUp);
        view.expectedAt = kNoon + std::chrono::minutes(14);
        const auto said = [&](int meters) {
            const QList<ui::TimelineStep> steps =
                OrderSteps::timeline(view, kNoon, Language::English, meters);
            return QStringList{OrderSteps::headline(view, kNoon, Language::English, meters),
                               OrderSteps::aside(view, kNoon, Language::English, meters),
                               steps.at(steps.size() - 2).time};
        };
        QCOMPARE(said(900),
                 QStringList({QStringLiteral("Arrives about 12:14"), QStringLiteral("14 min left"),
                              QStringLiteral("about 12:14")}));
        QCOMPARE(said(70),
                 QStringList({QStringLiteral("Arrives in a few minutes"),
                              QStringLiteral("70 m to go"), QStringLiteral("in a few minutes")}));
        QCOMPARE(said(0), QStringList({QStringLiteral("Your order is at the door"), QString(),
                                       QStringLiteral("now")}));
        view.latestAt = kNoon + std::chrono::minutes(24);
        QCOMPARE(OrderSteps::subline(view, kNoon, Language::English, 70),
                 QStringLiteral("by 12:24 at the latest"));
        QCOMPARE(OrderSteps::subline(view, kNoon, Language::English, 0),
                 QStringLiteral("Have your code at hand."));
        // What has been handed over is not on its way any more.
        view.state = OrderState::Delivered;
        QCOMPARE(OrderSteps::headline(view, kNoon, Language::English, 70),
                 QStringLiteral("Enjoy!"));
    }

    void dayThatIsNotTodayIsInTheAnswer_data() {
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<QString>("subline");
        QTest::newRow("today") << "2026-11-20T15:00:00+09:00"
                               << "Arrives about 15:00"
                               << "by 15:20 at the latest";
        QTest::newRow("tomorrow") << "2026-11-21T15:00:00+09:00"
                                  << "Arrives tomorrow, about 15:00"
                                  << "by 15:20 at the latest";
        QTest::newRow("next week") << "2026-11-27T15:00:00+09:00"
                                   << "Arrives Fri 27 Nov, about 15:00"
                                   << "by 15:20 at the latest";
        QTest::newRow("late at night") << "2026-11-27T23:50:00+09:00"
                                       << "Arrives Fri 27 Nov, about 23:50"
                                       << "by Sat 28 Nov 00:10 at the latest";
    }
    void dayThatIsNotTodayIsInTheAnswer() { // R1 R10
        QFETCH(QString, expected);
        QFETCH(QString, headline);
        QFETCH(QString, subline);
        contract::OrderView view = order(OrderState::Accepted);
        view.expectedAt = *Instant::fromRfc3339(expected);
        view.latestAt = *view.expectedAt + std::chrono::minutes(20);
        QCOMPARE(OrderSteps::headline(view, kNoon, Language::English), headline);
        QCOMPARE(OrderSteps::subline(view, kNoon, Language::English), subline);
    }

    void whatIsBegunBeforeItsDaySaysHowFarItIs() { // R1 R10
        contract::OrderView view = order(OrderState::Preparing);
        view.wantedAt = view.expectedAt =
            *Instant::fromRfc3339(QStringLiteral("2026-11-27T15:00:00+09:00"));
        view.latestAt = *view.expectedAt + std::chrono::minutes(10);
        const auto headline = [&] { return OrderSteps::headline(view, kNoon, Language::English); };
        QCOMPARE(headline(), QStringLiteral("Being prepared"));
        QCOMPARE(OrderSteps::wanted(view, kNoon, Language::English),
                 QStringLiteral("Scheduled for Fri 27 Nov 15:00"));
        view.state = OrderState::Ready;
        QCOMPARE(headline(), QStringLiteral("Ready"));
        QVERIFY(OrderSteps::waitsForItsTime(view));
        // On its day the time of arrival is the answer.
        QCOMPARE(
            OrderSteps::headline(view, *view.wantedAt - std::chrono::hours(1), Language::English),
            QStringLiteral("Arrives about 15:00"));
    }

    void whatLeavesBeforeItsDayIsNotToCome() { // R1 R10
        contract::OrderView view = order(OrderState::PickedUp);
        view.wantedAt = *Instant::fromRfc3339(QStringLiteral("2026-11-27T15:00:00+09:00"));
        view.times.pickedUp = kNoon;
        view.expectedAt = kNoon + std::chrono::minutes(15);
        QCOMPARE(OrderSteps::headline(view, kNoon, Language::English),
                 QStringLiteral("Arrives about 12:15"));
        QCOMPARE(OrderSteps::wanted(view, kNoon, Language::English),
                 QStringLiteral("Was scheduled for Fri 27 Nov 15:00"));
        QVERIFY(!OrderSteps::waitsForItsTime(view));
    }

    void timesAreTheShops() {
        contract::OrderView view = order(OrderState::Accepted);
        view.timeZone = QStringLiteral("Europe/Berlin"); // eight hours behind Seoul
        view.expectedAt = kNoon;
        QCOMPARE(OrderSteps::headline(view, kNoon, Language::English),
                 QStringLiteral("Arrives about 04:00"));
        QVERIFY(ui::receiptText(OrderSteps::paper(view, {}, Language::English))
                    .contains(QStringLiteral("2026-11-20\u00a004:00")));
    }

    void paidOnDeliveryIsSaidOnce() {
        const contract::PaymentView payment{*PaymentId::fromNumber(3),
                                            PaymentMethod::OnDelivery,
                                            PaymentState::Collected,
                                            won(20'000),
                                            won(0),
                                            kNoon,
                                            {},
                                            {}};
        const QString text = ui::receiptText(
            OrderSteps::receipt(order(OrderState::Completed), {payment}, Language::English));
        QCOMPARE(text.count(QStringLiteral("on delivery")), 1);
    }

    void collectionHasItsOwnSteps() { // R10
        contract::OrderView view = order(OrderState::Ready, PaymentState::Due);
        view.fulfilment = Fulfilment::Collection;
        view.paymentMethod = PaymentMethod::OnDelivery;
        view.times.accepted = view.times.started = view.times.ready = kNoon;
        view.expectedAt = view.latestAt = kNoon;
        QCOMPARE(OrderSteps::headline(view, kNoon, Language::English),
                 QStringLiteral("Ready to collect"));
        QVERIFY(OrderSteps::aside(view, kNoon, Language::English).isEmpty());
        QVERIFY(OrderSteps::subline(view, kNoon, Language::English).isEmpty());
        QCOMPARE(OrderSteps::timeline(view, kNoon, Language::English).last().title,
                 QStringLiteral("You collect it"));
        // Nobody confirms what was handed over the counter.
        view.state = OrderState::Completed;
        view.times.completed = kNoon;
        QCOMPARE(OrderSteps::timeline(view, kNoon, Language::English).last().title,
                 QStringLiteral("Collected"));
        QCOMPARE(OrderSteps::subline(view, kNoon, Language::English),
                 QStringLiteral("Collected at 12:00"));
        const contract::PaymentView payment{*PaymentId::fromNumber(3),
                                            PaymentMethod::OnDelivery,
                                            PaymentState::Collected,
                                            won(18'000),
                                            won(0),
                                            kNoon,
                                            {},
                                            {}};
        const QString text =
            ui::receiptText(OrderSteps::receipt(view, {payment}, Language::English));
        QVERIFY2(text.contains(QStringLiteral("Paid at the shop")), qPrintable(text));
    }

    void whatIsUnderWayIsNotSaidToHaveHappened_data() {
        QTest::addColumn<Fulfilment>("how");
        QTest::addColumn<int>("reached"); ///< of placed, accepted, started, ready
        QTest::addColumn<QString>("rider");
        QTest::addColumn<QString>("title");
        using F = Fulfilment;
        QTest::newRow("being paid") << F::PlatformRider << 0 << ""
                                    << "Payment";
        QTest::newRow("waiting") << F::PlatformRider << 1 << ""
                                 << "Shop accepts";
        QTest::newRow("cooking") << F::PlatformRider << 3 << ""
                                 << "Getting ready";
        QTest::newRow("cooking to be collected") << F::Collection << 3 << ""
                                                 << "Getting ready";
        QTest::newRow("nobody rides") << F::PlatformRider << 4 << ""
                                      << "Waiting for a rider";
        QTest::newRow("rider comes") << F::PlatformRider << 4 << "Mina"
                                     << "On the way to the shop";
        QTest::newRow("by the shop") << F::OwnDelivery << 4 << ""
                                     << "The shop sets out";
    }
    void whatIsUnderWayIsNotSaidToHaveHappened() { // R10
        QFETCH(Fulfilment, how);
        QFETCH(int, reached);
        QFETCH(QString, rider);
        QFETCH(QString, title);
        contract::OrderView view = order(OrderState::Placed);
        view.fulfilment = how;
        if (!rider.isEmpty())
            view.riderName = rider;
        view.times = {kNoon, {}, {}, {}, {}, {}, {}, {}, {}};
        for (auto *time :
             {&view.times.placed, &view.times.accepted, &view.times.started, &view.times.ready})
            if (reached-- > 0)
                *time = kNoon;
        const auto steps = OrderSteps::timeline(view, kNoon, Language::English);
        const auto now = std::find_if(steps.begin(), steps.end(), [](const auto &step) {
            return step.state == ui::StepState::Now;
        });
        QVERIFY(now != steps.end());
        QCOMPARE(now->title, title);
    }

    void shopThatIsSlowToAnswerMayBeCalled() { // R10
        contract::OrderView view = order(OrderState::Placed);
        view.times.placed = kNoon;
        const auto said = [&](int minutes) {
            return OrderSteps::subline(view, kNoon + std::chrono::minutes(minutes),
                                       Language::English);
        };
        QCOMPARE(said(4), QStringLiteral("Shops usually answer within a few minutes."));
        QCOMPARE(said(5), QStringLiteral("This takes longer than usual. You can call the shop."));
        view.wantedAt = kNoon + std::chrono::hours(30);
        QCOMPARE(said(20), QStringLiteral("Shops usually answer within a few minutes."));
    }

    void whatHasHappenedIsSaidAsSuch() { // R10 R12
        contract::OrderView view = order(OrderState::Delivered);
        view.times = {kNoon, kNoon, kNoon, kNoon, kNoon, kNoon, kNoon, kNoon, {}};
        QStringList titles;
        for (const ui::TimelineStep &step : OrderSteps::timeline(view, kNoon, Language::English))
            titles.append(step.title + u':' + step.detail);
        QCOMPARE(
            titles.mid(1),
            QStringList({QStringLiteral("Shop accepted:"), QStringLiteral("Preparation started:"),
                         QStringLiteral("Ready:"), QStringLiteral("Picked up:"),
                         QStringLiteral("Delivered:"), QStringLiteral("You confirm:")}));
        QVERIFY(OrderSteps::chip(view).strong.contains(QStringLiteral("confirm")));
        view.state = OrderState::Completed;
        view.times.completed = kNoon;
        QCOMPARE(OrderSteps::timeline(view, kNoon, Language::English).last().title,
                 QStringLiteral("Completed"));
    }

    void paymentNamesItsCard() { // R2
        contract::OrderView view = order(OrderState::Placed);
        view.payingCard = {QStringLiteral("Soban Card"), QStringLiteral("1234-****-5678")};
        QCOMPARE(OrderSteps::timeline(view, kNoon, Language::English).first().detail,
                 QStringLiteral("Soban Card ₩20,000"));
        const contract::PaymentView payment{*PaymentId::fromNumber(3),
                                            PaymentMethod::Card,
                                            PaymentState::Paid,
                                            won(20'000),
                                            won(0),
                                            kNoon,
                                            kNoon,
                                            {}};
        const QString text =
            ui::receiptText(OrderSteps::receipt(view, {payment}, Language::English));
        QVERIFY2(text.contains(QStringLiteral("Soban Card ···· 5678")), qPrintable(text));
    }

    void declinedPaymentDoesNotNameTheCardThatPaid() { // R2
        contract::OrderView view = order(OrderState::Placed);
        view.payingCard = {QStringLiteral("Soban Card"), QStringLiteral("1234-****-5678")};
        contract::PaymentView declined{*PaymentId::fromNumber(3),
                                       PaymentMethod::Card,
                                       PaymentState::Declined,
                                       won(20'000),
                                       won(0),
                                       kNoon,
                                       kNoon,
                                       QStringLiteral("No money")};
        contract::PaymentView paid = declined;
        paid.id = *PaymentId::fromNumber(4);
        paid.state = PaymentState::Paid;
        paid.declineReason.reset();
        const QString text =
            ui::receiptText(OrderSteps::receipt(view, {declined, paid}, Language::English));
        QCOMPARE(text.count(QStringLiteral("5678")), 1);
        QVERIFY(text.indexOf(QStringLiteral("5678")) > text.indexOf(QStringLiteral("No money")));
    }

    void acceptedStepSaysWhatWasPromised() { // R4 R10
        contract::OrderView view = order(OrderState::Accepted);
        view.times.accepted = kNoon;
        view.preparationMinutes = 20;
        QCOMPARE(OrderSteps::timeline(view, kNoon, Language::English).at(1).detail,
                 QStringLiteral("20 min to prepare"));
    }

    void unconfirmedOrderSaysWhenItCompletesByItself() { // R12
        contract::OrderView view = order(OrderState::Delivered);
        view.times.delivered = kNoon;
        view.completesAt = kNoon + std::chrono::hours(1);
        QCOMPARE(OrderSteps::timeline(view, kNoon, Language::English).last().detail,
                 QStringLiteral("Completes by itself at 13:00"));
        QCOMPARE(OrderSteps::advice(view, kNoon, Language::English),
                 QStringLiteral("If you do not confirm, the order completes by itself at 13:00."));
    }

    void giftIsConfirmedForWhoHasIt() { // R12
        contract::OrderView view = order(OrderState::Accepted);
        view.recipient = Recipient{QStringLiteral("Mina"), QStringLiteral("010-1234-5678")};
        QCOMPARE(OrderSteps::timeline(view, kNoon, Language::English).last().detail,
                 QStringLiteral("After Mina has it"));
        QVERIFY(OrderSteps::advice(view, kNoon, Language::English)
                    .contains(QStringLiteral("once Mina has it")));
        view.state = OrderState::Delivered;
        view.times.delivered = kNoon;
        QCOMPARE(OrderSteps::confirmation(view), QStringLiteral("It has arrived · confirm"));
        QCOMPARE(OrderSteps::headline(view, kNoon, Language::English),
                 QStringLiteral("Delivered safely"));
        view.recipient.reset();
        QCOMPARE(OrderSteps::confirmation(view), QStringLiteral("I have it · confirm"));
    }

    void whoseCardIsCheckedIsNotAskedToPay() { // R2
        const auto words = [](PaymentState state) {
            return OrderSteps::chip(order(OrderState::PaymentPending, state)).strong;
        };
        QCOMPARE(words(PaymentState::Unknown), QStringLiteral("Checking payment"));
        QCOMPARE(words(PaymentState::Declined), QStringLiteral("Not paid yet"));
    }

    void refundIsNotDatedAsThePayment() { // R7
        const contract::PaymentView payment{*PaymentId::fromNumber(3),
                                            PaymentMethod::Card,
                                            PaymentState::Refunded,
                                            won(20'000),
                                            won(20'000),
                                            kNoon,
                                            kNoon,
                                            {}};
        const auto receipt = OrderSteps::receipt(order(OrderState::Expired, PaymentState::Refunded),
                                                 {payment}, Language::English);
        QCOMPARE(receipt.afterwards.size(), 1);
        QVERIFY(receipt.notes.last().text.contains(QStringLiteral("Paid\u00a0· 2026-11-20")));
    }

    void shopCanBeCalledUntilTheOrderIsOver() {
        contract::OrderView view = order(OrderState::Preparing);
        view.shopPhone = QStringLiteral("02-123-4567");
        QVERIFY(OrderSteps::advice(view, kNoon, Language::English)
                    .contains(QStringLiteral("02-123-4567")));
        for (OrderState state : {OrderState::Ready, OrderState::PickedUp, OrderState::Delivered,
                                 OrderState::Returned}) { // R9: it was paid for
            view.state = state;
            QVERIFY(OrderSteps::advice(view, kNoon, Language::English)
                        .contains(QStringLiteral("02-123-4567")));
        }
        view.state = OrderState::Completed;
        QVERIFY(OrderSteps::advice(view, kNoon, Language::English).isEmpty());
    }

    void timelineEndsWithTheRefund() {
        const auto steps = OrderSteps::timeline(order(OrderState::Refused, PaymentState::Refunded),
                                                kNoon, Language::English);
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps.at(1).state, ui::StepState::Failed);
        QCOMPARE(steps.at(2).icon, std::optional(ui::Icon::Refund));
    }

    void wantedTimeIsOnPageReceiptAndPaper() { // R1
        contract::OrderView view = order(OrderState::Placed);
        view.wantedAt = *Instant::fromRfc3339(u"2026-11-25T15:00:00+09:00");
        QCOMPARE(OrderSteps::wanted(view, kNoon, Language::English),
                 QStringLiteral("Scheduled for Wed 25 Nov 15:00"));
        const QString screen = ui::receiptText(OrderSteps::receipt(view, {}, Language::English));
        QVERIFY(screen.contains(QStringLiteral("2026-11-25\u00a015:00")));
        const QString paper = ui::receiptText(OrderSteps::paper(view, {}, Language::English));
        for (const char *words : {"Kitchen", "No. 413", "2026-11-20\u00a012:00",
                                  "2026-11-25\u00a015:00", "1 First Street", "20,000"})
            QVERIFY2(paper.contains(QString::fromUtf8(words)), words);
    }

    void unknownPaymentSaysWhatHappensNext_data() {
        QTest::addColumn<OrderState>("state");
        QTest::addColumn<QString>("next");
        QTest::newRow("R2 waits") << OrderState::PaymentPending << "your order goes on";
        QTest::newRow("R7 cancelled") << OrderState::Cancelled << "all of it goes back";
        // Of a change that the shop was faster than.
        QTest::newRow("R7 prepared") << OrderState::Preparing << "all of it goes back";
    }
    void unknownPaymentSaysWhatHappensNext() {
        QFETCH(OrderState, state);
        QFETCH(QString, next);
        const contract::PaymentView payment{*PaymentId::fromNumber(3),
                                            PaymentMethod::Card,
                                            PaymentState::Unknown,
                                            won(20'000),
                                            won(0),
                                            kNoon,
                                            {},
                                            {}};
        const QString text = ui::receiptText(
            OrderSteps::receipt(order(state, PaymentState::Unknown), {payment}, Language::English));
        QVERIFY2(text.contains(next), qPrintable(text));
    }

    void receiptsOfTwoShopsAreTwoFiles() {
        contract::OrderView view = order(OrderState::Completed);
        QCOMPARE(OrderSteps::fileName(view, Language::English),
                 QStringLiteral("soban-Kitchen-413.pdf"));
        view.shopName.en = QStringLiteral("Salt/Pepper: ~");
        QCOMPARE(OrderSteps::fileName(view, Language::English),
                 QStringLiteral("soban-Salt-Pepper----413.pdf"));
    }
};

int main(int argc, char **argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    ui::SobanStyle::install(application);
    TstOrderSteps test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstOrderSteps.moc"
