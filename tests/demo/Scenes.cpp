// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Scenes.h"

#include "replay/CardVisit.h"
#include "replay/Cart.h"

namespace soban::demo {

namespace calls = client::calls;
using contract::ErrorCode;
using contract::OrderView;

namespace {

constexpr auto kMealShop = "Ember Gukbap";
constexpr auto kFlowerShop = "All-Night Flowers";

QString won(const Money &money) {
    return QStringLiteral("₩%1").arg(QLocale(QLocale::English).toString(money.minor()));
}

void registerCard(Script &script, Player &customer, QNetworkAccessManager &browser) {
    if (!script.isGoing())
        return;
    script.begin();
    script.done(customer, QStringLiteral("registers a card on the provider's page"),
                visitCardPage(customer, browser, script.interrupt()));
    script.hears(
        customer, QStringLiteral("hears that the card is saved"),
        [](const Player::Event &event) { return event.type == EventType::CardRegistered; });
}

/// Finds the shop as people do: near the address, by a word of its name.
std::optional<contract::ShopView> openMenu(Script &script, Player &customer, const QString &shop,
                                           const GeoPoint &near) {
    const auto list =
        script.reads(customer, QStringLiteral("looks for \"%1\" near the address").arg(shop),
                     calls::shops({near, {}, shop, {}}));
    if (!list || list->shops.isEmpty()) {
        script.check(customer, QStringLiteral("finds the shop"), false,
                     QStringLiteral("it is not there"));
        return std::nullopt;
    }
    return script.reads(customer, QStringLiteral("opens the menu"),
                        calls::shop(list->shops.first().id));
}

/// From the cart to the shop's bell.
std::optional<OrderView> order(Script &script, Player &customer, Player &shop,
                               contract::PlaceOrderRequest request) {
    const auto quote =
        script.reads(customer, QStringLiteral("asks for the price"),
                     calls::quote({request.shopId, request.fulfilment, request.lines}));
    if (!quote)
        return std::nullopt;
    request.expectedTotalMinor = quote->total.minor();
    const auto placed = script.does(customer,
                                    QStringLiteral("orders %1 and pays %2 by card")
                                        .arg(quote->lines.first().name.en, won(quote->total)),
                                    calls::placeOrder(request));
    if (placed)
        script.hears(shop, QStringLiteral("hears the order"),
                     isAbout(placed->id, EventType::OrderPlaced));
    return placed;
}

/// The shop accepts, begins and finishes; the customer follows. The ticket as it then is.
std::optional<contract::TicketView> prepare(Script &script, Player &customer, Player &shop,
                                            OrderId order) {
    const auto ticket =
        script.reads(shop, QStringLiteral("reads the ticket"), calls::ticket(order));
    if (!ticket)
        return std::nullopt;
    auto now = script.does(shop, QStringLiteral("accepts it: ready in 15 minutes"),
                           calls::acceptTicket(order, ticket->version, {15}));
    script.hears(customer, QStringLiteral("hears that it is accepted"),
                 isAbout(order, EventType::OrderAccepted));
    if (now)
        now = script.does(shop, QStringLiteral("begins"), calls::startTicket(order, now->version));
    script.hears(customer, QStringLiteral("hears that it is being made"),
                 isAbout(order, EventType::OrderPreparing));
    if (now)
        now =
            script.does(shop, QStringLiteral("is done"), calls::finishTicket(order, now->version));
    script.hears(customer, QStringLiteral("hears that it is ready"),
                 isAbout(order, EventType::OrderReady));
    return script.isGoing() ? now : std::nullopt;
}

/// From the door to the shop's answer to the review.
void endWell(Script &script, Player &customer, Player &shop, OrderId order) {
    script.hears(customer, QStringLiteral("hears that it is delivered"),
                 isAbout(order, EventType::OrderDelivered));
    script.hears(customer, QStringLiteral("is asked for a review"),
                 isMessage(order, MessageKind::ReviewRequest));
    const auto delivered =
        script.reads(customer, QStringLiteral("looks the order up"), calls::order(order));
    if (!delivered)
        return;
    script.does(customer, QStringLiteral("confirms the receipt"),
                calls::confirmOrder(order, delivered->version));
    script.hears(shop, QStringLiteral("hears that all is complete"),
                 isAbout(order, EventType::OrderCompleted));
    script.hears(customer, QStringLiteral("gets the shop's thanks"),
                 isMessage(order, MessageKind::Thanks));
    script.does(customer, QStringLiteral("writes a review: five stars"),
                calls::writeReview(order, {5, QString::fromUtf8("정말 좋았어요!")}));
    script.hears(shop, QStringLiteral("hears of the review"),
                 isAbout(order, EventType::ReviewWritten));
    script.does(shop, QStringLiteral("answers it"),
                calls::answerReview(order, {QString::fromUtf8("고맙습니다. 또 오세요!")}));
    script.hears(customer, QStringLiteral("hears the answer"),
                 isAbout(order, EventType::ReviewAnswered));
    const auto payments =
        script.reads(customer, QStringLiteral("looks the payment up"), calls::payments(order));
    if (!payments)
        return;
    const bool isPaid = payments->payments.size() == 1 &&
                        payments->payments.first().state == PaymentState::Paid &&
                        payments->payments.first().amount == delivered->total &&
                        payments->payments.first().refunded.isZero();
    script.check(customer,
                 QStringLiteral("sees one payment by card of %1, nothing refunded")
                     .arg(won(delivered->total)),
                 isPaid, QStringLiteral("the payment is not what it should be"));
}

bool isOffer(const Player::Event &event) {
    return event.type == EventType::OfferShown;
}

/// Riders near the shop see the offer, one of them gets it, and who is far away hears nothing.
std::optional<contract::DeliveryView> findRider(Script &script, const Players &players,
                                                OrderId order) {
    script.hears(players.nearRider, QStringLiteral("sees the offer"),
                 isAbout(order, EventType::OfferShown));
    script.hears(players.otherRider, QStringLiteral("sees it, too"),
                 isAbout(order, EventType::OfferShown));
    const auto far = script.reads(
        players.farRider, QStringLiteral("looks at the offers from 14 km away"), calls::offers());
    if (!far)
        return std::nullopt;
    script.check(players.farRider, QStringLiteral("sees none"),
                 far->offers.isEmpty() && !players.farRider.hasHeard(isOffer),
                 QStringLiteral("an offer got that far"));
    const contract::RiderStepRequest open{DeliveryState::Open, {}};
    const auto claimed = script.does(players.nearRider, QStringLiteral("claims the delivery"),
                                     calls::claimDelivery(order, open));
    script.hears(players.kitchen, QStringLiteral("hears who is coming"),
                 isAbout(order, EventType::DeliveryClaimed));
    script.hears(players.otherRider, QStringLiteral("sees the offer go"),
                 isAbout(order, EventType::OfferWithdrawn));
    script.fails(players.otherRider, QStringLiteral("taps it a moment too late and is told so"),
                 calls::claimDelivery(order, open), ErrorCode::AlreadyClaimed);
    return script.isGoing() ? claimed : std::nullopt;
}

QString otherCode(const QString &code) {
    return code == u"0000" ? QStringLiteral("1111") : QStringLiteral("0000");
}

} // namespace

std::optional<QString> visitCardPage(Player &customer, QNetworkAccessManager &browser,
                                     const replay::Interrupt &interrupt) {
    replay::Gate gate(interrupt);
    std::optional<QString> fault = QStringLiteral("no answer");
    QObject context;
    replay::CardVisit::begin(customer.party(), browser, QStringLiteral("normal"), &context,
                             [&](const std::optional<QString> &outcome) {
                                 fault = outcome;
                                 gate.open();
                             });
    gate.wait(std::chrono::seconds(30));
    return fault;
}

void playCards(Script &script, const Players &players, QNetworkAccessManager &browser) {
    registerCard(script, players.customer, browser);
    registerCard(script, players.giver, browser);
}

void playMeal(Script &script, const Players &players) {
    const Address home{QString::fromUtf8("춘천로 120, 101동 302호"),
                       *GeoPoint::of(37.8771, 127.7318)};
    const auto menu =
        openMenu(script, players.customer, QString::fromLatin1(kMealShop), home.position);
    if (!menu)
        return;
    client::Random random = client::randomOf(1);
    const auto placed = order(script, players.customer, players.kitchen,
                              {menu->card.id,
                               Fulfilment::PlatformRider,
                               replay::chooseCart(*menu, random),
                               0,
                               PaymentMethod::Card,
                               {},
                               home,
                               QString::fromUtf8("문 앞에 놓아 주세요"),
                               {},
                               {},
                               {}});
    if (!placed || !prepare(script, players.customer, players.kitchen, placed->id))
        return;
    const OrderId id = placed->id;
    const auto claimed = findRider(script, players, id);
    const auto ticket =
        claimed ? script.reads(players.kitchen, QStringLiteral("looks at the pick-up code"),
                               calls::ticket(id))
                : std::nullopt;
    if (!ticket)
        return;
    script.check(players.nearRider,
                 QStringLiteral("shows the same code, %1").arg(claimed->pickUpCode),
                 ticket->pickUpCode == claimed->pickUpCode, QStringLiteral("the codes differ"));
    script.does(players.nearRider, QStringLiteral("picks the meal up"),
                calls::pickUpDelivery(id, {DeliveryState::Claimed, {}}));
    script.hears(players.customer, QStringLiteral("hears that it is on its way"),
                 isAbout(id, EventType::OrderPickedUp));
    script.fails(
        players.nearRider, QStringLiteral("types a wrong code at the door and is told so"),
        calls::handOverDelivery(id, {DeliveryState::PickedUp, otherCode(placed->handOverCode), {}}),
        ErrorCode::WrongCode);
    script.does(players.nearRider, QStringLiteral("hands over with the customer's code"),
                calls::handOverDelivery(id, {DeliveryState::PickedUp, placed->handOverCode, {}}));
    endWell(script, players.customer, players.kitchen, id);
}

void playBouquet(Script &script, const Players &players, const Clock &clock) {
    const Address office{QString::fromUtf8("금강로 35, 4층"), *GeoPoint::of(37.8812, 127.7277)};
    const auto menu =
        openMenu(script, players.giver, QString::fromLatin1(kFlowerShop), office.position);
    if (!menu)
        return;
    client::Random random = client::randomOf(2);
    const Recipient recipient{QString::fromUtf8("받는 분"), QStringLiteral("010-0000-0199")};
    const QString words = QString::fromUtf8("생일 축하해요!");
    const auto placed = order(script, players.giver, players.florist,
                              {menu->card.id,
                               Fulfilment::OwnDelivery,
                               replay::chooseCart(*menu, random),
                               0,
                               PaymentMethod::Card,
                               {},
                               office,
                               {},
                               recipient,
                               words,
                               clock.now() + std::chrono::hours(3)});
    const auto ready =
        placed ? prepare(script, players.giver, players.florist, placed->id) : std::nullopt;
    if (!ready)
        return;
    const OrderId id = placed->id;
    script.check(players.florist,
                 QStringLiteral("has the recipient, the card's words and the wanted hour"),
                 ready->recipient == recipient && ready->cardText == words &&
                     ready->wantedAt == placed->wantedAt && ready->address == office,
                 QStringLiteral("the ticket lacks something"));
    script.check(players.nearRider, QStringLiteral("is not bothered with the shop's own delivery"),
                 !players.nearRider.hasHeard(isAbout(id, EventType::OfferShown)),
                 QStringLiteral("an offer was shown"));
    const auto left = script.does(players.florist, QStringLiteral("sets out with the bouquet"),
                                  calls::pickUpTicket(id, ready->version));
    script.hears(players.giver, QStringLiteral("hears that it is on its way"),
                 isAbout(id, EventType::OrderPickedUp));
    if (left)
        script.does(players.florist, QStringLiteral("hands it over with the code"),
                    calls::handOverTicket(id, left->version, {placed->handOverCode}));
    endWell(script, players.giver, players.florist, id);
}

} // namespace soban::demo
