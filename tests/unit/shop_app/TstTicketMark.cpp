// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketKit.h"

#include "client-shop/TicketLayout.h"
#include "ui/SobanStyle.h"

#include <QApplication>
#include <QTest>

using namespace soban;
using namespace soban::shop_app;
using namespace soban::testing;
using namespace std::chrono_literals;
using Fate = LineChange::Kind;
using Kind = TicketMark::Kind;

namespace {

const Instant kNow = Instant::fromMs(1'800'000'060'000);
const QString kSoup = QStringLiteral("국밥");
const QString kTea = QStringLiteral("식혜");

/// What the server tells once `before` has become `now`.
contract::TicketView changedFrom(const contract::TicketView &before, contract::TicketView now,
                                 Instant at = kNow) {
    now.beforeChange = BeforeChange{at, before.lines, before.address, before.note};
    return now;
}

} // namespace

class TstTicketMark : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { ui::SobanStyle::install(*qApp); }
    void cancelledTicketStaysInItsLane();
    void missedOrderIsToBeSeen();
    void ownStepsAndTheEndAreNoNews();
    void changesAreSeenLineByLine();
    void secondChangeIsAgainstWhatWasSeen();
    void whatWasSeenIsNoNewsUntilItChangesAgain();
    void acceptanceElsewhereSettlesIt();
    void changeIsSeenByWhoOpensTheShopLater();
    void otherNoteAndAddressSaySo();
    void lackOfARiderIsToBeSeen();
    void markTakesThePlaceOfTheNextStep();
    void flashesTwice();
};

void TstTicketMark::cancelledTicketStaysInItsLane() { // R6
    const auto before = ticket({line(1, kSoup, 1, 9000)}, OrderState::Placed);
    auto after = before;
    after.state = OrderState::Cancelled;
    const auto mark = markOf(before, after, {}, kNow);
    QVERIFY(mark && mark->kind == Kind::Cancelled);
    QCOMPARE(laneOf(after, &*mark), std::optional(shop_app::Lane::New));
    QCOMPARE(laneOf(after, nullptr), std::optional(shop_app::Lane::Out));
    QCOMPARE(markOf(after, after, mark, kNow + 1s)->at, kNow); // told again: the same news
}

void TstTicketMark::missedOrderIsToBeSeen() { // R3
    const auto before = ticket({line(1, kSoup, 1, 9000)}, OrderState::Placed);
    auto after = before;
    after.state = OrderState::Expired;
    const auto mark = markOf(before, after, {}, kNow);
    QVERIFY(mark && mark->kind == Kind::Expired && mark->isOver());
    QCOMPARE(laneOf(after, &*mark), std::optional(shop_app::Lane::New));
}

void TstTicketMark::ownStepsAndTheEndAreNoNews() {
    const auto before = ticket({line(1, kSoup, 1, 9000)}, OrderState::Placed);
    for (const OrderState state :
         {OrderState::Accepted, OrderState::Refused, OrderState::Completed}) {
        auto after = before;
        after.state = state;
        QVERIFY(!markOf(before, after, {}, kNow));
    }
    auto calledOff = before;
    calledOff.state = OrderState::Cancelled;
    calledOff.ending = Ending{Role::Shop, EndReason::Mishap, {}, Party::Shop, before.total};
    QVERIFY(!markOf(before, calledOff, {}, kNow));
    auto unpaid = before;
    unpaid.state = OrderState::PaymentPending;
    auto off = before;
    off.state = OrderState::Cancelled;
    QVERIFY(!markOf(unpaid, off, {}, kNow)); // the shop never saw it
}

