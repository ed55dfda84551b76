// SPDX-License-Identifier: GPL-3.0-or-later
// What is on show is looked at again by itself, and never at the cost of a press.
#include "CustomerBench.h"
#include "TownHands.h"

#include "client-customer/Cart.h"
#include "client-customer/MenuModel.h"
#include "client-customer/Refresher.h"
#include "client-customer/ShopHead.h"
#include "client-customer/ShopListModel.h"
#include "support/FaultProxy.h"
#include "support/TestTown.h"
#include "ui/Button.h"
#include "ui/SobanStyle.h"
#include "ui/Stepper.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace soban;
using namespace soban::testing;
using namespace soban::customer;
using Line = soban::testing::FaultProxy::Line;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstCustomerFresh : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto fault = m_town.start();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }

    void init() {
        theLook->setLanguage(Language::English);
        m_proxy = std::make_unique<FaultProxy>(FaultProxy::Upgrades::Pass);
        m_proxy->setTarget(quint16(m_town.url().port()));
        m_bench = std::make_unique<CustomerBench>(*theLook);
        QVERIFY(m_bench->open(QStringLiteral("http://127.0.0.1:%1").arg(m_proxy->port()),
                              TestTown::loginOf(Caller::Customer),
                              QString::fromLatin1(TestTown::kPassword)));
        QTRY_VERIFY(shops()->rowCount() > 1);
        CustomerBench::press(m_bench->list(QStringLiteral("Shops")), row("Kitchen"));
        QTRY_VERIFY(menu()->rowCount() > 4);
    }

    void cleanup() {
        m_bench.reset();
        m_proxy.reset();
    }

    void lateAnswerOfTheSearchLosesNoPress() { // R1
        m_proxy->setLine(Line::Held);
        m_bench->key(Qt::Key_K, Qt::ControlModifier);
        m_bench->type(QStringLiteral("kitchen"));
        QTRY_COMPARE(shops()->state(), ShopListModel::State::Loading); // nobody types any more
        QListView *list = m_bench->list(QStringLiteral("Menu"));
        const QPoint at = list->visualRect(menu()->index(1)).center();
        QTest::mousePress(list->viewport(), Qt::LeftButton, {}, at);
        const QSignalSpy resets(menu(), &QAbstractItemModel::modelReset);
        m_proxy->setLine(Line::Whole);
        QTRY_COMPARE(shops()->rowCount(), 1);
        // Time enough for a menu that follows the list.
        (void)QTest::qWaitFor([&] { return !resets.isEmpty(); }, 500);
        QTest::mouseRelease(list->viewport(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(m_bench->find<ui::Button>(QStringLiteral("Continue")));
    }

    void menuStaysWhenItsShopGoesFromTheList() {
        m_bench->key(Qt::Key_K, Qt::ControlModifier);
        m_bench->type(QStringLiteral("florist"));
        QTRY_COMPARE(shops()->rowCount(), 1);
        QVERIFY(m_bench->find<ShopHead>(QStringLiteral("Kitchen")));
        QVERIFY(menu()->rowCount() > 4);
    }

    void whatAShopTurnsToIsSeenWithoutAKey_data() {
        QTest::addColumn<bool>("byTimer");
        QTest::newRow("as the window becomes active") << false;
        QTest::newRow("after a while") << true;
    }
    void whatAShopTurnsToIsSeenWithoutAKey() { // R10
        QFETCH(bool, byTimer);
        m_bench->window().resize(1060, 800); // no room for another chip beside the name
        QTest::qWait(50);
        const auto menuTop = [&] {
            return m_bench->list(QStringLiteral("Menu"))->mapTo(&m_bench->window(), QPoint()).y();
        };
        const int topBefore = menuTop();
        const ShopId kitchen = m_town.kitchen().card.id;
        TownHands hands(m_town.url());
        QVERIFY(hands.beShop(TestTown::loginOf(Caller::Shop),
                             QString::fromLatin1(TestTown::kPassword)));
        QVERIFY(hands.turnTo(ShopMode::Busy, 20));
        QVERIFY(hands.sellOut(TestTown::item(m_town.kitchen(), 0).id, true));
        const QSignalSpy resets(menu(), &QAbstractItemModel::modelReset);
        if (byTimer) {
            m_bench->window().findChild<Refresher *>()->findChild<QTimer *>()->setInterval(50);
        } else {
            QWidget other;
            other.show();
            other.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&other));
            m_bench->window().activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&m_bench->window()));
        }
        QTRY_COMPARE(shops()->at(shops()->rowOf(kitchen)).mode, ShopMode::Busy);
        QTRY_VERIFY(m_bench->find<ShopHead>(QStringLiteral("Kitchen"))
                        ->accessibleDescription()
                        .contains(QStringLiteral("Busy · +20 min")));
        QTRY_VERIFY(menu()->itemAt(menu()->index(1))->isSoldOut);
        QVERIFY(resets.isEmpty());
        QTest::qWait(50); // layouts follow
        QCOMPARE(menuTop(), topBefore);
        m_bench->save(QStringLiteral("busy"));
        // What is sold out is looked at, not chosen.
        CustomerBench::press(m_bench->list(QStringLiteral("Menu")), 1);
        const auto *quantity = m_bench->find<ui::Stepper>(QStringLiteral("Quantity"));
        QVERIFY(quantity && !quantity->isEnabled());
        m_bench->key(Qt::Key_Escape);
        QVERIFY(hands.turnTo(ShopMode::Normal, 0));
        QVERIFY(hands.sellOut(TestTown::item(m_town.kitchen(), 0).id, false));
    }

private:
    const ShopListModel *shops() const {
        return qobject_cast<const ShopListModel *>(m_bench->list(QStringLiteral("Shops"))->model());
    }
    const MenuModel *menu() const {
        return qobject_cast<const MenuModel *>(m_bench->list(QStringLiteral("Menu"))->model());
    }
    int row(const char *name) const {
        int row = 0;
        while (shops()->at(row).name.en != QLatin1StringView(name))
            ++row;
        return row;
    }

    TestTown m_town;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<CustomerBench> m_bench;
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstCustomerFresh test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstCustomerFresh.moc"
