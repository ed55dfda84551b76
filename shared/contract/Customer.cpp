// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Customer.h"

#include "contract/DomainWire.h"

namespace soban::contract {

template <>
struct Described<SavedAddress> {
    static constexpr const char *name = "SavedAddress";
    static constexpr auto fields = std::tuple{field("label", &SavedAddress::label, {0, 40}),
                                              field("address", &SavedAddress::address)};
};

template <>
struct Described<AddressBook> {
    static constexpr const char *name = "AddressBook";
    static constexpr auto fields = std::tuple{field("addresses", &AddressBook::addresses, {0, 20})};
};

template <>
struct Described<RiderPositionView> {
    static constexpr const char *name = "RiderPosition";
    static constexpr auto fields = std::tuple{field("position", &RiderPositionView::position),
                                              field("reportedAt", &RiderPositionView::reportedAt)};
};

} // namespace soban::contract

SOBAN_INSTANTIATE_CODEC(soban::contract::AddressBook);
SOBAN_INSTANTIATE_CODEC(soban::contract::RiderPositionView);
