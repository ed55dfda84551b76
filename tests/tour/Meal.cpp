// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/Tale.h"

namespace soban::tour {

using hand::Target;
using hand::Words;

namespace {

const LocalizedText kMealShop{QStringLiteral("불씨국밥"), QStringLiteral("Ember Gukbap")};
const LocalizedText kSoup{QStringLiteral("사골곰탕"), QStringLiteral("Beef bone soup")};
const LocalizedText kLarge{QStringLiteral("특"), QStringLiteral("Large")};
const LocalizedText kRice{QStringLiteral("공기밥"), QStringLiteral("Bowl of rice")};
const LocalizedText kNote{QStringLiteral("문 앞에 놓아 주세요"),
                          QStringLiteral("Please leave it at the door")};
const LocalizedText kMealThanks{QStringLiteral("속까지 든든하셨길 바라요"),
                                QStringLiteral("We hope it warmed you through")};
const LocalizedText kMealReview{QStringLiteral("국물이 깊고 따뜻했어요. 또 시킬게요!"),
                                QStringLiteral("Deep, warm broth. I will be back!")};
const LocalizedText kMealAnswer{QStringLiteral("고맙습니다. 다음에도 푹 고아 드릴게요."),
                                QStringLiteral("Thank you. It will simmer for you again.")};
constexpr int kMealUsualMinutes = 20;
/// The shop's steps are held back for so long, so that a mistaken one can be undone.
constexpr std::chrono::seconds kUndoAndMore{20};

Target offer(const Tale &tale, const Words &part = {}) {
    return row(say("rider_app::OffersPage", "Deliveries near you"), {just(tale.in(kMealShop))},
               part);
}

Target noOffers() {
    return thing("EmptyState", say("rider_app::OffersPage", "No deliveries near you"));
}

/// The rider near the shop takes the delivery; the one far away hears nothing of it.
void claim(const Tale &tale, const Tale::Order &order) {
    const Company &company = tale.company();
    const Actor &rider = company.nearRider;
    QString code;
    rider.step(QStringLiteral("sees the offer and hears it; the far rider does not"),
               QStringLiteral("offer"), [&] {
                   rider.see(offer(tale), kUndoAndMore);
                   rider.hear(QStringLiteral("plays offer"));
                   company.farRider.see(noOffers());
               });
    rider.step(
        QStringLiteral("claims it, and has the pick-up code"), QStringLiteral("claimed"), [&] {
            rider.press(offer(tale, say("rider_app::OfferDelegate", "Claim")));
            const QString plate =
                rider.see(thing("CodePlate", say("rider_app::DeliveryPage", "Pick-up code")));
            code = plate.section(u'\n', 1).section(QStringLiteral(". "), 0, 0).remove(u' ');
        });
    company.shop.step(QStringLiteral("sees who is coming, and the same code"),
                      QStringLiteral("claimed"), [&] {
                          tale.script().note(code);
                          Target coming = tale.ticket("Ready", order);
                          coming.row += {say("shop_app::TicketWords", "pick-up code %1", {code}),
                                         say("shop_app::TicketWords", "%1 is coming")};
                          company.shop.see(coming);
                      });
    company.customer.step(
        QStringLiteral("sees who is coming to the shop"), QStringLiteral("claimed"), [&] {
            Target timeline = thing("Timeline", {});
            timeline.description = say("customer::OrderSteps", "On the way to the shop");
            company.customer.see(timeline);
        });
    tale.script().step(QStringLiteral("far rider"), QStringLiteral("has heard nothing of it"),
                       QStringLiteral("far"), [&] {
                           const QStringList sounds = company.farRider.sounds();
                           tale.script().check(!sounds.contains(QStringLiteral("plays offer")),
                                               QStringLiteral("silence"),
                                               sounds.join(QStringLiteral(", ")));
                       });
}

/// The rider leaves with the goods; with `outageSeconds` the server is away at that moment.
void pickUp(const Tale &tale, int outageSeconds) {
    const Company &company = tale.company();
    const Actor &rider = company.nearRider;
    const Words offline = say("desk::OfflineBanner", "No connection");
    const QList<const Actor *> all{&company.customer, &company.shop, &rider, &company.farRider};
    if (outageSeconds > 0)
        tale.script().step(QStringLiteral("server"), QStringLiteral("is away; all windows say so"),
                           QStringLiteral("outage"), [&] {
                               tale.stage().stopServer();
                               for (const Actor *actor : all)
                                   actor->see(text(offline));
                           });
    qint64 pressedAt = 0;
    rider.step(QStringLiteral("has picked it up"), QStringLiteral("picked-up"), [&] {
        rider.press(button(say("rider_app::DeliveryPage", "I have picked it up")));
        pressedAt = SystemClock().now().ms();
        rider.see(button(say("rider_app::DeliveryPage", "Hand over")));
    });
    if (outageSeconds > 0) {
        rider.step(QStringLiteral("sees that the step waits"), QStringLiteral("waiting"), [&] {
            rider.see(text(say("rider_app::Notices",
                               "They are sent with their real time once there is a connection.")));
        });
        tale.script().step(
            QStringLiteral("server"), QStringLiteral("is back; all windows catch up by themselves"),
            QStringLiteral("back"), [&] {
                tale.stage().pause(std::chrono::seconds(outageSeconds));
                if (const auto fault = tale.stage().startServer())
                    tale.script().fail(nullptr, QStringLiteral("the server starts"), *fault);
                for (const Actor *actor : all)
                    actor->miss(text(offline), std::chrono::seconds(60));
            });
    }
    company.customer.step(
        QStringLiteral("sees that it is on the way"), QStringLiteral("on-the-way"),
        [&] { company.customer.see(thing("StateChip", say("ui::Words", "On the way"))); });
    tale.script().step(QStringLiteral("books"), QStringLiteral("have the moment of the pick-up"),
                       QStringLiteral("moment"), [&] {
                           constexpr qint64 kMostMs = 3'000;
                           const auto known = tale.books().latestOrder();
                           const qint64 at =
                               known && known->times.pickedUp ? known->times.pickedUp->ms() : 0;
                           tale.script().check(std::abs(at - pressedAt) < kMostMs,
                                               QStringLiteral("when the button was pressed"),
                                               QStringLiteral("%1 ms from it").arg(at - pressedAt));
                       });
}

void handOver(const Tale &tale, const Tale::Order &order) {
    const Actor &rider = tale.company().nearRider;
    rider.step(QStringLiteral("types the customer's code, %1, and hands over").arg(order.code),
               QStringLiteral("proof"), [&] {
                   rider.press(button(say("rider_app::DeliveryPage", "Hand over")));
                   rider.pressDigits(order.code);
               });
    rider.step(QStringLiteral("is done with it"), QStringLiteral("handed-over"), [&] {
        rider.press(button(say("rider_app::ProofSheet", "Handed over")));
        rider.see(text(say("rider_app::MainPage", "Handed over.")));
        rider.see(noOffers());
    });
}

} // namespace

void playMeal(const Tale &tale, int outageSeconds) {
    const Actor &customer = tale.company().customer;
    tale.findShop(kMealShop);
    tale.takeItem(kSoup, {kLarge, kRice});
    tale.takeItem(kPunch, {});
    customer.step(QStringLiteral("leaves a note for the shop"), QStringLiteral("note"), [&] {
        const Target note = field(say("customer::CartPanel", "Note to shop and rider"));
        tale.atCart(note, [&] { customer.type(note, tale.in(kNote)); });
    });
    const Tale::Order order = tale.order(kSoup, [] {});
    tale.company().shop.step(QStringLiteral("reads the options and the note on the ticket"),
                             QStringLiteral("ticket"), [&] {
                                 Target read = tale.ticket("New orders", order);
                                 for (const LocalizedText &words : {kLarge, kRice, kPunch, kNote})
                                     read.row.append(just(tale.in(words)));
                                 tale.company().shop.see(read);
                             });
    tale.prepare(order, kMealUsualMinutes);
    claim(tale, order);
    pickUp(tale, outageSeconds);
    handOver(tale, order);
    tale.confirm(order, kMealThanks);
    tale.review(tale.in(kMealReview), true);
    tale.answer(tale.in(kMealReview), tale.in(kMealAnswer));
    tale.lookAround();
    tale.checkMoney(order, QStringLiteral("in the end"));
}

} // namespace soban::tour
