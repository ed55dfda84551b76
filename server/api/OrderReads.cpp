// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/OrderReads.h"

namespace soban::api {

using contract::ErrorCode;
using contract::Problem;
using contract::RouteId;

namespace {

http::Answer noSuchOrder() {
    return problemAnswer(Problem::of(ErrorCode::NotFound));
}

http::Answer answerTo(const OrderAnswers &answers, const Actor &viewer,
                      const http::Request &request) {
    const TaggedAnswer *answer = answers.forViewer(viewer);
    return answer ? answer->to(request) : noSuchOrder();
}

} // namespace

RouteFunctions OrderReads::functions() {
    const auto read = [this](const Call &call) { get(call); };
    return {{RouteId::GetOrder, read}, {RouteId::GetTicket, read}, {RouteId::GetDelivery, read}};
}

void OrderReads::get(const Call &call) {
    const auto order = pathId<OrderId>(call, "orderId");
    if (!order)
        return;
    if (const auto kept = m_cache.find(*order)) {
        call.reply.send(answerTo(*kept, call.actor, call.request));
        return;
    }
    answerFromReader(m_readers, call,
                     [this, order = *order, mark = m_cache.mark(*order), viewer = call.actor,
                      request = call.request](const ReadModel &model) {
                         const auto documents = model.orders.documents(order);
                         if (!documents)
                             return noSuchOrder();
                         const auto answers = std::make_shared<const OrderAnswers>(*documents);
                         m_cache.keep(order, answers, mark);
                         return answerTo(*answers, viewer, request);
                     });
}

} // namespace soban::api
