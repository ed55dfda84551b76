// SPDX-License-Identifier: GPL-3.0-or-later
// At the door, in the real window on the real server: whose money it is, and that nothing moves
// under the finger that types the code.
#include "RiderBench.h"

#include "client-rider/CodeCells.h"
#include "client-rider/DeliveryPage.h"
#include "client-rider/DutySwitch.h"
#include "ui/CodePlate.h"
#include "ui/FocusRing.h"
#include "ui/Formats.h"
#include "ui/MapView.h"
#include "ui/Segment.h"
#include "ui/SobanStyle.h"
#include "ui/TextLabel.h"
#include "ui/Translations.h"

#include <QApplication>

using namespace soban;
using namespace soban::testing;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstRiderDoor : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_bench.close(); }
    void moneyIsTheShopsFromTheClaimOn();
    void keysStayWhereTheyAreAfterAWrongCode_data();
    void keysStayWhereTheyAreAfterAWrongCode();
    void afterTheCodeTheKeyboardIsWhereOneSees();
    void afterTheCodeTheNextOfferHasTheKeyboard();
    void twoOrdersAreToldApartByShopAndNumber();
    void pageStaysWithTheDeliveryWhileItIsHandedOver();
    void moreDeliveriesLeadBackToWhatIsInHand();
    void noteOfTheHandOverMovesNoFigure();
    void whatIsDoneCanBeLookedAt();

private:
    /// Once the layout is done.
    QPoint placeOf(const QWidget *widget) {
        QPoint place;
        do {
            place = widget->mapTo(&m_bench.window(), QPoint());
            QTest::qWait(150);
        } while (widget->mapTo(&m_bench.window(), QPoint()) != place);
        return place;
    }
    void toTheDoor();
    void typeCode(const QString &code);
    void handOver();

    DemoTown m_town;
    std::unique_ptr<Person> m_customer;
    std::unique_ptr<Person> m_owner;
    RiderBench m_bench{*theLook};
    DemoOrder m_order{*OrderId::fromNumber(1), {}};
};

void TstRiderDoor::initTestCase() {
    const auto fault = m_town.start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    m_customer = std::make_unique<Person>(m_town.address(), QStringLiteral("customer1@demo.soban"));
    m_owner = std::make_unique<Person>(m_town.address(), QStringLiteral("shop1@demo.soban"));
}

void TstRiderDoor::init() {
    theLook->setLanguage(Language::English);
    theLook->setTextScale(1.0);
    m_order = mealForRiders(*m_customer, *m_owner);
    m_bench.open(m_town.address());
    QVERIFY(m_bench.pressClaim());
    QTRY_VERIFY(m_bench.find<ui::CodePlate>(QStringLiteral("Pick-up code")));
}

void TstRiderDoor::toTheDoor() {
    QVERIFY(m_bench.press("I have picked it up"));
    QTRY_VERIFY(m_bench.sees("Collect ₩"));
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
}

void TstRiderDoor::typeCode(const QString &code) {
    QTest::keyClicks(QApplication::focusWidget(), code);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
}

void TstRiderDoor::handOver() {
    toTheDoor();
    QVERIFY(m_bench.collect());
    typeCode(m_order.code);
    QTRY_VERIFY(m_bench.sees("Handed over."));
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
}

