// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ChangeDesk.h"

#include "client-customer/ChangeSheet.h"
#include "client/Calls.h"

namespace soban::customer {

ChangeDesk::ChangeDesk(const Services &services, Cart &cart, OrderBook &orders, QObject *parent)
    : QObject(parent), m_services(services), m_cart(cart), m_orders(orders) {}

void ChangeDesk::begin(OrderId id) {
    const contract::OrderView *order = m_orders.find(id);
    if (!order)
        return;
    if (m_cart.isLocked()) {
        emit cartWasLocked();
        return;
    }
    m_call = std::make_unique<QObject>();
    m_services.api.send(client::calls::shop(order->shopId), m_call.get(),
                        client::Callback<contract::ShopView>([this, id](const auto &answer) {
                            if (!answer) {
                                emit failed(answer.error());
                                return;
                            }
                            const contract::OrderView *now = m_orders.find(id);
                            if (!now || m_cart.isLocked())
                                return;
                            m_cart.beginChange(*now, *answer);
                            emit begun(answer->card, int(now->lines.size()));
                        }));
}

void ChangeDesk::leave() {
    const auto order = m_cart.changing();
    m_cart.endChange();
    if (order && !m_cart.changing())
        emit left(order->id);
}

void ChangeDesk::ask(QWidget *host) {
    if (!m_sheet)
        m_sheet = makeSheet(host);
    m_sheet->show();
}

ChangeSheet *ChangeDesk::makeSheet(QWidget *host) {
    auto *sheet = new ChangeSheet(m_services, m_cart, m_orders, host);
    // It tells of this customer; the window may yet see another one.
    connect(this, &QObject::destroyed, sheet, &QObject::deleteLater);
    connect(sheet, &ChangeSheet::addressWanted, this, &ChangeDesk::addressWanted);
    connect(sheet, &ChangeSheet::made, this, [this](const contract::OrderView &order) {
        m_orders.put(order);
        emit made(order);
    });
    connect(sheet, &ChangeSheet::tooLate, this, [this](OrderId order) {
        m_orders.fetch(order);
        emit tooLate(order);
    });
    return sheet;
}

bool ChangeDesk::isAsking() const {
    return m_sheet && m_sheet->isOpen();
}

void ChangeDesk::setPlace(const contract::SavedAddress &place) {
    m_sheet->setPlace(place);
}

} // namespace soban::customer
