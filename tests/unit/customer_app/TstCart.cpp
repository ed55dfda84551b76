// SPDX-License-Identifier: GPL-3.0-or-later
#include "OrderKit.h"

#include "client-customer/Cart.h"
#include "client-customer/GreetingCard.h"

#include <QSignalSpy>
#include <QTest>

using namespace soban;
using namespace soban::customer;

namespace {

Money won(qint64 amount) {
    return *Money::of(amount, Currency::krw());
}

template <typename Id>
Id id(qint64 number) {
    return *Id::fromNumber(number);
}

const MenuItemId kSoup = id<MenuItemId>(1);
const MenuItemId kBowl = id<MenuItemId>(2);
const OptionId kEgg = id<OptionId>(21);
const OptionId kRice = id<OptionId>(22);

contract::MenuItemView item(MenuItemId which, qint64 price, QList<OptionGroup> groups = {}) {
    return {which, {}, {}, won(price), {}, false, {}, std::move(groups)};
}

/// Soup for 9,000; a bowl for 12,000 with an egg for 1,500 or rice for nothing. Delivery 2,500 from
/// 10,000 on.
contract::ShopView shop(qint64 number = 1) {
    const OptionGroup extras{
        id<OptionGroupId>(11), {}, 0, 2, {{kEgg, {}, won(1'500)}, {kRice, {}, won(0)}}};
    return {.card = {.id = id<ShopId>(number),
                     .kind = ShopKind::Food,
                     .name = {},
                     .picture = {},
                     .position = *GeoPoint::of(37, 127),
                     .distanceMeters = 0,
                     .isOpen = true,
                     .mode = ShopMode::Normal,
                     .extraMinutes = {},
                     .modeUntil = {},
                     .preparationMinutes = 20,
                     .deliveryFee = won(2'500),
                     .minimumOrder = won(10'000),
                     .fulfilments = {Fulfilment::PlatformRider, Fulfilment::Collection},
                     .reviewCount = 0,
                     .starSum = 0},
            .description = {},
            .phone = {},
            .address = {},
            .timeZone = QStringLiteral("Asia/Seoul"),
            .hours = {{1, 0, 1440}},
            .nextOpening = {},
            .deliveryRadiusMeters = 3'000,
            .sections = {{{}, {item(kSoup, 9'000), item(kBowl, 12'000, {extras})}}}};
}

} // namespace

class TstCart : public QObject {
    Q_OBJECT

private slots:
    void changeTakesThePlaceOfTheCartAndGivesItBack() { // R7
        Cart cart;
        cart.setShop(shop(2));
        cart.add({kSoup, {}, 4});
        cart.setNote(QStringLiteral("mine"));
        cart.setFulfilment(Fulfilment::Collection);
        auto order = testing::order(OrderState::Placed);
        order.note = QStringLiteral("no onions");
        cart.beginChange(order, shop(1));
        QVERIFY(cart.changing() && cart.changing()->id == order.id);
        QVERIFY(cart.isOf(order.shopId));
        QCOMPARE(cart.lines().size(), 1);
        QCOMPARE(cart.lines().first().quantity, 2);
        QCOMPARE(cart.note(), order.note);
        QCOMPARE(cart.fulfilment(), order.fulfilment);
        cart.setQuantity(0, 0);
        QVERIFY(cart.isEmpty() && cart.changing()); // it may yet be filled
        QSignalSpy changed(&cart, &Cart::changed);
        cart.endChange();
        QCOMPARE(changed.size(), 1);
        QVERIFY(!cart.changing() && cart.isOf(id<ShopId>(2)));
        QCOMPARE(cart.lines().first().quantity, 4);
        QCOMPARE(cart.note(), QStringLiteral("mine"));
        QCOMPARE(cart.fulfilment(), Fulfilment::Collection);
    }

    void secondChangeKeepsTheCartThatWasAside() { // R7
        Cart cart;
        cart.setShop(shop(2));
        cart.add({kSoup, {}, 4});
        cart.beginChange(testing::order(OrderState::Placed), shop(1));
        cart.beginChange(testing::order(OrderState::Accepted), shop(1));
        cart.endChange();
        QVERIFY(cart.isOf(id<ShopId>(2)) && !cart.changing());
        cart.endChange(); // nothing more to be put back
        QVERIFY(!cart.isEmpty());
    }

    void changeUnderWayIsNotLeft() { // R7
        Cart cart;
        cart.beginChange(testing::order(OrderState::Placed), shop(1));
        cart.setLocked(true);
        cart.endChange();
        QVERIFY(cart.changing());
    }

    void theSameChoiceIsOneLine() { // R1
        Cart cart;
        cart.setShop(shop());
        QSignalSpy changed(&cart, &Cart::changed);
        cart.add({kBowl, {kEgg}, 1});
        cart.add({kBowl, {kEgg}, 2});
        cart.add({kBowl, {}, 1});
        QCOMPARE(changed.size(), 3);
        QCOMPARE(cart.lines().size(), 2);
        QCOMPARE(cart.lines().first().quantity, 3);
        QCOMPARE(cart.itemCount(), 4);
    }

    void quantitiesKeepTheirBounds() {
        Cart cart;
        cart.setShop(shop());
        cart.add({kSoup, {}, 60});
        cart.add({kSoup, {}, 60});
        QCOMPARE(cart.lines().first().quantity, kLargestQuantity);
        cart.setQuantity(0, 0);
        QVERIFY(cart.isEmpty());
    }

    void priceIsThatOfTheDomain() { // R2
        Cart cart;
        cart.setShop(shop());
        cart.add({kBowl, {kEgg, kRice}, 2});
        const auto priced = cart.priced();
        QVERIFY(priced);
        QCOMPARE(priced->items, won(27'000));
        QCOMPARE(priced->total, won(29'500));
        QCOMPARE(*cart.priceOf(cart.lines().first()), won(13'500));
        cart.setFulfilment(Fulfilment::Collection);
        QCOMPARE(cart.priced()->total, won(27'000));
    }

    void nothingChangesWhileTheOrderIsOnItsWay() {
        Cart cart;
        cart.setShop(shop());
        cart.add({kSoup, {}, 2});
        cart.setLocked(true);
        cart.add({kBowl, {}, 1});
        cart.setQuantity(0, 0);
        cart.setFulfilment(Fulfilment::Collection);
        QCOMPARE(cart.itemCount(), 2);
        QCOMPARE(cart.fulfilment(), Fulfilment::PlatformRider);
        cart.setLocked(false);
        cart.add({kBowl, {}, 1});
        QCOMPARE(cart.itemCount(), 3);
    }

    void saysWhatIsLackingToTheMinimum() {
        Cart cart;
        cart.setShop(shop());
        cart.add({kSoup, {}, 1});
        QVERIFY(!cart.priced());
        QCOMPARE(cart.priced().error().fault, PricingFault::BelowMinimum);
        QCOMPARE(cart.lackingToMinimum(), won(1'000));
        // What is known already is told.
        QCOMPARE(cart.itemsSum(), won(9'000));
        QCOMPARE(cart.deliveryFee(), won(2'500));
        cart.setFulfilment(Fulfilment::Collection);
        QVERIFY(cart.deliveryFee().isZero());
        cart.add({kSoup, {}, 1});
        QVERIFY(cart.priced());
        QVERIFY(cart.lackingToMinimum().isZero());
    }

    void whatWasTakenOutIsPutBack() { // R1
        Cart cart;
        cart.setShop(shop());
        cart.add({kSoup, {}, 2});
        cart.add({kBowl, {kEgg}, 1});
        const LineChoice soup = cart.lines().first();
        cart.setQuantity(0, 0);
        cart.putBack(shop().card.id, 0, soup);
        QCOMPARE(cart.lines().first().item, kSoup);
        QCOMPARE(cart.lines().first().quantity, 2);
        // It has been chosen anew meanwhile: it stays one line.
        cart.putBack(shop().card.id, 0, soup);
        QCOMPARE(cart.lines().size(), 2);
        QCOMPARE(cart.lines().first().quantity, 4);
        cart.setShop(shop(2));
        cart.putBack(shop().card.id, 0, soup);
        QVERIFY(cart.isEmpty());
    }

    void anotherShopBeginsANewCart() {
        Cart cart;
        cart.setShop(shop());
        cart.add({kSoup, {}, 2});
        cart.setNote(QStringLiteral("no spoons"));
        cart.setShop(shop(2));
        QVERIFY(cart.isEmpty());
        QVERIFY(cart.note().isEmpty());
    }

    void whatLeftTheMenuLeavesTheCart() { // R16
        Cart cart;
        cart.setShop(shop());
        cart.add({kSoup, {}, 2});
        cart.add({kBowl, {}, 1});
        contract::ShopView smaller = shop();
        smaller.sections.first().items.removeFirst();
        cart.setShop(smaller);
        QCOMPARE(cart.lines().size(), 1);
        QCOMPARE(cart.lines().first().item, kBowl);
    }

    void greetingCardIsKnownByItsWords_data() {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("option");
        QTest::addColumn<int>("price");
        QTest::addColumn<GreetingCard>("card");
        using C = GreetingCard;
        QTest::newRow("chosen") << "Card"
                                << "Handwritten card" << 2'000 << C::Paid;
        QTest::newRow("chosen, for nothing") << "Card"
                                             << "Printed card" << 0 << C::With;
        QTest::newRow("chosen, in few words") << "Card"
                                              << "By hand" << 2'000 << C::Paid;
        QTest::newRow("not wanted") << "Card"
                                    << "No card" << 0 << C::Without;
        QTest::newRow("another kind of card") << "Care"
                                              << "Watering card" << 2'000 << C::Unknown;
    }
    void greetingCardIsKnownByItsWords() { // R1
        QFETCH(QString, group);
        QFETCH(QString, option);
        QFETCH(int, price);
        QFETCH(GreetingCard, card);
        const OptionId chosen = id<OptionId>(31);
        const OptionGroup cards{
            id<OptionGroupId>(12), {{}, group}, 1, 1, {{chosen, {{}, option}, won(price)}}};
        contract::ShopView florist = shop();
        florist.sections = {{{}, {item(kBowl, 30'000, {cards})}}};
        QCOMPARE(greetingCardOf(florist, {{kBowl, {chosen}, 1}}), card);
        QCOMPARE(greetingCardOf(florist, {}), GreetingCard::Unknown);
    }
};

QTEST_GUILESS_MAIN(TstCart)
#include "TstCart.moc"
