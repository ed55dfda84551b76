// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Codec.h"
#include "storage/SqlQueries.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace std::chrono_literals;
using contract::DeliveryView;
using contract::OrderView;
using contract::TicketView;

namespace {

/// Takes documents in without touching those that are stored.
class BesideStore : public views::OrderViewStore {
public:
    explicit BesideStore(const views::OrderViewStore &facts) : m_facts(facts) {}

    views::OrderFacts factsOf(const Order &order) const override { return m_facts.factsOf(order); }
    void put(OrderId, const OrderDocuments &) override {}
    void forgetShop(ShopId) override {}

private:
    const views::OrderViewStore &m_facts;
};

QByteArray quoted(const QString &text) {
    return '"' + text.toUtf8() + '"';
}

template <typename View>
View read(const QByteArray &document) {
    const auto view = contract::decode<View>(document);
    if (!view)
        qFatal("%s: %s", qPrintable(view.error().field), document.constData());
    return *view;
}

} // namespace

class TstOrderProjector : public QObject {
    Q_OBJECT

private:
    struct House {
        TestBench bench;
        storage::SqlOrderQueries queries{bench.rooms.database()};

        OrderDocuments stored(OrderId order) const { return *queries.documents(order); }
        OrderDocuments renderedAnew(OrderId order) {
            const storage::SqlOrderStore orders(bench.rooms.database());
            const storage::SqlPaymentStore payments(bench.rooms.database());
            const storage::SqlTimerBook timers(bench.rooms.database());
            const storage::SqlOrderViewStore facts(bench.rooms.database(), payments, timers);
            BesideStore beside(facts);
            return views::OrderProjector(orders, beside).documents(order);
        }
        /// An order whose two codes differ, so that one is not taken for the other.
        OrderId place(const contract::PlaceOrderRequest &request) {
            for (;;) {
                const OrderId id = bench.place(request);
                const Order order = bench.hands.order(id);
                if (order.handOverCode != order.pickUpCode)
                    return id;
            }
        }
    };

    static void compare(const OrderDocuments &stored, const OrderDocuments &expected) {
        QCOMPARE(stored.version, expected.version);
        QVERIFY(stored.rider == expected.rider);
        QCOMPARE(stored.forCustomer, expected.forCustomer);
        QCOMPARE(stored.forShop, expected.forShop);
        QCOMPARE(stored.forRider, expected.forRider);
    }

private slots:
    void documentsFollowEveryStep() { // N2
        House house;
        const OrderId id = house.place(house.bench.hands.snackRequest());
        for (OrderState state :
             {OrderState::PaymentPending, OrderState::Placed, OrderState::Accepted,
              OrderState::Preparing, OrderState::Ready, OrderState::PickedUp, OrderState::Delivered,
              OrderState::Completed}) {
            house.bench.clock.advance(3min);
            const Order order = house.bench.walk(id, state);
            const OrderDocuments documents = house.stored(id);
            QCOMPARE(documents.version, order.version);
            const auto view = read<OrderView>(documents.forCustomer);
            QCOMPARE(view.state, state);
            QCOMPARE(view.version, order.version);
            QVERIFY(view.times == order.times);
            QList<Action> allowed = lifecycle::allowedActions(order.stage, Role::Customer);
            allowed.removeOne(Action::PayAgain); // nothing was declined
            QCOMPARE(view.allowedActions, allowed);
        }
    }

    void declinedOrderMayBePaidAgainUntilThen() { // R2 N2
        House house;
        const OrderId id = house.place(house.bench.hands.snackRequest());
        house.bench.work([&] {
            house.bench.rooms.payments().record(
                house.bench.hands.payment(id).id,
                payment::Declined{QStringLiteral("X"), QStringLiteral("no")});
        });
        const auto view = read<OrderView>(house.stored(id).forCustomer);
        QVERIFY(view.allowedActions.contains(Action::PayAgain));
        QVERIFY(view.answerBy == house.bench.clock.now() + 10min);
        QVERIFY(house.stored(id).forShop.isEmpty()); // R3
    }

