// SPDX-License-Identifier: GPL-3.0-or-later
// Every route × every caller, and what all routes have in common.
#include "MatrixCalls.h"
#include "RouteMatrix.h"

#include "api/ApiHandler.h"
#include "clock/Clock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using contract::ErrorCode;
using contract::RouteId;

namespace {

void addRouteRows() {
    QTest::addColumn<RouteId>("id");
    for (const contract::Route &route : contract::routes()) {
        const QByteArray tag = QString(toText(route.method)).toLatin1() + ' ' + route.path;
        QTest::newRow(tag.constData()) << route.id;
    }
}

/// The first caller of the matrix whom the route serves.
Caller someoneAllowed(RouteId id) {
    const Cells &cells = rowOf(id)->cells;
    for (const Caller caller : allOf<Caller>()) {
        if (caller != Caller::Nobody && !cells[std::size_t(caller)])
            return caller;
    }
    return Caller::Nobody;
}

bool isStranger(const Expected &cell) {
    return cell && (*cell == ErrorCode::Unauthenticated || *cell == ErrorCode::Forbidden ||
                    *cell == ErrorCode::NotFound);
}

/// Whatever the order is called, somebody's list must not hold it.
bool mentions(const ApiAnswer &answer, OrderId order) {
    return answer.body.contains(order.toText().toLatin1());
}

/// Keeps the answer of a call that is answered at once.
class Keeper : public http::ReplySink {
public:
    explicit Keeper(std::optional<http::Answer> &answer) : m_answer(answer) {}
    void deliver(http::Answer answer) override { m_answer = std::move(answer); }
    void giveUp() override {}
    bool isAbandoned() const override { return false; }

private:
    std::optional<http::Answer> &m_answer;
};

} // namespace

class TstRouteMatrix : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyRouteHasItsRow();
    void servesTheDocumentOfTheContract();
    void obeysTheMatrix_data() { addRouteRows(); }
    void obeysTheMatrix();
    void refusesWhatNoRouteTakes_data() { addRouteRows(); }
    void refusesWhatNoRouteTakes();
    void answersHeadLikeGet_data();
    void answersHeadLikeGet();
    void answersOnceToWhoHasIt_data() { answersHeadLikeGet_data(); }
    void answersOnceToWhoHasIt();
    void refusesOtherMethods();
    void refusesBadTokens_data();
    void refusesBadTokens();
    void endedSessionsAreOver();
    void strangersSeeNothing();
    void unpaidOrderIsNotTheShops();
    void tellsFiguresToTheMachineItselfOnly();
    void expiredTokenIsRefused();

private:
    void checkSuccess(const MatrixRow &row, const ApiAnswer &answer);
    QString documentedType(const contract::Route &route) const;
    ApiAnswer list(RouteId route, Caller caller) {
        return m_town.call(m_town.request(route, caller));
    }

    TestTown m_town;
    MatrixCalls m_calls{m_town};
    QJsonObject m_document;
};

void TstRouteMatrix::initTestCase() {
    const auto fault = m_town.start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    m_document = QJsonDocument::fromJson(list(RouteId::OpenApi, Caller::Nobody).body).object();
}

void TstRouteMatrix::everyRouteHasItsRow() {
    for (const contract::Route &route : contract::routes())
        QVERIFY2(rowOf(route.id), route.path);
    QCOMPARE(routeMatrix().size(), contract::routes().size());
}

void TstRouteMatrix::servesTheDocumentOfTheContract() {
    const auto answer = list(RouteId::OpenApi, Caller::Nobody);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, contract::openApiDocument());
    QVERIFY(!m_document.isEmpty());
}

/// The media type of the route's good answer by the served OpenAPI document; empty where it names
/// none.
QString TstRouteMatrix::documentedType(const contract::Route &route) const {
    const auto operation = m_document.value(QLatin1StringView(
        "paths"))[QLatin1StringView(route.path)][QString(toText(route.method)).toLower()];
    const auto good = operation[QLatin1StringView("responses")][QString::number(route.success)];
    return good[QLatin1StringView("content")].toObject().keys().value(0);
}

