// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/OperatorRoutes.h"

namespace soban::api {

using contract::ErrorCode;
using contract::Problem;
using contract::RouteId;

RouteFunctions OperatorRoutes::functions() {
    return {{RouteId::GetAccount, [this](const Call &call) { account(call); }},
            {RouteId::AuditOrders, [this](const Call &call) { auditOrders(call); }},
            {RouteId::AuditOrder, [this](const Call &call) { auditOrder(call); }},
            {RouteId::EndOrder, deciding(&ordering::Arbitration::cancel)},
            {RouteId::SettleOrder, deciding(&ordering::Arbitration::settle)},
            {RouteId::OperatorAccounts, [this](const Call &call) { accounts(call); }}};
}

template <typename Request>
RouteFunction OperatorRoutes::deciding(Decision<Request> decision) {
    return [this, decision](const Call &call) {
        const auto order = pathId<OrderId>(call, "orderId");
        auto request = order ? bodyOf<Request>(call) : std::nullopt;
        if (!request)
            return;
        m_commands.run(call, [actor = call.actor, order = *order, version = call.version, decision,
                              request = *std::move(request)](const WriteModel &model) {
            const auto moved = (model.arbitration.*decision)(order, actor, version, request);
            return moved ? CommandAnswer{204, {}, true, {}} : CommandAnswer::refused(moved.error());
        });
    };
}

void OperatorRoutes::account(const Call &call) {
    answerFromReader(m_readers, call, [id = call.account()](const ReadModel &model) {
        const auto account = model.people.account(id);
        return account ? jsonAnswer(200, contract::encode(*account))
                       : problemAnswer(Problem::of(ErrorCode::NotFound));
    });
}

void OperatorRoutes::auditOrders(const Call &call) {
    const auto limit = pageLimit(call);
    const auto cursor = limit ? pageCursor<OrderId>(call) : std::nullopt;
    if (!cursor)
        return;
    answerFromReader(m_readers, call, [above = *cursor, limit = *limit](const ReadModel &model) {
        return jsonAnswer(200, contract::encode(model.operators.audits(above, limit)));
    });
}

void OperatorRoutes::auditOrder(const Call &call) {
    const auto order = pathId<OrderId>(call, "orderId");
    if (!order)
        return;
    answerFromReader(m_readers, call, [order = *order](const ReadModel &model) {
        const auto audit = model.operators.audit(order);
        return audit ? jsonAnswer(200, contract::encode(*audit))
                     : problemAnswer(Problem::of(ErrorCode::NotFound));
    });
}

void OperatorRoutes::accounts(const Call &call) {
    const auto limit = pageLimit(call);
    const auto cursor = limit ? pageCursor<AccountId>(call) : std::nullopt;
    if (!cursor)
        return;
    std::optional<Role> role;
    if (const auto text = call.request.queryValue(u"role")) {
        role = enumFromText<Role>(*text);
        if (!role)
            return refuse(call, Problem::at(ErrorCode::InvalidValue, QStringLiteral("role")));
    }
    answerFromReader(
        m_readers, call, [role, above = *cursor, limit = *limit](const ReadModel &model) {
            return jsonAnswer(200, contract::encode(model.operators.accounts(role, above, limit)));
        });
}

} // namespace soban::api
