// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/Moments.h"

#include <QtGlobal>

#include <array>

namespace soban::bench {

/// Something that waits on a file descriptor.
class Pollable {
public:
    virtual ~Pollable() = default;
    /// There is something to read, room to write, or an error to find out about.
    virtual void ready() = 0;
};

/// epoll, level-triggered. One thread.
class Poller {
public:
    enum class Interest { Reading, Writing };

    Poller();
    ~Poller();
    Q_DISABLE_COPY_MOVE(Poller)

    /// `pollable` must be forgotten before it goes.
    void watch(int descriptor, Pollable &pollable, Interest interest);
    void change(int descriptor, Pollable &pollable, Interest interest);
    void forget(int descriptor);

    /// Room to read into, for whoever was told to be ready: thousands of sockets share it.
    std::array<char, 64 * 1024> &scratch() { return m_scratch; }

    /// Tells all that are ready; waits for one until `deadline` at the most.
    void turn(Moment deadline);

private:
    void control(int operation, int descriptor, Pollable &pollable, Interest interest);

    const int m_descriptor;
    std::array<char, 64 * 1024> m_scratch;
};

} // namespace soban::bench
