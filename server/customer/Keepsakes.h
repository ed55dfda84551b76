// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "contract/Customer.h"
#include "contract/Messaging.h"
#include "contract/Problem.h"
#include "domain/Account.h"

namespace soban::customer {

/// What customers keep, in the write model, inside the open transaction.
class KeepsakeBook {
public:
    virtual ~KeepsakeBook() = default;
    virtual bool hasShop(ShopId shop) const = 0;
    virtual int favouriteCount(AccountId customer) const = 0;
    /// A shop that is a favourite already stays where it is in the list.
    virtual void putFavourite(AccountId customer, ShopId shop, Instant now) = 0;
    virtual void dropFavourite(AccountId customer, ShopId shop) = 0;
    virtual void putAddresses(AccountId customer,
                              const QList<contract::SavedAddress> &addresses) = 0;
    virtual void putMessagePreference(AccountId customer,
                                      const contract::MessagePreference &preference) = 0;
};

/// The shops that a customer likes, the places where the customer is, and how messages reach the
/// customer outside of the app.
class Keepsakes {
public:
    static constexpr int kMostFavourites = 200;

    Keepsakes(KeepsakeBook &book, const Clock &clock) : m_book(book), m_clock(clock) {}

    std::optional<contract::Problem> addFavourite(AccountId customer, ShopId shop);
    void removeFavourite(AccountId customer, ShopId shop);
    void saveAddresses(AccountId customer, const contract::AddressBook &addresses);
    void saveMessagePreference(AccountId customer, const contract::MessagePreference &preference);

private:
    KeepsakeBook &m_book;
    const Clock &m_clock;
};

} // namespace soban::customer
