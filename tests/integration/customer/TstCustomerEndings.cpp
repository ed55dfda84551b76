// SPDX-License-Identifier: GPL-3.0-or-later
// Orders that end without their goods, as their customer sees and does it.
#include "CustomerBench.h"
#include "TownHands.h"

#include "client-customer/OrderBook.h"
#include "client-customer/OrdersPage.h"
#include "contract/Operator.h"
#include "desk/EndSheet.h"
#include "support/TestTown.h"
#include "ui/Button.h"
#include "ui/ChoiceRow.h"
#include "ui/SobanStyle.h"
#include "ui/TextLabel.h"
#include "ui/Timeline.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QDateTime>
#include <QLineEdit>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace soban::customer;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstCustomerEndings : public QObject {
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

    void cleanup() { m_bench.reset(); }

    void orderIsCancelledAndItsMoneyGoesBack() { // R7
        const OrderId id = place(PaymentMethod::Card);
        show(id);
        auto *cancel = button("Cancel the order");
        QVERIFY(cancel && cancel->isEnabled());
        QVERIFY(m_bench->press(cancel));
        auto *sheet = m_bench->window().findChild<desk::EndSheet *>();
        QTRY_VERIFY(sheet && sheet->isOpen());
        // What becomes of the money is said before it is done; nothing is done without a reason.
        QVERIFY(sees("₩11,000 goes back in full"));
        QVERIFY(!button("Cancel and get it back")->isEnabled());
        m_bench->picture(QStringLiteral("order-cancel"));
        QVERIFY(m_bench->press(row("Ordered by mistake")));
        QVERIFY(m_bench->press(button("Cancel and get it back")));
        QTRY_COMPARE(orders()->find(id)->state, OrderState::Cancelled);
        QTRY_VERIFY(sees("You cancelled the order"));
        QTRY_VERIFY(sees("refunded in full"));
        QTRY_VERIFY(button("Order again")->isEnabled());
        m_bench->picture(QStringLiteral("order-cancelled"));
    }

    void anotherReasonNeedsWords() { // R7
        const OrderId id = place(PaymentMethod::OnDelivery);
        show(id);
        QVERIFY(m_bench->press(button("Cancel the order")));
        auto *sheet = m_bench->window().findChild<desk::EndSheet *>();
        QTRY_VERIFY(sheet && sheet->isOpen());
        QVERIFY(sees("There is nothing to pay"));
        QVERIFY(m_bench->press(row("Another reason")));
        QVERIFY(m_bench->press(button("Yes, cancel it")));
        QVERIFY(sheet->isOpen());
        QVERIFY(sees("Please say why"));
        m_bench->save(QStringLiteral("order-cancel-words"));
        m_bench->type(QStringLiteral("My plans have changed"));
        m_bench->key(Qt::Key_Return);
        QTRY_COMPARE(orders()->find(id)->state, OrderState::Cancelled);
        QCOMPARE(orders()->find(id)->ending->words, QStringLiteral("My plans have changed"));
    }

    void koreansReadItInKorean() { // R7
        show(place(PaymentMethod::Card));
        theLook->setLanguage(Language::Korean);
        QTRY_VERIFY(button("주문 취소"));
        QVERIFY(m_bench->press(button("주문 취소")));
        QTRY_VERIFY(m_bench->window().findChild<desk::EndSheet *>());
        QVERIFY(sees("₩11,000을 모두 돌려 드려요"));
        m_bench->save(QStringLiteral("order-cancel-ko"));
    }

    void whoThinksAgainKeepsTheOrder() { // R7
        const OrderId id = place(PaymentMethod::OnDelivery);
        show(id);
        QVERIFY(m_bench->press(button("Cancel the order")));
        QTRY_VERIFY(m_bench->window().findChild<desk::EndSheet *>());
        m_bench->key(Qt::Key_Escape);
        QTRY_VERIFY(!m_bench->window().findChild<desk::EndSheet *>());
        QCOMPARE(orders()->find(id)->state, OrderState::Placed);
        QVERIFY(m_hands->accept(id, 20) && m_hands->start(id));
        // From here on there is nothing to be cancelled.
        QTRY_VERIFY(!button("Cancel the order"));
    }

    void operatorsWordIsRead() { // R7 R10 G4
        const OrderId id = place(PaymentMethod::Card);
        show(id);
        QVERIFY(m_hands->accept(id, 20) && m_hands->start(id));
        decide(contract::RouteId::EndOrder, id,
               contract::encode(contract::OperatorEndRequest{EndReason::Other,
                                                             QStringLiteral("The road is closed"),
                                                             Party::Platform, 4'000}));
        QTRY_VERIFY(sees("Soban cancelled the order"));
        QVERIFY(sees("The road is closed"));
        QTRY_VERIFY(sees("₩4,000 has gone back"));
        m_bench->picture(QStringLiteral("order-cancelled-by-soban"));
        // And thinks again: all of it.
        decide(contract::RouteId::SettleOrder, id,
               contract::encode(contract::SettleRequest{Party::Platform, 11'000,
                                                        QStringLiteral("It was our mistake")}));
        QTRY_VERIFY(sees("refunded in full"));
        m_bench->picture(QStringLiteral("order-settled"));
    }

    void shopsReasonIsTold() { // R4
        const OrderId id = place(PaymentMethod::Card);
        show(id);
        QVERIFY(m_hands->refuse(id, {EndReason::TooBusy}));
        QTRY_VERIFY(sees("The shop declined the order"));
        QVERIFY(sees("Too many orders"));
        QTRY_VERIFY(sees("refunded in full"));
        QTRY_VERIFY(button("Order again")->isEnabled());
        m_bench->picture(QStringLiteral("order-refused"));
    }

    void shopThatCannotGoOnIsNamedAndPaysBack() { // R6 R7
        const OrderId id = place(PaymentMethod::Card);
        show(id);
        QVERIFY(m_hands->accept(id, 20) && m_hands->start(id));
        QVERIFY(m_hands->cancel(id, {EndReason::Other, QStringLiteral("불이 나가서요")}));
        QTRY_VERIFY(sees("The shop had to cancel the order"));
        QVERIFY(sees("“불이 나가서요”"));
        QTRY_VERIFY(sees("refunded in full"));
        QTRY_VERIFY(button("Order again")->isEnabled());
        m_bench->picture(QStringLiteral("order-cancelled-by-shop"));
    }

    void goodsThatCameBackAreTold_data() {
        QTest::addColumn<PaymentMethod>("method");
        QTest::addColumn<QString>("money");
        QTest::addColumn<QString>("page");
        QTest::newRow("R9 paid by card")
            << PaymentMethod::Card << "It was prepared for you, so it is not refunded."
            << "order-returned";
        QTest::newRow("R9 to be paid at the door")
            << PaymentMethod::OnDelivery << "There is nothing to pay."
            << "order-returned-unpaid";
    }
    void goodsThatCameBackAreTold() {
        QFETCH(PaymentMethod, method);
        QFETCH(QString, money);
        QFETCH(QString, page);
        const OrderId id = place(method);
        show(id);
        QVERIFY(m_hands->beRider(TestTown::loginOf(Caller::NearRider),
                                 QString::fromLatin1(TestTown::kPassword),
                                 orders()->find(id)->shopPosition));
        QVERIFY(m_hands->accept(id, 20) && m_hands->start(id) && m_hands->finish(id));
        QVERIFY(m_hands->claim(id) && m_hands->pickUp(id));
        QVERIFY(m_hands->bringBack(id, EndReason::NobodyAtDoor));
        QTRY_VERIFY(sees("It was returned to the shop"));
        QVERIFY(sees("Nobody opened"));
        QTRY_VERIFY(sees(money.toUtf8().constData()));
        QVERIFY(sees("call the shop") && !sees("your rider"));
        QTRY_VERIFY(button("Order again")->isEnabled());
        m_bench->picture(page);
    }

    void shopThatDoesNotAnswerCostsNothing() { // R4 R7
        // A minute passes in a second.
        const QString now = QString::number(QDateTime::currentMSecsSinceEpoch());
        QStringList settings;
        for (const QString &setting :
             QStringList{QStringLiteral("clock.speed=60"), u"clock.wallAnchorMs=" + now,
                         u"clock.shownAnchorMs=" + now, QStringLiteral("order.answerMinutes=2")})
            settings << QStringLiteral("--set") << setting;
        TestTown town;
        const auto fault = town.start(settings);
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
        m_bench = std::make_unique<CustomerBench>(*theLook);
        QVERIFY(m_bench->open(town));
        const OrderId id = place(town, PaymentMethod::Card);
        m_bench->key(Qt::Key_2, Qt::ControlModifier);
        m_bench->window().findChild<OrdersPage *>()->open(id);
        QTRY_VERIFY(sees("The shop did not answer"));
        QTRY_VERIFY(sees("refunded in full"));
        QTRY_VERIFY(button("Order again")->isEnabled());
        m_bench->picture(QStringLiteral("order-expired"));
        m_bench.reset();
    }

    void cancellationThatComesTooLateSaysSo() { // R7
        const OrderId id = place(PaymentMethod::OnDelivery);
        show(id);
        QVERIFY(m_bench->press(button("Cancel the order")));
        auto *sheet = m_bench->window().findChild<desk::EndSheet *>();
        QTRY_VERIFY(sheet && sheet->isOpen());
        QVERIFY(m_hands->accept(id, 20) && m_hands->start(id));
        QTRY_COMPARE(orders()->find(id)->state, OrderState::Preparing);
        QVERIFY(m_bench->press(row("No longer wanted")));
        QVERIFY(m_bench->press(button("Yes, cancel it")));
        QTRY_VERIFY(sees("has moved on") || sees("changed"));
        QCOMPARE(orders()->find(id)->state, OrderState::Preparing);
        m_bench->save(QStringLiteral("order-cancel-late"));
    }

private:
    void decide(contract::RouteId route, OrderId order, const QByteArray &decision) {
        ApiCall call = m_town.request(route, Caller::Operator, {order.toText()}, decision);
        QCOMPARE(m_town.call(call.atVersion(m_town.audit(order)->version)).status, 204);
    }
    OrderBook *orders() const { return m_bench->window().findChild<OrderBook *>(); }

    OrderId place(PaymentMethod method) { return place(m_town, method); }
    OrderId place(TestTown &town, PaymentMethod method) {
        const auto body = contract::encode(town.cart(Fulfilment::PlatformRider, method));
        const auto order =
            town.call(town.request(contract::RouteId::PlaceOrder, Caller::Customer, {}, body))
                .as<contract::OrderView>();
        if (!order || !QTest::qWaitFor([&] { return orders()->find(order->id) != nullptr; }))
            return *OrderId::fromNumber(1);
        return order->id;
    }

    void show(OrderId order) {
        m_bench->key(Qt::Key_2, Qt::ControlModifier);
        m_bench->window().findChild<OrdersPage *>()->open(order);
        QTRY_VERIFY(button("Cancel the order"));
        QTest::qWait(50); // layouts follow
    }

    ui::Button *button(const char *beginning) const { return m_bench->button(beginning); }
    bool sees(const char *words) const { return m_bench->sees(words); }
    ui::ChoiceRow *row(const char *words) const {
        return m_bench->find<ui::ChoiceRow>(QString::fromLatin1(words));
    }

    TestTown m_town;
    std::unique_ptr<TownHands> m_hands;
    std::unique_ptr<CustomerBench> m_bench;
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstCustomerEndings test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstCustomerEndings.moc"
