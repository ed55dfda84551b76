// SPDX-License-Identifier: GPL-3.0-or-later
// When and how an order comes: for later, to be collected, and what the checkout does meanwhile.
#include "CustomerBench.h"
#include "TownHands.h"

#include "client-customer/CartPanel.h"
#include "client-customer/CheckoutSheet.h"
#include "client-customer/OrderBook.h"
#include "client-customer/OrderPage.h"
#include "client-customer/ShopListModel.h"
#include "client-customer/WantedTimeRow.h"
#include "support/TestTown.h"
#include "ui/Button.h"
#include "ui/ChoiceRow.h"
#include "ui/Receipt.h"
#include "ui/SobanStyle.h"
#include "ui/TextLabel.h"
#include "ui/Timeline.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QComboBox>
#include <QListView>
#include <QTest>
#include <QTextEdit>

#include <cstdlib>

using namespace soban;
using namespace soban::testing;
using namespace soban::customer;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstCustomerTerms : public QObject {
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

    void mealMayBeWantedForLater() { // R1
        fillCart("Kitchen");
        openCheckout();
        // As soon as possible, unless somebody says otherwise.
        QVERIFY(row("As soon as possible")->isChecked());
        QVERIFY(!when()->wanted());
        theLook->setLanguage(Language::Korean);
        QTRY_VERIFY(row("분")); // how long it takes is said in it as well
        QVERIFY(!row(" min"));
        theLook->setLanguage(Language::English);
        QTRY_VERIFY(row(" min"));
        QVERIFY(m_bench->press(row("Choose a day and time")));
        combo("Day")->setCurrentIndex(1);
        const auto wanted = when()->wanted();
        QVERIFY(wanted && *wanted > m_bench->desk().clock().now());
        m_bench->save(QStringLiteral("checkout-meal-later"));
        order();
        QTRY_VERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Scheduled for ")));
        QCOMPARE(orders()->at(0).wantedAt, wanted);
        m_bench->save(QStringLiteral("order-meal-later"));
    }

    void dayIsKeptInAnotherLanguageAndForgottenByTheNextOrder() { // R1
        fillCart("Florist");
        openCheckout();
        QVERIFY(m_bench->press(row("Choose a day and time")));
        const int firstTime = combo("Time")->currentIndex();
        combo("Day")->setCurrentIndex(3);
        combo("Time")->setCurrentIndex(5);
        const auto wanted = when()->wanted();
        theLook->setLanguage(Language::Korean);
        QCOMPARE(when()->wanted(), wanted);
        theLook->setLanguage(Language::English);
        m_bench->key(Qt::Key_Escape);
        openCheckout();
        QVERIFY(m_bench->press(row("Choose a day and time")));
        QCOMPARE(combo("Day")->currentIndex(), 0);
        QCOMPARE(combo("Time")->currentIndex(), firstTime);
    }

    void anotherDayComesWithATimeAtWhichPeopleAreUp() { // R1
        fillCart("Florist");                            // which never closes
        openCheckout();
        QVERIFY(m_bench->press(row("Choose a day and time")));
        combo("Day")->setCurrentIndex(3);
        QCOMPARE(combo("Time")->currentText(), QStringLiteral("12:00"));
        // What the person has chosen is meant for the next day, too.
        combo("Time")->setCurrentText(QStringLiteral("15:30"));
        combo("Day")->setCurrentIndex(5);
        QCOMPARE(combo("Time")->currentText(), QStringLiteral("15:30"));
    }

    void giftsBoxStaysUnderThePointer_data() {
        QTest::addColumn<QByteArray>("shop");
        QTest::newRow("flowers") << QByteArray("Florist");
        QTest::newRow("a meal") << QByteArray("Kitchen");
    }
    void giftsBoxStaysUnderThePointer() {
        QFETCH(QByteArray, shop);
        m_bench->window().resize(1280, 1000);
        fillCart(shop.constData());
        openCheckout();
        QTRY_VERIFY(row("*")); // the cards have come
        auto *gift = row("Send to someone else");
        const auto place = [&] { return gift->mapTo(&m_bench->window(), QPoint()); };
        const QPoint before = place();
        for (int i = 0; i < 2; ++i) {
            QVERIFY(m_bench->press(gift));
            QTest::qWait(50); // layouts follow
            QCOMPARE(place(), before);
        }
        // A meal has no card to write on.
        QVERIFY(gift->isChecked() || m_bench->press(gift));
        const bool isFlowers = shop == "Florist";
        QCOMPARE(m_bench->find<QTextEdit>(QStringLiteral("Message on the card")) != nullptr,
                 isFlowers);
    }

    void changesAreSpokenOfBeforeOneOrders() { // R10
        fillCart("Kitchen");
        openCheckout();
        QVERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("change or cancel it")));
    }

    void hintSpeaksOfThePaymentThatIsChosen() { // R2
        m_bench->window().resize(1280, 1000);
        fillCart("Kitchen");
        openCheckout();
        QTRY_VERIFY(row("*")); // the cards have come
        const QString charged = QStringLiteral("Your card is charged when you order.");
        QTRY_VERIFY(m_bench->find<ui::TextLabel>(charged));
        QVERIFY(m_bench->press(row("Pay on delivery")));
        QVERIFY(!m_bench->find<ui::TextLabel>(charged));
        QVERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Nothing is charged now")));
        QVERIFY(m_bench->press(row("*")));
        QVERIFY(m_bench->find<ui::TextLabel>(charged));
    }

    void whoChargesWhenIsSaidBesideTheButton_data() {
        QTest::addColumn<Language>("language");
        QTest::addColumn<int>("height");
        QTest::newRow("ko") << Language::Korean << 800;
        QTest::newRow("en") << Language::English << 800;
        QTest::newRow("en-tall") << Language::English << 1200; // the sheet may grow
    }
    void whoChargesWhenIsSaidBesideTheButton() { // R2
        QFETCH(Language, language);
        QFETCH(int, height);
        m_bench->window().resize(1280, height);
        fillCart("Florist"); // with all that a gift asks for
        openCheckout();
        QTRY_VERIFY(row("*")); // the cards have come
        if (!row("Choose a day and time")->isChecked())
            row("Choose a day and time")->click(); // it lies below what is seen
        ui::Button *order = orderIn(m_bench->window().findChild<CheckoutSheet *>());
        QVERIFY(m_bench->press(row("Send to someone else"))); // off: it may be paid at the door
        auto *card = row("*");
        auto *atTheDoor = row("Pay on delivery");
        const QString charged = QStringLiteral("Your card is charged when you order.");
        const auto *now = m_bench->find<ui::TextLabel>(charged);
        QVERIFY(now);
        theLook->setLanguage(language);
        const auto settled = [order] { // layouts follow
            QPoint last;
            do {
                last = order->mapToGlobal(QPoint());
                QTest::qWait(150);
            } while (order->mapToGlobal(QPoint()) != last);
            return last;
        };
        const QPoint before = settled();
        QCOMPARE(now->visibleRegion().boundingRect(), now->rect());
        QVERIFY(std::abs(now->mapToGlobal(now->rect().bottomLeft()).y() -
                         order->mapToGlobal(QPoint()).y()) < 40);
        m_bench->save(QStringLiteral("checkout-charged-") +
                      QString::fromLatin1(QTest::currentDataTag()));
        atTheDoor->setChecked(true);
        QVERIFY(!now->isVisible());
        QCOMPARE(settled(), before);
        card->setChecked(true);
        QCOMPARE(settled(), before);
    }

    void collectionHasItsOwnWords() { // R1 R10
        fillCart("Kitchen");
        m_bench->save(QStringLiteral("cart-three-ways"));
        QAbstractButton *collection = nullptr;
        QTRY_VERIFY((collection = m_bench->find<QAbstractButton>(QStringLiteral("Collection"))));
        QVERIFY(m_bench->press(collection));
        openCheckout();
        QVERIFY(!m_bench->find<ui::ChoiceRow>(QStringLiteral("Send to someone else")));
        m_bench->save(QStringLiteral("checkout-collection"));
        QVERIFY(m_bench->press(row("Pay at the shop")));
        speaksOfNoDelivery(*m_bench->window().findChild<CheckoutSheet *>());
        order();
        QTRY_VERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Waiting for the shop")));
        const contract::OrderView placed = orders()->at(0);
        QCOMPARE(placed.fulfilment, Fulfilment::Collection);
        auto *page = m_bench->window().findChild<OrderPage *>();
        speaksOfNoDelivery(*page);
        TownHands hands(m_town.url());
        QVERIFY(hands.beShop(TestTown::loginOf(Caller::Shop),
                             QString::fromLatin1(TestTown::kPassword)));
        QVERIFY(hands.accept(placed.id, 15));
        QTRY_VERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Ready ")));
        speaksOfNoDelivery(*page);
        m_bench->save(QStringLiteral("order-collection"));
        QVERIFY(hands.start(placed.id));
        QVERIFY(hands.finish(placed.id));
        QTRY_VERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Ready to collect")));
        speaksOfNoDelivery(*page);
        m_bench->save(QStringLiteral("order-collection-ready"));
    }

