// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleParts.h"
#include "Samples.h"

namespace soban::contract::samples {

RegisterRequest registerRequest() {
    return {.role = Role::Customer,
            .login = QStringLiteral("hana@example.org"),
            .password = QStringLiteral("correct horse"),
            .name = QStringLiteral("하나"),
            .phone = QStringLiteral("010-0000-0101"),
            .language = Language::Korean};
}

SignInRequest signInRequest() {
    return {QStringLiteral("hana@example.org"), QStringLiteral("\"quoted\" \\ password")};
}

RefreshRequest refreshRequest() {
    return {QStringLiteral("refresh-1")};
}

AccountView account() {
    return {.id = id<AccountId>(2),
            .role = Role::Shop,
            .login = QStringLiteral("gimbap@example.org"),
            .name = QStringLiteral("Duri"),
            .phone = QStringLiteral("010-0000-0102"),
            .language = Language::English,
            .shopId = id<ShopId>(1)};
}

SessionView session() {
    return {.accessToken = QStringLiteral("access-1"),
            .accessExpiresAt = minute(15),
            .refreshToken = QStringLiteral("refresh-1"),
            .refreshExpiresAt = minute(30 * 24 * 60),
            .account = account()};
}

CardRegistrationView cardRegistration() {
    return {QStringLiteral("https://pay.example.org/register?customerKey=k&x=1")};
}

CardList cardList() {
    return {{{.id = id<CardId>(5),
              .brand = QStringLiteral("신한"),
              .maskedNumber = QStringLiteral("4330-****-****-1234"),
              .registeredAt = minute(1)}}};
}

MessageList messageList() {
    return {.messages = {{.id = id<MessageId>(9),
                          .orderId = id<OrderId>(7),
                          .kind = QStringLiteral("thanks"),
                          .shopName = {QStringLiteral("소반 분식"), QStringLiteral("Soban Snacks")},
                          .orderNumber = 412,
                          .text = {QStringLiteral("고맙습니다!\n또 오세요."),
                                   QStringLiteral("Thank you!\nCome again.")},
                          .at = minute(60)}},
            .nextCursor = QStringLiteral("messages-2")};
}

DutyRequest dutyRequest() {
    return {.onDuty = true, .position = place(37.8787, 127.7283)};
}

PositionRequest positionRequest() {
    return {place(-33.5, -70.25)};
}

DutyView duty() {
    return {.onDuty = false, .position = place(37.8788, 127.7284)};
}

OfferList offerList() {
    return {{offer()}};
}

RiderStepRequest riderStepRequest() {
    return {.expected = DeliveryState::Open, .happenedAt = minute(31)};
}

RiderHandOverRequest riderHandOverRequest() {
    return {.expected = DeliveryState::PickedUp,
            .code = QStringLiteral("0412"),
            .happenedAt = minute(45),
            .photo = QStringLiteral("up-4567cdef")};
}

RiderReturnRequest riderReturnRequest() {
    return {.expected = DeliveryState::PickedUp,
            .reason = EndReason::NobodyAtDoor,
            .happenedAt = minute(50)};
}

DeliveryView delivery() {
    return {.orderId = id<OrderId>(7),
            .version = 6,
            .number = 12,
            .state = OrderState::Ready,
            .deliveryState = DeliveryState::Claimed,
            .shopName = {QStringLiteral("소반 김밥"), QStringLiteral("Soban Gimbap")},
            .shopPicture = QStringLiteral("gimbap"),
            .shopAddress = QStringLiteral("춘천로 1"),
            .shopPhone = QStringLiteral("033-000-0001"),
            .shopPosition = place(37.88, 127.73),
            .address = address(),
            .customerName = QStringLiteral("하나"),
            .customerPhone = QStringLiteral("010-0000-0110"),
            .recipient = recipient(),
            .note = QStringLiteral("문 앞에 놓아 주세요"),
            .pickUpCode = QStringLiteral("5678"),
            .pay = krw(3500),
            .collectAtDoor = krw(15000),
            .proofPhoto = QStringLiteral("up-4567cdef"),
            .times = times(),
            .ending = ending(),
            .allowedActions = {Action::GiveBack, Action::PickUp}};
}

DeliveryList deliveryList() {
    return {.deliveries = {delivery()}, .nextCursor = QStringLiteral("deliveries-2")};
}

OrderAudit orderAudit() {
    return {.orderId = id<OrderId>(7),
            .customerId = id<AccountId>(2),
            .shopId = id<ShopId>(1),
            .riderId = id<AccountId>(3),
            .version = 9,
            .state = OrderState::Completed,
            .deliveryState = DeliveryState::Delivered,
            .total = krw(15000),
            .kept = krw(14000),
            .owed = krw(13000),
            .reservedUnits = 4,
            .times = times(),
            .payments = paymentList().payments};
}

OperatorEndRequest operatorEndRequest() {
    return {.reason = EndReason::Other,
            .words = QStringLiteral("길이 막혔어요"),
            .fault = Party::Platform,
            .refundMinor = 12000};
}

SettleRequest settleRequest() {
    return {.fault = Party::Shop, .refundMinor = 1000, .words = QStringLiteral("국물이 샜어요")};
}

OrderAuditList orderAuditList() {
    return {.orders = {orderAudit()}, .nextCursor = QStringLiteral("audit-2")};
}

MessagePreference messagePreference() {
    return {.way = MessageWay::KakaoTalk, .language = Language::English};
}

PhoneMessageList phoneMessageList() {
    return {.messages = {{.id = id<MessageId>(31),
                          .topic = QStringLiteral("accepted"),
                          .way = MessageWay::Sms,
                          .state = MessageState::Delivered,
                          .text = QStringLiteral("[소반] 주문이 접수됐어요"),
                          .at = minute(1),
                          .sentAt = minute(2),
                          .settledAt = minute(3)}}};
}

PhoneMessageAuditList phoneMessageAuditList() {
    return {.messages = {{.message = phoneMessageList().messages.first(),
                          .orderId = id<OrderId>(7),
                          .customerId = id<AccountId>(2),
                          .event = Sequence::fromNumber(41)->toText(),
                          .tries = 3,
                          .gateway = QStringLiteral("kannel"),
                          .fault = QStringLiteral("the phone is off")}},
            .nextCursor = QStringLiteral("messages-2")};
}

OperatorAccountList operatorAccountList() {
    return {.accounts = {{.account = account(), .createdAt = minute(-5), .isDisabled = true}},
            .nextCursor = QStringLiteral("accounts-2")};
}

} // namespace soban::contract::samples
