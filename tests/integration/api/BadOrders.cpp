// SPDX-License-Identifier: GPL-3.0-or-later
// What can be wrong with the body of an order.
#include "BadInputs.h"

#include "clock/Clock.h"
#include "support/TownPlan.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace soban::testing {

using C = contract::ErrorCode;

namespace {

contract::PlaceOrderRequest goodOrder(const TestTown &town) {
    auto request = town.cart(Fulfilment::PlatformRider, PaymentMethod::Card);
    request.note = QStringLiteral("n");
    request.recipient = Recipient{QStringLiteral("r"), QStringLiteral("010-1")};
    request.cardText = QStringLiteral("c");
    return request;
}

QByteArray quoted(const QString &text) {
    return '"' + text.toUtf8() + '"';
}

QByteArray textOf(int length) {
    return '"' + QByteArray(length, 'x') + '"';
}

QByteArray lineOf(MenuItemId item, const QList<OptionId> &options = {}, int quantity = 1) {
    QByteArray ids;
    for (const OptionId option : options)
        ids += (ids.isEmpty() ? "" : ",") + quoted(option.toText());
    return R"({"itemId":)" + quoted(item.toText()) + R"(,"optionIds":[)" + ids +
           R"(],"quantity":)" + QByteArray::number(quantity) + '}';
}

QByteArray listOf(const QByteArray &element, int count) {
    QByteArray list = element;
    for (int i = 1; i < count; ++i)
        list += ',' + element;
    return list;
}

} // namespace

BadInputs::BadInputs(const TestTown &town, const Orders &orders)
    : m_town(town), m_orders(orders), m_good(contract::encode(goodOrder(town))) {}

QByteArray BadInputs::with(const QByteArray &from, const QByteArray &to) const {
    if (m_good.count(from) != 1)
        qFatal("%s stands not once in %s", from.constData(), m_good.constData());
    return QByteArray(m_good).replace(from, to);
}

void BadInputs::add(const QByteArray &tag, const ApiCall &call, C code, const QByteArray &field,
                    int status) {
    m_all.append({tag, call, code, field, status ? status : contract::httpStatus(code)});
}

void BadInputs::place(const QByteArray &tag, const QByteArray &body, C code,
                      const QByteArray &field, Caller caller) {
    add("order: " + tag, m_town.request(contract::RouteId::PlaceOrder, caller, {}, body), code,
        field);
}

void BadInputs::lines(const QByteArray &tag, const QByteArray &lines, C code,
                      const QByteArray &field) {
    const auto from = m_good.indexOf(R"("lines":[)") + 9;
    const auto to = m_good.indexOf(R"(],"expectedTotalMinor")");
    place(tag, QByteArray(m_good).replace(from, to - from, lines), code, field);
}