private:
    /// No word of what is seen in `part` is one of delivery.
    static void speaksOfNoDelivery(const QWidget &part) {
        QStringList words;
        for (const auto *label : part.findChildren<ui::TextLabel *>())
            words += label->isVisibleTo(&part) ? label->text() : QString();
        for (const auto *button : part.findChildren<QAbstractButton *>())
            words += button->isVisibleTo(&part)
                         ? button->text() + u' ' + button->accessibleDescription()
                         : QString();
        for (const auto *line : part.findChildren<ui::Timeline *>()) {
            for (const ui::TimelineStep &step : line->steps())
                words += step.title + u' ' + step.detail;
        }
        for (const auto *receipt : part.findChildren<ui::Receipt *>())
            words += ui::receiptText(receipt->content());
        const QString all = words.join(u'\n');
        for (const char *word : {"deliver", "arrive", "rider", "door", "on the way", "fee"})
            QVERIFY2(!all.contains(QLatin1StringView(word), Qt::CaseInsensitive), qPrintable(all));
    }

    const OrderBook *orders() const {
        return qobject_cast<const OrderBook *>(m_bench->list(QStringLiteral("Orders"))->model());
    }
    WantedTimeRow *when() const { return m_bench->window().findChild<WantedTimeRow *>(); }
    QComboBox *combo(const char *name) const {
        return m_bench->find<QComboBox>(QString::fromLatin1(name));
    }
    /// A row to choose by, with `words` in its text or its detail.
    ui::ChoiceRow *row(const char *words) const {
        for (auto *row : m_bench->window().findChildren<ui::ChoiceRow *>()) {
            const QString said = row->text() + row->accessibleDescription();
            if (row->isVisible() && said.contains(QString::fromUtf8(words)))
                return row;
        }
        return nullptr;
    }

    void fillCart(const char *shop) {
        auto *shops = m_bench->list(QStringLiteral("Shops"));
        QTRY_VERIFY(shops->model()->rowCount() > 1);
        const auto *model = qobject_cast<const ShopListModel *>(shops->model());
        int row = 0;
        while (model->at(row).name.en != QLatin1StringView(shop))
            ++row;
        CustomerBench::press(shops, row);
        auto *menu = m_bench->list(QStringLiteral("Menu"));
        QTRY_VERIFY(menu->model()->rowCount() > 1);
        CustomerBench::press(menu, 1);
        QTRY_VERIFY(orderIn(m_bench->window().findChild<CartPanel *>()));
    }

    /// The button with the total, in the cart or on the sheet above it.
    ui::Button *orderIn(const QWidget *part) const {
        for (ui::Button *button : part->findChildren<ui::Button *>()) {
            if (button->isVisible() && (button->text().startsWith(QStringLiteral("Order for ")) ||
                                        button->text().startsWith(QStringLiteral("Continue"))))
                return button;
        }
        return nullptr;
    }
    void openCheckout() {
        QVERIFY(m_bench->press(orderIn(m_bench->window().findChild<CartPanel *>())));
        QTRY_VERIFY(m_bench->window().findChild<CheckoutSheet *>()->isOpen());
    }
    void order() {
        auto *sheet = m_bench->window().findChild<CheckoutSheet *>();
        QTRY_VERIFY(row("*")); // the cards have come
        QVERIFY(m_bench->press(orderIn(sheet)));
        QTRY_VERIFY(!sheet->isOpen());
    }

    TestTown m_town;
    std::unique_ptr<CustomerBench> m_bench;
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstCustomerTerms test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstCustomerTerms.moc"
