// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Problem.h"

#include "contract/SharedWire.h"

namespace soban::contract {

template <>
struct Described<PresentStage> {
    static constexpr const char *name = "PresentStage";
    static constexpr auto fields = std::tuple{
        field("orderId", &PresentStage::orderId), field("version", &PresentStage::version),
        field("state", &PresentStage::state), field("deliveryState", &PresentStage::deliveryState)};
};

template <>
struct Described<Problem> {
    static constexpr const char *name = "Problem";
    static constexpr auto fields =
        std::tuple{field("type", &Problem::type),       field("title", &Problem::title),
                   field("status", &Problem::status),   field("code", &Problem::code),
                   field("detail", &Problem::detail),   field("field", &Problem::field),
                   field("present", &Problem::present), field("quote", &Problem::quote)};
};

Problem Problem::of(ErrorCode code) {
    Problem problem{{}, QString(contract::title(code)), httpStatus(code), code, {}, {}, {}, {}};
    problem.type = QStringLiteral("urn:soban:problem:") + QString(toText(code));
    return problem;
}

Problem Problem::at(ErrorCode code, const QString &field, const QString &detail) {
    Problem problem = of(code);
    problem.field = field;
    if (!detail.isEmpty())
        problem.detail = detail;
    return problem;
}

} // namespace soban::contract

SOBAN_INSTANTIATE_CODEC(soban::contract::Problem);
