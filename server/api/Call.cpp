// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/Call.h"

namespace soban::api {

using contract::ErrorCode;
using contract::Problem;

http::Answer jsonAnswer(int status, const QByteArray &json) {
    return http::Answer::withBody(status, "application/json", json)
        .withHeader("Cache-Control", "no-store");
}

http::Answer problemAnswer(const Problem &problem, std::chrono::milliseconds retryAfter) {
    auto answer = http::Answer::withBody(problem.status, "application/problem+json",
                                         contract::encode(problem))
                      .withHeader("Cache-Control", "no-store");
    if (problem.status == 401)
        answer.withHeader("WWW-Authenticate", "Bearer");
    if (problem.status == 503 || problem.status == 429)
        answer.withHeader("Retry-After",
                          QByteArray::number(
                              qint64(std::chrono::ceil<std::chrono::seconds>(retryAfter).count())));
    return answer;
}

void refuse(const Call &call, const Problem &problem) {
    call.reply.send(problemAnswer(problem));
}

void refuse(const Call &call, ErrorCode code) {
    refuse(call, Problem::of(code));
}

Problem toProblem(const contract::DecodeError &error) {
    Problem problem = Problem::of(error.code);
    if (!error.field.isEmpty())
        problem.field = error.field;
    problem.detail = error.detail;
    return problem;
}

bool isOneProof(const Call &call, const std::optional<QString> &code,
                const std::optional<QString> &photo) {
    if (code && photo)
        refuse(call, Problem::at(ErrorCode::InvalidValue, QStringLiteral("photo"),
                                 QStringLiteral("must not stand beside a code")));
    else if (!code && !photo)
        refuse(call, Problem::at(ErrorCode::MissingField, QStringLiteral("code")));
    return code.has_value() != photo.has_value();
}

std::optional<int> plainNumber(QStringView text) {
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && QString::number(number) == text && number >= 0 ? std::optional(number)
                                                                      : std::nullopt;
}

std::optional<int> pageLimit(const Call &call) {
    constexpr int kUsual = 50;
    constexpr int kMost = 100;
    const auto text = call.request.queryValue(u"limit");
    if (!text)
        return kUsual;
    const auto limit = plainNumber(*text);
    if (limit && *limit >= 1 && *limit <= kMost)
        return limit;
    refuse(call, Problem::at(ErrorCode::OutOfRange, QStringLiteral("limit"),
                             QStringLiteral("must be from 1 to 100")));
    return std::nullopt;
}

} // namespace soban::api
