// SPDX-License-Identifier: GPL-3.0-or-later
// The shop's real window on the real server, driven by mouse and keyboard, while a customer orders
// over the API. With SOBAN_PICTURES set to a folder, the board is saved there in its looks.
#include "ShopBench.h"

#include "client-shop/BoardList.h"
#include "client-shop/HandOverSheet.h"
#include "desk/ShortcutSheet.h"
#include "domain/Schedule.h"
#include "ui/Button.h"
#include "ui/Translations.h"
#include "ui/UndoBar.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScopeGuard>

using namespace soban;
using shop_app::BoardList;
using shop_app::TicketPart;
using soban::testing::ShopBench;
using ShopLane = shop_app::Lane;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstShopApp : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_bench = std::make_unique<ShopBench>(*theLook);
        QVERIFY(m_bench->start());
    }
    void cleanupTestCase() { m_bench.reset(); }
    void init() { QVERIFY(m_bench->openWindow()); }
    void cleanup() { m_bench->closeWindow(); }
    void newOrderRingsAndIsAcceptedByMouse();
    void newOrderLeavesTheKeyboardWhereItIs_data();
    void newOrderLeavesTheKeyboardWhereItIs();
    void undoneStepHasTheKeyboard();
    void f1BeginsWithTheOrders();
    void whatIsPromisedIsOfferedToTheShopAndKept_data();
    void whatIsPromisedIsOfferedToTheShopAndKept();
    void boardIsWorkedByKeyboard();
    void mistakenStepIsUndone();
    void handedOverByTheCustomersCode();
    void changedAndCancelledTicketsWaitUntilTheyAreSeen();
    void boardInEachLook();
    void everythingThatTakesTheKeyboardHasAName();

private:
    OrderId order() {
        const auto placed = m_bench->order();
        return placed ? placed->id : *OrderId::fromNumber(1);
    }
    BoardList *lane(ShopLane which) const;
    const contract::TicketView *ticket(ShopLane which, OrderId order) const;
    void press(OrderId order, ShopLane where, TicketPart part) const;
    void select(OrderId order, ShopLane where) const;
    void save(const QString &name) const { m_bench->save(name); }

    std::unique_ptr<ShopBench> m_bench;
};

BoardList *TstShopApp::lane(ShopLane which) const {
    for (BoardList *list : m_bench->window().findChildren<BoardList *>()) {
        if (list->lane() == which)
            return list;
    }
    return nullptr;
}

const contract::TicketView *TstShopApp::ticket(ShopLane which, OrderId order) const {
    const auto *column = qobject_cast<const shop_app::BoardColumn *>(lane(which)->model());
    const QModelIndex index = column->find(order);
    return index.isValid() ? &column->at(index) : nullptr;
}

void TstShopApp::press(OrderId order, ShopLane where, TicketPart part) const {
    BoardList *list = lane(where);
    QCoreApplication::processEvents(); // the layout is done later
    const auto *column = qobject_cast<const shop_app::BoardColumn *>(list->model());
    list->scrollTo(column->find(order));
    const QRect box = list->partRect(order, part);
    QVERIFY(!box.isEmpty() && box.height() >= ui::metrics::kTouchHeight);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, box.center());
}

void TstShopApp::select(OrderId order, ShopLane where) const {
    BoardList *list = lane(where);
    const auto *column = qobject_cast<const shop_app::BoardColumn *>(list->model());
    list->enter();
    list->setCurrentIndex(column->find(order));
}