void TstRouteMatrix::checkSuccess(const MatrixRow &row, const ApiAnswer &answer) {
    const contract::Route &route = contract::route(row.route);
    QVERIFY2(answer.status == route.success, answer.summary().constData());
    QVERIFY2(row.content.reads(answer), answer.summary().constData());
    QCOMPARE(answer.header("Content-Type"), QByteArray(row.content.mediaType));
    const QString documented = documentedType(route);
    if (!documented.isEmpty() && route.success != 101)
        QCOMPARE(QString::fromLatin1(answer.header("Content-Type")), documented);
}

void TstRouteMatrix::obeysTheMatrix() {
    QFETCH(RouteId, id);
    const MatrixRow *row = rowOf(id);
    QVERIFY(row);
    QVERIFY(m_calls.prepare(id));
    // Strangers first: whoever may do it changes what can be done.
    for (const bool strangers : {true, false}) {
        for (std::size_t i = 0; i < row->cells.size(); ++i) {
            const Expected &cell = row->cells[i];
            if (isStranger(cell) != strangers)
                continue;
            const auto caller = Caller(i);
            const auto answer = m_town.call(m_calls.callOf(id, caller));
            if (!cell) {
                checkSuccess(*row, answer);
            } else {
                const auto problem = answer.problem();
                QVERIFY2(problem, answer.summary().constData());
                QCOMPARE(QString(toText(problem->code)), QString(toText(*cell)));
                QCOMPARE(answer.header("WWW-Authenticate"),
                         QByteArray(*cell == ErrorCode::Unauthenticated ? "Bearer" : nullptr));
            }
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("called by ") + QString(toText(caller))));
        }
    }
}

void TstRouteMatrix::refusesWhatNoRouteTakes() {
    QFETCH(RouteId, id);
    const contract::Route &route = contract::route(id);
    QVERIFY(m_calls.prepare(id));
    const ApiCall good = m_calls.callOf(id, someoneAllowed(id));
    const auto refusal = [this](const ApiCall &call) {
        const auto answer = m_town.call(call);
        const auto problem = answer.problem();
        return problem ? *problem : contract::Problem::of(ErrorCode::Internal);
    };
    // Whatever the provider adds to its return address is its own; an upgrade is judged by its
    // token.
    if (id != RouteId::FinishCardRegistration && id != RouteId::StreamEvents) {
        ApiCall call = good;
        call.target += call.target.contains('?') ? "&nonsense=1" : "?nonsense=1";
        const auto problem = refusal(call);
        QVERIFY(problem.code == ErrorCode::UnknownField);
        QCOMPARE(problem.field, QStringLiteral("nonsense"));
    }
    if (route.takesKey) {
        ApiCall call = good;
        call.key.clear();
        QVERIFY(refusal(call).code == ErrorCode::KeyMissing);
    }
    if (route.takesVersion) {
        ApiCall call = good;
        call.ifMatch.clear();
        QVERIFY(refusal(call).code == ErrorCode::VersionMissing);
    }
    if (!route.request && route.raw == contract::RawBody::None && id != RouteId::StreamEvents) {
        ApiCall call = good;
        call.body = R"({"nonsense":1})";
        QVERIFY(refusal(call).code == ErrorCode::UnknownField);
    }
}

void TstRouteMatrix::answersHeadLikeGet_data() {
    QTest::addColumn<RouteId>("id");
    for (const contract::Route &route : contract::routes()) {
        if (route.method == contract::HttpMethod::Get && route.id != RouteId::StreamEvents)
            QTest::newRow(route.path) << route.id;
    }
}

