// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ProviderThread.h"

namespace soban::app {

ProviderThread::ProviderThread(const providers::TossConfig &config, WriteQueue &writes,
                               const payment::ChargeRunner::Ledger &ledger, EventBus &bus) {
    m_thread.setObjectName(QStringLiteral("soban-provider"));
    m_context.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        &m_context,
        [&] {
            m_provider = std::make_unique<providers::TossPayments>(config);
            m_charges = std::make_unique<payment::ChargeRunner>(*m_provider, writes, ledger,
                                                                payment::ChargeRunner::Pace{});
            QObject::connect(&bus, &EventBus::committed, m_charges.get(),
                             &payment::ChargeRunner::onCommitted, Qt::QueuedConnection);
        },
        Qt::BlockingQueuedConnection);
}

ProviderThread::~ProviderThread() {
    close();
}

void ProviderThread::recover() {
    QMetaObject::invokeMethod(m_charges.get(), &payment::ChargeRunner::recover);
}

void ProviderThread::takeOver() {
    QMetaObject::invokeMethod(&m_context, [this] {
        if (m_charges)
            m_charges->takeOver();
    });
}

void ProviderThread::close() {
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(
        &m_context,
        [this] {
            m_charges.reset();
            m_provider.reset();
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

} // namespace soban::app
