// SPDX-License-Identifier: GPL-3.0-or-later
// How little room the customer's window can do with, and what it says then.
#include "CustomerBench.h"

#include "client-customer/AccountSheet.h"
#include "client-customer/BarButton.h"
#include "client-customer/CheckoutSheet.h"
#include "client-customer/MainBar.h"
#include "client-customer/MenuDelegate.h"
#include "client-customer/MenuModel.h"
#include "client-customer/PlaceCard.h"
#include "support/DemoTown.h"
#include "ui/Button.h"
#include "ui/CodePlate.h"
#include "ui/NavButton.h"
#include "ui/ScrollPane.h"
#include "ui/SobanStyle.h"
#include "ui/Stepper.h"
#include "ui/TextLabel.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QListView>
#include <QTest>

#include <algorithm>

using namespace soban;
using namespace soban::customer;
using namespace soban::testing;

namespace {

ui::Look *theLook = nullptr;
const QString kPassword = QStringLiteral("soban-demo");
const QString kLong = QStringLiteral(
    "춘천시 금강로 35, 소반아파트 101동 1302호 (35 Geumgang-ro, Soban Apartments 101-1302)");

} // namespace

class TstCustomerFit : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto fault = m_town.start();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }

    void init() {
        theLook->setTextScale(1.0);
        theLook->setLanguage(Language::English);
        m_bench = std::make_unique<CustomerBench>(*theLook);
        QVERIFY(m_bench->open(m_town.address(), QStringLiteral("customer1@demo.soban"), kPassword));
        QTRY_VERIFY(m_bench->list(QStringLiteral("Shops"))->model()->rowCount() > 3);
        QTRY_VERIFY(m_bench->list(QStringLiteral("Menu")) &&
                    m_bench->list(QStringLiteral("Menu"))->model()->rowCount() > 2);
    }

    void cleanup() { m_bench.reset(); }

    void windowAsksForNoMoreThanScreensHave_data() {
        QTest::addColumn<Language>("language");
        QTest::addColumn<double>("scale");
        QTest::addColumn<QSize>("screen");
        QTest::newRow("ko-100") << Language::Korean << 1.0 << QSize(640, 600);
        QTest::newRow("en-100") << Language::English << 1.0 << QSize(640, 600);
        QTest::newRow("en-150") << Language::English << 1.5 << QSize(1024, 768);
        QTest::newRow("ko-200") << Language::Korean << 2.0 << QSize(1024, 768);
        QTest::newRow("en-200") << Language::English << 2.0 << QSize(1024, 768);
    }
    void windowAsksForNoMoreThanScreensHave() {
        QFETCH(Language, language);
        QFETCH(double, scale);
        QFETCH(QSize, screen);
        fillCart();
        theLook->setLanguage(language);
        theLook->setTextScale(scale);
        auto *bar = m_bench->window().findChild<MainBar *>();
        bar->setBadge(1, 2);
        bar->setBadge(2, 12);
        for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, Qt::Key_3}) {
            m_bench->key(page, Qt::ControlModifier);
            m_bench->window().resize(screen);
            if (page == Qt::Key_1)
                m_bench->key(Qt::Key_B, Qt::ControlModifier); // the cart, if it is not beside
            QTRY_COMPARE(m_bench->window().size(), screen);   // layouts follow within a moment
            m_bench->save(QString::fromLatin1(QTest::currentDataTag()) +
                          QStringLiteral("-least-%1").arg(int(page) - int(Qt::Key_0)));
        }
    }

    void windowWithAnOrderAsksForNoMoreEither() {
        fillCart();
        placeOrder();
        theLook->setTextScale(2.0);
        const QSize screen(1024, 768);
        for (const Qt::Key page : {Qt::Key_2, Qt::Key_1, Qt::Key_3}) {
            m_bench->key(page, Qt::ControlModifier);
            m_bench->window().resize(screen);
            QTRY_COMPARE(m_bench->window().size(), screen);
            QTRY_VERIFY(isWholeAcross());
            m_bench->save(QStringLiteral("order-least-%1").arg(int(page) - int(Qt::Key_0)));
        }
    }

    void windowStaysAsItIsWhileTheCartIsFilled() {
        const QSize screen(1280, 800);
        theLook->setTextScale(2.0);
        m_bench->window().resize(screen);
        QTRY_COMPARE(m_bench->window().size(), screen);
        fillCart();
        QTest::qWait(100); // layouts follow
        QCOMPARE(m_bench->window().size(), screen);
        m_bench->key(Qt::Key_B, Qt::ControlModifier);
        QTest::qWait(100);
        QCOMPARE(m_bench->window().size(), screen);
        m_bench->save(QStringLiteral("cart-200"));
    }

    void pressedShopShowsItsMenuInThePlaceOfTheCart() { // R1
        m_bench->window().resize(860, 800);
        for (const int row : {0, 1, 1}) {
            ui::Button *cart = nullptr;
            QTRY_VERIFY((cart = m_bench->find<ui::Button>(QStringLiteral("Cart ("))));
            QVERIFY(m_bench->press(cart));
            QVERIFY(!m_bench->list(QStringLiteral("Menu")));
            CustomerBench::press(m_bench->list(QStringLiteral("Shops")), row);
            QVERIFY(m_bench->list(QStringLiteral("Menu")));
        }
        // So it stands there after an order, for the cart is empty.
        CustomerBench::press(m_bench->list(QStringLiteral("Shops")), 0);
        QTRY_VERIFY(m_bench->list(QStringLiteral("Menu"))->model()->rowCount() > 2);
        fillCart();
        placeOrder();
        m_bench->key(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(m_bench->list(QStringLiteral("Menu")));
    }

    void whatTheStepperTakesOutIsPutBack() { // R1
        fillCart();
        ui::Stepper *stepper = m_bench->find<ui::Stepper>(QStringLiteral("Quantity of"));
        QVERIFY(stepper);
        stepper->setValue(1);
        stepper->setFocus();
        m_bench->key(Qt::Key_Down);
        QVERIFY(!m_bench->find<ui::Stepper>(QStringLiteral("Quantity of")));
        QVERIFY(m_bench->press(m_bench->find<ui::Button>(QStringLiteral("Undo "))));
        stepper = m_bench->find<ui::Stepper>(QStringLiteral("Quantity of"));
        QVERIFY(stepper);
        QCOMPARE(stepper->value(), 9);
    }

    void addressIsNeverCut_data() {
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("width");
        QTest::newRow("100") << 1.0 << 1280;
        QTest::newRow("100-narrow") << 1.0 << 680;
        QTest::newRow("150") << 1.5 << 1280;
        QTest::newRow("200") << 2.0 << 1280;
        QTest::newRow("200-narrow") << 2.0 << 1024;
    }
    void addressIsNeverCut() {
        QFETCH(double, scale);
        QFETCH(int, width);
        theLook->setTextScale(scale);
        m_bench->window().resize(width, 800);
        auto *bar = m_bench->window().findChild<MainBar *>();
        bar->setPlace(kLong);
        bar->setPerson(QStringLiteral("Alexandra Featherstonehaugh"));
        auto *place = m_bench->find<BarButton>(kLong);
        QVERIFY(place);
        QCOMPARE(place->toolTip(), kLong);
        QTRY_COMPARE(bar->width(), width);
        for (const BarButton *button : bar->findChildren<BarButton *>()) {
            QTRY_VERIFY(button->height() >= button->heightForWidth(button->width()));
            QTRY_VERIFY(button->width() >= button->minimumSizeHint().width());
        }
        for (const ui::NavButton *way : bar->findChildren<ui::NavButton *>())
            QTRY_VERIFY(way->width() >= way->sizeHint().width());
        m_bench->save(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral("-bar"));
    }

    void barIsAsDrawnWithAnOrdinaryAddress() {
        m_bench->window().resize(1280, 800);
        auto *bar = m_bench->window().findChild<MainBar *>();
        constexpr int kDrawn = 56;
        bar->setPlace(QStringLiteral("14 Seongmisan-ro"));
        QTRY_COMPARE(bar->height(), kDrawn);
        QCOMPARE(m_bench->find<BarButton>(QStringLiteral("14 Seongmisan-ro"))->size(),
                 QSize(336, 36));
    }

    void countsMoveNoWay() {
        m_bench->window().resize(1280, 800);
        auto *bar = m_bench->window().findChild<MainBar *>();
        const auto places = [&] {
            QTest::qWait(50); // layouts follow
            QList<QRect> all;
            for (const ui::NavButton *way : bar->findChildren<ui::NavButton *>())
                all.append(way->geometry());
            return all;
        };
        const QList<QRect> before = places();
        QCOMPARE(before.size(), 3);
        for (const int count : {1, 12, 0}) {
            bar->setBadge(1, count);
            bar->setBadge(2, count);
            QCOMPARE(places(), before);
        }
    }

    void cardsOfARowAreAsHighAsTheLongestOfThem() {
        MenuModel menu;
        const auto item = [](int number, const QString &description) {
            return contract::MenuItemView{*MenuItemId::fromNumber(number),
                                          {QStringLiteral("국밥"), QStringLiteral("Soup")},
                                          {description, description},
                                          Money::zero(Currency::krw()),
                                          {},
                                          false,
                                          {},
                                          {}};
        };
        const QString shortOne = QStringLiteral("hot");
        const QString longOne = QStringLiteral("very hot and thick ").repeated(20);
        menu.setSections({{{QStringLiteral("국"), QStringLiteral("Soups")},
                           {item(1, shortOne), item(2, longOne), item(3, shortOne)}}});
        MenuDelegate delegate(m_bench->desk().pictures());
        constexpr int kTwoColumns = 600;
        QVERIFY(delegate.fit(*theLook, menu, kTwoColumns));
        QVERIFY(!delegate.fit(*theLook, menu, kTwoColumns));
        QStyleOptionViewItem option;
        option.widget = &m_bench->window();
        const auto tall = [&](int row) {
            return delegate.sizeHint(option, menu.index(row)).height();
        };
        QCOMPARE(tall(1), tall(2)); // they stand side by side
        QVERIFY(tall(2) > tall(3) + 60);
    }

    void accountIsUnderTheName() {
        m_bench->window().resize(1280, 800);
        auto *bar = m_bench->window().findChild<MainBar *>();
        QVERIFY(m_bench->press(bar->person()));
        auto *sheet = m_bench->window().findChild<AccountSheet *>();
        QVERIFY(sheet && sheet->isOpen());
        QVERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("customer1@demo.soban")));
        QVERIFY(sheet->findChild<PlaceCard *>());
        QVERIFY(m_bench->find<ui::Button>(QStringLiteral("Register a card")));
        m_bench->save(QStringLiteral("account"));
        QVERIFY(m_bench->press(m_bench->find<ui::Button>(QStringLiteral("Settings"))));
        QVERIFY(!sheet->isOpen());
        QVERIFY(m_bench->find<ui::Button>(QStringLiteral("Sign out")));
        m_bench->key(Qt::Key_Escape);
        QVERIFY(m_bench->press(bar->person()));
        QVERIFY(m_bench->press(sheet->findChild<PlaceCard *>()));
        QVERIFY(m_bench->find<ui::Button>(QStringLiteral("Add an address")));
    }

