// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/EventBus.h"
#include "payment/ChargeRunner.h"
#include "providers/TossPayments.h"

#include <QThread>

#include <memory>

namespace soban::app {

/// The thread on which outside providers are called.
class ProviderThread {
public:
    ProviderThread(const providers::TossConfig &config, WriteQueue &writes,
                   const payment::ChargeRunner::Ledger &ledger, EventBus &bus);
    ~ProviderThread();
    Q_DISABLE_COPY_MOVE(ProviderThread)

    /// Takes up what an earlier run left open.
    void recover();
    /// See ChargeRunner; any thread.
    void takeOver();
    payment::PaymentProvider &provider() { return *m_provider; }
    QObject &context() { return m_context; }
    /// Only after the write queue has ended: its work calls back to what is destroyed here.
    void close();

private:
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<payment::PaymentProvider> m_provider;
    std::unique_ptr<payment::ChargeRunner> m_charges;
};

} // namespace soban::app
