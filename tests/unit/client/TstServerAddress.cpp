// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ServerAddress.h"

#include <QTest>

using soban::client::ServerAddress;

class TstServerAddress : public QObject {
    Q_OBJECT

private slots:
    void refusesWhatWouldSendTokensInTheClear_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("https") << "https://soban.example" << true;
        QTest::newRow("loopback name") << "http://localhost:8080" << true;
        QTest::newRow("loopback 4") << "http://127.0.0.1:8080/" << true;
        QTest::newRow("loopback 6") << "http://[::1]:8080" << true;
        QTest::newRow("plain") << "http://soban.example" << false;
        QTest::newRow("looks like loopback") << "http://127.0.0.1.example" << false;
        QTest::newRow("other scheme") << "ftp://localhost" << false;
        QTest::newRow("no host") << "https://" << false;
        QTest::newRow("path") << "https://soban.example/api" << false;
        QTest::newRow("user") << "https://me@soban.example" << false;
    }
    void refusesWhatWouldSendTokensInTheClear() {
        QFETCH(QString, url);
        QFETCH(bool, isAllowed);
        QCOMPARE(ServerAddress::of(QUrl(url)).ok(), isAllowed);
    }

    void takesPlainTextAnywhereWhenAskedByName() {
        const QUrl url(QStringLiteral("http://soban.example"));
        QVERIFY(ServerAddress::of(url, ServerAddress::PlainText::Anywhere).ok());
    }

    void makesUrls() {
        const auto address = ServerAddress::of(QUrl(QStringLiteral("https://soban.example:8443/")));
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("since"), QStringLiteral("5"));
        QCOMPARE(address->http(QStringLiteral("/api/v1/pictures/a%2Fb"), query)
                     .toString(QUrl::FullyEncoded),
                 QStringLiteral("https://soban.example:8443/api/v1/pictures/a%2Fb?since=5"));
        QCOMPARE(address->webSocket(QStringLiteral("/s")).toString(),
                 QStringLiteral("wss://soban.example:8443/s"));
    }

    void namesItsOriginAsBrowsersDo_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("origin");
        QTest::newRow("usual port") << "https://soban.example:443/"
                                    << "https://soban.example";
        QTest::newRow("other port") << "http://localhost:8080"
                                    << "http://localhost:8080";
        QTest::newRow("loopback 6") << "http://[::1]:8080"
                                    << "http://[::1]:8080";
    }
    void namesItsOriginAsBrowsersDo() {
        QFETCH(QString, url);
        QTEST(ServerAddress::of(QUrl(url))->origin(), "origin");
    }
};

QTEST_GUILESS_MAIN(TstServerAddress)
#include "TstServerAddress.moc"
