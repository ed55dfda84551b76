// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/Scribe.h"

#include "contract/Events.h"

#include <QRandomGenerator>

namespace soban::messaging {

namespace {

using T = EventType;

QList<EventType> occasions() {
    return {T::OrderPlaced,        T::OrderAccepted, T::OrderExtended,  T::OrderChanged,
            T::OrderRefused,       T::OrderExpired,  T::OrderCancelled, T::OrderPreparing,
            T::OrderReady,         T::OrderPickedUp, T::OrderDelivered, T::OrderReturned,
            T::OrderPaymentFailed, T::RefundSettled, T::MessagePosted};
}

template <typename Data>
std::optional<Data> dataOf(const EventRecord &record) {
    const auto document = contract::parseJson(record.data);
    const auto data =
        document ? contract::decodeEventData(record.type, *document) : contract::DecodeError{};
    if (!data || !std::holds_alternative<Data>(*data))
        return std::nullopt;
    return std::get<Data>(*data);
}

std::optional<Topic> topicOfPost(const EventRecord &record) {
    const auto posted = dataOf<MessagePosted>(record);
    if (posted && posted->kind == MessageKind::Thanks)
        return Topic::Thanks;
    if (posted && posted->kind == MessageKind::ReviewRequest)
        return Topic::ReviewRequest;
    return std::nullopt; // an answer to a review waits in the app
}

QString reasonIn(const OrderMoved &moved, const Texts &texts, Language language) {
    const auto reason = enumFromText<EndReason>(moved.reason.value_or(QString()));
    return texts.reason(reason.value_or(EndReason::Other), language);
}

/// All that the texts of any topic may need of an event.
Variables variablesFor(const EventRecord &record, const MessageFacts::Facts &facts,
                       const Texts &texts) {
    Variables variables{{QStringLiteral("shop"), facts.shopName.in(facts.language)},
                        {QStringLiteral("number"), QString::number(facts.number)}};
    if (const auto moved = dataOf<OrderMoved>(record)) {
        variables.insert(QStringLiteral("time"),
                         texts.time(moved->expectedAt, record.at, facts.zone, facts.language));
        variables.insert(QStringLiteral("reason"), reasonIn(*moved, texts, facts.language));
    } else if (const auto refund = dataOf<RefundMoved>(record)) {
        variables.insert(QStringLiteral("amount"), texts.amount(refund->amount, facts.language));
    } else if (const auto posted = dataOf<MessagePosted>(record)) {
        variables.insert(QStringLiteral("words"), posted->text.in(facts.language));
    }
    return variables;
}

Variables only(const QStringList &names, const Variables &all) {
    Variables few;
    for (const QString &name : names)
        few.insert(name, all.value(name));
    return few;
}

QString unguessableKey() {
    std::array<quint32, 8> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), qsizetype(bits.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(bits.data()), sizeof bits);
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

std::optional<Topic> topicOf(const EventRecord &record, Fulfilment how) {
    switch (record.type) {
    case T::OrderPlaced:
        return Topic::Placed;
    case T::OrderAccepted:
        return Topic::Accepted;
    case T::OrderExtended:
        return Topic::Extended;
    case T::OrderChanged:
        return Topic::Changed;
    case T::OrderRefused:
        return Topic::Refused;
    case T::OrderExpired:
        return Topic::Expired;
    case T::OrderCancelled:
        return Topic::Cancelled;
    case T::OrderPreparing:
        return Topic::Preparing;
    case T::OrderReady:
        return how == Fulfilment::Collection ? Topic::ReadyToCollect : Topic::Ready;
    case T::OrderPickedUp:
        return Topic::PickedUp;
    case T::OrderDelivered:
        return Topic::Delivered;
    case T::OrderReturned:
        return Topic::Returned;
    case T::OrderPaymentFailed:
        return Topic::PaymentFailed;
    case T::RefundSettled: {
        const auto refund = dataOf<RefundMoved>(record);
        return refund && refund->state == RefundState::Done ? std::optional(Topic::Refunded)
                                                            : std::nullopt;
    }
    case T::MessagePosted:
        return topicOfPost(record);
    default:
        return std::nullopt;
    }
}

Scribe::Scribe(WriteQueue &writes, Desk desk, MessageRules rules, IdSource &ids, const Clock &clock,
               QObject *parent)
    : LogFollower(writes, desk.log, QStringLiteral("messaging"), occasions(), parent)
    , m_desk(desk)
    , m_rules(rules)
    , m_ids(ids)
    , m_clock(clock) {}

void Scribe::meet(const EventRecord &record) {
    const Instant now = m_clock.now();
    // What lies so far back happened while no messages were sent at all.
    if (!record.order || now - record.at > m_rules.ofUse)
        return;
    const auto facts = m_desk.facts.factsOf(*record.order);
    if (!facts || facts->way == MessageWay::None)
        return;
    const auto topic = topicOf(record, facts->fulfilment);
    if (!topic)
        return;
    m_desk.book.insert(
        {.id = m_ids.next<MessageId>(),
         .event = record.sequence,
         .order = *record.order,
         .customer = facts->customer,
         .topic = *topic,
         .language = facts->language,
         .way = facts->way,
         .variables = only(variablesOf(*topic), variablesFor(record, *facts, m_desk.texts)),
         .reportKey = unguessableKey(),
         .happenedAt = record.at,
         .nextTryAt = now});
}

} // namespace soban::messaging
