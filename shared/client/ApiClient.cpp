// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ApiClient.h"

#include "client/RandomId.h"

namespace soban::client {

struct ApiClient::Attempt {
    ApiCall call;
    QPointer<QObject> context;
    Callback<Answered> callback;
    QString token;
    bool isRepeat = false;
};

namespace {

bool needsToken(contract::RouteId route) {
    return contract::route(route).access == contract::Access::SignedIn;
}

HttpRequest requestFor(const ServerAddress &server, const ApiCall &call, const QString &token) {
    const contract::Route &route = contract::route(call.route);
    HttpRequest request{server, route.method, contract::pathOf(call.route, call.pathParts),
                        call.query};
    request.body = call.body;
    if (route.raw == contract::RawBody::Picture)
        request.contentType = call.body.startsWith("\x89PNG") ? "image/png" : "image/jpeg";
    request.lane = call.lane;
    request.timeLimit = call.timeLimit;
    request.headers.append({"traceparent", call.traceparent.toLatin1()});
    if (needsToken(call.route))
        request.headers.append({"Authorization", "Bearer " + token.toLatin1()});
    if (route.takesKey)
        request.headers.append({"Idempotency-Key", call.key.toLatin1()});
    if (call.version)
        request.headers.append({"If-Match", '"' + QByteArray::number(*call.version) + '"'});
    return request;
}

} // namespace

ApiClient::ApiClient(HttpTransport &transport, Session &session, QObject *parent)
    : QObject(parent), m_transport(transport), m_session(session) {}

void ApiClient::sendRaw(ApiCall call, QObject *context, Callback<Answered> callback) {
    if (call.key.isEmpty() && contract::route(call.route).takesKey)
        call.key = newIdempotencyKey();
    if (call.traceparent.isEmpty())
        call.traceparent = newTraceparent();
    auto attempt =
        std::make_shared<Attempt>(Attempt{std::move(call), context, std::move(callback), {}});
    if (!needsToken(attempt->call.route) || m_session.isSignedIn()) {
        start(std::move(attempt));
        return;
    }
    const auto tell = [attempt] {
        if (attempt->context)
            attempt->callback(ApiError::notSignedIn());
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

void ApiClient::start(std::shared_ptr<Attempt> attempt) {
    attempt->token = m_session.accessToken();
    HttpRequest request = requestFor(m_session.server(), attempt->call, attempt->token);
    m_transport.send(std::move(request), attempt->context,
                     [self = QPointer(this), attempt](const Outcome &outcome) {
                         if (self)
                             self->settle(attempt, outcome);
                     });
}

void ApiClient::settle(std::shared_ptr<Attempt> attempt, const Outcome &outcome) {
    const Result<Answered, ApiError> judged = judge(outcome);
    if (!judged && judged.error().isUnauthenticated() && needsToken(attempt->call.route) &&
        !attempt->isRepeat)
        refreshAndRepeat(std::move(attempt), judged.error());
    else
        attempt->callback(judged);
}

void ApiClient::refreshAndRepeat(std::shared_ptr<Attempt> attempt, const ApiError &refusal) {
    attempt->isRepeat = true;
    QObject *context = attempt->context;
    const QString token = attempt->token;
    m_session.refresh(
        token, context,
        [self = QPointer(this), attempt = std::move(attempt),
         refusal](const std::optional<ApiError> &error) {
            if (!self || !attempt->context)
                return;
            if (!error)
                self->start(attempt);
            else if (error->kind == ApiError::Kind::Refused && !error->isPassing())
                attempt->callback(refusal);
            else // the server has turned the call down unread
                attempt->callback(
                    ApiError{ApiError::Kind::NotSent, 0, {}, error->retryAfter, error->detail});
        });
}

} // namespace soban::client
