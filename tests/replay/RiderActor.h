// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Delivery.h"
#include "replay/CustomerActor.h"
#include "replay/Ride.h"

namespace soban::replay {

/// How a rider chooses among the offers on the screen.
enum class ClaimPolicy { Tap, Nearest };

/// What riders ask of the town around them.
class Streets {
public:
    virtual ~Streets() = default;
    /// Who waits behind the door; nothing until the customer knows of the order.
    virtual CustomerActor *customerOf(OrderId order) = 0;
    /// A shop to wait near, as there is nothing to do here.
    virtual GeoPoint busyPlace(client::Random &random) = 0;
    /// The shift is over; false: there is still work and nobody else to do it.
    virtual bool mayLeave() = 0;
};

/// A rider's shift and ways.
struct Shift {
    GeoPoint start;
    Instant from;
    Instant to;
    double metersPerMinute;
    double pickUpMinutes;
    double dropOffMinutes;
    ClaimPolicy policy;
};

/// A rider: sees offers as they are pushed, claims one, rides, picks up, rides, hands over. Between
/// deliveries the rider stands still for a while and then moves on to a busier place.
class RiderActor : public QObject {
    Q_OBJECT

public:
    RiderActor(const Surroundings &surroundings, const contract::SignInRequest &login, Shift shift,
               Streets &streets, quint32 seed);

    /// Sets the alarm for the shift.
    void begin();
    /// Nothing will be left to do.
    void sendHome();

    Party &party() { return m_party; }
    bool isOnDuty() const { return m_stage != Stage::Off; }
    bool isBusy() const { return m_stage == Stage::Claiming || m_stage == Stage::Delivering; }
    int lostRaces() const { return m_lostRaces; }

signals:
    void troubled(const QString &what);

private:
    enum class Stage { Off, Idle, Claiming, Delivering };
    using Answer = Result<contract::DeliveryView, client::ApiError>;

    void hear(const contract::EventEnvelope &event);
    void goOnDuty();
    void becomeIdle();
    void look();
    QList<Offer>::iterator choose();
    void claim(const Offer &offer);
    void claimed(OrderId order, const Answer &answer);
    void rideTo(const GeoPoint &place, std::function<void()> there);
    void pickUp();
    void ringAtDoor();
    void handOver(const QString &code);
    void delivered(const Answer &answer);
    void patrol();
    void leaveIfMayBe();
    void report(const GeoPoint &position);
    void after(double minutes, void (RiderActor::*next)());
    void giveUp(const QString &what, const client::ApiError &error);
    contract::RiderStepRequest step(DeliveryState expected) const;

    Party m_party;
    const Shift m_shift;
    Streets &m_streets;
    client::Random m_random;
    Ride m_ride;
    std::function<void()> m_there;
    QTimer m_patience;
    Stage m_stage = Stage::Off;
    bool m_isShiftOver = false;
    QList<Offer> m_offers; ///< on the screen, the first seen first
    std::optional<contract::DeliveryView> m_delivery;
    int m_lostRaces = 0;
};

} // namespace soban::replay
