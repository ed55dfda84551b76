// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/WriteQueue.h"
#include "messaging/MessageProvider.h"
#include "messaging/Outbox.h"

#include <QHash>
#include <QObject>
#include <QQueue>
#include <QTimer>

namespace soban::messaging {

/// Gives the messages of the outbox to the gateways, outside of any transaction, and has what they
/// say written down. No gateway can tell a repeat, so a message is given again only where the
/// gateway surely did not take it (G10).
///
/// Lives on the providers' thread, and longer than the write queue takes and does work.
class MessageSender : public QObject {
    Q_OBJECT

public:
    /// Runs on the writer's thread, within Work; as the functions of Outbox.
    struct Ledger {
        std::function<QList<MessageRequest>(const Openings &, const QSet<MessageId> &inHand,
                                            int limit)>
            take;
        std::function<void(MessageId, const SendOutcome &)> record;
        std::function<void(MessageId, const LookUpOutcome &)> learn;
        std::function<QList<LookUpRequest>(const QString &gateway, std::optional<MessageId> above,
                                           int limit)>
            unsettled;
        /// Gives up on what a server that is gone was sending, or an earlier run of this one.
        std::function<void(bool hasJustStarted)> giveUp;
    };
    /// Who brings what; the same may bring both.
    struct Gateways {
        MessageProvider *sms = nullptr;
        MessageProvider *kakaoTalk = nullptr;
    };

    /// `poll`: how often it looks without being told.
    MessageSender(Gateways gateways, WriteQueue &writes, Ledger ledger, MessageRules rules,
                  std::chrono::milliseconds poll = std::chrono::seconds(5),
                  QObject *parent = nullptr);

    /// Whether nothing is with a gateway, or on its way there.
    bool isIdle() const { return m_inHand.isEmpty() && !m_isLooking; }

public slots:
    /// Settles what an earlier run or another server left, then sends; at the start, and when
    /// another server is gone.
    void recover();
    /// Looks for what is to be sent.
    void look();
    /// Takes no more; what is with a gateway is finished.
    void stop() { m_isStopped = true; }

private:
    using Moment = std::chrono::steady_clock::time_point;
    /// A message of which a gateway was asked.
    struct Asked {
        const MessageProvider *gateway = nullptr;
        bool isUnderWay = false; ///< or waits for its turn
        int rests = 0;
        Moment next;
    };
    struct Question {
        MessageProvider *gateway;
        LookUpRequest request;
    };

    MessageProvider *gatewayNamed(const QString &name) const;
    Openings openings() const;
    void found(const QList<MessageRequest> &requests);
    void send(const MessageRequest &request);
    void write(MessageId message, const SendOutcome &outcome);
    void lookAround();
    void askAbout(MessageProvider &gateway);
    void askAll(MessageProvider &gateway, const QList<LookUpRequest> &requests);
    void forgetSettled(const MessageProvider &gateway, const QList<LookUpRequest> &requests,
                       std::optional<MessageId> above);
    void ask(MessageProvider &gateway, const LookUpRequest &request);
    void askNext();
    void answered(MessageId message, const LookUpOutcome &outcome);

    const Gateways m_gateways;
    WriteQueue &m_writes;
    const Ledger m_ledger;
    const MessageRules m_rules;
    QSet<MessageId> m_inHand; ///< given to a gateway, and what it said is not written yet
    QHash<MessageId, Asked> m_asked;
    /// The last of the page that a gateway was asked about; nothing: it begins anew.
    QHash<QString, std::optional<MessageId>> m_askedUpTo;
    QQueue<Question> m_questions; ///< that wait for their turn
    int m_asking = 0;
    bool m_isRecovered = false;
    bool m_isStopped = false;
    bool m_isLooking = false;
    bool m_isToLookAgain = false;
    QTimer m_poll;
};

} // namespace soban::messaging
