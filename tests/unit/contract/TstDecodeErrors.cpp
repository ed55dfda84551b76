// SPDX-License-Identifier: GPL-3.0-or-later
// What a strict reader refuses, and how it says which field was wrong.
#include "Golden.h"

#include "contract/Catalogue.h"
#include "contract/Delivery.h"
#include "contract/Identity.h"
#include "contract/Ordering.h"
#include "contract/Review.h"

#include <QTest>

using namespace soban;
using namespace soban::contract;
using Code = ErrorCode;

namespace {

const QByteArray &order() {
    static const QByteArray json =
        R"({"shopId":"shp_0000000000001","fulfilment":"platformRider","lines":[)"
        R"({"itemId":"itm_0000000000001","optionIds":[],"quantity":1},)"
        R"({"itemId":"itm_0000000000002","optionIds":["opt_0000000000003"],"quantity":2}],)"
        R"("expectedTotalMinor":24000,"paymentMethod":"card",)"
        R"("address":{"text":"A 1","position":{"latitude":37.8,"longitude":127.7}}})";
    return json;
}

const QByteArray kSignIn = R"({"login":"a","password":"b"})";

template <typename T>
std::optional<DecodeError> errorOf(QByteArrayView json) {
    const auto read = decode<T>(json);
    return read ? std::nullopt : std::optional(read.error());
}

void addColumns() {
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("becomes");
    QTest::addColumn<Code>("code");
    QTest::addColumn<QString>("field");
}

void row(const char *tag, const QByteArray &was, const QByteArray &becomes, Code code,
         const char *field) {
    QTest::newRow(tag) << was << becomes << code << QString::fromLatin1(field);
}

/// The message with one thing changed, which must be there exactly once.
QByteArray changed(QByteArray json, const QByteArray &was, const QByteArray &becomes) {
    return json.count(was) == 1 ? json.replace(was, becomes) : QByteArray("changed nothing");
}

void compareError(const std::optional<DecodeError> &error, Code code, const QString &field) {
    QVERIFY(error);
    QCOMPARE(QString(toText(error->code)), QString(toText(code)));
    QCOMPARE(error->field, field);
    QVERIFY(!error->detail.isEmpty());
}

} // namespace

class TstDecodeErrors : public QObject {
    Q_OBJECT

private slots:
    void readsWhatIsRight();
    void refusesOrder_data();
    void refusesOrder();
    void overlooksUnknownFieldsOfANewerServerAtAnyDepth();
    void refusesText_data();
    void refusesText();
    void refusesReview_data();
    void refusesReview();
    void refusesMoneyAndPlaces_data();
    void refusesMoneyAndPlaces();
    void limitsAreAllowed();
    void leavesOutWhatIsAbsent();
};

void TstDecodeErrors::readsWhatIsRight() {
    const auto read = decode<PlaceOrderRequest>(order());
    QVERIFY(read.ok());
    QCOMPARE(read->lines.size(), qsizetype(2));
    QCOMPARE(read->lines[1].quantity, 2);
    QVERIFY(!read->note);
    QVERIFY(decode<SignInRequest>(kSignIn).ok());
    // The order of members does not matter to readers.
    QVERIFY(decode<SignInRequest>(R"({"password":"b","login":"a"})").ok());
}

