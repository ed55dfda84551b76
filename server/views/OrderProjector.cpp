// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/OrderProjector.h"

#include "contract/Codec.h"
#include "views/RenderedReview.h"

namespace soban::views {

namespace {

/// Nobody needs it any more once the goods are where they belong.
std::optional<QString> phoneWhileUnderWay(const Order &order, const OrderFacts &facts) {
    const bool isUnderWay =
        order.stage.order != OrderState::Delivered && !lifecycle::isOver(order.stage.order);
    return isUnderWay && !facts.customer.phone.isEmpty() ? std::optional(facts.customer.phone)
                                                         : std::nullopt;
}

std::optional<Instant> answerByOf(const Order &order) {
    constexpr OrderStates kWaiting{OrderState::PaymentPending, OrderState::Placed};
    return kWaiting.contains(order.stage.order) ? order.answerBy : std::nullopt;
}

QList<Action> customersActions(const Order &order) {
    QList<Action> actions = lifecycle::allowedActions(order.stage, Role::Customer);
    // What is not declined is not paid again.
    if (!order.answerBy)
        actions.removeOne(Action::PayAgain);
    // Nor is anything changed while a change is being paid for.
    if (order.pendingChange)
        actions.removeOne(Action::Change);
    return actions;
}

/// Where it goes is for the shop that brings it.
std::optional<BeforeChange> beforeChangeForShop(const Order &order) {
    auto before = order.beforeChange;
    if (before && order.stage.fulfilment != Fulfilment::OwnDelivery)
        before->address.reset();
    return before;
}

contract::OrderView customerView(const Order &order, const OrderFacts &facts) {
    const auto estimate = estimateArrival(order);
    return {order.id,
            order.version,
            order.number,
            order.shop,
            facts.shop.kind,
            facts.shop.name,
            facts.shop.picture,
            facts.shop.phone,
            facts.shop.position,
            facts.shop.timeZone,
            order.stage.order,
            order.stage.delivery,
            order.stage.fulfilment,
            order.lines,
            order.items,
            order.deliveryFee,
            order.total,
            order.paymentMethod,
            facts.paymentState,
            facts.payingCard,
            order.address,
            order.note,
            order.recipient,
            order.cardText,
            order.wantedAt,
            order.times,
            order.preparationMinutes,
            estimate ? std::optional(estimate->expected) : std::nullopt,
            estimate ? std::optional(estimate->latest) : std::nullopt,
            facts.completesAt,
            facts.riderName,
            order.handOverCode,
            order.proofPhoto,
            facts.review ? std::optional(rendered(*facts.review, facts.customer.name))
                         : std::nullopt,
            answerByOf(order),
            order.ending,
            order.pendingChange,
            order.settlement,
            customersActions(order)};
}

contract::TicketView shopView(const Order &order, const OrderFacts &facts) {
    const auto estimate = estimateArrival(order);
    const bool ownDelivery = order.stage.fulfilment == Fulfilment::OwnDelivery;
    return {order.id,
            order.version,
            order.number,
            order.stage.order,
            order.stage.delivery,
            order.stage.fulfilment,
            order.lines,
            order.total,
            order.paymentMethod,
            facts.paymentState,
            order.note,
            facts.customer.name,
            phoneWhileUnderWay(order, facts),
            ownDelivery ? std::optional(order.address) : std::nullopt,
            order.recipient,
            order.cardText,
            order.wantedAt,
            order.preparationMinutes,
            order.times,
            estimate ? std::optional(estimate->expected) : std::nullopt,
            estimate ? std::optional(estimate->latest) : std::nullopt,
            order.pickUpCode,
            facts.riderName,
            answerByOf(order),
            order.ending,
            beforeChangeForShop(order),
            order.stage.delivery == DeliveryState::Open ? order.riderSearch : std::nullopt,
            order.settlement,
            lifecycle::allowedActions(order.stage, Role::Shop)};
}

contract::DeliveryView riderView(const Order &order, const OrderFacts &facts) {
    const bool due = facts.paymentState == PaymentState::Due;
    return {order.id,
            order.version,
            order.number,
            order.stage.order,
            order.stage.delivery,
            facts.shop.name,
            facts.shop.picture,
            facts.shop.address,
            facts.shop.phone,
            facts.shop.position,
            order.address,
            facts.customer.name,
            phoneWhileUnderWay(order, facts),
            order.recipient,
            order.note,
            order.pickUpCode,
            facts.ridersPay,
            due ? std::optional(order.total) : std::nullopt,
            order.proofPhoto,
            order.times,
            order.ending,
            lifecycle::allowedActions(order.stage, Role::Rider)};
}

} // namespace

OrderProjector::OrderProjector(const OrderRepository &orders, OrderViewStore &store)
    : m_orders(orders), m_store(store) {}

void OrderProjector::announced(const DomainEvent &event) {
    if (event.order)
        m_touched.insert(*event.order);
    if (const auto *changed = std::get_if<ShopChanged>(&event.data))
        m_store.forgetShop(changed->shop);
}

OrderDocuments OrderProjector::render(const Order &order) const {
    const OrderFacts facts = m_store.factsOf(order);
    OrderDocuments documents{order.customer,
                             order.shop,
                             order.rider,
                             order.version,
                             contract::encode(customerView(order, facts)),
                             {},
                             {}};
    // A shop sees an order once it is paid for, a rider once the delivery is theirs.
    if (order.times.placed)
        documents.forShop = contract::encode(shopView(order, facts));
    if (order.rider)
        documents.forRider = contract::encode(riderView(order, facts));
    return documents;
}

OrderDocuments OrderProjector::documents(OrderId id) {
    const OrderDocuments documents = render(*m_orders.find(id));
    m_store.put(id, documents);
    m_touched.remove(id);
    return documents;
}

void OrderProjector::flush() {
    for (OrderId id : std::exchange(m_touched, {})) {
        if (const auto order = m_orders.find(id))
            m_store.put(id, render(*order));
    }
}

} // namespace soban::views
