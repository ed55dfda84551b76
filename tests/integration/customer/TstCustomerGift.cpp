// SPDX-License-Identifier: GPL-3.0-or-later
// Flowers for somebody else, on a day that is wanted: ordered in the real window.
#include "CustomerBench.h"

#include "client-customer/CheckoutSheet.h"
#include "client-customer/MenuModel.h"
#include "client-customer/ShopListModel.h"
#include "client-customer/WantedTimeRow.h"
#include "support/TestTown.h"
#include "ui/Button.h"
#include "ui/Receipt.h"
#include "ui/SobanStyle.h"
#include "ui/TextLabel.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace soban::customer;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstCustomerGift : public QObject {
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

    void flowersComeOnTheWantedDay() { // R1
        openCheckout();
        QVERIFY(m_bench->press(
            m_bench->find<QAbstractButton>(QStringLiteral("It is for somebody else"))));
        QVERIFY(m_bench->press(m_bench->find<QAbstractButton>(QStringLiteral("On a day"))));
        QComboBox *day = combo(QStringLiteral("Day"));
        QVERIFY(day && day->count() > 7);
        day->setCurrentIndex(3);
        combo(QStringLiteral("Time"))->setCurrentText(QStringLiteral("15:00"));
        m_bench->save(QStringLiteral("checkout-flowers"));
        const auto wanted = m_bench->window().findChild<WantedTimeRow *>()->wanted();
        QVERIFY(wanted);
        order();
        QTRY_COMPARE(m_town.audits().size(), 1);
        const OrderId id = m_town.audits().first().orderId;
        QTRY_VERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Wanted: ")));
        QVERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Wanted: "))
                    ->text()
                    .endsWith(QStringLiteral("15:00")));
        const auto *receipt = m_bench->window().findChild<ui::Receipt *>();
        QVERIFY(ui::receiptText(receipt->content()).contains(QStringLiteral("15:00")));
        m_bench->save(QStringLiteral("order-flowers"));
        const ApiAnswer answer = m_town.call(
            m_town.request(contract::RouteId::GetOrder, Caller::Customer, {id.toText()}));
        QCOMPARE(answer.as<contract::OrderView>()->wantedAt, wanted);
    }

    void asSoonAsPossibleCarriesNoTime() {
        openCheckout();
        fillRecipient();
        QVERIFY(!m_bench->window().findChild<WantedTimeRow *>()->wanted());
    }

    void timeThatThePersonCannotHaveIsToldAtTheTime_data() {
        QTest::addColumn<contract::ErrorCode>("code");
        QTest::newRow("closed then") << contract::ErrorCode::ShopClosed;
        QTest::newRow("gone by") << contract::ErrorCode::OutOfRange;
    }
    void timeThatThePersonCannotHaveIsToldAtTheTime() { // R1
        QFETCH(contract::ErrorCode, code);
        openCheckout();
        client::ApiError error{client::ApiError::Kind::Refused};
        error.problem = contract::Problem::at(code, QStringLiteral("wantedAt"));
        error.status = error.problem->status;
        auto *sheet = m_bench->window().findChild<CheckoutSheet *>();
        sheet->tell(error);
        QCOMPARE(QApplication::focusWidget(), combo(QStringLiteral("Time")));
        QVERIFY(!QApplication::focusWidget()->accessibleDescription().isEmpty());
    }

    void whatTheRecipientLacksIsToldAtTheField_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("name");
        QTest::newRow("name") << QStringLiteral("recipient.name") << QStringLiteral("Name");
        QTest::newRow("phone") << QStringLiteral("recipient.phone") << QStringLiteral("Telephone");
        QTest::newRow("card") << QStringLiteral("cardText") << QStringLiteral("Words on the card");
    }
    void whatTheRecipientLacksIsToldAtTheField() {
        QFETCH(QString, field);
        QFETCH(QString, name);
        openCheckout();
        client::ApiError error{client::ApiError::Kind::Refused};
        error.problem = contract::Problem::at(contract::ErrorCode::InvalidText, field);
        m_bench->window().findChild<CheckoutSheet *>()->tell(error);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), name);
    }

private:
    QComboBox *combo(const QString &name) const { return m_bench->find<QComboBox>(name); }

    void openCheckout() {
        auto *shops = m_bench->list(QStringLiteral("Shops"));
        QTRY_VERIFY(shops->model()->rowCount() > 1);
        const auto *model = qobject_cast<const ShopListModel *>(shops->model());
        int row = 0;
        while (model->at(row).kind != ShopKind::Flowers)
            ++row;
        CustomerBench::press(shops, row);
        auto *menu = m_bench->list(QStringLiteral("Menu"));
        QTRY_COMPARE(menu->model()->rowCount(), 2);
        CustomerBench::press(menu, 1);
        ui::Button *button = nullptr;
        QTRY_VERIFY((button = m_bench->find<ui::Button>(QStringLiteral("Order for "))));
        QVERIFY(m_bench->press(button));
        QTRY_VERIFY(m_bench->window().findChild<CheckoutSheet *>()->isOpen());
    }

    void fillRecipient() {
        m_bench->find<QLineEdit>(QStringLiteral("Name"))->setText(QStringLiteral("Bora"));
        m_bench->find<QLineEdit>(QStringLiteral("Telephone"))
            ->setText(QStringLiteral("010-1234-5678"));
    }

    void order() {
        for (ui::Button *button : m_bench->window().findChildren<ui::Button *>()) {
            auto *sheet = m_bench->window().findChild<CheckoutSheet *>();
            if (button->isVisible() && sheet->isAncestorOf(button) &&
                button->text().startsWith(QStringLiteral("Order for ")))
                QVERIFY(m_bench->press(button));
        }
    }

    TestTown m_town;
    std::unique_ptr<CustomerBench> m_bench;
};

int main(int argc, char **argv) {
    qputenv("TZ", "Asia/Seoul"); // where the town is, and its people
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstCustomerGift test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstCustomerGift.moc"
