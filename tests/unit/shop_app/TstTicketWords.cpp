// SPDX-License-Identifier: GPL-3.0-or-later
// What a ticket says of time: by the shop's clocks, with its day, and not late before it is time.
#include "TicketKit.h"

#include "client-shop/HandOverSheet.h"
#include "client-shop/Preparation.h"
#include "client-shop/TicketSheet.h"
#include "client-shop/TicketWords.h"
#include "ui/SobanStyle.h"

#include <QApplication>
#include <QTest>

using namespace soban;
using namespace soban::shop_app;
using namespace soban::testing;
using namespace std::chrono_literals;

namespace {

const QTimeZone kSeoul(QByteArrayLiteral("Asia/Seoul"));
const Instant kNow = Instant::fromMs(1'800'000'000'000); // Friday, 15 January 2027, 17:00 in Seoul

Here here(Instant now = kNow, ShopKind kind = ShopKind::Food) {
    return {now, kSeoul, kind};
}

/// Accepted now for 20 minutes; wanted so much later.
contract::TicketView wantedIn(std::chrono::milliseconds span,
                              Fulfilment how = Fulfilment::OwnDelivery) {
    contract::TicketView made = ticket({line(1, QStringLiteral("국밥"), 1, 9'000)});
    made.fulfilment = how;
    made.wantedAt = kNow + span;
    made.allowedActions = {Action::Start};
    return made;
}

} // namespace

class TstTicketWords : public QObject {
    Q_OBJECT

private slots:
    void settlementSaysWhoBearsIt() { // R10 G4
        contract::TicketView made = ticket({line(1, QStringLiteral("국밥"), 1, 9'000)});
        QVERIFY(TicketWords::settled(made).isEmpty());
        made.settlement = Settlement{Party::Shop, *Money::of(1'000, Currency::krw()),
                                     QStringLiteral("The soup leaked")};
        QCOMPARE(TicketWords::settled(made),
                 QStringLiteral("Soban gives ₩1,000 back: “The soup leaked”"));
        // Whatever its ending said before.
        made.ending = Ending{Role::Rider,
                             EndReason::NobodyAtDoor,
                             {},
                             Party::Customer,
                             *Money::of(0, Currency::krw())};
        QCOMPARE(TicketWords::bearerOf(made), std::optional(Party::Shop));
    }

    void initTestCase() { m_look = &ui::SobanStyle::install(*qApp); }
    void init() { m_look->setLanguage(Language::English); }
    void wantedDayIsSaidByTheShopsCalendar();
    void laterIsNotLate();
    void beginIsTheWayAndThePreparationBefore();
    void startedEarlyCountsToItsOwnTime();
    void startedDaysEarlyCountsInDays();
    void stepsBeforeItsDayAreAheadOfTime();
    void arrivalOnAnotherDayNamesTheDay();
    void kitchenCountsDownToThePromise();
    void floristsPrepare();
    void paymentIsSaidOnceAndWhere();
    void moneyThatGoesBackIsNotSaidToBePaid();
    void acceptingNamesTheWantedTime();
    void addressIsNoNote();
    void codeIsAskedOfWhoStandsAtTheDoor();
    void riderWhoComesIsNoStopwatch();
    void ownDeliveryIsOfferedOnlyWhereThereIsOne();
    void whoeverBringsItIsNamed();
    void wholeTicketSaysWhatAndWhen();

private:
    ui::Look *m_look = nullptr;
};

void TstTicketWords::wantedDayIsSaidByTheShopsCalendar() {
    QCOMPARE(TicketWords::wantedOf(wantedIn(1h), here()), QStringLiteral("Today 18:00"));
    QCOMPARE(TicketWords::wantedOf(wantedIn(25h), here()), QStringLiteral("Tomorrow 18:00"));
    QCOMPARE(TicketWords::wantedOf(wantedIn(193h), here()), QStringLiteral("Sat 23 Jan, 18:00"));
    // 23:30 in Seoul is another day in New York, and no other one in the words.
    QCOMPARE(TicketWords::wantedOf(wantedIn(390min), here()), QStringLiteral("Today 23:30"));
    m_look->setLanguage(Language::Korean);
    QCOMPARE(TicketWords::wantedOf(wantedIn(25h), here()), QStringLiteral("내일 18:00"));
    QCOMPARE(TicketWords::wantedOf(wantedIn(193h), here()), QStringLiteral("1월 23일 (토) 18:00"));
    QVERIFY(TicketWords::wantedOf(ticket({}), here()).isEmpty());
}

void TstTicketWords::laterIsNotLate() {
    const auto tomorrow = wantedIn(25h);
    const Here hoursOn = here(kNow + 5h);
    QVERIFY(isForLater(tomorrow, hoursOn.now));
    const QString said = TicketWords::spoken(tomorrow, nullptr, hoursOn);
    QVERIFY2(!said.contains(QStringLiteral("late")) && !said.contains(QStringLiteral("left")),
             qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("wanted tomorrow 18:00")), qPrintable(said));
    const auto step = TicketWords::stepOf(tomorrow, 20, hoursOn);
    QCOMPARE(step->words, QStringLiteral("Start early"));
    QCOMPARE(TicketWords::stepOf(wantedIn(10min), 20, here())->words, QStringLiteral("Start"));
}

void TstTicketWords::beginIsTheWayAndThePreparationBefore() {
    const auto carried = wantedIn(25h);
    QCOMPARE(Preparation::of(carried)->begin, *carried.wantedAt - 35min);
    QCOMPARE(TicketWords::beginOf(carried, here()), QStringLiteral("begin tomorrow 17:25"));
    const auto fetched = wantedIn(25h, Fulfilment::Collection);
    QCOMPARE(Preparation::of(fetched)->begin, *fetched.wantedAt - 20min);
    const Instant begin = Preparation::of(carried)->begin;
    QVERIFY(isForLater(carried, begin - 1s));
    QVERIFY(!isForLater(carried, begin));
    // What is wanted sooner than it can be made begins at once.
    QCOMPARE(Preparation::of(wantedIn(10min))->begin, kNow);
    QCOMPARE(Preparation::of(wantedIn(10min))->due, kNow + 20min);
    auto placed = carried;
    placed.times.accepted.reset();
    placed.state = OrderState::Placed;
    QVERIFY(!Preparation::of(placed) && !isForLater(placed, kNow));
}

void TstTicketWords::startedEarlyCountsToItsOwnTime() {
    auto early = wantedIn(3h);
    early.state = OrderState::Preparing;
    early.times.started = kNow + 1min;
    const ui::Chip chip = TicketWords::ageOf(early, here(kNow + 5min));
    QCOMPARE(chip.strong, QStringLiteral("2 h 40 min left"));
    QCOMPARE(chip.tone, ui::Tone::Fresh);
}

void TstTicketWords::startedDaysEarlyCountsInDays() {
    const auto left = [&](std::chrono::milliseconds span) {
        auto early = wantedIn(span, Fulfilment::Collection);
        early.state = OrderState::Preparing;
        early.times.started = kNow;
        return TicketWords::ageOf(early, here()).strong;
    };
    QCOMPARE(left(23h), QStringLiteral("23 h left"));
    QCOMPARE(left(25h), QStringLiteral("1 day left"));
    QCOMPARE(left(140h), QStringLiteral("6 days left")); // from Friday 17:00 to Thursday 13:00
}

void TstTicketWords::stepsBeforeItsDayAreAheadOfTime() {
    auto ready = wantedIn(25h);
    ready.state = OrderState::Ready;
    ready.times.started = kNow;
    QVERIFY(!isForLater(ready, kNow)); // it is begun
    QVERIFY(isAheadOfTime(ready, kNow));
    QVERIFY(!isAheadOfTime(ready, *ready.wantedAt - 30min));
    QVERIFY(!isAheadOfTime(ticket({}), kNow));
}

void TstTicketWords::arrivalOnAnotherDayNamesTheDay() {
    auto out = wantedIn(193h);
    out.state = OrderState::PickedUp;
    out.expectedAt = out.wantedAt;
    QCOMPARE(TicketWords::outcomeOf(out, here()),
             QStringLiteral("arrives about Sat 23 Jan, 18:00"));
    out.paymentState = PaymentState::Due; // whoever brings it takes the money
    QCOMPARE(TicketWords::outcomeOf(out, here(*out.wantedAt - 10min)),
             QStringLiteral("arrives about 18:00 · to be paid"));
    auto done = ticket({}, OrderState::Delivered);
    done.times.delivered = kNow;
    QCOMPARE(TicketWords::outcomeOf(done, here(kNow + 24h)),
             QStringLiteral("delivered yesterday 17:00"));
}

void TstTicketWords::kitchenCountsDownToThePromise() {
    const auto asSoonAsPossible = ticket({});
    const auto chip = [&](std::chrono::milliseconds age) {
        return TicketWords::ageOf(asSoonAsPossible, here(kNow + age));
    };
    QCOMPARE(chip(26s).strong, QStringLiteral("20 min left"));
    QVERIFY(chip(26s).plain.isEmpty()); // one number, not two
    QCOMPARE(chip(26s).tone, ui::Tone::Fresh);
    QCOMPARE(chip(15min).tone, ui::Tone::Waiting);
    QCOMPARE(chip(22min).strong, QStringLiteral("2 min late"));
    QCOMPARE(chip(22min).tone, ui::Tone::Late);
}

void TstTicketWords::floristsPrepare() {
    auto flowers = ticket({});
    flowers.allowedActions = {Action::Start};
    QCOMPARE(TicketWords::stepOf(flowers, 20, here())->words, QStringLiteral("Start"));
    const auto step = TicketWords::stepOf(flowers, 20, here(kNow, ShopKind::Flowers));
    QCOMPARE(step->words, QStringLiteral("Prepare"));
    QCOMPARE(step->icon, ui::Icon::Flower);
    flowers.allowedActions = {Action::Finish};
    QCOMPARE(TicketWords::stepOf(flowers, 20, here(kNow, ShopKind::Flowers))->words,
             QStringLiteral("Finished"));
}

void TstTicketWords::acceptingNamesTheWantedTime() {
    const auto words = [](contract::TicketView placed) {
        placed.state = OrderState::Placed;
        placed.allowedActions = {Action::Accept};
        return TicketWords::stepOf(placed, 30, here())->words;
    };
    QCOMPARE(words(ticket({})), QStringLiteral("Accept · 30 min"));
    QCOMPARE(words(wantedIn(1h)), QStringLiteral("Accept for 18:00"));
    QCOMPARE(words(wantedIn(193h)), QStringLiteral("Accept for Sat 23 Jan, 18:00"));
}

void TstTicketWords::addressIsNoNote() {
    auto flowers = ticket({});
    flowers.fulfilment = Fulfilment::OwnDelivery;
    flowers.note = QStringLiteral("문을 두드려 주세요");
    flowers.cardText = QStringLiteral("축하해");
    flowers.address = Address{QStringLiteral("춘천시 중앙로 27"), *GeoPoint::of(37.88, 127.73)};
    flowers.recipient = Recipient{QStringLiteral("하나"), QStringLiteral("01012345678")};
    QCOMPARE(TicketWords::remarksOf(flowers),
             QStringList({flowers.note, QStringLiteral("Card: “축하해”")}));
    const QStringList door = TicketWords::doorOf(flowers);
    QCOMPARE(door.size(), 2);
    QCOMPARE(door.last(), flowers.address->text);
    const QString said = TicketWords::spoken(flowers, nullptr, here());
    QVERIFY2(said.contains(door.first()) && said.contains(door.last()), qPrintable(said));
    flowers.fulfilment = Fulfilment::PlatformRider; // the rider knows
    QVERIFY(!TicketWords::doorOf(flowers).contains(flowers.address->text));
}

void TstTicketWords::codeIsAskedOfWhoStandsAtTheDoor() {
    auto flowers = ticket({}, OrderState::PickedUp);
    QCOMPARE(HandOverSheet::whatToDo(flowers), QStringLiteral("Ask the customer for the code."));
    flowers.recipient = Recipient{QStringLiteral("하나"), QStringLiteral("01012345678")};
    QCOMPARE(HandOverSheet::whatToDo(flowers),
             QStringLiteral("Ask 하나 for the code. %1, who ordered, has it and can pass it on.")
                 .arg(flowers.customerName));
}

void TstTicketWords::riderWhoComesIsNoStopwatch() {
    auto ready = ticket({}, OrderState::Ready);
    ready.fulfilment = Fulfilment::PlatformRider;
    ready.deliveryState = DeliveryState::Claimed;
    ready.riderName = QStringLiteral("Min");
    ready.times.ready = kNow;
    QCOMPARE(TicketWords::ageOf(ready, here(kNow + 27s)).plain, QStringLiteral("ready"));
    QCOMPARE(TicketWords::wayOf(ready), QStringLiteral("Min is coming"));
    ready.deliveryState = DeliveryState::Open;
    ready.riderName.reset();
    ready.riderSearch = RiderSearch{4'000, false};
    ready.paymentState = PaymentState::Due; // who farther away takes it must collect as well
    QCOMPARE(TicketWords::wayOf(ready), QStringLiteral("Asking up to 4.0 km away · to be paid"));
}

void TstTicketWords::ownDeliveryIsOfferedOnlyWhereThereIsOne() { // R14
    auto ready = ticket({}, OrderState::Ready);
    ready.fulfilment = Fulfilment::PlatformRider;
    ready.deliveryState = DeliveryState::Open;
    ready.allowedActions = {Action::Cancel, Action::TakeOver};
    Here shop = here();
    QVERIFY(!TicketWords::stepOf(ready, 20, shop));
    shop.hasOwnDelivery = true;
    QCOMPARE(TicketWords::stepOf(ready, 20, shop)->words, QStringLiteral("Deliver it myself"));
}

void TstTicketWords::whoeverBringsItIsNamed() { // R14
    auto there = ticket({}, OrderState::Delivered);
    there.times.pickedUp = kNow;
    const auto leaving = [&](Fulfilment how) {
        there.fulfilment = how;
        QStringList titles;
        for (const auto &step : TicketSheet::stepsOf(there, here(), Language::English))
            titles.append(step.title);
        return titles.value(2);
    };
    QCOMPARE(leaving(Fulfilment::OwnDelivery), QStringLiteral("Set out"));
    QCOMPARE(leaving(Fulfilment::PlatformRider), QStringLiteral("Picked up by the rider"));
}

void TstTicketWords::paymentIsSaidOnceAndWhere() {
    auto paid = ticket({line(1, QStringLiteral("국밥"), 2, 9'000)}, OrderState::Completed);
    paid.paymentMethod = PaymentMethod::OnDelivery;
    paid.paymentState = PaymentState::Collected;
    const auto content = TicketSheet::receiptOf(paid, here(), Language::English);
    QCOMPARE(content.notes.first().text, QStringLiteral("Paid at the counter"));
    paid.paymentState = PaymentState::Due;
    QCOMPARE(TicketWords::paymentOf(paid), QStringLiteral("To be paid at the counter"));
    paid.fulfilment = Fulfilment::PlatformRider;
    QCOMPARE(TicketWords::paymentOf(paid), QStringLiteral("To be paid at the door"));
}

void TstTicketWords::moneyThatGoesBackIsNotSaidToBePaid() { // R7
    auto ended = ticket({line(1, QStringLiteral("국밥"), 2, 9'000)}, OrderState::Cancelled);
    ended.ending = Ending{Role::Shop, EndReason::NoRider, {}, Party::Platform, ended.total};
    ended.times.started = kNow;
    const auto notes = TicketSheet::receiptOf(ended, here(), Language::English).notes;
    QCOMPARE(notes.first().text, QStringLiteral("Card · Goes back to the customer"));
    QCOMPARE(notes.at(1).text, QStringLiteral("Who bears the cost: Soban"));
    // What came back from the door stays paid.
    ended.ending = Ending{Role::Rider, EndReason::NobodyAtDoor, {}, Party::Customer, krw(0)};
    QCOMPARE(TicketWords::paymentOf(ended), QStringLiteral("Paid"));
    // Until the operator decides otherwise.
    ended.settlement =
        Settlement{Party::Platform, krw(4'000), QStringLiteral("The bell is broken")};
    QCOMPARE(TicketWords::paymentOf(ended), QStringLiteral("Goes back to the customer"));
}

void TstTicketWords::wholeTicketSaysWhatAndWhen() {
    auto done = ticket({line(1, QStringLiteral("국밥"), 2, 9'000)}, OrderState::Completed);
    done.total = krw(21'000);
    done.note = QStringLiteral("수저는 빼 주세요");
    done.times.completed = kNow + 40min;
    const auto content = TicketSheet::receiptOf(done, here(kNow + 1h), Language::Korean);
    QCOMPARE(content.lines.size(), 1);
    QCOMPARE(content.lines.first().amount, QStringLiteral("₩18,000"));
    QCOMPARE(content.sums.first().amount, QStringLiteral("₩3,000")); // what is no dish
    QVERIFY(content.notes.last().text == done.note);
    const auto steps = TicketSheet::stepsOf(done, here(kNow + 1h), Language::English);
    QCOMPARE(steps.first().time, QStringLiteral("17:00"));
    QCOMPARE(steps.last().time, QStringLiteral("17:40"));
    // Seen on another day, it says which day that was.
    QCOMPARE(TicketSheet::stepsOf(done, here(kNow + 24h), Language::English).first().time,
             QStringLiteral("yesterday 17:00"));
}

QTEST_MAIN(TstTicketWords)
#include "TstTicketWords.moc"
