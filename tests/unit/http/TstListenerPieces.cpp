// SPDX-License-Identifier: GPL-3.0-or-later
// Requests with and without a body, whole, in pieces and several at once, on one connection: those
// that come whole and alone are handed over at once, others by way of Qt's parser.
#include "HttpTestKit.h"

#include <QRandomGenerator>
#include <QTimer>

#include <memory>

using namespace soban::http;

namespace {

struct Exchange {
    QByteArray request;
    QByteArray answer;
};

/// What tells one body from another.
QByteArray marksOf(const QByteArray &body) {
    return QByteArray::number(body.size()) + ' ' + QByteArray::number(qChecksum(body));
}

QByteArray anyBody(QRandomGenerator &random) {
    QByteArray body(random.bounded(3000), Qt::Uninitialized);
    for (char &byte : body)
        byte = char(random.bounded(256));
    return body;
}

/// A GET or a POST with any body, perhaps with an empty line behind it, and what it is answered
/// with.
Exchange anyExchange(int number, QRandomGenerator &random) {
    const QByteArray path = '/' + QByteArray::number(number);
    if (random.bounded(3) > 0)
        return {getRequest(path), okWith(path + ' ' + marksOf({}))};
    const QByteArray body = anyBody(random);
    const QByteArray head = "POST " + path + " HTTP/1.1\r\nHost: h\r\nContent-Length: " +
                            QByteArray::number(body.size()) + "\r\n\r\n";
    return {head + body + (random.bounded(4) == 0 ? "\r\n" : ""),
            okWith(path + ' ' + marksOf(body))};
}

} // namespace

class TstListenerPieces : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void requestsMayComeInAnyPieces_data();
    void requestsMayComeInAnyPieces();
    void wholeRequestsBetweenPieces();

private:
    void settle() {
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents();
    }

    std::unique_ptr<TestHandler> m_handler;
    std::unique_ptr<Listener> m_listener;
};

/// Every third answer comes later than the request that follows may be read.
void TstListenerPieces::init() {
    failOnAnyWarning();
    m_handler = std::make_unique<TestHandler>();
    m_handler->onRequest = [](const Request &request, const Reply &reply) {
        const auto answer = Answer::text(200, request.path() + ' ' + marksOf(request.body()));
        if (request.path().sliced(1).toInt() % 3 == 0)
            QTimer::singleShot(1, [reply, answer] { reply.send(answer); });
        else
            reply.send(answer);
    };
    Limits limits;
    limits.maxPipelinedRequests = 1000; // as fast as a test sends them
    m_listener = std::make_unique<Listener>(*m_handler, limits);
    QVERIFY(m_listener->listen(QHostAddress::LocalHost, 0));
}

void TstListenerPieces::cleanup() {
    m_listener.reset();
    m_handler.reset();
}

void TstListenerPieces::requestsMayComeInAnyPieces_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TstListenerPieces::requestsMayComeInAnyPieces() {
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    RawClient client(m_listener->port());
    QByteArray waiting;
    QByteArray expected;
    for (int number = 1; number <= 120; ++number) {
        const Exchange exchange = anyExchange(number, random);
        waiting += exchange.request;
        expected += exchange.answer;
        switch (random.bounded(4)) {
        case 0: // it stays, for the next to come with it
            break;
        case 1: { // a part of it stays
            const auto part = random.bounded(int(waiting.size()));
            client.send(waiting.left(part));
            waiting.remove(0, part);
            break;
        }
        default:
            client.send(std::exchange(waiting, {}));
        }
        settle();
    }
    client.send(waiting);
    QTRY_COMPARE(client.received().size(), expected.size());
    QCOMPARE(client.received(), expected);
}

void TstListenerPieces::wholeRequestsBetweenPieces() {
    RawClient client(m_listener->port());
    const QByteArray get = getRequest("/1");
    const QByteArray post = "POST /2 HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab";
    const QByteArray ofGet = okWith("/1 " + marksOf({}));
    const QByteArray ofPost = okWith("/2 " + marksOf("ab"));
    QByteArray expected;
    for (qsizetype cut = 1; cut < post.size(); ++cut) {
        const qsizetype early = 1 + cut % (get.size() - 1);
        for (const QByteArray &piece : {get, get.left(early), get.sliced(early), post.left(cut),
                                        post.sliced(cut), post, get}) {
            client.send(piece);
            settle();
        }
        expected += ofGet + ofGet + ofPost + ofPost + ofGet;
    }
    QTRY_COMPARE(client.received().size(), expected.size());
    QCOMPARE(client.received(), expected);
}

QTEST_GUILESS_MAIN(TstListenerPieces)
#include "TstListenerPieces.moc"
