// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/Call.h"
#include "api/PlacementDesk.h"
#include "api/WriteModel.h"
#include "clock/Clock.h"
#include "events/WriteQueue.h"

namespace soban::api {

/// What a command came to.
struct CommandAnswer {
    int status;
    QByteArray body;
    bool keepsChanges = true;      ///< false: all that the command changed is undone
    std::optional<OrderId> awaits; ///< the answer comes once this order's payment has an outcome

    static CommandAnswer refused(const contract::Problem &problem);
    /// Refused, but what was changed on the way stays (a wrong code is counted).
    static CommandAnswer refusedButKept(const contract::Problem &problem);
};

/// Runs commands: each once per idempotency key, in one transaction with its answer, and answered
/// only when that is on the disk (rules 1 and 2 of the lifecycle). Any thread.
class CommandDesk {
public:
    /// Runs on the writer's thread, perhaps more than once; only the last run counts.
    using Command = std::function<CommandAnswer(const WriteModel &)>;

    CommandDesk(WriteQueue &writes, const WriteModel &model, PlacementDesk &placements,
                const Clock &clock);

    /// For routes that take an Idempotency-Key.
    void run(const Call &call, Command command);
    /// For what may be repeated without harm (PUT): no key, nothing kept.
    void runUnkeyed(const Call &call, Command command);

private:
    CommandAnswer runOnce(const Call &call, const QByteArray &bodyHash, const Command &command);
    CommandAnswer attempt(const Command &command);
    void submit(const Call &call, std::function<CommandAnswer()> work);

    WriteQueue &m_writes;
    const WriteModel m_model;
    PlacementDesk &m_placements;
    const Clock &m_clock;
};

} // namespace soban::api
