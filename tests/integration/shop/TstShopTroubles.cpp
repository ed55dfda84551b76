// SPDX-License-Identifier: GPL-3.0-or-later
// What comes to the shop's orders from outside, in its window: customers who change or cancel them,
// riders who do not come or bring them back, and time that runs out.
#include "ShopBench.h"
#include "api/OrderWalk.h"
#include "contract/Operator.h"

#include "client-shop/BoardList.h"
#include "client-shop/RecentOrders.h"
#include "client-shop/ShopState.h"
#include "client-shop/TicketSheet.h"
#include "client-shop/TicketWords.h"
#include "desk/EndSheet.h"
#include "ui/Button.h"
#include "ui/ChoiceRow.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QDateTime>

using namespace soban;
using namespace soban::testing;
using contract::RouteId;
using shop_app::BoardList;
using shop_app::TicketPart;
using ShopLane = shop_app::Lane;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstShopTroubles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto fault = m_town.start();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }
    void init() { m_bench = std::make_unique<ShopBench>(*theLook); }
    void cleanup() { m_bench->closeWindow(); }

    void whoeverBringsItBackIsToldAndItStaysPaid() { // R9 G4
        QVERIFY(m_bench->openWindow(m_town));
        Steps way = kReady;
        way += {{Action::Claim, Caller::NearRider}, {Action::PickUp, Caller::NearRider}};
        const auto standing = stand(m_town, Fulfilment::PlatformRider, way, PaymentMethod::Card);
        QVERIFY(standing);
        const auto answer = m_town.call(
            m_town.request(RouteId::ReturnDelivery, Caller::NearRider, {standing->id.toText()},
                           contract::encode(contract::RiderReturnRequest{
                               DeliveryState::PickedUp, EndReason::NobodyAtDoor, {}})));
        QCOMPARE(answer.status, 200);
        QTRY_VERIFY(ticket(ShopLane::Out, standing->id) &&
                    ticket(ShopLane::Out, standing->id)->state == OrderState::Returned);
        look(standing->id, QStringLiteral("ticket-returned"));
        QVERIFY(m_bench->sees(QStringLiteral("Nobody opened")));
    }

    void operatorsWordIsRead() { // R10 G4
        QVERIFY(m_bench->openWindow(m_town));
        Steps way = kReady;
        way += {{Action::Claim, Caller::NearRider},
                {Action::PickUp, Caller::NearRider},
                {Action::HandOver, Caller::NearRider}};
        const auto standing = stand(m_town, Fulfilment::PlatformRider, way, PaymentMethod::Card);
        QVERIFY(standing);
        const contract::SettleRequest decision{Party::Shop, 1'000,
                                               QStringLiteral("The soup leaked")};
        ApiCall call = m_town.request(RouteId::SettleOrder, Caller::Operator,
                                      {standing->id.toText()}, contract::encode(decision));
        QCOMPARE(m_town.call(call.atVersion(standing->version)).status, 204);
        QTRY_VERIFY(ticket(ShopLane::Out, standing->id) &&
                    ticket(ShopLane::Out, standing->id)->settlement);
        look(standing->id, QStringLiteral("ticket-settled"));
        QVERIFY(m_bench->sees(QStringLiteral("Soban gives ₩1,000 back: “The soup leaked”")));
    }

    void customersRefundIsSeen() { // R7 G4
        QVERIFY(m_bench->openWindow(m_town));
        auto standing = stand(m_town, Fulfilment::PlatformRider, {}, PaymentMethod::Card);
        QVERIFY(standing);
        QTRY_VERIFY(ticket(ShopLane::New, standing->id));
        ApiCall call =
            m_town.request(RouteId::CancelOrder, Caller::Customer, {standing->id.toText()},
                           contract::encode(contract::EndRequest{EndReason::Mistake}));
        QCOMPARE(m_town.call(call.atVersion(standing->version)).status, 200);
        QTRY_VERIFY(book()->mark(standing->id));
        press(standing->id, ShopLane::New, TicketPart::Acknowledge);
        QTRY_VERIFY(ticket(ShopLane::Out, standing->id) &&
                    ticket(ShopLane::Out, standing->id)->ending);
        // The card's bank may have been as fast.
        const QString money =
            shop_app::TicketWords::paymentOf(*ticket(ShopLane::Out, standing->id));
        QVERIFY2(money == u"Goes back to the customer" || money == u"Refunded", qPrintable(money));
        look(standing->id, QStringLiteral("ticket-refunded"));
    }

    void whatNobodyAnsweredStaysUntilItIsSeen() { // R4 R6
        QVERIFY(hurry());
        QVERIFY(m_bench->openWindow(m_hastyTown));
        const auto standing =
            stand(m_hastyTown, Fulfilment::PlatformRider, {}, PaymentMethod::Card);
        QVERIFY(standing);
        QTRY_VERIFY_WITH_TIMEOUT(book()->mark(standing->id), 60'000);
        QVERIFY(!m_bench->shop().sounds().isRinging());
        m_bench->saveInEachLook(QStringLiteral("board-expired"));
        press(standing->id, ShopLane::New, TicketPart::Acknowledge);
        QTRY_VERIFY(ticket(ShopLane::Out, standing->id));
        m_bench->saveInEachLook(QStringLiteral("board-ended"));
        QTest::keyClick(&m_bench->window(), Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(m_bench->window().findChild<shop_app::RecentOrders *>()->isVisible());
        QTRY_VERIFY(m_bench->window().findChild<shop_app::RecentOrders *>()->model()->rowCount());
        m_bench->saveInEachLook(QStringLiteral("day-ended"));
    }

    void changedTicketSaysWhatIsOther() { // R6 R7
        QVERIFY(m_bench->openWindow(m_town));
        auto standing = stand(m_town, Fulfilment::PlatformRider, {{Action::Accept, Caller::Shop}},
                              PaymentMethod::Card);
        QVERIFY(standing);
        QTRY_VERIFY(ticket(ShopLane::Preparing, standing->id));
        contract::ChangeRequest request{
            {}, m_town.cart(Fulfilment::PlatformRider, PaymentMethod::Card).address, {}, 26'000};
        const auto &menu = m_town.kitchen();
        request.lines = {{TestTown::item(menu, 0).id, {}, 2}, {TestTown::item(menu, 2).id, {}, 1}};
        request.note = QStringLiteral("겨자는 따로 주세요");
        ApiCall call = m_town.request(RouteId::ChangeOrder, Caller::Customer,
                                      {standing->id.toText()}, contract::encode(request));
        const auto answer = m_town.call(call.atVersion(standing->version));
        QVERIFY2(answer.status < 300, answer.summary().constData());
        QTRY_VERIFY(book()->mark(standing->id));
        m_bench->saveInEachLook(QStringLiteral("board-changed"));
        press(standing->id, ShopLane::Preparing, TicketPart::Acknowledge);
        QVERIFY(!book()->mark(standing->id));
    }

    void shopWithoutARiderIsToldWhoBearsIt() { // R8 R14
        QVERIFY(hurry());
        QVERIFY(m_bench->openWindow(m_hastyTown));
        const auto standing =
            stand(m_hastyTown, Fulfilment::PlatformRider, kReady, PaymentMethod::Card);
        QVERIFY(standing);
        const auto search = [&] {
            const auto *shown = ticket(ShopLane::Ready, standing->id);
            return shown ? shown->riderSearch : std::nullopt;
        };
        QTRY_VERIFY_WITH_TIMEOUT(search() && !search()->isInVain, 60'000);
        m_bench->save(QStringLiteral("board-riders-farther"));
        QTRY_VERIFY_WITH_TIMEOUT(search()->isInVain && book()->mark(standing->id), 60'000);
        m_bench->saveInEachLook(QStringLiteral("board-no-rider"));
        press(standing->id, ShopLane::Ready, TicketPart::Acknowledge);
        QVERIFY(!book()->mark(standing->id));
        askToCancel(standing->id, "Cancel the order");
        QVERIFY(m_bench->sees(QStringLiteral("All of it. Soban bears the cost.")));
        click(row("We have run out of something"));
        QVERIFY(m_bench->sees(QStringLiteral("Nothing of this order is paid out to the shop.")));
        click(row("No rider"));
        m_bench->save(QStringLiteral("no-rider-cancel"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        theLook->setLanguage(Language::Korean);
        askToCancel(standing->id, "주문 취소");
        QVERIFY(m_bench->sees(QStringLiteral("소반이 부담해요")));
        m_bench->save(QStringLiteral("no-rider-cancel-ko"));
        click(button("주문 취소"));
        theLook->setLanguage(Language::English);
        QTRY_VERIFY(ticket(ShopLane::Out, standing->id));
        look(standing->id, QStringLiteral("ticket-no-rider"));
        const auto receipt = shop_app::TicketSheet::receiptOf(
            *ticket(ShopLane::Out, standing->id),
            m_bench->window().findChild<shop_app::ShopState *>()->here(), Language::English);
        QVERIFY(ui::receiptText(receipt).contains(QStringLiteral("Who bears the cost: Soban")));
    }

private:
    const Steps kReady{{Action::Accept, Caller::Shop},
                       {Action::Start, Caller::Shop},
                       {Action::Finish, Caller::Shop}};

    shop_app::TicketBook *book() const {
        return m_bench->window().findChild<shop_app::TicketBook *>();
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
        QVERIFY(!box.isEmpty());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, box.center());
    }
    /// All that is known of an order that is over.
    void look(OrderId order, const QString &page) const {
        BoardList *list = lane(ShopLane::Out);
        const auto *column = qobject_cast<const shop_app::BoardColumn *>(list->model());
        list->scrollTo(column->find(order));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(column->find(order)).center());
        const auto *sheet = m_bench->window().findChild<shop_app::TicketSheet *>();
        QVERIFY(sheet && sheet->isOpen());
        m_bench->saveInEachLook(page);
    }
    void askToCancel(OrderId order, const char *words) const {
        press(order, ShopLane::Ready, TicketPart::Open);
        QTRY_VERIFY(button(words));
        click(button(words));
        QTRY_VERIFY(m_bench->window().findChild<desk::EndSheet *>());
    }
    /// The one on top.
    ui::Button *button(const char *words) const {
        ui::Button *found = nullptr;
        for (auto *button : m_bench->window().findChildren<ui::Button *>()) {
            if (button->isVisible() && button->text() == QString::fromUtf8(words))
                found = button;
        }
        return found;
    }
    ui::ChoiceRow *row(const char *words) const {
        for (auto *row : m_bench->window().findChildren<ui::ChoiceRow *>()) {
            if (row->isVisible() && row->text().contains(QString::fromUtf8(words)))
                return row;
        }
        return nullptr;
    }
    static void click(QWidget *widget) {
        QVERIFY(widget);
        QTest::mouseClick(widget, Qt::LeftButton);
    }

    /// Sets the town going where a minute passes in three seconds, for those who let time run out:
    /// others could be too slow there. Whatever is waited for there lasts for nine seconds at
    /// least.
    bool hurry() {
        if (m_isHurrying)
            return true;
        // It begins a while ago, so that what is looked at happens about when the window thinks it
        // does.
        constexpr qint64 kSpeed = 20;
        constexpr qint64 kUsualMs = 12'000;
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        QStringList settings;
        for (const QString &setting :
             QStringList{u"clock.speed=" + QString::number(kSpeed),
                         u"clock.wallAnchorMs=" + QString::number(now),
                         u"clock.shownAnchorMs=" + QString::number(now - kSpeed * kUsualMs),
                         QStringLiteral("delivery.widenMinutes=1"),
                         QStringLiteral("delivery.offerRadiusMeters=3000"),
                         QStringLiteral("delivery.widestOfferMeters=24000"),
                         QStringLiteral("order.answerMinutes=5")})
            settings << QStringLiteral("--set") << setting;
        m_isHurrying = !m_hastyTown.start(settings);
        return m_isHurrying;
    }

    TestTown m_town;
    TestTown m_hastyTown;
    bool m_isHurrying = false;
    std::unique_ptr<ShopBench> m_bench;
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstShopTroubles test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstShopTroubles.moc"
