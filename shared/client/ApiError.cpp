// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ApiError.h"

namespace soban::client {

namespace {

using contract::ErrorCode;

constexpr int kRequestTimeout = 408;
constexpr int kConflict = 409;
constexpr int kTooManyRequests = 429;
constexpr int kServerErrors = 500;
constexpr int kUnavailable = 503;

std::optional<std::chrono::milliseconds> retryAfter(const Answered &answered) {
    bool isSeconds = false;
    const int seconds = answered.header("Retry-After").toInt(&isSeconds);
    if (!isSeconds || seconds < 0)
        return std::nullopt;
    return std::chrono::seconds(seconds);
}

std::optional<contract::Problem> problemOf(const Answered &answered) {
    if (auto problem =
            contract::decode<contract::Problem>(answered.body, contract::Unknown::Overlooked))
        return *problem;
    return std::nullopt;
}

/// A breakdown may have struck after the work was done; a gateway or the page of a hotel's network
/// does not know. Only our own no promises that nothing was changed, unless it says otherwise.
ApiError::Kind kindOf(int status, const std::optional<contract::Problem> &problem) {
    const bool isCertain = problem && problem->code != ErrorCode::OutcomeUnknown &&
                           (status < kServerErrors || status == kUnavailable);
    return isCertain ? ApiError::Kind::Refused : ApiError::Kind::Unknown;
}

ApiError errorOf(const Answered &answered) {
    ApiError error{ApiError::Kind::Refused, answered.status, problemOf(answered),
                   retryAfter(answered)};
    error.kind = kindOf(answered.status, error.problem);
    error.detail = error.problem ? QString(toText(error.problem->code))
                                 : QStringLiteral("HTTP %1").arg(answered.status);
    return error;
}

} // namespace

bool ApiError::isUnauthenticated() const {
    return is(ErrorCode::Unauthenticated) || (status == 401 && !problem);
}

bool ApiError::isPassing() const {
    if (status == 0 || status >= kServerErrors)
        return true;
    return status == kTooManyRequests || status == kRequestTimeout ||
           (status == kConflict && is(ErrorCode::StillRunning));
}

ApiError ApiError::notSignedIn() {
    ApiError error{Kind::Refused, 401, contract::Problem::of(ErrorCode::Unauthenticated)};
    error.detail = QStringLiteral("nobody is signed in");
    return error;
}

Result<Answered, ApiError> judge(const Outcome &outcome) {
    if (const auto *notSent = std::get_if<NotSent>(&outcome))
        return ApiError{ApiError::Kind::NotSent, 0, {}, {}, notSent->detail};
    if (const auto *unknown = std::get_if<Unknown>(&outcome))
        return ApiError{ApiError::Kind::Unknown, 0, {}, {}, unknown->detail};
    const auto &answered = std::get<Answered>(outcome);
    if (answered.status >= 200 && answered.status < 300)
        return answered;
    return errorOf(answered);
}

ApiError notUnderstood(const Answered &answered, const contract::DecodeError &error) {
    return {ApiError::Kind::Unknown,
            answered.status,
            {},
            {},
            QStringLiteral("the answer is not understood: %1 %2").arg(error.field, error.detail)};
}

} // namespace soban::client
