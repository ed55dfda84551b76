// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-rider/Services.h"
#include "contract/Delivery.h"

#include <QTimer>

#include <memory>

namespace soban::rider_app {

/// Whether the rider is on duty, and where. Reports the position while on duty. Desktops have no
/// satellite receiver: the position is set by hand, or simulated along the way.
class DutyDesk : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kReportEvery{10};
    static constexpr double kMetersPerSecond = 5.5; ///< a rider's pace in town

    DutyDesk(const Services &services, QObject *parent = nullptr);

    void load();
    bool isKnown() const { return m_isKnown; } ///< whether the server has said
    bool isOnDuty() const { return m_isOnDuty; }
    bool isBusy() const { return m_call != nullptr; }
    const std::optional<GeoPoint> &position() const { return m_position; }

    void setOnDuty(bool onDuty);
    /// Ends a simulated ride. Reported at once.
    void setPosition(const GeoPoint &position);
    /// Rides to `goal` as the crow flies.
    void rideTo(const GeoPoint &goal);
    void stopRiding();
    bool isRiding() const { return m_goal.has_value(); }

    /// In metres from the position; nothing without one.
    std::optional<int> metersTo(const GeoPoint &place) const;

signals:
    void dutyChanged();
    void positionChanged();
    void failed(const soban::client::ApiError &error);

private:
    void take(const contract::DutyView &duty);
    void report();
    void ride();

    Services m_services;
    bool m_isKnown = false;
    bool m_isOnDuty = false;
    std::optional<GeoPoint> m_position;
    std::optional<GeoPoint> m_goal; ///< of the simulated ride
    Instant m_riddenAt = Instant::fromMs(0);
    std::unique_ptr<QObject> m_call;
    QTimer m_reports;
    QTimer m_ride;
};

} // namespace soban::rider_app
