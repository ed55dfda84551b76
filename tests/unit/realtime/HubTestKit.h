// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RealtimeTestKit.h"

#include "contract/Codec.h"
#include "contract/Events.h"
#include "http/Handler.h"
#include "http/Listener.h"
#include "realtime/Hub.h"

#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>
#include <QWebSocket>

#include <memory>

/// What all hubs of a server share.
struct Backend {
    /// Commits one event per audience and announces them as one batch; the first one's sequence.
    qint64 commit(const QList<QList<soban::Addressee>> &audiences, int bytes = 0) {
        const soban::EventBatch batch = append(audiences, bytes);
        emit bus.committed(batch);
        return batch->first().record.sequence.number();
    }
    /// Another server does.
    void hear(const QList<QList<soban::Addressee>> &audiences) {
        emit bus.heard(append(audiences, 0));
    }

    MemoryLog log;
    MemoryPool pool{log};
    soban::EventBus bus;

private:
    soban::EventBatch append(const QList<QList<soban::Addressee>> &audiences, int bytes) {
        auto batch = std::make_shared<QList<soban::CommittedEvent>>();
        for (const QList<soban::Addressee> &audience : audiences)
            batch->append(log.append(audience, bytes));
        return batch;
    }
};

/// A listener with a hub behind it. Who a client is stands in its address:
/// `?account=2&session=1&since=3`, with `waitMs` and `limit` for a poll.
class HubHost : public soban::http::Handler {
public:
    HubHost(Backend &backend, soban::realtime::HubLimits limits)
        : hub(backend.bus, backend.pool, std::move(limits), [this] { return isCardPaymentDown; })
        , m_listener(*this) {
        if (!m_listener.listen(QHostAddress::LocalHost, 0))
            qFatal("cannot listen");
        m_port = m_listener.port();
    }

    quint16 port() const { return m_port; }
    const soban::realtime::HubCounters &counts() const { return hub.counts(); }

    void handle(soban::http::Request request, soban::http::Reply reply) override {
        hub.addPoll(std::move(reply), subscriber(request), since(request),
                    request.queryValue(u"waitMs").value_or(QStringLiteral("0")).toInt(),
                    request.queryValue(u"limit").value_or(QStringLiteral("100")).toInt());
    }
    soban::http::UpgradeVerdict upgrade(const soban::http::Request &request) override {
        m_opening.emplace(++m_ticket, request);
        return soban::http::UpgradeAccepted{m_ticket};
    }
    void webSocketOpened(std::unique_ptr<QWebSocket> socket, quint64 ticket) override {
        const soban::http::Request request = m_opening.extract(ticket).mapped();
        hub.addSocket(std::move(socket), subscriber(request), since(request));
    }

    bool isCardPaymentDown = false;
    soban::realtime::Hub hub;

private:
    static soban::realtime::Subscriber subscriber(const soban::http::Request &request) {
        const qint64 session = request.queryValue(u"session").value_or(QStringLiteral("1")).toInt();
        QList<soban::Addressee> addressees;
        for (const QString &number : request.queryValues(u"account"))
            addressees.append(account(number.toInt()));
        return {*soban::SessionId::fromNumber(session), addressees};
    }
    static std::optional<soban::Sequence> since(const soban::http::Request &request) {
        const auto text = request.queryValue(u"since");
        return text ? std::optional(seq(text->toLongLong())) : std::nullopt;
    }

    std::map<quint64, soban::http::Request> m_opening;
    quint64 m_ticket = 0;
    soban::http::Listener m_listener;
    quint16 m_port = 0;
};

/// A well-behaved client of a stream; reads strictly.
class StreamClient {
public:
    StreamClient(quint16 port, const QString &query) {
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
                         [this](const QString &text) { take(text.toUtf8()); });
        m_socket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/stream?%2").arg(port).arg(query)));
    }

    QList<qint64> events; ///< sequences
    QList<soban::contract::StreamNote> notes;
    QStringList order; ///< of all messages: "3", "heartbeat 4", "resync 5"

    qint64 cursor() const { return notes.isEmpty() ? -1 : notes.last().sequence.number(); }
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    QWebSocket &socket() { return m_socket; }

private:
    void take(const QByteArray &json) {
        using namespace soban::contract;
        if (const auto note = decode<StreamNote>(json)) {
            notes.append(note.value());
            order.append(QString(soban::toText(note.value().type)).section(u'.', -1) + u' ' +
                         QString::number(cursor()));
        } else if (const auto event = decode<EventEnvelope>(json)) {
            events.append(event.value().sequence.number());
            order.append(QString::number(events.last()));
        } else {
            QFAIL(json.constData());
        }
    }

    QWebSocket m_socket;
};

/// A client that reads only when it is told to, answers no ping and sends what it likes.
class RawStream {
public:
    struct Frame {
        int opcode;
        QByteArray payload;
    };

    RawStream(quint16 port, const QByteArray &query) {
        m_socket.setReadBufferSize(1); // what waits in the kernel fills up
        m_socket.connectToHost(QHostAddress::LocalHost, port);
        m_socket.waitForConnected();
        m_socket.write("GET /stream?" + query +
                       " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                       "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                       "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    }

    void startReading() {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { read(); });
        m_socket.setReadBufferSize(0);
        read();
    }
    /// Sends a frame, masked with zeros.
    void send(int opcode, const QByteArray &payload) {
        QByteArray frame;
        frame.append(char(0x80 | opcode)).append(char(0x80 | payload.size()));
        m_socket.write(frame + QByteArray(4, '\0') + payload);
    }
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    QTcpSocket &socket() { return m_socket; }

    /// Sequences.
    const QList<qint64> &events() const { return m_events; }
    int closeCode() const {
        if (frames.isEmpty() || frames.last().opcode != 8)
            return 0;
        const QByteArray &payload = frames.last().payload;
        return uchar(payload[0]) << 8 | uchar(payload[1]);
    }

    QList<Frame> frames;
    int reads = 0;

private:
    void read() {
        m_bytes += m_socket.readAll();
        ++reads;
        if (!m_isUpgraded) {
            const qsizetype end = m_bytes.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            m_bytes.remove(0, end + 4);
            m_isUpgraded = true;
        }
        qsizetype at = 0;
        while (const qsizetype length = takeFrame(QByteArrayView(m_bytes).sliced(at)))
            at += length;
        m_bytes.remove(0, at);
    }

    /// The length of the frame at the front; 0 if it is not all there. Servers don't mask.
    qsizetype takeFrame(QByteArrayView bytes) {
        if (bytes.size() < 2)
            return 0;
        qsizetype head = 2;
        qsizetype size = uchar(bytes[1]);
        if (size > 125) {
            head = size == 126 ? 4 : 10;
            if (bytes.size() < head)
                return 0;
            size = 0;
            for (qsizetype i = 2; i < head; ++i)
                size = size << 8 | uchar(bytes[i]);
        }
        if (bytes.size() < head + size)
            return 0;
        frames.append({bytes[0] & 0x0f, bytes.sliced(head, size).toByteArray()});
        if (const auto event =
                soban::contract::decode<soban::contract::EventEnvelope>(frames.constLast().payload))
            m_events.append(event->sequence.number());
        return head + size;
    }

    QTcpSocket m_socket;
    QByteArray m_bytes;
    QList<qint64> m_events;
    bool m_isUpgraded = false;
};
