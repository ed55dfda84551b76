// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/EntityTag.h"

#include <QTest>

using namespace soban;
using namespace soban::api;

namespace {

const QByteArray kTag("\"7-1a2b3c4d\"");

http::Request requestWith(const QByteArrayList &conditions) {
    http::Request::Parts parts;
    for (const QByteArray &condition : conditions)
        parts.headers.append({"If-None-Match", condition});
    return http::Request(std::move(parts));
}

} // namespace

class TstEntityTag : public QObject {
    Q_OBJECT

private slots:
    void conditionNamesWhatTheCallerHas_data();
    void conditionNamesWhatTheCallerHas();
    void nameOfTheHeaderHasAnyCase();
    void tagsDiffer();
    void hashIsToldFromOtherWords();
    void unchangedAnswerHasTheHeadersAndNoBody();
};

void TstEntityTag::conditionNamesWhatTheCallerHas_data() {
    QTest::addColumn<QByteArrayList>("conditions");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char *name, const QByteArrayList &conditions, bool holds) {
        QTest::newRow(name) << conditions << holds;
    };
    row("none", {}, false);
    row("the tag", {kTag}, true);
    row("another tag", {"\"7-1a2b3c4e\""}, false);
    row("another case", {"\"7-1A2B3C4D\""}, false);
    row("part of the tag", {"\"7\""}, false);
    row("weak", {"W/" + kTag}, true);
    row("weak in another case", {"w/" + kTag}, false);
    row("any", {"*"}, true);
    row("first of a list", {kTag + ", \"x\""}, true);
    row("last of a list", {"\"x\",W/\"y\" , " + kTag}, true);
    row("in none of a list", {"\"x\", \"y\""}, false);
    row("empty places of a list", {", ," + kTag + " ,, "}, true);
    row("a comma within a tag", {"\"x," + kTag.sliced(1)}, false);
    row("behind a tag with a comma", {"\"x,y\", " + kTag}, true);
    row("several headers", {"\"x\"", kTag}, true);
    row("several headers, all others", {"\"x\"", "\"y\""}, false);
    row("empty", {""}, false);
    row("no quotes", {"7-1a2b3c4d"}, false);
    row("one quote", {kTag.chopped(1)}, false);
    row("words behind the tag", {kTag + " x"}, false);
    row("two tags without a comma", {kTag + kTag}, false);
    row("malformed before it", {"x, " + kTag}, false);
    row("malformed behind it", {kTag + ", x"}, false);
    row("a blank within a tag", {"\"x y\", " + kTag}, false);
    row("any in a list", {"*, " + kTag}, false);
    row("any among headers", {"*", kTag}, false);
    row("any in quotes", {"\"*\""}, false);
    row("weak without a tag", {"W/"}, false);
}

void TstEntityTag::conditionNamesWhatTheCallerHas() {
    QFETCH(QByteArrayList, conditions);
    QTEST(holdsAlready(requestWith(conditions), kTag), "holds");
}

void TstEntityTag::nameOfTheHeaderHasAnyCase() {
    http::Request::Parts parts;
    parts.headers = {{"if-none-match", "\"x\""}, {"IF-NONE-MATCH", kTag}};
    QVERIFY(holdsAlready(http::Request(parts), kTag));
}

void TstEntityTag::tagsDiffer() {
    QCOMPARE(tagOf(7, "a"), tagOf(7, "a"));
    QVERIFY(tagOf(7, "a") != tagOf(8, "a"));
    QVERIFY(tagOf(7, "a") != tagOf(7, "b"));
    QVERIFY(tagOf("a") != tagOf("b"));
    // Other servers, and this one after its next start, must give the same.
    QCOMPARE(tagOf(7, "a"), QByteArray("\"7-ca978112\""));
    QCOMPARE(tagOf("a"), QByteArray("\"ca978112ca1bbdca\""));
}

void TstEntityTag::hashIsToldFromOtherWords() {
    const QByteArray tag = tagOf(7, "a");
    QVERIFY(isDocumentHash(tag.sliced(3, 8)));
    for (const char *other : {"", "1a2b3c4", "1a2b3c4de", "1A2B3C4D", "1a2b3c4g", "-a2b3c4d"})
        QVERIFY2(!isDocumentHash(other), other);
}

void TstEntityTag::unchangedAnswerHasTheHeadersAndNoBody() {
    const TaggedAnswer answer(
        kTag, http::Answer::withBody(200, "a/b", "x").withHeader("Cache-Control", "no-store"));
    const http::Answer &whole = answer.to(requestWith({}));
    QCOMPARE(whole.status(), 200);
    QCOMPARE(whole.body(), QByteArray("x"));
    const http::Answer &unchanged = answer.to(requestWith({kTag}));
    QCOMPARE(unchanged.status(), 304);
    QVERIFY(unchanged.body().isEmpty());
    QVERIFY(unchanged.headers().contains({"ETag", kTag}));
    QCOMPARE(unchanged.headers(), whole.headers());
}

QTEST_APPLESS_MAIN(TstEntityTag)
#include "TstEntityTag.moc"
