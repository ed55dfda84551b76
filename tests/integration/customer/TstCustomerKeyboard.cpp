// SPDX-License-Identifier: GPL-3.0-or-later
// The whole main job with the keyboard alone: every step is a key to the window, nothing else.
#include "CustomerBench.h"
#include "TownHands.h"

#include "client-customer/CardWords.h"
#include "client-customer/OrderBook.h"
#include "support/TestTown.h"
#include "support/TownPlan.h"
#include "ui/SobanStyle.h"
#include "ui/TextLabel.h"
#include "ui/Translations.h"

#include <QAbstractButton>
#include <QApplication>
#include <QListView>
#include <QTest>

using namespace soban;
using namespace soban::testing;

namespace {

ui::Look *theLook = nullptr;

QString focusName() {
    const QWidget *focus = QApplication::focusWidget();
    return focus ? focus->property("text").toString() + focus->accessibleName() : QString();
}

} // namespace

class TstCustomerKeyboard : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto fault = m_town.start();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
        theLook->setLanguage(Language::English);
        const auto cards =
            m_town.call(m_town.request(contract::RouteId::ListCards, Caller::Customer))
                .as<contract::CardList>();
        QVERIFY(cards && !cards->cards.isEmpty());
        m_card = customer::cardName(cards->cards.first().brand, Language::English);
        m_bench = std::make_unique<CustomerBench>(*theLook);
        m_bench->openSignedOut(m_town.url().toString());
    }

    void cleanupTestCase() { m_bench.reset(); }

    // One after the other: each goes on from where the one before has left the window.
    void signsIn() {
        QTRY_VERIFY(QApplication::focusWidget());
        QVERIFY(m_bench->tabTo(QStringLiteral("Login")));
        QVERIFY(m_bench->isFocusSeen());
        m_bench->type(TestTown::loginOf(Caller::Customer));
        m_bench->key(Qt::Key_Tab);
        m_bench->type(QString::fromLatin1(TestTown::kPassword));
        m_bench->key(Qt::Key_Return);
        QTRY_VERIFY(m_bench->list(QStringLiteral("Shops")));
        QTRY_VERIFY(m_bench->list(QStringLiteral("Shops"))->model()->rowCount() > 0);
    }

    void findsTheShop() {
        m_bench->key(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(focusName(), QStringLiteral("Find a shop or a dish"));
        QVERIFY(m_bench->isFocusSeen());
        m_bench->type(QStringLiteral("kitchen"));
        QTRY_COMPARE(m_bench->list(QStringLiteral("Shops"))->model()->rowCount(), 1);
        m_bench->key(Qt::Key_Return);
        QCOMPARE(focusName(), QStringLiteral("Shops"));
        m_bench->key(Qt::Key_Return); // into its menu
        QTRY_COMPARE(focusName(), QStringLiteral("Menu"));
        QVERIFY(m_bench->isFocusSeen());
    }

    void choosesAnItemWithOptions() { // R1
        QListView *menu = m_bench->list(QStringLiteral("Menu"));
        QTRY_VERIFY(menu->model()->rowCount() > 4);
        // The first item has the keyboard; the noodles are beside it.
        QTRY_COMPARE(menu->currentIndex().row(), 1);
        m_bench->key(Qt::Key_Right);
        QCOMPARE(menu->currentIndex().row(), 2);
        m_bench->key(Qt::Key_Return);
        // The button says what has yet to be chosen, and leads there.
        QTRY_COMPARE(focusName(), QStringLiteral("Choose Size first"));
        QVERIFY(m_bench->isFocusSeen());
        m_bench->key(Qt::Key_Return);
        QCOMPARE(focusName(), QStringLiteral("Small"));
        QVERIFY(m_bench->isFocusSeen());
        m_bench->key(Qt::Key_Space);
        // From the chosen one of several that exclude each other arrows go on.
        m_bench->key(Qt::Key_Down);
        QCOMPARE(focusName(), QStringLiteral("Large"));
        QVERIFY(m_bench->isFocusSeen());
        QVERIFY(m_bench->tabTo(QStringLiteral("Egg")));
        m_bench->key(Qt::Key_Space);
        QVERIFY(m_bench->tabTo(QStringLiteral("Quantity")));
        m_bench->key(Qt::Key_Up);
        QVERIFY(m_bench->tabTo(QStringLiteral("Add for ₩21,000")));
        m_bench->key(Qt::Key_Return);
        // Back where the eye is.
        QTRY_COMPARE(focusName(), QStringLiteral("Menu"));
        QVERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Size: Large · Egg")));
    }

    void stepsTheCartAndOrders() { // R2
        m_bench->key(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(focusName().startsWith(QStringLiteral("Continue · ₩23,000")));
        QVERIFY(m_bench->isFocusSeen());
        QVERIFY(m_bench->tabTo(QStringLiteral("Quantity of Noodles")));
        m_bench->key(Qt::Key_Down);
        // The keyboard stays with the line.
        QCOMPARE(focusName(), QStringLiteral("Quantity of Noodles"));
        QVERIFY(m_bench->tabTo(QStringLiteral("Continue · ₩12,500")));
        m_bench->key(Qt::Key_Return);
        QTRY_VERIFY(m_bench->find<QAbstractButton>(m_card)); // a moment later than the rest
        QVERIFY(m_bench->tabTo(m_card));
        QVERIFY(m_bench->isFocusSeen());
        m_bench->key(Qt::Key_Down);
        QCOMPARE(focusName(), QStringLiteral("Pay on delivery"));
        QVERIFY(m_bench->isFocusSeen());
        QVERIFY(m_bench->tabTo(QStringLiteral("Order for ₩12,500")));
        m_bench->key(Qt::Key_Return);
        QTRY_VERIFY(m_bench->list(QStringLiteral("Orders")));
        QTRY_VERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Waiting for the shop")));
        QTRY_COMPARE(focusName(), QStringLiteral("Orders"));
        QVERIFY(m_bench->isFocusSeen());
    }

    void watchesItComeAndConfirms() { // R10 R12
        const auto *orders = qobject_cast<const customer::OrderBook *>(
            m_bench->list(QStringLiteral("Orders"))->model());
        const contract::OrderView order = orders->at(0);
        TownHands hands(m_town.url());
        const QString password = QString::fromLatin1(TestTown::kPassword);
        QVERIFY(hands.beShop(TestTown::loginOf(Caller::Shop), password));
        QVERIFY(hands.beRider(TestTown::loginOf(Caller::NearRider), password, order.shopPosition));
        QVERIFY(hands.accept(order.id, 15));
        QTRY_VERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Arrives ")));
        QVERIFY(hands.start(order.id));
        QVERIFY(hands.finish(order.id));
        QVERIFY(hands.claim(order.id));
        QVERIFY(hands.pickUp(order.id));
        QVERIFY(hands.handOver(order.id, order.handOverCode));
        QTRY_VERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Enjoy!")));
        QVERIFY(m_bench->tabTo(QStringLiteral("I have it")));
        QVERIFY(m_bench->isFocusSeen());
        m_bench->key(Qt::Key_Return);
        QTRY_COMPARE(orders->at(0).state, OrderState::Completed);
        // What comes next has the keyboard.
        QTRY_COMPARE(focusName(), QStringLiteral("Write a review"));
        QVERIFY(m_bench->isFocusSeen());
    }

    void writesAReview() { // R15
        m_bench->key(Qt::Key_Return);
        QTRY_COMPARE(focusName(), QStringLiteral("Stars"));
        m_bench->key(Qt::Key_Right);
        m_bench->key(Qt::Key_Right);
        m_bench->key(Qt::Key_Right);
        m_bench->key(Qt::Key_Right);
        QVERIFY(m_bench->tabTo(QStringLiteral("Your review")));
        m_bench->type(QStringLiteral("Very good"));
        QVERIFY(m_bench->tabTo(QStringLiteral("Publish")));
        m_bench->key(Qt::Key_Return);
        const auto reviews = [this] {
            const ShopId shop = m_town.kitchen().card.id;
            return m_town
                .call(m_town.request(contract::RouteId::ListShopReviews, Caller::Customer,
                                     {shop.toText()}))
                .as<contract::ReviewList>();
        };
        QTRY_COMPARE(reviews()->reviews.size(), 1);
        QCOMPARE(reviews()->reviews.first().stars, 4);
        QCOMPARE(reviews()->reviews.first().words, QStringLiteral("Very good"));
        // The button has gone: the keyboard is where the review now stands, and stays there.
        QTRY_VERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Very good")));
        QTRY_COMPARE(focusName(), QStringLiteral("Your review"));
        QTest::qWait(1'200); // longer than other buttons take to come
        QCOMPARE(focusName(), QStringLiteral("Your review"));
        QVERIFY(m_bench->isFocusSeen());
        QVERIFY(
            !m_bench->find<ui::TextLabel>(QStringLiteral("Very good"))->visibleRegion().isEmpty());
    }

    void goesRoundEveryPageWithAVisibleRing() {
        for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, Qt::Key_3}) {
            m_bench->key(page, Qt::ControlModifier);
            for (int i = 0; i < 30; ++i) {
                m_bench->key(Qt::Key_Tab);
                QVERIFY2(m_bench->isFocusSeen(), qPrintable(focusName()));
            }
        }
    }

private:
    TestTown m_town;
    QString m_card; ///< the name of the customer's own
    std::unique_ptr<CustomerBench> m_bench;
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstCustomerKeyboard test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstCustomerKeyboard.moc"
