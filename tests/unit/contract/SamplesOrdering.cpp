// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleParts.h"
#include "Samples.h"

namespace soban::contract::samples {

OrderTimes times() {
    return {.created = minute(0),
            .placed = minute(1),
            .accepted = minute(2),
            .started = minute(3),
            .ready = minute(20),
            .claimed = minute(21),
            .pickedUp = minute(25),
            .delivered = minute(40),
            .completed = minute(60),
            .ended = minute(61)};
}

OrderLine orderLine() {
    return {.item = id<MenuItemId>(31),
            .name = {QStringLiteral("비빔밥"), QStringLiteral("Bibimbap")},
            .options = {{id<OptionId>(41),
                         {QStringLiteral("곱빼기"), QStringLiteral("Large")},
                         krw(1500),
                         LocalizedText{QStringLiteral("크기"), QStringLiteral("Size")}}},
            .quantity = 2,
            .unitPrice = krw(10500),
            .total = krw(21000)};
}

Address address() {
    return {QStringLiteral("춘천시 춘천로 120, 101동 302호"), place(37.8771, 127.7318)};
}

Recipient recipient() {
    return {QStringLiteral("다솜"), QStringLiteral("010-0000-0199")};
}

Ending ending() {
    return {.by = Role::Shop,
            .reason = EndReason::Other,
            .words = QStringLiteral("가스가 끊겼어요"),
            .fault = Party::Platform,
            .refund = krw(24000)};
}

OrderContents orderContents() {
    return {.lines = {orderLine()},
            .items = krw(21000),
            .deliveryFee = krw(3000),
            .total = krw(24000),
            .address = address(),
            .note = QStringLiteral("덜 맵게")};
}

Settlement settlement() {
    return {.fault = Party::Platform,
            .refund = krw(1000),
            .words = QStringLiteral("젓가락이 없었어요")};
}

PendingChange pendingChange() {
    return {.payment = id<PaymentId>(9), .wanted = orderContents()};
}

BeforeChange beforeChange() {
    return {.changedAt = minute(4),
            .lines = {orderLine()},
            .address = address(),
            .note = QStringLiteral("덜 맵게")};
}

QuoteRequest quoteRequest() {
    return {.shopId = id<ShopId>(1),
            .fulfilment = Fulfilment::OwnDelivery,
            .lines = {{id<MenuItemId>(31), {id<OptionId>(41), id<OptionId>(42)}, 2},
                      {id<MenuItemId>(32), {}, 99}}};
}

QuoteView quote() {
    return {
        .lines = {orderLine()}, .items = krw(21000), .deliveryFee = krw(3000), .total = krw(24000)};
}

PlaceOrderRequest placeOrderRequest() {
    return {.shopId = id<ShopId>(1),
            .fulfilment = Fulfilment::PlatformRider,
            .lines = {{id<MenuItemId>(31), {id<OptionId>(41)}, 2}},
            .expectedTotalMinor = 24000,
            .paymentMethod = PaymentMethod::Card,
            .cardId = id<CardId>(5),
            .address = address(),
            .note = QStringLiteral("덜 맵게"),
            .recipient = recipient(),
            .cardText = QStringLiteral("생일 축하해 🎂"),
            .wantedAt = minute(24 * 60)};
}

OrderView order() {
    return {.id = id<OrderId>(7),
            .version = 3,
            .number = 12,
            .shopId = id<ShopId>(1),
            .shopKind = ShopKind::Food,
            .shopName = {QStringLiteral("소반 김밥"), QStringLiteral("Soban Gimbap")},
            .shopPicture = QStringLiteral("gimbap"),
            .shopPhone = QStringLiteral("033-000-0001"),
            .shopPosition = place(37.88, 127.73),
            .timeZone = QStringLiteral("Asia/Seoul"),
            .state = OrderState::Accepted,
            .deliveryState = DeliveryState::None,
            .fulfilment = Fulfilment::PlatformRider,
            .lines = {orderLine()},
            .items = krw(21000),
            .deliveryFee = krw(3000),
            .total = krw(24000),
            .paymentMethod = PaymentMethod::Card,
            .paymentState = PaymentState::Paid,
            .payingCard = PayingCard{QStringLiteral("소반카드"), QStringLiteral("1234-****-5678")},
            .address = address(),
            .note = QStringLiteral("덜 맵게"),
            .recipient = recipient(),
            .cardText = QStringLiteral("생일 축하해"),
            .wantedAt = minute(24 * 60),
            .times = times(),
            .preparationMinutes = 20,
            .expectedAt = minute(35),
            .latestAt = minute(50),
            .completesAt = minute(95),
            .riderName = QStringLiteral("세나"),
            .handOverCode = QStringLiteral("1234"),
            .proofPhoto = QStringLiteral("up-4567cdef"),
            .review = review(),
            .answerBy = minute(6),
            .ending = ending(),
            .pendingChange = pendingChange(),
            .settlement = settlement(),
            .allowedActions = {Action::Cancel, Action::Change}};
}

OrderList orderList() {
    return {.orders = {order()}, .nextCursor = QStringLiteral("orders-2")};
}

PaymentList paymentList() {
    return {{{.id = id<PaymentId>(8),
              .method = PaymentMethod::Card,
              .state = PaymentState::PartlyRefunded,
              .amount = krw(24000),
              .refunded = krw(4000),
              .requestedAt = minute(0),
              .settledAt = minute(1),
              .declineReason = QStringLiteral("limit reached")}}};
}

WriteReviewRequest writeReviewRequest() {
    return {5, QStringLiteral("맛있어요"), QStringLiteral("up-0123abcd")};
}

TicketView ticket() {
    return {.id = id<OrderId>(7),
            .version = 4,
            .number = 12,
            .state = OrderState::Preparing,
            .deliveryState = DeliveryState::None,
            .fulfilment = Fulfilment::OwnDelivery,
            .lines = {orderLine()},
            .total = krw(24000),
            .paymentMethod = PaymentMethod::OnDelivery,
            .paymentState = PaymentState::Due,
            .note = QStringLiteral("덜 맵게"),
            .customerName = QStringLiteral("하나"),
            .customerPhone = QStringLiteral("010-0000-0110"),
            .address = address(),
            .recipient = recipient(),
            .cardText = QStringLiteral("생일 축하해"),
            .wantedAt = minute(24 * 60),
            .preparationMinutes = 20,
            .times = times(),
            .expectedAt = minute(35),
            .latestAt = minute(50),
            .pickUpCode = QStringLiteral("5678"),
            .riderName = QStringLiteral("세나"),
            .answerBy = minute(6),
            .ending = ending(),
            .beforeChange = beforeChange(),
            .riderSearch = RiderSearch{6000, false},
            .settlement = settlement(),
            .allowedActions = {Action::Extend, Action::Finish, Action::Cancel}};
}

TicketList ticketList() {
    return {.tickets = {ticket()}, .nextCursor = QStringLiteral("tickets-2")};
}

AcceptRequest acceptRequest() {
    return {20};
}

AnswerReviewRequest answerReviewRequest() {
    return {QStringLiteral("고맙습니다")};
}

PayRequest payRequest() {
    return {PaymentMethod::Card, *CardId::fromNumber(7)};
}

ChangeRequest changeRequest() {
    return {.lines = {{id<MenuItemId>(31), {id<OptionId>(41)}, 1}},
            .address = address(),
            .note = QStringLiteral("덜 맵게"),
            .expectedTotalMinor = 13500,
            .cardId = id<CardId>(7)};
}

ExtendRequest extendRequest() {
    return {10};
}

EndRequest endRequest() {
    return {EndReason::Other, QStringLiteral("가스가 끊겼어요")};
}

HandOverRequest handOverRequest() {
    return {QStringLiteral("1234"), QStringLiteral("up-4567cdef")};
}

CollectRequest collectRequest() {
    return {QStringLiteral("1234")};
}

} // namespace soban::contract::samples
