// SPDX-License-Identifier: GPL-3.0-or-later
#include "LifecycleTestKit.h"
#include "support/Outcomes.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace std::chrono_literals;
using contract::ErrorCode;
using contract::Problem;

Q_DECLARE_METATYPE(soban::Actor)

namespace {

constexpr Stage kPending{OrderState::PaymentPending, DeliveryState::None,
                         Fulfilment::PlatformRider};
constexpr Stage kPlaced{OrderState::Placed, DeliveryState::None, Fulfilment::PlatformRider};
constexpr Stage kOpen{OrderState::Ready, DeliveryState::Open, Fulfilment::PlatformRider};
constexpr Stage kClaimed{OrderState::Ready, DeliveryState::Claimed, Fulfilment::PlatformRider};

const Actor kCustomer{Role::Customer, *AccountId::fromNumber(1), {}};
const Actor kShop{Role::Shop, *AccountId::fromNumber(9), *ShopId::fromNumber(2)};
const Actor kRider{Role::Rider, *AccountId::fromNumber(3), {}};
const Actor kOtherRider{Role::Rider, *AccountId::fromNumber(4), {}};

/// Notes down what it is called with, and how far the stored order was by then.
struct Listener : StepListener {
    Listener(const OrderRepository &orders, QStringList &calls, const QString &name)
        : m_orders(orders), m_calls(calls), m_name(name) {}

    void created(const Order &order) override { note(QStringLiteral("created"), order); }
    void stepped(const OrderStep &step) override {
        note(QString(toText(step.transition.action)), step.order);
    }

private:
    void note(const QString &what, const Order &order) {
        m_calls.append(
            QStringLiteral("%1 %2 v%3").arg(m_name, what).arg(m_orders.find(order.id)->version));
    }

    const OrderRepository &m_orders;
    QStringList &m_calls;
    const QString m_name;
};

} // namespace

class TstOrderLifecycle : public QObject {
    Q_OBJECT

private:
    struct House {
        explicit House(const Stage &stage) : order(orderAt(stage)) { orders.insert(order); }

        ManualClock clock{Instant::fromMs(1'800'000'100'000)};
        MemoryOrders orders;
        OnePerson people;
        KeptEvents events;
        OrderLifecycle lifecycle{orders, people, events, clock};
        Order order;

        int storedVersion() const { return orders.find(order.id)->version; }
    };

private slots:
    void strangerLearnsNothing_data() {
        QTest::addColumn<Actor>("actor");
        QTest::addColumn<int>("action");
        const auto row = [](const char *tag, const Actor &actor, Action action) {
            QTest::newRow(tag) << actor << int(action);
        };
        row("another customer", {Role::Customer, *AccountId::fromNumber(5), {}}, Action::Confirm);
        row("another shop", {Role::Shop, *AccountId::fromNumber(6), *ShopId::fromNumber(8)},
            Action::Cancel);
        row("an owner without a shop", {Role::Shop, *AccountId::fromNumber(6), {}}, Action::Cancel);
        row("a rider who did not win", kOtherRider, Action::PickUp);
    }
    void strangerLearnsNothing() {
        QFETCH(Actor, actor);
        QFETCH(int, action);
        House house(kClaimed);
        const auto outcome =
            house.lifecycle.advance(house.order.id, Action(action), actor, Expectation::nothing());
        QVERIFY(!outcome);
        QCOMPARE(codeOf(outcome), ErrorCode::NotFound);
        QVERIFY(!outcome.error().present);
        QVERIFY(house.events.all.isEmpty());
        QCOMPARE(house.storedVersion(), house.order.version);
    }

    void shopDoesNotKnowOfAnUnpaidOrder() { // R3
        House house(kPending);
        const auto outcome =
            house.lifecycle.advance(house.order.id, Action::Accept, kShop, Expectation::nothing());
        QCOMPARE(codeOf(outcome), ErrorCode::NotFound);
        QVERIFY(!outcome.error().present);
    }

    void thereIsNoSuchOrder() {
        House house(kPlaced);
        const auto outcome = house.lifecycle.advance(*OrderId::fromNumber(999), Action::Accept,
                                                     kShop, Expectation::nothing());
        QCOMPARE(codeOf(outcome), ErrorCode::NotFound);
    }

