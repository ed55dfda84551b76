// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/GeoPoint.h"

#include <QtMath>

#include <cmath>

namespace soban {

namespace {

constexpr double kEarthRadiusMeters = 6'371'008.8; // mean radius, IUGG
constexpr double kCellsPerDegree = 100.0;
constexpr qint64 kColumns = 36'000;
constexpr qint64 kRows = 18'000;

qint64 rowOf(double latitude) {
    return qBound<qint64>(0, qint64(std::floor((latitude + 90.0) * kCellsPerDegree)), kRows - 1);
}

qint64 columnOf(double longitude) {
    return qint64(std::floor((longitude + 180.0) * kCellsPerDegree));
}

} // namespace

std::optional<GeoPoint> GeoPoint::of(double latitude, double longitude) {
    const bool onEarth = std::isfinite(latitude) && std::isfinite(longitude) &&
                         std::abs(latitude) <= 90.0 && std::abs(longitude) <= 180.0;
    return onEarth ? std::optional(GeoPoint(latitude, longitude)) : std::nullopt;
}

double GeoPoint::distanceMetersTo(const GeoPoint &other) const {
    const double lat1 = qDegreesToRadians(m_latitude);
    const double lat2 = qDegreesToRadians(other.m_latitude);
    const double sinLat = std::sin((lat2 - lat1) / 2);
    const double sinLon = std::sin(qDegreesToRadians(other.m_longitude - m_longitude) / 2);
    const double h = sinLat * sinLat + std::cos(lat1) * std::cos(lat2) * sinLon * sinLon;
    return 2 * kEarthRadiusMeters * std::asin(std::sqrt(qMin(1.0, h)));
}

GeoCell GeoCell::of(const GeoPoint &point) {
    const qint64 column = columnOf(point.longitude()) % kColumns;
    return GeoCell(rowOf(point.latitude()) * kColumns + column);
}

QList<GeoCell::Span> GeoCell::covering(const GeoPoint &centre, double radiusMeters) {
    const double latSpan = qRadiansToDegrees(qMin(M_PI, radiusMeters / kEarthRadiusMeters));
    const double south = centre.latitude() - latSpan;
    const double north = centre.latitude() + latSpan;
    // No part of the circle is further east or west than it would be on the shortest of its
    // parallels; with a pole inside, it meets every meridian.
    const double poleward = qMax(qAbs(south), qAbs(north));
    const double lonSpan =
        poleward < 90.0 ? qMin(180.0, latSpan / std::cos(qDegreesToRadians(poleward))) : 180.0;

    qint64 west = columnOf(centre.longitude() - lonSpan);
    qint64 east = columnOf(centre.longitude() + lonSpan);
    QList<Span> columns;
    if (east - west >= kColumns - 1) {
        columns = {{0, kColumns - 1}};
    } else if (west < 0) {
        columns = {{0, east}, {west + kColumns, kColumns - 1}};
    } else if (east >= kColumns) {
        columns = {{west, kColumns - 1}, {0, east - kColumns}};
    } else {
        columns = {{west, east}};
    }

    QList<Span> spans;
    for (qint64 row = rowOf(south); row <= rowOf(north); ++row) {
        for (const Span &column : columns)
            spans.append({row * kColumns + column.first, row * kColumns + column.last});
    }
    return spans;
}

} // namespace soban
