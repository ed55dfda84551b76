// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/GeoPoint.h"

#include <QRandomGenerator>
#include <QTest>
#include <QtMath>

#include <cmath>
#include <limits>

using namespace soban;

namespace {

constexpr double kEarthRadiusMeters = 6'371'008.8;

GeoPoint point(double latitude, double longitude) {
    return *GeoPoint::of(latitude, longitude);
}

/// The place that lies `meters` away in direction `bearing` (radians), on the sphere.
GeoPoint away(const GeoPoint &from, double meters, double bearing) {
    const double arc = meters / kEarthRadiusMeters;
    const double lat = qDegreesToRadians(from.latitude());
    const double sinLat =
        std::sin(lat) * std::cos(arc) + std::cos(lat) * std::sin(arc) * std::cos(bearing);
    const double lon = qDegreesToRadians(from.longitude()) +
                       std::atan2(std::sin(bearing) * std::sin(arc) * std::cos(lat),
                                  std::cos(arc) - std::sin(lat) * sinLat);
    const double degrees = std::remainder(qRadiansToDegrees(lon), 360.0);
    return point(qRadiansToDegrees(std::asin(qBound(-1.0, sinLat, 1.0))),
                 qBound(-180.0, degrees, 180.0));
}

bool covers(const QList<GeoCell::Span> &spans, const GeoPoint &place) {
    const qint64 cell = GeoCell::of(place).number();
    return std::any_of(spans.cbegin(), spans.cend(), [cell](const GeoCell::Span &span) {
        return span.first <= cell && cell <= span.last;
    });
}

} // namespace

class TstGeoPoint : public QObject {
    Q_OBJECT

private slots:
    void staysOnEarth_data();
    void staysOnEarth();
    void measuresKnownDistances_data();
    void measuresKnownDistances();
    void numbersCellsOfARowConsecutively();
    void coversEveryPointWithinRadius_data();
    void coversEveryPointWithinRadius();
    void coversPointsOnTheMeridian();
    void survivesAbsurdRadius();
};

void TstGeoPoint::staysOnEarth_data() {
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::addColumn<bool>("isOnEarth");

    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    QTest::newRow("Chuncheon") << 37.88 << 127.73 << true;
    QTest::newRow("corner") << 90.0 << 180.0 << true;
    QTest::newRow("other corner") << -90.0 << -180.0 << true;
    QTest::newRow("too far north") << 90.000001 << 0.0 << false;
    QTest::newRow("too far south") << -90.000001 << 0.0 << false;
    QTest::newRow("too far east") << 0.0 << 180.000001 << false;
    QTest::newRow("too far west") << 0.0 << -180.000001 << false;
    QTest::newRow("NaN latitude") << nan << 0.0 << false;
    QTest::newRow("NaN longitude") << 0.0 << nan << false;
    QTest::newRow("infinite") << infinite << 0.0 << false;
    QTest::newRow("minus infinite") << 0.0 << -infinite << false;
}

void TstGeoPoint::staysOnEarth() {
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    QFETCH(bool, isOnEarth);
    QCOMPARE(GeoPoint::of(latitude, longitude).has_value(), isOnEarth);
}

void TstGeoPoint::measuresKnownDistances_data() {
    QTest::addColumn<double>("lat1");
    QTest::addColumn<double>("lon1");
    QTest::addColumn<double>("lat2");
    QTest::addColumn<double>("lon2");
    QTest::addColumn<double>("meters");

    // Arcs of a sphere of radius 6,371,008.8 m: one degree is 111,195.08 m.
    QTest::newRow("nowhere") << 37.88 << 127.73 << 37.88 << 127.73 << 0.0;
    QTest::newRow("a degree north") << 0.0 << 0.0 << 1.0 << 0.0 << 111195.08;
    QTest::newRow("a degree east") << 0.0 << 0.0 << 0.0 << 1.0 << 111195.08;
    QTest::newRow("a degree east at 60") << 60.0 << 0.0 << 60.0 << 1.0 << 55595.4;
    QTest::newRow("quarter") << 0.0 << 0.0 << 90.0 << 55.0 << 10007557.2;
    QTest::newRow("antipodes") << 0.0 << 0.0 << 0.0 << 180.0 << 20015114.4;
    QTest::newRow("over 180") << 0.0 << 179.5 << 0.0 << -179.5 << 111195.08;
    QTest::newRow("same meridian") << 10.0 << 180.0 << 10.0 << -180.0 << 0.0;
    // City hall of Seoul to that of Busan: about 325 km.
    QTest::newRow("Seoul Busan") << 37.5665 << 126.978 << 35.1796 << 129.0756 << 325100.0;
}

void TstGeoPoint::measuresKnownDistances() {
    QFETCH(double, lat1);
    QFETCH(double, lon1);
    QFETCH(double, lat2);
    QFETCH(double, lon2);
    QFETCH(double, meters);

    const double there = point(lat1, lon1).distanceMetersTo(point(lat2, lon2));
    const double back = point(lat2, lon2).distanceMetersTo(point(lat1, lon1));
    QVERIFY2(std::abs(there - meters) <= 0.5 + meters * 0.0005, qPrintable(QString::number(there)));
    QVERIFY(std::abs(there - back) < 0.001);
}

