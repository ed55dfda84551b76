// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleParts.h"
#include "Samples.h"

namespace soban::contract::samples {

namespace {

LocalizedText text(const char *ko, const char *en) {
    return {QString::fromUtf8(ko), QString::fromUtf8(en)};
}

} // namespace

ShopModeSetting shopModeSetting() {
    return {.mode = ShopMode::Busy, .extraMinutes = 10, .until = minute(90)};
}

ShopSettingsView shopSettings() {
    return {.id = id<ShopId>(1),
            .version = 4,
            .kind = ShopKind::Food,
            .name = text("소반 김밥", "Soban Gimbap"),
            .description = text("매일 새로", "Fresh every day"),
            .phone = QStringLiteral("033-000-0001"),
            .address = {QStringLiteral("춘천로 1"), place(37.88, 127.73)},
            .timeZone = QStringLiteral("Asia/Seoul"),
            .picture = QStringLiteral("gimbap"),
            .deliveryRadiusMeters = 2500,
            .deliveryFee = krw(3000),
            .minimumOrder = krw(10000),
            .preparationMinutes = 20,
            .fulfilments = {Fulfilment::PlatformRider, Fulfilment::Collection},
            .hours = {{1, 540, 1080}, {6, 1080, 1560}},
            .holidays = {QDate(2026, 9, 25), QDate(2027, 1, 1)},
            .thanks = text("고맙습니다", "Thank you"),
            .mode = shopModeSetting()};
}

ShopSettingsRequest shopSettingsRequest() {
    return {.description = text("매일 새로", "Fresh every day"),
            .phone = QStringLiteral("033-000-0001"),
            .picture = QStringLiteral("gimbap"),
            .deliveryRadiusMeters = 2500,
            .deliveryFeeMinor = 3000,
            .minimumOrderMinor = 10000,
            .preparationMinutes = 20,
            .fulfilments = {Fulfilment::PlatformRider, Fulfilment::OwnDelivery},
            .hours = {{7, 600, 1200}},
            .holidays = {QDate(2026, 12, 25)},
            .thanks = text("고맙습니다", "Thank you")};
}

OwnItemView ownItem() {
    const MenuOption large{id<OptionId>(41), text("곱빼기", "Large"), krw(1500)};
    return {.id = id<MenuItemId>(31),
            .name = text("비빔밥", "Bibimbap"),
            .description = text("나물", "Vegetables"),
            .price = krw(9000),
            .picture = QStringLiteral("bibimbap"),
            .isHidden = true,
            .soldOut = SoldOut{minute(240)},
            .stock = ShelfStock{7, 30},
            .optionGroups = {{id<OptionGroupId>(51), text("크기", "Size"), 0, 1, {large}}}};
}

OwnMenuView ownMenu() {
    return {.version = 6, .sections = {{text("밥", "Rice"), {ownItem()}}}};
}

MenuDraft menuDraft() {
    return {{{text("밥", "Rice"),
              {{.id = id<MenuItemId>(31),
                .name = text("비빔밥", "Bibimbap"),
                .description = text("나물", "Vegetables"),
                .priceMinor = 9000,
                .picture = QStringLiteral("bibimbap"),
                .isHidden = false,
                .optionGroups = {{id<OptionGroupId>(51),
                                  text("크기", "Size"),
                                  0,
                                  1,
                                  {{id<OptionId>(41), text("곱빼기", "Large"), 1500}}}}}}}}};
}

AvailabilityRequest availabilityRequest() {
    return {.soldOut = SoldOut{minute(240)}, .stock = StockRequest{5, 20}};
}

ShopFigures shopFigures() {
    return {.from = QDate(2026, 11, 1),
            .to = QDate(2026, 11, 30),
            .orders = 12,
            .waiting = 2,
            .refused = 1,
            .expired = 2,
            .cancelled = 3,
            .returned = 4,
            .takings = krw(24000),
            .items = krw(20000),
            .deliveryFees = krw(4000),
            .paidByCard = krw(18000),
            .lost = krw(9000),
            .meanPreparationSeconds = 905,
            .meanPromisedSeconds = 960,
            .days = {{QDate(2026, 11, 20), 5, krw(14000)}},
            .hours = {{18, 6, krw(15000)}},
            .bestItems = {{id<MenuItemId>(31), text("비빔밥", "Bibimbap"), 7, krw(21000)}}};
}

EarningsView earnings() {
    return {.from = QDate(2026, 11, 19),
            .to = QDate(2026, 11, 21),
            .days = {{QDate(2026, 11, 20), 8, krw(28000)}}};
}

AddressBook addressBook() {
    return {{{QStringLiteral("집"), address()}}};
}

RiderPositionView riderPosition() {
    return {place(37.8787, 127.7283), minute(33)};
}

} // namespace soban::contract::samples