void TstRouteMatrix::answersHeadLikeGet() {
    QFETCH(RouteId, id);
    QVERIFY(m_calls.prepare(id));
    ApiCall call = m_calls.callOf(id, someoneAllowed(id));
    const auto whole = m_town.call(call);
    call.method = "HEAD";
    const auto head = m_town.call(call);
    QCOMPARE(head.status, 200);
    QVERIFY(head.body.isEmpty());
    QCOMPARE(head.header("Content-Type"), whole.header("Content-Type"));
    QCOMPARE(head.header("ETag"), whole.header("ETag"));
    if (id != RouteId::Metrics) // its figures move on
        QCOMPARE(head.header("Content-Length"), whole.header("Content-Length"));
}

void TstRouteMatrix::answersOnceToWhoHasIt() {
    QFETCH(RouteId, id);
    QVERIFY(m_calls.prepare(id));
    ApiCall call = m_calls.callOf(id, someoneAllowed(id));
    const QByteArray tag = m_town.call(call).header("ETag");
    QCOMPARE(!tag.isEmpty(), contract::route(id).isTagged);
    const QByteArray condition = "\"another\", " + (tag.isEmpty() ? QByteArray("\"x\"") : tag);
    call.headers.append({"If-None-Match", condition});
    const auto again = m_town.call(call);
    QCOMPARE(again.status, tag.isEmpty() ? 200 : 304);
    QCOMPARE(again.body.isEmpty(), !tag.isEmpty());
    QCOMPARE(again.header("ETag"), tag);
}

void TstRouteMatrix::refusesOtherMethods() {
    QHash<QByteArray, QSet<QByteArray>> methodsOf;
    for (const contract::Route &route : contract::routes()) {
        QSet<QByteArray> &methods = methodsOf[route.path];
        methods.insert(QString(toText(route.method)).toLatin1());
        if (route.method == contract::HttpMethod::Get)
            methods.insert("HEAD");
    }
    for (const auto &[pattern, methods] : methodsOf.asKeyValueRange()) {
        for (const char *method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
            if (methods.contains(method))
                continue;
            ApiCall call;
            call.method = method;
            call.target = QByteArray(pattern).replace('{', "").replace('}', "");
            const auto answer = m_town.call(call);
            QVERIFY2(answer.status == 405,
                     qPrintable(QString::fromLatin1(call.method + ' ' + call.target)));
            QList<QByteArray> allowed = answer.header("Allow").split(',');
            for (QByteArray &name : allowed)
                name = name.trimmed();
            QCOMPARE(QSet<QByteArray>(allowed.begin(), allowed.end()), methods);
        }
    }
    ApiCall nowhere;
    nowhere.target = "/api/v1/nowhere";
    QCOMPARE(m_town.call(nowhere).status, 404);
}

void TstRouteMatrix::refusesBadTokens_data() {
    QTest::addColumn<QList<QByteArray>>("values");
    const QByteArray good = "Bearer " + m_town.token(Caller::Customer);
    const auto refresh = m_town.signIn(Caller::NewCustomer)->refreshToken.toLatin1();
    const auto row = [](const char *tag, const QList<QByteArray> &values) {
        QTest::newRow(tag) << values;
    };
    row("none", {});
    row("empty", {""});
    row("scheme alone", {"Bearer"});
    row("no token", {"Bearer "});
    row("garbage", {"Bearer ////"});
    row("longer", {good + 'A'});
    row("shorter", {good.chopped(1)});
    row("another scheme", {"Basic Y3VzdG9tZXI6dG93bi1wYXNzd29yZA=="});
    row("two headers", {good, good});
    row("two tokens", {good + ", " + good});
    row("a refresh token", {"Bearer " + refresh});
    row("not ASCII", {"Bearer \xea\xb0\x80"});
}

void TstRouteMatrix::refusesBadTokens() {
    QFETCH(QList<QByteArray>, values);
    for (const RouteId id : {RouteId::ListOrders, RouteId::StreamEvents}) {
        ApiCall call = m_calls.callOf(id, Caller::Nobody);
        for (const QByteArray &value : values)
            call.headers.append({"Authorization", value});
        const auto answer = m_town.call(call);
        const auto problem = answer.problem();
        QVERIFY2(problem && problem->code == ErrorCode::Unauthenticated,
                 answer.summary().constData());
        QCOMPARE(answer.header("WWW-Authenticate"), QByteArray("Bearer"));
    }
}

