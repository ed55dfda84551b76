// SPDX-License-Identifier: GPL-3.0-or-later
// Messages that appear inside those of other groups.
#pragma once

#include "contract/DomainWire.h"
#include "contract/Identity.h"
#include "contract/Ordering.h"

namespace soban::contract {

template <>
struct Described<AccountView> {
    static constexpr const char *name = "Account";
    static constexpr auto fields =
        std::tuple{field("id", &AccountView::id),        field("role", &AccountView::role),
                   field("login", &AccountView::login),  field("name", &AccountView::name),
                   field("phone", &AccountView::phone),  field("language", &AccountView::language),
                   field("shopId", &AccountView::shopId)};
};

template <>
struct Described<QuoteView> {
    static constexpr const char *name = "Quote";
    static constexpr auto fields = std::tuple{
        field("lines", &QuoteView::lines), field("items", &QuoteView::items),
        field("deliveryFee", &QuoteView::deliveryFee), field("total", &QuoteView::total)};
};

template <>
struct Described<PaymentView> {
    static constexpr const char *name = "Payment";
    static constexpr auto fields = std::tuple{field("id", &PaymentView::id),
                                              field("method", &PaymentView::method),
                                              field("state", &PaymentView::state),
                                              field("amount", &PaymentView::amount),
                                              field("refunded", &PaymentView::refunded),
                                              field("requestedAt", &PaymentView::requestedAt),
                                              field("settledAt", &PaymentView::settledAt),
                                              field("declineReason", &PaymentView::declineReason)};
};

template <>
struct Described<ReviewView> {
    static constexpr const char *name = "Review";
    static constexpr auto fields = std::tuple{
        field("orderId", &ReviewView::orderId),     field("author", &ReviewView::author),
        field("stars", &ReviewView::stars, {1, 5}), field("words", &ReviewView::words),
        field("photo", &ReviewView::photo),         field("writtenAt", &ReviewView::writtenAt),
        field("answer", &ReviewView::answer),       field("answeredAt", &ReviewView::answeredAt)};
};

} // namespace soban::contract
