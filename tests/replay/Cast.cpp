// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Cast.h"

#include "replay/TownWriter.h"

#include <algorithm>

namespace soban::replay {

namespace {

/// Different people get unrelated random numbers, and the same ones each time.
quint32 seedOf(quint32 seed, int kind, int index) {
    return seed * 1'000'003u + quint32(kind) * 100'000u + quint32(index);
}

} // namespace

Cast::Cast(const Instance &instance, const Geography &geography, const Timeline &timeline,
           const Surroundings &surroundings, const Rules &rules)
    : m_instance(instance)
    , m_geography(geography)
    , m_timeline(timeline)
    , m_surroundings(surroundings) {
    for (const PlacedOrder &order : instance.orders) {
        m_readyMinutes.insert(order.name, order.readyMinute);
        m_busyPlaces.append(order.restaurant);
    }
    for (const Courier &courier : instance.couriers)
        m_lastShiftStart = std::max(m_lastShiftStart, courier.onMinute);
    for (int i = 0; i < instance.restaurants.size(); ++i)
        addShop(i);
    for (int i = 0; i < instance.couriers.size(); ++i)
        addRider(i, rules);
    for (int i = 0; i < instance.orders.size(); ++i)
        addCustomer(i, rules);
}

Cast::~Cast() = default;

void Cast::addShop(int index) {
    const auto readyAt = [this](const QString &note) {
        return m_timeline.at(m_readyMinutes.value(note));
    };
    m_shops.push_back(std::make_unique<ShopActor>(
        m_surroundings, contract::SignInRequest{shopLogin(index), townPassword()}, readyAt,
        seedOf(1, 1, index)));
    ShopActor &shop = *m_shops.back();
    connect(&shop, &ShopActor::troubled, this, &Cast::note);
    countEvents(shop.party());
}

void Cast::addRider(int index, const Rules &rules) {
    const Courier &courier = m_instance.couriers[index];
    const Shift shift{m_geography.at(courier.spot),
                      m_timeline.at(courier.onMinute),
                      m_timeline.at(courier.offMinute),
                      m_instance.metersPerMinute,
                      m_instance.pickUpMinutes,
                      m_instance.dropOffMinutes,
                      rules.policy};
    m_riders.push_back(std::make_unique<RiderActor>(
        m_surroundings, contract::SignInRequest{riderLogin(index), townPassword()}, shift,
        static_cast<Streets &>(*this), seedOf(rules.seed, 2, index)));
    RiderActor &rider = *m_riders.back();
    connect(&rider, &RiderActor::troubled, this, &Cast::note);
    countEvents(rider.party());
}

void Cast::addCustomer(int index, const Rules &rules) {
    const PlacedOrder &order = m_instance.orders[index];
    const quint32 seed = seedOf(rules.seed, 3, index);
    client::Random random = client::randomOf(seed + 1);
    const bool paysAtDoor = random() % 5 == 0;
    const Address address{QString::fromUtf8("주소 ") + order.name, m_geography.at(order.spot)};
    const Errand errand{
        order.name, [this, shop = std::size_t(order.restaurant)] { return m_shops[shop]->shop(); },
        address, paysAtDoor ? PaymentMethod::OnDelivery : PaymentMethod::Card};
    m_customers.push_back(std::make_unique<CustomerActor>(
        m_surroundings, contract::SignInRequest{customerLogin(index), townPassword()}, errand,
        seed));
    CustomerActor *customer = m_customers.back().get();
    connect(customer, &CustomerActor::orderBecameKnown, this,
            [this, customer](OrderId id) { m_doors.insert(id, customer); });
    connect(customer, &CustomerActor::orderPlaced, this, [this] { ++m_placed; });
    connect(customer, &CustomerActor::orderEnded, this, &Cast::orderEnded);
    connect(customer, &CustomerActor::troubled, this, &Cast::note);
    countEvents(customer->party());
}

void Cast::countEvents(Party &party) {
    connect(&party, &Party::eventHeard, this, [this] { ++m_events; });
}

void Cast::orderEnded(bool isCompleted) {
    ++m_ended;
    if (isCompleted)
        ++m_completed;
    if (m_ended == int(m_customers.size()))
        emit allOrdersEnded();
}

QList<Party *> Cast::parties() const {
    QList<Party *> parties;
    for (const auto &shop : m_shops)
        parties.append(&shop->party());
    for (const auto &rider : m_riders)
        parties.append(&rider->party());
    for (const auto &customer : m_customers)
        parties.append(&customer->party());
    return parties;
}

qint64 Cast::eventsPolled() const {
    qint64 polled = 0;
    for (const Party *party : parties()) {
        polled += std::count_if(party->heard().cbegin(), party->heard().cend(),
                                [](const Party::Heard &event) { return !event.isPushed; });
    }
    return polled;
}

QList<int> Cast::placesWithOpenOrders() const {
    QList<int> places;
    for (int i = 0; i < m_instance.orders.size(); ++i) {
        if (!m_customers[std::size_t(i)]->isOver())
            places.append(m_instance.orders[i].restaurant);
    }
    return places;
}

GeoPoint Cast::busyPlace(client::Random &random) {
    // Chance may keep the last riders from a shop far out for days; somebody would call them.
    const QList<int> open = m_isOvertime ? placesWithOpenOrders() : QList<int>();
    const QList<int> &places = open.isEmpty() ? m_busyPlaces : open;
    const int restaurant = places[qsizetype(random() % quint32(places.size()))];
    return m_geography.at(m_instance.restaurants[restaurant].spot);
}

bool Cast::mayLeave() {
    const auto open = qsizetype(m_customers.size()) - qsizetype(m_ended);
    const auto onDuty = std::count_if(m_riders.cbegin(), m_riders.cend(),
                                      [](const auto &rider) { return rider->isOnDuty(); });
    // Once nobody comes to relieve them, riders stay as long as the others are too few.
    const bool isRelieved =
        m_timeline.minuteOf(m_surroundings.clock.now()) < m_lastShiftStart || open < onDuty;
    if (!isRelieved && !std::exchange(m_isOvertime, true))
        emit overtimeBegan(int(onDuty), int(open));
    return isRelieved;
}

} // namespace soban::replay
