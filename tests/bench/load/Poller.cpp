// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/Poller.h"

#include <algorithm>

#include <sys/epoll.h>
#include <unistd.h>

namespace soban::bench {

Poller::Poller() : m_descriptor(::epoll_create1(EPOLL_CLOEXEC)) {
    if (m_descriptor < 0)
        qFatal("no epoll");
}

Poller::~Poller() {
    ::close(m_descriptor);
}

void Poller::watch(int descriptor, Pollable &pollable, Interest interest) {
    control(EPOLL_CTL_ADD, descriptor, pollable, interest);
}

void Poller::change(int descriptor, Pollable &pollable, Interest interest) {
    control(EPOLL_CTL_MOD, descriptor, pollable, interest);
}

void Poller::control(int operation, int descriptor, Pollable &pollable, Interest interest) {
    epoll_event event{};
    event.events = interest == Interest::Reading ? EPOLLIN : EPOLLOUT;
    event.data.ptr = &pollable;
    if (::epoll_ctl(m_descriptor, operation, descriptor, &event) != 0)
        qFatal("epoll refuses a socket");
}

void Poller::forget(int descriptor) {
    ::epoll_ctl(m_descriptor, EPOLL_CTL_DEL, descriptor, nullptr);
}

void Poller::turn(Moment deadline) {
    std::array<epoll_event, 512> events{};
    const auto wait = std::max(Span(0), Span(deadline - Clock::now()));
    const timespec timeout{time_t(wait.count() / 1'000'000'000),
                           long(wait.count() % 1'000'000'000)};
    const int count =
        ::epoll_pwait2(m_descriptor, events.data(), int(events.size()), &timeout, nullptr);
    for (int i = 0; i < count; ++i)
        static_cast<Pollable *>(events[std::size_t(i)].data.ptr)->ready();
}

} // namespace soban::bench
