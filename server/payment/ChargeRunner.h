// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/EventRecord.h"
#include "events/WriteQueue.h"
#include "payment/Pace.h"
#include "payment/PaymentBook.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <functional>
#include <set>
#include <utility>

namespace soban::payment {

/// Carries out the charges that stand in the book, outside of any transaction, and has the outcome
/// written down. The rows are the intents: what a crash interrupted is found there again and first
/// asked about (G5). A new charge is sent at once; what stays open is asked about a few at a time,
/// each less and less often, so that a provider that is down is not stormed (G14).
///
/// Lives on the provider's thread, and longer than the write queue takes and does work.
class ChargeRunner : public QObject {
    Q_OBJECT

public:
    /// Runs on the writer's thread, within Work.
    struct Ledger {
        /// As PaymentBook::openCharges: oldest first, above a payment if given, at most `limit`.
        std::function<QList<OpenCharge>(std::optional<PaymentId> after, int limit)> openCharges;
        /// As PaymentBook::openCharge.
        std::function<std::optional<OpenCharge>(PaymentId)> openCharge;
        std::function<void(PaymentId, const ChargeOutcome &)> record;
        /// Any thread: whether another server, which is alive, carries the charge out.
        std::function<bool(PaymentId)> isOthers = [](PaymentId) { return false; };
    };

    ChargeRunner(PaymentProvider &provider, WriteQueue &writes, Ledger ledger, Pace pace,
                 QObject *parent = nullptr);

public slots:
    /// Takes up what an earlier run of the server left open. Call once, before the first order.
    void recover();
    /// Another server is gone: takes up what it has left open.
    void takeOver();
    void onCommitted(const soban::EventBatch &batch);
    /// Somebody says that the provider has news of it. Whoever knows its id may say so, as often as
    /// he likes: it is asked about at once, but not sooner after it was asked about last than the
    /// pace begins with; one whose answer is on its way, after that, if it is still open then.
    void hint(soban::PaymentId payment);

private:
    using Moment = std::chrono::steady_clock::time_point;
    /// A charge that this run has met and that is open in the book, as far as it knows.
    struct Met {
        PaymentState state;
        int rests = 0;   ///< by the pace
        Moment due = {}; ///< when the pace has it asked about, whatever hints may come
        std::optional<Moment> lastAsked = {};
        std::optional<Moment> restsUntil = {};
        bool isHinted = false; ///< since it was asked about last
    };

    void look();
    void lookOn();
    void lookLater();
    void found(const QList<OpenCharge> &charges);
    void meet(const OpenCharge &open);
    void charge(const OpenCharge &open);

    void rest(PaymentId payment);
    void restUntil(PaymentId payment, Moment moment);
    Moment soonestByHint(const Met &met) const;
    void askWhoIsDue();
    QList<PaymentId> takeDue();
    void readForAsking(const QList<PaymentId> &due);
    void questionEnded(PaymentId payment);
    void ask(const OpenCharge &open);
    void asked(const OpenCharge &open, const LookUpOutcome &outcome);

    void finish(PaymentId payment, const ChargeOutcome &outcome);
    void recorded(PaymentId payment, bool durable, bool settled);

    PaymentProvider &m_provider;
    WriteQueue &m_writes;
    const Ledger m_ledger;
    const Pace m_pace;

    QSet<OrderId> m_requested; ///< orders whose charge has been asked for since the last look
    QSet<OrderId> m_lookedFor; ///< and those for whose sake the present look began
    std::optional<PaymentId> m_newest; ///< the last charge that was seen; later ones are above it
    bool m_isLooking = false;
    bool m_isToLookAtAll = false; ///< also at what is below `m_newest`
    QTimer m_lookAgain;

    QHash<PaymentId, Met> m_met;
    std::set<std::pair<Moment, PaymentId>> m_resting;
    int m_asking = 0;
    QTimer m_nextDue;
};

} // namespace soban::payment
