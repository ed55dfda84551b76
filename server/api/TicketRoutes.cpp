// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/TicketRoutes.h"

#include "contract/Identity.h"
#include "views/RenderedReview.h"

namespace soban::api {

using contract::ErrorCode;
using contract::Problem;
using contract::RouteId;
using kitchen::Kitchen;

TicketRoutes::TicketRoutes(CommandDesk &commands, ReadPool &readers)
    : m_commands(commands), m_readers(readers) {}

RouteFunctions TicketRoutes::functions() {
    return {{RouteId::ListTickets, [this](const Call &call) { list(call); }},
            {RouteId::AcceptTicket, [this](const Call &call) { accept(call); }},
            {RouteId::RefuseTicket, ending(&Kitchen::refuse)},
            {RouteId::ExtendTicket, [this](const Call &call) { extend(call); }},
            {RouteId::CancelTicket, ending(&Kitchen::cancel)},
            {RouteId::ReturnTicket, ending(&Kitchen::bringBack)},
            {RouteId::StartTicket, plain(&Kitchen::start)},
            {RouteId::FinishTicket, plain(&Kitchen::finish)},
            {RouteId::TakeOverTicket, plain(&Kitchen::takeOver)},
            {RouteId::PickUpTicket, plain(&Kitchen::pickUp)},
            {RouteId::HandOverTicket, [this](const Call &call) { handOver(call); }},
            {RouteId::CollectTicket, [this](const Call &call) { collect(call); }},
            {RouteId::AnswerReview, [this](const Call &call) { answerReview(call); }}};
}

void TicketRoutes::list(const Call &call) {
    const auto limit = pageLimit(call);
    const auto cursor = limit ? pageCursor<OrderId>(call) : std::nullopt;
    if (!cursor)
        return;
    answerFromReader(
        m_readers, call,
        [shop = *call.actor.shop, below = *cursor, limit = *limit](const ReadModel &model) {
            const auto page = model.orders.ofShop(shop, below, limit);
            return jsonAnswer(200, encodePage(QLatin1StringView("tickets"), page));
        });
}

void TicketRoutes::take(const Call &call, Step step) {
    const auto order = pathId<OrderId>(call, "orderId");
    if (!order)
        return;
    m_commands.run(call, [actor = call.actor, order = *order, version = call.version,
                          step = std::move(step)](const WriteModel &model) {
        const auto moved = step(model.kitchen, order, actor, version);
        if (!moved) {
            const bool isCounted = moved.error().code == ErrorCode::WrongCode;
            return isCounted ? CommandAnswer::refusedButKept(moved.error())
                             : CommandAnswer::refused(moved.error());
        }
        return CommandAnswer{200, model.views.documents(order).forShop, true, {}};
    });
}

void TicketRoutes::accept(const Call &call) {
    const auto request = bodyOf<contract::AcceptRequest>(call);
    if (!request)
        return;
    take(call, [minutes = request->preparationMinutes](Kitchen &kitchen, OrderId order,
                                                       const Actor &shop, int version) {
        return kitchen.accept(order, shop, version, minutes);
    });
}

void TicketRoutes::extend(const Call &call) {
    const auto request = bodyOf<contract::ExtendRequest>(call);
    if (!request)
        return;
    take(call, [minutes = request->minutes](Kitchen &kitchen, OrderId order, const Actor &shop,
                                            int version) {
        return kitchen.extend(order, shop, version, minutes);
    });
}

RouteFunction TicketRoutes::ending(Ending step) {
    return [this, step](const Call &call) {
        const auto request = bodyOf<contract::EndRequest>(call);
        if (!request)
            return;
        take(call, [step, request = *request](Kitchen &kitchen, OrderId order, const Actor &shop,
                                              int version) {
            return (kitchen.*step)(order, shop, version, request);
        });
    };
}

RouteFunction TicketRoutes::plain(Kitchen::Outcome (Kitchen::*step)(OrderId, const Actor &, int)) {
    return [this, step](const Call &call) {
        take(call, [step](Kitchen &kitchen, OrderId order, const Actor &shop, int version) {
            return (kitchen.*step)(order, shop, version);
        });
    };
}

void TicketRoutes::handOver(const Call &call) {
    const auto request = bodyOf<contract::HandOverRequest>(call);
    if (!request || !isOneProof(call, request->code, request->photo))
        return;
    take(call,
         [request = *request](Kitchen &kitchen, OrderId order, const Actor &shop, int version) {
             return request.code ? kitchen.handOver(order, shop, version, *request.code)
                                 : kitchen.handOverByPhoto(order, shop, version, *request.photo);
         });
}

void TicketRoutes::collect(const Call &call) {
    const auto request = bodyOf<contract::CollectRequest>(call);
    if (!request)
        return;
    take(call,
         [code = request->code](Kitchen &kitchen, OrderId order, const Actor &shop, int version) {
             return kitchen.collect(order, shop, version, code);
         });
}

void TicketRoutes::answerReview(const Call &call) {
    const auto order = pathId<OrderId>(call, "orderId");
    auto request = order ? bodyOf<contract::AnswerReviewRequest>(call) : std::nullopt;
    if (!request)
        return;
    m_commands.run(call, [actor = call.actor, order = *order,
                          words = request->words](const WriteModel &model) {
        const auto review = model.reviews.answer(order, actor, words);
        if (!review)
            return CommandAnswer::refused(review.error());
        return CommandAnswer{
            200,
            contract::encode(views::rendered(*review, model.people.nameOf(review->customer))),
            true,
            {}};
    });
}

} // namespace soban::api
