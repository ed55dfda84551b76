// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <optional>

namespace soban {

/// A place on the earth in WGS 84 degrees; latitude within ±90, longitude within ±180.
class GeoPoint {
public:
    static std::optional<GeoPoint> of(double latitude, double longitude);

    double latitude() const { return m_latitude; }
    double longitude() const { return m_longitude; }
    /// Great-circle distance in metres.
    double distanceMetersTo(const GeoPoint &other) const;

    bool operator==(const GeoPoint &) const = default;

private:
    GeoPoint(double latitude, double longitude) : m_latitude(latitude), m_longitude(longitude) {}

    double m_latitude;
    double m_longitude;
};

/// A square of the grid that makes "near" an index look-up: 0.01° (about 1.1 km) of latitude and
/// the same of longitude. Cells of one row have consecutive numbers.
class GeoCell {
public:
    static GeoCell of(const GeoPoint &point);
    qint64 number() const { return m_number; }

    /// The cells of one row that a search has to read, both ends included.
    struct Span {
        qint64 first;
        qint64 last;
        bool operator==(const Span &) const = default;
    };
    /// Spans that cover every point within `radiusMeters` of `centre` (and some beyond: the caller
    /// still measures). One span per row, two where the circle crosses the 180° meridian.
    static QList<Span> covering(const GeoPoint &centre, double radiusMeters);

private:
    explicit GeoCell(qint64 number) : m_number(number) {}

    qint64 m_number;
};

} // namespace soban
