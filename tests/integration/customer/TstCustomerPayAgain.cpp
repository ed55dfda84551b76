// SPDX-License-Identifier: GPL-3.0-or-later
// The card is declined, and its customer pays otherwise.
#include "CustomerBench.h"

#include "client-customer/CartPanel.h"
#include "client-customer/OrderBook.h"
#include "client-customer/OrdersPage.h"
#include "client-customer/PayAgainSheet.h"
#include "client-customer/ShopListModel.h"
#include "support/TestTown.h"
#include "ui/Button.h"
#include "ui/ChoiceRow.h"
#include "ui/SobanStyle.h"
#include "ui/TextLabel.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QJsonObject>
#include <QListView>
#include <QPointer>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace soban::customer;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstCustomerPayAgain : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        // No call is let out by itself as long as the provider is left alone.
        const auto fault =
            m_town.start({QStringLiteral("--set"), QStringLiteral("payment.timeoutMs=500"),
                          QStringLiteral("--set"), QStringLiteral("payment.restMs=60000")});
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }

    void init() {
        m_bench = std::make_unique<CustomerBench>(*theLook);
        QVERIFY(m_bench->open(m_town));
    }

    void cleanup() {
        m_bench.reset();
        QVERIFY(m_town.clearFaults());
    }

    void declinedOrderIsPaidAtTheDoor() { // R2
        QVERIFY(decline(1));
        checkOut();
        // There is an order, and nothing is left in the cart that could be ordered twice.
        QTRY_VERIFY(sheet());
        QVERIFY(sees("The card was declined. Nothing was charged."));
        QTRY_VERIFY(sees("kept for you until"));
        m_bench->picture(QStringLiteral("pay-again"));
        QVERIFY(m_bench->press(row("Pay on delivery")));
        QVERIFY(sees("Nothing is charged now"));
        m_bench->picture(QStringLiteral("pay-again-at-door"));
        QTRY_VERIFY(button("Order for")->isEnabled());
        QVERIFY(m_bench->press(button("Order for")));
        QTRY_COMPARE(latest().state, OrderState::Placed);
        QTRY_VERIFY(sees("Waiting for the shop"));
        QVERIFY(!sheet() && !button("Pay for it"));
        QCOMPARE(m_town.audits().last().payments.size(), 2);
    }

    void secondDeclineAsksOnceMoreAndSaysWhy() { // R2
        QVERIFY(decline(2));
        checkOut();
        QTRY_VERIFY(sheet());
        const QPointer<PayAgainSheet> first = sheet();
        QTRY_VERIFY(button("Pay ₩"));
        QVERIFY(m_bench->press(button("Pay ₩")));
        QTRY_VERIFY(!first && sheet());
        QTRY_COMPARE(m_town.audits().last().payments.size(), 2);
        QTRY_COMPARE(latest().version, m_town.audits().last().version);
        QTRY_VERIFY(button("Pay ₩"));
        // The page below has other buttons now, and lets them be pressed after a moment.
        QTest::qWait(1'200);
        QVERIFY(sheet()->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(m_bench->press(button("Pay ₩")));
        QTRY_COMPARE(latest().state, OrderState::Placed);
        QTRY_COMPARE(latest().paymentState, PaymentState::Paid);
    }

    void whoPaysLaterFindsItInTheOrders() { // R2 R7
        QVERIFY(decline(1));
        checkOut();
        QTRY_VERIFY(sheet());
        m_bench->key(Qt::Key_Escape);
        QTRY_VERIFY(!sheet());
        QVERIFY(sees("or the order ends"));
        QVERIFY(button("Cancel the order"));
        m_bench->picture(QStringLiteral("order-declined"));
        QVERIFY(m_bench->press(button("Pay for it")));
        QTRY_VERIFY(sheet());
        QVERIFY(m_bench->press(button("Later")));
        QTRY_VERIFY(!sheet());
        QVERIFY(m_bench->press(button("Cancel the order")));
        QTRY_VERIFY(sees("There is nothing to pay"));
        QVERIFY(m_bench->press(row("No longer wanted")));
        QVERIFY(m_bench->press(button("Yes, cancel it")));
        QTRY_COMPARE(latest().state, OrderState::Cancelled);
        QTRY_VERIFY(!button("Pay for it"));
    }

    void paysByKeyboardAlone() { // R2
        QVERIFY(decline(1));
        checkOut();
        QTRY_VERIFY(sheet());
        QTRY_VERIFY(button("Pay ₩"));
        QTRY_COMPARE(QApplication::focusWidget(), button("Pay ₩"));
        m_bench->key(Qt::Key_Return);
        QTRY_COMPARE(latest().state, OrderState::Placed);
        QCOMPARE(latest().paymentState, PaymentState::Paid);
    }

    void paymentWithoutAnAnswerIsLookedUpAndNotRepeated() { // R2 G5
        QVERIFY(m_town.orderFault(
            {{QStringLiteral("kind"), QStringLiteral("never")}, {QStringLiteral("count"), 4}}));
        checkOut();
        QTRY_VERIFY(sees("The payment is being checked"));
        QVERIFY(sees("You need not pay again."));
        QTRY_VERIFY(sees("If it was paid, your order goes on; if not, nothing is charged."));
        m_bench->picture(QStringLiteral("payment-checked"));
        QTRY_VERIFY(button("Check the payment again")->isEnabled());
        QVERIFY(m_bench->press(button("Check the payment again")));
        // News of the order do not take its answer away.
        emit m_bench->window().findChild<OrderBook *>()->orderChanged(latest().id);
        QTRY_VERIFY(sees("there is no answer yet"));
        QVERIFY(!button("Check the payment again")->isBusy());
        m_bench->picture(QStringLiteral("payment-asked"));
        QVERIFY(m_town.clearFaults());
        QTRY_COMPARE_WITH_TIMEOUT(latest().state, OrderState::Placed, 30'000);
        QCOMPARE(m_town.audits().last().payments.size(), 1);
    }

    // The last one: the provider is left alone for a while.
    void whereCardsDoNotWorkOnePaysAtTheDoor() { // R2 G14
        QVERIFY(m_town.orderFault({{QStringLiteral("kind"), QStringLiteral("never")}}));
        const auto byCard = m_town.cart(Fulfilment::PlatformRider, PaymentMethod::Card);
        int status = 0;
        for (int i = 0; i < 20 && status != 409; ++i)
            status = m_town
                         .call(m_town.request(contract::RouteId::PlaceOrder, Caller::OtherCustomer,
                                              {}, contract::encode(byCard)))
                         .status;
        const qsizetype orders = m_town.audits().size();
        checkOut();
        // Which only the answer says: the rest is told before anybody presses.
        QTRY_VERIFY(sees("Nothing was charged. Pay on delivery"));
        QVERIFY(sees("Card payment does not work at the moment."));
        QCOMPARE(m_town.audits().size(), orders);
        m_bench->picture(QStringLiteral("checkout-no-cards"));
        theLook->setLanguage(Language::Korean);
        QTRY_VERIFY(button("₩11,000 주문하기"));
        QVERIFY(m_bench->press(button("₩11,000 주문하기")));
        QTRY_VERIFY(sees("결제된 돈은 없어요."));
        m_bench->save(QStringLiteral("checkout-no-cards-ko"));
        theLook->setLanguage(Language::English);
        QTRY_VERIFY(row("Pay on delivery"));
        QVERIFY(m_bench->press(row("Pay on delivery")));
        QVERIFY(m_bench->press(button("Order for")));
        QTRY_COMPARE(m_town.audits().size(), orders + 1);
        QTRY_COMPARE(latest().state, OrderState::Placed);
    }

private:
    bool decline(int times) {
        return m_town.orderFault({{QStringLiteral("kind"), QStringLiteral("declined")},
                                  {QStringLiteral("operation"), QStringLiteral("charge")},
                                  {QStringLiteral("count"), times}});
    }

    void checkOut() {
        auto *shops = m_bench->list(QStringLiteral("Shops"));
        QTRY_VERIFY(shops->model()->rowCount() > 1);
        const auto *model = qobject_cast<const ShopListModel *>(shops->model());
        int shop = 0;
        while (model->at(shop).name.en != QStringLiteral("Kitchen"))
            ++shop;
        CustomerBench::press(shops, shop);
        auto *menu = m_bench->list(QStringLiteral("Menu"));
        QTRY_VERIFY(menu->model()->rowCount() > 4);
        CustomerBench::press(menu, 1);
        QTRY_VERIFY(button("Continue"));
        QVERIFY(m_bench->press(button("Continue")));
        QTRY_VERIFY(row("Card"));
        QVERIFY(m_bench->press(row("Card")));
        QVERIFY(m_bench->press(button("Order for")));
    }

    contract::OrderView latest() {
        return *m_bench->window().findChild<OrderBook *>()->find(m_town.audits().last().orderId);
    }
    PayAgainSheet *sheet() const { return m_bench->window().findChild<PayAgainSheet *>(); }
    ui::Button *button(const char *beginning) const { return m_bench->button(beginning); }
    bool sees(const char *words) const { return m_bench->sees(words); }
    ui::ChoiceRow *row(const char *words) const {
        return m_bench->find<ui::ChoiceRow>(QString::fromUtf8(words));
    }
    TestTown m_town;
    std::unique_ptr<CustomerBench> m_bench;
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstCustomerPayAgain test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstCustomerPayAgain.moc"
