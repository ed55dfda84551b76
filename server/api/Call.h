// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Codec.h"
#include "contract/Problem.h"
#include "contract/Routes.h"
#include "domain/Account.h"
#include "http/Reply.h"
#include "http/Request.h"
#include "http/RouteTable.h"

#include <chrono>

namespace soban::api {

/// One request that found its route and passed authentication: what a route's function gets.
struct Call {
    const contract::Route &route;
    http::Request request;
    http::Reply reply;
    http::RouteParams params;
    Actor actor;                      ///< role System and no account where no sign-in is needed
    std::optional<SessionId> session; ///< of a signed-in caller
    QString key;                      ///< of routes that take an Idempotency-Key
    int version = 0;                  ///< of routes that take If-Match

    /// The account of a signed-in caller.
    AccountId account() const { return *actor.account; }
};

/// Answers of the API: JSON, never cached by anybody on the way.
http::Answer jsonAnswer(int status, const QByteArray &json);
/// With Retry-After where trying again makes sense.
http::Answer problemAnswer(const contract::Problem &problem,
                           std::chrono::milliseconds retryAfter = std::chrono::seconds(1));

void refuse(const Call &call, const contract::Problem &problem);
void refuse(const Call &call, contract::ErrorCode code);

contract::Problem toProblem(const contract::DecodeError &error);

/// The body, read strictly; nothing after the call was refused.
template <typename T>
std::optional<T> bodyOf(const Call &call) {
    auto body = contract::decode<T>(call.request.body());
    if (body)
        return std::move(body).value();
    refuse(call, toProblem(body.error()));
    return std::nullopt;
}

/// The id in the path. What is no id of that kind names nothing: the call is refused with 404.
template <typename AnyId>
std::optional<AnyId> pathId(const Call &call, const char *name) {
    auto id = AnyId::fromText(call.params.value(QLatin1StringView(name)));
    if (!id)
        refuse(call, contract::ErrorCode::NotFound);
    return id;
}

/// Whether exactly one of the two stands for a hand-over. Refuses the call otherwise.
bool isOneProof(const Call &call, const std::optional<QString> &code,
                const std::optional<QString> &photo);

/// A number written with digits alone: no sign, no blanks, no leading zero.
std::optional<int> plainNumber(QStringView text);

/// `limit` of a paged list: 1 to 100, 50 when absent. Refuses the call when it is neither.
std::optional<int> pageLimit(const Call &call);

/// `cursor` of a list paged by ids. Outer nothing: the call was refused. Inner nothing: first page.
template <typename AnyId>
std::optional<std::optional<AnyId>> pageCursor(const Call &call) {
    const auto text = call.request.queryValue(u"cursor");
    if (!text)
        return std::optional<AnyId>();
    if (auto id = AnyId::fromText(*text))
        return std::optional(id);
    refuse(call,
           contract::Problem::at(contract::ErrorCode::InvalidValue, QStringLiteral("cursor")));
    return std::nullopt;
}

} // namespace soban::api
