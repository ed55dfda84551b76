// SPDX-License-Identifier: GPL-3.0-or-later
#include "DomainTestKit.h"

#include <QTest>

using namespace soban;
using soban::test::id;
using soban::test::krw;

namespace {

enum : qint64 { Gimbap = 1, Bibimbap = 2, Platinum = 3, Dollars = 4, Nowhere = 99 };
enum : qint64 { Small = 11, Large = 12, Egg = 21, Cheese = 22, Tuna = 23 };

MenuItem item(qint64 number, Money price, const QList<OptionGroup> &groups = {}) {
    const QString name = QString::number(number);
    return {id<MenuItemId>(number), {name, name}, {}, price, {}, groups};
}

MenuOption option(qint64 number, qint64 minor) {
    return {id<OptionId>(number), {QString::number(number), {}}, krw(minor)};
}

/// Bibimbap needs exactly one size and takes up to two extras.
Menu menu() {
    const OptionGroup size{id<OptionGroupId>(1), {}, 1, 1, {option(Small, 0), option(Large, 1500)}};
    const OptionGroup extras{
        id<OptionGroupId>(2), {}, 0, 2, {option(Egg, 500), option(Cheese, 700), option(Tuna, 900)}};
    const Money dollars = *Money::of(100, *Currency::fromCode(u"USD"));
    return {{{{}, {item(Gimbap, krw(4500))}},
             {{},
              {item(Bibimbap, krw(9000), {size, extras}),
               item(Platinum, krw(Money::kLimitMinor - 1)), item(Dollars, dollars)}}}};
}

LineChoice line(qint64 item, int quantity, const QList<qint64> &options = {}) {
    QList<OptionId> ids;
    for (qint64 number : options)
        ids.append(id<OptionId>(number));
    return {id<MenuItemId>(item), ids, quantity};
}

Result<PricedCart, PricingError> price(const QList<LineChoice> &lines,
                                       Fulfilment how = Fulfilment::PlatformRider) {
    return priceCart(soban::test::sampleShop(), menu(), lines, how);
}

struct Refusal {
    const char *tag;
    QList<LineChoice> lines;
    PricingFault fault;
    int line;
};

const QList<Refusal> &refusals() {
    using P = PricingFault;
    static const QList<Refusal> all{
        {"no lines", {}, P::NoLines, -1},
        {"unknown item", {line(Gimbap, 3), line(Nowhere, 1)}, P::UnknownItem, 1},
        {"unknown option", {line(Bibimbap, 2, {Small, 77})}, P::UnknownOption, 0},
        {"option of another item", {line(Gimbap, 3, {Egg})}, P::UnknownOption, 0},
        {"repeated option", {line(Bibimbap, 2, {Small, Egg, Egg})}, P::RepeatedOption, 0},
        {"too few options", {line(Gimbap, 9), line(Bibimbap, 2, {Egg})}, P::TooFewOptions, 1},
        {"too many of one", {line(Bibimbap, 2, {Small, Large})}, P::TooManyOptions, 0},
        {"too many extras", {line(Bibimbap, 2, {Small, Egg, Cheese, Tuna})}, P::TooManyOptions, 0},
        {"quantity 0", {line(Gimbap, 0)}, P::QuantityOutOfRange, 0},
        {"quantity -1", {line(Gimbap, -1)}, P::QuantityOutOfRange, 0},
        {"quantity 100", {line(Gimbap, 100)}, P::QuantityOutOfRange, 0},
        {"below minimum", {line(Gimbap, 2)}, P::BelowMinimum, -1},
        {"line too large", {line(Platinum, 2)}, P::TooLarge, 0},
        {"items too large", {line(Platinum, 1), line(Gimbap, 1)}, P::TooLarge, 1},
        {"total too large", {line(Platinum, 1)}, P::TooLarge, -1},
        {"other currency", {line(Dollars, 1)}, P::TooLarge, 0},
    };
    return all;
}

} // namespace

class TstPricing : public QObject {
    Q_OBJECT

private slots:
    void addsUp();
    void keepsOptionsInMenuOrder();
    void chargesFeeByFulfilment_data();
    void chargesFeeByFulfilment();
    void minimumLooksAtItemsAlone();
    void refusesCart_data();
    void refusesCart();
    void everyFaultHasACase();
    void limitsOfQuantityAreAllowed();
    void knowsSoundOptionGroups();
    void optionThatHadToBeChosenNamesItsGroup();
    void optionIsReadWithoutItsGroupAboveIt_data();
    void optionIsReadWithoutItsGroupAboveIt();
};

void TstPricing::addsUp() {
    const auto cart = price({line(Gimbap, 3), line(Bibimbap, 2, {Large, Egg, Cheese})});
    QVERIFY(cart.ok());
    QCOMPARE(cart->lines.size(), qsizetype(2));
    QCOMPARE(cart->lines[0].unitPrice, krw(4500));
    QCOMPARE(cart->lines[0].total, krw(13500));
    QCOMPARE(cart->lines[1].unitPrice, krw(9000 + 1500 + 500 + 700));
    QCOMPARE(cart->lines[1].quantity, 2);
    QCOMPARE(cart->lines[1].total, krw(23400));
    QCOMPARE(cart->lines[1].name.ko, QStringLiteral("2"));
    QCOMPARE(cart->items, krw(36900));
    QCOMPARE(cart->deliveryFee, krw(3000));
    QCOMPARE(cart->total, krw(39900));
}

