// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ApiHandler.h"

#include "api/EntityTag.h"
#include "contract/Identity.h"

#include <QUrl>
#include <QWebSocket>

#include <algorithm>

namespace soban::api {

using contract::Access;
using contract::ErrorCode;
using contract::Problem;
using contract::Route;
using contract::RouteId;

namespace {

http::Method methodOf(contract::HttpMethod method) {
    switch (method) {
    case contract::HttpMethod::Get:
        return http::Method::Get;
    case contract::HttpMethod::Post:
        return http::Method::Post;
    case contract::HttpMethod::Put:
        return http::Method::Put;
    case contract::HttpMethod::Delete:
        return http::Method::Delete;
    }
    Q_UNREACHABLE();
    return http::Method::Get;
}

std::optional<QByteArray> bearerToken(const http::Request &request) {
    constexpr QByteArrayView kScheme("Bearer ");
    const auto header = request.header("Authorization");
    if (!header || request.headerCount("Authorization") != 1 || !header->startsWith(kScheme))
        return std::nullopt;
    return header->sliced(kScheme.size());
}

/// A page in a browser must not follow events with its visitor's token: its Origin would differ
/// from the server's. Programs send none, or the server's own.
bool isOwnOrigin(const http::Request &request) {
    const auto origin = request.header("Origin");
    if (!origin)
        return true;
    const QUrl url = QUrl::fromEncoded(*origin, QUrl::StrictMode);
    const QByteArray authority = url.authority(QUrl::FullyEncoded).toLatin1();
    return !authority.isEmpty() && authority == request.header("Host").value_or(QByteArray());
}

bool isVisibleAscii(const QByteArray &text) {
    return std::all_of(text.cbegin(), text.cend(), [](char c) { return c > ' ' && c < 0x7f; });
}

/// `"3"` names version 3, and so does the ETag of a document of that version, `"3-1a2b3c4d"`.
std::optional<int> versionOf(const QByteArray &tag) {
    if (tag.size() < 3 || !tag.startsWith('"') || !tag.endsWith('"'))
        return std::nullopt;
    const QByteArray quoted = tag.sliced(1, tag.size() - 2);
    const qsizetype dash = quoted.indexOf('-');
    if (dash >= 0 && !isDocumentHash(quoted.sliced(dash + 1)))
        return std::nullopt;
    const auto version =
        plainNumber(QString::fromLatin1(quoted.first(dash < 0 ? quoted.size() : dash)));
    return version && *version > 0 ? version : std::nullopt;
}

} // namespace

std::optional<std::optional<Sequence>> sinceOf(const http::Request &request) {
    const auto text = request.queryValue(u"since");
    if (!text)
        return std::optional<Sequence>();
    const auto sequence = Sequence::fromText(*text);
    if (!sequence)
        return std::nullopt;
    // Spelled out: std::optional(sequence) would be a copy of it, not an optional around it.
    return std::optional<std::optional<Sequence>>(std::in_place, sequence);
}

ApiHandler::ApiHandler(const RouteFunctions &functions, const identity::SessionDirectory &sessions,
                       OpenStream openStream, ClientAddresses clients, LookAround lookAround)
    : m_functions(functions)
    , m_sessions(sessions)
    , m_openStream(std::move(openStream))
    , m_clients(std::move(clients))
    , m_lookAround(std::move(lookAround)) {
    for (const Route &route : contract::routes()) {
        const bool added = m_table.add(methodOf(route.method), QString::fromLatin1(route.path),
                                       http::RouteIndex(int(route.id)));
        Q_ASSERT(added);
        Q_ASSERT_X(route.id == RouteId::StreamEvents || m_functions.contains(route.id),
                   "ApiHandler", route.path);
    }
}

void ApiHandler::handle(http::Request request, http::Reply reply) {
    auto match = m_table.match(request.method(), request.segments());
    if (const auto *other = std::get_if<http::RouteTable::MethodNotAllowed>(&match)) {
        reply.send(problemAnswer(Problem::of(ErrorCode::MethodNotAllowed))
                       .withHeader("Allow", other->allow));
        return;
    }
    auto *found = std::get_if<http::RouteTable::Found>(&match);
    if (!found) {
        reply.send(problemAnswer(Problem::of(ErrorCode::NotFound)));
        return;
    }
    Call call{contract::route(RouteId(int(found->index))),
              std::move(request),
              std::move(reply),
              std::move(found->params),
              Actor::system(),
              {},
              {},
              0};
    serve(std::move(call), Chance::First);
}

void ApiHandler::serve(Call call, Chance chance) {
    if (const auto checked = prepare(call); !checked) {
        const bool isUnknown = checked.error().code == ErrorCode::Unauthenticated;
        if (!isUnknown || chance == Chance::Last || !serveAfterALook(call))
            refuse(call, checked.error());
        return;
    }
    if (call.route.id == RouteId::StreamEvents) {
        call.reply.send(problemAnswer(Problem::of(ErrorCode::UpgradeRequired))
                            .withHeader("Upgrade", "websocket"));
        return;
    }
    const RouteFunction &function = *m_functions.constFind(call.route.id);
    function(std::move(call));
}

/// False if nobody else may know the token.
bool ApiHandler::serveAfterALook(const Call &call) {
    if (!m_lookAround || !bearerToken(call.request))
        return false;
    return m_lookAround([this, call](bool hasLooked) {
        if (hasLooked)
            serve(call, Chance::Last);
        else
            refuse(call, ErrorCode::Unavailable);
    });
}

ApiHandler::Checked ApiHandler::prepare(Call &call) const {
    if (const auto checked = authenticate(call); !checked)
        return checked;
    if (const auto checked = checkQuery(call); !checked)
        return checked;
    return checkCommand(call);
}

ApiHandler::Checked ApiHandler::authenticate(Call &call) const {
    if (call.route.access == Access::Anyone)
        return Done{};
    if (call.route.access == Access::LocalOnly) {
        if (m_clients.isLocal(call.request))
            return Done{};
        return Problem::of(ErrorCode::NotFound);
    }
    const auto token = bearerToken(call.request);
    const auto who = token ? m_sessions.find(*token) : std::nullopt;
    if (!who)
        return Problem::of(ErrorCode::Unauthenticated);
    if (!call.route.roles.contains(who->actor.role))
        return Problem::of(ErrorCode::Forbidden);
    call.actor = who->actor;
    call.session = who->session;
    return Done{};
}

ApiHandler::Checked ApiHandler::checkQuery(const Call &call) const {
    if (call.request.queryItems().isEmpty())
        return Done{};
    if (const auto twice = call.request.duplicateQueryName())
        return Problem::at(ErrorCode::DuplicateField, *twice);
    const QStringList known = QString::fromLatin1(call.route.queryNames).split(u',');
    for (const http::QueryItem &item : call.request.queryItems()) {
        // What the provider's page adds to its return address is its own matter.
        if (!known.contains(item.name) && call.route.id != RouteId::FinishCardRegistration)
            return Problem::at(ErrorCode::UnknownField, item.name);
    }
    return Done{};
}

ApiHandler::Checked ApiHandler::checkCommand(Call &call) const {
    if (call.route.takesKey) {
        const auto key = call.request.header("Idempotency-Key").value_or(QByteArray());
        if (key.size() < 8 || key.size() > 100 || !isVisibleAscii(key) ||
            call.request.headerCount("Idempotency-Key") != 1) {
            return Problem::of(ErrorCode::KeyMissing);
        }
        call.key = QString::fromLatin1(key);
    }
    if (call.route.takesVersion) {
        const auto tag = call.request.header("If-Match");
        if (!tag)
            return Problem::of(ErrorCode::VersionMissing);
        const auto version = versionOf(*tag);
        if (!version || call.request.headerCount("If-Match") != 1)
            return Problem::at(ErrorCode::InvalidValue, QStringLiteral("If-Match"));
        call.version = *version;
    }
    if (!call.route.request && call.route.raw == contract::RawBody::None &&
        !call.request.body().isEmpty()) {
        const auto nothing = contract::decode<contract::Nothing>(call.request.body());
        if (!nothing)
            return toProblem(nothing.error());
    }
    return Done{};
}

http::UpgradeVerdict ApiHandler::upgrade(const http::Request &request) {
    const auto match = m_table.match(request.method(), request.segments());
    const auto *found = std::get_if<http::RouteTable::Found>(&match);
    if (!found || RouteId(int(found->index)) != RouteId::StreamEvents)
        return problemAnswer(Problem::of(ErrorCode::NotFound));
    const auto token = bearerToken(request);
    const auto who = token ? m_sessions.find(*token) : std::nullopt;
    if (!who)
        return problemAnswer(Problem::of(ErrorCode::Unauthenticated));
    if (!isOwnOrigin(request) ||
        !contract::route(RouteId::StreamEvents).roles.contains(who->actor.role))
        return problemAnswer(Problem::of(ErrorCode::Forbidden));
    const auto since = sinceOf(request);
    if (!since)
        return problemAnswer(Problem::at(ErrorCode::InvalidValue, QStringLiteral("since")));
    m_opening.insert(++m_lastTicket, {who->session, who->actor, *since});
    return http::UpgradeAccepted{m_lastTicket};
}

void ApiHandler::webSocketOpened(std::unique_ptr<QWebSocket> socket, quint64 ticket) {
    const auto opening = m_opening.constFind(ticket);
    if (opening == m_opening.cend())
        return;
    const StreamRequest request = *opening;
    m_opening.erase(opening);
    // The session may have ended during the handshake, and its end been announced.
    if (m_sessions.contains(request.session))
        m_openStream(std::move(socket), request);
}

http::Answer ApiHandler::refusal(int status, const QByteArray &reason) const {
    const ErrorCode code = status == 413   ? ErrorCode::PayloadTooLarge
                           : status == 429 ? ErrorCode::TooManyRequests
                           : status == 503 ? ErrorCode::Unavailable
                           : status >= 500 ? ErrorCode::Internal
                                           : ErrorCode::BadRequest;
    Problem problem = Problem::of(code);
    problem.status = status;
    problem.detail = QString::fromUtf8(reason);
    return problemAnswer(problem);
}

} // namespace soban::api
