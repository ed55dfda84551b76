// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/Receiver.h"

#include <QGeoPositionInfoSource>

namespace soban::rider_app {

namespace {

constexpr int kEveryMs = 2'000;

class SystemReceiver : public Receiver {
public:
    explicit SystemReceiver(std::unique_ptr<QGeoPositionInfoSource> source)
        : m_source(std::move(source)) {
        m_source->setUpdateInterval(kEveryMs);
        connect(m_source.get(), &QGeoPositionInfoSource::positionUpdated, this,
                [this](const QGeoPositionInfo &info) {
                    const QGeoCoordinate at = info.coordinate();
                    if (!at.isValid())
                        return;
                    if (const auto place = GeoPoint::of(at.latitude(), at.longitude()))
                        emit moved(*place);
                });
        connect(m_source.get(), &QGeoPositionInfoSource::errorOccurred, this,
                [this](QGeoPositionInfoSource::Error error) {
                    // No fix within the usual time is no end: the next one may come.
                    if (error != QGeoPositionInfoSource::NoError &&
                        error != QGeoPositionInfoSource::UpdateTimeoutError)
                        emit lost();
                });
        m_source->startUpdates();
    }

private:
    std::unique_ptr<QGeoPositionInfoSource> m_source;
};

} // namespace

std::unique_ptr<Receiver> systemReceiver() {
    std::unique_ptr<QGeoPositionInfoSource> source(
        QGeoPositionInfoSource::createDefaultSource(nullptr));
    return source ? std::make_unique<SystemReceiver>(std::move(source)) : nullptr;
}

} // namespace soban::rider_app