private:
    void fillCart() {
        auto *menu = m_bench->list(QStringLiteral("Menu"));
        const auto *model = qobject_cast<const MenuModel *>(menu->model());
        for (int row = 0; row < model->rowCount(); ++row) {
            const auto *item = model->itemAt(model->index(row));
            if (!item || item->isSoldOut || !item->optionGroups.isEmpty())
                continue;
            for (int i = 0; i < 9; ++i)
                CustomerBench::press(menu, row);
            return;
        }
    }

    /// Panes scroll up and down only: nothing in them may be wider than they are.
    bool isWholeAcross() const {
        const auto panes = m_bench->window().findChildren<ui::ScrollPane *>();
        return std::all_of(panes.begin(), panes.end(), [](const ui::ScrollPane *pane) {
            return !pane->isVisible() || pane->widget()->width() <= pane->viewport()->width();
        });
    }

    void placeOrder() {
        m_bench->key(Qt::Key_B, Qt::ControlModifier);
        m_bench->key(Qt::Key_Return);
        // The cards come a moment later, and bring new rows.
        QAbstractButton *atTheDoor = nullptr;
        QTRY_VERIFY(
            (atTheDoor = m_bench->find<QAbstractButton>(QStringLiteral("Pay on delivery"))) &&
            m_bench->press(atTheDoor));
        for (ui::Button *button :
             m_bench->window().findChild<CheckoutSheet *>()->findChildren<ui::Button *>()) {
            if (button->text().startsWith(QStringLiteral("Order for ")))
                QVERIFY(m_bench->press(button));
        }
        QTRY_VERIFY(m_bench->find<ui::CodePlate>(QStringLiteral("Hand-over code")));
    }

    DemoTown m_town;
    std::unique_ptr<CustomerBench> m_bench;
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstCustomerFit test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstCustomerFit.moc"
