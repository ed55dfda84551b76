// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/ShopOffice.h"

#include "contract/DomainWire.h"

namespace soban::contract {

namespace {

constexpr Bounds kPhone{3, 30};
constexpr Bounds kPictureName{0, 80};
constexpr Bounds kRadius{1, 100'000};
constexpr Bounds kPreparation{1, 240};
constexpr Bounds kExtra{1, 240};
constexpr Bounds kStock{0, 1'000'000};
constexpr Bounds kPrice{0, 1'000'000'000};

} // namespace

template <>
struct Described<ShopModeSetting> {
    static constexpr const char *name = "ShopModeSetting";
    static constexpr auto fields =
        std::tuple{field("mode", &ShopModeSetting::mode),
                   field("extraMinutes", &ShopModeSetting::extraMinutes, kExtra),
                   field("until", &ShopModeSetting::until)};
};

template <>
struct Described<ShopSettingsView> {
    static constexpr const char *name = "ShopSettings";
    static constexpr auto fields =
        std::tuple{field("id", &ShopSettingsView::id),
                   field("version", &ShopSettingsView::version),
                   field("kind", &ShopSettingsView::kind),
                   field("name", &ShopSettingsView::name),
                   field("description", &ShopSettingsView::description),
                   field("phone", &ShopSettingsView::phone),
                   field("address", &ShopSettingsView::address),
                   field("timeZone", &ShopSettingsView::timeZone),
                   field("picture", &ShopSettingsView::picture),
                   field("deliveryRadiusMeters", &ShopSettingsView::deliveryRadiusMeters),
                   field("deliveryFee", &ShopSettingsView::deliveryFee),
                   field("minimumOrder", &ShopSettingsView::minimumOrder),
                   field("preparationMinutes", &ShopSettingsView::preparationMinutes),
                   field("fulfilments", &ShopSettingsView::fulfilments, {1, 3}),
                   field("hours", &ShopSettingsView::hours),
                   field("holidays", &ShopSettingsView::holidays),
                   field("thanks", &ShopSettingsView::thanks),
                   field("mode", &ShopSettingsView::mode)};
};

template <>
struct Described<ShopSettingsRequest> {
    using T = ShopSettingsRequest;
    static constexpr const char *name = "ShopSettingsRequest";
    static constexpr auto fields =
        std::tuple{field("description", &T::description),
                   field("phone", &T::phone, kPhone),
                   field("picture", &T::picture, kPictureName),
                   field("deliveryRadiusMeters", &T::deliveryRadiusMeters, kRadius),
                   field("deliveryFeeMinor", &T::deliveryFeeMinor, kPrice),
                   field("minimumOrderMinor", &T::minimumOrderMinor, kPrice),
                   field("preparationMinutes", &T::preparationMinutes, kPreparation),
                   field("fulfilments", &T::fulfilments, {1, 3}),
                   field("hours", &T::hours, {0, 50}),
                   field("holidays", &T::holidays, {0, 400}),
                   field("thanks", &T::thanks)};
};

template <>
struct Described<SoldOut> {
    static constexpr const char *name = "SoldOut";
    static constexpr auto fields = std::tuple{field("until", &SoldOut::until)};
};

template <>
struct Described<ShelfStock> {
    static constexpr const char *name = "ShelfStock";
    static constexpr auto fields = std::tuple{field("remaining", &ShelfStock::remaining),
                                              field("perDay", &ShelfStock::perDay)};
};

template <>
struct Described<OwnItemView> {
    static constexpr const char *name = "OwnItem";
    static constexpr auto fields = std::tuple{field("id", &OwnItemView::id),
                                              field("name", &OwnItemView::name),
                                              field("description", &OwnItemView::description),
                                              field("price", &OwnItemView::price),
                                              field("picture", &OwnItemView::picture),
                                              field("isHidden", &OwnItemView::isHidden),
                                              field("soldOut", &OwnItemView::soldOut),
                                              field("stock", &OwnItemView::stock),
                                              field("optionGroups", &OwnItemView::optionGroups)};
};

template <>
struct Described<OwnSectionView> {
    static constexpr const char *name = "OwnSection";
    static constexpr auto fields =
        std::tuple{field("name", &OwnSectionView::name), field("items", &OwnSectionView::items)};
};

template <>
struct Described<OwnMenuView> {
    static constexpr const char *name = "OwnMenu";
    static constexpr auto fields = std::tuple{field("version", &OwnMenuView::version),
                                              field("sections", &OwnMenuView::sections)};
};

template <>
struct Described<OptionDraft> {
    static constexpr const char *name = "OptionDraft";
    static constexpr auto fields =
        std::tuple{field("id", &OptionDraft::id), field("name", &OptionDraft::name),
                   field("priceMinor", &OptionDraft::priceMinor, kPrice)};
};

template <>
struct Described<OptionGroupDraft> {
    static constexpr const char *name = "OptionGroupDraft";
    static constexpr auto fields =
        std::tuple{field("id", &OptionGroupDraft::id), field("name", &OptionGroupDraft::name),
                   field("minimum", &OptionGroupDraft::minimum, {0, 50}),
                   field("maximum", &OptionGroupDraft::maximum, {1, 50}),
                   field("options", &OptionGroupDraft::options, {1, 50})};
};

template <>
struct Described<ItemDraft> {
    static constexpr const char *name = "ItemDraft";
    static constexpr auto fields =
        std::tuple{field("id", &ItemDraft::id),
                   field("name", &ItemDraft::name),
                   field("description", &ItemDraft::description),
                   field("priceMinor", &ItemDraft::priceMinor, kPrice),
                   field("picture", &ItemDraft::picture, kPictureName),
                   field("isHidden", &ItemDraft::isHidden),
                   field("optionGroups", &ItemDraft::optionGroups, {0, 20})};
};

template <>
struct Described<SectionDraft> {
    static constexpr const char *name = "SectionDraft";
    static constexpr auto fields = std::tuple{field("name", &SectionDraft::name),
                                              field("items", &SectionDraft::items, {1, 200})};
};

template <>
struct Described<MenuDraft> {
    static constexpr const char *name = "MenuDraft";
    static constexpr auto fields = std::tuple{field("sections", &MenuDraft::sections, {0, 50})};
};

template <>
struct Described<StockRequest> {
    static constexpr const char *name = "StockRequest";
    static constexpr auto fields = std::tuple{field("remaining", &StockRequest::remaining, kStock),
                                              field("perDay", &StockRequest::perDay, kStock)};
};

template <>
struct Described<AvailabilityRequest> {
    static constexpr const char *name = "AvailabilityRequest";
    static constexpr auto fields = std::tuple{field("soldOut", &AvailabilityRequest::soldOut),
                                              field("stock", &AvailabilityRequest::stock)};
};

} // namespace soban::contract

SOBAN_INSTANTIATE_CODEC(soban::contract::ShopModeSetting);
SOBAN_INSTANTIATE_CODEC(soban::contract::ShopSettingsView);
SOBAN_INSTANTIATE_CODEC(soban::contract::ShopSettingsRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::OwnMenuView);
SOBAN_INSTANTIATE_CODEC(soban::contract::OwnItemView);
SOBAN_INSTANTIATE_CODEC(soban::contract::MenuDraft);
SOBAN_INSTANTIATE_CODEC(soban::contract::AvailabilityRequest);