    void whatIsStoredIsWhatWouldBeRenderedAnew_data() {
        QTest::addColumn<int>("method");
        QTest::newRow("by card") << int(PaymentMethod::Card);
        QTest::newRow("on delivery") << int(PaymentMethod::OnDelivery);
    }
    void whatIsStoredIsWhatWouldBeRenderedAnew() {
        QFETCH(int, method);
        House house;
        const auto paid = PaymentMethod(method);
        for (const auto &request :
             {house.bench.hands.snackRequest(paid), house.bench.hands.flowerRequest(paid),
              house.bench.hands.snackRequest(paid, Fulfilment::Collection)}) {
            const OrderId id = house.place(request);
            compare(house.stored(id), house.renderedAnew(id));
            for (Order order = house.bench.hands.order(id);
                 !lifecycle::isOver(order.stage.order);) {
                const auto next = nextState(order);
                house.bench.clock.advance(1min);
                order = house.bench.walk(id, next);
                compare(house.stored(id), house.renderedAnew(id));
            }
        }
    }

    void customerSeesWhichCardPays() { // R2
        House house;
        const OrderId byCard = house.place(house.bench.hands.snackRequest());
        const auto card = read<OrderView>(house.stored(byCard).forCustomer).payingCard;
        QVERIFY(card);
        storage::Rows saved =
            house.bench.rooms.database().query("SELECT brand, masked_number FROM saved_cards");
        QVERIFY(saved.next());
        QCOMPARE(card->brand, saved.text(0));
        QCOMPARE(card->maskedNumber, saved.text(1));
        const OrderId atTheDoor =
            house.place(house.bench.hands.snackRequest(PaymentMethod::OnDelivery));
        QVERIFY(!read<OrderView>(house.stored(atTheDoor).forCustomer).payingCard);
    }

    void customerSeesWhatTheShopAcceptedWith() {
        House house;
        const OrderId id = house.place(house.bench.hands.snackRequest());
        house.bench.walk(id, OrderState::Placed);
        QVERIFY(!read<OrderView>(house.stored(id).forCustomer).preparationMinutes);
        const Order order = house.bench.walk(id, OrderState::Accepted);
        QVERIFY(order.preparationMinutes);
        QCOMPARE(read<OrderView>(house.stored(id).forCustomer).preparationMinutes,
                 order.preparationMinutes);
    }

    void shopsNewNumberIsReadInTheSameTransaction() { // R10
        House house;
        const OrderId id = house.place(house.bench.hands.snackRequest());
        const Shop shop = house.bench.catalogue.find(house.bench.town.snackBar)->shop;
        const contract::ShopSettingsRequest settings{shop.description,
                                                     QStringLiteral("033-000-9999"),
                                                     shop.picture,
                                                     int(shop.deliveryRadiusMeters),
                                                     shop.deliveryFee.minor(),
                                                     shop.minimumOrder.minor(),
                                                     shop.preparationMinutes,
                                                     shop.fulfilments,
                                                     shop.hours.intervals(),
                                                     shop.hours.holidays().values(),
                                                     shop.thanks};
        house.bench.work([&] {
            const auto model = house.bench.rooms.model();
            const auto before = read<OrderView>(model.views.documents(id).forCustomer);
            QCOMPARE(before.shopPhone, shop.phone); // known to the transaction from now on
            QVERIFY(model.office.edit(shop.id, shop.version, settings));
            const auto after = read<OrderView>(model.views.documents(id).forCustomer);
            QCOMPARE(after.shopPhone, settings.phone);
        });
    }

    void customerSeesWhenItCompletesByItself() { // R10
        House house;
        const OrderId id = house.place(house.bench.hands.snackRequest());
        house.bench.walk(id, OrderState::PickedUp);
        QVERIFY(!read<OrderView>(house.stored(id).forCustomer).completesAt);
        const Order order = house.bench.walk(id, OrderState::Delivered);
        const auto delay = std::chrono::minutes(house.bench.settings.autoCompleteMinutes);
        QCOMPARE(read<OrderView>(house.stored(id).forCustomer).completesAt,
                 std::optional(*order.times.delivered + delay));
        house.bench.walk(id, OrderState::Completed);
        QVERIFY(!read<OrderView>(house.stored(id).forCustomer).completesAt);
    }

    void paymentsShowWithoutAStepOfTheOrder() { // R2
        House house;
        const OrderId id = house.place(house.bench.hands.snackRequest());
        house.bench.work([&] {
            house.bench.rooms.payments().record(house.bench.hands.payment(id).id,
                                                payment::Unknown{});
        });
        QCOMPARE(read<OrderView>(house.stored(id).forCustomer).paymentState, PaymentState::Unknown);
        house.bench.walk(id, OrderState::Placed);
        QCOMPARE(read<OrderView>(house.stored(id).forCustomer).paymentState, PaymentState::Paid);
    }

