// SPDX-License-Identifier: GPL-3.0-or-later
// Messages to the customer's phone, as the customer chooses and sees them.
#include "CustomerBench.h"
#include "TownHands.h"

#include "client-customer/AccountSheet.h"
#include "client-customer/MainPage.h"
#include "client-customer/OrderBook.h"
#include "client-customer/OrdersPage.h"
#include "client-customer/SentMessages.h"
#include "messages/MessageTown.h"
#include "ui/FittingPane.h"
#include "ui/Segment.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace soban::customer;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstCustomerMessages : public QObject {
    Q_OBJECT

private:
    MessageTown m_town;
    std::unique_ptr<TownHands> m_hands;
    std::unique_ptr<CustomerBench> m_bench;

    OrderBook *orders() const { return m_bench->window().findChild<OrderBook *>(); }
    ui::Segment *ways() const {
        auto *sheet = m_bench->window().findChild<AccountSheet *>();
        return sheet ? sheet->findChild<ui::Segment *>() : nullptr;
    }
    void press(const char *way) const {
        for (auto *part : ways()->findChildren<QAbstractButton *>()) {
            if (part->text() == QString::fromLatin1(way))
                QVERIFY(m_bench->press(part));
        }
    }
    static void show(QWidget *widget) {
        QTest::qWait(50);
        for (QWidget *around = widget; around; around = around->parentWidget()) {
            if (auto *pane = qobject_cast<ui::FittingPane *>(around))
                pane->ensureWidgetVisible(widget);
        }
        QTest::qWait(50);
    }
    bool isKept(MessageWay way, Language language) {
        const auto kept = m_town.preference();
        return kept && kept->way == way && kept->language == language;
    }

private slots:
    void initTestCase() {
        const auto fault = m_town.startWithSolapi();
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

    void wayIsChosenAndTheLanguageIsTheApps() { // R11
        QTRY_VERIFY(isKept(MessageWay::Sms, Language::English));
        m_bench->window().findChild<MainPage *>()->showAccount();
        QTRY_VERIFY(ways() && ways()->isVisible());
        QTRY_COMPARE(ways()->current(), 1);
        press("KakaoTalk");
        QTRY_VERIFY(isKept(MessageWay::KakaoTalk, Language::English));
        QTest::qWait(50);
        m_bench->save(QStringLiteral("account-messages"));
        theLook->setLanguage(Language::Korean);
        QTRY_VERIFY(isKept(MessageWay::KakaoTalk, Language::Korean));
        QTest::qWait(50);
        m_bench->save(QStringLiteral("account-messages-ko"));
        QCOMPARE(ways()->current(), 2);
    }

    void orderShowsWhatWasSentAndWhetherItArrived() { // R11
        QVERIFY(m_town.prefer(MessageWay::KakaoTalk, Language::English));
        const OrderId id = m_town.order();
        QTRY_VERIFY(orders()->find(id));
        m_bench->key(Qt::Key_2, Qt::ControlModifier);
        m_bench->window().findChild<OrdersPage *>()->open(id);
        QVERIFY(m_hands->accept(id, 20));
        auto *sent = m_bench->window().findChild<SentMessages *>();
        QTRY_VERIFY_WITH_TIMEOUT(sent->isVisible(), 10'000);
        QVERIFY(m_bench->sees("Messages to your phone"));
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->sees("accepted your order"), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->sees("KakaoTalk · delivered"), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->sees("SMS · delivered"), 20'000);
        show(sent);
        m_bench->save(QStringLiteral("order-messages"));
        theLook->setLanguage(Language::Korean);
        show(sent);
        m_bench->save(QStringLiteral("order-messages-ko"));
    }
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstCustomerMessages test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstCustomerMessages.moc"
