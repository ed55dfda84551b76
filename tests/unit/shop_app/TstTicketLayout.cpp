// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of a ticket stand on its card.
#include "TicketKit.h"

#include "client-shop/TicketLayout.h"
#include "ui/SobanStyle.h"

#include <QApplication>
#include <QTest>

using namespace soban;
using namespace soban::shop_app;
using namespace soban::testing;
using namespace std::chrono_literals;

namespace {

const Instant kNow = Instant::fromMs(1'800'000'000'000);
constexpr int kWide = 280;

} // namespace

class TstTicketLayout : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_look = &ui::SobanStyle::install(*qApp); }
    void printStaysWhileARiderIsComing();
    void whereItIsDrivenToStaysOnTheCard();
    void longOutcomeStandsAboveTheSum();
    void acceptedIsNotTakenForBeingPrepared();

private:
    TicketLayout of(const contract::TicketView &ticket, int width = kWide) const {
        const Here here{kNow, QTimeZone(QByteArrayLiteral("Asia/Seoul")), ShopKind::Food, true};
        return TicketLayout::of(*m_look, {ticket, nullptr, here}, {}, width);
    }
    static bool has(const TicketLayout &layout, TicketPart part) {
        return std::any_of(layout.buttons.cbegin(), layout.buttons.cend(),
                           [&](const auto &button) { return button.part == part; });
    }

    ui::Look *m_look = nullptr;
};

void TstTicketLayout::printStaysWhileARiderIsComing() {
    auto ready = ticket({line(1, QStringLiteral("국밥"), 1, 9'000)}, OrderState::Ready);
    ready.fulfilment = Fulfilment::PlatformRider;
    ready.deliveryState = DeliveryState::Open;
    ready.allowedActions = {Action::TakeOver};
    const TicketLayout open = of(ready);
    QVERIFY(has(open, TicketPart::Print) && open.mainButton());
    ready.deliveryState = DeliveryState::Claimed;
    ready.riderName = QStringLiteral("Min");
    ready.allowedActions.clear();
    const TicketLayout claimed = of(ready);
    QVERIFY(has(claimed, TicketPart::Print) && !claimed.mainButton());
    QVERIFY(!claimed.code.isEmpty());
    for (const TicketLayout::Pressable &button : claimed.buttons) {
        QVERIFY(claimed.card.contains(button.box) && !button.box.intersects(claimed.code));
        QVERIFY(button.box.height() >= ui::metrics::kTouchHeight);
    }
}

void TstTicketLayout::whereItIsDrivenToStaysOnTheCard() {
    auto out = ticket({}, OrderState::PickedUp);
    out.fulfilment = Fulfilment::OwnDelivery;
    out.address = Address{QStringLiteral("춘천시 중앙로 27"), *GeoPoint::of(37.88, 127.73)};
    out.recipient = Recipient{QStringLiteral("하나"), QStringLiteral("01012345678")};
    out.cardText = QStringLiteral("축하해");
    QVERIFY(!of(out).door.isEmpty() && !of(out).remarks.isEmpty());
    // Once it is there, the card is brief again.
    out.state = OrderState::Delivered;
    QVERIFY(of(out).door.isEmpty() && of(out).remarks.isEmpty());
}

void TstTicketLayout::longOutcomeStandsAboveTheSum() {
    auto out = ticket({}, OrderState::PickedUp);
    out.total = krw(39'000);
    out.expectedAt = kNow + 10min;
    const TicketLayout brief = of(out);
    QCOMPARE(brief.outcome.top(), brief.foot.top());
    out.expectedAt = kNow + 140h;
    const TicketLayout whole = of(out, 200);
    QVERIFY(whole.outcome.bottom() < whole.foot.top());
    QVERIFY(!whole.opens.intersects(whole.foot) && whole.card.contains(whole.opens));
}

void TstTicketLayout::acceptedIsNotTakenForBeingPrepared() {
    auto accepted = ticket({line(1, QStringLiteral("국밥"), 1, 9'000)}, OrderState::Accepted);
    accepted.allowedActions = {Action::Start};
    const TicketLayout waiting = of(accepted);
    QVERIFY(!waiting.waiting.isEmpty() && waiting.card.contains(waiting.waiting));
    QVERIFY(waiting.waiting.top() > waiting.number.bottom());
    QVERIFY(waiting.waiting.bottom() < waiting.lines.first().whole.top());
    QCOMPARE(waiting.lane, Lane::Preparing);
    // Begun, it says no more than the others.
    accepted.state = OrderState::Preparing;
    accepted.allowedActions = {Action::Finish};
    QVERIFY(of(accepted).waiting.isEmpty());
    // And for another day it stands among those for later.
    accepted.state = OrderState::Accepted;
    accepted.times.accepted = kNow;
    accepted.wantedAt = kNow + 48h;
    QVERIFY(of(accepted).waiting.isEmpty());
}

QTEST_MAIN(TstTicketLayout)
#include "TstTicketLayout.moc"
