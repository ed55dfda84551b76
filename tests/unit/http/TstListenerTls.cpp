// SPDX-License-Identifier: GPL-3.0-or-later
// The same Listener behind TLS: what differs is the socket, and how its queues are counted.
#include "HttpTestKit.h"

#include "http/Tls.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTemporaryFile>

#include <memory>

using namespace soban::http;

namespace {

QString testFile(const char *name) {
    return QStringLiteral(SOBAN_SOURCE_DIR "/tests/support/tls/") + QString::fromLatin1(name);
}

QString certificateFile() {
    return testFile("localhost-certificate.pem");
}

QString keyFile() {
    return testFile("localhost-key.pem");
}

QSslConfiguration trusting() {
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(certificateFile()));
    return configuration;
}

/// As RawClient, encrypted, with the certificate checked.
class TlsClient {
public:
    explicit TlsClient(quint16 port) {
        QObject::connect(&m_socket, &QSslSocket::readyRead, &m_socket,
                         [this] { m_received += m_socket.readAll(); });
        m_socket.setSslConfiguration(trusting());
        m_socket.connectToHostEncrypted(QStringLiteral("localhost"), port, QIODevice::ReadWrite,
                                        QAbstractSocket::IPv4Protocol);
    }

    void send(const QByteArray &bytes) { m_socket.write(bytes); }
    const QByteArray &received() const { return m_received; }
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    QSslSocket &socket() { return m_socket; }

private:
    QSslSocket m_socket;
    QByteArray m_received;
};

} // namespace

class TstListenerTls : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void answersARequest();
    void takesALargeBody();
    void givesALargeAnswer();
    void refusalReachesTheClient();
    void plainClientGetsNothing();
    void silentHandshakeEnds();
    void readerThatDoesNotReadIsCutOff();
    void clientsThatLeaveAreForgotten();
    void opensWebSockets();
    void ownerOfAWebSocketSeesWhatWaits();
    void oldVersionsAreNotSpoken();
    void filesThatWillNotDo_data();
    void filesThatWillNotDo();

private:
    void listen(const Limits &limits = {});
    std::unique_ptr<QWebSocket> connectWebSocket(QWebSocket &client);

    std::unique_ptr<TestHandler> m_handler;
    std::unique_ptr<Listener> m_listener;
};

void TstListenerTls::init() {
    m_handler = std::make_unique<TestHandler>();
}

void TstListenerTls::cleanup() {
    m_listener.reset();
    m_handler.reset();
}

void TstListenerTls::listen(const Limits &limits) {
    const TlsOutcome tls = loadTls(certificateFile(), keyFile());
    QVERIFY2(tls.configuration, qPrintable(tls.error));
    m_listener = std::make_unique<Listener>(*m_handler, limits, tls.configuration);
    QVERIFY(m_listener->listen(QHostAddress::LocalHost, 0));
}

