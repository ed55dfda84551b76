// SPDX-License-Identifier: GPL-3.0-or-later
// How values of the domain look on the wire. Included where codecs are instantiated.
#pragma once

#include "contract/CodecImpl.h"
#include "domain/Event.h"

#include <QDate>

namespace soban::contract {

/// A day of a calendar, without a time zone: `2026-11-20`.
template <>
struct WireType<QDate> {
    static std::optional<QDate> fromText(const QString &text) {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        return day.isValid() && day.toString(Qt::ISODate) == text ? std::optional(day)
                                                                  : std::nullopt;
    }
    static Result<QDate, DecodeError> read(const JsonValue &json, Reading) {
        return readText<QDate>(json, "a day as YYYY-MM-DD", &fromText);
    }
    static void write(JsonWriter &writer, QDate value) {
        writer.value(value.toString(Qt::ISODate));
    }
    static JsonValue schema(SchemaBook &, Bounds) {
        JsonValue schema = typeSchema("string");
        schema.set(QStringLiteral("format"), "date");
        return schema;
    }
};

template <>
struct Described<Address> {
    static constexpr const char *name = "Address";
    static constexpr auto fields =
        std::tuple{field("text", &Address::text, {1, 200}), field("position", &Address::position)};
};

template <>
struct Described<Recipient> {
    static constexpr const char *name = "Recipient";
    static constexpr auto fields = std::tuple{field("name", &Recipient::name, {1, 60}),
                                              field("phone", &Recipient::phone, {3, 30})};
};

template <>
struct Described<LineChoice> {
    static constexpr const char *name = "LineChoice";
    static constexpr auto fields = std::tuple{
        field("itemId", &LineChoice::item), field("optionIds", &LineChoice::options, {0, 50}),
        field("quantity", &LineChoice::quantity, {1, kLargestQuantity})};
};

template <>
struct Described<PricedOption> {
    static constexpr const char *name = "PricedOption";
    static constexpr auto fields =
        std::tuple{field("id", &PricedOption::id), field("name", &PricedOption::name),
                   field("price", &PricedOption::price), field("group", &PricedOption::group)};
};

template <>
struct Described<OrderLine> {
    static constexpr const char *name = "OrderLine";
    static constexpr auto fields = std::tuple{
        field("itemId", &OrderLine::item),         field("name", &OrderLine::name),
        field("options", &OrderLine::options),     field("quantity", &OrderLine::quantity),
        field("unitPrice", &OrderLine::unitPrice), field("total", &OrderLine::total)};
};

template <>
struct Described<OrderTimes> {
    static constexpr const char *name = "OrderTimes";
    static constexpr auto fields = std::tuple{
        field("created", &OrderTimes::created),     field("placed", &OrderTimes::placed),
        field("accepted", &OrderTimes::accepted),   field("started", &OrderTimes::started),
        field("ready", &OrderTimes::ready),         field("claimed", &OrderTimes::claimed),
        field("pickedUp", &OrderTimes::pickedUp),   field("delivered", &OrderTimes::delivered),
        field("completed", &OrderTimes::completed), field("ended", &OrderTimes::ended)};
};

template <>
struct Described<MenuOption> {
    static constexpr const char *name = "MenuOption";
    static constexpr auto fields =
        std::tuple{field("id", &MenuOption::id), field("name", &MenuOption::name),
                   field("price", &MenuOption::price)};
};

template <>
struct Described<OptionGroup> {
    static constexpr const char *name = "OptionGroup";
    static constexpr auto fields =
        std::tuple{field("id", &OptionGroup::id), field("name", &OptionGroup::name),
                   field("minimum", &OptionGroup::minimum), field("maximum", &OptionGroup::maximum),
                   field("options", &OptionGroup::options)};
};

template <>
struct Described<OpeningHours::Interval> {
    static constexpr const char *name = "OpeningInterval";
    static constexpr auto fields =
        std::tuple{field("weekday", &OpeningHours::Interval::weekday, {1, 7}),
                   field("opensMinute", &OpeningHours::Interval::opensMinute, {0, 1439}),
                   field("closesMinute", &OpeningHours::Interval::closesMinute, {1, 2880})};
};

template <>
struct Described<OrderMoved> {
    static constexpr const char *name = "OrderMoved";
    static constexpr auto fields =
        std::tuple{field("orderId", &OrderMoved::order),
                   field("shopId", &OrderMoved::shop),
                   field("number", &OrderMoved::number),
                   field("version", &OrderMoved::version),
                   field("state", &OrderMoved::state),
                   field("deliveryState", &OrderMoved::deliveryState),
                   field("fulfilment", &OrderMoved::fulfilment),
                   field("preparationMinutes", &OrderMoved::preparationMinutes),
                   field("expectedAt", &OrderMoved::expectedAt),
                   field("latestAt", &OrderMoved::latestAt),
                   field("riderName", &OrderMoved::riderName),
                   field("reason", &OrderMoved::reason)};
};

template <>
struct Described<Offer> {
    static constexpr const char *name = "Offer";
    static constexpr auto fields = std::tuple{field("orderId", &Offer::order),
                                              field("shopName", &Offer::shopName),
                                              field("shopPicture", &Offer::shopPicture),
                                              field("shopAddress", &Offer::shopAddress),
                                              field("shopPosition", &Offer::shopPosition),
                                              field("dropArea", &Offer::dropArea),
                                              field("wayMeters", &Offer::wayMeters),
                                              field("pay", &Offer::pay),
                                              field("collectAtDoor", &Offer::collectAtDoor),
                                              field("readySince", &Offer::readySince),
                                              field("number", &Offer::number)};
};

template <>
struct Described<OfferWithdrawn> {
    static constexpr const char *name = "OfferWithdrawn";
    static constexpr auto fields = std::tuple{field("orderId", &OfferWithdrawn::order),
                                              field("reason", &OfferWithdrawn::reason)};
};

template <>
struct Described<PaymentMoved> {
    static constexpr const char *name = "PaymentMoved";
    static constexpr auto fields = std::tuple{
        field("orderId", &PaymentMoved::order), field("paymentId", &PaymentMoved::payment),
        field("method", &PaymentMoved::method), field("state", &PaymentMoved::state),
        field("amount", &PaymentMoved::amount), field("reason", &PaymentMoved::reason)};
};

template <>
struct Described<RefundMoved> {
    static constexpr const char *name = "RefundMoved";
    static constexpr auto fields =
        std::tuple{field("orderId", &RefundMoved::order), field("paymentId", &RefundMoved::payment),
                   field("refundId", &RefundMoved::refund), field("amount", &RefundMoved::amount),
                   field("state", &RefundMoved::state)};
};

template <>
struct Described<Ending> {
    static constexpr const char *name = "Ending";
    static constexpr auto fields = std::tuple{
        field("by", &Ending::by), field("reason", &Ending::reason), field("words", &Ending::words),
        field("fault", &Ending::fault), field("refund", &Ending::refund)};
};

template <>
struct Described<OrderContents> {
    static constexpr const char *name = "OrderContents";
    static constexpr auto fields = std::tuple{field("lines", &OrderContents::lines),
                                              field("items", &OrderContents::items),
                                              field("deliveryFee", &OrderContents::deliveryFee),
                                              field("total", &OrderContents::total),
                                              field("address", &OrderContents::address),
                                              field("note", &OrderContents::note)};
};

template <>
struct Described<Settlement> {
    static constexpr const char *name = "Settlement";
    static constexpr auto fields =
        std::tuple{field("fault", &Settlement::fault), field("refund", &Settlement::refund),
                   field("words", &Settlement::words)};
};

template <>
struct Described<PendingChange> {
    static constexpr const char *name = "PendingChange";
    static constexpr auto fields = std::tuple{field("paymentId", &PendingChange::payment),
                                              field("wanted", &PendingChange::wanted)};
};

template <>
struct Described<BeforeChange> {
    static constexpr const char *name = "BeforeChange";
    static constexpr auto fields = std::tuple{
        field("changedAt", &BeforeChange::changedAt), field("lines", &BeforeChange::lines),
        field("address", &BeforeChange::address), field("note", &BeforeChange::note)};
};

template <>
struct Described<RiderSearch> {
    static constexpr const char *name = "RiderSearch";
    static constexpr auto fields = std::tuple{field("meters", &RiderSearch::meters),
                                              field("isInVain", &RiderSearch::isInVain)};
};

template <>
struct Described<CardRegistered> {
    static constexpr const char *name = "CardRegistered";
    static constexpr auto fields =
        std::tuple{field("cardId", &CardRegistered::card), field("brand", &CardRegistered::brand),
                   field("maskedNumber", &CardRegistered::maskedNumber)};
};

template <>
struct Described<ReviewMoved> {
    static constexpr const char *name = "ReviewMoved";
    static constexpr auto fields =
        std::tuple{field("orderId", &ReviewMoved::order), field("shopId", &ReviewMoved::shop),
                   field("stars", &ReviewMoved::stars, {1, 5})};
};

template <>
struct Described<MessagePosted> {
    static constexpr const char *name = "MessagePosted";
    static constexpr auto fields = std::tuple{
        field("messageId", &MessagePosted::message), field("orderId", &MessagePosted::order),
        field("kind", &MessagePosted::kind), field("shopName", &MessagePosted::shopName),
        field("text", &MessagePosted::text)};
};

template <>
struct Described<ShopChanged> {
    static constexpr const char *name = "ShopChanged";
    static constexpr auto fields = std::tuple{field("shopId", &ShopChanged::shop)};
};

} // namespace soban::contract