void TstPricing::keepsOptionsInMenuOrder() {
    const auto cart = price({line(Bibimbap, 2, {Cheese, Egg, Small})});
    QVERIFY(cart.ok());
    const auto &options = cart->lines[0].options;
    QCOMPARE(options.size(), qsizetype(3));
    QCOMPARE(options[0].id, id<OptionId>(Small));
    QCOMPARE(options[1].id, id<OptionId>(Egg));
    QCOMPARE(options[2].id, id<OptionId>(Cheese));
}

void TstPricing::chargesFeeByFulfilment_data() {
    QTest::addColumn<Fulfilment>("how");
    QTest::addColumn<qint64>("fee");
    QTest::newRow("platform rider") << Fulfilment::PlatformRider << qint64(3000);
    QTest::newRow("R14 own delivery") << Fulfilment::OwnDelivery << qint64(3000);
    QTest::newRow("collection") << Fulfilment::Collection << qint64(0);
}

void TstPricing::chargesFeeByFulfilment() {
    QFETCH(Fulfilment, how);
    QFETCH(qint64, fee);
    const auto cart = price({line(Gimbap, 3)}, how);
    QVERIFY(cart.ok());
    QCOMPARE(cart->deliveryFee, krw(fee));
    QCOMPARE(cart->total, krw(13500 + fee));
}

void TstPricing::minimumLooksAtItemsAlone() {
    Shop shop = soban::test::sampleShop();
    shop.minimumOrder = krw(9000);
    QVERIFY(priceCart(shop, menu(), {line(Gimbap, 2)}, Fulfilment::PlatformRider).ok());
    shop.minimumOrder = krw(9001);
    const auto refused = priceCart(shop, menu(), {line(Gimbap, 2)}, Fulfilment::PlatformRider);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().fault, PricingFault::BelowMinimum);
}

void TstPricing::refusesCart_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < refusals().size(); ++i)
        QTest::newRow(refusals()[i].tag) << i;
}

void TstPricing::refusesCart() {
    QFETCH(int, index);
    const Refusal &refusal = refusals()[index];
    const auto cart = price(refusal.lines);
    QVERIFY(!cart.ok());
    QCOMPARE(int(cart.error().fault), int(refusal.fault));
    QCOMPARE(cart.error().line, refusal.line);
}

void TstPricing::everyFaultHasACase() {
    for (int fault = 0; fault <= int(PricingFault::TooLarge); ++fault) {
        QVERIFY2(std::any_of(refusals().cbegin(), refusals().cend(),
                             [fault](const Refusal &r) { return int(r.fault) == fault; }),
                 qPrintable(QString::number(fault)));
    }
}

void TstPricing::limitsOfQuantityAreAllowed() {
    QCOMPARE(price({line(Gimbap, 99)})->items, krw(99 * 4500));
    QVERIFY(price({line(Gimbap, 2), line(Bibimbap, 1, {Small})}).ok());
}

void TstPricing::knowsSoundOptionGroups() {
    const QList<MenuOption> two{option(Small, 0), option(Large, 0)};
    const auto sound = [&](int minimum, int maximum) {
        return OptionGroup{id<OptionGroupId>(1), {}, minimum, maximum, two}.isSound();
    };
    QVERIFY(sound(0, 1));
    QVERIFY(sound(1, 1));
    QVERIFY(sound(2, 2));
    QVERIFY(!sound(-1, 1));
    QVERIFY(!sound(0, 0));
    QVERIFY(!sound(2, 1));
    QVERIFY(!sound(0, 3));
}

void TstPricing::optionThatHadToBeChosenNamesItsGroup() {
    OptionGroup size{id<OptionGroupId>(1), {QStringLiteral("크기"), "Size"}, 1, 1, {}};
    size.options = {option(Small, 0)};
    const OptionGroup extras{
        id<OptionGroupId>(2), {QStringLiteral("추가"), "Extras"}, 0, 1, {option(Egg, 500)}};
    const Menu menu{{{{}, {item(Bibimbap, krw(9000), {size, extras})}}}};
    const auto cart = priceCart(soban::test::sampleShop(), menu, {line(Bibimbap, 3, {Small, Egg})},
                                Fulfilment::PlatformRider);
    QVERIFY(cart.ok());
    const QList<PricedOption> &options = cart->lines.first().options;
    QCOMPARE(options.at(0).group, std::optional(size.name));
    QCOMPARE(options.at(1).group, std::nullopt);
}

void TstPricing::optionIsReadWithoutItsGroupAboveIt_data() {
    QTest::addColumn<QString>("group");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("read");
    QTest::newRow("a choice") << "Ribbon" << 1 << "Pink"
                              << "Ribbon: Pink";
    QTest::newRow("one that says itself") << "Card" << 1 << "Handwritten card"
                                          << "Handwritten card";
    QTest::newRow("an extra") << "Extras" << 3 << "Bowl of rice"
                              << "Bowl of rice";
    QTest::newRow("a group without a name") << "" << 1 << "Small"
                                            << "Small";
}

void TstPricing::optionIsReadWithoutItsGroupAboveIt() { // R1
    QFETCH(QString, group);
    QFETCH(int, most);
    QFETCH(QString, option);
    QFETCH(QString, read);
    const OptionGroup of{id<OptionGroupId>(13), {{}, group}, most == 1 ? 1 : 0, most, {}};
    const MenuOption one{id<OptionId>(41), {{}, option}, krw(0)};
    QCOMPARE(PricedOption::of(of, one).inFull().en, read);
}

QTEST_GUILESS_MAIN(TstPricing)
#include "TstPricing.moc"