void TstRouteMatrix::endedSessionsAreOver() {
    const auto works = [this](const std::optional<contract::SessionView> &session) {
        ApiCall call = m_town.request(RouteId::GetAccount, Caller::Nobody);
        call.token = session->accessToken.toLatin1();
        return m_town.call(call).status == 200;
    };
    const auto left = m_town.signIn(Caller::OffDutyRider);
    QVERIFY(left && works(left));
    ApiCall signOut = m_town.request(RouteId::SignOut, Caller::Nobody);
    signOut.token = left->accessToken.toLatin1();
    QCOMPARE(m_town.call(signOut).status, 204);
    QVERIFY(!works(left));

    const auto locked = m_town.signIn(Caller::OffDutyRider);
    QVERIFY(locked && works(locked));
    const QStringList account{m_town.account(Caller::OffDutyRider).toText()};
    QCOMPARE(m_town.call(m_town.request(RouteId::DisableAccount, Caller::Operator, account)).status,
             204);
    QVERIFY(!works(locked));
    QVERIFY(!m_town.signIn(Caller::OffDutyRider));
    QCOMPARE(m_town.call(m_town.request(RouteId::EnableAccount, Caller::Operator, account)).status,
             204);
    QVERIFY(works(m_town.signIn(Caller::OffDutyRider)));
}

/// R8, R9: lists and events hold what is meant for their reader, and nothing else.
void TstRouteMatrix::strangersSeeNothing() {
    using enum Caller;
    const auto standing =
        stand(m_town, Fulfilment::PlatformRider,
              {{Action::Accept, Shop}, {Action::Start, Shop}, {Action::Finish, Shop}});
    QVERIFY(standing);
    QVERIFY(mentions(list(RouteId::ListOrders, Customer), standing->id));
    QVERIFY(!mentions(list(RouteId::ListOrders, OtherCustomer), standing->id));
    QVERIFY(mentions(list(RouteId::ListTickets, Shop), standing->id));
    QVERIFY(!mentions(list(RouteId::ListTickets, OtherShop), standing->id));
    QVERIFY(mentions(list(RouteId::ListOffers, NearRider), standing->id));
    QVERIFY(mentions(list(RouteId::ListOffers, OtherRider), standing->id));
    QVERIFY(!mentions(list(RouteId::ListOffers, FarRider), standing->id));
    QVERIFY(!mentions(list(RouteId::ListDeliveries, NearRider), standing->id));

    Standing claimed = *standing;
    QVERIFY(advance(m_town, claimed, {Action::Claim, NearRider}));
    QVERIFY(mentions(list(RouteId::ListDeliveries, NearRider), standing->id));
    QVERIFY(!mentions(list(RouteId::ListDeliveries, OtherRider), standing->id));
    QVERIFY(!mentions(list(RouteId::ListOffers, OtherRider), standing->id));

    const auto hears = [&](Caller caller) {
        const auto events = m_town.events(caller);
        return std::any_of(events.begin(), events.end(),
                           [&](const auto &event) { return event.subject == standing->id; });
    };
    QVERIFY(hears(Customer) && hears(Shop) && hears(NearRider) && hears(OtherRider));
    QVERIFY(!hears(OtherCustomer) && !hears(OtherShop) && !hears(FarRider));
}

/// R3: once paid, and only then.
void TstRouteMatrix::unpaidOrderIsNotTheShops() {
    const auto standing = standUnpaid(m_town);
    QVERIFY(standing);
    QVERIFY(mentions(list(RouteId::ListOrders, Caller::Customer), standing->id));
    QVERIFY(!mentions(list(RouteId::ListTickets, Caller::Shop), standing->id));
    const QStringList id{standing->id.toText()};
    QCOMPARE(m_town.call(m_town.request(RouteId::GetTicket, Caller::Shop, id)).status, 404);
    const auto &accept = wiredAction(RouteId::AcceptTicket);
    QCOMPARE(m_town.call(actionCall(m_town, accept, Caller::Shop, *standing)).status, 404);
    for (const auto &event : m_town.events(Caller::Shop))
        QVERIFY(event.subject != standing->id);
}

