// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replay/Party.h"
#include "replay/Waiting.h"

namespace soban::replay {

/// Sends a call and waits for its answer in the event loop; the error is in words.
template <typename Answer>
Result<Answer, QString> ask(const Interrupt &interrupt, client::ApiClient &api,
                            const client::Call<Answer> &call) {
    constexpr std::chrono::minutes kLimit(1);
    std::optional<Result<Answer, client::ApiError>> got;
    Gate gate(interrupt);
    QObject context;
    insist<Answer>(api, call, &context, [&](const Result<Answer, client::ApiError> &answer) {
        got = answer;
        gate.open();
    });
    gate.wait(kLimit);
    if (!got)
        return QStringLiteral("no answer");
    if (!*got)
        return describe(got->error());
    return **got;
}

} // namespace soban::replay
