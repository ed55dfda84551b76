// SPDX-License-Identifier: GPL-3.0-or-later
#include "UiTest.h"

#include "ui/MapView.h"

#include <QSignalSpy>
#include <QWheelEvent>

using namespace soban;
using namespace soban::ui;

namespace {

const GeoPoint kMe = *GeoPoint::of(37.5620, 126.9120);
const GeoPoint kFirst = *GeoPoint::of(37.5660, 126.9160);
const GeoPoint kSecond = *GeoPoint::of(37.5580, 126.9060);

std::unique_ptr<MapView> sample() {
    auto map = std::make_unique<MapView>();
    map->resize(480, 300);
    map->setSelf(kMe);
    map->setMarks({{"a", kFirst, MapMark::Kind::Pin, "1", {}, "Kitchen", true},
                   {"b", kSecond, MapMark::Kind::Pin, "2", {}, "Flowers"}});
    map->grab();
    return map;
}

void wheel(MapView &map, const QPoint &at, int delta) {
    QWheelEvent event(at, map.viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(map.viewport(), &event);
}

} // namespace

class TstMapView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { testLook(); }

    void everythingIsInSight() {
        const auto map = sample();
        for (const GeoPoint &point : {kMe, kFirst, kSecond})
            QVERIFY(
                map->viewport()->rect().adjusted(30, 30, -30, -30).contains(map->pixelOf(point)));
        QVERIFY(map->isFollowing());
    }

    void northIsUpAndTheScaleIsTrue() {
        const auto map = sample();
        QVERIFY(map->pixelOf(kFirst).y() < map->pixelOf(kMe).y());
        QVERIFY(map->pixelOf(kFirst).x() > map->pixelOf(kMe).x());
        const double pixels = QLineF(map->pixelOf(kFirst), map->pixelOf(kSecond)).length();
        const double meters = kFirst.distanceMetersTo(kSecond);
        QVERIFY2(qAbs(pixels * map->metersPerPixel() - meters) < meters / 50,
                 qPrintable(
                     QStringLiteral("%1 for %2").arg(pixels * map->metersPerPixel()).arg(meters)));
    }

    void innermostRingIsInSight() {
        const auto map = sample();
        map->setRings({2000, 1000});
        QVERIFY(map->metersPerPixel() * map->viewport()->height() >= 2000);
    }

    void wheelZoomsAboutThePointer() {
        const auto map = sample();
        const QPoint at = map->pixelOf(kFirst);
        const double before = map->metersPerPixel();
        wheel(*map, at, 240);
        QVERIFY(qAbs(map->metersPerPixel() - before / 2) < before / 100);
        QVERIFY((map->pixelOf(kFirst) - at).manhattanLength() <= 2);
        QVERIFY(!map->isFollowing());
    }

    void keysZoomMoveAndShowEverything() {
        const auto map = sample();
        const double before = map->metersPerPixel();
        const QPoint me = map->pixelOf(kMe);
        QTest::keyClick(map.get(), Qt::Key_Plus);
        QVERIFY(map->metersPerPixel() < before);
        QTest::keyClick(map.get(), Qt::Key_Minus);
        QVERIFY(qAbs(map->metersPerPixel() - before) < 1e-6);
        QTest::keyClick(map.get(), Qt::Key_Left);
        QVERIFY(map->pixelOf(kMe).x() > me.x());
        QTest::keyClick(map.get(), Qt::Key_0);
        QCOMPARE(map->pixelOf(kMe), me);
        QVERIFY(map->isFollowing());
    }

    void zoomHasEnds() {
        const auto map = sample();
        for (int i = 0; i < 200; ++i)
            wheel(*map, {10, 10}, 480);
        QVERIFY(map->metersPerPixel() > 0.05);
        for (int i = 0; i < 200; ++i)
            wheel(*map, {10, 10}, -480);
        QVERIFY(map->metersPerPixel() < 20'000);
        QVERIFY(map->centre());
    }

    void dragMovesTheMapAndPressesNothing() {
        const auto map = sample();
        QSignalSpy pressed(map.get(), &MapView::markPressed);
        const QPoint from = map->pixelOf(kFirst);
        const QPoint by(40, 25);
        QTest::mousePress(map->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(map->viewport(), from + QPoint(20, 20));
        QTest::mouseMove(map->viewport(), from + by);
        QTest::mouseRelease(map->viewport(), Qt::LeftButton, {}, from + by);
        QVERIFY((map->pixelOf(kFirst) - from - by).manhattanLength() <= 2);
        QVERIFY(pressed.isEmpty());
    }

    void pinsArePressedByMouseAndByTheirNumber() {
        const auto map = sample();
        QSignalSpy pressed(map.get(), &MapView::markPressed);
        QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, map->pixelOf(kSecond));
        QCOMPARE(pressed.takeFirst(), QVariantList{QStringLiteral("b")});
        QTest::keyClick(map.get(), Qt::Key_1);
        QCOMPARE(pressed.takeFirst(), QVariantList{QStringLiteral("a")});
        QTest::keyClick(map.get(), Qt::Key_9);
        QVERIFY(pressed.isEmpty());
    }

    void personsOwnViewIsKept() {
        const auto map = sample();
        wheel(*map, {100, 100}, 240);
        const double scale = map->metersPerPixel();
        const QPoint first = map->pixelOf(kFirst);
        map->setSelf(*GeoPoint::of(37.57, 126.93));
        QCOMPARE(map->metersPerPixel(), scale);
        QCOMPARE(map->pixelOf(kFirst), first);
    }

    void aimingIsToldInPlaceOfDistancesUntilItIsOver() {
        const auto map = sample();
        map->setAiming(true);
        map->setSelf(*GeoPoint::of(37.57, 126.93)); // a report meanwhile
        QCOMPARE(map->accessibleDescription(),
                 QStringLiteral("Aim with the arrow keys and press Enter"));
        map->setAiming(false);
        QVERIFY(map->accessibleDescription().startsWith(QStringLiteral("1 Kitchen")));
    }

    void distancesAreTold() {
        const auto map = sample();
        QCOMPARE(map->accessibleDescription(), QStringLiteral("1 Kitchen 570 m; 2 Flowers 690 m"));
        QVERIFY(!map->accessibleName().isEmpty());
    }

    void nothingKnownIsPaintedToo() {
        MapView map;
        QVERIFY(!imageOf(map, {200, 100}).isNull());
        map.setSelf(kMe);
        QVERIFY(count(imageOf(map, {200, 100}), testLook().tokens().fresh.ink) > 50);
    }
};

QTEST_MAIN(TstMapView)
#include "TstMapView.moc"
