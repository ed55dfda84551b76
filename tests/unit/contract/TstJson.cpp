// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Json.h"

#include <QTest>

using namespace soban::contract;

class TstJson : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void refusesEveryCutDocument();
    void namesTheMemberWhereItStopped();
    void nestsSixteenLevels();
    void keepsNumberKindsApart();
    void keepsMembersInOrder();
    void findsMembers();
    void writesEscapes_data();
    void writesEscapes();
    void writesNumbers_data();
    void writesNumbers();
    void putsCommasWhereTheyBelong();
};

void TstJson::reads_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *tag, const QByteArray &json, const QByteArray &written) {
        QTest::newRow(tag) << json << written;
    };

    row("empty object", "{}", "{}");
    row("empty array", " [ ] ", "[]");
    row("white space", "\t{\r\n \"a\" : 1 }\n", "{\"a\":1}");
    row("words", "[true,false,null]", "[true,false,null]");
    row("a text alone", "\"a\"", "\"a\"");
    row("escapes", R"("\"\\\/\b\f\n\r\t\u00e9")", R"("\"\\/\u0008\u000c\n\r\té")");
    row("surrogate pair", R"("\ud83c\udf82")", "\"🎂\"");
    row("Korean", "\"소반\"", "\"소반\"");
    row("noncharacter", "\"\xEF\xBF\xBF\"", "\"\xEF\xBF\xBF\"");
    row("DEL", "\"\x7f\"", "\"\x7f\"");
    row("0", "0", "0");
    row("-0", "-0", "0");
    row("largest", "9223372036854775807", "9223372036854775807");
    row("least", "-9223372036854775808", "-9223372036854775808");
    row("fraction", "37.8771", "37.8771");
    row("negative fraction", "-0.5", "-0.5");
    row("exponent", "1.5E+2", "150");
    row("largest double", "1.7976931348623157e308", "1.7976931348623157e+308");
    row("shortest that reads the same", "0.1000000000000000055", "0.1");
    row("same key in two objects", R"([{"a":1},{"a":2}])", R"([{"a":1},{"a":2}])");
    row("same key above and below", R"({"a":{"a":1}})", R"({"a":{"a":1}})");
}

void TstJson::reads() {
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, written);
    const auto value = parseJson(json);
    QVERIFY(value.ok());
    QCOMPARE(value->toJson(), written);
    const auto again = parseJson(value->toJson());
    QVERIFY(again.ok());
    QCOMPARE(again->toJson(), written);
}

