// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Shutdown.h"

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace soban::app {

namespace {

// A signal handler may do next to nothing: it writes a byte, and the event loop wakes up.
int s_ends[2] = {-1, -1};

void onSignal(int) {
    const char byte = 1;
    (void)!::write(s_ends[0], &byte, 1);
}

} // namespace

Shutdown::Shutdown(QObject *parent) : QObject(parent) {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, s_ends) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(s_ends[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        emit requested();
    });
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
}

} // namespace soban::app
