// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/Outbox.h"

#include "domain/Phone.h"

#include <QLoggingCategory>

#include <algorithm>

namespace soban::messaging {

namespace {

Q_LOGGING_CATEGORY(lcOutbox, "soban.messaging")

/// More than can be taken, because some may be too old and some have no gateway just now.
constexpr int kLookedAtOnce = 200;

/// Whether nobody knows yet where it is in the end.
bool isOpen(const OutboxMessage &message) {
    return message.state == MessageState::Sending || message.state == MessageState::Accepted ||
           message.state == MessageState::Unknown;
}

/// Whether it was handed over and nobody has written down what the gateway said.
bool isAwaited(const OutboxMessage &message) {
    return message.state == MessageState::Sending || message.state == MessageState::Unknown;
}

} // namespace

std::chrono::milliseconds MessageRules::restAfter(int tries) const {
    constexpr int kMostDoublings = 20;
    return std::min(firstRest * (1 << std::clamp(tries - 1, 0, kMostDoublings)), longestRest);
}

Outbox::Outbox(OutboxBook &book, const MessageFacts &facts, const Texts &texts, MessageRules rules,
               const Clock &clock, MessageCounts &counts)
    : m_book(book)
    , m_facts(facts)
    , m_texts(texts)
    , m_rules(rules)
    , m_clock(clock)
    , m_counts(counts) {}

QList<MessageRequest> Outbox::take(const Openings &openings, int server,
                                   const QSet<MessageId> &inHand, int limit) {
    QList<MessageRequest> requests;
    // Taken before, but the commit was in doubt: nobody was told, so nothing was sent.
    for (const OutboxMessage &message : m_book.beingSent()) {
        if (message.sender == server && !inHand.contains(message.id))
            requests.append(requestFor(message, m_facts.phoneOf(message.customer)));
    }
    for (OutboxMessage &message : m_book.due(m_clock.now(), kLookedAtOnce)) {
        if (m_clock.now() - message.happenedAt > m_rules.ofUse) {
            settle(message, MessageState::Expired, message.fault);
            continue;
        }
        const QString gateway = openings.gatewayFor(message.way);
        if (requests.size() >= limit || gateway.isEmpty())
            continue;
        if (const auto request = begin(message, gateway, server))
            requests.append(*request);
    }
    return requests;
}

std::optional<MessageRequest> Outbox::begin(OutboxMessage message, const QString &gateway,
                                            int server) {
    const QString phone = dialled(m_facts.phoneOf(message.customer));
    if (phone.isEmpty()) {
        settle(message, MessageState::Failed, QStringLiteral("there is no number to dial"));
        return std::nullopt;
    }
    message.state = MessageState::Sending;
    message.sender = server;
    message.gateway = gateway;
    message.sentAt = m_clock.now();
    ++message.tries;
    m_book.update(message);
    return requestFor(message, phone);
}

MessageRequest Outbox::requestFor(const OutboxMessage &message, const QString &phone) const {
    return {message.id,
            message.way,
            dialled(phone),
            message.topic,
            message.language,
            message.variables,
            m_texts.message(message.topic, message.language, message.variables),
            message.reportKey,
            message.gateway};
}

void Outbox::record(MessageId id, const SendOutcome &outcome) {
    auto message = m_book.find(id);
    // The gateway's report may have been quicker than its answer.
    if (!message || !isAwaited(*message))
        return;
    if (const auto *taken = std::get_if<Taken>(&outcome)) {
        message->state = MessageState::Accepted;
        message->gatewayKey = taken->gatewayKey;
        message->fault.clear();
        m_book.update(*message);
        ++m_counts.accepted;
    } else if (const auto *refused = std::get_if<Refused>(&outcome)) {
        settle(*message, MessageState::Failed, refused->reason);
    } else if (const auto *notTaken = std::get_if<NotTaken>(&outcome)) {
        putOff(*message, notTaken->detail);
    } else {
        message->state = MessageState::Unknown;
        message->fault = std::get<Unknown>(outcome).detail;
        m_book.update(*message);
        ++m_counts.unknown;
        qCWarning(lcOutbox, "nobody knows whether %s was taken by %s: %s", qPrintable(id.toText()),
                  qPrintable(message->gateway), qPrintable(message->fault));
    }
}

void Outbox::putOff(OutboxMessage &message, const QString &detail) {
    message.state = MessageState::Pending;
    message.nextTryAt = m_clock.now() + m_rules.restAfter(message.tries);
    message.sender.reset();
    message.sentAt.reset();
    message.gateway.clear();
    message.fault = detail;
    m_book.update(message);
    ++m_counts.notTaken;
}

void Outbox::settle(OutboxMessage &message, MessageState state, const QString &fault) {
    message.state = state;
    message.fault = fault;
    message.settledAt = m_clock.now();
    m_book.update(message);
    if (state == MessageState::Delivered) {
        ++m_counts.delivered;
        return;
    }
    ++(state == MessageState::Expired ? m_counts.expired : m_counts.failed);
    qCWarning(lcOutbox, "%s does not get to its reader (%s): %s", qPrintable(message.id.toText()),
              toText(state).data(), qPrintable(fault));
}

void Outbox::record(MessageId id, const LookUpOutcome &outcome) {
    if (const auto message = m_book.find(id))
        learn(*message, outcome);
}

void Outbox::report(const QString &reportKey, const LookUpOutcome &outcome) {
    if (const auto message = m_book.findByReportKey(reportKey))
        learn(*message, outcome);
}

void Outbox::learn(OutboxMessage message, const LookUpOutcome &outcome) {
    // What was learnt first stands.
    if (!isOpen(message) || std::holds_alternative<Unknown>(outcome))
        return;
    if (const auto *delivered = std::get_if<Delivered>(&outcome)) {
        message.way = delivered->way.value_or(message.way);
        settle(message, MessageState::Delivered, {});
    } else if (const auto *undelivered = std::get_if<Undelivered>(&outcome)) {
        settle(message, MessageState::Failed, undelivered->reason);
    } else {
        const auto &onItsWay = std::get<OnItsWay>(outcome);
        const bool isNews = isAwaited(message) || onItsWay.way.value_or(message.way) != message.way;
        if (!isNews)
            return;
        if (isAwaited(message))
            ++m_counts.accepted;
        message.state = MessageState::Accepted;
        message.way = onItsWay.way.value_or(message.way);
        if (message.gatewayKey.isEmpty())
            message.gatewayKey = onItsWay.gatewayKey;
        message.fault.clear();
        m_book.update(message);
    }
}

void Outbox::giveUp(const std::function<bool(int server)> &isAlive) {
    for (OutboxMessage &message : m_book.beingSent()) {
        if (message.sender && isAlive(*message.sender))
            continue;
        record(message.id,
               SendOutcome(Unknown{QStringLiteral("the server ended while it was sent")}));
    }
}

QList<LookUpRequest> Outbox::unsettled(const QString &gateway, std::optional<MessageId> above,
                                       int limit) const {
    QList<LookUpRequest> requests;
    const Instant since = m_clock.now() - m_rules.askedAbout;
    for (const OutboxMessage &message : m_book.unsettled(gateway, since, above, limit)) {
        requests.append({message.id, message.gatewayKey, dialled(m_facts.phoneOf(message.customer)),
                         message.sentAt.value_or(message.happenedAt)});
    }
    return requests;
}

} // namespace soban::messaging
