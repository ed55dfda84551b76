// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Request.h"

#include <QTest>

using namespace soban::http;

class TstRequest : public QObject {
    Q_OBJECT

private slots:
    void decodesSegments_data();
    void decodesSegments();
    void refusesTarget_data();
    void refusesTarget();
    void decodesQueryInOrderAndKeepsDuplicates();
    void looksUpHeadersWithoutRegardToCase();
};

void TstRequest::decodesSegments_data() {
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QStringList>("segments");

    QTest::newRow("root") << QByteArray("/") << QStringList{""};
    QTest::newRow("plain") << QByteArray("/api/v1") << QStringList{"api", "v1"};
    QTest::newRow("query cut off") << QByteArray("/api?a=/b") << QStringList{"api"};
    QTest::newRow("empty query") << QByteArray("/api?") << QStringList{"api"};
    QTest::newRow("trailing slash") << QByteArray("/api/") << QStringList{"api", ""};
    QTest::newRow("double slash") << QByteArray("//host/x") << QStringList{"", "host", "x"};
    QTest::newRow("encoded slash stays inside")
        << QByteArray("/a%2Fb/c") << QStringList{"a/b", "c"};
    QTest::newRow("lower-case hex") << QByteArray("/%c3%a9") << QStringList{QString::fromUtf8("é")};
    QTest::newRow("Korean") << QByteArray("/%ED%8A%B8%EB%9F%AD")
                            << QStringList{QString::fromUtf8("트럭")};
    QTest::newRow("four bytes") << QByteArray("/%F0%9F%8D%9A")
                                << QStringList{QString::fromUtf8("🍚")};
    QTest::newRow("decoded once only") << QByteArray("/%2541") << QStringList{"%41"};
    QTest::newRow("plus is a plus") << QByteArray("/a+b") << QStringList{"a+b"};
    QTest::newRow("three dots") << QByteArray("/...") << QStringList{"..."};
}

void TstRequest::decodesSegments() {
    QFETCH(QByteArray, target);
    QFETCH(QStringList, segments);
    const std::optional<Target> decoded = decodeTarget(target);
    QVERIFY(decoded);
    QCOMPARE(decoded->segments, segments);
    QCOMPARE(decoded->path, target.split('?').first());
}

void TstRequest::refusesTarget_data() {
    QTest::addColumn<QByteArray>("target");

    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("asterisk") << QByteArray("*");
    QTest::newRow("absolute") << QByteArray("http://host/a");
    QTest::newRow("no slash") << QByteArray("api");
    QTest::newRow("percent alone") << QByteArray("/a%");
    QTest::newRow("percent cut short") << QByteArray("/a%4");
    QTest::newRow("percent without hex") << QByteArray("/a%zz");
    QTest::newRow("percent with sign") << QByteArray("/a%+1");
    QTest::newRow("NUL") << QByteArray("/a%00b");
    QTest::newRow("CR") << QByteArray("/a%0d");
    QTest::newRow("delete") << QByteArray("/a%7F");
    QTest::newRow("stray continuation byte") << QByteArray("/%80");
    QTest::newRow("cut sequence") << QByteArray("/%E2%82");
    QTest::newRow("overlong slash") << QByteArray("/%C0%AF");
    QTest::newRow("lone surrogate") << QByteArray("/%ED%A0%80");
    QTest::newRow("beyond Unicode") << QByteArray("/%F5%80%80%80");
    QTest::newRow("sequence across segments") << QByteArray("/%C3/%A9");
    QTest::newRow("raw UTF-8") << QByteArray("/\xc3\xa9");
    QTest::newRow("raw space") << QByteArray("/a b");
    QTest::newRow("fragment") << QByteArray("/a#b");
    QTest::newRow("dot") << QByteArray("/a/./b");
    QTest::newRow("dot dot") << QByteArray("/a/../b");
    QTest::newRow("encoded dot dot") << QByteArray("/a/%2e%2E");
    QTest::newRow("bad percent in query") << QByteArray("/a?b=%zz");
    QTest::newRow("NUL in query") << QByteArray("/a?b=%00");
    QTest::newRow("bad UTF-8 in query") << QByteArray("/a?%FF=1");
    QTest::newRow("query item without name") << QByteArray("/a?=1");
    QTest::newRow("empty query item") << QByteArray("/a?b=1&&c=2");
}

void TstRequest::refusesTarget() {
    QFETCH(QByteArray, target);
    QVERIFY(!decodeTarget(target));
}

void TstRequest::decodesQueryInOrderAndKeepsDuplicates() {
    const Request request({.target = *decodeTarget("/a?b=1&c=x%26y%3D+z&b=2&flag&e==")});
    const QList<QueryItem> expected{
        {"b", "1"}, {"c", "x&y=+z"}, {"b", "2"}, {"flag", ""}, {"e", "="}};
    QCOMPARE(request.queryItems(), expected);
    QCOMPARE(request.queryValue(u"b"), QString("1"));
    QCOMPARE(request.queryValues(u"b"), (QStringList{"1", "2"}));
    QCOMPARE(request.duplicateQueryName(), QString("b"));
    QVERIFY(request.queryValue(u"flag"));
    QVERIFY(!request.queryValue(u"B"));
    QVERIFY(!Request({.target = *decodeTarget("/a?b=1&B=2")}).duplicateQueryName());
}

void TstRequest::looksUpHeadersWithoutRegardToCase() {
    const Request request({.target = *decodeTarget("/"),
                           .headers = {{"If-Match", "1"}, {"X-Empty", ""}, {"if-match", "2"}}});
    QCOMPARE(request.header("IF-MATCH"), QByteArray("1"));
    QCOMPARE(request.headerCount("If-match"), 2);
    QCOMPARE(request.header("x-empty"), QByteArray(""));
    QVERIFY(!request.header("If-None-Match"));
}

QTEST_GUILESS_MAIN(TstRequest)
#include "TstRequest.moc"
