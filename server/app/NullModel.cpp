// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/NullModel.h"

#include "contract/Events.h"

namespace soban::app {

std::optional<Order> NullOrders::find(OrderId id) const {
    return m_order && m_order->id == id ? m_order : std::nullopt;
}

bool NullOrders::update(const Order &order) {
    if (!find(order.id))
        return false;
    m_order = order;
    return true;
}

views::OrderFacts NullViews::factsOf(const Order &order) const {
    const Shop &shop = m_catalogue.find(order.shop)->shop;
    return {{shop.kind, shop.name, shop.picture, shop.addressText, shop.phone, shop.position,
             QString::fromLatin1(shop.hours.timeZone().id())},
            {QStringLiteral("Customer"), QStringLiteral("010-0000-0000")},
            {},
            PaymentState::Due,
            {},
            {},
            Money::zero(order.total.currency()),
            {}};
}

void NullSink::announce(const DomainEvent &event) {
    (void)contract::encodeEventData(event.data);
    for (EventListener *listener : std::as_const(m_listeners))
        listener->announced(event);
}

NullModel::NullModel(const api::WriteModel &real, const catalog::Catalogue &catalogue,
                     IdSource &ids, const Clock &clock)
    : m_real(real)
    , m_viewStore(catalogue)
    , m_lifecycle(m_orders, m_people, m_events, clock)
    , m_shelf(catalogue, m_stock, clock)
    , m_placement(
          m_lifecycle, m_orders, m_shelf, m_wallet, [] { return true; }, ids, clock)
    , m_payments(m_paymentBook, m_refundBook, m_lifecycle, m_events, ids, clock)
    , m_views(m_orders, m_viewStore) {
    m_lifecycle.addListener(m_payments);
    m_events.addListener(m_views);
}

api::WriteModel NullModel::model() {
    return {m_placement,      m_real.arbitration, m_real.kitchen, m_real.dispatch,
            m_real.reviews,   m_real.office,      m_orders,       m_real.pictures,
            m_real.keepsakes, m_people,           m_real.cards,   m_views,
            m_answers,        m_real.outbox};
}

} // namespace soban::app
