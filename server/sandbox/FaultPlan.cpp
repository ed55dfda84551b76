// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/FaultPlan.h"

namespace soban::sandbox {

namespace {

bool isOfWebhooks(FaultKind kind) {
    return kind == FaultKind::RepeatWebhook || kind == FaultKind::DelayWebhook ||
           kind == FaultKind::LoseWebhook;
}

bool applies(const FaultRule &rule, Operation operation) {
    if (rule.remaining == 0)
        return false;
    if (isOfWebhooks(rule.kind) || operation == Operation::Webhook)
        return isOfWebhooks(rule.kind) && operation == Operation::Webhook;
    if (rule.kind == FaultKind::Declined && operation != Operation::Charge &&
        operation != Operation::Confirm) {
        return false;
    }
    return rule.operation == Operation::Any || rule.operation == operation;
}

} // namespace

std::optional<FaultRule> FaultPlan::decide(Operation operation) {
    for (FaultRule &rule : m_rules) {
        if (!applies(rule, operation) || !falls(rule.probability))
            continue;
        ++rule.hits;
        if (rule.remaining)
            --*rule.remaining;
        return rule;
    }
    return std::nullopt;
}

bool FaultPlan::falls(double probability) {
    if (probability >= 1.0)
        return true;
    // Not std::bernoulli_distribution: its results differ between standard libraries.
    constexpr double kRange = 9007199254740992.0; // 2^53
    return static_cast<double>(m_random() >> 11) / kRange < probability;
}

} // namespace soban::sandbox
