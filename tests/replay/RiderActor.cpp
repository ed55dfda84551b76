// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/RiderActor.h"

#include "client/Calls.h"
#include "replay/Waiting.h"

#include <algorithm>

namespace soban::replay {

using client::ApiError;
namespace calls = client::calls;

namespace {

/// How long a rider waits in vain before trying another place.
constexpr double kPatienceMinutes = 10;
/// Between two rings at a door whose customer does not know of the order yet.
constexpr std::chrono::milliseconds kRingAgain(100);

} // namespace

RiderActor::RiderActor(const Surroundings &surroundings, const contract::SignInRequest &login,
                       Shift shift, Streets &streets, quint32 seed)
    : m_party(surroundings, login, seed)
    , m_shift(std::move(shift))
    , m_streets(streets)
    , m_random(client::randomOf(seed))
    , m_ride(surroundings.clock, m_shift.start, m_shift.metersPerMinute) {
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &RiderActor::patrol);
    connect(&m_party, &Party::eventHeard, this, &RiderActor::hear);
    connect(&m_ride, &Ride::passed, this, &RiderActor::report);
    connect(&m_ride, &Ride::arrived, this, [this] {
        report(m_ride.position());
        if (m_there)
            std::exchange(m_there, {})();
    });
}

void RiderActor::begin() {
    QTimer::singleShot(m_party.clock().wallTimeUntil(m_shift.from), this, &RiderActor::goOnDuty);
}

void RiderActor::goOnDuty() {
    const contract::DutyRequest request{true, m_ride.position()};
    insist<contract::DutyView>(m_party.api(), calls::setDuty(request), this,
                               [this](const Result<contract::DutyView, ApiError> &duty) {
                                   if (!duty) {
                                       giveUp(QStringLiteral("duty"), duty.error());
                                       return;
                                   }
                                   QTimer::singleShot(m_party.clock().wallTimeUntil(m_shift.to),
                                                      this, &RiderActor::sendHome);
                                   becomeIdle();
                               });
}

void RiderActor::sendHome() {
    m_isShiftOver = true;
    if (m_stage == Stage::Idle)
        leaveIfMayBe();
}

void RiderActor::leaveIfMayBe() {
    if (!m_streets.mayLeave())
        return;
    m_stage = Stage::Off;
    m_ride.stop();
    m_patience.stop();
    insist<contract::DutyView>(m_party.api(), calls::setDuty({false, std::nullopt}), this,
                               [this](const Result<contract::DutyView, ApiError> &duty) {
                                   if (!duty)
                                       emit troubled(
                                           QStringLiteral("%1 cannot go off duty: %2")
                                               .arg(m_party.login(), describe(duty.error())));
                               });
}

void RiderActor::hear(const contract::EventEnvelope &event) {
    if (event.type == EventType::OfferShown) {
        if (const auto offer = dataOf<Offer>(event))
            m_offers.append(*offer);
        look();
    } else if (event.type == EventType::OfferWithdrawn && event.subject) {
        m_offers.removeIf([&](const Offer &offer) { return offer.order == *event.subject; });
    }
}

void RiderActor::becomeIdle() {
    m_stage = Stage::Idle;
    m_delivery.reset();
    if (m_isShiftOver)
        leaveIfMayBe();
    look();
    if (m_stage == Stage::Idle)
        m_patience.start(m_party.clock().wallTimeFor(Timeline::spanOf(kPatienceMinutes)));
}

void RiderActor::look() {
    if (m_stage == Stage::Idle && !m_offers.isEmpty())
        claim(*choose());
}

QList<Offer>::iterator RiderActor::choose() {
    if (m_shift.policy == ClaimPolicy::Tap)
        return m_offers.begin();
    const GeoPoint here = m_ride.position();
    return std::min_element(m_offers.begin(), m_offers.end(), [&](const Offer &a, const Offer &b) {
        return here.distanceMetersTo(a.shopPosition) < here.distanceMetersTo(b.shopPosition);
    });
}

contract::RiderStepRequest RiderActor::step(DeliveryState expected) const {
    return {expected, m_party.clock().now()};
}

void RiderActor::claim(const Offer &offer) {
    m_stage = Stage::Claiming;
    m_patience.stop();
    m_ride.stop();
    m_there = {};
    const OrderId order = offer.order;
    m_party.commands().submit<contract::DeliveryView>(
        calls::claimDelivery(order, step(DeliveryState::Open)), this,
        [this, order](const Answer &answer) { claimed(order, answer); });
}

void RiderActor::claimed(OrderId order, const Answer &answer) {
    m_offers.removeIf([order](const Offer &offer) { return offer.order == order; });
    if (!answer) {
        // Somebody else was faster, or it is gone: an everyday thing.
        ++m_lostRaces;
        if (answer.error().kind != ApiError::Kind::Refused || answer.error().status == 400)
            emit troubled(QStringLiteral("%1 cannot claim: %2")
                              .arg(m_party.login(), describe(answer.error())));
        becomeIdle();
        return;
    }
    m_stage = Stage::Delivering;
    m_delivery = *answer;
    rideTo(m_delivery->shopPosition, [this] { after(m_shift.pickUpMinutes, &RiderActor::pickUp); });
}

void RiderActor::rideTo(const GeoPoint &place, std::function<void()> there) {
    m_there = std::move(there);
    m_ride.rideTo(place);
}

void RiderActor::after(double minutes, void (RiderActor::*next)()) {
    QTimer::singleShot(m_party.clock().wallTimeFor(Timeline::spanOf(minutes)), Qt::PreciseTimer,
                       this, next);
}

void RiderActor::pickUp() {
    m_party.commands().submit<contract::DeliveryView>(
        calls::pickUpDelivery(m_delivery->orderId, step(DeliveryState::Claimed)), this,
        [this](const Answer &answer) {
            if (!answer) {
                giveUp(QStringLiteral("pick-up"), answer.error());
                return;
            }
            rideTo(m_delivery->address.position,
                   [this] { after(m_shift.dropOffMinutes, &RiderActor::ringAtDoor); });
        });
}

void RiderActor::ringAtDoor() {
    CustomerActor *customer = m_streets.customerOf(m_delivery->orderId);
    if (customer)
        customer->tellCode(this, [this](const QString &code) { handOver(code); });
    else
        QTimer::singleShot(kRingAgain, this, &RiderActor::ringAtDoor);
}

void RiderActor::handOver(const QString &code) {
    const contract::RiderHandOverRequest request{DeliveryState::PickedUp, code,
                                                 m_party.clock().now()};
    m_party.commands().submit<contract::DeliveryView>(
        calls::handOverDelivery(m_delivery->orderId, request), this,
        [this](const Answer &answer) { delivered(answer); });
}

void RiderActor::delivered(const Answer &answer) {
    if (!answer)
        giveUp(QStringLiteral("hand-over"), answer.error());
    else
        becomeIdle();
}

void RiderActor::patrol() {
    if (m_stage == Stage::Idle)
        rideTo(m_streets.busyPlace(m_random), [this] { becomeIdle(); });
}

void RiderActor::report(const GeoPoint &position) {
    // Not insisted on: the next one is more recent. Off duty it is refused, which is right.
    m_party.api().send<contract::DutyView>(calls::reportPosition({position}), this,
                                           [](const auto &) {});
}

void RiderActor::giveUp(const QString &what, const ApiError &error) {
    emit troubled(QStringLiteral("%1: %2 refused: %3").arg(m_party.login(), what, describe(error)));
    becomeIdle();
}

} // namespace soban::replay
