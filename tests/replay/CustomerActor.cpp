// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/CustomerActor.h"

#include "client/Calls.h"
#include "replay/Cart.h"
#include "replay/Waiting.h"

namespace soban::replay {

using client::ApiError;
namespace calls = client::calls;

CustomerActor::CustomerActor(const Surroundings &surroundings, const contract::SignInRequest &login,
                             Errand errand, quint32 seed)
    : m_party(surroundings, login, seed)
    , m_errand(std::move(errand))
    , m_random(client::randomOf(seed)) {
    connect(&m_party, &Party::eventHeard, this, &CustomerActor::hear);
}

void CustomerActor::placeOrder() {
    readMenu();
}

void CustomerActor::readMenu() {
    insist<contract::ShopView>(m_party.api(), calls::shop(m_errand.shop()), this,
                               [this](const Result<contract::ShopView, ApiError> &shop) {
                                   if (shop)
                                       askPrice(chooseCart(*shop, m_random));
                                   else
                                       fail(QStringLiteral("menu: ") + describe(shop.error()));
                               });
}

void CustomerActor::askPrice(const QList<LineChoice> &cart) {
    const contract::QuoteRequest request{m_errand.shop(), Fulfilment::PlatformRider, cart};
    insist<contract::QuoteView>(m_party.api(), calls::quote(request), this,
                                [this, cart](const Result<contract::QuoteView, ApiError> &quote) {
                                    if (quote)
                                        order(cart, quote->total);
                                    else
                                        fail(QStringLiteral("price: ") + describe(quote.error()));
                                });
}

void CustomerActor::order(const QList<LineChoice> &cart, const Money &total) {
    const contract::PlaceOrderRequest request{m_errand.shop(),
                                              Fulfilment::PlatformRider,
                                              cart,
                                              total.minor(),
                                              m_errand.payment,
                                              {},
                                              m_errand.address,
                                              m_errand.orderName,
                                              {},
                                              {},
                                              {}};
    m_party.commands().submit<contract::OrderView>(
        calls::placeOrder(request), this,
        [this](const Result<contract::OrderView, ApiError> &answer) { answered(answer); });
}

void CustomerActor::answered(const Result<contract::OrderView, ApiError> &answer) {
    if (!answer) {
        fail(QStringLiteral("order: ") + describe(answer.error()));
        return;
    }
    becomeKnown(answer->id);
    emit orderPlaced();
}

void CustomerActor::becomeKnown(OrderId order) {
    if (m_order)
        return;
    m_order = order;
    emit orderBecameKnown(order);
}

void CustomerActor::hear(const contract::EventEnvelope &event) {
    if (event.subject)
        becomeKnown(*event.subject);
    if (event.subject != m_order)
        return;
    if (const auto moved = dataOf<OrderMoved>(event))
        follow(*moved);
}

void CustomerActor::follow(const OrderMoved &moved) {
    m_versions.append(moved.version);
    m_state = moved.state;
    if (moved.state == OrderState::Delivered)
        confirm(moved.version);
    else if (lifecycle::isOver(moved.state))
        end(moved.state == OrderState::Completed);
}

void CustomerActor::confirm(int version) {
    m_party.commands().submit<contract::OrderView>(
        calls::confirmOrder(*m_order, version), this,
        [this](const Result<contract::OrderView, ApiError> &answer) {
            if (answer)
                return;
            // The server may have completed the order by itself meanwhile.
            const auto &problem = answer.error().problem;
            if (!problem || !problem->present || problem->present->state != OrderState::Completed)
                emit troubled(QStringLiteral("%1 cannot be confirmed: %2")
                                  .arg(m_errand.orderName, describe(answer.error())));
        });
}

void CustomerActor::tellCode(QObject *context, const Code &tell) {
    insist<contract::OrderView>(m_party.api(), calls::order(*m_order), context,
                                [this, tell](const Result<contract::OrderView, ApiError> &view) {
                                    if (view)
                                        tell(view->handOverCode);
                                    else
                                        emit troubled(
                                            QStringLiteral("%1 has no code: %2")
                                                .arg(m_errand.orderName, describe(view.error())));
                                });
}

void CustomerActor::end(bool isCompleted) {
    if (std::exchange(m_isOver, true))
        return;
    emit orderEnded(isCompleted);
}

void CustomerActor::fail(const QString &what) {
    emit troubled(QStringLiteral("%1: %2").arg(m_errand.orderName, what));
    end(false);
}

} // namespace soban::replay
