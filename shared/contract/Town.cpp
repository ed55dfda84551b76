// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Town.h"

#include "contract/DomainWire.h"

namespace soban::contract {

template <>
struct Described<TownPerson> {
    static constexpr const char *name = "TownPerson";
    static constexpr auto fields = std::tuple{field("login", &TownPerson::login, {3, 254}),
                                              field("password", &TownPerson::password, {8, 256}),
                                              field("name", &TownPerson::name, {1, 60}),
                                              field("phone", &TownPerson::phone, {3, 30}),
                                              field("language", &TownPerson::language)};
};

template <>
struct Described<TownCustomer> {
    static constexpr const char *name = "TownCustomer";
    static constexpr auto fields = std::tuple{field("login", &TownCustomer::login, {3, 254}),
                                              field("password", &TownCustomer::password, {8, 256}),
                                              field("name", &TownCustomer::name, {1, 60}),
                                              field("phone", &TownCustomer::phone, {3, 30}),
                                              field("language", &TownCustomer::language),
                                              field("address", &TownCustomer::address),
                                              field("hasCard", &TownCustomer::hasCard)};
};

template <>
struct Described<TownRider> {
    static constexpr const char *name = "TownRider";
    static constexpr auto fields = std::tuple{field("login", &TownRider::login, {3, 254}),
                                              field("password", &TownRider::password, {8, 256}),
                                              field("name", &TownRider::name, {1, 60}),
                                              field("phone", &TownRider::phone, {3, 30}),
                                              field("language", &TownRider::language),
                                              field("position", &TownRider::position),
                                              field("onDuty", &TownRider::onDuty)};
};

template <>
struct Described<TownHours> {
    static constexpr const char *name = "TownHours";
    static constexpr auto fields = std::tuple{field("weekday", &TownHours::weekday, {1, 7}),
                                              field("opens", &TownHours::opens, {5, 5}),
                                              field("closes", &TownHours::closes, {5, 5})};
};

template <>
struct Described<TownOption> {
    static constexpr const char *name = "TownOption";
    static constexpr auto fields =
        std::tuple{field("name", &TownOption::name), field("priceMinor", &TownOption::priceMinor)};
};

template <>
struct Described<TownOptionGroup> {
    static constexpr const char *name = "TownOptionGroup";
    static constexpr auto fields = std::tuple{field("name", &TownOptionGroup::name),
                                              field("minimum", &TownOptionGroup::minimum, {0, 50}),
                                              field("maximum", &TownOptionGroup::maximum, {1, 50}),
                                              field("options", &TownOptionGroup::options, {1, 50})};
};

template <>
struct Described<TownItem> {
    static constexpr const char *name = "TownItem";
    static constexpr auto fields = std::tuple{field("name", &TownItem::name),
                                              field("description", &TownItem::description),
                                              field("priceMinor", &TownItem::priceMinor),
                                              field("picture", &TownItem::picture, {0, 60}),
                                              field("stock", &TownItem::stock),
                                              field("optionGroups", &TownItem::optionGroups)};
};

template <>
struct Described<TownSection> {
    static constexpr const char *name = "TownSection";
    static constexpr auto fields =
        std::tuple{field("name", &TownSection::name), field("items", &TownSection::items)};
};

template <>
struct Described<TownShop> {
    static constexpr const char *name = "TownShop";
    static constexpr auto fields =
        std::tuple{field("owner", &TownShop::owner),
                   field("kind", &TownShop::kind),
                   field("name", &TownShop::name),
                   field("description", &TownShop::description),
                   field("phone", &TownShop::phone, {3, 30}),
                   field("address", &TownShop::address),
                   field("deliveryRadiusMeters", &TownShop::deliveryRadiusMeters, {1, 100'000}),
                   field("deliveryFeeMinor", &TownShop::deliveryFeeMinor),
                   field("minimumOrderMinor", &TownShop::minimumOrderMinor),
                   field("preparationMinutes", &TownShop::preparationMinutes, {1, 240}),
                   field("fulfilments", &TownShop::fulfilments, {1, 3}),
                   field("hours", &TownShop::hours),
                   field("holidays", &TownShop::holidays),
                   field("thanks", &TownShop::thanks),
                   field("picture", &TownShop::picture, {0, 60}),
                   field("sections", &TownShop::sections)};
};

template <>
struct Described<Town> {
    static constexpr const char *name = "Town";
    static constexpr auto fields = std::tuple{field("currency", &Town::currency),
                                              field("timeZone", &Town::timeZone),
                                              field("centre", &Town::centre),
                                              field("customers", &Town::customers, {0, 100'000}),
                                              field("riders", &Town::riders, {0, 100'000}),
                                              field("shops", &Town::shops, {0, 100'000})};
};

} // namespace soban::contract

SOBAN_INSTANTIATE_CODEC(soban::contract::Town);
