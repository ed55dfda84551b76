// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "events/EventRecord.h"
#include "events/WriteQueue.h"
#include "payment/PaymentBook.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace soban::payment {

/// Carries out the charges that stand in the book, outside of any transaction, and has the outcome
/// written down. The rows are the intents: what a crash interrupted is found there again and first
/// asked about (G5). Lives on the provider's thread.
class ChargeRunner : public QObject {
    Q_OBJECT

public:
    /// Runs on the writer's thread, within Work.
    struct Ledger {
        std::function<QList<OpenCharge>()> openCharges;
        std::function<void(PaymentId, const ChargeOutcome &)> record;
    };

    ChargeRunner(PaymentProvider &provider, WriteQueue &writes, Ledger ledger,
                 QObject *parent = nullptr);

public slots:
    /// Takes up what an earlier run of the server left open. Call once, before the first order.
    void recover();
    void onCommitted(const soban::EventBatch &batch);

private:
    void look();
    void found(const QList<OpenCharge> &charges);
    void charge(const OpenCharge &open);
    void ask(const OpenCharge &open);
    void finish(PaymentId payment, const ChargeOutcome &outcome);
    void recorded(PaymentId payment, bool durable, bool settled);

    PaymentProvider &m_provider;
    WriteQueue &m_writes;
    Ledger m_ledger;
    QSet<PaymentId> m_inFlight;
    QTimer m_askAgain;
    bool m_isLooking = false;
    bool m_lookAgain = false;
    bool m_isRecovering = false;
};

} // namespace soban::payment
