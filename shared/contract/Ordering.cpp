// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Ordering.h"

#include "contract/SharedWire.h"

namespace soban::contract {

template <>
struct Described<QuoteRequest> {
    static constexpr const char *name = "QuoteRequest";
    static constexpr auto fields = std::tuple{
        field("shopId", &QuoteRequest::shopId), field("fulfilment", &QuoteRequest::fulfilment),
        field("lines", &QuoteRequest::lines, {1, kMostLines})};
};

template <>
struct Described<PlaceOrderRequest> {
    static constexpr const char *name = "PlaceOrderRequest";
    static constexpr auto fields =
        std::tuple{field("shopId", &PlaceOrderRequest::shopId),
                   field("fulfilment", &PlaceOrderRequest::fulfilment),
                   field("lines", &PlaceOrderRequest::lines, {1, kMostLines}),
                   field("expectedTotalMinor", &PlaceOrderRequest::expectedTotalMinor),
                   field("paymentMethod", &PlaceOrderRequest::paymentMethod),
                   field("cardId", &PlaceOrderRequest::cardId),
                   field("address", &PlaceOrderRequest::address),
                   field("note", &PlaceOrderRequest::note, {0, 500}),
                   field("recipient", &PlaceOrderRequest::recipient),
                   field("cardText", &PlaceOrderRequest::cardText, {0, 300}),
                   field("wantedAt", &PlaceOrderRequest::wantedAt)};
};

template <>
struct Described<PayRequest> {
    static constexpr const char *name = "PayRequest";
    static constexpr auto fields = std::tuple{field("paymentMethod", &PayRequest::paymentMethod),
                                              field("cardId", &PayRequest::cardId)};
};

template <>
struct Described<ChangeRequest> {
    static constexpr const char *name = "ChangeRequest";
    static constexpr auto fields = std::tuple{
        field("lines", &ChangeRequest::lines, {1, kMostLines}),
        field("address", &ChangeRequest::address), field("note", &ChangeRequest::note, {0, 500}),
        field("expectedTotalMinor", &ChangeRequest::expectedTotalMinor),
        field("cardId", &ChangeRequest::cardId)};
};

template <>
struct Described<PayingCard> {
    static constexpr const char *name = "PayingCard";
    static constexpr auto fields = std::tuple{field("brand", &PayingCard::brand),
                                              field("maskedNumber", &PayingCard::maskedNumber)};
};

template <>
struct Described<OrderView> {
    static constexpr const char *name = "Order";
    static constexpr auto fields =
        std::tuple{field("id", &OrderView::id),
                   field("version", &OrderView::version),
                   field("number", &OrderView::number),
                   field("shopId", &OrderView::shopId),
                   field("shopKind", &OrderView::shopKind),
                   field("shopName", &OrderView::shopName),
                   field("shopPicture", &OrderView::shopPicture),
                   field("shopPhone", &OrderView::shopPhone),
                   field("shopPosition", &OrderView::shopPosition),
                   field("timeZone", &OrderView::timeZone),
                   field("state", &OrderView::state),
                   field("deliveryState", &OrderView::deliveryState),
                   field("fulfilment", &OrderView::fulfilment),
                   field("lines", &OrderView::lines),
                   field("items", &OrderView::items),
                   field("deliveryFee", &OrderView::deliveryFee),
                   field("total", &OrderView::total),
                   field("paymentMethod", &OrderView::paymentMethod),
                   field("paymentState", &OrderView::paymentState),
                   field("payingCard", &OrderView::payingCard),
                   field("address", &OrderView::address),
                   field("note", &OrderView::note),
                   field("recipient", &OrderView::recipient),
                   field("cardText", &OrderView::cardText),
                   field("wantedAt", &OrderView::wantedAt),
                   field("times", &OrderView::times),
                   field("preparationMinutes", &OrderView::preparationMinutes),
                   field("expectedAt", &OrderView::expectedAt),
                   field("latestAt", &OrderView::latestAt),
                   field("completesAt", &OrderView::completesAt),
                   field("riderName", &OrderView::riderName),
                   field("handOverCode", &OrderView::handOverCode),
                   field("proofPhoto", &OrderView::proofPhoto),
                   field("review", &OrderView::review),
                   field("answerBy", &OrderView::answerBy),
                   field("ending", &OrderView::ending),
                   field("pendingChange", &OrderView::pendingChange),
                   field("settlement", &OrderView::settlement),
                   field("allowedActions", &OrderView::allowedActions)};
};

template <>
struct Described<OrderList> {
    static constexpr const char *name = "OrderList";
    static constexpr auto fields = std::tuple{field("orders", &OrderList::orders),
                                              field("nextCursor", &OrderList::nextCursor)};
};

template <>
struct Described<PaymentList> {
    static constexpr const char *name = "PaymentList";
    static constexpr auto fields = std::tuple{field("payments", &PaymentList::payments)};
};

template <>
struct Described<TicketView> {
    static constexpr const char *name = "Ticket";
    static constexpr auto fields =
        std::tuple{field("id", &TicketView::id),
                   field("version", &TicketView::version),
                   field("number", &TicketView::number),
                   field("state", &TicketView::state),
                   field("deliveryState", &TicketView::deliveryState),
                   field("fulfilment", &TicketView::fulfilment),
                   field("lines", &TicketView::lines),
                   field("total", &TicketView::total),
                   field("paymentMethod", &TicketView::paymentMethod),
                   field("paymentState", &TicketView::paymentState),
                   field("note", &TicketView::note),
                   field("customerName", &TicketView::customerName),
                   field("customerPhone", &TicketView::customerPhone),
                   field("address", &TicketView::address),
                   field("recipient", &TicketView::recipient),
                   field("cardText", &TicketView::cardText),
                   field("wantedAt", &TicketView::wantedAt),
                   field("preparationMinutes", &TicketView::preparationMinutes),
                   field("times", &TicketView::times),
                   field("expectedAt", &TicketView::expectedAt),
                   field("latestAt", &TicketView::latestAt),
                   field("pickUpCode", &TicketView::pickUpCode),
                   field("riderName", &TicketView::riderName),
                   field("answerBy", &TicketView::answerBy),
                   field("ending", &TicketView::ending),
                   field("beforeChange", &TicketView::beforeChange),
                   field("riderSearch", &TicketView::riderSearch),
                   field("settlement", &TicketView::settlement),
                   field("allowedActions", &TicketView::allowedActions)};
};

template <>
struct Described<TicketList> {
    static constexpr const char *name = "TicketList";
    static constexpr auto fields = std::tuple{field("tickets", &TicketList::tickets),
                                              field("nextCursor", &TicketList::nextCursor)};
};

template <>
struct Described<AcceptRequest> {
    static constexpr const char *name = "AcceptRequest";
    static constexpr auto fields =
        std::tuple{field("preparationMinutes", &AcceptRequest::preparationMinutes, {1, 240})};
};

template <>
struct Described<ExtendRequest> {
    static constexpr const char *name = "ExtendRequest";
    static constexpr auto fields = std::tuple{field("minutes", &ExtendRequest::minutes, {1, 120})};
};

template <>
struct Described<EndRequest> {
    static constexpr const char *name = "EndRequest";
    static constexpr auto fields = std::tuple{field("reason", &EndRequest::reason),
                                              field("words", &EndRequest::words, {0, 300})};
};

template <>
struct Described<HandOverRequest> {
    static constexpr const char *name = "HandOverRequest";
    static constexpr auto fields = std::tuple{field("code", &HandOverRequest::code, {4, 4}),
                                              field("photo", &HandOverRequest::photo, {1, 80})};
};

template <>
struct Described<CollectRequest> {
    static constexpr const char *name = "CollectRequest";
    static constexpr auto fields = std::tuple{field("code", &CollectRequest::code, {4, 4})};
};

} // namespace soban::contract

SOBAN_INSTANTIATE_CODEC(soban::contract::QuoteRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::QuoteView);
SOBAN_INSTANTIATE_CODEC(soban::contract::PlaceOrderRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::OrderView);
SOBAN_INSTANTIATE_CODEC(soban::contract::OrderList);
SOBAN_INSTANTIATE_CODEC(soban::contract::PaymentList);
SOBAN_INSTANTIATE_CODEC(soban::contract::TicketView);
SOBAN_INSTANTIATE_CODEC(soban::contract::TicketList);
SOBAN_INSTANTIATE_CODEC(soban::contract::AcceptRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::PayRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::ChangeRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::ExtendRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::EndRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::HandOverRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::CollectRequest);
SOBAN_INSTANTIATE_CODEC(QList<soban::OrderLine>);
SOBAN_INSTANTIATE_CODEC(soban::Ending);
SOBAN_INSTANTIATE_CODEC(soban::Settlement);
SOBAN_INSTANTIATE_CODEC(soban::PendingChange);
SOBAN_INSTANTIATE_CODEC(soban::BeforeChange);
