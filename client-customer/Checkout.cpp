// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/Checkout.h"

#include "client/Calls.h"

namespace soban::customer {

Checkout::Checkout(const Services &services, Cart &cart, QObject *parent)
    : QObject(parent), m_services(services), m_cart(cart) {
    connect(&m_services.commands, &client::CommandQueue::commandWaiting, this,
            [this](const QString &key, contract::RouteId, const client::ApiError &error) {
                if (key == m_key)
                    emit waiting(error);
            });
}

void Checkout::place(const Destination &destination, PaymentMethod method,
                     std::optional<CardId> card, const Money &total) {
    if (isUnderWay() || !m_cart.shop())
        return;
    contract::PlaceOrderRequest request{
        .shopId = m_cart.shop()->card.id,
        .fulfilment = m_cart.fulfilment(),
        .lines = m_cart.lines(),
        .expectedTotalMinor = total.minor(),
        .paymentMethod = method,
        .cardId = method == PaymentMethod::Card ? card : std::nullopt,
        .address = destination.address,
        .note = m_cart.note().isEmpty() ? std::nullopt : std::optional(m_cart.note()),
        .recipient = destination.recipient,
        .cardText =
            destination.cardText.isEmpty() ? std::nullopt : std::optional(destination.cardText),
        .wantedAt = destination.wantedAt};
    // The key must be known before the answer, which may come at once.
    m_key = QStringLiteral("pending");
    m_key = m_services.commands.submit(
        client::calls::placeOrder(request), this,
        client::Callback<contract::OrderView>([this](const auto &answer) { settle(answer); }));
    if (isUnderWay()) {
        m_cart.setLocked(true);
        emit started();
    }
}

void Checkout::settle(const Result<contract::OrderView, client::ApiError> &answer) {
    m_key.clear();
    m_cart.setLocked(false);
    if (answer) {
        m_cart.clear();
        emit placed(*answer);
        return;
    }
    const client::ApiError &error = answer.error();
    const auto present = error.problem ? error.problem->present : std::nullopt;
    if (present && present->state == OrderState::PaymentPending) {
        m_cart.clear();
        emit declined(*present);
        return;
    }
    if (error.is(contract::ErrorCode::PriceChanged) && error.problem->quote)
        emit priceChanged(*error.problem->quote);
    else
        emit refused(error);
}

} // namespace soban::customer
