// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EnumText.h"

#include <QList>

#include <optional>
#include <random>

namespace soban::sandbox {

/// What can be asked of the sandbox over the providers' APIs, and the webhooks it sends itself.
enum class Operation {
    Any,
    Charge,
    Confirm,
    Refund,
    LookUp,
    IssueCard,
    Webhook,
    SendMessage,
    ListMessages,
};

enum class FaultKind {
    Late,            ///< works at once, answers after the delay
    LateWork,        ///< works, and answers, only after the delay
    Never,           ///< works, and never answers
    Silent,          ///< neither works nor answers
    ErrorAfterWork,  ///< works, and answers 500
    ErrorBeforeWork, ///< answers 500 without having worked
    DropAfterWork,   ///< works, and drops the connection
    DropBeforeWork,  ///< drops the connection without having worked
    ProviderError,   ///< works, and answers 400 PROVIDER_ERROR
    Declined,        ///< the card refuses; charges and confirmations only
    Down,            ///< 503 from a gateway, not in the API's own words
    RepeatWebhook,   ///< sent twice
    DelayWebhook,    ///< sent after the delay, so that later ones overtake it
    LoseWebhook,     ///< not sent at all
};

struct FaultRule {
    FaultKind kind = FaultKind::Late;
    Operation operation = Operation::Any;
    double probability = 1.0;
    int delayMs = 0;
    std::optional<int> remaining = {}; ///< how often it may still strike; absent: without end
    int hits = 0;
    bool operator==(const FaultRule &) const = default;
};

/// Decides which requests go wrong, and how. The same seed and requests make the same decisions.
class FaultPlan {
public:
    explicit FaultPlan(quint64 seed) : m_random(seed) {}

    void add(const FaultRule &rule) { m_rules.append(rule); }
    void clear() { m_rules.clear(); }
    void reseed(quint64 seed) { m_random.seed(seed); }
    const QList<FaultRule> &rules() const { return m_rules; }

    /// The first rule that applies and whose dice fall; it is counted.
    std::optional<FaultRule> decide(Operation operation);

private:
    bool falls(double probability);

    QList<FaultRule> m_rules;
    std::mt19937_64 m_random;
};

} // namespace soban::sandbox

namespace soban {

template <>
struct EnumText<sandbox::Operation> {
    static constexpr std::array entries{
        std::pair{sandbox::Operation::Any, "any"},
        std::pair{sandbox::Operation::Charge, "charge"},
        std::pair{sandbox::Operation::Confirm, "confirm"},
        std::pair{sandbox::Operation::Refund, "refund"},
        std::pair{sandbox::Operation::LookUp, "lookUp"},
        std::pair{sandbox::Operation::IssueCard, "issueCard"},
        std::pair{sandbox::Operation::Webhook, "webhook"},
        std::pair{sandbox::Operation::SendMessage, "sendMessage"},
        std::pair{sandbox::Operation::ListMessages, "listMessages"}};
};
template <>
struct EnumText<sandbox::FaultKind> {
    static constexpr std::array entries{
        std::pair{sandbox::FaultKind::Late, "late"},
        std::pair{sandbox::FaultKind::LateWork, "lateWork"},
        std::pair{sandbox::FaultKind::Never, "never"},
        std::pair{sandbox::FaultKind::Silent, "silent"},
        std::pair{sandbox::FaultKind::ErrorAfterWork, "errorAfterWork"},
        std::pair{sandbox::FaultKind::ErrorBeforeWork, "errorBeforeWork"},
        std::pair{sandbox::FaultKind::DropAfterWork, "dropAfterWork"},
        std::pair{sandbox::FaultKind::DropBeforeWork, "dropBeforeWork"},
        std::pair{sandbox::FaultKind::ProviderError, "providerError"},
        std::pair{sandbox::FaultKind::Declined, "declined"},
        std::pair{sandbox::FaultKind::Down, "down"},
        std::pair{sandbox::FaultKind::RepeatWebhook, "repeatWebhook"},
        std::pair{sandbox::FaultKind::DelayWebhook, "delayWebhook"},
        std::pair{sandbox::FaultKind::LoseWebhook, "loseWebhook"}};
};

} // namespace soban