    void staleViewIsToldWhatIsPresent_data() {
        QTest::addColumn<bool>("byVersion");
        QTest::newRow("G6 version") << true;
        QTest::newRow("G6 delivery state") << false;
    }
    void staleViewIsToldWhatIsPresent() {
        QFETCH(bool, byVersion);
        House house(kClaimed);
        const auto expected = byVersion ? Expectation::ofVersion(house.order.version - 1)
                                        : Expectation::ofDelivery(DeliveryState::PickedUp);
        const auto outcome =
            house.lifecycle.advance(house.order.id, Action::PickUp, kRider, expected);
        QCOMPARE(codeOf(outcome), ErrorCode::StaleVersion);
        QVERIFY(outcome.error().present);
        QCOMPARE(outcome.error().present->version, house.order.version);
        QCOMPARE(outcome.error().present->deliveryState, DeliveryState::Claimed);
        QCOMPARE(house.storedVersion(), house.order.version);
    }

    void raceLostInTheStoreIsStale() {
        House house(kPlaced);
        house.orders.losesEveryRace = true;
        const auto outcome = house.lifecycle.advance(house.order.id, Action::Accept, kShop,
                                                     Expectation::ofVersion(house.order.version));
        QCOMPARE(codeOf(outcome), ErrorCode::StaleVersion);
        QVERIFY(house.events.all.isEmpty());
    }

    void secondClaimIsToldThatItLost_data() {
        QTest::addColumn<bool>("sawItOpen");
        QTest::newRow("G6 R9 saw it open") << true;
        QTest::newRow("G6 R9 saw it claimed") << false;
    }
    void secondClaimIsToldThatItLost() {
        QFETCH(bool, sawItOpen);
        House house(kClaimed);
        const auto expected =
            Expectation::ofDelivery(sawItOpen ? DeliveryState::Open : DeliveryState::Claimed);
        const auto outcome =
            house.lifecycle.advance(house.order.id, Action::Claim, kOtherRider, expected);
        QCOMPARE(codeOf(outcome), ErrorCode::AlreadyClaimed);
        QCOMPARE(outcome.error().present->deliveryState, DeliveryState::Claimed);
    }

    void claimBeforeTheDeliveryIsOpenIsNotALostRace() {
        House house(kPlaced);
        const auto outcome = house.lifecycle.advance(house.order.id, Action::Claim, kRider,
                                                     Expectation::ofDelivery(DeliveryState::None));
        QCOMPARE(codeOf(outcome), ErrorCode::NotAllowedNow);
    }

    void whatTheTableForbidsIsRefusedWithThePresentStage() {
        House house(kPlaced);
        const auto outcome = house.lifecycle.advance(house.order.id, Action::Finish, kShop,
                                                     Expectation::ofVersion(house.order.version));
        QCOMPARE(codeOf(outcome), ErrorCode::NotAllowedNow);
        QCOMPARE(outcome.error().present->state, OrderState::Placed);
        QCOMPARE(outcome.error().present->orderId, house.order.id);
    }

    void eachStepRaisesTheVersionByOne() { // G7
        House house(kPlaced);
        const auto accepted = house.lifecycle.advance(house.order.id, Action::Accept, kShop,
                                                      Expectation::ofVersion(house.order.version));
        QVERIFY(accepted);
        QCOMPARE(accepted->version, house.order.version + 1);
        QCOMPARE(house.storedVersion(), house.order.version + 1);
        QCOMPARE(house.events.lastMove().version, house.order.version + 1);
        QVERIFY(
            house.lifecycle.advance(house.order.id, Action::Start, kShop, Expectation::nothing()));
        QCOMPARE(house.storedVersion(), house.order.version + 2);
    }

    void amendmentIsStoredWithTheStep() {
        House house(kPlaced);
        const auto amend = [](Order &order) -> std::optional<Problem> {
            order.preparationMinutes = 25;
            return {};
        };
        QVERIFY(house.lifecycle.advance(house.order.id, Action::Accept, kShop,
                                        Expectation::nothing(), amend));
        QCOMPARE(house.orders.find(house.order.id)->preparationMinutes.value_or(0), 25);
        QCOMPARE(house.events.lastMove().preparationMinutes.value_or(0), 25);
    }

