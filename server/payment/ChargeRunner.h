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
        /// As PaymentBook::openCharges: oldest first, above a payment if given, at most `limit`.
        std::function<QList<OpenCharge>(std::optional<PaymentId> after, int limit)> openCharges;
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
    void lookAbove(std::optional<PaymentId> after);
    void lookLater();
    void found(const QList<OpenCharge> &charges);
    void takeUp(const OpenCharge &open);
    void charge(const OpenCharge &open);
    void ask(const OpenCharge &open);
    void finish(PaymentId payment, const ChargeOutcome &outcome);
    void recorded(PaymentId payment, bool durable, bool settled);

    PaymentProvider &m_provider;
    WriteQueue &m_writes;
    Ledger m_ledger;
    QSet<PaymentId> m_inFlight;
    QSet<PaymentId> m_sent; ///< by this run, and not settled in the book yet
    QTimer m_askAgain;
    bool m_isLooking = false;
    bool m_lookAgain = false;
    bool m_isRecovering = false;
};

} // namespace soban::payment