void BadInputs::addDocuments() {
    place("empty body", "", C::MalformedJson);
    place("blanks", "  ", C::MalformedJson);
    place("a list", '[' + m_good + ']', C::WrongType);
    place("null", "null", C::WrongType);
    place("a text", R"("order")", C::WrongType);
    place("cut off", m_good.chopped(1), C::MalformedJson, "cardText");
    place("garbage behind", m_good + 'x', C::MalformedJson, "cardText");
    place("two documents", m_good + m_good, C::MalformedJson, "cardText");
    place("byte order mark", "\xef\xbb\xbf" + m_good, C::MalformedJson);
    place("UTF-16", QByteArray("\xff\xfe{\0}\0", 6), C::MalformedJson);
    place("comment", "/**/" + m_good, C::MalformedJson);
    place("trailing comma", with(R"("cardText":"c")", R"("cardText":"c",)"), C::MalformedJson,
          "cardText");
    place("single quotes", with(R"("c")", "'c'"), C::MalformedJson, "cardText");
    place("NaN", with(":11000", ":NaN"), C::MalformedJson, "expectedTotalMinor");
    place("leading zero", with(":11000", ":011000"), C::MalformedJson, "expectedTotalMinor");
    place("17 levels", QByteArray(17, '[') + QByteArray(17, ']'), C::MalformedJson);
    place("30000 levels", QByteArray(30'000, '['), C::MalformedJson);
    place("raw NUL", with(R"("c")", QByteArray("\"\0\"", 3)), C::MalformedJson);
    place("escaped NUL", with(R"("n")", R"("a\u0000b")"), C::InvalidText, "note");
    place("NUL in a key", with(R"("note")", R"("no\u0000te")"), C::InvalidText, "longitude");
    place("lone high surrogate", with(R"("n")", R"("\ud83c")"), C::InvalidText, "note");
    place("lone low surrogate", with(R"("n")", R"("\udf5a")"), C::InvalidText, "note");
    place("invalid UTF-8", with(R"("n")", "\"\xff\""), C::InvalidText, "note");
    place("overlong UTF-8", with(R"("n")", "\"\xc0\xaf\""), C::InvalidText, "note");
    place("control character", with(R"("n")", R"("a\u0007b")"), C::InvalidText, "note");
    place("raw line break", with(R"("n")", "\"a\nb\""), C::MalformedJson, "note");
    place("unknown key", with(R"("note")", R"("remark")"), C::UnknownField, "remark");
    place("price of the client", with(R"("quantity":1)", R"("quantity":1,"unitPrice":1)"),
          C::UnknownField, "lines[0].unitPrice");
    place("total of the client", with(R"("note")", R"("total":1,"note")"), C::UnknownField,
          "total");
    place("state of the client", with(R"("note")", R"("state":"placed","note")"), C::UnknownField,
          "state");
    place("key twice", with(R"("note")", R"("cardText":"d","note")"), C::DuplicateField,
          "cardText");
    place("key twice, escaped", with(R"("note")", R"("c\u0061rdText":"d","note")"),
          C::DuplicateField, "cardText");
    place("key twice within", with(R"("quantity":1)", R"("quantity":1,"quantity":1)"),
          C::DuplicateField, "quantity");
}

void BadInputs::addOrderFields() {
    for (const char *name :
         {"shopId", "fulfilment", "lines", "expectedTotalMinor", "paymentMethod", "address"}) {
        QJsonObject order = QJsonDocument::fromJson(m_good).object();
        order.remove(QLatin1StringView(name));
        place(QByteArray("without ") + name, QJsonDocument(order).toJson(), C::MissingField, name);
    }
    const QByteArray shop = quoted(m_town.kitchen().card.id.toText());
    place("shop as a number", with(shop, "7"), C::WrongType, "shopId");
    place("no shop", with(shop, "null"), C::WrongType, "shopId");
    place("malformed shop", with(shop, R"("shp_1")"), C::InvalidValue, "shopId");
    place("shop in capitals", with(shop, shop.toUpper()), C::InvalidValue, "shopId");
    place("an item as shop", with(shop, quoted(TestTown::item(m_town.kitchen(), 0).id.toText())),
          C::InvalidValue, "shopId");
    place("unknown shop", with(shop, R"("shp_0000000000001")"), C::NotFound, "shopId");
    place("unknown fulfilment", with(R"("platformRider")", R"("drone")"), C::InvalidValue,
          "fulfilment");
    place("fulfilment in capitals", with(R"("platformRider")", R"("PlatformRider")"),
          C::InvalidValue, "fulfilment");
    place("unknown method", with(R"("card")", R"("cash")"), C::InvalidValue, "paymentMethod");
    place("method by number", with(R"("card")", "1"), C::WrongType, "paymentMethod");
    place("recipient who is to pay", with(R"("card")", R"("onDelivery")"), C::InvalidValue,
          "paymentMethod");
    place("note too long", with(R"("n")", textOf(501)), C::OutOfRange, "note");
    place("note of 60 kB", with(R"("n")", textOf(60'000)), C::OutOfRange, "note");
    place("null for a note", with(R"("n")", "null"), C::WrongType, "note");
    place("card text too long", with(R"("c")", textOf(301)), C::OutOfRange, "cardText");
    place("recipient without phone", with(R"(,"phone":"010-1")", ""), C::MissingField,
          "recipient.phone");
    place("recipient whom nobody can call", with("010-1", "010-1 Happy"), C::InvalidValue,
          "recipient.phone");
    place("recipient without name", with(R"("name":"r",)", ""), C::MissingField, "recipient.name");
    place("nameless recipient", with(R"("r")", R"("")"), C::OutOfRange, "recipient.name");
    place("recipient as a text", with(R"({"name":"r","phone":"010-1"})", R"("r")"), C::WrongType,
          "recipient");
    place("no address text", with(R"("Home")", R"("")"), C::OutOfRange, "address.text");
    place("long address text", with(R"("Home")", textOf(201)), C::OutOfRange, "address.text");
    place("off the earth, north", with("37.8771", "90.1"), C::OutOfRange,
          "address.position.latitude");
    place("off the earth, east", with("127.7318", "180.5"), C::OutOfRange,
          "address.position.longitude");
    place("latitude as a text", with("37.8771", R"("37.8771")"), C::WrongType,
          "address.position.latitude");
    place("latitude 1e400", with("37.8771", "1e400"), C::OutOfRange, "latitude");
    place("when in words", with(R"("note")", R"("wantedAt":"tomorrow","note")"), C::InvalidValue,
          "wantedAt");
    place("when without zone", with(R"("note")", R"("wantedAt":"2030-01-01T10:00:00","note")"),
          C::InvalidValue, "wantedAt");
    place("when as a number", with(R"("note")", R"("wantedAt":1893456000,"note")"), C::WrongType,
          "wantedAt");
    place("malformed card", with(R"("note")", R"("cardId":"1","note")"), C::InvalidValue, "cardId");
}

void BadInputs::addQuantities() {
    const auto quantity = [this](const QByteArray &value, C code, const QByteArray &field) {
        place("quantity " + value, with(R"("quantity":1)", R"("quantity":)" + value), code, field);
    };
    const QByteArray field = "lines[0].quantity";
    for (const char *value :
         {"0", "-0", "-1", "100", "2147483648", "4294967297", "9007199254740993"})
        quantity(value, C::OutOfRange, field);
    for (const char *value : {"1.0", "1.5", "1e0", "\"1\"", "true", "null", "[1]", "{}"})
        quantity(value, C::WrongType, field);
    // Beyond 64 bits the reader itself stops, at the key.
    for (const char *value :
         {"9223372036854775808", "-9223372036854775809", "1e400", "18446744073709551617"})
        quantity(value, C::OutOfRange, "quantity");
    quantity("+1", C::MalformedJson, "quantity");
    quantity("0x1", C::MalformedJson, "quantity");
}

void BadInputs::addTotals() {
    const auto total = [this](const QByteArray &value, C code) {
        place("total " + value, with(":11000", ':' + value), code, "expectedTotalMinor");
    };
    total("11000.5", C::WrongType);
    total("11000.0", C::WrongType);
    total("1.1e4", C::WrongType);
    total("\"11000\"", C::WrongType);
    total("-11000", C::OutOfRange);
    total("9007199254740992", C::OutOfRange);
    total("9223372036854775808", C::OutOfRange);
    total("0", C::PriceChanged);
    total("10999", C::PriceChanged);
    total("11001", C::PriceChanged);
    total("9007199254740991", C::PriceChanged);
}

void BadInputs::addCarts() {
    const auto &soup = TestTown::item(m_town.kitchen(), 0);
    const auto &noodles = TestTown::item(m_town.kitchen(), 1);
    const auto &dumplings = TestTown::item(m_town.kitchen(), 2);
    const auto &cake = TestTown::item(m_town.kitchen(), 3);
    const auto &side = TestTown::item(m_town.kitchen(), 4);
    const QList<contract::MenuItemView> &bouquets = m_town.florist().sections.first().items;
    const OptionId small = noodles.optionGroups[0].options[0].id;
    const OptionId large = noodles.optionGroups[0].options[1].id;
    const auto &extras = noodles.optionGroups[1].options;
    const OptionId nowhere = *OptionId::fromNumber(1);
    const QByteArray options = "lines[0].optionIds";

    lines("no lines", "", C::OutOfRange, "lines");
    lines("51 lines", listOf(lineOf(soup.id), 51), C::OutOfRange, "lines");
    place("lines as an object",
          with(R"("lines":[)", R"("lines":{"a":[)").replace(R"(],"expected)", R"(]},"expected)"),
          C::WrongType, "lines");
    lines("a line as a text", quoted(soup.id.toText()), C::WrongType, "lines[0]");
    lines("unknown item", lineOf(*MenuItemId::fromNumber(1)), C::UnknownItem, "lines[0].itemId");
    lines("item of another shop", lineOf(soup.id) + ',' + lineOf(bouquets[0].id), C::UnknownItem,
          "lines[1].itemId");
    lines("an option as item",
          lineOf(soup.id).replace(soup.id.toText().toUtf8(), small.toText().toUtf8()),
          C::InvalidValue, "lines[0].itemId");
    lines("required choice left open", lineOf(noodles.id), C::OptionsViolated, options);
    lines("two of one", lineOf(noodles.id, {small, large}), C::OptionsViolated, options);
    lines("three of two", lineOf(noodles.id, {small, extras[0].id, extras[1].id, extras[2].id}),
          C::OptionsViolated, options);
    lines("one twice", lineOf(noodles.id, {small, small}), C::OptionsViolated, options);
    lines("extra twice", lineOf(noodles.id, {small, extras[0].id, extras[0].id}),
          C::OptionsViolated, options);
    lines("unknown option", lineOf(noodles.id, {small, nowhere}), C::OptionsViolated, options);
    lines("option of another item", lineOf(soup.id, {small}), C::OptionsViolated, options);
    lines("51 options", lineOf(noodles.id, QList<OptionId>(51, small)), C::OutOfRange, options);
    lines("no list of options", lineOf(soup.id).replace("[]", "null"), C::WrongType, options);
    lines("below the minimum", lineOf(side.id, {}, 4), C::BelowMinimum, "lines");

    const auto priced = [this](const QByteArray &total, const QByteArray &tag,
                               const QByteArray &cart, const QByteArray &field) {
        lines("R16 " + tag, cart, C::SoldOut, field);
        m_all.last().call.body.replace(":11000", QByteArray(':' + total));
    };
    priced("26000", "two of the last one", lineOf(cake.id, {}, 2), "lines[0].itemId");
    priced("26000", "the last one on two lines", listOf(lineOf(cake.id), 2), "lines[0].itemId");
    priced("32000", "with what is there", lineOf(dumplings.id) + ',' + lineOf(cake.id, {}, 2),
           "lines[1].itemId");
}

void BadInputs::addRules() {
    const QByteArray kitchen = quoted(m_town.kitchen().card.id.toText());
    const QByteArray closed = quoted(m_town.closedShop().card.id.toText());
    const Instant now = SystemClock().now();
    const auto when = [](Instant moment) -> QByteArray {
        return R"("wantedAt":)" + quoted(moment.toRfc3339()) + R"(,"note")";
    };
    place("closed shop", with(kitchen, closed), C::ShopClosed, "shopId");
    place("wanted when closed",
          with(R"("note")", when(now + std::chrono::hours(30))).replace(kitchen, closed),
          C::ShopClosed, "wantedAt");
    place("wanted a minute ago", with(R"("note")", when(now - std::chrono::minutes(1))),
          C::OutOfRange, "wantedAt");
    place("wanted in 61 days", with(R"("note")", when(now + std::chrono::hours(61 * 24))),
          C::OutOfRange, "wantedAt");
    const GeoPoint far = farAway();
    place("out of the area",
          with("37.8771", QByteArray::number(far.latitude()))
              .replace("127.7318", QByteArray::number(far.longitude())),
          C::OutOfArea, "address.position");
    place("not by this shop", with(kitchen, quoted(m_town.florist().card.id.toText())),
          C::FulfilmentNotOffered, "fulfilment");
    place("without a card", m_good, C::CardMissing, "cardId", Caller::NewCustomer);
    place("unknown card",
          QByteArray(m_good).replace(R"("note")", R"("cardId":"crd_0000000000001","note")"),
          C::CardMissing, "cardId");
}

} // namespace soban::testing
