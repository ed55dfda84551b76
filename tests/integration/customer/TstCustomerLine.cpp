// SPDX-License-Identifier: GPL-3.0-or-later
// The line is lost at the very press of "Order": the order is placed, and once.
#include "CustomerBench.h"

#include "client-customer/CartPanel.h"
#include "client-customer/MenuModel.h"
#include "client-customer/OrderBook.h"
#include "client-customer/ShopListModel.h"
#include "support/FaultProxy.h"
#include "support/TestTown.h"
#include "ui/Banner.h"
#include "ui/Button.h"
#include "ui/SobanStyle.h"
#include "ui/TextLabel.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QListView>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using Line = soban::testing::FaultProxy::Line;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstCustomerLine : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto fault = m_town.start();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }

    void init() {
        theLook->setLanguage(Language::English);
        m_proxy = std::make_unique<FaultProxy>(FaultProxy::Upgrades::Pass);
        QVERIFY(m_proxy->port() != 0);
        m_proxy->setTarget(quint16(m_town.url().port()));
        m_bench = std::make_unique<CustomerBench>(*theLook);
        QVERIFY(m_bench->open(QStringLiteral("http://127.0.0.1:%1").arg(m_proxy->port()),
                              TestTown::loginOf(Caller::Customer),
                              QString::fromLatin1(TestTown::kPassword)));
    }

    void cleanup() {
        m_bench.reset();
        m_proxy.reset();
    }

    void orderIsPlacedOnce_data() {
        QTest::addColumn<bool>("arrives");
        QTest::newRow("the request is lost") << false;
        QTest::newRow("the answer is lost") << true;
    }
    void orderIsPlacedOnce() { // R2
        QFETCH(bool, arrives);
        const qsizetype before = m_town.audits().size();
        fillCart();
        ui::Button *order = openCheckout();
        QVERIFY(order);
        m_proxy->setLine(arrives ? Line::Deaf : Line::Cut);
        QVERIFY(m_bench->press(order));
        if (arrives) {
            QTRY_COMPARE(m_town.audits().size(), before + 1);
            m_proxy->setLine(Line::Cut);
        }
        // The sheet is out of the way; the cart says what happens, and cannot be ordered again.
        ui::Button *sending = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((sending = m_bench->find<ui::Button>(QStringLiteral("Sending ₩"))),
                                 10'000);
        QVERIFY(!sending->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<ui::Banner>(QStringLiteral("No connection")),
                                 10'000);
        QVERIFY(m_bench->find<QWidget>(QStringLiteral("Your order is being sent")));
        // What is put in meanwhile would be lost: it is refused, and said.
        CustomerBench::press(m_bench->list(QStringLiteral("Menu")), 1);
        QVERIFY(m_bench->find<QWidget>(QStringLiteral("The cart waits for it")));
        m_bench->save(arrives ? QStringLiteral("line-deaf") : QStringLiteral("line-cut"));
        m_proxy->setLine(Line::Whole);
        m_bench->desk().reconnectNow();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<ui::TextLabel>(QStringLiteral("Waiting for")),
                                 30'000);
        QCOMPARE(m_town.audits().size(), before + 1);
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench->find<ui::Banner>(QStringLiteral("No connection")),
                                 20'000);
        // It is not sent again later either.
        QTRY_COMPARE(m_bench->desk().commands().pending(), 0);
        QCOMPARE(m_town.audits().size(), before + 1);
    }

    void whatHappenedMeanwhileIsCaughtUp() {
        QTRY_VERIFY(m_bench->list(QStringLiteral("Shops"))->model()->rowCount() > 0);
        m_proxy->setLine(Line::Cut);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<ui::Banner>(QStringLiteral("No connection")),
                                 10'000);
        // From another of the customer's windows.
        const auto request = m_town.cart(Fulfilment::PlatformRider, PaymentMethod::OnDelivery);
        const ApiAnswer answer = m_town.call(m_town.request(
            contract::RouteId::PlaceOrder, Caller::Customer, {}, contract::encode(request)));
        const auto placed = answer.as<contract::OrderView>();
        QVERIFY2(placed, answer.summary().constData());
        m_proxy->setLine(Line::Whole);
        m_bench->desk().reconnectNow();
        m_bench->key(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->list(QStringLiteral("Orders")), 20'000);
        const auto *orders = qobject_cast<const customer::OrderBook *>(
            m_bench->list(QStringLiteral("Orders"))->model());
        QTRY_VERIFY_WITH_TIMEOUT(orders->find(placed->id), 20'000);
    }

private:
    void fillCart() {
        auto *shops = m_bench->list(QStringLiteral("Shops"));
        QTRY_VERIFY(shops->model()->rowCount() > 1);
        const auto *model = qobject_cast<const customer::ShopListModel *>(shops->model());
        int row = 0;
        while (model->at(row).name.en != QStringLiteral("Kitchen"))
            ++row;
        CustomerBench::press(shops, row);
        auto *menu = m_bench->list(QStringLiteral("Menu"));
        QTRY_VERIFY(menu->model()->rowCount() > 4);
        CustomerBench::press(menu, 1);
    }

    ui::Button *openCheckout() {
        auto *cart = m_bench->window().findChild<customer::CartPanel *>();
        ui::Button *open = nullptr;
        for (ui::Button *button : cart->findChildren<ui::Button *>()) {
            if (button->text().startsWith(QStringLiteral("Continue")))
                open = button;
        }
        if (!open || !m_bench->press(open))
            return nullptr;
        QAbstractButton *atTheDoor = nullptr;
        if (!QTest::qWaitFor([&] {
                atTheDoor = m_bench->find<QAbstractButton>(QStringLiteral("Pay on delivery"));
                return atTheDoor != nullptr;
            }))
            return nullptr;
        atTheDoor->click();
        for (ui::Button *button : m_bench->window().findChildren<ui::Button *>()) {
            if (button->isVisible() && !cart->isAncestorOf(button) &&
                button->text().startsWith(QStringLiteral("Order for ")))
                return button;
        }
        return nullptr;
    }

    TestTown m_town;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<CustomerBench> m_bench;
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstCustomerLine test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstCustomerLine.moc"