    void refusedAmendmentChangesNothing() {
        House house(kPlaced);
        const auto amend = [](Order &order) -> std::optional<Problem> {
            order.preparationMinutes = 25;
            return Problem::of(ErrorCode::WrongCode);
        };
        const auto outcome = house.lifecycle.advance(house.order.id, Action::Accept, kShop,
                                                     Expectation::nothing(), amend);
        QCOMPARE(codeOf(outcome), ErrorCode::WrongCode);
        QCOMPARE(house.storedVersion(), house.order.version);
        QVERIFY(!house.orders.find(house.order.id)->preparationMinutes);
        QVERIFY(house.events.all.isEmpty());
    }

    void stepHappenedWhenReportedButNeverInTheFuture_data() {
        QTest::addColumn<qint64>("reportedMs");
        QTest::addColumn<qint64>("keptMs");
        QTest::newRow("five minutes ago") << qint64(-300'000) << qint64(-300'000);
        QTest::newRow("now") << qint64(0) << qint64(0);
        QTest::newRow("in five minutes") << qint64(300'000) << qint64(0);
    }
    void stepHappenedWhenReportedButNeverInTheFuture() {
        QFETCH(qint64, reportedMs);
        QFETCH(qint64, keptMs);
        House house(kClaimed);
        const Instant now = house.clock.now();
        const auto outcome =
            house.lifecycle.advance(house.order.id, Action::PickUp, kRider, Expectation::nothing(),
                                    {}, now + std::chrono::milliseconds(reportedMs));
        QVERIFY(outcome);
        QCOMPARE((*outcome->times.pickedUp - now).count(), keptMs);
    }

    void listenersAreCalledInOrderAfterTheOrderIsStored() {
        House house(kPending);
        QStringList calls;
        Listener first(house.orders, calls, QStringLiteral("first"));
        Listener second(house.orders, calls, QStringLiteral("second"));
        house.lifecycle.addListener(first);
        house.lifecycle.addListener(second);
        house.lifecycle.create(house.order);
        QVERIFY(house.lifecycle.advance(house.order.id, Action::ConfirmPayment, Actor::system(),
                                        Expectation::nothing()));
        QCOMPARE(calls, QStringList({"first created v4", "second created v4",
                                     "first confirmPayment v5", "second confirmPayment v5"}));
    }

    void shopHearsOfAnOrderWhenItIsPlacedAndNotBefore() { // R3
        House house(kPending);
        house.lifecycle.create(house.order);
        QCOMPARE(house.events.all.last().type, EventType::OrderCreated);
        QCOMPARE(house.events.all.last().audience, QList<Addressee>{house.order.customer});
        QVERIFY(house.lifecycle.advance(house.order.id, Action::ConfirmPayment, Actor::system(),
                                        Expectation::nothing()));
        QCOMPARE(house.events.all.last().type, EventType::OrderPlaced);
        QCOMPARE(house.events.all.last().audience,
                 (QList<Addressee>{house.order.customer, house.order.shop}));
    }

    void riderWhoWinsHearsOfItAndIsNamed() { // R9
        House house(kOpen);
        const auto amend = [](Order &order) -> std::optional<Problem> {
            order.rider = kRider.account;
            return {};
        };
        QVERIFY(house.lifecycle.advance(house.order.id, Action::Claim, kRider,
                                        Expectation::nothing(), amend));
        QCOMPARE(house.events.all.last().audience,
                 (QList<Addressee>{house.order.customer, house.order.shop, *kRider.account}));
        QCOMPARE(house.events.lastMove().riderName.value_or(QString()), QStringLiteral("Rider"));
    }

    void customersShareOfAnOrderConcernsTheCustomerAlone() {
        House house(kPlaced);
        QCOMPARE(house.lifecycle.customerOf(house.order.id),
                 QList<Addressee>{house.order.customer});
        QVERIFY(house.lifecycle.customerOf(*OrderId::fromNumber(999)).isEmpty());
    }

    void ownersAndOperatorsMayDoWhatTheTableGivesThem() {
        House ours(kClaimed);
        QVERIFY(
            ours.lifecycle.advance(ours.order.id, Action::Cancel, kShop, Expectation::nothing()));
        House theirs(kClaimed);
        const Actor boss{Role::Operator, *AccountId::fromNumber(99), {}};
        QVERIFY(theirs.lifecycle.advance(theirs.order.id, Action::Cancel, boss,
                                         Expectation::nothing()));
        QVERIFY(!theirs.lifecycle.advance(theirs.order.id, Action::Confirm, kCustomer,
                                          Expectation::nothing()));
    }
};

QTEST_GUILESS_MAIN(TstOrderLifecycle)
#include "TstOrderLifecycle.moc"
