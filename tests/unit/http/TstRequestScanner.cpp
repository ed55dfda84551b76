// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/RequestScanner.h"

#include <QTest>

using namespace soban::http;

class TstRequestScanner : public QObject {
    Q_OBJECT

private slots:
    void findsTheSameHeadsHoweverTheBytesArrive();
    void refuses_data();
    void refuses();
    void refusesAtTheFirstBadLine_data();
    void refusesAtTheFirstBadLine();
    void keepsRequestsBeforeABadOne();
    void asksForTheBodyLimitOfTheRoute();
    void saysWhetherItEndsWithABody_data();
    void saysWhetherItEndsWithABody();
    void stopsReadingAtAnUpgrade();
    void holdsNoMoreThanTheHeaderLimit();
};

void TstRequestScanner::findsTheSameHeadsHoweverTheBytesArrive() {
    const QByteArray stream =
        "GET /a?b=1 HTTP/1.1\r\nHost: x\r\n\r\n"
        "POST /b HTTP/1.1\r\nhost: x\r\nContent-Length: 38\r\n"
        "Expect: 100-continue\r\n\r\nGET /no HTTP/1.1\r\nHost: smuggled\r\n\r\n12"
        "\r\n\r\nHEAD /c HTTP/1.0\r\n\r\n"
        "DELETE /d HTTP/1.1\r\nHost:\r\nConnection: Close\r\n\r\n";
    for (qsizetype piece = 1; piece <= stream.size(); ++piece) {
        const Limits limits;
        RequestScanner scanner(limits);
        for (qsizetype at = 0; at < stream.size(); at += piece)
            scanner.feed(QByteArrayView(stream).sliced(at, std::min(piece, stream.size() - at)));
        QVERIFY(!scanner.refusal());
        QVERIFY(!scanner.isMidRequest());
        QCOMPARE(scanner.heads().size(), size_t(4));
        QCOMPARE(scanner.heads()[0].target.path, QByteArray("/a"));
        QCOMPARE(scanner.heads()[1].contentLength, 38);
        QVERIFY(scanner.heads()[1].expectsContinue);
        QVERIFY(scanner.heads()[1].keepsAlive);
        QCOMPARE(scanner.heads()[2].method, Method::Head);
        QVERIFY(!scanner.heads()[2].keepsAlive);
        QVERIFY(!scanner.heads()[3].keepsAlive);
        QCOMPARE(scanner.heads()[3].headers,
                 (QList<Header>{{"Host", ""}, {"Connection", "Close"}}));
    }
}

