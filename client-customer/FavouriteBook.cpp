// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/FavouriteBook.h"

#include "client/Calls.h"

namespace soban::customer {

FavouriteBook::FavouriteBook(client::ApiClient &api, QObject *parent)
    : QObject(parent), m_api(api) {}

void FavouriteBook::load(const GeoPoint &near) {
    m_call = std::make_unique<QObject>();
    m_api.send(client::calls::favourites(near), m_call.get(),
               client::Callback<contract::ShopList>([this](const auto &answer) {
                   if (!answer)
                       return; // stars are missing until the next time
                   m_shops.clear();
                   for (const contract::ShopCard &shop : answer->shops)
                       m_shops.insert(shop.id);
                   emit changed();
               }));
}

void FavouriteBook::flip(ShopId shop) {
    if (!m_shops.remove(shop))
        m_shops.insert(shop);
    emit changed();
}

void FavouriteBook::toggle(ShopId shop) {
    const bool isAdded = !contains(shop);
    flip(shop);
    m_api.send(isAdded ? client::calls::addFavourite(shop) : client::calls::removeFavourite(shop),
               this, client::Callback<contract::Nothing>([this, shop](const auto &answer) {
                   if (answer)
                       return;
                   flip(shop);
                   emit failed(answer.error());
               }));
}

} // namespace soban::customer
