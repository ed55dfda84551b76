// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/Dispatch.h"

#include "lifecycle/ProofPhoto.h"

#include <cmath>

namespace soban::delivery {

using contract::ErrorCode;
using contract::Problem;

namespace {

/// About 100 m: enough for a rider to judge the way, too little to find the door.
GeoPoint coarse(const GeoPoint &place) {
    const auto round = [](double degrees) { return std::round(degrees * 1000) / 1000; };
    return *GeoPoint::of(round(place.latitude()), round(place.longitude()));
}

} // namespace

Dispatch::Dispatch(DeliveryBook &book, const ShopPlaces &shops, OrderLifecycle &lifecycle,
                   CodeGuard &codes, const PictureNames &pictures, EventSink &events,
                   const Clock &clock, const DispatchRules &rules)
    : m_book(book)
    , m_shops(shops)
    , m_lifecycle(lifecycle)
    , m_codes(codes)
    , m_pictures(pictures)
    , m_events(events)
    , m_clock(clock)
    , m_rules(rules) {}

void Dispatch::stepped(const OrderStep &step) {
    const Effects effects = step.transition.effects;
    if (effects.contains(Effect::OpenDelivery))
        open(step.order);
    if (step.transition.action == Action::WidenOffer)
        askFarther(step.order);
    if (!effects.contains(Effect::WithdrawOffer))
        return;
    m_book.close(step.order.id);
    if (step.transition.action == Action::Claim)
        withdraw(step.order.id, WithdrawReason::Claimed, step.actor.account);
    else if (step.transition.action == Action::TakeOver)
        withdraw(step.order.id, WithdrawReason::TakenOver, {});
    else
        withdraw(step.order.id, WithdrawReason::Cancelled, {});
}

Money Dispatch::payFor(int wayMeters, Currency currency) const {
    const qint64 pay = m_rules.basePayMinor + m_rules.payPerKilometerMinor * wayMeters / 1000;
    return Money::of(pay, currency).value_or(Money::zero(currency));
}

void Dispatch::open(const Order &order) {
    const auto place = m_shops.placeOf(order.shop);
    const GeoPoint area = coarse(order.address.position);
    const int wayMeters = qRound(place.position.distanceMetersTo(area));
    const Offer offer{order.id,
                      place.name,
                      place.picture,
                      place.address,
                      place.position,
                      area,
                      wayMeters,
                      payFor(wayMeters, order.total.currency()),
                      order.paymentMethod == PaymentMethod::OnDelivery ? std::optional(order.total)
                                                                       : std::nullopt,
                      order.times.ready.value_or(m_clock.now()),
                      order.number};
    m_book.open(offer, order.riderSearch ? std::optional(order.riderSearch->meters) : std::nullopt);
    showWithin(offer, radiusOf(order));
}

double Dispatch::radiusOf(const Order &order) const {
    return order.riderSearch ? order.riderSearch->meters : m_rules.offerRadiusMeters;
}

void Dispatch::showWithin(const Offer &offer, double radiusMeters) {
    QList<AccountId> riders;
    for (const RiderPosition &rider : m_book.ridersNear(offer.shopPosition, radiusMeters))
        riders.append(rider.rider);
    show(offer, riders);
}

void Dispatch::widen(OrderId order) {
    (void)m_lifecycle.advance(order, Action::WidenOffer, Actor::system(), Expectation::nothing(),
                              [this](Order &present) -> std::optional<Problem> {
                                  const int now = qRound(radiusOf(present));
                                  const int wider = std::min(2 * now, m_rules.widestOfferMeters);
                                  present.riderSearch = {std::max(now, wider), wider <= now};
                                  return {};
                              });
}

void Dispatch::askFarther(const Order &order) {
    const auto delivery = m_book.find(order.id);
    if (!delivery || order.riderSearch->isInVain)
        return;
    m_book.widen(order.id, order.riderSearch->meters);
    showWithin(delivery->offer, order.riderSearch->meters);
}

void Dispatch::show(const Offer &offer, const QList<AccountId> &riders) {
    QList<Addressee> audience;
    for (AccountId rider : riders) {
        if (m_book.markShown(offer.order, rider))
            audience.append(rider);
    }
    if (!audience.isEmpty())
        m_events.announce({EventType::OfferShown, offer.order, audience, offer});
}

void Dispatch::withdraw(OrderId order, WithdrawReason reason, std::optional<AccountId> except) {
    QList<Addressee> audience;
    for (AccountId rider : m_book.shownTo(order)) {
        if (rider != except)
            audience.append(rider);
    }
    m_book.forgetShown(order);
    if (!audience.isEmpty())
        m_events.announce(
            {EventType::OfferWithdrawn, order, audience, OfferWithdrawn{order, reason}});
}

std::optional<Problem> Dispatch::setDuty(AccountId rider, bool onDuty,
                                         std::optional<GeoPoint> position) {
    if (!onDuty && m_book.activeOf(rider) > 0) {
        Problem problem = Problem::of(ErrorCode::NotAllowedNow);
        problem.detail = QStringLiteral("a delivery is in hand");
        return problem;
    }
    m_book.setDuty(rider, onDuty, position, m_clock.now());
    if (onDuty && position)
        showWhatIsNear(rider, *position);
    return std::nullopt;
}

bool Dispatch::reportPosition(AccountId rider, const GeoPoint &position) {
    if (!m_book.positionOnDuty(rider))
        return false;
    m_book.setDuty(rider, true, position, m_clock.now());
    showWhatIsNear(rider, position);
    return true;
}

void Dispatch::showWhatIsNear(AccountId rider, const GeoPoint &position) {
    for (const Offer &offer : m_book.openNear(position, m_rules.offerRadiusMeters))
        show(offer, {rider});
}

bool Dispatch::maySee(OrderId order, AccountId rider) const {
    const auto position = m_book.positionOnDuty(rider);
    const auto delivery = m_book.find(order);
    if (!position || !delivery)
        return false;
    const double radius = delivery->radiusMeters.value_or(m_rules.offerRadiusMeters);
    const bool near = delivery->offer.shopPosition.distanceMetersTo(*position) <= radius;
    return near || m_book.wasShown(order, rider);
}

Problem Dispatch::tooManyInHand(const Order &order) const {
    Problem problem = Problem::of(ErrorCode::NotAllowedNow);
    problem.detail =
        QStringLiteral("a rider may have %1 deliveries at a time").arg(m_rules.maxActiveDeliveries);
    problem.present = presentStage(order);
    return problem;
}

Dispatch::Outcome Dispatch::claim(OrderId order, const Actor &rider, DeliveryState expected,
                                  std::optional<Instant> happenedAt) {
    // A rider who is far away or off duty does not learn that the delivery exists.
    if (!maySee(order, *rider.account))
        return Problem::of(ErrorCode::NotFound);
    return m_lifecycle.advance(
        order, Action::Claim, rider, Expectation::ofDelivery(expected),
        [&](Order &present) -> std::optional<Problem> {
            if (m_book.activeOf(*rider.account) >= m_rules.maxActiveDeliveries)
                return tooManyInHand(present);
            present.rider = rider.account;
            return {};
        },
        happenedAt);
}

Dispatch::Outcome Dispatch::giveBack(OrderId order, const Actor &rider, DeliveryState expected,
                                     std::optional<Instant> happenedAt) {
    return m_lifecycle.advance(
        order, Action::GiveBack, rider, Expectation::ofDelivery(expected),
        [](Order &present) -> std::optional<Problem> {
            present.rider.reset();
            // They are asked again, as far away as before.
            if (present.riderSearch)
                present.riderSearch->isInVain = false;
            return {};
        },
        happenedAt);
}

Dispatch::Outcome Dispatch::pickUp(OrderId order, const Actor &rider, DeliveryState expected,
                                   std::optional<Instant> happenedAt) {
    return m_lifecycle.advance(order, Action::PickUp, rider, Expectation::ofDelivery(expected), {},
                               happenedAt);
}

Dispatch::Outcome Dispatch::handOver(OrderId order, const Actor &rider, DeliveryState expected,
                                     const QString &code, std::optional<Instant> happenedAt) {
    return m_lifecycle.advance(
        order, Action::HandOver, rider, Expectation::ofDelivery(expected),
        [&](Order &present) { return m_codes.refuses(present, code); }, happenedAt);
}

Dispatch::Outcome Dispatch::handOverByPhoto(OrderId order, const Actor &rider,
                                            DeliveryState expected, const QString &photo,
                                            std::optional<Instant> happenedAt) {
    return m_lifecycle.advance(
        order, Action::HandOver, rider, Expectation::ofDelivery(expected),
        [&](Order &present) { return keepProof(present, photo, m_pictures); }, happenedAt);
}

Dispatch::Outcome Dispatch::bringBack(OrderId order, const Actor &rider, DeliveryState expected,
                                      EndReason reason, std::optional<Instant> happenedAt) {
    return endOrder(m_lifecycle, order, Action::ReturnGoods, rider,
                    Expectation::ofDelivery(expected), {reason}, happenedAt);
}

} // namespace soban::delivery
