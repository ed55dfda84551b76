// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/WriteModel.h"
#include "events/EventRecord.h"
#include "http/Reply.h"

#include <QHash>
#include <QSet>

namespace soban::api {

/// Answers the customers whose order waits for the word of the payment provider. The answer is
/// written down in the transaction that records the outcome, and sent once that is durable; a
/// customer who asks again after a crash gets the same one. Lives on the writer's thread.
class PlacementDesk : public EventListener {
public:
    explicit PlacementDesk(const WriteModel &model) : m_model(model) {}

    /// Keeps the reply to a command until the order's payment has an outcome.
    void await(OrderId order, const CommandKey &key, const http::Reply &reply);

    void announced(const DomainEvent &event) override;
    /// At the end of a piece of work: writes down the answers of outcomes that it brought.
    void finishWork();
    /// A piece of work failed: outcomes that it announced never were.
    void forgetWork();
    /// After the commit: sends what was written down.
    void committed(const EventBatch &batch);
    /// Another server has committed these: it may have ended what this one began.
    void heard(const QList<CommittedEvent> &events);

private:
    struct Waiting {
        CommandKey key;
        http::Reply reply;
    };
    struct Outcome {
        int status;
        QByteArray body;
    };

    Outcome outcomeOf(OrderId order, const PaymentMoved &payment);

    const WriteModel m_model;
    QHash<OrderId, Waiting> m_waiting;
    QHash<OrderId, PaymentMoved> m_moved;
    QSet<PaymentId> m_sentBack; ///< as soon as they were captured
    QHash<OrderId, Outcome> m_answers;
};

/// The answer to a placed order with that status: the order, or the problem that it met.
http::Answer placementAnswer(int status, const QByteArray &body);

} // namespace soban::api
