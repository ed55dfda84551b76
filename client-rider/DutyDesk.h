// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-rider/Services.h"
#include "contract/Delivery.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <memory>

namespace soban::rider_app {

/// Whether the rider is on duty, and where. The position comes from the machine's receiver, moves
/// along the way by itself (a setting), or is set by hand; it is reported while on duty.
class DutyDesk : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kReportEvery{10};
    static constexpr std::chrono::seconds kReportGap{2}; ///< at least, however fast it moves
    static constexpr double kMetersPerSecond = 5.5;      ///< a rider's pace in town

    DutyDesk(const Services &services, QObject *parent = nullptr);
    ~DutyDesk() override;

    void load();
    bool isKnown() const { return m_isKnown; } ///< whether the server has said
    bool isOnDuty() const { return m_isOnDuty; }
    bool isBusy() const { return m_change != nullptr; } ///< a change is under way
    const std::optional<GeoPoint> &position() const { return m_position; }

    /// Without a position the rider cannot go on duty: `positionNeeded` follows.
    void setOnDuty(bool onDuty);
    /// By hand: ends a simulated ride, and goes before what the receiver says.
    void setPosition(const GeoPoint &position);
    /// Where the way leads now. A simulated rider sets out at once.
    void setGoal(const std::optional<GeoPoint> &goal);

    bool isSimulated() const { return isPositionSimulated(m_services); }
    bool isRiding() const { return m_ride.isActive(); }
    bool canRide() const { return isSimulated() && m_isOnDuty && m_position && m_goal; }
    void setRiding(bool isRiding);

    /// In metres from the position; nothing without one.
    std::optional<int> metersTo(const GeoPoint &place) const;

signals:
    void dutyChanged();
    void positionChanged();
    void positionNeeded();
    void failed(const soban::client::ApiError &error);

private:
    void take(const contract::DutyView &duty);
    void arrange();
    void arrangeReceiver();
    void moveTo(const GeoPoint &position);
    void reportSoon();
    void report();
    void ride();

    Services m_services;
    bool m_isKnown = false;
    bool m_isOnDuty = false;
    bool m_isDutyWaiting = false; ///< for a position
    std::optional<GeoPoint> m_position;
    std::optional<GeoPoint> m_goal;
    bool m_isHalted = false;    ///< the simulated ride, by the person
    bool m_isSetByHand = false; ///< the receiver is not asked
    std::unique_ptr<Receiver> m_receiver;
    Instant m_riddenAt = Instant::fromMs(0);
    std::unique_ptr<QObject> m_load;   ///< context of the question for the duty
    std::unique_ptr<QObject> m_change; ///< context of the change under way
    QTimer m_reports;
    QTimer m_soon;
    QDeadlineTimer m_gap;
    QTimer m_ride;
};

} // namespace soban::rider_app
