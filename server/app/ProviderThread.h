// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CrashPoints.h"
#include "events/EventBus.h"
#include "payment/ChargeRunner.h"
#include "payment/HintBox.h"
#include "payment/RefundRunner.h"
#include "providers/TossPayments.h"

#include <QThread>

#include <memory>

namespace soban::app {

/// The thread on which outside providers are called.
class ProviderThread {
public:
    struct Ledgers {
        payment::ChargeRunner::Ledger charges;
        payment::RefundRunner::Ledger refunds;
    };

    ProviderThread(const providers::TossConfig &config, providers::CircuitBreaker &breaker,
                   const Ledgers &ledgers, payment::Pace pace, WriteQueue &writes, EventBus &bus,
                   CrashPoints &crashPoints);
    ~ProviderThread();
    Q_DISABLE_COPY_MOVE(ProviderThread)

    /// Takes up what an earlier run left open.
    void recover();
    /// Another server is gone: takes up what it has left open. Any thread.
    void takeOver();
    /// Somebody says that the provider has news of a payment, perhaps. Any thread.
    void hint(PaymentId payment);
    payment::PaymentProvider &provider() { return *m_provider; }
    QObject &context() { return m_context; }
    /// Only after the write queue has ended: its work calls back to what is destroyed here.
    void close();

private:
    void takeHints();

    QThread m_thread;
    QObject m_context;
    payment::HintBox m_hints;
    std::unique_ptr<payment::PaymentProvider> m_provider;
    std::unique_ptr<payment::ChargeRunner> m_charges;
    std::unique_ptr<payment::RefundRunner> m_refunds;
};

} // namespace soban::app
