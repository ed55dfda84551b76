// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RiderRoutes.h"

#include "contract/Delivery.h"

namespace soban::api {

using contract::ErrorCode;
using contract::Problem;
using contract::RouteId;
using delivery::Dispatch;

RiderRoutes::RiderRoutes(CommandDesk &commands, ReadPool &readers, double offerRadiusMeters)
    : m_commands(commands), m_readers(readers), m_offerRadiusMeters(offerRadiusMeters) {}

RouteFunctions RiderRoutes::functions() {
    return {{RouteId::GetDuty, [this](const Call &call) { getDuty(call); }},
            {RouteId::SetDuty, [this](const Call &call) { setDuty(call); }},
            {RouteId::ReportPosition, [this](const Call &call) { reportPosition(call); }},
            {RouteId::ListOffers, [this](const Call &call) { listOffers(call); }},
            {RouteId::ClaimDelivery, plain(&Dispatch::claim)},
            {RouteId::GiveBackDelivery, [this](const Call &call) { giveBack(call); }},
            {RouteId::PickUpDelivery, plain(&Dispatch::pickUp)},
            {RouteId::HandOverDelivery, [this](const Call &call) { handOver(call); }},
            {RouteId::ReturnDelivery, [this](const Call &call) { bringBack(call); }},
            {RouteId::ListDeliveries, [this](const Call &call) { listDeliveries(call); }}};
}

void RiderRoutes::getDuty(const Call &call) {
    answerFromReader(m_readers, call, [rider = call.account()](const ReadModel &model) {
        return jsonAnswer(200, contract::encode(model.people.duty(rider)));
    });
}

void RiderRoutes::setDuty(const Call &call) {
    const auto request = bodyOf<contract::DutyRequest>(call);
    if (!request)
        return;
    if (request->onDuty && !request->position)
        return refuse(call, Problem::at(ErrorCode::MissingField, QStringLiteral("position")));
    m_commands.runUnkeyed(call, [rider = call.account(),
                                 request = *request](const WriteModel &model) {
        if (const auto problem = model.dispatch.setDuty(rider, request.onDuty, request.position))
            return CommandAnswer::refused(*problem);
        return CommandAnswer{
            200, contract::encode(contract::DutyView{request.onDuty, request.position}), true, {}};
    });
}

void RiderRoutes::reportPosition(const Call &call) {
    const auto request = bodyOf<contract::PositionRequest>(call);
    if (!request)
        return;
    m_commands.runUnkeyed(call, [rider = call.account(),
                                 position = request->position](const WriteModel &model) {
        if (!model.dispatch.reportPosition(rider, position))
            return CommandAnswer::refused(Problem::of(ErrorCode::NotAllowedNow));
        return CommandAnswer{200, contract::encode(contract::DutyView{true, position}), true, {}};
    });
}

void RiderRoutes::listOffers(const Call &call) {
    answerFromReader(
        m_readers, call,
        [rider = call.account(), radius = m_offerRadiusMeters](const ReadModel &model) {
            return jsonAnswer(200, contract::encode(model.people.offers(rider, radius)));
        });
}

void RiderRoutes::listDeliveries(const Call &call) {
    const auto limit = pageLimit(call);
    const auto cursor = limit ? pageCursor<OrderId>(call) : std::nullopt;
    if (!cursor)
        return;
    answerFromReader(
        m_readers, call,
        [rider = call.account(), below = *cursor, limit = *limit](const ReadModel &model) {
            const auto page = model.orders.ofRider(rider, below, limit);
            return jsonAnswer(200, encodePage(QLatin1StringView("deliveries"), page));
        });
}

RouteFunction RiderRoutes::plain(Step step) {
    return [this, step](const Call &call) {
        const auto order = pathId<OrderId>(call, "orderId");
        const auto request = order ? bodyOf<contract::RiderStepRequest>(call) : std::nullopt;
        if (!request)
            return;
        m_commands.run(call, [step, actor = call.actor, order = *order,
                              request = *request](const WriteModel &model) {
            const auto moved =
                (model.dispatch.*step)(order, actor, request.expected, request.happenedAt);
            if (!moved)
                return CommandAnswer::refused(moved.error());
            return CommandAnswer{200, model.views.documents(order).forRider, true, {}};
        });
    };
}

void RiderRoutes::giveBack(const Call &call) {
    const auto order = pathId<OrderId>(call, "orderId");
    const auto request = order ? bodyOf<contract::RiderStepRequest>(call) : std::nullopt;
    if (!request)
        return;
    m_commands.run(
        call, [actor = call.actor, order = *order, request = *request](const WriteModel &model) {
            const auto moved =
                model.dispatch.giveBack(order, actor, request.expected, request.happenedAt);
            // The delivery is not theirs any more, so there is nothing left to show.
            return moved ? CommandAnswer{204, {}, true, {}} : CommandAnswer::refused(moved.error());
        });
}

void RiderRoutes::bringBack(const Call &call) {
    const auto order = pathId<OrderId>(call, "orderId");
    const auto request = order ? bodyOf<contract::RiderReturnRequest>(call) : std::nullopt;
    if (!request)
        return;
    m_commands.run(
        call, [actor = call.actor, order = *order, request = *request](const WriteModel &model) {
            const auto moved = model.dispatch.bringBack(order, actor, request.expected,
                                                        request.reason, request.happenedAt);
            if (!moved)
                return CommandAnswer::refused(moved.error());
            return CommandAnswer{200, model.views.documents(order).forRider, true, {}};
        });
}

void RiderRoutes::handOver(const Call &call) {
    const auto order = pathId<OrderId>(call, "orderId");
    const auto request = order ? bodyOf<contract::RiderHandOverRequest>(call) : std::nullopt;
    if (!request || !isOneProof(call, request->code, request->photo))
        return;
    m_commands.run(call, [actor = call.actor, order = *order,
                          request = *request](const WriteModel &model) {
        const auto moved = request.code
                               ? model.dispatch.handOver(order, actor, request.expected,
                                                         *request.code, request.happenedAt)
                               : model.dispatch.handOverByPhoto(order, actor, request.expected,
                                                                *request.photo, request.happenedAt);
        if (!moved)
            return CommandAnswer::refusedButKept(moved.error());
        return CommandAnswer{200, model.views.documents(order).forRider, true, {}};
    });
}

} // namespace soban::api
