// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleParts.h"
#include "Samples.h"

namespace soban::contract::samples {

OrderMoved orderMoved() {
    return {.order = id<OrderId>(7),
            .shop = id<ShopId>(1),
            .number = 12,
            .version = 3,
            .state = OrderState::Accepted,
            .deliveryState = DeliveryState::None,
            .fulfilment = Fulfilment::PlatformRider,
            .preparationMinutes = 20,
            .expectedAt = minute(35),
            .latestAt = minute(50),
            .riderName = QStringLiteral("세나"),
            .reason = QStringLiteral("재료가 떨어졌어요")};
}

Offer offer() {
    return {.order = id<OrderId>(7),
            .shopName = {QStringLiteral("소반 김밥"), QStringLiteral("Soban Gimbap")},
            .shopPicture = QStringLiteral("gimbap"),
            .shopAddress = QStringLiteral("춘천로 1"),
            .shopPosition = place(37.88, 127.73),
            .dropArea = place(37.877, 127.732),
            .wayMeters = 740,
            .pay = krw(3500),
            .collectAtDoor = krw(24000),
            .readySince = minute(20),
            .number = 12};
}

OfferWithdrawn offerWithdrawn() {
    return {id<OrderId>(7), WithdrawReason::TakenOver};
}

PaymentMoved paymentMoved() {
    return {.order = id<OrderId>(7),
            .payment = id<PaymentId>(8),
            .method = PaymentMethod::Card,
            .state = PaymentState::Declined,
            .amount = krw(24000),
            .reason = QStringLiteral("limit reached")};
}

RefundMoved refundMoved() {
    return {.order = id<OrderId>(7),
            .payment = id<PaymentId>(8),
            .refund = id<RefundId>(9),
            .amount = krw(4000),
            .state = RefundState::Done};
}

CardRegistered cardRegistered() {
    return {id<CardId>(5), QStringLiteral("신한"), QStringLiteral("4330-****-****-1234")};
}

ReviewMoved reviewMoved() {
    return {id<OrderId>(7), id<ShopId>(1), 4};
}

MessagePosted messagePosted() {
    return {.message = id<MessageId>(9),
            .order = id<OrderId>(7),
            .kind = MessageKind::ReviewRequest,
            .shopName = {QStringLiteral("소반 분식"), QStringLiteral("Soban Snacks")},
            .text = {QStringLiteral("어떠셨나요?"), QStringLiteral("How was it?")}};
}

ShopChanged shopChanged() {
    return {id<ShopId>(1)};
}

EventEnvelope event() {
    return {.specversion = QStringLiteral("1.0"),
            .id = id<EventId>(100),
            .source = QStringLiteral("/soban"),
            .type = EventType::OrderAccepted,
            .subject = id<OrderId>(7),
            .time = minute(2),
            .sequence = *Sequence::fromNumber(42),
            .correlationid = id<OrderId>(8),
            .causationid = id<EventId>(99),
            .data = *parseJson(encodeEventData(orderMoved()))};
}

EventPage eventPage() {
    return {.events = {event()}, .sequence = *Sequence::fromNumber(43), .isCardPaymentDown = true};
}

StreamNote streamNote() {
    return {StreamSignal::Heartbeat, *Sequence::fromNumber(44), true};
}

Problem problem() {
    Problem problem = Problem::at(ErrorCode::PriceChanged, QStringLiteral("expectedTotalMinor"),
                                  QStringLiteral("is 23000"));
    problem.present = PresentStage{id<OrderId>(7), 3, OrderState::Accepted, DeliveryState::None};
    problem.quote = quote();
    return problem;
}

} // namespace soban::contract::samples
