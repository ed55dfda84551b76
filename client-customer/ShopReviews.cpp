// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ShopReviews.h"

#include "client/Calls.h"

namespace soban::customer {

ShopReviews::ShopReviews(client::ApiClient &api, client::EventStream &events, QObject *parent)
    : QObject(parent), m_api(api) {
    connect(&events, &client::EventStream::eventReceived, this,
            [this](const contract::EventEnvelope &event) {
                if (m_shop && (event.type == EventType::ReviewWritten ||
                               event.type == EventType::ReviewAnswered))
                    fetch({});
            });
}

void ShopReviews::load(ShopId shop) {
    if (m_shop != shop) {
        m_reviews.clear();
        m_next.reset();
        m_isLoaded = false;
    }
    m_shop = shop;
    fetch({});
}

void ShopReviews::loadMore() {
    if (m_next)
        fetch(m_next);
}

void ShopReviews::fetch(const std::optional<QString> &cursor) {
    m_call = std::make_unique<QObject>();
    client::Page page;
    page.cursor = cursor;
    m_api.send(client::calls::reviews(*m_shop, page), m_call.get(),
               client::Callback<contract::ReviewList>([this, cursor](const auto &answer) {
                   if (!answer) {
                       emit failed(answer.error());
                       return;
                   }
                   if (!cursor)
                       m_reviews.clear();
                   m_reviews += answer->reviews;
                   m_next = answer->nextCursor;
                   m_isLoaded = true;
                   emit changed();
               }));
}

} // namespace soban::customer
