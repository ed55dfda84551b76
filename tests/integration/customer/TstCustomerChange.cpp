// SPDX-License-Identifier: GPL-3.0-or-later
// A customer changes an order before its preparation, in the window.
#include "CustomerBench.h"
#include "TownHands.h"

#include "client-customer/Cart.h"
#include "client-customer/ChangeSheet.h"
#include "client-customer/OrderBook.h"
#include "client-customer/OrdersPage.h"
#include "support/TestTown.h"
#include "ui/Button.h"
#include "ui/SobanStyle.h"
#include "ui/Stepper.h"
#include "ui/TextField.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QJsonObject>
#include <QListView>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace soban::customer;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstCustomerChange : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto fault = m_town.start();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
        m_hands = std::make_unique<TownHands>(m_town.url());
    }

    void init() {
        m_bench = std::make_unique<CustomerBench>(*theLook);
        QVERIFY(m_bench->open(m_town));
        QVERIFY(m_hands->beShop(TestTown::loginOf(Caller::Shop),
                                QString::fromLatin1(TestTown::kPassword)));
    }

    void cleanup() {
        m_bench.reset();
        QVERIFY(m_town.clearFaults());
    }

    void dearerChangeIsChargedAndMade() { // R7
        const OrderId id = place(PaymentMethod::Card);
        begin(id);
        QVERIFY(sees("Change no."));
        m_bench->picture(QStringLiteral("change-cart"));
        step(true);
        QVERIFY(sees("₩9,000 more than before."));
        QVERIFY(m_bench->press(button("Continue")));
        QTRY_VERIFY(sheet() && sheet()->isOpen());
        QVERIFY(sees("Rice soup: 2 in place of 1"));
        QVERIFY(sees("₩9,000 more"));
        QVERIFY(sees("is charged ₩9,000 now, once."));
        m_bench->picture(QStringLiteral("change-dearer"));
        QVERIFY(m_bench->press(button("Change the order")));
        QTRY_COMPARE(orders()->find(id)->total.minor(), 20'000);
        QTRY_VERIFY(!sheet()->isOpen());
        QVERIFY(sees("The order is changed."));
        QTRY_VERIFY(button("Cancel the order"));
        QVERIFY(cart()->isEmpty() && !cart()->changing());
        QVERIFY(m_town.audit(id)->kept == m_town.audit(id)->owed); // G4
        m_bench->picture(QStringLiteral("change-made"));
    }

    void cheaperChangeSaysWhatGoesBack() { // R7
        const OrderId id = place(PaymentMethod::Card, 2);
        begin(id);
        step(false);
        QVERIFY(m_bench->press(button("Continue")));
        QTRY_VERIFY(sheet() && sheet()->isOpen());
        QVERIFY(sees("₩9,000 less"));
        QVERIFY(sees("₩9,000 goes back to the card that paid."));
        QVERIFY(m_bench->press(button("Change the order")));
        QTRY_COMPARE(orders()->find(id)->total.minor(), 11'000);
        QTRY_VERIFY(sees("Refunded after a change"));
        m_bench->picture(QStringLiteral("change-refunded"));
    }

    void itemIsAddedFromTheMenuAndPaidAtTheDoor() { // R7
        const OrderId id = place(PaymentMethod::OnDelivery);
        begin(id);
        auto *menu = m_bench->list(QStringLiteral("Menu"));
        QTRY_VERIFY(menu->model()->rowCount() > 4);
        CustomerBench::press(menu, 3); // the dumplings
        QTRY_COMPARE(cart()->lines().size(), 2);
        QVERIFY(m_bench->press(button("Continue")));
        QTRY_VERIFY(sheet() && sheet()->isOpen());
        QVERIFY(sees("New: 1 × Dumplings"));
        QVERIFY(sees("You pay ₩17,000 at the door in place of ₩11,000."));
        QVERIFY(m_bench->press(button("Change the order")));
        QTRY_COMPARE(orders()->find(id)->lines.size(), 2);
        QCOMPARE(orders()->find(id)->total.minor(), 17'000);
    }

    void cartThatWasThereIsThereAgain() { // R7
        const OrderId id = place(PaymentMethod::OnDelivery);
        auto *menu = m_bench->list(QStringLiteral("Menu"));
        QTRY_VERIFY(menu->model()->rowCount() > 1);
        CustomerBench::press(menu, 3);
        QTRY_COMPARE(cart()->lines().size(), 1);
        const LineChoice kept = cart()->lines().first();
        begin(id);
        QVERIFY(cart()->lines().first().item != kept.item);
        QVERIFY(m_bench->press(button("Leave it as it is")));
        QVERIFY(!cart()->changing());
        QCOMPARE(cart()->lines().size(), 1);
        QCOMPARE(cart()->lines().first().item, kept.item);
        QTRY_VERIFY(button("Change the order")); // back at the order
        QCOMPARE(orders()->find(id)->total.minor(), 11'000);
        cart()->clear();
    }

    void nothingIsAgreedToThatChangesNothing() { // R7
        begin(place(PaymentMethod::OnDelivery));
        QVERIFY(m_bench->press(button("Continue")));
        QTRY_VERIFY(sheet() && sheet()->isOpen());
        QVERIFY(sees("What you ordered stays as it is."));
        QVERIFY(!button("Change the order")->isEnabled());
        m_bench->picture(QStringLiteral("change-nothing"));
        m_bench->key(Qt::Key_Escape);
        QTRY_VERIFY(!sheet()->isOpen());
        QVERIFY(m_bench->press(button("Leave it as it is")));
    }

    void declinedCardLeavesTheOrderAndTheWish() { // R7
        const OrderId id = place(PaymentMethod::Card);
        QVERIFY(m_town.orderFault({{QStringLiteral("kind"), QStringLiteral("declined")},
                                   {QStringLiteral("operation"), QStringLiteral("charge")},
                                   {QStringLiteral("count"), 2}}));
        begin(id);
        step(true);
        QVERIFY(m_bench->press(button("Continue")));
        QTRY_VERIFY(sheet() && sheet()->isOpen());
        QVERIFY(m_bench->press(button("Change the order")));
        QTRY_VERIFY(sees("The card was declined."));
        QVERIFY(sees("your order stays as it was"));
        m_bench->save(QStringLiteral("change-declined"));
        // What has happened is told in the language of the moment.
        theLook->setLanguage(Language::Korean);
        QTRY_VERIFY(button("주문 변경"));
        QVERIFY(m_bench->press(button("주문 변경")));
        QTRY_VERIFY(sees("결제되지 않았고, 주문은 그대로예요."));
        m_bench->save(QStringLiteral("change-declined-ko"));
        theLook->setLanguage(Language::English);
        QTRY_VERIFY(button("Change the order"));
        QTRY_COMPARE(orders()->find(id)->version, m_town.audit(id)->version);
        QVERIFY(m_bench->press(button("Change the order"))); // once more
        QTRY_COMPARE(orders()->find(id)->total.minor(), 20'000);
    }

    void shopThatHasBegunIsFaster() { // R7 G6
        const OrderId id = place(PaymentMethod::OnDelivery);
        begin(id);
        step(true);
        QVERIFY(m_bench->press(button("Continue")));
        QTRY_VERIFY(sheet() && sheet()->isOpen());
        QVERIFY(m_hands->accept(id, 20) && m_hands->start(id));
        QTRY_COMPARE(orders()->find(id)->state, OrderState::Preparing);
        QVERIFY(m_bench->press(button("Change the order")));
        QTRY_VERIFY(sees("too late to change it"));
        QVERIFY(!cart()->changing());
        QCOMPARE(orders()->find(id)->total.minor(), 11'000);
        QVERIFY(!button("Change the order"));
    }

    void changeThatIsBeingPaidForSaysSo() { // R7
        const OrderId id = place(PaymentMethod::Card);
        // The server asks again and again what became of it.
        QVERIFY(m_town.orderFault(
            {{QStringLiteral("kind"), QStringLiteral("never")}, {QStringLiteral("count"), 6}}));
        begin(id);
        step(true);
        QVERIFY(m_bench->press(button("Continue")));
        QTRY_VERIFY(sheet() && sheet()->isOpen());
        QVERIFY(m_bench->press(button("Change the order")));
        QTRY_VERIFY_WITH_TIMEOUT(orders()->find(id)->pendingChange, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(!sheet()->isOpen(), 20'000);
        QVERIFY(sees("Your change is being paid for"));
        QVERIFY(!button("Change the order"));
        m_bench->picture(QStringLiteral("change-waiting"));
        QVERIFY(m_town.clearFaults());
        QTRY_COMPARE_WITH_TIMEOUT(orders()->find(id)->total.minor(), 20'000, 30'000);
        QTRY_VERIFY(!sees("Your change is being paid for"));
    }

private:
    OrderBook *orders() const { return m_bench->window().findChild<OrderBook *>(); }
    Cart *cart() const { return m_bench->window().findChild<Cart *>(); }
    ChangeSheet *sheet() const { return m_bench->window().findChild<ChangeSheet *>(); }
    ui::Button *button(const char *beginning) const { return m_bench->button(beginning); }
    bool sees(const char *words) const { return m_bench->sees(words); }
    /// One soup more or fewer.
    void step(bool isMore) const {
        auto *quantity = m_bench->find<ui::Stepper>(QStringLiteral("Quantity of Rice soup"));
        QVERIFY(quantity);
        QTest::mouseClick(quantity, Qt::LeftButton, {}, quantity->partBox(isMore ? 1 : 0).center());
    }

    OrderId place(PaymentMethod method, int soups = 1) {
        auto cart = m_town.cart(Fulfilment::PlatformRider, method);
        cart.lines.first().quantity = soups;
        cart.expectedTotalMinor = 9'000 * soups + 2'000;
        const auto order = m_town
                               .call(m_town.request(contract::RouteId::PlaceOrder, Caller::Customer,
                                                    {}, contract::encode(cart)))
                               .as<contract::OrderView>();
        if (!order || !QTest::qWaitFor([&] { return orders()->find(order->id) != nullptr; }))
            return *OrderId::fromNumber(1);
        return order->id;
    }

    void begin(OrderId order) {
        m_bench->key(Qt::Key_2, Qt::ControlModifier);
        m_bench->window().findChild<OrdersPage *>()->open(order);
        QTRY_VERIFY(button("Change the order"));
        QVERIFY(m_bench->press(button("Change the order")));
        QTRY_VERIFY(cart()->changing() && button("Leave it as it is"));
        QCOMPARE(cart()->changing()->id, order);
    }

    TestTown m_town;
    std::unique_ptr<TownHands> m_hands;
    std::unique_ptr<CustomerBench> m_bench;
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstCustomerChange test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstCustomerChange.moc"