void TstJson::refuses_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<JsonFault>("fault");
    const auto row = [](const char *tag, const QByteArray &json, JsonFault fault) {
        QTest::newRow(tag) << json << fault;
    };
    using F = JsonFault;

    row("empty", "", F::Syntax);
    row("white space alone", " \n", F::Syntax);
    row("NUL alone", QByteArray("\0", 1), F::Syntax);
    row("NUL at the end", QByteArray("{}\0", 3), F::Syntax);
    row("garbage behind NUL", QByteArray("{}\0xyz", 6), F::Syntax);
    row("NUL inside a text", QByteArray("\"a\0b\"", 5), F::Syntax);
    row("byte order mark", "\xEF\xBB\xBF{}", F::Syntax);
    row("the end of a byte order mark", "\xBF{}", F::Syntax);
    row("UTF-16", QByteArray("\xFF\xFE{\0}\0", 6), F::Syntax);
    row("two documents", "{}{}", F::Syntax);
    row("trailing word", "{} x", F::Syntax);
    row("trailing comma in object", "{\"a\":1,}", F::Syntax);
    row("trailing comma in array", "[1,]", F::Syntax);
    row("comment", "{/*a*/}", F::Syntax);
    row("line comment", "{}//a", F::Syntax);
    row("single quotes", "{'a':1}", F::Syntax);
    row("bare key", "{a:1}", F::Syntax);
    row("key without value", "{\"a\"}", F::Syntax);
    row("unknown word", "True", F::Syntax);
    row("NaN", "NaN", F::Syntax);
    row("Infinity", "-Infinity", F::Syntax);
    row("leading zero", "01", F::Syntax);
    row("plus", "+1", F::Syntax);
    row("no digit before the point", ".5", F::Syntax);
    row("no digit after the point", "1.", F::Syntax);
    row("no digit in the exponent", "1e", F::Syntax);
    row("hexadecimal", "0x1F", F::Syntax);
    row("line end in a text", "\"a\nb\"", F::Syntax);
    row("tab in a text", "\"a\tb\"", F::Syntax);
    row("unknown escape", R"("\x41")", F::Syntax);
    row("short escape", R"("\u12")", F::Syntax);
    row("vertical tab outside", "\v{}", F::Syntax);
    row("no-break space outside", "[\xC2\xA0]", F::Syntax);

    row("duplicate key", R"({"a":1,"b":2,"a":3})", F::DuplicateKey);
    row("duplicate key by escape", R"({"a":1,"\u0061":2})", F::DuplicateKey);

    row("escaped NUL", R"("a\u0000b")", F::InvalidText);
    row("escaped NUL in a key", R"({"a\u0000":1})", F::InvalidText);
    row("lone high surrogate", R"("\ud83c")", F::InvalidText);
    row("high surrogate and letter", R"("\ud83cA")", F::InvalidText);
    row("two high surrogates", R"("\ud83c\ud83c")", F::InvalidText);
    row("lone low surrogate", R"("\udf82")", F::InvalidText);
    row("lone low surrogate in a key", R"({"\udf82":1})", F::InvalidText);
    row("surrogate in UTF-8", "\"\xED\xA0\xBC\"", F::InvalidText);
    row("overlong", "\"\xC0\xAF\"", F::InvalidText);
    row("beyond Unicode", "\"\xF4\x90\x80\x80\"", F::InvalidText);
    row("cut character", "\"\xEC\x86\"", F::InvalidText);
    row("Latin-1", "\"\xE9\"", F::InvalidText);
    row("bad UTF-8 in a key", "{\"\xE9\":1}", F::InvalidText);

    row("2^63", "9223372036854775808", F::NumberOutOfRange);
    row("-2^63 - 1", "-9223372036854775809", F::NumberOutOfRange);
    row("2^64", "18446744073709551616", F::NumberOutOfRange);
    row("hundred digits", QByteArray(100, '9'), F::NumberOutOfRange);
    row("1e400", "1e400", F::NumberOutOfRange);
    row("1e-400", "1e-400", F::NumberOutOfRange);
    row("exponent of 30 digits", "1e" + QByteArray(30, '9'), F::NumberOutOfRange);

    row("17 arrays", QByteArray(17, '[') + QByteArray(17, ']'), F::TooDeep);
    row("17 objects", QByteArray("{\"a\":").repeated(16) + "{}" + QByteArray(16, '}'), F::TooDeep);
    row("a million brackets", QByteArray(1'000'000, '['), F::TooDeep);
}

void TstJson::refuses() {
    QFETCH(QByteArray, json);
    QFETCH(JsonFault, fault);
    const auto value = parseJson(json);
    QVERIFY2(!value.ok(), value.ok() ? value->toJson().constData() : "");
    QCOMPARE(int(value.error().fault), int(fault));
}

void TstJson::refusesEveryCutDocument() {
    const QByteArray whole = R"({"a":[1,-2.5e3,"소\u0041"],"b":{"c":null,"d":true}})";
    QVERIFY(parseJson(whole).ok());
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY2(!parseJson(whole.first(length)).ok(), whole.first(length).constData());
}

void TstJson::namesTheMemberWhereItStopped() {
    const auto fault = [](const char *json) { return parseJson(QByteArrayView(json)).error(); };
    QCOMPARE(fault(R"({"a":1,"b":[99999999999999999999]})").member, QStringLiteral("b"));
    QCOMPARE(fault(R"({"a":{"c":1,"c":2}})").member, QStringLiteral("c"));
    QCOMPARE(fault(R"([1)").member, QString());
}

