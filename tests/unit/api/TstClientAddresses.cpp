// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ApiHandler.h"
#include "api/ClientAddresses.h"
#include "clock/Clock.h"

#include <QTest>

using namespace soban;

class TstClientAddresses : public QObject {
    Q_OBJECT

private slots:
    void believesKnownProxiesOnly_data() {
        QTest::addColumn<QString>("peer");
        QTest::addColumn<QByteArrayList>("forwardedFor");
        QTest::addColumn<QString>("client");
        const auto row = [](const char *tag, const char *peer, const QByteArrayList &headers,
                            const char *client) {
            QTest::newRow(tag) << QString::fromLatin1(peer) << headers
                               << QString::fromLatin1(client);
        };
        row("no proxy", "192.0.2.1", {}, "192.0.2.1");
        row("a liar", "192.0.2.1", {"203.0.113.9"}, "192.0.2.1");
        row("through a proxy", "10.0.0.1", {"203.0.113.9"}, "203.0.113.9");
        row("a proxy that says nothing", "10.0.0.1", {}, "10.0.0.1");
        row("through two proxies", "10.0.0.1", {"203.0.113.9, 10.0.0.2"}, "203.0.113.9");
        row("in two headers", "10.0.0.1", {"203.0.113.9", "10.0.0.2"}, "203.0.113.9");
        row("what the client made up", "10.0.0.1", {"198.51.100.7, 203.0.113.9"}, "203.0.113.9");
        row("proxies only", "10.0.0.1", {"10.0.0.2"}, "10.0.0.2");
        row("nonsense", "10.0.0.1", {"203.0.113.9, nonsense"}, "10.0.0.1");
        row("nonsense before a proxy", "10.0.0.1", {"nonsense, 10.0.0.2"}, "10.0.0.2");
        row("empty", "10.0.0.1", {""}, "10.0.0.1");
        row("IPv4 in IPv6", "::ffff:10.0.0.1", {"203.0.113.9"}, "203.0.113.9");
        row("IPv6", "2001:db8::1", {"2001:db8:1::9"}, "2001:db8:1::9");
    }
    void believesKnownProxiesOnly() {
        QFETCH(QString, peer);
        QFETCH(QByteArrayList, forwardedFor);
        QFETCH(QString, client);
        const api::ClientAddresses addresses({QHostAddress(QStringLiteral("10.0.0.1")),
                                              QHostAddress(QStringLiteral("10.0.0.2")),
                                              QHostAddress(QStringLiteral("2001:db8::1"))});
        http::Request::Parts parts;
        parts.peerAddress = QHostAddress(peer);
        for (const QByteArray &value : forwardedFor)
            parts.headers.append({"x-forwarded-for", value});
        QCOMPARE(addresses.of(http::Request(parts)).toString(), client);
    }

    void refusalOfTheTransportHasItsCode_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("400") << 400 << QByteArray("bad_request");
        QTest::newRow("413") << 413 << QByteArray("payload_too_large");
        QTest::newRow("429") << 429 << QByteArray("too_many_requests");
        QTest::newRow("501") << 501 << QByteArray("internal");
        QTest::newRow("503") << 503 << QByteArray("unavailable");
    }
    void refusalOfTheTransportHasItsCode() {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        const SystemClock clock;
        const identity::SessionDirectory sessions(clock);
        api::RouteFunctions functions;
        for (const contract::Route &route : contract::routes())
            functions.insert(route.id, [](const api::Call &) {});
        const api::ApiHandler handler(functions, sessions, {});
        const http::Answer answer = handler.refusal(status, "why");
        QCOMPARE(answer.status(), status);
        QVERIFY(answer.body().contains(QByteArray('"' + code + '"')));
    }
};

QTEST_GUILESS_MAIN(TstClientAddresses)
#include "TstClientAddresses.moc"
