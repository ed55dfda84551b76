// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Outcomes.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace std::chrono_literals;
using contract::ChangeRequest;
using contract::ErrorCode;
using payment::Captured;
using payment::ChargeOutcome;
using payment::Declined;
using payment::Refunded;
using payment::Unknown;

class TstChange : public QObject {
    Q_OBJECT

private:
    struct House {
        TestBench bench;

        /// Two stews, of which there are three, for 18000 and the way for 3000.
        Order place(PaymentMethod method = PaymentMethod::Card,
                    OrderState state = OrderState::Placed) {
            auto request = bench.hands.snackRequest(method);
            request.lines = {{bench.town.stew, {}, 2}};
            request.expectedTotalMinor = 21'000;
            return bench.walk(bench.place(request), state);
        }
        Order now(const Order &order) const { return bench.hands.order(order.id); }
        /// So many stews and ramens in its place.
        ChangeRequest wish(const Order &order, int stews, int ramens, qint64 total) const {
            ChangeRequest request{{}, order.address, order.note, total};
            if (stews > 0)
                request.lines.append({bench.town.stew, {}, stews});
            if (ramens > 0)
                request.lines.append({bench.town.ramen, {}, ramens});
            return request;
        }
        OrderLifecycle::Outcome change(const Order &order, const ChangeRequest &request,
                                       std::optional<Actor> by = {}) {
            std::optional<OrderLifecycle::Outcome> outcome;
            const int version = now(order).version;
            const auto step = [&] {
                outcome = bench.rooms.placement().change(
                    order.id, by.value_or(bench.hands.customer()), version, request);
            };
            bench.work(step);
            return *outcome;
        }
        /// A third stew: 30000 in all, of which 9000 are to be paid.
        PaymentId makeDearer(const Order &order) {
            if (!change(order, wish(order, 3, 0, 30'000)))
                qFatal("the change was refused");
            return now(order).pendingChange->payment;
        }
        void record(PaymentId payment, const ChargeOutcome &outcome) {
            bench.work([&] { bench.rooms.payments().record(payment, outcome); });
        }
        void capture(PaymentId payment) {
            const auto amount = bench.rooms.paymentBook().find(payment)->amount;
            record(payment, Captured{payment.toText(),
                                     bench.clock.now(),
                                     amount,
                                     Money::zero(amount.currency()),
                                     {},
                                     {}});
        }
        void start(const Order &order) {
            bench.work([&] {
                QVERIFY(bench.rooms.model().kitchen.start(order.id, bench.hands.ownerOf(order),
                                                          now(order).version));
            });
        }
        void cancel(const Order &order) {
            bench.work([&] {
                QVERIFY(bench.rooms.placement().cancel(order.id, bench.hands.customer(),
                                                       now(order).version,
                                                       {EndReason::ChangedMind}));
            });
        }
        QList<payment::OpenRefund> refunds() {
            return bench.rooms.refundBook().openRefunds({}, 100);
        }
        void settleRefunds() {
            for (const auto &refund : refunds()) {
                bench.work([&] {
                    bench.rooms.payments().record(
                        refund.id, Refunded{bench.clock.now(), refund.request.amount});
                });
            }
        }
        qint64 keptOf(const Order &order) {
            qint64 sum = 0;
            for (const Payment &payment : bench.rooms.paymentBook().ofOrder(order.id))
                sum += kept(payment).minor();
            return sum;
        }
        bool isBalanced(const Order &order) { return keptOf(order) == owed(now(order)).minor(); }
        int stews() { return bench.remaining(bench.town.stew); }
    };

private slots:
    void sameCostIsChangedAtOnce() { // R7 G7
        House house;
        const Order order = house.place();
        auto request = house.wish(order, 2, 0, 21'000);
        request.note = QStringLiteral("leave it at the door");
        request.address.text = QStringLiteral("2nd floor");
        const auto changed = house.change(order, request);
        QVERIFY(changed);
        QCOMPARE(changed->version, order.version + 1);
        QCOMPARE(changed->stage, order.stage);
        QCOMPARE(house.now(order).note, request.note);
        QVERIFY(house.now(order).address == request.address);
        QVERIFY(house.refunds().isEmpty());
        QCOMPARE(house.bench.heard.count(EventType::OrderChanged), 1);
    }

    void cheaperOneGivesTheDifferenceBack() { // R7 R16 G4
        House house;
        const Order order = house.place();
        QCOMPARE(house.stews(), 1);
        QVERIFY(house.change(order, house.wish(order, 1, 0, 12'000)));
        QCOMPARE(house.stews(), 2);
        QCOMPARE(house.now(order).total.minor(), 12'000);
        const auto open = house.refunds();
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first().request.amount.minor(), 9'000);
        house.settleRefunds();
        QVERIFY(house.isBalanced(order));
        QCOMPARE(house.bench.hands.payment(order.id).state, PaymentState::PartlyRefunded);
    }

    void dearerOneWaitsForItsPayment() { // R7 R16 G4
        House house;
        const Order order = house.place();
        const PaymentId payment = house.makeDearer(order);
        QCOMPARE(house.now(order).total.minor(), 21'000);
        QCOMPARE(house.now(order).lines, order.lines);
        QVERIFY(!house.now(order).beforeChange); // the shop sees nothing yet
        QCOMPARE(house.bench.heard.count(EventType::OrderChanged), 0);
        QCOMPARE(house.stews(), 0); // but it is kept
        const auto charges = house.bench.rooms.paymentBook().openCharges({}, 10);
        QCOMPARE(charges.size(), 1);
        QCOMPARE(charges.first().request.amount.minor(), 9'000);
        QCOMPARE(charges.first().request.idempotencyKey, payment.toText());

        house.capture(payment);
        const Order changed = house.now(order);
        QCOMPARE(changed.total.minor(), 30'000);
        QVERIFY(!changed.pendingChange);
        QVERIFY(changed.beforeChange && changed.beforeChange->lines == order.lines);
        QCOMPARE(changed.version, order.version + 2);
        QCOMPARE(house.bench.heard.count(EventType::OrderChanged), 1);
        QCOMPARE(house.stews(), 0);
        QVERIFY(house.isBalanced(order));
        QVERIFY(house.refunds().isEmpty());
    }

    void declinedDifferenceLeavesTheOrderAsItIs() { // R7 R16 G4
        House house;
        const Order order = house.place();
        const PaymentId payment = house.makeDearer(order);
        house.record(payment, Declined{QStringLiteral("X"), QStringLiteral("no money")});
        const Order after = house.now(order);
        QVERIFY(!after.pendingChange);
        QCOMPARE(after.stage.order, OrderState::Placed);
        QCOMPARE(after.lines, order.lines);
        QCOMPARE(house.stews(), 1);
        QVERIFY(house.isBalanced(order));
        QVERIFY(house.change(order, house.wish(order, 1, 0, 12'000))); // and may be changed
    }

    void nothingIsChangedWhileAChangeIsPaidFor() { // G3
        House house;
        const Order order = house.place();
        const PaymentId payment = house.makeDearer(order);
        QCOMPARE(codeOf(house.change(order, house.wish(order, 1, 0, 12'000))),
                 ErrorCode::NotAllowedNow);
        house.record(payment, Unknown{});
        QCOMPARE(codeOf(house.change(order, house.wish(order, 3, 0, 30'000))),
                 ErrorCode::NotAllowedNow);
        QCOMPARE(house.bench.countOf("SELECT COUNT(*) FROM payments"), 2);
    }

    void preparationVoidsItAndLateMoneyGoesBack() { // R7 G4 G6
        House house;
        const Order order = house.place(PaymentMethod::Card, OrderState::Accepted);
        const PaymentId payment = house.makeDearer(order);
        house.start(order);
        QVERIFY(!house.now(order).pendingChange);
        QCOMPARE(house.stews(), 1);
        house.capture(payment);
        QCOMPARE(house.now(order).total.minor(), 21'000);
        QCOMPARE(house.refunds().size(), 1);
        QCOMPARE(house.refunds().first().request.amount.minor(), 9'000);
        house.settleRefunds();
        QVERIFY(house.isBalanced(order));
    }

    void cancellationVoidsItToo() { // R7 G4
        House house;
        const Order order = house.place();
        const PaymentId payment = house.makeDearer(order);
        house.cancel(order);
        QCOMPARE(house.stews(), 3);
        house.capture(payment);
        qint64 back = 0;
        for (const auto &refund : house.refunds())
            back += refund.request.amount.minor();
        QCOMPARE(back, 30'000);
        house.settleRefunds();
        QVERIFY(house.isBalanced(order));
        QCOMPARE(house.stews(), 3);
    }

    void acceptanceLetsItWait() { // R7 G6
        House house;
        const Order order = house.place();
        const PaymentId payment = house.makeDearer(order);
        house.bench.walk(order.id, OrderState::Accepted);
        house.capture(payment);
        QCOMPARE(house.now(order).total.minor(), 30'000);
        QCOMPARE(house.now(order).stage.order, OrderState::Accepted);
    }

    void atTheDoorTheRestIsDue() { // R7 G4
        House house;
        const Order order = house.place(PaymentMethod::OnDelivery);
        QVERIFY(house.change(order, house.wish(order, 3, 0, 30'000)));
        QVERIFY(!house.now(order).pendingChange);
        QCOMPARE(house.bench.hands.payment(order.id).amount.minor(), 30'000);
        QCOMPARE(house.bench.heard.of(EventType::PaymentChanged).size(), 1);
        QVERIFY(house.change(order, house.wish(order, 1, 0, 12'000)));
        QCOMPARE(house.bench.hands.payment(order.id).amount.minor(), 12'000);
        house.bench.walk(order.id, OrderState::Completed);
        QCOMPARE(house.keptOf(order), 12'000);
        QVERIFY(house.isBalanced(order));
        QCOMPARE(house.bench.countOf("SELECT COUNT(*) FROM payments"), 1);
    }

    void changedBackAndForthTheMoneyBalances_data() { // G4
        QTest::addColumn<bool>("settledBetween");
        QTest::newRow("G4 refunds settled between") << true;
        QTest::newRow("G4 refunds open to the end") << false;
    }
    void changedBackAndForthTheMoneyBalances() {
        QFETCH(bool, settledBetween);
        House house;
        const Order order = house.place();
        const auto pause = [&] {
            if (settledBetween)
                house.settleRefunds();
        };
        house.capture(house.makeDearer(order)); // 30000, by two payments
        QVERIFY(house.change(order, house.wish(order, 1, 1, 17'000)));
        pause();
        QVERIFY(house.change(order, house.wish(order, 1, 0, 12'000)));
        pause();
        house.capture([&] {
            if (!house.change(order, house.wish(order, 2, 0, 21'000)))
                qFatal("the change was refused");
            return house.now(order).pendingChange->payment;
        }());
        house.cancel(order);
        house.settleRefunds();
        QCOMPARE(house.keptOf(order), 0);
        QVERIFY(house.isBalanced(order));
        QCOMPARE(house.stews(), 3);
    }

    void shopSeesWhatItLastAnsweredTo() { // R7
        House house;
        const Order order = house.place();
        QVERIFY(house.change(order, house.wish(order, 1, 1, 17'000)));
        house.bench.clock.advance(1min);
        QVERIFY(house.change(order, house.wish(order, 1, 0, 12'000)));
        QVERIFY(house.now(order).beforeChange->lines == order.lines);
        QVERIFY(house.now(order).beforeChange->changedAt == house.bench.clock.now());
        const Order accepted = house.bench.walk(order.id, OrderState::Accepted);
        QVERIFY(!accepted.beforeChange);
        QVERIFY(house.change(order, house.wish(order, 1, 1, 17'000)) ||
                house.now(order).pendingChange);
        house.capture(house.now(order).pendingChange->payment);
        QVERIFY(house.now(order).beforeChange->lines == accepted.lines);
        house.start(order);
        QVERIFY(house.now(order).beforeChange); // the kitchen may yet look
    }

    void refusesWhatCannotBe_data() { // R7 R16
        QTest::addColumn<QString>("wish");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("R7 nothing") << "same" << ErrorCode::InvalidValue;
        QTest::newRow("R7 another price") << "price" << ErrorCode::PriceChanged;
        QTest::newRow("R7 out of reach") << "far" << ErrorCode::OutOfArea;
        QTest::newRow("R16 more than there is") << "many" << ErrorCode::SoldOut;
        QTest::newRow("R7 another's") << "stranger" << ErrorCode::NotFound;
        QTest::newRow("R7 no such card") << "card" << ErrorCode::CardMissing;
    }
    void refusesWhatCannotBe() {
        QFETCH(QString, wish);
        QFETCH(ErrorCode, code);
        House house;
        const Order order = house.place();
        ChangeRequest request = house.wish(order, 3, 0, 30'000);
        std::optional<Actor> by;
        if (wish == u"same")
            request = house.wish(order, 2, 0, 21'000);
        else if (wish == u"price")
            request.expectedTotalMinor = 29'999;
        else if (wish == u"far")
            request.address.position = northOf(townCentre(), 50'000);
        else if (wish == u"many")
            request = house.wish(order, 4, 0, 39'000);
        else if (wish == u"stranger")
            by = Actor{Role::Customer, house.bench.town.jun, {}};
        else if (wish == u"card")
            request.cardId = *CardId::fromNumber(99);
        QCOMPARE(codeOf(house.change(order, request, by)), code);
        QCOMPARE(house.now(order).version, order.version);
        QCOMPARE(house.stews(), 1);
        QCOMPARE(house.bench.countOf("SELECT COUNT(*) FROM payments"), 1);
    }

    void whatTheOrderHasIsNotAskedForAgain() { // R16
        House house;
        const Order order = house.place();
        // The last one goes to somebody else.
        auto other = house.bench.hands.snackRequest(PaymentMethod::OnDelivery);
        other.lines = {{house.bench.town.stew, {}, 1}};
        other.expectedTotalMinor = 12'000;
        house.bench.place(other);
        QCOMPARE(house.stews(), 0);
        auto request = house.wish(order, 2, 1, 26'000);
        QVERIFY(house.change(order, request));
        QCOMPARE(house.stews(), 0);
    }

    void whatIsBeingPreparedIsNotChanged() { // R7 G7
        House house;
        const Order order = house.place(PaymentMethod::Card, OrderState::Preparing);
        QCOMPARE(codeOf(house.change(order, house.wish(order, 1, 0, 12'000))),
                 ErrorCode::NotAllowedNow);
    }

    void itIsStillThereAfterARestart() { // G1 G11
        House house;
        const Order order = house.place();
        const PaymentId payment = house.makeDearer(order);
        storage::SqlOrderStore fresh(house.bench.rooms.database());
        const auto read = fresh.find(order.id);
        QVERIFY(read && read->pendingChange == house.now(order).pendingChange);
        house.capture(payment);
        storage::SqlOrderStore later(house.bench.rooms.database());
        const auto changed = later.find(order.id);
        QVERIFY(changed && !changed->pendingChange);
        QVERIFY(contentsOf(*changed) == contentsOf(house.now(order)));
        QVERIFY(changed->beforeChange == house.now(order).beforeChange);
    }
};

std::unique_ptr<QObject> newTstChange() {
    return std::make_unique<TstChange>();
}

#include "TstChange.moc"