void TstDecodeErrors::refusesOrder_data() {
    addColumns();
    row("no JSON", order(), "nonsense", Code::MalformedJson, "");
    row("empty", order(), "", Code::MalformedJson, "");
    row("trailing garbage", "127.7}}}", "127.7}}} x", Code::MalformedJson, "longitude");
    row("too deep", "[]", QByteArray(20, '['), Code::MalformedJson, "optionIds");
    row("an array", order(), "[]", Code::WrongType, "");
    row("null", order(), "null", Code::WrongType, "");

    row("unknown", "\"paymentMethod\"", "\"colour\":1,\"paymentMethod\"", Code::UnknownField,
        "colour");
    row("unknown by case", "\"paymentMethod\"", "\"PaymentMethod\"", Code::UnknownField,
        "PaymentMethod");
    row("unknown, nested", "\"quantity\":2", "\"quantity\":2,\"price\":1", Code::UnknownField,
        "lines[1].price");
    row("unknown, deep", "\"latitude\"", "\"altitude\":1,\"latitude\"", Code::UnknownField,
        "address.position.altitude");
    row("missing", "\"expectedTotalMinor\":24000,", "", Code::MissingField, "expectedTotalMinor");
    row("missing, nested", ",\"quantity\":2", "", Code::MissingField, "lines[1].quantity");
    row("missing, deep", "\"latitude\":37.8,", "", Code::MissingField, "address.position.latitude");
    row("duplicate", "\"paymentMethod\"", "\"paymentMethod\":\"card\",\"paymentMethod\"",
        Code::DuplicateField, "paymentMethod");
    row("duplicate, nested", "\"quantity\":2", "\"quantity\":2,\"quantity\":2",
        Code::DuplicateField, "quantity");

    row("text for a number", "24000", "\"24000\"", Code::WrongType, "expectedTotalMinor");
    row("fraction for a whole number", "24000", "24000.5", Code::WrongType, "expectedTotalMinor");
    row("1.0 for a whole number", "\"quantity\":2", "\"quantity\":2.0", Code::WrongType,
        "lines[1].quantity");
    row("exponent for a whole number", "24000", "24e3", Code::WrongType, "expectedTotalMinor");
    row("true for a number", "24000", "true", Code::WrongType, "expectedTotalMinor");
    row("null for a number", "24000", "null", Code::WrongType, "expectedTotalMinor");
    row("null for what may be absent", "\"paymentMethod\"", "\"note\":null,\"paymentMethod\"",
        Code::WrongType, "note");
    row("number for a text", "\"A 1\"", "1", Code::WrongType, "address.text");
    row("object for a list", "[\"opt_0000000000003\"]", "{}", Code::WrongType,
        "lines[1].optionIds");
    row("list for an object", "{\"latitude\":37.8,\"longitude\":127.7}", "[37.8,127.7]",
        Code::WrongType, "address.position");

    row("over 64 bits", "24000", "99999999999999999999", Code::OutOfRange, "expectedTotalMinor");
    row("over the limit", "24000", "9007199254740992", Code::OutOfRange, "expectedTotalMinor");
    row("negative", "24000", "-1", Code::OutOfRange, "expectedTotalMinor");
    row("quantity 0", "\"quantity\":2", "\"quantity\":0", Code::OutOfRange, "lines[1].quantity");
    row("quantity 100", "\"quantity\":2", "\"quantity\":100", Code::OutOfRange,
        "lines[1].quantity");
    row("quantity that wraps to 2", "\"quantity\":2", "\"quantity\":4294967298", Code::OutOfRange,
        "lines[1].quantity");
    row("empty address", "\"A 1\"", "\"\"", Code::OutOfRange, "address.text");
    row("long address", "A 1", QByteArray(201, 'a'), Code::OutOfRange, "address.text");
    row("options without end", "\"opt_0000000000003\"",
        QByteArray("\"opt_0000000000003\",").repeated(50) + "\"opt_0000000000003\"",
        Code::OutOfRange, "lines[1].optionIds");

    row("another kind of id", "shp_", "ord_", Code::InvalidValue, "shopId");
    row("an id of zero", "shp_0000000000001", "shp_0000000000000", Code::InvalidValue, "shopId");
    row("a number as id", "\"shp_0000000000001\"", "1", Code::WrongType, "shopId");
    row("a bad id in a list", "opt_0000000000003", "opt_000000000000I", Code::InvalidValue,
        "lines[1].optionIds[0]");
    row("unknown word", "\"card\"", "\"cash\"", Code::InvalidValue, "paymentMethod");
    row("word in capitals", "\"card\"", "\"Card\"", Code::InvalidValue, "paymentMethod");
    row("bad time", "\"paymentMethod\"", "\"wantedAt\":\"tomorrow\",\"paymentMethod\"",
        Code::InvalidValue, "wantedAt");
    row("inside what may be absent", "\"paymentMethod\"",
        "\"recipient\":{\"name\":\"\",\"phone\":\"010\"},\"paymentMethod\"", Code::OutOfRange,
        "recipient.name");
}

void TstDecodeErrors::overlooksUnknownFieldsOfANewerServerAtAnyDepth() {
    QByteArray newer = order();
    newer.replace("\"quantity\":1", "\"quantity\":1,\"mood\":\"good\"")
        .replace("\"latitude\"", "\"altitude\":9,\"latitude\"")
        .replace("\"paymentMethod\"", "\"tip\":{\"minor\":1},\"paymentMethod\"");
    const auto plain = decode<PlaceOrderRequest>(order());
    const auto read = decode<PlaceOrderRequest>(newer, Unknown::Overlooked);
    QVERIFY(read.ok());
    QCOMPARE(encode(*read), encode(*plain));
    QCOMPARE(decode<PlaceOrderRequest>(newer).error().code, Code::UnknownField);
    newer.replace("\"quantity\":2", "\"quantity\":0");
    QCOMPARE(decode<PlaceOrderRequest>(newer, Unknown::Overlooked).error().field,
             QStringLiteral("lines[1].quantity"));
}

void TstDecodeErrors::refusesOrder() {
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, becomes);
    QFETCH(Code, code);
    QFETCH(QString, field);
    compareError(errorOf<PlaceOrderRequest>(changed(order(), was, becomes)), code, field);
}

