// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleParts.h"
#include "Samples.h"

namespace soban::contract::samples {

namespace {

LocalizedText text(const char *ko, const char *en) {
    return {QString::fromUtf8(ko), QString::fromUtf8(en)};
}

ShopCard shopCard() {
    return {.id = id<ShopId>(1),
            .kind = ShopKind::Flowers,
            .name = text("소반 꽃집", "Soban Flowers"),
            .picture = QStringLiteral("rosebasket"),
            .position = place(37.88, 127.73),
            .distanceMeters = 850,
            .isOpen = true,
            .mode = ShopMode::Busy,
            .extraMinutes = 10,
            .modeUntil = minute(45),
            .preparationMinutes = 25,
            .deliveryFee = krw(3000),
            .minimumOrder = krw(10000),
            .fulfilments = {Fulfilment::OwnDelivery, Fulfilment::Collection},
            .reviewCount = 10,
            .starSum = 47};
}

TownShop townShop() {
    return {
        .owner = {QStringLiteral("owner1@example.org"), QStringLiteral("owner-pass"),
                  QStringLiteral("모란"), QStringLiteral("010-0000-0301"), Language::Korean},
        .kind = ShopKind::Food,
        .name = text("소반 김밥", "Soban Gimbap"),
        .description = text("매일 새로", "Fresh every day"),
        .phone = QStringLiteral("033-000-0001"),
        .address = {QStringLiteral("춘천로 1"), place(37.88, 127.73)},
        .deliveryRadiusMeters = 2500,
        .deliveryFeeMinor = 3000,
        .minimumOrderMinor = 10000,
        .preparationMinutes = 20,
        .fulfilments = {Fulfilment::PlatformRider},
        .hours = {{6, QStringLiteral("18:00"), QStringLiteral("02:00")}},
        .holidays = {QStringLiteral("2026-09-25")},
        .thanks = text("고맙습니다", "Thank you"),
        .picture = QStringLiteral("gimbap"),
        .sections = {{text("밥", "Rice"),
                      {{.name = text("비빔밥", "Bibimbap"),
                        .description = text("나물", "Vegetables"),
                        .priceMinor = 9000,
                        .picture = QStringLiteral("bibimbap"),
                        .stock = 30,
                        .optionGroups = {
                            {text("크기", "Size"), 0, 1, {{text("곱빼기", "Large"), 1500}}}}}}}}};
}

} // namespace

ShopList shopList() {
    return {.shops = {shopCard()}, .nextCursor = QStringLiteral("shops-2")};
}

ShopView shop() {
    const MenuOption large{id<OptionId>(41), text("크게", "Large"), krw(15000)};
    return {
        .card = shopCard(),
        .description = text("꽃다발과 화분", "Bouquets and pots"),
        .phone = QStringLiteral("033-000-0002"),
        .address = QStringLiteral("금강로 35"),
        .timeZone = QStringLiteral("Asia/Seoul"),
        .hours = {{1, 540, 1080}, {6, 1080, 1560}},
        .nextOpening = minute(21 * 60),
        .deliveryRadiusMeters = 4000,
        .sections = {
            {text("꽃다발", "Bouquets"),
             {{.id = id<MenuItemId>(31),
               .name = text("장미", "Roses"),
               .description = text("스무 송이", "Twenty"),
               .price = krw(35000),
               .picture = QStringLiteral("rosebq"),
               .isSoldOut = false,
               .remaining = 7,
               .optionGroups = {{id<OptionGroupId>(51), text("크기", "Size"), 0, 1, {large}}}}}}}};
}

PictureView picture() {
    return {.name = QStringLiteral("up-0123abcd"), .width = 1600, .height = 1200};
}

ReviewView review() {
    return {.orderId = id<OrderId>(7),
            .author = QStringLiteral("하나"),
            .stars = 4,
            .words = QStringLiteral("예뻐요"),
            .photo = QStringLiteral("up-0123abcd"),
            .writtenAt = minute(70),
            .answer = QStringLiteral("고맙습니다"),
            .answeredAt = minute(80)};
}

ReviewList reviewList() {
    return {.reviews = {review()}, .nextCursor = QStringLiteral("reviews-2")};
}

Town town() {
    return {.currency = Currency::krw(),
            .timeZone = QStringLiteral("Asia/Seoul"),
            .centre = place(37.879, 127.7295),
            .customers = {{QStringLiteral("customer1@example.org"), QStringLiteral("customer-pass"),
                           QStringLiteral("하나"), QStringLiteral("010-0000-0101"),
                           Language::Korean, address(), true}},
            .riders = {{QStringLiteral("rider1@example.org"), QStringLiteral("rider-pass"),
                        QStringLiteral("세나"), QStringLiteral("010-0000-0201"), Language::English,
                        place(37.8787, 127.7283), true}},
            .shops = {townShop()}};
}

} // namespace soban::contract::samples
