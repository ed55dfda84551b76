// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/ErrorCode.h"
#include "contract/Ordering.h"

namespace soban::contract {

/// Where an order stands now: comes with a refusal, so that the app can show what happened.
struct PresentStage {
    OrderId orderId;
    int version;
    OrderState state;
    DeliveryState deliveryState;
};

/// An error by RFC 9457, `application/problem+json`.
struct Problem {
    QString type; ///< `urn:soban:problem:` and the code
    QString title;
    int status;
    ErrorCode code;
    std::optional<QString> detail;
    std::optional<QString> field;        ///< the field that was wrong: `lines[0].quantity`
    std::optional<PresentStage> present; ///< with stale_version, not_allowed_now, payment_declined
    std::optional<QuoteView> quote;      ///< with price_changed: the prices as they are now

    static Problem of(ErrorCode code);
    static Problem at(ErrorCode code, const QString &field, const QString &detail = {});
};

} // namespace soban::contract
