// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/DutyDesk.h"

#include "client/Calls.h"

#include <QHostAddress>

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

bool isPositionSimulated(const Services &services) {
    const QString host = services.api.session().server().http(QString()).host();
    const bool isDemo = host == u"localhost" || QHostAddress(host).isLoopback();
    return services.preferences.simulatesPosition().value_or(isDemo);
}

DutyDesk::DutyDesk(const Services &services, QObject *parent)
    : QObject(parent), m_services(services) {
    m_reports.setInterval(kReportEvery);
    m_ride.setInterval(kRideStep);
    m_soon.setSingleShot(true);
    connect(&m_reports, &QTimer::timeout, this, &DutyDesk::reportSoon);
    connect(&m_soon, &QTimer::timeout, this, &DutyDesk::report);
    connect(&m_ride, &QTimer::timeout, this, &DutyDesk::ride);
    connect(&services.preferences, &desk::Preferences::simulationChanged, this, [this] {
        m_isSetByHand = false;
        m_isHalted = false;
        arrange();
    });
    connect(&services.events, &client::EventStream::connectionStateChanged, this,
            [this](client::StreamState state) {
                if (state == client::StreamState::Offline)
                    return;
                if (!m_isKnown)
                    load();
                else
                    reportSoon();
            });
}

DutyDesk::~DutyDesk() = default;

void DutyDesk::load() {
    if (m_change)
        return; // its answer tells as much, and is newer
    m_load = std::make_unique<QObject>();
    m_services.api.send(client::calls::duty(), m_load.get(),
                        client::Callback<contract::DutyView>([this](const auto &answer) {
                            m_load.release()->deleteLater(); // it is its own context
                            if (answer)
                                take(*answer);
                            else
                                emit failed(answer.error());
                        }));
}

void DutyDesk::setOnDuty(bool onDuty) {
    if (isBusy() || !m_isKnown)
        return;
    m_isDutyWaiting = onDuty && !m_position;
    if (m_isDutyWaiting) {
        arrangeReceiver();
        emit positionNeeded();
        return;
    }
    m_load.reset(); // a press is not lost to it, and what it would tell is older
    m_change = std::make_unique<QObject>();
    m_services.api.send(client::calls::setDuty({onDuty, m_position}), m_change.get(),
                        client::Callback<contract::DutyView>([this](const auto &answer) {
                            m_change.release()->deleteLater();
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
    // What this window shows is newer than what it has reported.
    if (duty.position && !m_position)
        m_position = duty.position;
    if (!m_isOnDuty)
        m_isSetByHand = false;
    arrange();
    emit dutyChanged();
}

/// Whatever moves or reports the position, as it is to be now.
void DutyDesk::arrange() {
    if (m_isOnDuty && !m_reports.isActive())
        m_reports.start();
    if (!m_isOnDuty) {
        m_reports.stop();
        m_soon.stop();
    }
    arrangeReceiver();
    const bool rides = canRide() && !m_isHalted && *m_position != *m_goal;
    if (rides && !m_ride.isActive()) {
        m_riddenAt = m_services.clock.now();
        m_ride.start();
    } else if (!rides) {
        m_ride.stop();
    }
    emit positionChanged();
}

void DutyDesk::arrangeReceiver() {
    const bool isWanted = !isSimulated() && !m_isSetByHand && (m_isOnDuty || m_isDutyWaiting);
    if (!isWanted) {
        m_receiver.reset();
        return;
    }
    if (m_receiver || !m_services.makeReceiver)
        return;
    m_receiver = m_services.makeReceiver();
    if (!m_receiver)
        return;
    connect(m_receiver.get(), &Receiver::moved, this, [this](const GeoPoint &position) {
        moveTo(position);
        if (m_isDutyWaiting)
            setOnDuty(true);
    });
    connect(
        m_receiver.get(), &Receiver::lost, this, [this] { m_receiver.release()->deleteLater(); },
        Qt::QueuedConnection);
}

void DutyDesk::setPosition(const GeoPoint &position) {
    m_isSetByHand = true;
    m_isHalted = true;
    moveTo(position);
    arrange();
    reportSoon();
    if (m_isDutyWaiting)
        setOnDuty(true);
}

void DutyDesk::moveTo(const GeoPoint &position) {
    m_position = position;
    emit positionChanged();
}

void DutyDesk::setGoal(const std::optional<GeoPoint> &goal) {
    if (std::exchange(m_goal, goal) == goal)
        return;
    m_isHalted = false;
    arrange();
}

void DutyDesk::setRiding(bool isRiding) {
    m_isHalted = !isRiding;
    arrange();
}

/// Now, or as soon as the gap since the last one has passed.
void DutyDesk::reportSoon() {
    if (m_soon.isActive())
        return;
    m_soon.start(std::chrono::milliseconds(m_gap.remainingTime()));
}

void DutyDesk::report() {
    if (!m_isOnDuty || !m_position)
        return;
    m_gap.setRemainingTime(kReportGap);
    // One that is lost is made up for by the next.
    m_services.api.send(client::calls::reportPosition({*m_position}), this,
                        client::Callback<contract::DutyView>([this](const auto &answer) {
                            // Another window of this rider has ended the shift.
                            if (!answer && answer.error().is(contract::ErrorCode::NotAllowedNow))
                                load();
                        }));
}

void DutyDesk::ride() {
    const Instant now = m_services.clock.now();
    const double way =
        kMetersPerSecond * double((now - std::exchange(m_riddenAt, now)).count()) / 1000;
    const double left = m_position->distanceMetersTo(*m_goal);
    if (left > way) {
        moveTo(between(*m_position, *m_goal, way / left));
        return;
    }
    moveTo(*m_goal);
    arrange();
    reportSoon();
}

std::optional<int> DutyDesk::metersTo(const GeoPoint &place) const {
    return m_position ? std::optional(qRound(m_position->distanceMetersTo(place))) : std::nullopt;
}

} // namespace soban::rider_app
