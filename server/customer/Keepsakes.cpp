// SPDX-License-Identifier: GPL-3.0-or-later
#include "customer/Keepsakes.h"

namespace soban::customer {

using contract::ErrorCode;
using contract::Problem;

std::optional<Problem> Keepsakes::addFavourite(AccountId customer, ShopId shop) {
    if (!m_book.hasShop(shop))
        return Problem::of(ErrorCode::NotFound);
    if (m_book.favouriteCount(customer) >= kMostFavourites)
        return Problem::of(ErrorCode::NotAllowedNow);
    m_book.putFavourite(customer, shop, m_clock.now());
    return {};
}

void Keepsakes::removeFavourite(AccountId customer, ShopId shop) {
    m_book.dropFavourite(customer, shop);
}

void Keepsakes::saveAddresses(AccountId customer, const contract::AddressBook &book) {
    m_book.putAddresses(customer, book.addresses);
}

void Keepsakes::saveMessagePreference(AccountId customer,
                                      const contract::MessagePreference &preference) {
    m_book.putMessagePreference(customer, preference);
}

} // namespace soban::customer
