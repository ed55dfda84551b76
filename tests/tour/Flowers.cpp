// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/Tale.h"

#include <QTimeZone>

namespace soban::tour {

using hand::Target;

namespace {

const LocalizedText kBouquetShop{QStringLiteral("밤새꽃"), QStringLiteral("All-Night Flowers")};
const LocalizedText kBox{QStringLiteral("꽃 상자"), QStringLiteral("Flower box")};
const LocalizedText kWhite{QStringLiteral("흰색"), QStringLiteral("White")};
const LocalizedText kByHand{QStringLiteral("손글씨 카드"), QStringLiteral("Handwritten card")};
const LocalizedText kRecipient{QStringLiteral("받는 분"), QStringLiteral("The recipient")};
const LocalizedText kWords{QStringLiteral("생일 축하해요! 늘 고마워요."),
                           QStringLiteral("Happy birthday, and thank you!")};
const LocalizedText kBouquetThanks{QStringLiteral("꽃이 제시간에 닿았기를 바라요"),
                                   QStringLiteral("We hope the flowers came on time")};
const LocalizedText kBouquetAnswer{QStringLiteral("고운 말씀 고맙습니다."),
                                   QStringLiteral("Thank you for the kind words.")};
const LocalizedText kBouquetReview{QStringLiteral("꽃이 싱싱하고 카드 글씨도 예뻐요."),
                                   QStringLiteral("Fresh flowers, and lovely handwriting.")};
constexpr auto kPhone = "010-0000-0199";
constexpr int kBouquetUsualMinutes = 30;

/// On the next day on which the shop has times, at the first of them.
void chooseTomorrow(const Tale &tale) {
    const Actor &customer = tale.company().customer;
    customer.press(thing("ChoiceRow", say("customer::WantedTimeRow", "Choose a day and time")));
    customer.see(thing("QComboBox", say("customer::WantedTimeRow", "Day")));
    customer.keys(QStringLiteral("Tab")); // to the day
    customer.keys(QStringLiteral("Down"));
}

/// The server has the day that the customer chose, and the ticket names it.
void checkDay(const Tale &tale, const Tale::Order &order) {
    const Actor &shop = tale.company().shop;
    shop.step(QStringLiteral("sees for which day it is"), QStringLiteral("day"), [&] {
        const auto known = tale.books().latestOrder();
        if (!known || !known->wantedAt) {
            tale.script().fail(nullptr, QStringLiteral("an order for another day"),
                               known ? QStringLiteral("as soon as possible") : known.error());
            return;
        }
        const QTimeZone zone(known->timeZone.toLatin1());
        const auto dayOf = [&](Instant moment) { return moment.toUtc().toTimeZone(zone).date(); };
        const QDate wanted = dayOf(*known->wantedAt);
        const auto ahead = dayOf(known->times.created).daysTo(wanted);
        tale.script().check(ahead > 0, QStringLiteral("it is for another day"),
                            wanted.toString(Qt::ISODate));
        const Target ticket = tale.ticket("In preparation", order);
        const QString said = shop.see(ticket).simplified();
        tale.script().note(said);
        // Shortly before midnight the first day with times is tomorrow, and the next the one after.
        const QString day = ahead == 1
                                ? tale.in({QStringLiteral("내일"), QStringLiteral("tomorrow")})
                                : QString::number(wanted.day());
        tale.script().check(said.contains(day, Qt::CaseInsensitive),
                            QStringLiteral("the ticket says “%1”").arg(day), said);
    });
}

/// The florist sets out and hands over with the customer's code.
void deliver(const Tale &tale, const Tale::Order &order) {
    const Actor &shop = tale.company().shop;
    const Actor &customer = tale.company().customer;
    shop.step(QStringLiteral("sets out with the flowers"), QStringLiteral("set-out"), [&] {
        shop.press(tale.ticket("Ready", order, say("shop_app::TicketWords", "Set out")));
        // It is wanted tomorrow: the shop is asked whether it means that.
        const Target now = button(say("shop_app::BoardPage", "Set out now"));
        const Target out = tale.ticket("Out · done", order);
        if (shop.whichOf({now, out}) == now)
            shop.press(now);
        shop.see(out);
    });
    customer.step(QStringLiteral("sees that they are on their way"), QStringLiteral("on-the-way"),
                  [&] { customer.see(thing("StateChip", say("ui::Words", "On the way"))); });
    shop.step(QStringLiteral("asks for the code, %1, and types it").arg(order.code),
              QStringLiteral("code"), [&] {
                  shop.press(
                      tale.ticket("Out · done", order, say("shop_app::TicketWords", "Delivered")));
                  shop.type(field(say("shop_app::HandOverSheet", "Hand-over code, four digits")),
                            order.code);
              });
    shop.step(QStringLiteral("has delivered"), QStringLiteral("delivered"), [&] {
        const Target done = button(say("shop_app::HandOverSheet", "Delivered"));
        shop.press(done);
        shop.miss(done);
    });
}

} // namespace

void playFlowers(const Tale &tale) {
    const Actor &customer = tale.company().customer;
    const Actor &shop = tale.company().shop;
    const Actor &rider = tale.company().nearRider;
    const QStringList soundsBefore = rider.sounds();
    tale.findShop(kBouquetShop);
    tale.takeItem(kBox, {kWhite, kByHand});
    const QString phone = QString::fromLatin1(kPhone);
    const Tale::Order order = tale.order(kBox, [&] {
        customer.type(field(say("customer::CheckoutSheet", "Name")), tale.in(kRecipient));
        customer.type(field(say("customer::CheckoutSheet", "Phone")), phone);
        customer.type(field(say("customer::CheckoutSheet", "Message on the card")),
                      tale.in(kWords));
        chooseTomorrow(tale);
    });
    shop.step(QStringLiteral("reads the recipient and the card's words on the ticket"),
              QStringLiteral("ticket"), [&] {
                  Target read = tale.ticket("New orders", order);
                  for (const QString &words : {tale.in(kWhite), tale.in(kByHand),
                                               tale.in(kRecipient), tale.in(kWords), phone})
                      read.row.append(just(words));
                  shop.see(read);
              });
    tale.prepare(order, kBouquetUsualMinutes, ShopKind::Flowers, [&] { checkDay(tale, order); });
    deliver(tale, order);
    rider.step(QStringLiteral("was not bothered with the shop's own delivery"),
               QStringLiteral("not-bothered"), [&] {
                   rider.see(
                       thing("EmptyState", say("rider_app::OffersPage", "No deliveries near you")));
                   tale.script().check(rider.sounds() == soundsBefore, QStringLiteral("silence"),
                                       rider.sounds().join(QStringLiteral(", ")));
               });
    tale.confirm(order, kBouquetThanks);
    tale.review(tale.in(kBouquetReview), false);
    tale.answer(tale.in(kBouquetReview), tale.in(kBouquetAnswer));
    tale.checkMoney(order, QStringLiteral("in the end"));
}

} // namespace soban::tour