void TstTicketMark::changesAreSeenLineByLine() { // R7
    const auto before = ticket({line(1, kSoup, 2, 9000), line(2, kTea, 1, 3000)});
    const auto after = changedFrom(
        before, ticket({line(1, kSoup, 3, 9000), line(3, QStringLiteral("전"), 1, 15'000)}));
    const auto mark = markOf(before, after, {}, kNow);
    QVERIFY(mark && mark->kind == Kind::Changed);
    const auto lines = markedLines(after, &*mark);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].kind == Fate::Recounted && lines[0].quantityBefore == 2);
    QVERIFY(lines[1].kind == Fate::Added);
    QVERIFY(lines[2].kind == Fate::Removed && lines[2].line.name.ko == kTea);
    for (const LineChange &line : markedLines(after, nullptr))
        QVERIFY(line.kind == Fate::Kept);
}

void TstTicketMark::secondChangeIsAgainstWhatWasSeen() {
    const auto seen = ticket({line(1, kSoup, 1, 9000)});
    const auto second = changedFrom(seen, ticket({line(1, kSoup, 2, 9000)}));
    const auto third = changedFrom(seen, ticket({line(1, kSoup, 3, 9000)}), kNow + 5s);
    const auto first = markOf(seen, second, {}, kNow);
    const auto mark = markOf(second, third, first, kNow + 5s);
    QVERIFY(mark && mark->at == kNow + 5s);
    QCOMPARE(markedLines(third, &*mark)[0].quantityBefore, 1);
}

void TstTicketMark::whatWasSeenIsNoNewsUntilItChangesAgain() { // R7
    const auto before = ticket({line(1, kSoup, 1, 9000)});
    const auto after = changedFrom(before, ticket({line(1, kSoup, 2, 9000)}));
    auto later = after;
    later.state = OrderState::Preparing;
    QVERIFY(!markOf(after, later, {}, kNow));
    const auto again = changedFrom(before, ticket({line(1, kSoup, 3, 9000)}), kNow + 5s);
    const auto mark = markOf(after, again, {}, kNow + 5s);
    QVERIFY(mark);
    QCOMPARE(markedLines(again, &*mark)[0].quantityBefore, 2);
}

void TstTicketMark::acceptanceElsewhereSettlesIt() { // R4 R7
    const auto before = ticket({line(1, kSoup, 1, 9000)}, OrderState::Placed);
    const auto after = changedFrom(before, ticket({line(1, kSoup, 2, 9000)}, OrderState::Placed));
    const auto mark = markOf(before, after, {}, kNow);
    QVERIFY(mark);
    auto accepted = after;
    accepted.state = OrderState::Accepted;
    accepted.beforeChange.reset();
    QVERIFY(!markOf(after, accepted, mark, kNow));
}

void TstTicketMark::changeIsSeenByWhoOpensTheShopLater() { // R7
    const auto before = ticket({line(1, kSoup, 1, 9000)});
    auto after = changedFrom(before, ticket({line(1, kSoup, 2, 9000)}));
    const auto mark = markOf(after, kNow);
    QVERIFY(mark && mark->kind == Kind::Changed);
    QCOMPARE(markedLines(after, &*mark)[0].quantityBefore, 1);
    QVERIFY(!markOf(before, kNow));
    after.state = OrderState::Ready; // nobody cooks it any more
    QVERIFY(!markOf(after, kNow));
}

void TstTicketMark::otherNoteAndAddressSaySo() { // R7
    auto before = ticket({line(1, kSoup, 1, 9000)});
    before.fulfilment = Fulfilment::OwnDelivery;
    before.note = QStringLiteral("no onions");
    before.address = Address{QStringLiteral("first floor"), *GeoPoint::of(37.88, 127.73)};
    auto after = before;
    after.note = QStringLiteral("no garlic");
    after.address->text = QStringLiteral("second floor");
    after = changedFrom(before, after);
    const auto mark = markOf(before, after, {}, kNow);
    QVERIFY(mark);
    QVERIFY(TicketWords::remarksOf(after, &*mark).first() != after.note);
    QVERIFY(TicketWords::remarksOf(after, &*mark).first().contains(after.note));
    QVERIFY(TicketWords::doorOf(after, &*mark).last() != after.address->text);
    QCOMPARE(TicketWords::remarksOf(after), QStringList{after.note});
    after.note.clear();
    QVERIFY(TicketWords::remarksOf(after, &*mark).first().contains(before.note));
}

void TstTicketMark::lackOfARiderIsToBeSeen() { // R8
    auto before = ticket({line(1, kSoup, 1, 9000)}, OrderState::Ready);
    before.fulfilment = Fulfilment::PlatformRider;
    before.deliveryState = DeliveryState::Open;
    before.riderSearch = RiderSearch{10'000, false};
    auto after = before;
    after.riderSearch->isInVain = true;
    const auto mark = markOf(before, after, {}, kNow);
    QVERIFY(mark && mark->kind == Kind::NoRider && !mark->isOver());
    QVERIFY(markOf(after, kNow)); // also by who opens the shop later
    QVERIFY(!markOf(after, after, {}, kNow));
    auto taken = after;
    taken.deliveryState = DeliveryState::Claimed;
    taken.riderSearch.reset();
    QVERIFY(!markOf(after, taken, mark, kNow)); // somebody comes after all
    const Here here{kNow, QTimeZone::utc()};
    QVERIFY(TicketWords::wayOf(before).contains(QStringLiteral("10")));
    QCOMPARE(TicketWords::ageOf(after, here).tone, ui::Tone::Late); // however short it stands there
    QCOMPARE(TicketWords::wayOf(after), QStringLiteral("Cancel at no cost"));
}

void TstTicketMark::markTakesThePlaceOfTheNextStep() {
    const ui::Look &look = ui::Look::of(nullptr);
    auto plain = ticket({line(1, kSoup, 1, 9000)});
    plain.allowedActions = {Action::Start};
    const TicketMark mark{Kind::Changed, OrderState::Accepted, {line(1, kSoup, 2, 9000)}, {}, {},
                          kNow};
    const Here here{kNow, QTimeZone::utc()};
    const auto without = TicketLayout::of(look, {plain, nullptr, here}, {}, 280);
    const auto with = TicketLayout::of(look, {plain, &mark, here}, {}, 280);
    const auto has = [](const TicketLayout &layout, TicketPart part) {
        return std::any_of(layout.buttons.cbegin(), layout.buttons.cend(),
                           [part](const auto &button) { return button.part == part; });
    };
    QVERIFY(has(without, TicketPart::Step) && has(without, TicketPart::Print));
    QVERIFY(!has(without, TicketPart::Acknowledge));
    QVERIFY(has(with, TicketPart::Acknowledge) && !has(with, TicketPart::Step));
    QVERIFY(!with.band.isEmpty() && !with.lines[0].change.isEmpty());
    QVERIFY(with.card.height() > without.card.height());
    for (const auto &button : with.buttons)
        QVERIFY(with.card.contains(button.box));
}

void TstTicketMark::flashesTwice() {
    const TicketMark mark{Kind::Changed, OrderState::Accepted, {}, {}, {}, kNow};
    QVERIFY(mark.isFlashing(kNow) && mark.isFlashing(kNow + 900ms));
    QVERIFY(!mark.isFlashing(kNow + 500ms) && !mark.isFlashing(kNow + 1300ms));
}

QTEST_MAIN(TstTicketMark)
#include "TstTicketMark.moc"
