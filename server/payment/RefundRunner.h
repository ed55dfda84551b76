// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/EventRecord.h"
#include "events/WriteQueue.h"
#include "payment/Pace.h"
#include "payment/RefundBook.h"

#include <QHash>
#include <QObject>
#include <QQueue>
#include <QTimer>

#include <functional>

namespace soban::payment {

/// Carries out the refunds that stand in the book, outside of any transaction, and has the outcome
/// written down. A refund keeps its key over all its repeats, so whoever does not know what became
/// of one sends it again: the provider gives the money back once (G3).
///
/// Lives on the provider's thread, and longer than the write queue takes and does work.
class RefundRunner : public QObject {
    Q_OBJECT

public:
    /// Runs on the writer's thread, within Work.
    struct Ledger {
        /// As RefundBook::openRefunds: oldest first, above a refund if given, at most `limit`.
        std::function<QList<OpenRefund>(std::optional<RefundId> after, int limit)> openRefunds;
        std::function<void(RefundId, const RefundOutcome &)> record;
        /// Any thread: whether another server, which is alive, carries the refund out.
        std::function<bool(RefundId)> isOthers = [](RefundId) { return false; };
    };

    RefundRunner(PaymentProvider &provider, WriteQueue &writes, Ledger ledger, Pace pace,
                 QObject *parent = nullptr);

public slots:
    /// Looks for what is open: at the start, and when another server is gone.
    void look();
    void onCommitted(const soban::EventBatch &batch);

private:
    using Moment = std::chrono::steady_clock::time_point;
    /// A refund that this run has met and that is open in the book, as far as it knows.
    struct Met {
        bool isUnderWay = false;
        int rests = 0;
        Moment next;
    };

    void lookFrom(std::optional<RefundId> after);
    void lookLater();
    void found(const QList<OpenRefund> &page);
    void meet(const OpenRefund &open);
    void sendWaiting();
    void answered(RefundId refund, const RefundOutcome &outcome);
    void recorded(RefundId refund, bool isSettled);
    void lookWhenNextIsDue();

    PaymentProvider &m_provider;
    WriteQueue &m_writes;
    const Ledger m_ledger;
    const Pace m_pace;
    QHash<RefundId, Met> m_met;
    QQueue<OpenRefund> m_waiting; ///< for their turn to be sent
    int m_sent = 0;               ///< and not answered
    bool m_isLooking = false;
    bool m_isToLookAgain = false;
    QTimer m_again;
};

} // namespace soban::payment