void TstDecodeErrors::refusesText_data() {
    addColumns();
    row("carriage return", "\"a\"", R"("a\rb")", Code::InvalidText, "login");
    row("escape", "\"a\"", R"("a\u001b[2J")", Code::InvalidText, "login");
    row("delete", "\"a\"", "\"a\x7f\"", Code::InvalidText, "login");
    row("NUL", "\"a\"", R"("a\u0000")", Code::InvalidText, "login");
    row("half a pair", "\"b\"", R"("\ud83c")", Code::InvalidText, "password");
    row("other half", "\"b\"", R"("\udf82")", Code::InvalidText, "password");
    row("not UTF-8", "\"b\"", "\"\xE9\"", Code::InvalidText, "password");
    row("too short", "\"a\"", "\"\"", Code::OutOfRange, "login");
    row("too long", "\"a\"", '"' + QByteArray(255, 'a') + '"', Code::OutOfRange, "login");
}

void TstDecodeErrors::refusesText() {
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, becomes);
    QFETCH(Code, code);
    QFETCH(QString, field);
    compareError(errorOf<SignInRequest>(changed(kSignIn, was, becomes)), code, field);
}

void TstDecodeErrors::refusesReview_data() {
    addColumns();
    row("R15 no stars", "5", "0", Code::OutOfRange, "stars");
    row("R15 six stars", "5", "6", Code::OutOfRange, "stars");
    row("R15 half a star", "5", "4.5", Code::WrongType, "stars");
    row("R15 a novel", "good", QByteArray(1001, 'a'), Code::OutOfRange, "words");
}

void TstDecodeErrors::refusesReview() {
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, becomes);
    QFETCH(Code, code);
    QFETCH(QString, field);
    const QByteArray review = R"({"stars":5,"words":"good"})";
    QVERIFY(decode<WriteReviewRequest>(review).ok());
    compareError(errorOf<WriteReviewRequest>(changed(review, was, becomes)), code, field);
}

void TstDecodeErrors::refusesMoneyAndPlaces_data() {
    addColumns();
    const QByteArray won = "3500,\n        \"currency\": \"KRW\"";
    row("unknown currency", won, QByteArray(won).replace("KRW", "XXX"), Code::InvalidValue,
        "offers[0].pay.currency");
    row("lower-case currency", won, QByteArray(won).replace("KRW", "krw"), Code::InvalidValue,
        "offers[0].pay.currency");
    row("amount over the limit", "3500", "9007199254740992", Code::OutOfRange,
        "offers[0].pay.minor");
    row("amount as fraction", "3500", "3500.0", Code::WrongType, "offers[0].pay.minor");
    row("more than money", "\"minor\": 3500", "\"minor\": 3500, \"major\": 35", Code::UnknownField,
        "offers[0].pay.major");
    row("too far north", "37.88,", "90.5,", Code::OutOfRange, "offers[0].shopPosition.latitude");
    row("too far west", "127.73\n", "-180.5\n", Code::OutOfRange,
        "offers[0].shopPosition.longitude");
    row("text for a place", "37.88,", "\"37.88\",", Code::WrongType,
        "offers[0].shopPosition.latitude");
    row("no time", "\"2026-11-20T03:20:00.000Z\"", "1795144800000", Code::WrongType,
        "offers[0].readySince");
    row("time without zone", "03:20:00.000Z", "03:20:00.000", Code::InvalidValue,
        "offers[0].readySince");
}

void TstDecodeErrors::refusesMoneyAndPlaces() {
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, becomes);
    QFETCH(Code, code);
    QFETCH(QString, field);
    const QByteArray offers = readGolden(QStringLiteral("OfferList"));
    compareError(errorOf<OfferList>(changed(offers, was, becomes)), code, field);
}

void TstDecodeErrors::limitsAreAllowed() {
    const auto reads = [](const QByteArray &was, const QByteArray &becomes) {
        return decode<PlaceOrderRequest>(changed(order(), was, becomes)).ok();
    };
    QVERIFY(reads("24000", "9007199254740991"));
    QVERIFY(reads("24000", "0"));
    QVERIFY(reads("\"quantity\":2", "\"quantity\":99"));
    QVERIFY(reads("A 1", QByteArray(200, 'a')));
    QVERIFY(reads("A 1", "line 1\\nline 2\\ttab"));
    QVERIFY(reads("37.8", "-90"));
    QVERIFY(reads("127.7", "180"));
    QVERIFY(reads("\"paymentMethod\"", "\"note\":\"\",\"paymentMethod\""));
}

void TstDecodeErrors::leavesOutWhatIsAbsent() {
    QCOMPARE(encode(*decode<PlaceOrderRequest>(order())), order());
    QCOMPARE(encode(DutyView{false, {}}), QByteArray(R"({"onDuty":false})"));
}

QTEST_GUILESS_MAIN(TstDecodeErrors)
#include "TstDecodeErrors.moc"
