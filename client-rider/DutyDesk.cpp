// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/DutyDesk.h"

#include "client/Calls.h"

namespace soban::rider_app {

namespace {

constexpr std::chrono::milliseconds kRideStep{1'000};

/// `share` of the way between two places of a town.
GeoPoint between(const GeoPoint &from, const GeoPoint &to, double share) {
    const auto mix = [share](double one, double other) { return one + (other - one) * share; };
    return GeoPoint::of(mix(from.latitude(), to.latitude()), mix(from.longitude(), to.longitude()))
        .value_or(to);
}

} // namespace

DutyDesk::DutyDesk(const Services &services, QObject *parent)
    : QObject(parent), m_services(services) {
    m_reports.setInterval(kReportEvery);
    m_ride.setInterval(kRideStep);
    connect(&m_reports, &QTimer::timeout, this, &DutyDesk::report);
    connect(&m_ride, &QTimer::timeout, this, &DutyDesk::ride);
    connect(&services.events, &client::EventStream::connectionStateChanged, this,
            [this](client::StreamState state) {
                if (!m_isKnown && state != client::StreamState::Offline)
                    load();
            });
}

void DutyDesk::load() {
    m_call = std::make_unique<QObject>();
    m_services.api.send(client::calls::duty(), m_call.get(),
                        client::Callback<contract::DutyView>([this](const auto &answer) {
                            m_call.release()->deleteLater(); // it is its own context
                            if (answer)
                                take(*answer);
                            else
                                emit failed(answer.error());
                        }));
}

void DutyDesk::setOnDuty(bool onDuty) {
    if (isBusy())
        return;
    m_call = std::make_unique<QObject>();
    m_services.api.send(client::calls::setDuty({onDuty, m_position}), m_call.get(),
                        client::Callback<contract::DutyView>([this](const auto &answer) {
                            m_call.release()->deleteLater();
                            if (answer)
                                take(*answer);
                            else
                                emit failed(answer.error());
                            emit dutyChanged(); // no longer busy
                        }));
    emit dutyChanged();
}

void DutyDesk::take(const contract::DutyView &duty) {
    m_isKnown = true;
    m_isOnDuty = duty.onDuty;
    if (duty.position && !isRiding())
        m_position = duty.position;
    if (m_isOnDuty) {
        m_reports.start();
    } else {
        m_reports.stop();
        stopRiding();
    }
    emit positionChanged();
    emit dutyChanged();
}

void DutyDesk::setPosition(const GeoPoint &position) {
    stopRiding();
    m_position = position;
    emit positionChanged();
    report();
}

void DutyDesk::report() {
    if (!m_isOnDuty || !m_position)
        return;
    // One that is lost is made up for by the next.
    m_services.api.send(client::calls::reportPosition({*m_position}), this,
                        client::Callback<contract::DutyView>([](const auto &) {}));
}

void DutyDesk::rideTo(const GeoPoint &goal) {
    if (!m_position)
        return;
    m_goal = goal;
    m_riddenAt = m_services.clock.now();
    m_ride.start();
    emit positionChanged();
}

void DutyDesk::stopRiding() {
    if (!std::exchange(m_goal, std::nullopt))
        return;
    m_ride.stop();
    emit positionChanged();
}

void DutyDesk::ride() {
    const Instant now = m_services.clock.now();
    const double way =
        kMetersPerSecond * double((now - std::exchange(m_riddenAt, now)).count()) / 1000;
    const double left = m_position->distanceMetersTo(*m_goal);
    if (left <= way) {
        setPosition(GeoPoint(*m_goal));
        return;
    }
    m_position = between(*m_position, *m_goal, way / left);
    emit positionChanged();
}

std::optional<int> DutyDesk::metersTo(const GeoPoint &place) const {
    return m_position ? std::optional(qRound(m_position->distanceMetersTo(place))) : std::nullopt;
}

} // namespace soban::rider_app
