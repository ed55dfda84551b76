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

#include <functional>

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

    void wishForAReviewGoesWithTheReview() { // R15
        QTRY_COMPARE(m_bench->desk().link().state(), desk::LinkState::Live);
        const auto *way = m_bench->find<ui::NavButton>(QStringLiteral("Messages"));
        const contract::OrderView order = deliver();
        QTRY_COMPARE(way->accessibleDescription(), QStringLiteral("1"));
        writeReview(order.id);
        QTRY_COMPARE(way->accessibleDescription(), QString());
    }

    void confirmationStaysUnderTheHand() { // R12
        m_bench->window().resize(1280, 800);
        QTRY_COMPARE(m_bench->desk().link().state(), desk::LinkState::Live);
        const contract::OrderView order = place();
        m_bench->key(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(m_bench->list(QStringLiteral("Orders")));
        QTRY_VERIFY(orders()->find(order.id));
        CustomerBench::press(m_bench->list(QStringLiteral("Orders")), orders()->rowOf(order.id));
        ui::Button *confirm = nullptr;
        const auto corner = [&] {
            QTest::qWait(50); // layouts follow
            return confirm->mapTo(&m_bench->window(), confirm->rect().bottomRight());
        };
        QPoint before;
        QSize size;
        bring(order, [&](const char *step) {
            QTRY_VERIFY(orders()->find(order.id)->version > m_version);
            m_version = orders()->find(order.id)->version;
            // Until the preparation begins the order can be cancelled there.
            if (orders()->find(order.id)->state == OrderState::Accepted)
                return;
            if (!confirm) {
                QTRY_VERIFY((confirm = m_bench->find<ui::Button>(QStringLiteral("I have it"))));
                before = corner();
                size = confirm->size();
                QVERIFY(!confirm->visibleRegion().isEmpty());
            }
            QVERIFY2(corner() == before, step);
            QVERIFY2(confirm->height() == size.height(), step);
        });
        QTRY_VERIFY(confirm->isEnabled());
        QCOMPARE(corner(), before);
        m_bench->save(QStringLiteral("order-to-confirm"));
        // What comes after it stands at the same corner, and is no wider than it need be.
        confirmOrder(order.id);
        ui::Button *again = nullptr;
        const auto corners = [&] {
            return again->mapTo(&m_bench->window(), again->rect().bottomRight());
        };
        QTRY_VERIFY((again = m_bench->find<ui::Button>(QStringLiteral("Order again"))));
        QTRY_COMPARE(corners(), before);
        writeReview(order.id); // then it stands alone
        QTRY_VERIFY(!m_bench->find<ui::Button>(QStringLiteral("Write a review")));
        QTest::qWait(100); // layouts follow
        QCOMPARE(corners(), before);
        QVERIFY(again->width() < 2 * size.width());
    }

    void lastOrderIsRepeatedWithOnePress() { // R1
        const QString offer = QStringLiteral("Repeat the order from ");
        QTRY_COMPARE(m_bench->desk().link().state(), desk::LinkState::Live);
        confirmOrder(deliver().id);
        ui::Button *button = nullptr;
        QTRY_VERIFY((button = m_bench->find<ui::Button>(offer)));
        m_bench->save(QStringLiteral("cart-empty"));
        QVERIFY(m_bench->press(button));
        QTRY_VERIFY(m_bench->find<ui::Button>(QStringLiteral("Continue")));
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
        writeReview(order.id);
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
        QVERIFY(words(0).startsWith(QStringLiteral("Kitchen no. %1: ").arg(order.number)));
        // What is written is not asked for any more.
        for (int row = 0; row < messages->model()->rowCount(); ++row)
            QVERIFY2(!words(row).contains(QStringLiteral("Please leave a review")) ||
                         !words(row).contains(QStringLiteral("no. %1: ").arg(order.number)),
                     qPrintable(words(row)));
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
    void writeReview(OrderId order) {
        const auto written = m_town.call(m_town.request(
            contract::RouteId::WriteReview, Caller::Customer, {order.toText()},
            contract::encode(contract::WriteReviewRequest{5, QStringLiteral("Warm soup"), {}})));
        QVERIFY2(written.status < 300, written.summary().constData());
    }
    contract::OrderView place() {
        const auto request = m_town.cart(Fulfilment::PlatformRider, PaymentMethod::OnDelivery);
        return *m_town
                    .call(m_town.request(contract::RouteId::PlaceOrder, Caller::Customer, {},
                                         contract::encode(request)))
                    .as<contract::OrderView>();
    }
    /// All the way to the door; `after` is called after each step.
    void bring(const contract::OrderView &order, const std::function<void(const char *)> &after) {
        TownHands hands(m_town.url());
        const QString password = QString::fromLatin1(TestTown::kPassword);
        QVERIFY(hands.beShop(TestTown::loginOf(Caller::Shop), password));
        QVERIFY(hands.beRider(TestTown::loginOf(Caller::NearRider), password, order.shopPosition));
        m_version = order.version;
        QVERIFY(hands.accept(order.id, 15));
        after("accepted");
        QVERIFY(hands.start(order.id));
        after("started");
        QVERIFY(hands.finish(order.id));
        after("ready");
        QVERIFY(hands.claim(order.id));
        after("claimed");
        QVERIFY(hands.pickUp(order.id));
        after("picked up");
        QVERIFY(hands.handOver(order.id, order.handOverCode));
        after("delivered");
    }
    /// An order that has come, and is not confirmed.
    contract::OrderView deliver() {
        const contract::OrderView order = place();
        bring(order, [](const char *) {});
        return order;
    }

    int m_version = 0; ///< of the order that is brought, as the window has it
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
