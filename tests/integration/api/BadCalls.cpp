// SPDX-License-Identifier: GPL-3.0-or-later
// What can be wrong with calls besides the body of an order.
#include "BadInputs.h"

#include "contract/Delivery.h"

namespace soban::testing {

using namespace contract;
using C = ErrorCode;
using R = RouteId;

ApiCall BadInputs::accept() const {
    return actionCall(m_town, wiredAction(R::AcceptTicket), Caller::Shop, m_orders.placed);
}

void BadInputs::post(const QByteArray &tag, R route, Caller caller, const QStringList &parts,
                     const QByteArray &body, C code, const QByteArray &field) {
    add(tag, m_town.request(route, caller, parts, body), code, field);
}

void BadInputs::query(const QByteArray &tag, R route, Caller caller, const QByteArray &query,
                      C code, const QByteArray &field) {
    const QStringList shop{m_town.kitchen().card.id.toText()};
    ApiCall call = m_town.request(route, caller, shop);
    call.target += '?' + query;
    add("query: " + tag, call, code, field);
}

void BadInputs::addHeaders() {
    const auto match = [this](const QByteArray &tag, const QByteArray &value, C code,
                              const QByteArray &field) {
        ApiCall call = accept();
        call.ifMatch.clear();
        call.headers.append({"If-Match", value});
        add("If-Match: " + tag, call, code, field);
    };
    const QByteArray now = QByteArray::number(m_orders.placed.version);
    match("no quotes", now, C::InvalidValue, "If-Match");
    match("weak", "W/\"" + now + '"', C::InvalidValue, "If-Match");
    match("any", "*", C::InvalidValue, "If-Match");
    match("two tags", '"' + now + "\", \"1\"", C::InvalidValue, "If-Match");
    match("empty", "", C::InvalidValue, "If-Match");
    match("nothing quoted", "\"\"", C::InvalidValue, "If-Match");
    match("one quote", "\"", C::InvalidValue, "If-Match");
    for (const char *number : {"0", "-1", "x", "1.0", "0x2", "2147483648", "99999999999999999999"})
        match(number, '"' + QByteArray(number) + '"', C::InvalidValue, "If-Match");
    match("sign", "\"+" + now + '"', C::InvalidValue, "If-Match");
    match("blank", "\" " + now + '"', C::InvalidValue, "If-Match");
    match("leading zero", "\"0" + now + '"', C::InvalidValue, "If-Match");
    for (const char *hash : {"-", "-1a2b3c4", "-1a2b3c4de", "-1A2B3C4D", "-1a2b3c4d-", "1a2b3c4d"})
        match(QByteArray("hash ") + hash, '"' + now + hash + '"', C::InvalidValue, "If-Match");
    match("hash alone", "\"-1a2b3c4d\"", C::InvalidValue, "If-Match");
    match("old", "\"1\"", C::StaleVersion, {});
    match("old with a hash", "\"1-1a2b3c4d\"", C::StaleVersion, {});
    match("future", "\"99\"", C::StaleVersion, {});
    ApiCall twice = accept();
    twice.headers.append({QByteArray("If-Match"), QByteArray("\"1\"")});
    add("If-Match: two headers", twice, C::InvalidValue, "If-Match");

    const auto key = [this](const QByteArray &tag, const QList<QByteArray> &keys) {
        ApiCall call = accept();
        call.key.clear();
        for (const QByteArray &value : keys)
            call.headers.append({"Idempotency-Key", value});
        add("key: " + tag, call, C::KeyMissing);
    };
    key("none", {});
    key("empty", {""});
    key("7 characters", {"1234567"});
    key("101 characters", {QByteArray(101, 'k')});
    key("a blank", {"1234 5678"});
    key("not ASCII", {"1234567\xed\x95\x9c"});
    key("two headers", {"12345678", "12345679"});
}

void BadInputs::addPaths() {
    const QByteArray orders = "/api/v1/orders/";
    const QString id = m_orders.placed.id.toText();
    const auto path = [this](const QByteArray &tag, const QByteArray &target, C code,
                             int status = 0) {
        ApiCall call = m_town.request(R::ListOrders, Caller::Customer);
        call.target = target;
        add("path: " + tag, call, code, {}, status);
    };
    path("malformed id", orders + "ord_1", C::NotFound);
    path("no prefix", orders + id.mid(4).toLatin1(), C::NotFound);
    path("number", orders + "1", C::NotFound);
    path("capitals", orders + id.toUpper().toLatin1(), C::NotFound);
    path("one digit more", orders + id.toLatin1() + '0', C::NotFound);
    path("unknown", orders + "ord_0000000000001", C::NotFound);
    path("zero", orders + "ord_0000000000000", C::NotFound);
    path("beyond 63 bits", orders + "ord_zzzzzzzzzzzzz", C::NotFound);
    path("id of a shop", orders + m_town.kitchen().card.id.toText().toLatin1(), C::NotFound);
    path("SQL", orders + "ord_1'%20OR%20'1'='1", C::NotFound);
    path("%2F", orders + id.toLatin1() + "%2Fpayments", C::NotFound);
    path("trailing slash", orders + id.toLatin1() + '/', C::NotFound);
    path("empty segment", orders + '/', C::NotFound);
    path("two slashes", "//api/v1/orders", C::NotFound);
    path("picture upwards", "/api/v1/pictures/..%2f..%2fetc%2fpasswd", C::NotFound);
    path("%00", orders + id.toLatin1() + "%00", C::BadRequest);
    path("%0A", orders + "%0a", C::BadRequest);
    path("cut escape", orders + '%', C::BadRequest);
    path("bad escape", orders + "%zz", C::BadRequest);
    path("not UTF-8", orders + "%ff", C::BadRequest);
    path("upwards", "/api/v1/../v1/orders", C::BadRequest);
    path("fragment", "/api/v1/orders#1", C::BadRequest);
    path("no slash", "api/v1/orders", C::BadRequest);
    path("5000 long", '/' + QByteArray(5000, 'a'), C::BadRequest, 414);
}

void BadInputs::addQueries() {
    for (const char *limit : {"0", "101", "-1", "+5", "%205", "1.5", "abc", "", "99999999999"})
        query(QByteArray("limit ") + limit, R::ListOrders, Caller::Customer,
              QByteArray("limit=") + limit, C::OutOfRange, "limit");
    query("limit twice", R::ListOrders, Caller::Customer, "limit=1&limit=2", C::DuplicateField,
          "limit");
    const QByteArray shop = m_town.kitchen().card.id.toText().toLatin1();
    for (const auto &[route, caller] :
         QList<QPair<R, Caller>>{{R::ListOrders, Caller::Customer},
                                 {R::ListTickets, Caller::Shop},
                                 {R::ListMessages, Caller::Customer},
                                 {R::ListDeliveries, Caller::NearRider},
                                 {R::AuditOrders, Caller::Operator},
                                 {R::AuditMessages, Caller::Operator},
                                 {R::OperatorAccounts, Caller::Operator},
                                 {R::ListShopReviews, Caller::Nobody}}) {
        query(QByteArray("cursor of ") + contract::route(route).path, route, caller,
              "cursor=" + shop, C::InvalidValue, "cursor");
    }
    query("no state of messages", R::AuditMessages, Caller::Operator, "state=lost", C::InvalidValue,
          "state");
    query("empty cursor", R::ListOrders, Caller::Customer, "cursor=", C::InvalidValue, "cursor");
    for (const char *since : {"1", "-1", "0000000000000000000", "000000000000000000000",
                              "0000000000000000000x", "99999999999999999999", ""})
        query(QByteArray("since ") + since, R::PollEvents, Caller::Customer,
              QByteArray("since=") + since, C::InvalidValue, "since");
    ApiCall stream = m_town.request(R::StreamEvents, Caller::Customer);
    stream.target += "?since=1";
    stream.headers = {{"Connection", "Upgrade"},
                      {"Upgrade", "websocket"},
                      {"Sec-WebSocket-Version", "13"},
                      {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="}};
    add("query: stream since 1", stream, C::InvalidValue, "since");
    for (const char *wait : {"-1", "1e3", "x", ""})
        query(QByteArray("wait ") + wait, R::PollEvents, Caller::Customer,
              QByteArray("waitMs=") + wait, C::OutOfRange, "waitMs");
    const auto near = [this](const QByteArray &text, C code, const QByteArray &field) {
        query("shops near " + text, R::ListShops, Caller::Nobody, text, code, field);
    };
    near("longitude=127", C::MissingField, "latitude");
    near("latitude=37", C::MissingField, "longitude");
    near("latitude=here&longitude=127", C::WrongType, "latitude");
    near("latitude=nan&longitude=127", C::OutOfRange, "latitude");
    near("latitude=inf&longitude=127", C::OutOfRange, "latitude");
    near("latitude=90.5&longitude=127", C::OutOfRange, "latitude");
    near("latitude=37&longitude=180.5", C::OutOfRange, "longitude");
    near("latitude=37&longitude=127&kind=cars", C::InvalidValue, "kind");
    near("latitude=37&longitude=127&limit=0", C::OutOfRange, "limit");
    near("latitude=37&longitude=127&cursor=1", C::InvalidValue, "cursor");
    query("favourites without a place", R::ListFavourites, Caller::Customer, "latitude=37",
          C::MissingField, "longitude");
    for (const auto &[route, caller] :
         QList<QPair<R, Caller>>{{R::GetFigures, Caller::Shop},
                                 {R::ExportOrders, Caller::Shop},
                                 {R::GetEarnings, Caller::NearRider}}) {
        const auto days = [&, route = route, caller = caller](const QByteArray &text, C code,
                                                              const QByteArray &field) {
            query(QByteArray(contract::route(route).path) + ' ' + text, route, caller, text, code,
                  field);
        };
        days("to=2026-11-20", C::MissingField, "from");
        days("from=2026-11-20", C::MissingField, "to");
        days("from=2026-11-20&to=2026-11-19", C::OutOfRange, "to");
        days("from=2026-08-20&to=2026-11-20", C::OutOfRange, "to");
        days("from=2026-02-29&to=2026-03-01", C::InvalidValue, "from");
        days("from=2026-11-20&to=20261120", C::InvalidValue, "to");
        days("from=2026-11-20&to=2026-11-20T00:00", C::InvalidValue, "to");
    }
    query("role", R::OperatorAccounts, Caller::Operator, "role=king", C::InvalidValue, "role");
}

/// Orders that are to end without their goods, or to take longer.
void BadInputs::addEndings() {
    const auto step = [this](R route, Caller caller, const QByteArray &body, C code,
                             const QByteArray &field) {
        ApiCall call = actionCall(m_town, wiredAction(route), caller, m_orders.placed);
        call.body = body;
        add(contract::route(route).summary + (": " + body), call, code, field);
    };
    const auto refuse = [&](const QByteArray &body, C code, const QByteArray &field) {
        step(R::RefuseTicket, Caller::Shop, body, code, field);
    };
    refuse("", C::MalformedJson, {});
    refuse("{}", C::MissingField, "reason");
    refuse(R"({"reason":"bored"})", C::InvalidValue, "reason");
    refuse(R"({"reason":7})", C::WrongType, "reason");
    refuse(R"({"reason":"changedMind"})", C::InvalidValue, "reason"); // the customer's to say
    refuse(R"({"reason":"noAnswer"})", C::InvalidValue, "reason");    // the clock's to say
    refuse(R"({"reason":"other"})", C::MissingField, "words");
    refuse(R"({"reason":"other","words":" \n"})", C::MissingField, "words");
    refuse(R"({"reason":"other","words":")" + QByteArray(301, 'x') + "\"}", C::OutOfRange, "words");
    refuse(R"({"reason":"tooBusy","refund":0})", C::UnknownField, "refund");
    const auto pay = [&](const QByteArray &body, C code, const QByteArray &field) {
        step(R::PayOrder, Caller::Customer, body, code, field);
    };
    pay("{}", C::MissingField, "paymentMethod");
    pay(R"({"paymentMethod":"gold"})", C::InvalidValue, "paymentMethod");
    pay(R"({"paymentMethod":"card","cardId":"ord_1"})", C::InvalidValue, "cardId");
    pay(R"({"paymentMethod":"card","totalMinor":1})", C::UnknownField, "totalMinor");
    pay(R"({"paymentMethod":"onDelivery"})", C::NotAllowedNow, {}); // it is paid for
    const auto change = [&](const QByteArray &more, C code, const QByteArray &field) {
        step(R::ChangeOrder, Caller::Customer,
             R"({"lines":[{"itemId":"itm_0000000000001","optionIds":[],"quantity":1}],"note":"",)"
             R"("address":{"text":"x","position":{"latitude":37.88,"longitude":127.73}})" +
                 more + "}",
             code, field);
    };
    change("", C::MissingField, "expectedTotalMinor");
    change(R"(,"expectedTotalMinor":"1")", C::WrongType, "expectedTotalMinor");
    change(R"(,"expectedTotalMinor":1.5)", C::WrongType, "expectedTotalMinor");
    change(R"(,"expectedTotalMinor":1,"total":1)", C::UnknownField, "total");
    change(R"(,"expectedTotalMinor":1,"cardId":"ord_1")", C::InvalidValue, "cardId");
    change(R"(,"expectedTotalMinor":1)", C::UnknownItem, "lines[0].itemId");
    step(R::ChangeOrder, Caller::Customer, R"({"lines":[]})", C::OutOfRange, "lines");
    step(R::CancelOrder, Caller::Customer, R"({"reason":"tooBusy"})", C::InvalidValue, "reason");
    // Before the preparation a shop declines, and has nothing to extend or to bring back.
    step(R::CancelTicket, Caller::Shop, R"({"reason":"mishap"})", C::NotAllowedNow, {});
    step(R::ReturnTicket, Caller::Shop, R"({"reason":"nobodyAtDoor"})", C::NotAllowedNow, {});
    step(R::ExtendTicket, Caller::Shop, R"({"minutes":10})", C::NotAllowedNow, {});
    step(R::ExtendTicket, Caller::Shop, R"({"minutes":0})", C::OutOfRange, "minutes");
    step(R::ExtendTicket, Caller::Shop, R"({"minutes":121})", C::OutOfRange, "minutes");
    step(R::ExtendTicket, Caller::Shop, R"({"minutes":-10})", C::OutOfRange, "minutes");
    const auto bringBack = [this](const QByteArray &body, C code, const QByteArray &field) {
        post("return: " + body, R::ReturnDelivery, Caller::NearRider,
             {m_orders.pickedUp.id.toText()}, body, code, field);
    };
    bringBack(R"({"expected":"pickedUp"})", C::MissingField, "reason");
    bringBack(R"({"expected":"claimed","reason":"notTaken"})", C::StaleVersion, {});
    bringBack(R"({"expected":"pickedUp","reason":"other"})", C::InvalidValue, "reason");
}

/// What the operator may not say of an order.
void BadInputs::addArbitration() {
    const auto end = [this](const QByteArray &body, C code, const QByteArray &field) {
        ApiCall call =
            actionCall(m_town, wiredAction(R::EndOrder), Caller::Operator, m_orders.placed);
        call.body = body;
        add("end: " + body, call, code, field);
    };
    end(R"({"reason":"mishap"})", C::NotAllowedNow, {});
    end(R"({"fault":"shop"})", C::MissingField, "reason");
    end(R"({"reason":"mishap","refundMinor":-1})", C::OutOfRange, "refundMinor");
    end(R"({"reason":"mishap","fault":"rider"})", C::InvalidValue, "fault");
    const auto settle = [this](const QByteArray &body, C code, const QByteArray &field) {
        ApiCall call =
            m_town.request(R::SettleOrder, Caller::Operator, {m_orders.placed.id.toText()}, body);
        add("settle: " + body, call.atVersion(m_orders.placed.version), code, field);
    };
    settle(R"({"fault":"shop","refundMinor":1,"words":"x"})", C::NotAllowedNow, {});
    settle(R"({"fault":"shop","refundMinor":1})", C::MissingField, "words");
    settle(R"({"fault":"shop","refundMinor":1.5,"words":"x"})", C::WrongType, "refundMinor");
    settle(R"({"fault":"shop","refundMinor":9223372036854775807,"words":"x"})", C::OutOfRange,
           "refundMinor");
}

void BadInputs::addSteps() {
    const QStringList placed{m_orders.placed.id.toText()};
    const auto accepted = [this](const QByteArray &body, C code, const QByteArray &field) {
        ApiCall call = accept();
        call.body = body;
        add("accept: " + body, call, code, field);
    };
    accepted("", C::MalformedJson, {});
    accepted("{}", C::MissingField, "preparationMinutes");
    accepted(R"({"preparationMinutes":0})", C::OutOfRange, "preparationMinutes");
    accepted(R"({"preparationMinutes":241})", C::OutOfRange, "preparationMinutes");
    accepted(R"({"preparationMinutes":20.0})", C::WrongType, "preparationMinutes");
    accepted(R"({"preparationMinutes":"20"})", C::WrongType, "preparationMinutes");
    accepted(R"({"preparationMinutes":20,"reason":"x"})", C::UnknownField, "reason");

    const auto claim = [this](const QByteArray &body, C code, const QByteArray &field) {
        post("claim: " + body, R::ClaimDelivery, Caller::NearRider, {m_orders.open.id.toText()},
             body, code, field);
    };
    claim("{}", C::MissingField, "expected");
    claim(R"({"expected":"flying"})", C::InvalidValue, "expected");
    claim(R"({"expected":1})", C::WrongType, "expected");
    claim(R"({"expected":"claimed"})", C::StaleVersion, {});
    claim(R"({"expected":"open","happenedAt":"now"})", C::InvalidValue, "happenedAt");
    claim(R"({"expected":"open","happenedAt":"2024-02-30T10:00:00Z"})", C::InvalidValue,
          "happenedAt");
    claim(R"({"expected":"open","riderId":"acc_0000000000001"})", C::UnknownField, "riderId");

    const auto handOver = [this](const QByteArray &code, C refusal) {
        post("code " + code, R::HandOverDelivery, Caller::NearRider,
             {m_orders.pickedUp.id.toText()}, R"({"expected":"pickedUp","code":)" + code + '}',
             refusal, "code");
    };
    handOver(R"("123")", C::OutOfRange);
    handOver(R"("12345")", C::OutOfRange);
    handOver("1234", C::WrongType);
    handOver("null", C::WrongType);
    const auto prove = [this](const QByteArray &proof, C code, const QByteArray &field) {
        post("proof " + proof, R::HandOverDelivery, Caller::NearRider,
             {m_orders.pickedUp.id.toText()}, R"({"expected":"pickedUp")" + proof + '}', code,
             field);
    };
    prove("", C::MissingField, "code");
    prove(R"(,"photo":"up-1")", C::InvalidValue, "photo");
    prove(R"(,"photo":"americano")", C::InvalidValue, "photo");
    prove(R"(,"photo":"")", C::OutOfRange, "photo");
    prove(R"(,"photo":"up-1","code":"0000")", C::InvalidValue, "photo");

    post("duty without position", R::SetDuty, Caller::NearRider, {}, R"({"onDuty":true})",
         C::MissingField, "position");
    post("duty as a text", R::SetDuty, Caller::NearRider, {}, R"({"onDuty":"yes"})", C::WrongType,
         "onDuty");
    post("duty off the earth", R::SetDuty, Caller::NearRider, {},
         R"({"onDuty":true,"position":{"latitude":-91,"longitude":0}})", C::OutOfRange,
         "position.latitude");
    post("position when off duty", R::ReportPosition, Caller::OffDutyRider, {},
         R"({"position":{"latitude":37,"longitude":127}})", C::NotAllowedNow);
}

void BadInputs::addPeople() {
    const QStringList placed{m_orders.placed.id.toText()};
    const QStringList delivered{m_orders.delivered.id.toText()};
    for (const char *stars : {"0", "6", "-5"})
        post(QByteArray("stars ") + stars, R::WriteReview, Caller::Customer, delivered,
             R"({"words":"x","stars":)" + QByteArray(stars) + '}', C::OutOfRange, "stars");
    post("stars 4.5", R::WriteReview, Caller::Customer, delivered, R"({"stars":4.5,"words":"x"})",
         C::WrongType, "stars");
    post("long review", R::WriteReview, Caller::Customer, delivered,
         R"({"stars":5,"words":")" + QByteArray(1001, 'x') + "\"}", C::OutOfRange, "words");
    post("review with a photo that is not there", R::WriteReview, Caller::Customer, delivered,
         R"({"stars":5,"words":"x","photo":"up-1"})", C::InvalidValue, "photo");
    post("no picture", R::UploadPicture, Caller::Customer, {}, "{}", C::UnsupportedPicture);
    post("early review", R::WriteReview, Caller::Customer, placed, R"({"stars":5,"words":"x"})",
         C::NotAllowedNow);
    post("answer to nothing", R::AnswerReview, Caller::Shop, delivered, R"({"words":"x"})",
         C::NotFound);
    post("empty answer", R::AnswerReview, Caller::Shop, delivered, R"({"words":""})", C::OutOfRange,
         "words");

    const auto save = [this](const QByteArray &body, C code, const QByteArray &field) {
        post("addresses " + body.left(60), R::SaveAddresses, Caller::Customer, {}, body, code,
             field);
    };
    const QByteArray home =
        R"({"label":"","address":{"text":"H","position":{"latitude":37,"longitude":127}}})";
    save(R"({})", C::MissingField, "addresses");
    save(R"({"addresses":[)" + QByteArray(home).replace("37", "97") + "]}", C::OutOfRange,
         "addresses[0].address.position.latitude");
    save(R"({"addresses":[)" + QByteArray(home).replace("\"H\"", "\"\"") + "]}", C::OutOfRange,
         "addresses[0].address.text");
    save(R"({"addresses":[)" + QByteArray(home + ',').repeated(20) + home + "]}", C::OutOfRange,
         "addresses");
    post("no way for messages", R::SaveMessagePreference, Caller::Customer, {},
         R"({"way":"pigeon","language":"ko"})", C::InvalidValue, "way");
    post("no language for messages", R::SaveMessagePreference, Caller::Customer, {},
         R"({"way":"sms"})", C::MissingField, "language");
    post("favourite of nobody", R::AddFavourite, Caller::Customer,
         {QStringLiteral("shp_0000000000001")}, {}, C::NotFound);
    post("favourite that is no shop", R::AddFavourite, Caller::Customer,
         {QStringLiteral("itm_0000000000001")}, {}, C::NotFound);
    post("rider before the claim", R::GetRiderPosition, Caller::Customer,
         {m_orders.open.id.toText()}, {}, C::NotAllowedNow);

    const QByteArray login = TestTown::loginOf(Caller::Customer).toLatin1();
    const auto signIn = [this](const QByteArray &tag, const QByteArray &body, C code,
                               const QByteArray &field) {
        post("sign-in: " + tag, R::SignIn, Caller::Nobody, {}, body, code, field);
    };
    signIn("wrong password", R"({"password":"wrong","login":")" + login + "\"}",
           C::InvalidCredentials, {});
    signIn("unknown login", R"({"password":"wrong","login":"nobody@town.test"})",
           C::InvalidCredentials, {});
    signIn("no password", R"({"login":"x"})", C::MissingField, "password");
    signIn("password too long", R"({"login":"x","password":")" + QByteArray(257, 'x') + "\"}",
           C::OutOfRange, "password");
    signIn("operator on the side", R"({"login":"x","password":"y","role":"operator"})",
           C::UnknownField, "role");

    const QByteArray person(
        R"({"role":"customer","login":"new","password":"12345678","name":"N","phone":"010","language":"ko"})");
    const auto join = [&](const QByteArray &from, const QByteArray &to, C code,
                          const QByteArray &field) {
        post("register: " + to.left(40), R::Register, Caller::Nobody, {},
             QByteArray(person).replace(from, to), code, field);
    };
    for (const char *role : {"shop", "operator", "system"})
        join("customer", role, C::InvalidValue, "role");
    join("\"new\"", "\"ab\"", C::OutOfRange, "login");
    join("\"new\"", "\"a b c\"", C::InvalidValue, "login");
    join("\"new\"", '"' + login + '"', C::LoginTaken, "login");
    join("\"new\"", '"' + login.toUpper() + '"', C::LoginTaken, "login");
    join("12345678", "1234567", C::OutOfRange, "password");
    join("\"N\"", "\"  \"", C::OutOfRange, "name");
    join("\"ko\"", "\"fr\"", C::InvalidValue, "language");
    post("refresh: garbage", R::Refresh, Caller::Nobody, {}, R"({"refreshToken":"x"})",
         C::Unauthenticated);
    post("refresh: access token", R::Refresh, Caller::Nobody, {},
         R"({"refreshToken":")" + m_town.token(Caller::Customer) + "\"}", C::Unauthenticated);

    const auto disable = [this](const QByteArray &tag, const QString &account, C code) {
        post("disable: " + tag, R::DisableAccount, Caller::Operator, {account}, {}, code);
    };
    disable("malformed", QStringLiteral("acc_1"), C::NotFound);
    disable("unknown", QStringLiteral("acc_0000000000001"), C::NotFound);
    disable("an order", placed.first(), C::NotFound);
    disable("oneself", m_town.account(Caller::Operator).toText(), C::Forbidden);
}

