// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/MessageSender.h"

#include "events/OwnWork.h"

#include <utility>

namespace soban::messaging {

namespace {

using std::chrono::milliseconds;

constexpr int kSentAtOnce = 8;
constexpr int kPage = 100;
/// They share the gateway's breaker with what is sent: a burst of them must not open it.
constexpr int kAskedAtOnce = 8;
constexpr milliseconds kRetry{500};

} // namespace

MessageSender::MessageSender(Gateways gateways, WriteQueue &writes, Ledger ledger,
                             MessageRules rules, milliseconds poll, QObject *parent)
    : QObject(parent)
    , m_gateways(gateways)
    , m_writes(writes)
    , m_ledger(std::move(ledger))
    , m_rules(rules)
    , m_poll(this) {
    m_poll.setInterval(poll);
    connect(&m_poll, &QTimer::timeout, this, &MessageSender::lookAround);
}

void MessageSender::recover() {
    const auto giveUp = [this, hasJustStarted = !m_isRecovered] {
        m_ledger.giveUp(hasJustStarted);
    };
    submitFor(this, m_writes, giveUp, [this](bool isDurable) {
        if (!isDurable) {
            QTimer::singleShot(kRetry, this, &MessageSender::recover);
            return;
        }
        m_isRecovered = true;
        m_poll.start();
        lookAround();
    });
}

void MessageSender::lookAround() {
    look();
    if (m_gateways.sms)
        askAbout(*m_gateways.sms);
    if (m_gateways.kakaoTalk && m_gateways.kakaoTalk != m_gateways.sms)
        askAbout(*m_gateways.kakaoTalk);
}

Openings MessageSender::openings() const {
    const auto nameOf = [](const MessageProvider *gateway) {
        return gateway && gateway->isAvailable() ? gateway->name() : QString();
    };
    // Without any way to KakaoTalk it is an SMS for everybody.
    return {nameOf(m_gateways.sms),
            nameOf(m_gateways.kakaoTalk ? m_gateways.kakaoTalk : m_gateways.sms)};
}

MessageProvider *MessageSender::gatewayNamed(const QString &name) const {
    const bool isKakaoTalk = m_gateways.kakaoTalk && m_gateways.kakaoTalk->name() == name;
    return isKakaoTalk ? m_gateways.kakaoTalk : m_gateways.sms;
}

void MessageSender::look() {
    const int free = kSentAtOnce - int(m_inHand.size());
    if (!m_isRecovered || m_isStopped || free <= 0)
        return; // whoever gets a hand free looks
    m_isToLookAgain = m_isLooking;
    if (m_isLooking)
        return;
    m_isLooking = true;
    const auto take = [this, openings = openings(), inHand = m_inHand, free] {
        return m_ledger.take(openings, inHand, free);
    };
    askFor(this, m_writes, take, [this](const std::optional<QList<MessageRequest>> &requests) {
        m_isLooking = false;
        if (requests)
            found(*requests);
        else
            QTimer::singleShot(kRetry, this, &MessageSender::look);
    });
}

void MessageSender::found(const QList<MessageRequest> &requests) {
    for (const MessageRequest &request : requests)
        send(request);
    if (std::exchange(m_isToLookAgain, false))
        look();
}

void MessageSender::send(const MessageRequest &request) {
    m_inHand.insert(request.message);
    if (m_isStopped) {
        write(request.message, NotTaken{QStringLiteral("the server ends")});
        return;
    }
    gatewayNamed(request.gateway)
        ->send(request, [this, message = request.message](const SendOutcome &outcome) {
            write(message, outcome);
        });
}

void MessageSender::write(MessageId message, const SendOutcome &outcome) {
    submitFor(
        this, m_writes, [this, message, outcome] { m_ledger.record(message, outcome); },
        [this, message, outcome](bool isDurable) {
            if (isDurable) {
                m_inHand.remove(message);
                look();
                return;
            }
            QTimer::singleShot(kRetry, this, [this, message, outcome] { write(message, outcome); });
        });
}

void MessageSender::askAbout(MessageProvider &gateway) {
    if (!gateway.isAsked() || !gateway.isAvailable())
        return;
    // Page by page, each time it looks around: those that nobody will ever tell of must not be in
    // the way of the rest.
    const auto read = [this, name = gateway.name(), above = m_askedUpTo.value(gateway.name())] {
        return m_ledger.unsettled(name, above, kPage);
    };
    askFor(this, m_writes, read,
           [this, &gateway](const std::optional<QList<LookUpRequest>> &requests) {
               if (requests)
                   askAll(gateway, *requests);
           });
}

void MessageSender::askAll(MessageProvider &gateway, const QList<LookUpRequest> &requests) {
    std::optional<MessageId> &askedUpTo = m_askedUpTo[gateway.name()];
    forgetSettled(gateway, requests, askedUpTo);
    const bool isLast = requests.size() < kPage;
    askedUpTo = isLast ? std::nullopt : std::optional(requests.last().message);
    for (const LookUpRequest &request : requests)
        ask(gateway, request);
    askNext();
}

/// Those that would be on this page if they were open.
void MessageSender::forgetSettled(const MessageProvider &gateway,
                                  const QList<LookUpRequest> &requests,
                                  std::optional<MessageId> above) {
    const bool isLast = requests.size() < kPage;
    QSet<MessageId> open;
    for (const LookUpRequest &request : requests)
        open.insert(request.message);
    erase_if(m_asked, [&](const auto &known) {
        const bool isOnPage = known.value().gateway == &gateway &&
                              (!above || known.key() > *above) &&
                              (isLast || known.key() <= requests.last().message);
        return isOnPage && !open.contains(known.key()) && !known.value().isUnderWay;
    });
}

void MessageSender::ask(MessageProvider &gateway, const LookUpRequest &request) {
    Asked &asked = m_asked[request.message];
    if (asked.isUnderWay || m_inHand.contains(request.message) ||
        asked.next > std::chrono::steady_clock::now())
        return;
    asked.gateway = &gateway;
    asked.isUnderWay = true;
    m_questions.enqueue({&gateway, request});
}

void MessageSender::askNext() {
    while (m_asking < kAskedAtOnce && !m_questions.isEmpty()) {
        ++m_asking;
        const Question question = m_questions.dequeue();
        question.gateway->lookUp(question.request,
                                 [this, message = question.request.message](
                                     const LookUpOutcome &outcome) { answered(message, outcome); });
    }
}

void MessageSender::answered(MessageId message, const LookUpOutcome &outcome) {
    --m_asking;
    askNext();
    Asked &asked = m_asked[message];
    asked.isUnderWay = false;
    asked.next = std::chrono::steady_clock::now() + m_rules.restAfter(++asked.rests);
    if (std::holds_alternative<Unknown>(outcome))
        return;
    const bool isEnd = !std::holds_alternative<OnItsWay>(outcome);
    submitFor(
        this, m_writes, [this, message, outcome] { m_ledger.learn(message, outcome); },
        [this, message, isEnd](bool isDurable) {
            if (isDurable && isEnd)
                m_asked.remove(message);
        });
}

} // namespace soban::messaging
