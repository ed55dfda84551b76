// SPDX-License-Identifier: GPL-3.0-or-later
// Deliveries that end otherwise than in somebody's hands, in the real window on the real server and
// in both languages.
#include "RiderBench.h"

#include "ui/SobanStyle.h"
#include "ui/Translations.h"

#include <QApplication>

using namespace soban;
using namespace soban::testing;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstRiderEndings : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_bench.close(); }
    void whatNobodyTakesIsBroughtBack_data() { languages(); }
    void whatNobodyTakesIsBroughtBack();
    void deliveryThatIsCalledOffIsTold_data() { languages(); }
    void deliveryThatIsCalledOffIsTold();
    void operatorsCancellationIsNotTheShops_data() { languages(); }
    void operatorsCancellationIsNotTheShops();
    void whatIsGivenUpIsOfferedAgain_data() { languages(); }
    void whatIsGivenUpIsOfferedAgain();

private:
    static void languages();
    const char *said(const char *english, const char *korean) const {
        return theLook->language() == Language::Korean ? korean : english;
    }
    bool sees(const char *english, const char *korean) const {
        return m_bench.sees(said(english, korean));
    }
    bool press(const char *english, const char *korean) {
        return m_bench.press(said(english, korean));
    }
    void claim();

    DemoTown m_town;
    std::unique_ptr<Person> m_customer;
    std::unique_ptr<Person> m_owner;
    RiderBench m_bench{*theLook};
    DemoOrder m_order{*OrderId::fromNumber(1), {}};
};

void TstRiderEndings::initTestCase() {
    const auto fault = m_town.start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    m_customer = std::make_unique<Person>(m_town.address(), QStringLiteral("customer1@demo.soban"));
    m_owner = std::make_unique<Person>(m_town.address(), QStringLiteral("shop1@demo.soban"));
}

void TstRiderEndings::init() {
    theLook->setLanguage(Language::English);
    m_order = mealForRiders(*m_customer, *m_owner);
    m_bench.open(m_town.address());
}

void TstRiderEndings::languages() {
    QTest::addColumn<Language>("language");
    QTest::newRow("R9 in English") << Language::English;
    QTest::newRow("R9 in Korean") << Language::Korean;
}

void TstRiderEndings::claim() {
    QFETCH(Language, language);
    QVERIFY(m_bench.pressClaim());
    QTRY_VERIFY(m_bench.sees("I have picked it up"));
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
    theLook->setLanguage(language);
    QTRY_VERIFY(sees("I have picked it up", "픽업했어요"));
}

void TstRiderEndings::whatNobodyTakesIsBroughtBack() {
    claim();
    QVERIFY(press("I have picked it up", "픽업했어요"));
    QTRY_VERIFY(sees("Collect ₩", "받기"));
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
    QVERIFY(press("Collect ₩", "받기"));
    QVERIFY(press("Photo", "사진"));
    m_bench.picture(QStringLiteral("nobody"));
    // Nor is there anybody to pay.
    QVERIFY(press("Take it back to the shop", "가게로 가져다주기"));
    QTRY_VERIFY(sees("The customer is told why.", "고객에게 까닭을 알려 드려요."));
    QVERIFY(sees("You are paid as for a hand-over", "전달한 것과 똑같이 수입에 들어가요"));
    QVERIFY(press("Nobody opened", "문을 열어 주는 사람이 없어요"));
    m_bench.picture(QStringLiteral("nobody-why"));
    QVERIFY(press("Bring it back", "가게로 가져다주기"));
    QTRY_VERIFY(sees("Please bring it back to the shop.", "가게로 가져다주세요."));
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
    // It stays until it is read, and says where to.
    const auto shop = m_owner->ask(client::calls::ownShop());
    QTest::qWait(ui::motion::kUndoMs);
    QVERIFY(m_bench.sees(shop.address.text.toUtf8().constData()));
    m_bench.picture(QStringLiteral("brought-back"));
    const auto order = m_customer->ask(client::calls::order(m_order.id));
    QCOMPARE(order.state, OrderState::Returned);
    QCOMPARE(order.paymentState, PaymentState::Waived);
    QVERIFY(order.ending && order.ending->reason == EndReason::NobodyAtDoor);
    QTest::keyClick(&m_bench.window(), Qt::Key_2, Qt::ControlModifier);
    QListView *history = nullptr;
    QTRY_VERIFY((history = m_bench.find<QListView>(QString::fromUtf8(said("History", "기록")))));
    QTRY_VERIFY(history->model()->rowCount() > 0);
    m_bench.picture(QStringLiteral("brought-back-history"));
    QTest::mouseClick(history->viewport(), Qt::LeftButton, {},
                      history->visualRect(history->model()->index(0, 0)).center());
    QTRY_VERIFY(sees("Back", "돌아가기"));
    m_bench.picture(QStringLiteral("brought-back-opened"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTest::keyClick(&m_bench.window(), Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(!m_bench.sees("₩0")); // paid as for any other
}

void TstRiderEndings::deliveryThatIsCalledOffIsTold() {
    claim();
    const auto ticket = m_owner->ask(client::calls::ticket(m_order.id));
    (void)m_owner->ask(
        client::calls::cancelTicket(m_order.id, ticket.version, {EndReason::Mishap}));
    QTRY_VERIFY(sees("The shop has called off a delivery.", "가게가 배달을 취소했어요."));
    QVERIFY(sees("You are paid for it all the same.", "수입"));
    QTRY_VERIFY(!sees("I have picked it up", "픽업했어요"));
    m_bench.picture(QStringLiteral("called-off"));
}

void TstRiderEndings::operatorsCancellationIsNotTheShops() {
    claim();
    const auto ticket = m_owner->ask(client::calls::ticket(m_order.id));
    Person operatorOnDuty(m_town.address(), QStringLiteral("operator@demo.soban"));
    (void)operatorOnDuty.ask(client::calls::endOrder(
        m_order.id, ticket.version,
        {EndReason::Other, QStringLiteral("The road is closed"), Party::Platform, {}}));
    QTRY_VERIFY(sees("Soban has called off a delivery.", "소반이 배달을 취소했어요."));
    m_bench.picture(QStringLiteral("called-off-by-soban"));
}

void TstRiderEndings::whatIsGivenUpIsOfferedAgain() {
    claim();
    QVERIFY(press("Give up delivery", "돌려주기"));
    QVERIFY(sees("Give up this delivery?", "이 배달을 돌려줄까요?"));
    m_bench.picture(QStringLiteral("give-up"));
    QVERIFY(press("Give it up", "배달 돌려주기"));
    QTRY_VERIFY(!sees("I have picked it up", "픽업했어요"));
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
    QTRY_VERIFY(
        m_bench.find<QListView>(QString::fromUtf8(said("Deliveries near you", "가까운 배달"))));
    m_bench.picture(QStringLiteral("given-up"));
    // Nothing is left for the next one.
    const auto ticket = m_owner->ask(client::calls::ticket(m_order.id));
    (void)m_owner->ask(
        client::calls::cancelTicket(m_order.id, ticket.version, {EndReason::Mishap}));
}

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstRiderEndings test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstRiderEndings.moc"
