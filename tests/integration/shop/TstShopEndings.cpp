// SPDX-License-Identifier: GPL-3.0-or-later
// Orders that the shop ends without handing anything over, and those that get more time.
#include "ShopBench.h"

#include "client-shop/BoardList.h"
#include "client-shop/TicketSheet.h"
#include "desk/EndSheet.h"
#include "ui/Button.h"
#include "ui/ChoiceRow.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QTest>

using namespace soban;
using shop_app::BoardList;
using shop_app::TicketPart;
using soban::testing::ShopBench;
using ShopLane = shop_app::Lane;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstShopEndings : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_bench = std::make_unique<ShopBench>(*theLook);
        QVERIFY(m_bench->start());
    }
    void cleanupTestCase() { m_bench.reset(); }
    void init() {
        theLook->setLanguage(Language::English);
        QVERIFY(m_bench->openWindow());
    }
    void cleanup() { m_bench->closeWindow(); }

    void newOrderIsDeclinedForAReason() { // R4
        const OrderId id = order();
        QTRY_VERIFY(ticket(ShopLane::New, id));
        QVERIFY(ticket(ShopLane::New, id)->answerBy);
        m_bench->saveInEachLook(QStringLiteral("board-new"));
        press(id, ShopLane::New, TicketPart::Refuse);
        QVERIFY(sheet());
        QVERIFY(!button("Decline the order")->isEnabled()); // no reason, no end
        m_bench->save(QStringLiteral("decline"));
        key(Qt::Key_Escape);
        theLook->setLanguage(Language::Korean); // a sheet keeps the words that it was opened with
        press(id, ShopLane::New, TicketPart::Refuse);
        QTRY_VERIFY(sheet());
        m_bench->save(QStringLiteral("decline-ko"));
        key(Qt::Key_Escape);
        theLook->setLanguage(Language::English);
        press(id, ShopLane::New, TicketPart::Refuse);
        QTRY_VERIFY(button("Decline the order"));
        click(row("Too many orders"));
        click(button("Decline the order"));
        QTRY_VERIFY(ticket(ShopLane::Out, id));
        QCOMPARE(ticket(ShopLane::Out, id)->state, OrderState::Refused);
        QTRY_VERIFY(!m_bench->shop().sounds().isRinging());
        QVERIFY(m_bench->sees(QStringLiteral("is declined")));
        m_bench->save(QStringLiteral("declined"));
    }

    void declineByKeyboard() { // R4
        const OrderId id = order();
        QTRY_VERIFY(ticket(ShopLane::New, id));
        lane(ShopLane::New)->enter();
        key(Qt::Key_Delete);
        QTRY_VERIFY(sheet());
        key(Qt::Key_Space); // the first reason
        key(Qt::Key_Tab);
        while (!button("Decline the order")->hasFocus())
            key(Qt::Key_Tab);
        key(Qt::Key_Return);
        QTRY_VERIFY(ticket(ShopLane::Out, id));
        QCOMPARE(ticket(ShopLane::Out, id)->ending->reason, EndReason::OutOfStock);
    }

    void orderUnderWayGetsMoreTime() { // R5
        const OrderId id = order();
        QVERIFY(m_bench->accept(id));
        QTRY_VERIFY(ticket(ShopLane::Preparing, id) && ticket(ShopLane::Preparing, id)->latestAt);
        const Instant before = *ticket(ShopLane::Preparing, id)->latestAt;
        press(id, ShopLane::Preparing, TicketPart::Open);
        QTRY_VERIFY(button("+10 min"));
        m_bench->saveInEachLook(QStringLiteral("ticket-details"));
        click(button("+10 min"));
        using namespace std::chrono_literals;
        QTRY_VERIFY(*ticket(ShopLane::Preparing, id)->latestAt == before + 10min);
    }

    void orderUnderWayIsCalledOff() { // R5
        const OrderId id = order();
        QVERIFY(m_bench->accept(id));
        QTRY_VERIFY(ticket(ShopLane::Preparing, id));
        press(id, ShopLane::Preparing, TicketPart::Open);
        // Before the preparation it is declined, after that cancelled.
        QTRY_VERIFY(button("Decline the order"));
        key(Qt::Key_Escape);
        press(id, ShopLane::Preparing, TicketPart::Step);
        QTRY_COMPARE(ticket(ShopLane::Preparing, id)->state, OrderState::Preparing);
        // At once, while the step before it can still be undone.
        press(id, ShopLane::Preparing, TicketPart::Open);
        QTRY_VERIFY(button("Cancel the order"));
        click(button("Cancel the order"));
        QTRY_VERIFY(sheet());
        click(row("Something went wrong"));
        click(button("Cancel the order"));
        QTRY_VERIFY(ticket(ShopLane::Out, id));
        // What the shop did itself needs nobody to see it.
        QVERIFY(!ticket(ShopLane::Preparing, id));
    }

private:
    OrderId order() {
        const auto placed = m_bench->order();
        return placed ? placed->id : *OrderId::fromNumber(1);
    }
    BoardList *lane(ShopLane which) const {
        for (BoardList *list : m_bench->window().findChildren<BoardList *>()) {
            if (list->lane() == which)
                return list;
        }
        return nullptr;
    }
    const contract::TicketView *ticket(ShopLane which, OrderId order) const {
        const auto *column = qobject_cast<const shop_app::BoardColumn *>(lane(which)->model());
        const QModelIndex index = column->find(order);
        return index.isValid() ? &column->at(index) : nullptr;
    }
    void press(OrderId order, ShopLane where, TicketPart part) const {
        BoardList *list = lane(where);
        QCoreApplication::processEvents(); // the layout is done later
        const auto *column = qobject_cast<const shop_app::BoardColumn *>(list->model());
        list->scrollTo(column->find(order));
        const QRect box = list->partRect(order, part);
        QVERIFY(!box.isEmpty() && box.height() >= ui::metrics::kTouchHeight);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, box.center());
    }
    desk::EndSheet *sheet() const { return m_bench->window().findChild<desk::EndSheet *>(); }
    /// The one on top.
    ui::Button *button(const char *words) const {
        ui::Button *found = nullptr;
        for (auto *button : m_bench->window().findChildren<ui::Button *>()) {
            if (button->isVisible() && button->text() == QLatin1StringView(words))
                found = button;
        }
        return found;
    }
    ui::ChoiceRow *row(const char *words) const {
        for (auto *row : m_bench->window().findChildren<ui::ChoiceRow *>()) {
            if (row->isVisible() && row->text().contains(QLatin1StringView(words)))
                return row;
        }
        return nullptr;
    }
    static void click(QWidget *widget) {
        QVERIFY(widget);
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    static void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    std::unique_ptr<ShopBench> m_bench;
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstShopEndings test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstShopEndings.moc"