void TstListenerTls::answersARequest() {
    listen();
    TlsClient client(m_listener->port());
    client.send(getRequest("/1") + getRequest("/2"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(2));
    QVERIFY(client.socket().sessionProtocol() >= QSsl::TlsV1_2);
    for (const auto &[request, reply] : m_handler->kept)
        reply.send(Answer::text(200, request.path()));
    QTRY_COMPARE(client.received(), okWith("/1") + okWith("/2"));
    client.socket().disconnectFromHost();
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListenerTls::takesALargeBody() {
    Limits limits;
    limits.maxBodyBytes = 5 << 20;
    listen(limits);
    TlsClient client(m_listener->port());
    const QByteArray picture(5 << 20, '\x89');
    client.send("PUT /picture HTTP/1.1\r\nHost: h\r\nContent-Length: " +
                QByteArray::number(picture.size()) + "\r\n\r\n" + picture + getRequest("/next"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(2));
    QVERIFY(m_handler->kept[0].first.body() == picture);
}

void TstListenerTls::givesALargeAnswer() {
    listen();
    const QByteArray large(8 << 20, 'x');
    m_handler->onRequest = [&large](const Request &, const Reply &reply) {
        reply.send(Answer::text(200, large).closeConnection());
    };
    TlsClient client(m_listener->port());
    client.send(getRequest("/"));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().endsWith(QByteArray("\r\n\r\n" + large)));
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListenerTls::refusalReachesTheClient() {
    listen();
    TlsClient client(m_listener->port());
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n" +
                QByteArray(200'000, 'x'));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().startsWith("HTTP/1.1 413 "));
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListenerTls::plainClientGetsNothing() {
    listen();
    RawClient client(m_listener->port());
    client.send(getRequest("/"));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(!client.received().contains("HTTP"));
    QVERIFY(m_handler->kept.empty());
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListenerTls::silentHandshakeEnds() {
    Limits limits;
    limits.headMs = 150;
    listen(limits);
    RawClient client(m_listener->port());
    QTRY_COMPARE(m_listener->connectionCount(), 1);
    QTRY_VERIFY(client.isClosed());
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListenerTls::readerThatDoesNotReadIsCutOff() {
    Limits limits;
    limits.answerMs = 150;
    limits.minBytesPerSecond = 1 << 30;
    listen(limits);
    m_handler->onRequest = [](const Request &, const Reply &reply) {
        reply.send(Answer::text(200, QByteArray(12 << 20, 'x')));
    };
    TlsClient client(m_listener->port());
    client.socket().setReadBufferSize(1);
    QObject::disconnect(&client.socket(), &QSslSocket::readyRead, nullptr, nullptr);
    client.send(getRequest("/"));
    QTRY_COMPARE(m_listener->connectionCount(), 1);
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListenerTls::clientsThatLeaveAreForgotten() {
    listen();
    m_handler->onRequest = [](const Request &, const Reply &reply) {
        reply.send(Answer::text(200, QByteArray(1 << 20, 'x')));
    };
    for (int i = 0; i < 60; ++i) {
        const auto client = std::make_unique<TlsClient>(m_listener->port());
        client->send(getRequest("/"));
        if (i % 3 > 0)
            QTRY_VERIFY(client->socket().isEncrypted());
        if (i % 3 > 1)
            QTRY_VERIFY(!client->received().isEmpty());
        client->socket().abort();
    }
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

std::unique_ptr<QWebSocket> TstListenerTls::connectWebSocket(QWebSocket &client) {
    std::unique_ptr<QWebSocket> opened;
    m_handler->onUpgrade = [](const Request &) { return UpgradeAccepted{}; };
    m_handler->onOpened = [&opened](std::unique_ptr<QWebSocket> socket, quint64) {
        opened = std::move(socket);
    };
    client.setSslConfiguration(trusting());
    QNetworkRequest request(
        QUrl(QStringLiteral("wss://127.0.0.1:%1/stream").arg(m_listener->port())));
    request.setSslConfiguration(trusting());
    client.open(request);
    [&] { QTRY_VERIFY(opened && client.state() == QAbstractSocket::ConnectedState); }();
    return opened;
}

void TstListenerTls::opensWebSockets() {
    listen();
    QWebSocket client;
    QSignalSpy received(&client, &QWebSocket::textMessageReceived);
    const auto socket = connectWebSocket(client);
    QVERIFY(socket);
    QSignalSpy heard(socket.get(), &QWebSocket::textMessageReceived);
    client.sendTextMessage(QStringLiteral("ping"));
    QTRY_COMPARE(heard.size(), 1);
    socket->sendTextMessage(QStringLiteral("pong"));
    QTRY_COMPARE(received.size(), 1);
    client.close();
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
}

void TstListenerTls::ownerOfAWebSocketSeesWhatWaits() {
    listen();
    qint64 left = -1; // outlives the socket, which writes a last time as it goes
    QWebSocket client;
    const auto socket = connectWebSocket(client);
    QVERIFY(socket);
    client.setReadBufferSize(1);
    const QString message(1 << 20, u'x');
    for (int i = 0; i < 16; ++i)
        socket->sendTextMessage(message);
    socket->flush();
    QVERIFY(socket->bytesToWrite() > 1 << 20);
    // And is told when it goes out, to the last byte.
    connect(socket.get(), &QWebSocket::bytesWritten, this, [&] { left = socket->bytesToWrite(); });
    client.setReadBufferSize(0);
    client.ping(); // which wakes it up
    QTRY_COMPARE(left, 0);
}

void TstListenerTls::oldVersionsAreNotSpoken() {
    const TlsOutcome tls = loadTls(certificateFile(), keyFile());
    QVERIFY(tls.configuration);
    QCOMPARE(tls.configuration->protocol(), QSsl::TlsV1_2OrLater);
}

void TstListenerTls::filesThatWillNotDo_data() {
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("no certificate") << QStringLiteral("/nowhere/a.pem") << keyFile()
                                    << QStringLiteral("/nowhere/a.pem: cannot be read");
    QTest::newRow("no key") << certificateFile() << QStringLiteral("/nowhere/b.pem")
                            << QStringLiteral("/nowhere/b.pem: cannot be read");
    QTest::newRow("exchanged") << keyFile() << certificateFile()
                               << QString(keyFile() + QStringLiteral(": holds no certificate"));
    QTest::newRow("a certificate twice")
        << certificateFile() << certificateFile()
        << QString(certificateFile() + QStringLiteral(": holds no private key"));
}

void TstListenerTls::filesThatWillNotDo() {
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, complaint);
    const TlsOutcome tls = loadTls(certificate, key);
    QVERIFY(!tls.configuration);
    QVERIFY2(tls.error.startsWith(complaint), qPrintable(tls.error));
}

QTEST_GUILESS_MAIN(TstListenerTls)
#include "TstListenerTls.moc"
