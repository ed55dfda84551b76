// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>
#include <vector>

namespace soban {

/// An event loop that may be asleep.
class Wakeable {
public:
    virtual ~Wakeable() = default;
    /// Any thread.
    virtual void wake() = 0;
};

/// While one stands on the stack of a thread, the loops that this thread posts to are left asleep,
/// and each is woken once at its end. Where both share a core, a loop that is woken at the first of
/// many posts takes the core for that one, and does so again for each of the others.
///
/// For loops with a dispatcher of ours; others are woken at once. Whoever waits for such a loop
/// meanwhile waits for ever.
class HeldWakeUps {
public:
    HeldWakeUps();
    ~HeldWakeUps();
    Q_DISABLE_COPY_MOVE(HeldWakeUps)

    /// For dispatchers: whether this thread wakes that loop later.
    static bool hold(const std::shared_ptr<Wakeable> &loop);

private:
    HeldWakeUps *const m_outer;
    std::vector<std::shared_ptr<Wakeable>> m_loops; ///< a few
};

} // namespace soban
