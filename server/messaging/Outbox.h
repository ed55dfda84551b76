// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "messaging/MessageProvider.h"
#include "messaging/OutboxBook.h"
#include "messaging/Texts.h"

#include <QSet>

#include <atomic>
#include <functional>

namespace soban::messaging {

/// How long messages are of use and asked about, and how they are tried again.
struct MessageRules {
    std::chrono::milliseconds ofUse = std::chrono::hours(2); ///< since what they tell of
    std::chrono::milliseconds askedAbout = std::chrono::hours(24);
    std::chrono::milliseconds firstRest = std::chrono::seconds(2);
    std::chrono::milliseconds longestRest = std::chrono::minutes(2);

    /// How long a message rests that was not taken that often.
    std::chrono::milliseconds restAfter(int tries) const;
};

/// The gateways that messages may be given to at present, by the way they go; empty where none.
struct Openings {
    QString sms;
    QString kakaoTalk;

    QString gatewayFor(MessageWay way) const { return way == MessageWay::Sms ? sms : kakaoTalk; }
};

/// What has become of messages so far, for those who watch over the server. Any thread.
struct MessageCounts {
    std::atomic<qint64> accepted{0};
    std::atomic<qint64> delivered{0};
    std::atomic<qint64> failed{0};
    std::atomic<qint64> unknown{0};
    std::atomic<qint64> expired{0};
    std::atomic<qint64> notTaken{0}; ///< tries
};

/// The steps of messages on their way to phones. Within Work, on the writer's thread.
class Outbox {
public:
    Outbox(OutboxBook &book, const MessageFacts &facts, const Texts &texts, MessageRules rules,
           const Clock &clock, MessageCounts &counts);

    /// At most `limit` messages that `server` is to give to gateways now. From here on they are
    /// being sent. `inHand`: those that it was told of before and has not forgotten.
    QList<MessageRequest> take(const Openings &openings, int server, const QSet<MessageId> &inHand,
                               int limit);
    void record(MessageId message, const SendOutcome &outcome);
    void record(MessageId message, const LookUpOutcome &outcome);
    /// A gateway reports by itself, and names the message by the key in its address.
    void report(const QString &reportKey, const LookUpOutcome &outcome);
    /// Nobody will ever tell what became of a message whose server ended while it was being sent.
    void giveUp(const std::function<bool(int server)> &isAlive);
    /// Messages of which that gateway can say what became of them, by their ids; `above` is
    /// exclusive.
    QList<LookUpRequest> unsettled(const QString &gateway, std::optional<MessageId> above,
                                   int limit) const;

private:
    std::optional<MessageRequest> begin(OutboxMessage message, const QString &gateway, int server);
    MessageRequest requestFor(const OutboxMessage &message, const QString &phone) const;
    void learn(OutboxMessage message, const LookUpOutcome &outcome);
    void putOff(OutboxMessage &message, const QString &detail);
    void settle(OutboxMessage &message, MessageState state, const QString &fault);

    OutboxBook &m_book;
    const MessageFacts &m_facts;
    const Texts &m_texts;
    const MessageRules m_rules;
    const Clock &m_clock;
    MessageCounts &m_counts;
};

} // namespace soban::messaging
