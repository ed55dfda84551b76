// SPDX-License-Identifier: GPL-3.0-or-later
// The page of an order while it goes its way, and what there is to press on it.
#include "CustomerBench.h"
#include "TownHands.h"

#include "client-customer/OrderBook.h"
#include "client-customer/ReviewSheet.h"
#include "support/TestTown.h"
#include "support/TownPlan.h"
#include "ui/Button.h"
#include "ui/NavButton.h"
#include "ui/SobanStyle.h"
#include "ui/TextLabel.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QListView>
#include <QTest>
#include <QTimer>

using namespace soban;
using namespace soban::testing;
using namespace soban::customer;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstCustomerOrder : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto fault = m_town.start();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }

    void init() {
        theLook->setLanguage(Language::English);
        m_bench = std::make_unique<CustomerBench>(*theLook);
        QVERIFY(m_bench->open(m_town.url().toString(), TestTown::loginOf(Caller::Customer),
                              QString::fromLatin1(TestTown::kPassword)));
    }

    void cleanup() { m_bench.reset(); }

    void secondPressOnConfirmPressesNothingElse_data() {
        QTest::addColumn<QString>("other");
        QTest::newRow("nor a review") << QStringLiteral("Write a review");
        QTest::newRow("nor the next order") << QStringLiteral("Order again");
    }
    void secondPressOnConfirmPressesNothingElse() { // R12
        QFETCH(QString, other);
        QTRY_COMPARE(m_bench->desk().link().state(), desk::LinkState::Live);
        const contract::OrderView order = deliver();
        m_bench->key(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(m_bench->list(QStringLiteral("Orders")));
        QTRY_VERIFY(orders()->find(order.id));
        CustomerBench::press(m_bench->list(QStringLiteral("Orders")), orders()->rowOf(order.id));
        ui::Button *confirm = nullptr;
        QTRY_VERIFY((confirm = m_bench->find<ui::Button>(QStringLiteral("I have it"))) &&
                    confirm->isEnabled());
        // The other is pressed as soon as it has come, be it into the same place or not.
        ui::Button *come = nullptr;
        connect(orders(), &OrderBook::orderChanged, &m_bench->window(), [&](OrderId changed) {
            if (come || orders()->find(changed)->state != OrderState::Completed)
                return;
            QTimer::singleShot(20, &m_bench->window(), [&] {
                come = m_bench->find<ui::Button>(other);
                QTest::mouseClick(come, Qt::LeftButton);
            });
        });
        QVERIFY(m_bench->press(confirm));
        QTRY_VERIFY(come);
        const auto isElsewhere = [&] {
            const auto *review = m_bench->window().findChild<ReviewSheet *>();
            return !m_bench->list(QStringLiteral("Orders")) || (review && review->isOpen());
        };
        QVERIFY(!QTest::qWaitFor(isElsewhere, 500));
        // But in a moment.
        QTRY_VERIFY(come->isEnabled());
        QVERIFY(m_bench->press(come));
        QTRY_VERIFY(isElsewhere());
    }

    void newMessagesAreCountedUntilTheyAreLookedAt() { // R15
        QTRY_COMPARE(m_bench->desk().link().state(), desk::LinkState::Live);
        const auto *way = m_bench->find<ui::NavButton>(QStringLiteral("Messages"));
        QVERIFY(way);
        const auto unread = [&] { return way->accessibleDescription(); };
        // What was there before this computer knew the account is no news.
        QCOMPARE(unread(), QString());
        deliver();
        QTRY_COMPARE(unread(), QStringLiteral("1")); // the wish for a review
        m_bench->save(QStringLiteral("messages-unread"));
        m_bench->key(Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(unread(), QString());
        m_bench->key(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(unread(), QString());
    }

    void lastOrderIsRepeatedWithOnePress() { // R1
        const QString offer = QStringLiteral("Repeat the order from ");
        QTRY_COMPARE(m_bench->desk().link().state(), desk::LinkState::Live);
        confirmOrder(deliver().id);
        ui::Button *button = nullptr;
        QTRY_VERIFY((button = m_bench->find<ui::Button>(offer)));
        m_bench->save(QStringLiteral("cart-empty"));
        QVERIFY(m_bench->press(button));
        QTRY_VERIFY(m_bench->find<ui::Button>(QStringLiteral("Order for ")));
        // Who has never ordered is not offered to.
        m_bench->close();
        QVERIFY(m_bench->open(m_town.url().toString(), TestTown::loginOf(Caller::NewCustomer),
                              QString::fromLatin1(TestTown::kPassword)));
        QTRY_COMPARE(m_bench->desk().link().state(), desk::LinkState::Live);
        QVERIFY(!m_bench->find<ui::Button>(offer));
    }

    void messageAboutAnAnswerLeadsToTheReview() { // R15
        QTRY_COMPARE(m_bench->desk().link().state(), desk::LinkState::Live);
        const contract::OrderView order = deliver();
        confirmOrder(order.id);
        const auto written = m_town.call(m_town.request(
            contract::RouteId::WriteReview, Caller::Customer, {order.id.toText()},
            contract::encode(contract::WriteReviewRequest{5, QStringLiteral("Warm soup"), {}})));
        QVERIFY2(written.status < 300, written.summary().constData());
        TownHands hands(m_town.url());
        QVERIFY(hands.beShop(TestTown::loginOf(Caller::Shop),
                             QString::fromLatin1(TestTown::kPassword)));
        QVERIFY(hands.answerReview(order.id, QStringLiteral("Come again")));
        m_bench->key(Qt::Key_3, Qt::ControlModifier);
        QListView *messages = nullptr;
        const auto words = [&](int row) {
            return messages->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        };
        QTRY_VERIFY((messages = m_bench->list(QStringLiteral("Messages"))) &&
                    words(0).contains(QStringLiteral("answered your review")));
        // Who writes is said first.
        QVERIFY(words(0).startsWith(QStringLiteral("Kitchen: ")));
        m_bench->save(QStringLiteral("messages"));
        CustomerBench::press(messages, 0);
        QTRY_VERIFY(m_bench->list(QStringLiteral("Orders")));
        ui::TextLabel *answer = nullptr;
        QTRY_VERIFY((answer = m_bench->find<ui::TextLabel>(QStringLiteral("Come again"))));
        // Not only there, but in sight.
        QTRY_VERIFY(!answer->visibleRegion().isEmpty());
    }

private:
    void confirmOrder(OrderId order) {
        const auto known = m_town
                               .call(m_town.request(contract::RouteId::GetOrder, Caller::Customer,
                                                    {order.toText()}))
                               .as<contract::OrderView>();
        QVERIFY(known);
        ApiCall call =
            m_town.request(contract::RouteId::ConfirmOrder, Caller::Customer, {order.toText()});
        call.atVersion(known->version);
        QCOMPARE(m_town.call(call).status, 200);
    }
    const OrderBook *orders() const {
        return qobject_cast<const OrderBook *>(m_bench->list(QStringLiteral("Orders"))->model());
    }
    /// An order that has come, and is not confirmed.
    contract::OrderView deliver() {
        const auto request = m_town.cart(Fulfilment::PlatformRider, PaymentMethod::OnDelivery);
        const contract::OrderView order =
            *m_town
                 .call(m_town.request(contract::RouteId::PlaceOrder, Caller::Customer, {},
                                      contract::encode(request)))
                 .as<contract::OrderView>();
        TownHands hands(m_town.url());
        const QString password = QString::fromLatin1(TestTown::kPassword);
        const bool isDone =
            hands.beShop(TestTown::loginOf(Caller::Shop), password) &&
            hands.beRider(TestTown::loginOf(Caller::NearRider), password, order.shopPosition) &&
            hands.accept(order.id, 15) && hands.start(order.id) && hands.finish(order.id) &&
            hands.claim(order.id) && hands.pickUp(order.id) &&
            hands.handOver(order.id, order.handOverCode);
        if (!isDone)
            qWarning("the order has not come");
        return order;
    }

    TestTown m_town;
    std::unique_ptr<CustomerBench> m_bench;
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstCustomerOrder test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstCustomerOrder.moc"
