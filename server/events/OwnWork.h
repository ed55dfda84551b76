// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/WriteQueue.h"

#include <QObject>

#include <memory>
#include <optional>
#include <type_traits>

namespace soban {

/// Work of a part of the server that nobody waits for: `done` runs on the thread of `owner`, later,
/// and comes with false also when nothing was queued. `owner` outlives the queue's work.
inline void submitFor(QObject *owner, WriteQueue &writes, WriteQueue::Work work,
                      WriteQueue::Done done) {
    const auto tell = [owner, done = std::move(done)](bool isDurable) {
        QMetaObject::invokeMethod(
            owner, [done, isDurable] { done(isDurable); }, Qt::QueuedConnection);
    };
    if (!writes.submit(std::move(work), tell))
        tell(false);
}

/// As submitFor, with what the work has found out; with nothing where nobody can promise that it
/// was done.
template <typename Work, typename Then>
void askFor(QObject *owner, WriteQueue &writes, Work work, Then then) {
    using Found = std::invoke_result_t<Work>;
    const auto found = std::make_shared<Found>();
    submitFor(
        owner, writes, [found, work = std::move(work)] { *found = work(); },
        [found, then = std::move(then)](bool isDurable) {
            then(isDurable ? std::optional<Found>(std::move(*found)) : std::nullopt);
        });
}

} // namespace soban
