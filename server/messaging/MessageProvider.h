// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "domain/Instant.h"
#include "domain/Message.h"
#include "domain/Text.h"
#include "messaging/Topic.h"

#include <QtGlobal>

#include <functional>
#include <optional>
#include <variant>

namespace soban::messaging {

/// A message as a gateway gets it: its text, and what the text was made of, for gateways that have
/// texts of their own.
struct MessageRequest {
    MessageId message;
    MessageWay way; ///< SMS or KakaoTalk
    QString to;     ///< digits, perhaps a plus before
    Topic topic;
    Language language;
    Variables variables;
    QString text;
    QString reportKey; ///< by which the gateway may report what became of it; nobody can guess it
    QString gateway;   ///< who is to be given it
};

/// The gateway has it. It may still fail to deliver it.
struct Taken {
    QString gatewayKey; ///< its own name for the message; empty where it gives none
};

/// The gateway did not take it and never will.
struct Refused {
    QString reason; ///< English, for the operator; without secrets and numbers
};

/// The gateway surely did not take it: sending it again is safe.
struct NotTaken {
    QString detail;
};

/// Nobody can tell whether the gateway took it. No gateway knows a repeat, so it is never sent
/// again.
struct Unknown {
    QString detail;
};

/// What became of a message that a gateway has.
struct Delivered {
    std::optional<MessageWay> way = {}; ///< by which it went in the end, if the gateway says so
};
struct Undelivered {
    QString reason;
};
struct OnItsWay {
    QString gatewayKey;
    std::optional<MessageWay> way = {};
};

using SendOutcome = std::variant<Taken, Refused, NotTaken, Unknown>;
/// Unknown: the gateway does not know it (yet), or could not be asked.
using LookUpOutcome = std::variant<Delivered, Undelivered, OnItsWay, Unknown>;

struct LookUpRequest {
    MessageId message;
    QString gatewayKey; ///< empty if it was never told
    QString to;
    Instant sentAt;
};

/// The port to whoever brings messages to phones; one adapter per gateway.
///
/// A provider lives on one thread that has an event loop; every method is called there and every
/// callback comes there, later (never from within the call), exactly once and within the adapter's
/// time limit. The destructor drops what is in flight without calling back. Nothing throws.
class MessageProvider {
public:
    template <typename Outcome>
    using Then = std::function<void(Outcome)>;

    MessageProvider() = default;
    virtual ~MessageProvider() = default;
    Q_DISABLE_COPY_MOVE(MessageProvider)

    /// Kept with its messages, so that the right one is asked about them.
    virtual QString name() const = 0;
    /// Whether a message would go out now, or is held back because the gateway does not answer.
    virtual bool isAvailable() const = 0;
    virtual void send(const MessageRequest &request, Then<SendOutcome> then) = 0;
    /// Whether it can be asked what became of a message; otherwise it reports by itself.
    virtual bool isAsked() const = 0;
    virtual void lookUp(const LookUpRequest &request, Then<LookUpOutcome> then) = 0;
};

} // namespace soban::messaging