/// The tests' own calls all come from the loopback, so that this one asks the handler itself.
void TstRouteMatrix::tellsFiguresToTheMachineItselfOnly() {
    const SystemClock clock;
    const identity::SessionDirectory sessions(clock);
    api::RouteFunctions functions;
    for (const contract::Route &route : contract::routes()) {
        functions.insert(route.id, [](const api::Call &call) {
            call.reply.send(http::Answer::text(200, "served"));
        });
    }
    api::ApiHandler handler(functions, sessions, {},
                            api::ClientAddresses({QHostAddress(QStringLiteral("127.0.0.1")),
                                                  QHostAddress(QStringLiteral("10.0.0.1"))}));
    const auto statusFrom = [&](const char *address, const QByteArray &forwardedFor = {}) {
        std::optional<http::Answer> answer;
        http::Request::Parts parts;
        parts.target = *http::decodeTarget("/metrics");
        if (!forwardedFor.isEmpty())
            parts.headers = {{"X-Forwarded-For", forwardedFor}};
        parts.peerAddress = QHostAddress(QString::fromLatin1(address));
        handler.handle(http::Request(parts), http::Reply(std::make_unique<Keeper>(answer)));
        return answer ? answer->status() : 0;
    };
    QCOMPARE(statusFrom("127.0.0.1"), 200);
    QCOMPARE(statusFrom("::1"), 200);
    QCOMPARE(statusFrom("192.0.2.1"), 404);
    QCOMPARE(statusFrom("2001:db8::1"), 404);
    QCOMPARE(statusFrom("10.0.0.1"), 404);
    // What a proxy on this machine passes on does not come from this machine.
    QCOMPARE(statusFrom("127.0.0.1", "192.0.2.1"), 404);
    QCOMPARE(statusFrom("127.0.0.1", "127.0.0.1, 192.0.2.1"), 404);
    QCOMPARE(statusFrom("127.0.0.1", "nonsense"), 404);
    QCOMPARE(statusFrom("127.0.0.1", "127.0.0.1"), 200);
    QCOMPARE(statusFrom("::1", "127.0.0.1"), 404); // no proxy that is known
    QCOMPARE(statusFrom("192.0.2.1", "127.0.0.1"), 404);
}

/// A minute passes in 10 ms on this server, so that a token is over before the test has to wait.
void TstRouteMatrix::expiredTokenIsRefused() {
    const auto nowMs = QString::number(SystemClock().now().ms());
    const auto set = [](const QString &setting) {
        return QStringList{QStringLiteral("--set"), setting};
    };
    const auto fault = m_town.restartServer(set(QStringLiteral("session.accessMinutes=1")) +
                                            set(QStringLiteral("clock.speed=6000")) +
                                            set(QStringLiteral("clock.wallAnchorMs=") + nowMs) +
                                            set(QStringLiteral("clock.shownAnchorMs=") + nowMs));
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    const auto session = m_town.signIn(Caller::Customer);
    QVERIFY(session);
    ApiCall call = m_town.request(RouteId::GetAccount, Caller::Nobody);
    call.token = session->accessToken.toLatin1();
    QTRY_COMPARE(m_town.call(call).status, 401);
    const auto answer = m_town.call(call);
    QVERIFY(answer.problem() && answer.problem()->code == ErrorCode::Unauthenticated);
    QCOMPARE(answer.header("WWW-Authenticate"), QByteArray("Bearer"));
}

QTEST_GUILESS_MAIN(TstRouteMatrix)
#include "TstRouteMatrix.moc"