    void shopSeesAnOrderOnceItIsPlaced() { // R3
        House house;
        const OrderId id = house.place(house.bench.hands.snackRequest());
        QVERIFY(house.stored(id).forShop.isEmpty());
        QVERIFY(house.queries.ofShop(house.bench.town.snackBar, {}, 10).documents.isEmpty());
        house.bench.walk(id, OrderState::Placed);
        const auto ticket = read<TicketView>(house.stored(id).forShop);
        QCOMPARE(ticket.id, id);
        QCOMPARE(ticket.customerName, QStringLiteral("Mina"));
        QCOMPARE(house.queries.ofShop(house.bench.town.snackBar, {}, 10).documents.size(), 1);
    }

    void shopSeesTheSearchForARiderWhileItLasts() { // R8
        House house;
        const OrderId id = house.place(house.bench.hands.snackRequest());
        house.bench.walk(id, OrderState::Ready);
        QVERIFY(!read<TicketView>(house.stored(id).forShop).riderSearch);
        house.bench.work([&] { house.bench.rooms.dispatch().widen(id); });
        QVERIFY(read<TicketView>(house.stored(id).forShop).riderSearch ==
                (RiderSearch{6000, false}));
        house.bench.walk(id, DeliveryState::Claimed);
        QVERIFY(!read<TicketView>(house.stored(id).forShop).riderSearch);
    }

    void nothingIsChangedWhileAChangeIsPaidFor() { // R7
        House house;
        const OrderId id = house.place(house.bench.hands.snackRequest());
        const Order order = house.bench.walk(id, OrderState::Placed);
        contract::ChangeRequest request{{}, order.address, order.note, order.total.minor()};
        for (const OrderLine &line : order.lines) {
            LineChoice choice{line.item, {}, line.quantity + 1};
            for (const PricedOption &option : line.options)
                choice.options.append(option.id);
            request.expectedTotalMinor += line.unitPrice.minor();
            request.lines.append(choice);
        }
        QVERIFY(
            read<OrderView>(house.stored(id).forCustomer).allowedActions.contains(Action::Change));
        house.bench.work([&] {
            QVERIFY(house.bench.rooms.placement().change(id, house.bench.hands.customer(),
                                                         order.version, request));
        });
        const auto view = read<OrderView>(house.stored(id).forCustomer);
        QVERIFY(view.pendingChange && !view.allowedActions.contains(Action::Change));
        QVERIFY(!read<TicketView>(house.stored(id).forShop).beforeChange);
    }

    void shopSeesTheAddressOnlyIfItDelivers() {
        House house;
        const OrderId snacks = house.place(house.bench.hands.snackRequest());
        house.bench.walk(snacks, OrderState::Placed);
        QVERIFY(!read<TicketView>(house.stored(snacks).forShop).address);
        const OrderId flowers = house.place(house.bench.hands.flowerRequest());
        house.bench.walk(flowers, OrderState::Placed);
        QVERIFY(read<TicketView>(house.stored(flowers).forShop).address);
    }

    void customersPhoneIsToldUntilItIsHandedOver() { // R9 R14
        House house;
        const OrderId id = house.place(house.bench.hands.snackRequest());
        const auto phone = std::optional(QStringLiteral("010-2000-0000"));
        house.bench.walk(id, OrderState::Placed);
        QCOMPARE(read<TicketView>(house.stored(id).forShop).customerPhone, phone);
        house.bench.walk(id, OrderState::PickedUp);
        QCOMPARE(read<DeliveryView>(house.stored(id).forRider).customerPhone, phone);
        for (const OrderState after : {OrderState::Delivered, OrderState::Completed}) {
            house.bench.walk(id, after);
            QVERIFY(!read<DeliveryView>(house.stored(id).forRider).customerPhone);
            QVERIFY(!read<TicketView>(house.stored(id).forShop).customerPhone);
        }
    }

    void customerSeesTheirReviewAndItsAnswer() { // R15
        House house;
        const auto review = [&house](OrderId id) {
            return read<OrderView>(house.stored(id).forCustomer).review;
        };
        const OrderId id = house.place(house.bench.hands.snackRequest());
        house.bench.walk(id, OrderState::Completed);
        QVERIFY(!review(id));
        auto &reviews = house.bench.rooms.model().reviews;
        house.bench.work([&] {
            QVERIFY(reviews.write(id, house.bench.hands.customer(), 4, QStringLiteral("Good")));
        });
        QCOMPARE(review(id)->stars, 4);
        QCOMPARE(review(id)->words, QStringLiteral("Good"));
        QCOMPARE(review(id)->author, QStringLiteral("Mina"));
        QVERIFY(!review(id)->answer);
        const Actor owner{Role::Shop, house.bench.town.snackOwner, house.bench.town.snackBar};
        house.bench.work([&] { QVERIFY(reviews.answer(id, owner, QStringLiteral("Thanks"))); });
        QCOMPARE(review(id)->answer, std::optional(QStringLiteral("Thanks")));
        compare(house.stored(id), house.renderedAnew(id));
    }

