// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Listener.h"

#include "http/Connection.h"
#include "http/DeadlineWheel.h"
#include "http/Mailbox.h"
#include "http/QtHttpFront.h"
#include "http/SocketServer.h"

#include <QElapsedTimer>
#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QWebSocket>

#include <limits>

namespace soban::http {

namespace {

/// The Reply of a request on a real connection.
class ConnectionSink final : public ReplySink {
public:
    ConnectionSink(std::shared_ptr<Mailbox> mailbox, quint64 connectionId, quint64 sequence,
                   std::shared_ptr<const std::atomic_bool> isGone)
        : m_mailbox(std::move(mailbox))
        , m_connectionId(connectionId)
        , m_sequence(sequence)
        , m_isGone(std::move(isGone)) {}

    void deliver(Answer answer) override {
        m_mailbox->post({m_connectionId, m_sequence, std::move(answer)});
    }
    void giveUp() override { m_mailbox->post({m_connectionId, m_sequence, std::nullopt}); }
    bool isAbandoned() const override { return m_isGone->load(); }

private:
    const std::shared_ptr<Mailbox> m_mailbox;
    const quint64 m_connectionId;
    const quint64 m_sequence;
    const std::shared_ptr<const std::atomic_bool> m_isGone;
};

Limits withPeers(Limits limits) {
    if (!limits.peers)
        limits.peers = PeerCounts::make(std::numeric_limits<int>::max());
    return limits;
}

} // namespace

class Listener::Core final : public QObject, private ConnectionHost {
public:
    Core(Handler &handler, Limits limits, std::optional<QSslConfiguration> tls);

    ~Core() override {
        if (m_mailbox)
            m_mailbox->close();
        for (Connection *connection : std::as_const(m_connections))
            connection->cut();
        m_front.reset(); // with the server, the sockets and their connections
    }

    Q_DISABLE_COPY_MOVE(Core)

    ListenOutcome listen(const QHostAddress &address, quint16 port, PortUse use);
    quint16 port() const { return m_server != nullptr ? m_server->serverPort() : quint16(0); }
    void stopAccepting();
    qsizetype connectionCount() const { return m_connections.size(); }
    qsizetype inFlightCount() const;

private:
    /// An accepted upgrade that has not become a QWebSocket yet.
    struct Handshake {
        QPointer<QTcpSocket> socket;
        quint64 ticket = 0;
    };

    Handler &handler() override { return m_handler; }
    const Limits &limits() const override { return m_limits; }
    bool isDraining() const override { return m_draining; }
    Reply makeReply(quint64 connectionId, quint64 sequence,
                    std::shared_ptr<const std::atomic_bool> isGone) override {
        return Reply(
            std::make_unique<ConnectionSink>(m_mailbox, connectionId, sequence, std::move(isGone)));
    }
    void expectWebSocket(QTcpSocket *socket, quint64 ticket) override;
    qint64 nowMs() const override { return m_clock.elapsed(); }
    void watch(quint64 connectionId, qint64 atMs) override;
    void connectionEnded(quint64 connectionId) override { m_connections.remove(connectionId); }

    Entry judge(const QHostAddress &peer) const;
    void admit(QTcpSocket *socket, const std::function<void()> &handOver);
    void tick();
    void deliver(Delivery &&delivery);
    void openWebSockets();

