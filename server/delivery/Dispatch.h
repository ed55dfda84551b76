// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/DeliveryBook.h"
#include "events/PictureNames.h"
#include "lifecycle/CodeGuard.h"
#include "lifecycle/Endings.h"

namespace soban::delivery {

/// The platform's rules for riders.
struct DispatchRules {
    double offerRadiusMeters = 3000; ///< who is this near to the shop sees its offers (R8)
    int widestOfferMeters = 10'000;  ///< and who is this near, if nobody else comes
    qint64 basePayMinor = 3000;
    qint64 payPerKilometerMinor = 500;
    int maxActiveDeliveries = 3; ///< of one rider: claimed or picked up, and not ended
};

/// Riders and their deliveries (R8, R9, R12). Belongs to the open transaction.
class Dispatch : public StepListener {
public:
    using Outcome = OrderLifecycle::Outcome;

    Dispatch(DeliveryBook &book, const ShopPlaces &shops, OrderLifecycle &lifecycle,
             CodeGuard &codes, const PictureNames &pictures, EventSink &events, const Clock &clock,
             const DispatchRules &rules);

    void stepped(const OrderStep &step) override;

    /// Nobody has come for it yet: riders twice as far away are asked, or the shop is told that no
    /// more can be. No error if somebody has come, or the order has ended.
    void widen(OrderId order);

    /// Refused with not_allowed_now when a rider with a delivery in hand goes off duty: its
    /// customer would no longer see where it is.
    std::optional<contract::Problem> setDuty(AccountId rider, bool onDuty,
                                             std::optional<GeoPoint> position);
    /// False, and nothing is changed, while off duty.
    bool reportPosition(AccountId rider, const GeoPoint &position);

    Outcome claim(OrderId order, const Actor &rider, DeliveryState expected,
                  std::optional<Instant> happenedAt);
    Outcome giveBack(OrderId order, const Actor &rider, DeliveryState expected,
                     std::optional<Instant> happenedAt);
    Outcome pickUp(OrderId order, const Actor &rider, DeliveryState expected,
                   std::optional<Instant> happenedAt);
    /// A wrong code is counted even though the step is refused: the caller keeps the change.
    Outcome handOver(OrderId order, const Actor &rider, DeliveryState expected, const QString &code,
                     std::optional<Instant> happenedAt);
    /// Nobody opened: a photo of where the goods are stands for the code.
    Outcome handOverByPhoto(OrderId order, const Actor &rider, DeliveryState expected,
                            const QString &photo, std::optional<Instant> happenedAt);

    /// Nobody takes the goods: they go back to the shop.
    Outcome bringBack(OrderId order, const Actor &rider, DeliveryState expected, EndReason reason,
                      std::optional<Instant> happenedAt);

private:
    void open(const Order &order);
    void askFarther(const Order &order);
    double radiusOf(const Order &order) const;
    void withdraw(OrderId order, WithdrawReason reason, std::optional<AccountId> except);
    void show(const Offer &offer, const QList<AccountId> &riders);
    void showWithin(const Offer &offer, double radiusMeters);
    void showWhatIsNear(AccountId rider, const GeoPoint &position);
    bool maySee(OrderId order, AccountId rider) const;
    contract::Problem tooManyInHand(const Order &order) const;
    Money payFor(int wayMeters, Currency currency) const;

    DeliveryBook &m_book;
    const ShopPlaces &m_shops;
    OrderLifecycle &m_lifecycle;
    CodeGuard &m_codes;
    const PictureNames &m_pictures;
    EventSink &m_events;
    const Clock &m_clock;
    const DispatchRules m_rules;
};

} // namespace soban::delivery