void BadInputs::addTransport() {
    const auto wire = [this](const QByteArray &tag, const QByteArray &method,
                             const PlainHeaders &headers, const QByteArray &body, int status) {
        ApiCall call = m_town.request(R::ListOrders, Caller::Customer);
        call.method = method;
        call.headers = headers;
        call.body = body;
        add("wire: " + tag, call,
            status == 413   ? C::PayloadTooLarge
            : status >= 500 ? C::Internal
                            : C::BadRequest,
            {}, status);
    };
    wire("unknown method", "BREW", {}, {}, 501);
    wire("chunked", "POST", {{"Transfer-Encoding", "chunked"}}, {}, 411);
    wire("two lengths", "POST", {{"Content-Length", "3"}}, "{}", 400);
    wire("length in words", "POST", {{"Content-Length", "two"}}, {}, 400);
    wire("two hosts", "GET", {{"Host", "elsewhere"}}, {}, 400);
    wire("70 headers", "GET", PlainHeaders(70, {"X-Many", "1"}), {}, 431);
    wire("long header", "GET", {{"X-Long", QByteArray(20'000, 'x')}}, {}, 431);
    wire("64 KiB and one", "POST", {}, QByteArray(64 * 1024 + 1, 'x'), 413);
}

} // namespace soban::testing
