// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Waiting.h"

#include <QPointer>
#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace soban::replay {

namespace {

int s_ends[2] = {-1, -1};

void onSignal(int) {
    const char byte = 1;
    (void)!::write(s_ends[0], &byte, 1);
}

} // namespace

Interrupt::Interrupt(QObject *parent) : QObject(parent) {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, s_ends) != 0)
        return;
    auto *notifier = new QSocketNotifier(s_ends[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        m_isRequested = true;
        emit requested();
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

void Gate::open() {
    m_isOpen = true;
    m_loop.quit();
}

bool Gate::wait(std::chrono::milliseconds limit) {
    if (m_isOpen || m_interrupt.isRequested())
        return m_isOpen;
    QObject::connect(&m_interrupt, &Interrupt::requested, &m_loop, &QEventLoop::quit);
    QTimer::singleShot(limit, &m_loop, &QEventLoop::quit);
    m_loop.exec();
    return m_isOpen;
}

void TaskPool::start() {
    QMetaObject::invokeMethod(this, &TaskPool::pump, Qt::QueuedConnection);
}

void TaskPool::pump() {
    if (m_isPumping)
        return; // a task that was done at once: the loop below goes on
    m_isPumping = true;
    while (m_running < m_free && !m_tasks.empty()) {
        const Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        ++m_running;
        task([self = QPointer(this)] {
            if (!self)
                return; // nobody waits any more
            --self->m_running;
            self->pump();
        });
    }
    m_isPumping = false;
    if (m_running == 0 && m_tasks.empty())
        emit finished();
}

} // namespace soban::replay
