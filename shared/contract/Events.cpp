// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Events.h"

#include "contract/DomainWire.h"

namespace soban::contract {

template <>
struct WireType<Sequence> {
    static Result<Sequence, DecodeError> read(const JsonValue &json, Reading) {
        return readText<Sequence>(json, "a sequence of 20 digits",
                                  [](const QString &text) { return Sequence::fromText(text); });
    }
    static void write(JsonWriter &writer, Sequence value) { writer.token(value.ascii().view()); }
    static JsonValue schema(SchemaBook &, Bounds) {
        JsonValue schema = typeSchema("string");
        schema.set(QStringLiteral("pattern"), "^[0-9]{20}$");
        return schema;
    }
};

template <>
struct Described<EventEnvelope> {
    static constexpr const char *name = "Event";
    static constexpr auto fields = std::tuple{field("specversion", &EventEnvelope::specversion),
                                              field("id", &EventEnvelope::id),
                                              field("source", &EventEnvelope::source),
                                              field("type", &EventEnvelope::type),
                                              field("subject", &EventEnvelope::subject),
                                              field("time", &EventEnvelope::time),
                                              field("sequence", &EventEnvelope::sequence),
                                              field("correlationid", &EventEnvelope::correlationid),
                                              field("causationid", &EventEnvelope::causationid),
                                              field("data", &EventEnvelope::data)};
};

template <>
struct Described<EventPage> {
    static constexpr const char *name = "EventPage";
    static constexpr auto fields =
        std::tuple{field("events", &EventPage::events), field("sequence", &EventPage::sequence),
                   field("isCardPaymentDown", &EventPage::isCardPaymentDown)};
};

template <>
struct Described<StreamNote> {
    static constexpr const char *name = "StreamNote";
    static constexpr auto fields =
        std::tuple{field("type", &StreamNote::type), field("sequence", &StreamNote::sequence),
                   field("isCardPaymentDown", &StreamNote::isCardPaymentDown)};
};

namespace {

template <typename T>
Result<EventData, DecodeError> readAs(const JsonValue &json) {
    auto value = WireType<T>::read(json, {{}, Unknown::Overlooked});
    if (!value)
        return within(QStringLiteral("data"), value.error());
    return EventData(std::move(value).value());
}

} // namespace

Result<EventData, DecodeError> decodeEventData(EventType type, const JsonValue &json) {
    switch (type) {
    case EventType::OfferShown:
        return readAs<Offer>(json);
    case EventType::OfferWithdrawn:
        return readAs<OfferWithdrawn>(json);
    case EventType::PaymentRequested:
    case EventType::PaymentCaptured:
    case EventType::PaymentDeclined:
    case EventType::PaymentUnknown:
    case EventType::PaymentCollected:
    case EventType::PaymentWaived:
    case EventType::PaymentChanged:
        return readAs<PaymentMoved>(json);
    case EventType::RefundRequested:
    case EventType::RefundSettled:
        return readAs<RefundMoved>(json);
    case EventType::CardRegistered:
        return readAs<CardRegistered>(json);
    case EventType::ReviewWritten:
    case EventType::ReviewAnswered:
        return readAs<ReviewMoved>(json);
    case EventType::MessagePosted:
        return readAs<MessagePosted>(json);
    case EventType::ShopChanged:
        return readAs<ShopChanged>(json);
    default:
        return readAs<OrderMoved>(json);
    }
}

Result<EventData, DecodeError> eventData(const EventEnvelope &envelope) {
    return decodeEventData(envelope.type, envelope.data);
}

QByteArray encodeEventData(const EventData &data) {
    JsonWriter writer;
    std::visit([&]<typename T>(const T &value) { WireType<T>::write(writer, value); }, data);
    return writer.bytes();
}

} // namespace soban::contract

SOBAN_INSTANTIATE_CODEC(soban::contract::EventEnvelope);
SOBAN_INSTANTIATE_CODEC(soban::contract::EventPage);
SOBAN_INSTANTIATE_CODEC(soban::contract::StreamNote);