void TstJson::nestsSixteenLevels() {
    const auto reads = [](const QByteArray &json) { return parseJson(json).ok(); };
    QVERIFY(reads(QByteArray(16, '[') + QByteArray(16, ']')));
    QVERIFY(reads(QByteArray("{\"a\":").repeated(15) + "{}" + QByteArray(15, '}')));
    QVERIFY(reads("[" + QByteArray("[[]],").repeated(100) + "1]")); // wide is not deep
}

void TstJson::keepsNumberKindsApart() {
    const auto value = parseJson("[1,1.0,1e2,\"1\"]");
    QVERIFY(value.ok());
    const auto &array = *value->array();
    QVERIFY(array[0].integer() && !array[0].real());
    QVERIFY(array[1].real() && !array[1].integer());
    QVERIFY(array[2].real() && !array[2].integer());
    QVERIFY(array[3].string() && !array[3].integer());
}

void TstJson::keepsMembersInOrder() {
    const QByteArray json = R"({"z":1,"a":2,"m":{"y":3,"b":4}})";
    QCOMPARE(parseJson(json)->toJson(), json);
}

void TstJson::findsMembers() {
    const auto value = parseJson(R"({"a":1,"b":null})");
    QCOMPARE(*value->find(u"a")->integer(), qint64(1));
    QVERIFY(value->find(u"b")->isNull());
    QVERIFY(!value->find(u"c"));
    QVERIFY(!JsonValue(1).find(u"a"));
}

void TstJson::writesEscapes_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QString() << QByteArray("\"\"");
    QTest::newRow("quote") << QStringLiteral("a\"b") << QByteArray(R"("a\"b")");
    QTest::newRow("backslash") << QStringLiteral("a\\b") << QByteArray(R"("a\\b")");
    QTest::newRow("line end") << QStringLiteral("a\nb\rc\td") << QByteArray(R"("a\nb\rc\td")");
    QTest::newRow("bell") << QStringLiteral("\a") << QByteArray(R"("\u0007")");
    QTest::newRow("unit separator") << QString(QChar(0x1f)) << QByteArray(R"("\u001f")");
    QTest::newRow("slash") << QStringLiteral("</script>") << QByteArray("\"</script>\"");
    QTest::newRow("Korean") << QStringLiteral("소반 🎂") << QByteArray("\"소반 🎂\"");
}

void TstJson::writesEscapes() {
    QFETCH(QString, text);
    QFETCH(QByteArray, json);
    QCOMPARE(JsonValue(text).toJson(), json);
    QCOMPARE(*parseJson(json)->string(), text);

    JsonWriter writer;
    writer.beginObject();
    writer.key(text);
    writer.value(text);
    writer.endObject();
    QCOMPARE(writer.bytes(), QByteArray("{" + json + ":" + json + "}"));
}

void TstJson::writesNumbers_data() {
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("whole") << 38.0 << QByteArray("38");
    QTest::newRow("tenth") << 0.1 << QByteArray("0.1");
    QTest::newRow("all digits") << 127.73180000000002 << QByteArray("127.73180000000002");
    QTest::newRow("small") << 1e-7 << QByteArray("1e-07");
}

void TstJson::writesNumbers() {
    QFETCH(double, number);
    QFETCH(QByteArray, json);
    QCOMPARE(JsonValue(number).toJson(), json);
    const auto read = parseJson(json);
    QVERIFY(read.ok());
    QVERIFY((read->real() ? *read->real() : double(*read->integer())) == number); // not nearly
}

void TstJson::putsCommasWhereTheyBelong() {
    JsonWriter writer;
    writer.beginObject();
    writer.key(QLatin1StringView("a"));
    writer.beginArray();
    writer.value(true);
    writer.beginObject();
    writer.endObject();
    writer.null();
    writer.raw("[1]");
    writer.endArray();
    writer.key(QLatin1StringView("b"));
    writer.value(qint64(-1));
    writer.key(QLatin1StringView("c"));
    writer.token(QLatin1StringView("word"));
    writer.endObject();
    QCOMPARE(writer.bytes(), QByteArray(R"({"a":[true,{},null,[1]],"b":-1,"c":"word"})"));
}

QTEST_GUILESS_MAIN(TstJson)
#include "TstJson.moc"
