// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Outcomes.h"
#include "support/TestBench.h"

#include <QRegularExpression>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace std::chrono_literals;
using contract::ErrorCode;
using contract::PlaceOrderRequest;

namespace {

/// Makes one thing wrong with a request that is otherwise sound.
using Spoil = std::function<void(PlaceOrderRequest &, TestBench &)>;

struct Refusal {
    const char *tag;
    Spoil spoil;
    ErrorCode code;
    const char *field;
};

constexpr double kOutOfReach = 3100;

const QList<Refusal> &cartRefusals() {
    static const QList<Refusal> kRefusals{
        {"no lines", [](auto &r, auto &) { r.lines.clear(); }, ErrorCode::OutOfRange, "lines"},
        {"unknown item", [](auto &r, auto &b) { r.lines[0].item = b.town.roses; },
         ErrorCode::UnknownItem, "lines[0].itemId"},
        {"unknown item in the second line",
         [](auto &r, auto &b) {
             r.lines.append({b.town.roses, {}, 1});
         },
         ErrorCode::UnknownItem, "lines[1].itemId"},
        {"no quantity", [](auto &r, auto &) { r.lines[0].quantity = 0; }, ErrorCode::OutOfRange,
         "lines[0].quantity"},
        {"too great a quantity",
         [](auto &r, auto &) { r.lines[0].quantity = kLargestQuantity + 1; }, ErrorCode::OutOfRange,
         "lines[0].quantity"},
        {"no size chosen", [](auto &r, auto &) { r.lines[0].options.clear(); },
         ErrorCode::OptionsViolated, "lines[0].optionIds"},
        {"two sizes chosen",
         [](auto &r, auto &b) {
             r.lines[0].options = {b.town.regular, b.town.large};
         },
         ErrorCode::OptionsViolated, "lines[0].optionIds"},
        {"three extras of two",
         [](auto &r, auto &b) {
             r.lines[0].options = {b.town.regular, b.town.cheese, b.town.tuna, b.town.egg};
         },
         ErrorCode::OptionsViolated, "lines[0].optionIds"},
        {"an extra twice",
         [](auto &r, auto &b) {
             r.lines[0].options = {b.town.regular, b.town.egg, b.town.egg};
         },
         ErrorCode::OptionsViolated, "lines[0].optionIds"},
        {"an option of another item",
         [](auto &r, auto &b) {
             r.lines.append({b.town.ramen, {b.town.egg}, 1});
         },
         ErrorCode::OptionsViolated, "lines[1].optionIds"},
        {"below the shop's minimum", [](auto &r, auto &) { r.lines[0].quantity = 1; },
         ErrorCode::BelowMinimum, "lines"},
        {"another total than shown", [](auto &r, auto &) { r.expectedTotalMinor -= 1; },
         ErrorCode::PriceChanged, "expectedTotalMinor"},
    };
    return kRefusals;
}

const QList<Refusal> &orderRefusals() {
    static const QList<Refusal> kRefusals{
        {"unknown shop", [](auto &r, auto &) { r.shopId = *ShopId::fromNumber(1); },
         ErrorCode::NotFound, "shopId"},
        {"shop is closed at night", [](auto &, auto &b) { b.clock.advance(8h); },
         ErrorCode::ShopClosed, "shopId"},
        {"shop does not deliver itself",
         [](auto &r, auto &) { r.fulfilment = Fulfilment::OwnDelivery; },
         ErrorCode::FulfilmentNotOffered, "fulfilment"},
        {"out of the shop's reach",
         [](auto &r, auto &) { r.address.position = northOf(townCentre(), kOutOfReach); },
         ErrorCode::OutOfArea, "address.position"},
        {"somebody else's card", [](auto &r, auto &) { r.cardId = *CardId::fromNumber(1); },
         ErrorCode::CardMissing, "cardId"},
        {"a phone number that cannot be dialled",
         [](auto &r, auto &) {
             r.recipient = Recipient{QStringLiteral("Jun"), QStringLiteral("0105555 Happy")};
         },
         ErrorCode::InvalidValue, "recipient.phone"},
        {"R1 wanted in the past", [](auto &r, auto &b) { r.wantedAt = b.clock.now() - 1ms; },
         ErrorCode::OutOfRange, "wantedAt"},
        {"R1 wanted in more than 60 days",
         [](auto &r, auto &b) { r.wantedAt = b.clock.now() + 60 * 24h + 1ms; },
         ErrorCode::OutOfRange, "wantedAt"},
        {"R1 wanted at night", [](auto &r, auto &b) { r.wantedAt = b.clock.now() + 8h; },
         ErrorCode::ShopClosed, "wantedAt"},
        {"R1 wanted on the shop's holiday", // 2027-02-07, 23 days after the town's time
         [](auto &r, auto &b) { r.wantedAt = b.clock.now() + 23 * 24h; }, ErrorCode::ShopClosed,
         "wantedAt"},
    };
    return kRefusals;
}

void addRows(const QList<Refusal> &refusals) {
    QTest::addColumn<int>("row");
    for (int i = 0; i < refusals.size(); ++i)
        QTest::newRow(refusals[i].tag) << i;
}

void refuses(const Refusal &refusal) {
    TestBench bench;
    PlaceOrderRequest request = bench.hands.snackRequest();
    refusal.spoil(request, bench);
    const auto placed = bench.rooms.placement().place(bench.town.mina, request);
    QVERIFY(!placed);
    QCOMPARE(codeOf(placed), refusal.code);
    QCOMPARE(placed.error().field.value_or(QString()), QString::fromLatin1(refusal.field));
    QCOMPARE(bench.countOf("SELECT COUNT(*) FROM orders"), 0);
}

PlaceOrderRequest stews(const TestBench &bench, const QList<int> &quantities) {
    PlaceOrderRequest request = bench.hands.snackRequest();
    request.lines.clear();
    request.expectedTotalMinor = 3000;
    for (int quantity : quantities) {
        request.lines.append({bench.town.stew, {}, quantity});
        request.expectedTotalMinor += 9000 * quantity;
    }
    return request;
}

} // namespace

