// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace soban::app {

/// The moments between which a crash cuts a story in two: before and after what happened is stored,
/// and before and after somebody outside is called. They are counted as they pass, and a drill has
/// the program end at one of them, as kill -9 would end it (G11).
class CrashPoints {
public:
    /// What a program exits with that ended here.
    static constexpr int kExitCode = 86;

    /// `at`: the number of the moment, from 1; 0: never.
    explicit CrashPoints(int at) : m_at(at) {}

    bool areArmed() const { return m_at > 0; }
    /// Any thread. Nothing is counted unless they are armed.
    void pass();
    int passed() const { return m_passed.load(); }

private:
    const int m_at;
    std::atomic<int> m_passed = 0;
};

} // namespace soban::app
