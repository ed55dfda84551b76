// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/NetworkThread.h"

#include "api/EventRoutes.h"
#include "eventloop/NetworkDispatcher.h"

#include <QDeadlineTimer>
#include <QWebSocket>

namespace soban::app {

namespace {

/// The metrics may be asked on the network thread itself, so they read a figure taken before.
constexpr int kCountEveryMs = 250;
constexpr int kGoodbyeMs = 2500;

realtime::Subscriber subscriberOf(SessionId session, const Actor &actor) {
    realtime::Subscriber subscriber{session, {*actor.account}};
    if (actor.shop)
        subscriber.addressees.append(*actor.shop);
    return subscriber;
}

} // namespace

NetworkThread::NetworkThread(Needs needs, int number) : m_needs(std::move(needs)) {
    m_thread.setObjectName(QStringLiteral("soban-net-%1").arg(number)); // Linux cuts after 15
    if (auto dispatcher = newNetworkDispatcher())
        m_thread.setEventDispatcher(dispatcher.release());
    m_context.moveToThread(&m_thread);
    m_thread.start();
}

NetworkThread::~NetworkThread() {
    close();
}

template <typename Function>
auto NetworkThread::onThread(Function function) {
    using Value = decltype(function());
    if constexpr (std::is_void_v<Value>) {
        QMetaObject::invokeMethod(&m_context, function, Qt::BlockingQueuedConnection);
    } else {
        Value value{};
        QMetaObject::invokeMethod(
            &m_context, [&] { value = function(); }, Qt::BlockingQueuedConnection);
        return value;
    }
}

http::ListenOutcome NetworkThread::listen(const QHostAddress &address, quint16 port,
                                          http::PortUse use) {
    return onThread([&] {
        m_hub = std::make_unique<realtime::Hub>(m_needs.bus, m_needs.readers, m_needs.hubLimits,
                                                m_needs.isCardPaymentDown);
        api::RouteFunctions functions = m_needs.functions;
        functions.insert(api::eventFunctions([this](const api::PollRequest &poll) {
            m_hub->addPoll(poll.reply, subscriberOf(poll.session, poll.actor), poll.since,
                           poll.waitMs, poll.limit);
        }));
        const auto openStream = [this](std::unique_ptr<QWebSocket> socket,
                                       const api::StreamRequest &stream) {
            m_hub->addSocket(std::move(socket), subscriberOf(stream.session, stream.actor),
                             stream.since);
        };
        m_handler = std::make_unique<api::ApiHandler>(functions, m_needs.sessions, openStream,
                                                      m_needs.clients, lookAroundFromHere());
        m_listener = std::make_unique<http::Listener>(*m_handler, m_needs.httpLimits, m_needs.tls);
        const auto outcome = m_listener->listen(address, port, use);
        m_port = m_listener->port();
        m_count = std::make_unique<QTimer>();
        QObject::connect(m_count.get(), &QTimer::timeout, m_count.get(),
                         [this] { m_connections = m_listener->connectionCount(); });
        m_count->start(kCountEveryMs);
        return outcome;
    });
}

/// The same, whose word comes on this thread.
api::ApiHandler::LookAround NetworkThread::lookAroundFromHere() {
    if (!m_needs.lookAround)
        return {};
    return [this](const std::function<void(bool)> &then) {
        return m_needs.lookAround([this, then](bool hasLooked) {
            QMetaObject::invokeMethod(&m_context, [this, then, hasLooked] {
                if (m_handler)
                    then(hasLooked);
            });
        });
    };
}

void NetworkThread::stopAccepting() {
    onThread([this] {
        m_listener->stopAccepting();
        // A poll is a request in flight for as long as its client likes to wait.
        m_hub->endPolls();
    });
}

qsizetype NetworkThread::inFlight() {
    return onThread([this] { return m_listener->inFlightCount(); });
}

void NetworkThread::sayGoodbye() {
    if (m_hub && m_thread.isRunning())
        onThread([this] { m_hub->closeAll(); });
}

void NetworkThread::close() {
    if (!m_thread.isRunning())
        return;
    sayGoodbye();
    // The goodbyes leave from the event loop; whoever does not take his is cut off.
    const QDeadlineTimer deadline(kGoodbyeMs);
    while (m_hub && hubCounts().sockets > 0 && !deadline.hasExpired())
        QThread::msleep(5);
    onThread([this] {
        m_count.reset();
        m_listener.reset();
        m_handler.reset();
        m_hub.reset();
    });
    m_thread.quit();
    m_thread.wait();
}

} // namespace soban::app