class TstPlacement : public QObject {
    Q_OBJECT

private slots:
    void orderIsKeptAsItWasAskedFor() { // R1
        TestBench bench;
        PlaceOrderRequest request = bench.hands.flowerRequest();
        request.recipient = Recipient{QStringLiteral("Hana"), QStringLiteral("010-9")};
        request.cardText = QStringLiteral("생일 축하해");
        request.note = QStringLiteral("Ring twice");
        request.wantedAt = bench.clock.now() + 18h;
        const Order order = bench.hands.order(bench.place(request));
        QCOMPARE(order.customer, bench.town.mina);
        QCOMPARE(order.shop, bench.town.flowerShop);
        QCOMPARE(order.number, 1);
        QVERIFY(order.recipient == request.recipient);
        QCOMPARE(order.cardText, *request.cardText);
        QCOMPARE(order.note, *request.note);
        QVERIFY(order.wantedAt == request.wantedAt);
        QVERIFY(order.address == request.address);
        QCOMPARE(order.total.minor(), 34'000);
        QCOMPARE(order.deliveryFee.minor(), 4000);
        QVERIFY(order.card == bench.town.minasCard);
        QCOMPARE(order.stage.order, OrderState::PaymentPending);
        QCOMPARE(order.times.created, kTownTime);
    }

    void orderIsPricedByTheMenu() {
        TestBench bench;
        PlaceOrderRequest request = bench.hands.snackRequest();
        request.lines = {{bench.town.kimbap, {bench.town.cheese, bench.town.large}, 2},
                         {bench.town.ramen, {}, 1}};
        request.expectedTotalMinor = 2 * (4000 + 1000 + 500) + 5000 + 3000;
        const Order order = bench.hands.order(bench.place(request));
        QCOMPARE(order.total.minor(), request.expectedTotalMinor);
        // Options come in the order of the menu, which is the order of the kitchen.
        QCOMPARE(order.lines.first().options.first().id, bench.town.large);
    }

    void codesAreFourDigits() {
        TestBench bench;
        static const QRegularExpression kFourDigits(QStringLiteral("^[0-9]{4}$"));
        QSet<QString> codes;
        for (int i = 0; i < 8; ++i) {
            const Order order = bench.hands.order(bench.place(bench.hands.snackRequest()));
            QVERIFY(kFourDigits.match(order.handOverCode).hasMatch());
            QVERIFY(kFourDigits.match(order.pickUpCode).hasMatch());
            codes << order.handOverCode << order.pickUpCode;
        }
        QVERIFY(codes.size() > 1);
    }

    void eachShopCountsItsOwnOrders() {
        TestBench bench;
        QCOMPARE(bench.hands.order(bench.place(bench.hands.snackRequest())).number, 1);
        QCOMPARE(bench.hands.order(bench.place(bench.hands.snackRequest())).number, 2);
        QCOMPARE(bench.hands.order(bench.place(bench.hands.flowerRequest())).number, 1);
    }

    void collectionCostsNoWayAndKnowsNoArea() {
        TestBench bench;
        PlaceOrderRequest request =
            bench.hands.snackRequest(PaymentMethod::Card, Fulfilment::Collection);
        request.address.position = northOf(townCentre(), kOutOfReach);
        QCOMPARE(bench.hands.order(bench.place(request)).total.minor(), 8000);
    }

    void wrongCartIsRefusedAtItsField_data() { addRows(cartRefusals()); }
    void wrongCartIsRefusedAtItsField() {
        QFETCH(int, row);
        refuses(cartRefusals()[row]);
    }

    void wrongOrderIsRefusedAtItsField_data() { addRows(orderRefusals()); }
    void wrongOrderIsRefusedAtItsField() {
        QFETCH(int, row);
        refuses(orderRefusals()[row]);
    }

    void pausedShopTakesNoOrders_data() {
        QTest::addColumn<bool>("forLater");
        QTest::newRow("for now") << false;
        QTest::newRow("R1 for tomorrow") << true;
    }
    void pausedShopTakesNoOrders() {
        QFETCH(bool, forLater);
        TestBench bench;
        bench.rooms.database().executeOnce(QStringLiteral("UPDATE shops SET mode = 'paused'"));
        bench.rooms.refreshShop(bench.town.snackBar);
        PlaceOrderRequest request = bench.hands.snackRequest();
        if (forLater)
            request.wantedAt = bench.clock.now() + 24h;
        const auto placed = bench.rooms.placement().place(bench.town.mina, request);
        QCOMPARE(codeOf(placed), ErrorCode::ShopClosed);
        QCOMPARE(placed.error().field.value_or(QString()), QStringLiteral("shopId"));
    }

    void wantedTimeIsTakenUpToItsBounds_data() { // R1
        QTest::addColumn<qint64>("hoursFromNow");
        QTest::addColumn<qint64>("hoursAhead");
        QTest::newRow("R1 at once") << qint64(0) << qint64(0);
        QTest::newRow("R1 in 60 days") << qint64(0) << qint64(60 * 24);
        QTest::newRow("R1 at night, for the next day") << qint64(8) << qint64(12);
    }
    void wantedTimeIsTakenUpToItsBounds() {
        QFETCH(qint64, hoursFromNow);
        QFETCH(qint64, hoursAhead);
        TestBench bench;
        bench.clock.advance(std::chrono::hours(hoursFromNow));
        PlaceOrderRequest request = bench.hands.snackRequest();
        request.wantedAt = bench.clock.now() + std::chrono::hours(hoursAhead);
        QVERIFY(bench.rooms.placement().place(bench.town.mina, request));
    }

    void changedPriceCarriesTheQuote() {
        TestBench bench;
        PlaceOrderRequest request = bench.hands.snackRequest();
        request.expectedTotalMinor = 10'999;
        const auto placed = bench.rooms.placement().place(bench.town.mina, request);
        QCOMPARE(codeOf(placed), ErrorCode::PriceChanged);
        QVERIFY(placed.error().quote);
        QCOMPARE(placed.error().quote->total.minor(), 11'000);
        QCOMPARE(placed.error().quote->items.minor(), 8000);
        QCOMPARE(placed.error().quote->lines.size(), 1);
    }

    void customerWithoutACardMayPayAtTheDoorOnly() { // R2
        TestBench bench;
        const auto byCard =
            bench.rooms.placement().place(bench.town.jun, bench.hands.snackRequest());
        QCOMPARE(codeOf(byCard), ErrorCode::CardMissing);
        const auto atTheDoor = bench.rooms.placement().place(
            bench.town.jun, bench.hands.snackRequest(PaymentMethod::OnDelivery));
        QVERIFY(atTheDoor);
        QVERIFY(!atTheDoor->card);
    }

    void linesOfOneCountedItemAreHeldTogether() { // R16
        TestBench bench;
        bench.place(stews(bench, {1, 2}));
        QCOMPARE(bench.remaining(bench.town.stew), 0);
        QCOMPARE(bench.countOf("SELECT quantity FROM stock_holds"), 3);
    }

    void whatIsNotThereAnyMoreIsSoldOut_data() { // R16
        QTest::addColumn<QList<int>>("quantities");
        QTest::newRow("R16 too many in one line") << QList<int>{4};
        QTest::newRow("R16 too many in two lines") << QList<int>{2, 2};
    }
    void whatIsNotThereAnyMoreIsSoldOut() {
        QFETCH(QList<int>, quantities);
        TestBench bench;
        const auto placed =
            bench.rooms.placement().place(bench.town.mina, stews(bench, quantities));
        QCOMPARE(codeOf(placed), ErrorCode::SoldOut);
        QCOMPARE(placed.error().field.value_or(QString()), QStringLiteral("lines[0].itemId"));
        QCOMPARE(bench.remaining(bench.town.stew), 3);
    }

    void soldOutLineIsNamed() { // R16
        TestBench bench;
        bench.place(stews(bench, {3}));
        PlaceOrderRequest request = bench.hands.snackRequest();
        request.lines.append({bench.town.stew, {}, 1});
        request.expectedTotalMinor += 9000;
        const auto placed = bench.rooms.placement().place(bench.town.mina, request);
        QCOMPARE(codeOf(placed), ErrorCode::SoldOut);
        QCOMPARE(placed.error().field.value_or(QString()), QStringLiteral("lines[1].itemId"));
    }

    void undoneOrderLeavesNothingBehind() { // R16
        TestBench bench;
        bench.workInVain([&] {
            bench.hands.place(stews(bench, {3}));
            QCOMPARE(bench.remaining(bench.town.stew), 0);
        });
        QCOMPARE(bench.remaining(bench.town.stew), 3);
        QCOMPARE(bench.countOf("SELECT COUNT(*) FROM orders"), 0);
        QCOMPARE(bench.hands.order(bench.place(stews(bench, {3}))).number, 1);
    }

    void confirmationCompletesADeliveredOrder() { // R12
        TestBench bench;
        const OrderId id = bench.orderIn(OrderState::Delivered);
        const Order delivered = bench.hands.order(id);
        const auto completed =
            bench.rooms.placement().confirm(id, bench.hands.customer(), delivered.version);
        QVERIFY(completed);
        QCOMPARE(bench.hands.order(id).stage.order, OrderState::Completed);
        const auto again =
            bench.rooms.placement().confirm(id, bench.hands.customer(), completed->version);
        QCOMPARE(codeOf(again), ErrorCode::NotAllowedNow);
    }

    void confirmationOfAnotherCustomerOrVersionIsRefused() { // R12
        TestBench bench;
        const OrderId id = bench.orderIn(OrderState::Delivered);
        const int version = bench.hands.order(id).version;
        auto &placement = bench.rooms.placement();
        const Actor jun{Role::Customer, bench.town.jun, {}};
        QCOMPARE(codeOf(placement.confirm(id, jun, version)), ErrorCode::NotFound);
        QCOMPARE(codeOf(placement.confirm(id, bench.hands.customer(), version - 1)),
                 ErrorCode::StaleVersion);
        QCOMPARE(bench.hands.order(id).stage.order, OrderState::Delivered);
    }

    void completesByItselfOnce() { // R12
        TestBench bench;
        const OrderId id = bench.orderIn(OrderState::Delivered);
        bench.rooms.placement().completeByItself(id);
        const Order completed = bench.hands.order(id);
        QCOMPARE(completed.stage.order, OrderState::Completed);
        bench.rooms.placement().completeByItself(id);
        QCOMPARE(bench.hands.order(id).version, completed.version);
        QCOMPARE(bench.heard.count(EventType::OrderCompleted), 1);
    }

    void orderOnItsWayDoesNotCompleteByItself() {
        TestBench bench;
        const OrderId id = bench.orderIn(OrderState::PickedUp);
        bench.rooms.placement().completeByItself(id);
        QCOMPARE(bench.hands.order(id).stage.order, OrderState::PickedUp);
    }
};

QTEST_GUILESS_MAIN(TstPlacement)
#include "TstPlacement.moc"
