// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MessageDesk.h"

#include "app/BreakerFigures.h"
#include "contract/Routes.h"
#include "domain/Phone.h"

#include <QDeadlineTimer>
#include <QLoggingCategory>
#include <QThread>

namespace soban::app {

namespace {

Q_LOGGING_CATEGORY(lcMessages, "soban.messages")

using Figures = QList<api::ServiceRoutes::Figure>;

} // namespace

MessageDesk::MessageDesk(const MessageSettings &settings, const Secrets &secrets)
    : m_settings(settings)
    , m_secrets(secrets)
    , m_kannelBreaker(rulesFor("Kannel"))
    , m_solapiBreaker(rulesFor("Solapi")) {}

MessageDesk::~MessageDesk() {
    close();
}

providers::CircuitBreaker::Rules MessageDesk::rulesFor(const char *provider) const {
    const std::chrono::milliseconds rest(m_settings.restMs);
    return {.failures = m_settings.failures,
            .recentCalls = 2 * m_settings.failures,
            .rest = rest,
            .longest = 6 * rest,
            .provider = provider};
}

providers::KannelConfig MessageDesk::kannelConfig() const {
    providers::KannelConfig config{m_settings.kannelUrl, m_settings.kannelUser,
                                   m_secrets.kannel,     dialled(m_settings.sender),
                                   m_reportBase,         {}};
    config.limits.total = std::chrono::milliseconds(m_settings.timeoutMs);
    return config;
}

std::optional<QString> MessageDesk::problem() const {
    if (!m_settings.kannelUrl.isEmpty()) {
        if (auto fault = kannelConfig().problem())
            return fault;
    }
    if (m_settings.solapiUrl.isEmpty())
        return std::nullopt;
    const auto solapi = solapiConfig();
    return solapi ? solapi->problem() : std::optional(solapi.error());
}

Result<providers::SolapiConfig, QString> MessageDesk::solapiConfig() const {
    providers::SolapiConfig config{m_settings.solapiUrl,
                                   m_settings.solapiKey,
                                   m_secrets.solapi,
                                   dialled(m_settings.sender),
                                   m_settings.kakaoChannel,
                                   {},
                                   {}};
    config.limits.total = std::chrono::milliseconds(m_settings.timeoutMs);
    if (!m_settings.kakaoTemplates.isEmpty()) {
        auto templates = Settings::entriesOfFile(m_settings.kakaoTemplates);
        if (!templates)
            return templates.error();
        config.templates = *templates;
    }
    return config;
}

void MessageDesk::start(const Surroundings &s, const QUrl &publicUrl) {
    if (!m_settings.isOn()) {
        qCInfo(lcMessages, "no gateway is set: customers get no messages outside of the app");
        return;
    }
    m_reportBase = m_settings.reportUrl.isEmpty() ? publicUrl : m_settings.reportUrl;
    m_reportBase.setPath(contract::pathOf(contract::RouteId::ReportMessage, {QString()}));
    m_scribe = std::make_unique<messaging::Scribe>(s.writes, s.bench.writingDesk(),
                                                   rulesOf(m_settings), s.ids, s.clock);
    QObject::connect(&s.bus, &EventBus::committed, m_scribe.get(), &messaging::Scribe::onCommitted,
                     Qt::QueuedConnection);
    QObject::connect(&s.bus, &EventBus::heard, m_scribe.get(), &messaging::Scribe::onCommitted,
                     Qt::QueuedConnection);
    m_thread = &s.providers;
    QMetaObject::invokeMethod(
        m_thread, [this, &s] { startSending(s); }, Qt::BlockingQueuedConnection);
    QObject::connect(m_scribe.get(), &messaging::Scribe::wentOn, m_sender.get(),
                     &messaging::MessageSender::look);
    m_scribe->catchUp();
}

void MessageDesk::startSending(const Surroundings &s) {
    if (!m_settings.kannelUrl.isEmpty())
        m_kannel = std::make_unique<providers::Kannel>(kannelConfig(), m_kannelBreaker);
    if (!m_settings.solapiUrl.isEmpty())
        m_solapi = std::make_unique<providers::Solapi>(*solapiConfig(), m_solapiBreaker);
    // Solapi's SMS, too, where there is no other gateway for them.
    const messaging::MessageSender::Gateways gateways{m_kannel ? m_kannel.get() : m_solapi.get(),
                                                      m_solapi.get()};
    m_sender = std::make_unique<messaging::MessageSender>(gateways, s.writes, ledger(s),
                                                          rulesOf(m_settings));
    m_sender->recover();
}

messaging::MessageSender::Ledger MessageDesk::ledger(const Surroundings &s) const {
    messaging::Outbox &outbox = s.bench.outbox();
    return {[&outbox, node = s.node](const messaging::Openings &openings,
                                     const QSet<MessageId> &inHand, int limit) {
                return outbox.take(openings, node(), inHand, limit);
            },
            [&outbox](MessageId message, const messaging::SendOutcome &outcome) {
                outbox.record(message, outcome);
            },
            [&outbox](MessageId message, const messaging::LookUpOutcome &outcome) {
                outbox.record(message, outcome);
            },
            [&outbox](const QString &gateway, std::optional<MessageId> above, int limit) {
                return outbox.unsettled(gateway, above, limit);
            },
            [&outbox, node = s.node, others = s.others](bool hasJustStarted) {
                QSet<int> alive = others();
                // At the start what stands under its own number is an earlier run's.
                if (!hasJustStarted)
                    alive.insert(node());
                outbox.giveUp([alive](int server) { return alive.contains(server); });
            }};
}

void MessageDesk::takeOver() {
    if (m_sender)
        QMetaObject::invokeMethod(m_sender.get(), &messaging::MessageSender::recover);
}

void MessageDesk::finish() {
    if (!m_sender)
        return;
    constexpr int kMostMs = 5000;
    const QDeadlineTimer deadline(kMostMs);
    const auto isIdle = [this] {
        bool idle = false;
        QMetaObject::invokeMethod(
            m_thread,
            [this, &idle] {
                m_sender->stop();
                idle = m_sender->isIdle();
            },
            Qt::BlockingQueuedConnection);
        return idle;
    };
    while (!isIdle() && !deadline.hasExpired())
        QThread::msleep(5);
}

void MessageDesk::close() {
    if (!m_thread)
        return;
    QMetaObject::invokeMethod(
        std::exchange(m_thread, nullptr),
        [this] {
            m_sender.reset();
            m_kannel.reset();
            m_solapi.reset();
        },
        Qt::BlockingQueuedConnection);
    m_scribe.reset();
}

Figures MessageDesk::figures(const messaging::MessageCounts &counts) const {
    const Figures figures{
        {"soban_messages_accepted_total", "Messages that a gateway took", "counter",
         double(counts.accepted)},
        {"soban_messages_delivered_total", "Messages that reached a phone", "counter",
         double(counts.delivered)},
        {"soban_messages_failed_total", "Messages that never will", "counter",
         double(counts.failed)},
        {"soban_messages_expired_total", "Messages that could not be sent while of use", "counter",
         double(counts.expired)},
        {"soban_messages_unknown_total", "Messages of which nobody knows whether they went",
         "counter", double(counts.unknown)},
        {"soban_messages_not_taken_total", "Tries that a gateway did not take", "counter",
         double(counts.notTaken)}};
    return figures + breakerFigures("kannel", "Kannel", m_kannelBreaker.counts()) +
           breakerFigures("solapi", "Solapi", m_solapiBreaker.counts());
}

} // namespace soban::app