void TstRiderDoor::moneyIsTheShopsFromTheClaimOn() { // R9
    const QString due = ui::moneyText(m_customer->ask(client::calls::order(m_order.id)).total);
    const QString told = QStringLiteral("Collect %1 at the door. It belongs to the shop.").arg(due);
    QVERIFY(m_bench.find<ui::TextLabel>(told));
    toTheDoor();
    QVERIFY(m_bench.find<ui::TextLabel>(told));
    QVERIFY(m_bench.find<QAbstractButton>(QStringLiteral("Call the shop"))); // who else knows
    QVERIFY(m_bench.press("Collect ₩"));
    QVERIFY(m_bench.find<ui::TextLabel>(QStringLiteral("Collect %1 for the shop").arg(due)));
    QVERIFY(m_bench.press("Received, card or cash"));
    QVERIFY(m_bench.press("Back"));
    QVERIFY(!m_bench.sees("Collect ₩"));
    QVERIFY(m_bench.find<ui::TextLabel>(QStringLiteral("%1 received for the shop").arg(due)));
    QVERIFY(m_bench.press("Hand over"));
    typeCode(m_order.code);
    QTRY_VERIFY(m_bench.sees("Handed over."));
    QTest::keyClick(&m_bench.window(), Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(m_bench.sees("Not part of your earnings: it belongs to the shops."));
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
}

void TstRiderDoor::keysStayWhereTheyAreAfterAWrongCode_data() {
    QTest::addColumn<double>("scale");
    QTest::newRow("usual text") << 1.0;
    QTest::newRow("large text, in two lines") << 1.5;
}

void TstRiderDoor::keysStayWhereTheyAreAfterAWrongCode() {
    QFETCH(double, scale);
    const int width = m_bench.window().width();
    theLook->setTextScale(scale);
    QCoreApplication::processEvents();
    toTheDoor();
    QVERIFY(m_bench.press("Collect ₩"));
    const QAbstractButton *key = nullptr;
    for (const auto *button : m_bench.window().findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text() == QStringLiteral("5"))
            key = button;
    }
    QVERIFY(key && !key->isEnabled());
    QVERIFY(m_bench.sees("First tick that you have the money.")); // and why
    const QPoint before = placeOf(key);
    QVERIFY(m_bench.press("Received, card or cash"));
    QVERIFY(key->isEnabled() && !m_bench.sees("First tick that you have the money."));
    QCOMPARE(placeOf(key), before);
    const QString wrong = m_order.code == u"1234" ? QStringLiteral("4321") : QStringLiteral("1234");
    typeCode(wrong);
    QTRY_VERIFY(m_bench.sees("Tries left: 4."));
    m_bench.save(QStringLiteral("wrong-code"));
    QCOMPARE(placeOf(key), before);
    QCOMPARE(m_bench.window().width(), width); // nor does the window grow
    QTest::keyClicks(QApplication::focusWidget(), m_order.code.left(1));
    QVERIFY(!m_bench.sees("Tries left: 4.")); // it was of the code before
    QCOMPARE(placeOf(key), before);
    typeCode(m_order.code.mid(1));
    QTRY_VERIFY(m_bench.sees("Handed over."));
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
}

void TstRiderDoor::afterTheCodeTheKeyboardIsWhereOneSees() {
    ui::FocusRing::setKeyboardUsed(true);
    handOver();
    QTRY_VERIFY(m_bench.sees("Refresh"));
    m_bench.save(QStringLiteral("after-the-code"));
    const QWidget *focus = QApplication::focusWidget();
    QVERIFY(focus && focus->isVisible());
    for (const QFocusFrame *frame : m_bench.window().findChildren<QFocusFrame *>()) {
        if (frame->isVisible())
            QCOMPARE(frame->widget(), focus);
    }
    QVERIFY(qobject_cast<const QAbstractButton *>(focus)); // what can be done next
    QVERIFY(!qobject_cast<const rider_app::DutySwitch *>(focus));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // once more than was needed
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
    QVERIFY(m_bench.sees("On duty"));
}

void TstRiderDoor::afterTheCodeTheNextOfferHasTheKeyboard() {
    const DemoOrder next = mealForRiders(*m_customer, *m_owner);
    handOver();
    QVERIFY(m_bench.offers(1));
    QTRY_COMPARE(QApplication::focusWidget(), m_bench.offers(1));
    // Enter goes on with it.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m_bench.find<ui::CodePlate>(QStringLiteral("Pick-up code")));
    m_order = next;
    handOver();
}

void TstRiderDoor::twoOrdersAreToldApartByShopAndNumber() { // R9
    Person secondOwner(m_town.address(), QStringLiteral("shop2@demo.soban"));
    keepOpen(secondOwner);
    const DemoOrder other = mealForRiders(*m_customer, secondOwner);
    const DemoOrder first = m_order;
    const auto named = [this](const DemoOrder &made) {
        const auto order = m_customer->ask(client::calls::order(made.id));
        return QStringLiteral("%1 no. %2").arg(order.shopName.en).arg(order.number);
    };
    QVERIFY(m_bench.find<ui::TextLabel>(named(first)));
    QVERIFY(m_bench.press("More deliveries"));
    QListView *list = m_bench.offers(1);
    QVERIFY(list);
    const QString offer = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(offer.startsWith(named(other)), qPrintable(offer));
    QVERIFY(m_bench.pressClaim());
    QTRY_VERIFY(m_bench.find<ui::TextLabel>(named(other)));
    const QWidget *map = m_bench.find<ui::MapView>(QString())->viewport();
    QTRY_COMPARE(map->visibleRegion(), QRegion(map->rect())); // nothing is below the fold
    m_bench.save(QStringLiteral("two-in-hand"));
    for (const DemoOrder &order : {first, other}) // in the switch
        QVERIFY(m_bench.find<QAbstractButton>(named(order)));
    toTheDoor();
    QVERIFY(m_bench.find<ui::TextLabel>(named(other))); // which of the bags
    m_bench.save(QStringLiteral("two-at-the-door"));
    QVERIFY(m_bench.collect());
    typeCode(other.code);
    QTRY_VERIFY(m_bench.find<QWidget>(named(other) + u". Thank you, well ridden!"));
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
    QVERIFY(m_bench.find<ui::TextLabel>(named(first)));
    handOver();
    QTest::keyClick(&m_bench.window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY((list = m_bench.find<QListView>(QStringLiteral("History"))));
    QCOMPARE(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), named(other));
    m_bench.save(QStringLiteral("two-in-history"));
}

