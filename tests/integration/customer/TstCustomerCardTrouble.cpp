// SPDX-License-Identifier: GPL-3.0-or-later
// The card provider hangs: who orders is told before they press, and led to what works.
#include "CustomerBench.h"

#include "client-customer/ShopListModel.h"
#include "support/TestTown.h"
#include "ui/Button.h"
#include "ui/ChoiceRow.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QJsonObject>
#include <QListView>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace soban::customer;
using contract::RouteId;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstCustomerCardTrouble : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto fault =
            m_town.start({QStringLiteral("--set"), QStringLiteral("payment.timeoutMs=200"),
                          QStringLiteral("--set"), QStringLiteral("payment.failures=2"),
                          QStringLiteral("--set"), QStringLiteral("payment.restMs=12000")});
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
        theLook->setLanguage(Language::English);
        m_bench = std::make_unique<CustomerBench>(*theLook);
        QVERIFY(m_bench->open(m_town.url().toString(), TestTown::loginOf(Caller::Customer),
                              QString::fromLatin1(TestTown::kPassword)));
        QTRY_COMPARE(m_bench->desk().link().state(), desk::LinkState::Live);
    }
    void cleanupTestCase() { m_bench.reset(); }

    void customerIsLedToWhatWorks() { // N5
        beginTrouble();
        goToCheckout();
        QTRY_VERIFY(m_bench->sees("Card payment does not work at the moment."));
        QTRY_VERIFY(row("Pay on delivery") && row("Pay on delivery")->isChecked());
        picture("checkout-card-trouble");
        // Whoever wants to pay by card all the same may try.
        QVERIFY(m_bench->press(row("Card")));
        QVERIFY(row("Card")->isChecked());
        comeAgain();
        QVERIFY(row("Pay on delivery")->isChecked()); // for the next order it does not work either
        endTrouble();
        QVERIFY(row("Pay on delivery")->isChecked()); // nothing moves under the hand
        comeAgain();
        QTRY_VERIFY(row("Card")->isChecked()); // it was ours, not the customer's choice

        beginTrouble();
        QTRY_VERIFY(m_bench->sees("Card payment does not work at the moment."));
        QVERIFY(row("Card")->isChecked());
        endTrouble();
    }

private:
    void beginTrouble() {
        QVERIFY(m_town.orderFault({{QStringLiteral("kind"), QStringLiteral("never")}}));
        for (int i = 0; i < 6; ++i)
            placeByCard();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->desk().stream().isCardPaymentDown(), 15'000);
    }
    void endTrouble() {
        QVERIFY(m_town.clearFaults());
        QTRY_VERIFY_WITH_TIMEOUT(placeByCard() == 201, 30'000);
        QTRY_VERIFY(!m_bench->sees("Card payment does not work at the moment."));
    }
    /// Away from the checkout, and to it for what may be another order.
    void comeAgain() {
        m_bench->key(Qt::Key_Escape);
        QTRY_VERIFY(!row("Card"));
        QVERIFY(m_bench->press(m_bench->button("Continue")));
        QTRY_VERIFY(row("Card"));
    }
    int placeByCard() {
        return m_town
            .call(m_town.request(
                RouteId::PlaceOrder, Caller::Customer, {},
                contract::encode(m_town.cart(Fulfilment::PlatformRider, PaymentMethod::Card))))
            .status;
    }
    void goToCheckout() {
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
        QTRY_VERIFY(m_bench->button("Continue"));
        QVERIFY(m_bench->press(m_bench->button("Continue")));
        QTRY_VERIFY(row("Card"));
    }
    ui::ChoiceRow *row(const char *words) const {
        return m_bench->find<ui::ChoiceRow>(QString::fromUtf8(words));
    }
    void picture(const char *name) const {
        QTest::qWait(50); // layouts follow
        m_bench->save(QString::fromLatin1(name));
        theLook->setLanguage(Language::Korean);
        m_bench->save(QString::fromLatin1(name) + QStringLiteral("-ko"));
        theLook->setLanguage(Language::English);
        QTest::qWait(50); // all words follow
    }

    TestTown m_town;
    std::unique_ptr<CustomerBench> m_bench;
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstCustomerCardTrouble test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstCustomerCardTrouble.moc"