void TstRequestScanner::refuses_data() {
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &head, int status) {
        QTest::newRow(name) << head << status;
    };
    const auto withHeaders = [](const QByteArray &headers) {
        return QByteArray("POST / HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
    };

    row("not HTTP", "hello\r\n\r\n", 400);
    row("no version", "GET /\r\n\r\n", 400);
    row("leading space", " GET / HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    row("two spaces", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    row("HTTP/2", "PRI * HTTP/2.0\r\n\r\n", 400);
    row("HTTP/1.2", "GET / HTTP/1.2\r\nHost: x\r\n\r\n", 400);
    row("lower-case version", "GET / http/1.1\r\nHost: x\r\n\r\n", 400);
    row("unknown method", "BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 501);
    row("lower-case method", "get / HTTP/1.1\r\nHost: x\r\n\r\n", 501);
    row("bad target", "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("two hosts", withHeaders("Host: y\r\n"), 400);
    row("bare LF", "GET / HTTP/1.1\nHost: x\n\r\n\r\n", 400);
    row("LF inside", withHeaders("A: b\nContent-Length: 5\r\n"), 400);
    row("CR inside", withHeaders("A: b\rc\r\n"), 400);
    row("NUL inside", withHeaders(QByteArray("A: b\0c\r\n", 8)), 400);
    row("folded line", withHeaders("A: b\r\n c\r\n"), 400);
    row("space before colon", withHeaders("Content-Length : 5\r\n"), 400);
    row("no colon", withHeaders("Content-Length\r\n"), 400);
    row("two lengths", withHeaders("Content-Length: 5\r\ncontent-length: 5\r\n"), 400);
    row("list of lengths", withHeaders("Content-Length: 5, 5\r\n"), 400);
    row("signed length", withHeaders("Content-Length: +5\r\n"), 400);
    row("negative length", withHeaders("Content-Length: -1\r\n"), 400);
    row("hex length", withHeaders("Content-Length: 0x5\r\n"), 400);
    row("empty length", withHeaders("Content-Length:\r\n"), 400);
    row("huge length", withHeaders("Content-Length: 99999999999999999999\r\n"), 400);
    row("chunked", withHeaders("Transfer-Encoding: chunked\r\n"), 411);
    row("chunked and length", withHeaders("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"),
        400);
    row("large body", withHeaders("Content-Length: 65537\r\n"), 413);
    row("long target", "GET /" + QByteArray(4096, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", 414);
    row("endless target", "GET /" + QByteArray(5000, 'a'), 414);
    row("endless headers", "GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(3000), 431);
    row("large head",
        withHeaders("A: b\r\n" + QByteArray("B: " + QByteArray(6000, 'b') + "\r\n").repeated(3)),
        431);
    row("long line", withHeaders("A: " + QByteArray(8000, 'b') + "\r\n"), 431);
    row("many headers", withHeaders(QByteArray("A: b\r\n").repeated(64)), 431);
    row("upgrade with body",
        withHeaders("Connection: upgrade\r\nUpgrade: websocket\r\nContent-Length: 1\r\n"), 400);
}

void TstRequestScanner::refuses() {
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    const Limits limits;
    for (const qsizetype piece : {qsizetype(1), qsizetype(7), head.size()}) {
        RequestScanner scanner(limits);
        for (qsizetype at = 0; at < head.size(); at += piece)
            scanner.feed(QByteArrayView(head).sliced(at, std::min(piece, head.size() - at)));
        QVERIFY(scanner.refusal());
        QCOMPARE(scanner.refusal()->status, status);
        QVERIFY(scanner.heads().empty());
    }
}

void TstRequestScanner::refusesAtTheFirstBadLine_data() {
    QTest::addColumn<QByteArray>("begun");
    QTest::newRow("another protocol") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::newRow("bare LF") << QByteArray("GET / HTTP/1.1\n");
    QTest::newRow("bare LF behind a header") << QByteArray("GET / HTTP/1.1\r\nHost: x\n");
    QTest::newRow("bad header") << QByteArray("GET / HTTP/1.1\r\nHost\r\n");
}

/// Qt's parser would hang up on them before the head is complete.
void TstRequestScanner::refusesAtTheFirstBadLine() {
    QFETCH(QByteArray, begun);
    const Limits limits;
    RequestScanner scanner(limits);
    scanner.feed(begun.chopped(1));
    QVERIFY(!scanner.refusal());
    scanner.feed(begun.right(1));
    QVERIFY(scanner.refusal());
    QCOMPARE(scanner.refusal()->status, 400);
}

void TstRequestScanner::keepsRequestsBeforeABadOne() {
    const Limits limits;
    RequestScanner scanner(limits);
    scanner.feed(
        "GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /a\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(scanner.refusal());
    QCOMPARE(scanner.heads().size(), size_t(1));
}

void TstRequestScanner::asksForTheBodyLimitOfTheRoute() {
    Limits limits;
    limits.maxBodyBytesFor = [](Method method, QByteArrayView path) {
        return qint64(method == Method::Put && path == "/picture" ? 1000000 : 10);
    };
    RequestScanner picture(limits);
    picture.feed("PUT /picture?x=1 HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
    QVERIFY(!picture.refusal());
    QCOMPARE(picture.bodyBytesMissing(), 1000000);
    RequestScanner other(limits);
    other.feed("PUT /other HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\n");
    QCOMPARE(other.refusal()->status, 413);
}

void TstRequestScanner::saysWhetherItEndsWithABody_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("endsWithBody");
    const QByteArray head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n";
    QTest::newRow("nothing yet") << QByteArray() << false;
    QTest::newRow("a head alone") << head << false;
    QTest::newRow("half a body") << head + "a" << false;
    QTest::newRow("a whole body") << head + "ab" << true;
    QTest::newRow("an empty line behind it") << head + "ab\r\n" << false;
    QTest::newRow("the next head behind it") << head + "ab" + head << false;
}

void TstRequestScanner::saysWhetherItEndsWithABody() {
    QFETCH(QByteArray, bytes);
    QFETCH(bool, endsWithBody);
    const Limits limits;
    RequestScanner scanner(limits);
    scanner.feed(bytes);
    QVERIFY(!scanner.refusal());
    QCOMPARE(scanner.endsWithBody(), endsWithBody);
}

void TstRequestScanner::stopsReadingAtAnUpgrade() {
    const Limits limits;
    const QByteArray head = "GET /ws HTTP/1.1\r\nHost: x\r\nConnection: keep-alive, Upgrade\r\n"
                            "Upgrade: WebSocket\r\n\r\n";
    RequestScanner scanner(limits);
    scanner.feed(head);
    QVERIFY(!scanner.refusal());
    QVERIFY(scanner.endsInUpgrade());
    QCOMPARE(scanner.heads().size(), size_t(1));

    RequestScanner hasty(limits);
    hasty.feed(QByteArray(head + "\x81\x80"));
    QVERIFY(hasty.refusal());
    QCOMPARE(hasty.heads().size(), size_t(1));
}

void TstRequestScanner::holdsNoMoreThanTheHeaderLimit() {
    const Limits limits;
    RequestScanner scanner(limits);
    // Exactly the limit is still a request.
    QByteArray head = "GET / HTTP/1.1\r\nHost: x\r\n";
    while (head.size() + 1000 < limits.maxHeaderBytes)
        head += "A: " + QByteArray(900, 'a') + "\r\n";
    head += "B: " + QByteArray(limits.maxHeaderBytes - head.size() - 7, 'b') + "\r\n\r\n";
    QCOMPARE(head.size(), limits.maxHeaderBytes);
    scanner.feed(head);
    QVERIFY(!scanner.refusal());
    QCOMPARE(scanner.heads().size(), size_t(1));
}

QTEST_GUILESS_MAIN(TstRequestScanner)
#include "TstRequestScanner.moc"
