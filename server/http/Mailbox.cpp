// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Mailbox.h"

#include <QMutexLocker>
#include <QThread>

namespace soban::http {

Mailbox::Mailbox(QObject *receiver, Receive receive)
    : m_thread(QThread::currentThread()), m_receive(std::move(receive)), m_receiver(receiver) {}

void Mailbox::post(Delivery &&delivery) {
    if (QThread::currentThread() == m_thread) {
        if (m_receiver != nullptr)
            m_receive(std::move(delivery));
        return;
    }
    const QMutexLocker lock(&m_mutex);
    if (m_receiver == nullptr)
        return;
    m_queue.push_back(std::move(delivery));
    if (m_queue.size() == 1) { // one wake-up takes them all
        QMetaObject::invokeMethod(
            m_receiver, [self = shared_from_this()] { self->drain(); }, Qt::QueuedConnection);
    }
}

void Mailbox::close() {
    const QMutexLocker lock(&m_mutex);
    m_receiver = nullptr;
    m_queue.clear();
}

void Mailbox::drain() {
    std::vector<Delivery> taken;
    {
        const QMutexLocker lock(&m_mutex);
        taken.swap(m_queue);
    }
    for (Delivery &delivery : taken) {
        if (m_receiver != nullptr)
            m_receive(std::move(delivery));
    }
}

} // namespace soban::http
