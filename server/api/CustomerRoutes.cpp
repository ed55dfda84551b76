// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/CustomerRoutes.h"

#include "api/ShopCards.h"
#include "contract/Customer.h"

namespace soban::api {

using contract::ErrorCode;
using contract::Problem;
using contract::RouteId;

namespace {

/// The position is the customer's business while the rider is on the way for this order, and not
/// before or after.
http::Answer positionAnswer(const std::optional<RiderWhereabouts> &rider, AccountId customer) {
    if (!rider || rider->customer != customer)
        return problemAnswer(Problem::of(ErrorCode::NotFound));
    const DeliveryState delivery = rider->present.deliveryState;
    const bool isOnTheWay =
        delivery == DeliveryState::Claimed || delivery == DeliveryState::PickedUp;
    if (isOnTheWay && rider->position)
        return jsonAnswer(200, contract::encode(*rider->position));
    Problem problem = Problem::of(ErrorCode::NotAllowedNow);
    problem.present = rider->present;
    return problemAnswer(problem);
}

} // namespace

CustomerRoutes::CustomerRoutes(CommandDesk &commands, ReadPool &readers,
                               const catalog::Catalogue &catalogue, const Clock &clock)
    : m_commands(commands), m_readers(readers), m_catalogue(catalogue), m_clock(clock) {}

RouteFunctions CustomerRoutes::functions() {
    return {{RouteId::ListFavourites, [this](const Call &call) { favourites(call); }},
            {RouteId::AddFavourite, [this](const Call &call) { addFavourite(call); }},
            {RouteId::RemoveFavourite, [this](const Call &call) { removeFavourite(call); }},
            {RouteId::GetAddresses, [this](const Call &call) { addresses(call); }},
            {RouteId::SaveAddresses, [this](const Call &call) { saveAddresses(call); }},
            {RouteId::GetRiderPosition, [this](const Call &call) { riderPosition(call); }}};
}

void CustomerRoutes::favourites(const Call &call) {
    const auto near = nearOf(call);
    if (!near)
        return;
    answerFromReader(m_readers, call,
                     [this, customer = call.account(), near = *near,
                      now = m_clock.now()](const ReadModel &model) {
                         contract::ShopList list;
                         for (ShopId id : model.people.favourites(customer)) {
                             if (const auto entry = m_catalogue.find(id)) {
                                 const double distance =
                                     entry->shop.position.distanceMetersTo(near);
                                 list.shops.append(cardOf(entry->shop, distance, now));
                             }
                         }
                         return jsonAnswer(200, contract::encode(list));
                     });
}

void CustomerRoutes::addFavourite(const Call &call) {
    const auto shop = pathId<ShopId>(call, "shopId");
    if (!shop)
        return;
    m_commands.runUnkeyed(call, [customer = call.account(), shop = *shop](const WriteModel &model) {
        const auto problem = model.keepsakes.addFavourite(customer, shop);
        return problem ? CommandAnswer::refused(*problem) : CommandAnswer{204, {}, true, {}};
    });
}

void CustomerRoutes::removeFavourite(const Call &call) {
    const auto shop = pathId<ShopId>(call, "shopId");
    if (!shop)
        return;
    m_commands.runUnkeyed(call, [customer = call.account(), shop = *shop](const WriteModel &model) {
        model.keepsakes.removeFavourite(customer, shop);
        return CommandAnswer{204, {}, true, {}};
    });
}

void CustomerRoutes::addresses(const Call &call) {
    answerFromReader(m_readers, call, [customer = call.account()](const ReadModel &model) {
        return jsonAnswer(200, contract::encode(model.people.addresses(customer)));
    });
}

void CustomerRoutes::saveAddresses(const Call &call) {
    const auto book = bodyOf<contract::AddressBook>(call);
    if (!book)
        return;
    m_commands.runUnkeyed(call, [customer = call.account(), book = *book](const WriteModel &model) {
        model.keepsakes.saveAddresses(customer, book);
        return CommandAnswer{200, contract::encode(book), true, {}};
    });
}

void CustomerRoutes::riderPosition(const Call &call) {
    const auto order = pathId<OrderId>(call, "orderId");
    if (!order)
        return;
    answerFromReader(m_readers, call,
                     [customer = call.account(), order = *order](const ReadModel &model) {
                         return positionAnswer(model.people.riderOf(order), customer);
                     });
}

} // namespace soban::api