void TstRiderDoor::pageStaysWithTheDeliveryWhileItIsHandedOver() { // R9
    const DemoOrder other = mealForRiders(*m_customer, *m_owner);
    const DemoOrder first = m_order;
    toTheDoor();
    QVERIFY(m_bench.press("More deliveries"));
    QVERIFY(m_bench.pressClaim());
    QTRY_VERIFY(m_bench.find<ui::CodePlate>(QStringLiteral("Pick-up code")));
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
    const auto *page = m_bench.window().findChild<rider_app::DeliveryPage *>();
    const auto *parts = page->findChild<ui::Segment *>();
    QTest::mouseClick(parts->findChildren<QAbstractButton *>().first(), Qt::LeftButton);
    QVERIFY(page->order() == first.id);
    QVERIFY(m_bench.collect());
    const QString wrong = first.code == u"1234" ? QStringLiteral("4321") : QStringLiteral("1234");
    typeCode(wrong);
    QCOMPARE(parts->current(), 0); // also while it is asked
    QTRY_VERIFY(m_bench.sees("Tries left: 4."));
    m_bench.save(QStringLiteral("wrong-code-of-two"));
    QVERIFY(page->order() == first.id);
    QVERIFY(parts->isVisible());
    QCOMPARE(parts->current(), 0);
    typeCode(first.code);
    QTRY_VERIFY(m_bench.sees("Handed over."));
    QTRY_VERIFY(page->order() == other.id);
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
    m_order = other;
    handOver();
}

void TstRiderDoor::moreDeliveriesLeadBackToWhatIsInHand() { // R9
    const int number = m_customer->ask(client::calls::order(m_order.id)).number;
    const QByteArray words = QStringLiteral("In hand: no. %1").arg(number).toUtf8();
    QVERIFY(!m_bench.sees(words.constData()));
    QVERIFY(m_bench.press("More deliveries"));
    QTRY_VERIFY(m_bench.sees(words.constData()));
    m_bench.save(QStringLiteral("in-hand"));
    theLook->setLanguage(Language::Korean);
    m_bench.save(QStringLiteral("in-hand-ko"));
    theLook->setLanguage(Language::English);
    QTRY_VERIFY(m_bench.sees(words.constData()));
    QVERIFY(m_bench.press(words.constData()));
    QTRY_VERIFY(m_bench.find<ui::CodePlate>(QStringLiteral("Pick-up code")));
    QVERIFY(!m_bench.sees(words.constData()));
    handOver();
}

void TstRiderDoor::noteOfTheHandOverMovesNoFigure() {
    handOver();
    QTest::keyClick(&m_bench.window(), Qt::Key_3, Qt::ControlModifier);
    const ui::TextLabel *title = nullptr;
    QTRY_VERIFY((title = m_bench.find<ui::TextLabel>(QStringLiteral("The last 7 days"))));
    QVERIFY(m_bench.sees("Handed over."));
    m_bench.save(QStringLiteral("earnings-noted"));
    const QPoint before = placeOf(title);
    // Nor does it hide one.
    QVERIFY(m_bench.window().childAt(before + title->rect().center()) == title);
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench.sees("Handed over."), 2 * ui::motion::kUndoMs);
    QCOMPARE(placeOf(title), before);
}

void TstRiderDoor::whatIsDoneCanBeLookedAt() { // R9
    const QString due = ui::moneyText(m_customer->ask(client::calls::order(m_order.id)).total);
    handOver();
    QTest::keyClick(&m_bench.window(), Qt::Key_2, Qt::ControlModifier);
    QListView *list = nullptr;
    QTRY_VERIFY((list = m_bench.find<QListView>(QStringLiteral("History"))));
    QTest::qWait(150); // for the layout
    m_bench.save(QStringLiteral("history-received"));
    const QModelIndex first = list->model()->index(0, 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(first).center());
    const QString received = QStringLiteral("%1 taken at the door · for the shop").arg(due);
    QTRY_VERIFY(m_bench.find<ui::TextLabel>(received));
    m_bench.save(QStringLiteral("history-opened"));
    QVERIFY(m_bench.press("Back"));
    QVERIFY(!m_bench.find<ui::TextLabel>(received));
    // And by the keyboard.
    list->setFocus(Qt::TabFocusReason);
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(m_bench.find<ui::TextLabel>(received));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!m_bench.find<ui::TextLabel>(received));
}

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstRiderDoor test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstRiderDoor.moc"