    void riderSeesADeliveryWhileItIsTheirs() { // R9
        House house;
        const OrderId id = house.place(house.bench.hands.snackRequest());
        house.bench.walk(id, OrderState::Ready);
        QVERIFY(house.stored(id).forRider.isEmpty());
        house.bench.walk(id, DeliveryState::Claimed);
        const auto delivery = read<DeliveryView>(house.stored(id).forRider);
        QCOMPARE(delivery.customerName, QStringLiteral("Mina"));
        QCOMPARE(delivery.pay.minor(), 3389);
        QVERIFY(!delivery.collectAtDoor);
        QCOMPARE(read<OrderView>(house.stored(id).forCustomer).riderName.value_or(QString()),
                 QStringLiteral("Rider"));
        house.bench.work([&] {
            QVERIFY(house.bench.rooms.model().dispatch.giveBack(id, house.bench.hands.rider(),
                                                                DeliveryState::Claimed, {}));
        });
        QVERIFY(house.stored(id).forRider.isEmpty());
        QVERIFY(!house.stored(id).rider);
        QVERIFY(!read<OrderView>(house.stored(id).forCustomer).riderName);
    }

    void riderIsToldWhatToCollect() { // R2
        House house;
        const OrderId id = house.place(house.bench.hands.snackRequest(PaymentMethod::OnDelivery));
        house.bench.walk(id, OrderState::PickedUp);
        QCOMPARE(read<DeliveryView>(house.stored(id).forRider).collectAtDoor->minor(), 11'000);
        house.bench.walk(id, OrderState::Delivered);
        QVERIFY(!read<DeliveryView>(house.stored(id).forRider).collectAtDoor);
    }

    void handOverCodeIsTheCustomersAlone() { // R12
        House house;
        for (const auto &request :
             {house.bench.hands.snackRequest(), house.bench.hands.flowerRequest()}) {
            const OrderId id = house.place(request);
            const Order order = house.bench.walk(id, OrderState::PickedUp);
            const OrderDocuments documents = house.stored(id);
            const QByteArray code = quoted(order.handOverCode);
            QVERIFY(documents.forCustomer.contains(code));
            for (const QByteArray &others : {documents.forShop, documents.forRider}) {
                QVERIFY(!others.contains(code));
                QVERIFY(!others.contains("handOverCode"));
            }
            QVERIFY(documents.forShop.contains(quoted(order.pickUpCode)));
        }
    }

    void undoneWorkLeavesTheDocumentsAsTheyWere() {
        House house;
        const OrderId id = house.place(house.bench.hands.snackRequest());
        house.bench.walk(id, OrderState::Placed);
        const OrderDocuments before = house.stored(id);
        house.bench.workInVain([&] {
            house.bench.hands.walk(id, OrderState::Ready);
            house.bench.rooms.finishWork();
        });
        compare(house.stored(id), before);
        house.bench.work([] {});
        compare(house.stored(id), before);
    }

    void documentsWithinTheWorkShowWhatItDid() {
        House house;
        const OrderId id = house.place(house.bench.hands.snackRequest());
        house.bench.work([&] {
            house.bench.hands.walk(id, OrderState::Accepted);
            const auto documents = house.bench.rooms.model().views.documents(id);
            QCOMPARE(read<TicketView>(documents.forShop).state, OrderState::Accepted);
        });
    }

private:
    static OrderState nextState(const Order &order) {
        switch (order.stage.order) {
        case OrderState::PaymentPending:
            return OrderState::Placed;
        case OrderState::Placed:
            return OrderState::Accepted;
        case OrderState::Accepted:
            return OrderState::Preparing;
        case OrderState::Preparing:
            return OrderState::Ready;
        case OrderState::Ready:
            return order.stage.fulfilment == Fulfilment::Collection ? OrderState::Completed
                                                                    : OrderState::PickedUp;
        case OrderState::PickedUp:
            return OrderState::Delivered;
        default:
            return OrderState::Completed;
        }
    }
};

QTEST_GUILESS_MAIN(TstOrderProjector)
#include "TstOrderProjector.moc"