void TstShopApp::newOrderRingsAndIsAcceptedByMouse() { // R3
    const OrderId id = order();
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(ticket(ShopLane::New, id));
    QVERIFY(timer.elapsed() < 1'000);
    QVERIFY(m_bench->shop().sounds().isRinging());
    const int before = 20;
    press(id, ShopLane::New, TicketPart::More);
    press(id, ShopLane::New, TicketPart::Step);
    QTRY_VERIFY(ticket(ShopLane::Preparing, id));
    QVERIFY(!m_bench->shop().sounds().isRinging());
    QTRY_VERIFY(ticket(ShopLane::Preparing, id)->latestAt); // as the server says it
    QCOMPARE(*ticket(ShopLane::Preparing, id)->preparationMinutes, before + 5);
}

void TstShopApp::newOrderLeavesTheKeyboardWhereItIs_data() {
    QTest::addColumn<bool>("isElsewhere");
    QTest::addColumn<Qt::Key>("page");
    QTest::newRow("R3 in another window, from the board") << true << Qt::Key_1;
    QTest::newRow("R3 in another window, from the menu") << true << Qt::Key_2;
    QTest::newRow("R3 on a ticket") << false << Qt::Key_1;
    QTest::newRow("R3 in a field") << false << Qt::Key_2;
}

void TstShopApp::newOrderLeavesTheKeyboardWhereItIs() {
    QFETCH(bool, isElsewhere);
    QFETCH(Qt::Key, page);
    const OrderId first = order();
    QTRY_VERIFY(ticket(ShopLane::New, first));
    press(first, ShopLane::New, TicketPart::Step);
    QTRY_VERIFY(ticket(ShopLane::Preparing, first));
    select(first, ShopLane::Preparing);
    QTest::keyClick(&m_bench->window(), page, Qt::ControlModifier);
    if (page == Qt::Key_2)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
    QWidget other;
    auto *field = new QLineEdit(&other);
    if (isElsewhere) {
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        field->setFocus();
    }
    const QWidget *active = QApplication::activeWindow();
    const QWidget *focus = QApplication::focusWidget();
    const QWidget *inWindow = m_bench->window().focusWidget();
    QVERIFY(focus && inWindow);
    const OrderId id = order();
    QTRY_VERIFY(ticket(ShopLane::New, id));
    QVERIFY(m_bench->shop().sounds().isRinging());
    QTest::qWait(200); // whoever asks for the keyboard does so by now
    QCOMPARE(QApplication::activeWindow(), active);
    QCOMPARE(QApplication::focusWidget(), focus);
    QCOMPARE(m_bench->window().focusWidget(), inWindow);
    // Who presses the notice is led to it.
    if (isElsewhere && page == Qt::Key_2) {
        emit m_bench->shop().notifier().windowRequested();
        QTRY_VERIFY(lane(ShopLane::New)->isVisible());
    }
    QTRY_COMPARE(m_bench->shop().commands().pending(), 0);
    QVERIFY(m_bench->accept(id) && m_bench->complete(id) && m_bench->complete(first));
}

void TstShopApp::undoneStepHasTheKeyboard() {
    const OrderId id = order();
    QTRY_VERIFY(ticket(ShopLane::New, id));
    press(id, ShopLane::New, TicketPart::Step);
    QTRY_VERIFY(ticket(ShopLane::Preparing, id) && ticket(ShopLane::Preparing, id)->latestAt);
    press(id, ShopLane::Preparing, TicketPart::Step); // it is begun
    press(id, ShopLane::Preparing, TicketPart::Step); // and ready
    QTRY_VERIFY(ticket(ShopLane::Ready, id));
    auto *bar = m_bench->window().findChild<ui::UndoBar *>();
    QVERIFY(bar && bar->isVisible());
    QTest::mouseClick(bar->findChild<ui::Button *>(), Qt::LeftButton);
    QTRY_VERIFY(ticket(ShopLane::Preparing, id));
    QVERIFY(lane(ShopLane::Preparing)->hasFocus());
    QVERIFY(lane(ShopLane::Preparing)->current() == id);
    QTRY_COMPARE(m_bench->shop().commands().pending(), 0); // the begin is sent
    QVERIFY(m_bench->complete(id));
}

void TstShopApp::f1BeginsWithTheOrders() {
    QSet<QString> keys;
    const auto rows = desk::shortcutsOf(&m_bench->window());
    for (const desk::ShortcutRow &row : rows) {
        QVERIFY2(!keys.contains(row.keys), qPrintable(row.keys));
        keys.insert(row.keys);
    }
    QCOMPARE(rows.first().what, QStringLiteral("Accept, or the next step"));
    QTest::keyClick(&m_bench->window(), Qt::Key_F1);
    m_bench->save(QStringLiteral("shortcuts"));
    theLook->setLanguage(Language::Korean);
    m_bench->save(QStringLiteral("shortcuts-ko"));
    theLook->setLanguage(Language::English);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
}

void TstShopApp::whatIsPromisedIsOfferedToTheShopAndKept_data() {
    QTest::addColumn<int>("extra");
    QTest::newRow("R4 R10 as usual") << 0;
    QTest::newRow("R4 R10 busy") << 17;
}

void TstShopApp::whatIsPromisedIsOfferedToTheShopAndKept() {
    QFETCH(int, extra);
    const auto shop = [&] {
        return ShopBench::ask(m_bench->customer(),
                              client::calls::shop(*m_bench->shop().account()->shopId));
    };
    const contract::ShopModeSetting normal{ShopMode::Normal, {}, {}};
    const contract::ShopModeSetting busy{ShopMode::Busy, extra, {}};
    QVERIFY(ShopBench::ask(m_bench->shop(), client::calls::setShopMode(extra > 0 ? busy : normal)));
    const auto asUsual = qScopeGuard(
        [&] { (void)ShopBench::ask(m_bench->shop(), client::calls::setShopMode(normal)); });
    const contract::ShopCard card = shop()->card;
    const Promise promise = promiseOf(preparationNow(card.preparationMinutes, card.extraMinutes),
                                      Fulfilment::Collection);
    const OrderId id = order();
    QTRY_VERIFY(ticket(ShopLane::New, id));
    press(id, ShopLane::New, TicketPart::Step);
    QTRY_VERIFY(ticket(ShopLane::Preparing, id) && ticket(ShopLane::Preparing, id)->latestAt);
    const auto told = ShopBench::ask(m_bench->customer(), client::calls::order(id));
    QVERIFY(told && told->times.accepted);
    QVERIFY(told->expectedAt == *told->times.accepted + promise.soonest);
    QVERIFY(told->latestAt == *told->times.accepted + promise.latest);
}

void TstShopApp::boardIsWorkedByKeyboard() {
    const OrderId id = order();
    QTRY_VERIFY(ticket(ShopLane::New, id));
    select(id, ShopLane::New);
    QTest::keyClick(lane(ShopLane::New), Qt::Key_Minus);
    QTest::keyClick(lane(ShopLane::New), Qt::Key_Return);
    QTRY_VERIFY(ticket(ShopLane::Preparing, id) && ticket(ShopLane::Preparing, id)->latestAt);
    QCOMPARE(*ticket(ShopLane::Preparing, id)->preparationMinutes, 15);
    select(id, ShopLane::Preparing);
    QTest::keyClick(lane(ShopLane::Preparing), Qt::Key_Return); // start
    QTRY_COMPARE(ticket(ShopLane::Preparing, id)->state, OrderState::Preparing);
    const int accepted = ticket(ShopLane::Preparing, id)->version;
    select(id, ShopLane::Preparing);
    QTest::keyClick(lane(ShopLane::Preparing), Qt::Key_Return); // ready; the start is sent
    QTRY_VERIFY(ticket(ShopLane::Ready, id));
    // After the seconds for undoing, the server knows both.
    QTRY_VERIFY_WITH_TIMEOUT(ticket(ShopLane::Ready, id)->version == accepted + 2, 12'000);
}

void TstShopApp::mistakenStepIsUndone() {
    const OrderId id = order();
    QTRY_VERIFY(ticket(ShopLane::New, id));
    press(id, ShopLane::New, TicketPart::Step);
    QTRY_VERIFY(ticket(ShopLane::Preparing, id) && ticket(ShopLane::Preparing, id)->latestAt);
    const int version = ticket(ShopLane::Preparing, id)->version;
    press(id, ShopLane::Preparing, TicketPart::Step);
    QTRY_COMPARE(ticket(ShopLane::Preparing, id)->state, OrderState::Preparing);
    auto *bar = m_bench->window().findChild<ui::UndoBar *>();
    QVERIFY(bar && bar->isVisible());
    save(QStringLiteral("undo"));
    QTest::mouseClick(bar->findChild<ui::Button *>(), Qt::LeftButton);
    QCOMPARE(ticket(ShopLane::Preparing, id)->state, OrderState::Accepted);
    QCOMPARE(ticket(ShopLane::Preparing, id)->version, version);
}

void TstShopApp::handedOverByTheCustomersCode() {
    const OrderId id = order();
    QTRY_VERIFY(ticket(ShopLane::New, id));
    press(id, ShopLane::New, TicketPart::Step);
    QTRY_VERIFY(ticket(ShopLane::Preparing, id) && ticket(ShopLane::Preparing, id)->latestAt);
    const int accepted = ticket(ShopLane::Preparing, id)->version;
    for (int step = 0; step < 2; ++step) {
        select(id, ShopLane::Preparing);
        QTest::keyClick(lane(ShopLane::Preparing), Qt::Key_Return);
    }
    QTRY_VERIFY(ticket(ShopLane::Ready, id));
    select(id, ShopLane::Ready);
    QTest::keyClick(lane(ShopLane::Ready), Qt::Key_Return);
    QTRY_COMPARE(ticket(ShopLane::Ready, id)->version, accepted + 2); // nothing is held back now
    const auto seen = ShopBench::ask(m_bench->customer(), client::calls::order(id));
    QVERIFY(seen);
    const QString code = seen->handOverCode;
    save(QStringLiteral("code"));
    const auto place = [this] {
        QTest::qWait(100); // for the layout
        const auto *sheet = m_bench->window().findChild<shop_app::HandOverSheet *>();
        QList<QPoint> places;
        for (const ui::Button *button : sheet->findChildren<ui::Button *>())
            places.append(button->mapTo(&m_bench->window(), QPoint()));
        return places;
    };
    const QList<QPoint> before = place();
    QTest::keyClicks(QApplication::focusWidget(),
                     code == u"1234" ? QStringLiteral("4321") : QStringLiteral("1234"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m_bench->sees(QStringLiteral("The code is not right.")));
    QCOMPARE(place(), before);
    save(QStringLiteral("code-wrong"));
    QTest::keyClicks(QApplication::focusWidget(), code.left(1));
    QVERIFY(!m_bench->sees(QStringLiteral("The code is not right."))); // it was of the other one
    QCOMPARE(place(), before);
    QTest::keyClicks(QApplication::focusWidget(), code.mid(1));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(ticket(ShopLane::Out, id));
    QCOMPARE(ticket(ShopLane::Out, id)->state, OrderState::Completed);
}

void TstShopApp::changedAndCancelledTicketsWaitUntilTheyAreSeen() { // R6 R7
    const auto placed = m_bench->order();
    QVERIFY(placed);
    const OrderId id = placed->id;
    const OrderId other = order();
    QTRY_VERIFY(ticket(ShopLane::New, id) && ticket(ShopLane::New, other));
    press(id, ShopLane::New, TicketPart::Step);
    QTRY_VERIFY(ticket(ShopLane::Preparing, id) && ticket(ShopLane::Preparing, id)->latestAt);
    auto *book = m_bench->window().findChild<shop_app::TicketBook *>();
    const OrderLine &dish = placed->lines.first();
    const int quantity = dish.quantity + 1;
    QVERIFY(ShopBench::tell(m_bench->customer(),
                            client::calls::changeOrder(id, book->known(id)->version,
                                                       {{{dish.item, {}, quantity}},
                                                        placed->address,
                                                        QStringLiteral("겨자는 따로 주세요"),
                                                        dish.unitPrice.times(quantity)->minor()})));
    QVERIFY(ShopBench::tell(
        m_bench->customer(),
        client::calls::cancelOrder(other, book->known(other)->version, {EndReason::ChangedMind})));
    QTRY_VERIFY(book->mark(id) && book->mark(other));
    QCOMPARE(ticket(ShopLane::Preparing, id)->lines.first().quantity, quantity);
    QVERIFY(m_bench->heard().contains(desk::SoundKind::TicketChanged));
    save(QStringLiteral("board-marks-en-light"));
    theLook->setLanguage(Language::Korean);
    theLook->setChoice(ui::Look::Choice::Dark);
    save(QStringLiteral("board-marks-ko-dark"));
    theLook->setTextScale(2.0);
    save(QStringLiteral("board-marks-ko-dark-200"));
    theLook->setTextScale(1.0);
    // Enter says "seen" first, and only then takes the next step.
    select(id, ShopLane::Preparing);
    QTest::keyClick(lane(ShopLane::Preparing), Qt::Key_Return);
    QVERIFY(!book->mark(id));
    QCOMPARE(ticket(ShopLane::Preparing, id)->state, OrderState::Accepted);
    QVERIFY(ticket(ShopLane::New, other)); // called off, and still where it was
    press(other, ShopLane::New, TicketPart::Acknowledge);
    QTRY_VERIFY(ticket(ShopLane::Out, other));
    QVERIFY(!ticket(ShopLane::New, other));
}

void TstShopApp::boardInEachLook() {
    const OrderId id = order();
    QTRY_VERIFY(ticket(ShopLane::New, id));
    save(QStringLiteral("board-en-light"));
    theLook->setLanguage(Language::Korean);
    save(QStringLiteral("board-ko-light"));
    theLook->setChoice(ui::Look::Choice::Dark);
    save(QStringLiteral("board-ko-dark"));
    theLook->setTextScale(1.5);
    save(QStringLiteral("board-ko-dark-150"));
    QVERIFY(ticket(ShopLane::New, id));
}

void TstShopApp::everythingThatTakesTheKeyboardHasAName() {
    const QString nameless = m_bench->nameless();
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless));
}

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstShopApp test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstShopApp.moc"