    Handler &m_handler;
    const Limits m_limits;
    const std::optional<QSslConfiguration> m_tls;
    std::shared_ptr<Mailbox> m_mailbox;
    std::unique_ptr<QtHttpFront> m_front;
    SocketServer *m_server = nullptr; // belongs to the front
    quint64 m_lastConnectionId = 0;
    QHash<quint64, Connection *> m_connections;
    QHash<Peer, Handshake> m_handshakes; // of accepted upgrades, while Qt has them in hand
    DeadlineWheel m_wheel;
    QTimer m_ticks; // as long as there is something in the wheel
    QElapsedTimer m_clock;
    bool m_draining = false;
};

Listener::Core::Core(Handler &handler, Limits limits, std::optional<QSslConfiguration> tls)
    : m_handler(handler), m_limits(withPeers(std::move(limits))), m_tls(std::move(tls)) {
    m_ticks.setInterval(DeadlineWheel::kTickMs);
    connect(&m_ticks, &QTimer::timeout, this, &Core::tick);
    m_clock.start();
}

ListenOutcome Listener::Core::listen(const QHostAddress &address, quint16 port, PortUse use) {
    Q_ASSERT(!m_front);
    m_mailbox = std::make_shared<Mailbox>(
        this, [this](Delivery &&delivery) { deliver(std::move(delivery)); });
    auto server = std::make_unique<SocketServer>(
        SocketServer::Needs{[this](const QHostAddress &peer) { return judge(peer); },
                            [this](QTcpSocket *socket, const std::function<void()> &handOver) {
                                admit(socket, handOver);
                            },
                            m_tls});
    if (const auto fault = server->open(address, port, use))
        return {false, *fault};
    m_front = std::make_unique<QtHttpFront>();
    m_server = server.get();
    m_front->serve(server.release()); // becomes its child
    connect(m_front.get(), &QAbstractHttpServer::newWebSocketConnection, this,
            &Core::openWebSockets);
    return {true, {}};
}

Entry Listener::Core::judge(const QHostAddress &peer) const {
    if (m_connections.size() >= m_limits.maxConnections)
        return TurnedAway{503};
    if (auto place = m_limits.peers->take(peer))
        return std::move(*place);
    return TurnedAway{429};
}

void Listener::Core::admit(QTcpSocket *socket, const std::function<void()> &handOver) {
    const quint64 id = ++m_lastConnectionId;
    auto *connection = new Connection(id, socket, *this);
    m_connections.insert(id, connection);
    m_front->connectionOpened(connection);
    connection->readAhead();
    handOver();
    connection->followQt();
}

void Listener::Core::deliver(Delivery &&delivery) {
    if (Connection *connection = m_connections.value(delivery.connectionId))
        connection->answer(delivery.sequence, std::move(delivery.answer));
}

void Listener::Core::watch(quint64 connectionId, qint64 atMs) {
    if (!m_ticks.isActive())
        m_ticks.start();
    m_wheel.add({connectionId, atMs});
}

void Listener::Core::tick() {
    for (const DeadlineWheel::Entry &entry : m_wheel.take(nowMs())) {
        if (Connection *connection = m_connections.value(entry.id))
            connection->lookAtTheTime(entry.atMs);
    }
    if (m_wheel.isEmpty())
        m_ticks.stop();
}

void Listener::Core::expectWebSocket(QTcpSocket *socket, quint64 ticket) {
    // Clients that left in mid-handshake. (Qt cuts all signals of the socket, destroyed() too.)
    m_handshakes.removeIf([](auto entry) { return entry->socket.isNull(); });
    m_handshakes.insert({socket->peerAddress(), socket->peerPort()}, {socket, ticket});
}

void Listener::Core::openWebSockets() {
    while (std::unique_ptr<QWebSocket> socket = m_front->nextPendingWebSocketConnection()) {
        const Handshake handshake = m_handshakes.take({socket->peerAddress(), socket->peerPort()});
        if (handshake.socket.isNull())
            continue; // the client has left
        // Qt's WebSocket server would do it, but may be gone by then.
        connect(handshake.socket, &QTcpSocket::disconnected, handshake.socket,
                &QObject::deleteLater);
        linkOf(*handshake.socket).connectItself();
        socket->setMaxAllowedIncomingFrameSize(m_limits.maxWebSocketBytes);
        socket->setMaxAllowedIncomingMessageSize(m_limits.maxWebSocketBytes);
        m_handler.webSocketOpened(std::move(socket), handshake.ticket);
    }
}

void Listener::Core::stopAccepting() {
    m_draining = true;
    if (m_server != nullptr)
        m_server->close();
    const QList<Connection *> connections = m_connections.values();
    for (Connection *connection : connections)
        connection->closeIfIdle();
}

qsizetype Listener::Core::inFlightCount() const {
    qsizetype count = 0;
    for (const Connection *connection : m_connections)
        count += connection->unansweredCount();
    return count;
}

Listener::Listener(Handler &handler, Limits limits, std::optional<QSslConfiguration> tls)
    : m_core(std::make_unique<Core>(handler, std::move(limits), std::move(tls))) {}

Listener::~Listener() = default;

ListenOutcome Listener::listen(const QHostAddress &address, quint16 port, PortUse use) {
    return m_core->listen(address, port, use);
}

quint16 Listener::port() const {
    return m_core->port();
}

void Listener::stopAccepting() {
    m_core->stopAccepting();
}

qsizetype Listener::connectionCount() const {
    return m_core->connectionCount();
}

qsizetype Listener::inFlightCount() const {
    return m_core->inFlightCount();
}

} // namespace soban::http
