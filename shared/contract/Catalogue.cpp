// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Catalogue.h"

#include "contract/DomainWire.h"

namespace soban::contract {

template <>
struct Described<ShopCard> {
    static constexpr const char *name = "ShopCard";
    static constexpr auto fields =
        std::tuple{field("id", &ShopCard::id),
                   field("kind", &ShopCard::kind),
                   field("name", &ShopCard::name),
                   field("picture", &ShopCard::picture),
                   field("position", &ShopCard::position),
                   field("distanceMeters", &ShopCard::distanceMeters),
                   field("isOpen", &ShopCard::isOpen),
                   field("mode", &ShopCard::mode),
                   field("extraMinutes", &ShopCard::extraMinutes),
                   field("modeUntil", &ShopCard::modeUntil),
                   field("preparationMinutes", &ShopCard::preparationMinutes),
                   field("deliveryFee", &ShopCard::deliveryFee),
                   field("minimumOrder", &ShopCard::minimumOrder),
                   field("fulfilments", &ShopCard::fulfilments, {1, 3}),
                   field("reviewCount", &ShopCard::reviewCount),
                   field("starSum", &ShopCard::starSum)};
};

template <>
struct Described<ShopList> {
    static constexpr const char *name = "ShopList";
    static constexpr auto fields =
        std::tuple{field("shops", &ShopList::shops), field("nextCursor", &ShopList::nextCursor)};
};

template <>
struct Described<PictureView> {
    static constexpr const char *name = "Picture";
    static constexpr auto fields =
        std::tuple{field("name", &PictureView::name), field("width", &PictureView::width),
                   field("height", &PictureView::height)};
};

template <>
struct Described<MenuItemView> {
    static constexpr const char *name = "MenuItem";
    static constexpr auto fields = std::tuple{field("id", &MenuItemView::id),
                                              field("name", &MenuItemView::name),
                                              field("description", &MenuItemView::description),
                                              field("price", &MenuItemView::price),
                                              field("picture", &MenuItemView::picture),
                                              field("isSoldOut", &MenuItemView::isSoldOut),
                                              field("remaining", &MenuItemView::remaining),
                                              field("optionGroups", &MenuItemView::optionGroups)};
};

template <>
struct Described<MenuSectionView> {
    static constexpr const char *name = "MenuSection";
    static constexpr auto fields =
        std::tuple{field("name", &MenuSectionView::name), field("items", &MenuSectionView::items)};
};

template <>
struct Described<ShopView> {
    static constexpr const char *name = "Shop";
    static constexpr auto fields =
        std::tuple{field("card", &ShopView::card),
                   field("description", &ShopView::description),
                   field("phone", &ShopView::phone),
                   field("address", &ShopView::address),
                   field("timeZone", &ShopView::timeZone),
                   field("hours", &ShopView::hours),
                   field("nextOpening", &ShopView::nextOpening),
                   field("deliveryRadiusMeters", &ShopView::deliveryRadiusMeters),
                   field("sections", &ShopView::sections)};
};

} // namespace soban::contract

SOBAN_INSTANTIATE_CODEC(soban::contract::ShopList);
SOBAN_INSTANTIATE_CODEC(soban::contract::PictureView);
SOBAN_INSTANTIATE_CODEC(soban::contract::ShopView);
