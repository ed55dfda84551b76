// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ProviderThread.h"

#include "app/CrashingProvider.h"

namespace soban::app {

ProviderThread::ProviderThread(const providers::TossConfig &config,
                               providers::CircuitBreaker &breaker, const Ledgers &ledgers,
                               payment::Pace pace, WriteQueue &writes, EventBus &bus,
                               CrashPoints &crashPoints) {
    m_thread.setObjectName(QStringLiteral("soban-provider"));
    m_context.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        &m_context,
        [&] {
            m_provider = std::make_unique<providers::TossPayments>(config, breaker);
            if (crashPoints.areArmed())
                m_provider = std::make_unique<CrashingProvider>(std::move(m_provider), crashPoints);
            m_charges =
                std::make_unique<payment::ChargeRunner>(*m_provider, writes, ledgers.charges, pace);
            m_refunds =
                std::make_unique<payment::RefundRunner>(*m_provider, writes, ledgers.refunds, pace);
            QObject::connect(&bus, &EventBus::committed, m_charges.get(),
                             &payment::ChargeRunner::onCommitted, Qt::QueuedConnection);
            QObject::connect(&bus, &EventBus::committed, m_refunds.get(),
                             &payment::RefundRunner::onCommitted, Qt::QueuedConnection);
        },
        Qt::BlockingQueuedConnection);
}

ProviderThread::~ProviderThread() {
    close();
}

void ProviderThread::recover() {
    QMetaObject::invokeMethod(m_charges.get(), &payment::ChargeRunner::recover);
    QMetaObject::invokeMethod(m_refunds.get(), &payment::RefundRunner::look);
}

void ProviderThread::takeOver() {
    QMetaObject::invokeMethod(&m_context, [this] {
        if (m_charges)
            m_charges->takeOver();
        if (m_refunds)
            m_refunds->look();
    });
}

void ProviderThread::hint(PaymentId payment) {
    if (m_hints.add(payment))
        QMetaObject::invokeMethod(&m_context, [this] { takeHints(); });
}

void ProviderThread::takeHints() {
    const QSet<PaymentId> hinted = m_hints.takeAll();
    for (const PaymentId payment : hinted) {
        if (m_charges)
            m_charges->hint(payment);
    }
}

void ProviderThread::close() {
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(
        &m_context,
        [this] {
            m_refunds.reset();
            m_charges.reset();
            m_provider.reset();
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

} // namespace soban::app