void TstGeoPoint::numbersCellsOfARowConsecutively() {
    const qint64 cell = GeoCell::of(point(37.885, 127.735)).number();
    QCOMPARE(GeoCell::of(point(37.889, 127.739)).number(), cell);
    QCOMPARE(GeoCell::of(point(37.885, 127.745)).number(), cell + 1);
    QCOMPARE(GeoCell::of(point(37.885, 127.725)).number(), cell - 1);
    QVERIFY(GeoCell::of(point(37.895, 127.735)).number() > cell + 1);
    // The same place has one cell, however its longitude is written.
    QCOMPARE(GeoCell::of(point(10, 180)).number(), GeoCell::of(point(10, -180)).number());
}

void TstGeoPoint::coversEveryPointWithinRadius_data() {
    QTest::addColumn<double>("southmost");
    QTest::addColumn<double>("northmost");
    QTest::addColumn<double>("westmost");
    QTest::addColumn<double>("eastmost");
    QTest::addColumn<double>("largestRadius");

    QTest::newRow("R8 a town") << 37.80 << 37.95 << 127.6 << 127.8 << 5000.0;
    QTest::newRow("R8 anywhere") << -89.0 << 89.0 << -180.0 << 180.0 << 20000.0;
    QTest::newRow("equator, far") << -1.0 << 1.0 << -180.0 << 180.0 << 300000.0;
    QTest::newRow("180° from the west") << -60.0 << 60.0 << 179.95 << 180.0 << 15000.0;
    QTest::newRow("180° from the east") << -60.0 << 60.0 << -180.0 << -179.95 << 15000.0;
    QTest::newRow("north pole") << 89.8 << 90.0 << -180.0 << 180.0 << 30000.0;
    QTest::newRow("just beside the pole") << 89.9 << 89.99 << -180.0 << 180.0 << 5000.0;
    QTest::newRow("south pole") << -90.0 << -89.8 << -180.0 << 180.0 << 30000.0;
}

void TstGeoPoint::coversEveryPointWithinRadius() {
    QFETCH(double, southmost);
    QFETCH(double, northmost);
    QFETCH(double, westmost);
    QFETCH(double, eastmost);
    QFETCH(double, largestRadius);

    QRandomGenerator random(20261120);
    const auto between = [&](double least, double most) {
        return least + (most - least) * random.generateDouble();
    };
    for (int i = 0; i < 300; ++i) {
        const GeoPoint centre = point(between(southmost, northmost), between(westmost, eastmost));
        const double radius = between(1, largestRadius);
        const auto spans = GeoCell::covering(centre, radius);

        // A row is 0.01° high: the circle touches so many rows, each with one or two spans.
        const double rows = 2 * qRadiansToDegrees(radius / kEarthRadiusMeters) * 100 + 2;
        QVERIFY2(spans.size() <= 2 * rows, qPrintable(QString::number(spans.size())));
        for (int j = 0; j < 60; ++j) {
            // Every third point lies on the rim, where a covering fails first.
            const double share = j % 3 == 0 ? 0.999999 : std::sqrt(random.generateDouble());
            const GeoPoint place = away(centre, radius * share, between(0, 2 * M_PI));
            if (centre.distanceMetersTo(place) > radius)
                continue;
            QVERIFY2(covers(spans, place),
                     qPrintable(QStringLiteral("%1,%2 is within %3 m of %4,%5")
                                    .arg(place.latitude(), 0, 'f', 6)
                                    .arg(place.longitude(), 0, 'f', 6)
                                    .arg(radius)
                                    .arg(centre.latitude(), 0, 'f', 6)
                                    .arg(centre.longitude(), 0, 'f', 6)));
        }
    }
}

void TstGeoPoint::coversPointsOnTheMeridian() {
    for (double longitude : {179.9999, 180.0, -180.0, -179.9999}) {
        const auto spans = GeoCell::covering(point(10, longitude), 500);
        for (double other : {179.999, 180.0, -180.0, -179.999})
            QVERIFY2(covers(spans, point(10, other)), qPrintable(QString::number(other)));
    }
}

void TstGeoPoint::survivesAbsurdRadius() {
    const GeoPoint centre = point(37.88, 127.73);
    for (double radius : {0.0, 3e7, 1e300, std::numeric_limits<double>::infinity()}) {
        const auto spans = GeoCell::covering(centre, radius);
        QVERIFY(covers(spans, centre));
        QVERIFY(spans.size() <= 2 * 18000);
        if (radius > 2.1e7) {
            QVERIFY(covers(spans, point(90, 0)));
            QVERIFY(covers(spans, point(-90, 180)));
        }
    }
}

QTEST_GUILESS_MAIN(TstGeoPoint)
#include "TstGeoPoint.moc"
