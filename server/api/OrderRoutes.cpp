// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/OrderRoutes.h"

#include "contract/Catalogue.h"
#include "contract/Identity.h"
#include "views/RenderedReview.h"

namespace soban::api {

using contract::ErrorCode;
using contract::Problem;
using contract::RouteId;

namespace {

/// The order as its customer sees it; by card once there is the provider's word.
CommandAnswer oncePaid(const Order &order, const WriteModel &model) {
    if (order.paymentMethod == PaymentMethod::Card)
        return {201, {}, true, order.id};
    return {201, model.views.documents(order.id).forCustomer, true, {}};
}

} // namespace

OrderRoutes::OrderRoutes(CommandDesk &commands, ReadPool &readers,
                         const catalog::Catalogue &catalogue)
    : m_commands(commands), m_readers(readers), m_catalogue(catalogue) {}

RouteFunctions OrderRoutes::functions() {
    return {{RouteId::Quote, [this](const Call &call) { quote(call); }},
            {RouteId::PlaceOrder, [this](const Call &call) { place(call); }},
            {RouteId::ListOrders, [this](const Call &call) { list(call); }},
            {RouteId::ListPayments, [this](const Call &call) { payments(call); }},
            {RouteId::PayOrder, [this](const Call &call) { pay(call); }},
            {RouteId::ChangeOrder, [this](const Call &call) { change(call); }},
            {RouteId::ConfirmOrder, [this](const Call &call) { confirm(call); }},
            {RouteId::CancelOrder, [this](const Call &call) { cancel(call); }},
            {RouteId::WriteReview, [this](const Call &call) { writeReview(call); }},
            {RouteId::ListMessages, [this](const Call &call) { messages(call); }}};
}

void OrderRoutes::quote(const Call &call) {
    const auto request = bodyOf<contract::QuoteRequest>(call);
    if (!request)
        return;
    const auto entry = m_catalogue.find(request->shopId);
    if (!entry)
        return refuse(call, Problem::at(ErrorCode::NotFound, QStringLiteral("shopId")));
    const auto cart =
        ordering::priceRequest({entry->shop, entry->menu}, request->lines, request->fulfilment);
    if (!cart)
        return refuse(call, cart.error());
    const contract::QuoteView view{cart->lines, cart->items, cart->deliveryFee, cart->total};
    call.reply.send(jsonAnswer(200, contract::encode(view)));
}

void OrderRoutes::place(const Call &call) {
    auto request = bodyOf<contract::PlaceOrderRequest>(call);
    if (!request)
        return;
    m_commands.run(
        call, [customer = call.account(), request = *std::move(request)](const WriteModel &model) {
            const auto order = model.placement.place(customer, request);
            return order ? oncePaid(*order, model) : CommandAnswer::refused(order.error());
        });
}

void OrderRoutes::pay(const Call &call) {
    const auto order = pathId<OrderId>(call, "orderId");
    const auto request = order ? bodyOf<contract::PayRequest>(call) : std::nullopt;
    if (!request)
        return;
    m_commands.run(call, [actor = call.actor, order = *order, version = call.version,
                          request = *request](const WriteModel &model) {
        const auto moved = model.placement.payAgain(order, actor, version, request);
        return moved ? oncePaid(*moved, model) : CommandAnswer::refused(moved.error());
    });
}

void OrderRoutes::change(const Call &call) {
    const auto order = pathId<OrderId>(call, "orderId");
    auto request = order ? bodyOf<contract::ChangeRequest>(call) : std::nullopt;
    if (!request)
        return;
    m_commands.run(call, [actor = call.actor, order = *order, version = call.version,
                          request = *std::move(request)](const WriteModel &model) {
        const auto moved = model.placement.change(order, actor, version, request);
        if (!moved)
            return CommandAnswer::refused(moved.error());
        if (moved->pendingChange)
            return CommandAnswer{201, {}, true, order};
        return CommandAnswer{201, model.views.documents(order).forCustomer, true, {}};
    });
}

void OrderRoutes::list(const Call &call) {
    const auto limit = pageLimit(call);
    const auto cursor = limit ? pageCursor<OrderId>(call) : std::nullopt;
    if (!cursor)
        return;
    answerFromReader(
        m_readers, call,
        [customer = call.account(), below = *cursor, limit = *limit](const ReadModel &model) {
            const auto page = model.orders.ofCustomer(customer, below, limit);
            return jsonAnswer(200, encodePage(QLatin1StringView("orders"), page));
        });
}

void OrderRoutes::payments(const Call &call) {
    const auto order = pathId<OrderId>(call, "orderId");
    if (!order)
        return;
    answerFromReader(
        m_readers, call, [customer = call.account(), order = *order](const ReadModel &model) {
            const auto documents = model.orders.documents(order);
            if (!documents || documents->customer != customer)
                return problemAnswer(Problem::of(ErrorCode::NotFound));
            return jsonAnswer(
                200, contract::encode(contract::PaymentList{model.orders.payments(order)}));
        });
}

void OrderRoutes::confirm(const Call &call) {
    const auto order = pathId<OrderId>(call, "orderId");
    if (!order)
        return;
    m_commands.run(call, [actor = call.actor, order = *order,
                          version = call.version](const WriteModel &model) {
        const auto moved = model.placement.confirm(order, actor, version);
        if (!moved)
            return CommandAnswer::refused(moved.error());
        return CommandAnswer{200, model.views.documents(order).forCustomer, true, {}};
    });
}

void OrderRoutes::cancel(const Call &call) {
    const auto order = pathId<OrderId>(call, "orderId");
    auto request = order ? bodyOf<contract::EndRequest>(call) : std::nullopt;
    if (!request)
        return;
    m_commands.run(call, [actor = call.actor, order = *order, version = call.version,
                          request = *std::move(request)](const WriteModel &model) {
        const auto moved = model.placement.cancel(order, actor, version, request);
        if (!moved)
            return CommandAnswer::refused(moved.error());
        return CommandAnswer{200, model.views.documents(order).forCustomer, true, {}};
    });
}

void OrderRoutes::writeReview(const Call &call) {
    const auto order = pathId<OrderId>(call, "orderId");
    auto request = order ? bodyOf<contract::WriteReviewRequest>(call) : std::nullopt;
    if (!request)
        return;
    m_commands.run(call, [actor = call.actor, order = *order,
                          request = *std::move(request)](const WriteModel &model) {
        const auto review =
            model.reviews.write(order, actor, request.stars, request.words, request.photo);
        if (!review)
            return CommandAnswer::refused(review.error());
        return CommandAnswer{
            201,
            contract::encode(views::rendered(*review, model.people.nameOf(review->customer))),
            true,
            {}};
    });
}

void OrderRoutes::messages(const Call &call) {
    const auto limit = pageLimit(call);
    const auto cursor = limit ? pageCursor<MessageId>(call) : std::nullopt;
    if (!cursor)
        return;
    answerFromReader(
        m_readers, call,
        [account = call.account(), below = *cursor, limit = *limit](const ReadModel &model) {
            return jsonAnswer(200, contract::encode(model.people.messages(account, below, limit)));
        });
}

} // namespace soban::api
