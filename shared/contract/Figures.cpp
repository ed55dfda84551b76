// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Figures.h"

#include "contract/DomainWire.h"

namespace soban::contract {

template <>
struct Described<EarningsDay> {
    static constexpr const char *name = "EarningsDay";
    static constexpr auto fields =
        std::tuple{field("day", &EarningsDay::day), field("deliveries", &EarningsDay::deliveries),
                   field("pay", &EarningsDay::pay)};
};

template <>
struct Described<EarningsView> {
    static constexpr const char *name = "Earnings";
    static constexpr auto fields =
        std::tuple{field("from", &EarningsView::from), field("to", &EarningsView::to),
                   field("days", &EarningsView::days)};
};

template <>
struct Described<DayFigures> {
    static constexpr const char *name = "DayFigures";
    static constexpr auto fields =
        std::tuple{field("day", &DayFigures::day), field("orders", &DayFigures::orders),
                   field("takings", &DayFigures::takings)};
};

template <>
struct Described<HourFigures> {
    static constexpr const char *name = "HourFigures";
    static constexpr auto fields =
        std::tuple{field("hour", &HourFigures::hour, {0, 23}),
                   field("orders", &HourFigures::orders), field("takings", &HourFigures::takings)};
};

template <>
struct Described<ItemFigures> {
    static constexpr const char *name = "ItemFigures";
    static constexpr auto fields = std::tuple{
        field("itemId", &ItemFigures::itemId), field("name", &ItemFigures::name),
        field("quantity", &ItemFigures::quantity), field("takings", &ItemFigures::takings)};
};

template <>
struct Described<ShopFigures> {
    static constexpr const char *name = "ShopFigures";
    static constexpr auto fields =
        std::tuple{field("from", &ShopFigures::from),
                   field("to", &ShopFigures::to),
                   field("orders", &ShopFigures::orders),
                   field("waiting", &ShopFigures::waiting),
                   field("refused", &ShopFigures::refused),
                   field("expired", &ShopFigures::expired),
                   field("cancelled", &ShopFigures::cancelled),
                   field("returned", &ShopFigures::returned),
                   field("takings", &ShopFigures::takings),
                   field("items", &ShopFigures::items),
                   field("deliveryFees", &ShopFigures::deliveryFees),
                   field("paidByCard", &ShopFigures::paidByCard),
                   field("lost", &ShopFigures::lost),
                   field("meanPreparationSeconds", &ShopFigures::meanPreparationSeconds),
                   field("meanPromisedSeconds", &ShopFigures::meanPromisedSeconds),
                   field("days", &ShopFigures::days),
                   field("hours", &ShopFigures::hours),
                   field("bestItems", &ShopFigures::bestItems)};
};

} // namespace soban::contract

SOBAN_INSTANTIATE_CODEC(soban::contract::EarningsView);
SOBAN_INSTANTIATE_CODEC(soban::contract::ShopFigures);
