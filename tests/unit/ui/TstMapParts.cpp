// SPDX-License-Identifier: GPL-3.0-or-later
#include "UiTest.h"

#include "ui/MapLabels.h"
#include "ui/MapPaint.h"
#include "ui/MapSpread.h"
#include "ui/MiniMap.h"
#include "ui/TileLayer.h"
#include "ui/WebMercator.h"

#include <QSignalSpy>

using namespace soban;
using namespace soban::ui;

namespace {

/// Answers when the test says so.
class Tiles : public TileSource {
public:
    void request(const TileKey &key) override { requested.append(key); }
    void cancel(const TileKey &key) override { cancelled.append(key); }
    QString attribution() const override { return {}; }

    QList<TileKey> requested;
    QList<TileKey> cancelled;
};

QImage plain(const QColor &color) {
    QImage image(256, 256, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

/// All of tile 1/0/0, in a picture of its size.
QImage painted(TileLayer &layer) {
    QImage image(256, 256, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    layer.paint(painter, QRectF(0, 0, 256, 256), QRectF(0, 0, 0.499, 0.499), 0.5 / 256);
    return image;
}

} // namespace

class TstMapParts : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { testLook(); }

    void projectionIsThatOfTheTiles() {
        // The tile that shows Seoul's city hall, as the scheme of map tiles defines it.
        const QPointF at = mercator::project(*GeoPoint::of(37.5663, 126.9779));
        QCOMPARE(int(at.x() * (1 << 12)), 3492);
        QCOMPARE(int(at.y() * (1 << 12)), 1586);
        QCOMPARE(mercator::project(*GeoPoint::of(0, 0)), QPointF(0.5, 0.5));
    }

    void projectionGoesBothWays() {
        const GeoPoint point = *GeoPoint::of(-33.86, 151.21);
        const auto back = mercator::unproject(mercator::project(point));
        QVERIFY(back);
        QVERIFY(point.distanceMetersTo(*back) < 0.01);
        QVERIFY(!mercator::unproject({1.2, 0.5}));
        QVERIFY(mercator::project(*GeoPoint::of(90, 0)).y() >= 0);
    }

    void scaleAgreesWithDistances() {
        const GeoPoint one = *GeoPoint::of(37.56, 126.91);
        const GeoPoint other = *GeoPoint::of(37.56, 126.92);
        const double units = mercator::project(other).x() - mercator::project(one).x();
        const double meters = units * mercator::metersPerUnit(37.56);
        QVERIFY(qAbs(meters - one.distanceMetersTo(other)) < 1);
    }

    void barIsRoundAndTrue() {
        const auto bar = ScaleBar::of(3.0, 200);
        QVERIFY(bar);
        QCOMPARE(bar->meters, 500);
        QCOMPARE(bar->pixels, 167);
        QCOMPARE(bar->text(), QStringLiteral("500 m"));
        QCOMPARE(ScaleBar::of(12.0, 200)->text(), QStringLiteral("2 km"));
        QVERIFY(!ScaleBar::of(0, 200));
        QVERIFY(!ScaleBar::of(1e9, 200));
    }

    void labelsAvoidPinsAndEachOther() {
        MapLabels labels(QRect(0, 0, 200, 100));
        const QRect pin(90, 40, 20, 20);
        labels.block(pin);
        QList<QRect> placed;
        while (const auto place = labels.place(pin, {50, 16})) {
            QVERIFY(QRect(0, 0, 200, 100).contains(*place));
            QVERIFY(!place->intersects(pin));
            for (const QRect &other : placed)
                QVERIFY(!place->intersects(other));
            placed.append(*place);
        }
        QVERIFY(placed.size() >= 4);
        QVERIFY(placed.first().top() > pin.bottom()); // below, if it is free
        QVERIFY(labels.placeAnyhow(pin, {50, 16}).isValid());
    }

    void tileAddressesAreFilledIn() {
        const TileKey key{12, 3492, 1586};
        QCOMPARE(tileUrl("https://tiles.example/{z}/{x}/{y}.png", key),
                 QUrl("https://tiles.example/12/3492/1586.png"));
        QVERIFY(tileUrl("https://tiles.example/{z}/{x}.png", key).isEmpty());
        QVERIFY(tileUrl("ftp://tiles.example/{z}/{x}/{y}", key).isEmpty());
        QVERIFY(tileUrl({}, key).isEmpty());
    }

    void tilesAreAskedForOnceAndShown() {
        Tiles tiles;
        TileLayer layer;
        layer.setSource(&tiles);
        QSignalSpy changed(&layer, &TileLayer::tilesChanged);
        painted(layer);
        painted(layer);
        QCOMPARE(tiles.requested, QList<TileKey>({{1, 0, 0}}));
        emit tiles.arrived({1, 0, 0}, plain(Qt::red));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(painted(layer).pixelColor(128, 128), QColor(Qt::red));
        QCOMPARE(tiles.requested.size(), 1);
    }

    void failedTilesAreAskedForAgain() {
        Tiles tiles;
        TileLayer layer;
        layer.setSource(&tiles);
        painted(layer);
        emit tiles.failed({1, 0, 0});
        painted(layer);
        QCOMPARE(tiles.requested.size(), 2);
    }

    void coarserTileStandsInAndUnseenOnesAreCancelled() {
        Tiles tiles;
        TileLayer layer;
        layer.setSource(&tiles);
        emit tiles.arrived({0, 0, 0}, plain(Qt::blue));
        QCOMPARE(painted(layer).pixelColor(128, 128), QColor(Qt::blue));
        QImage image(256, 256, QImage::Format_RGB32);
        QPainter painter(&image);
        layer.paint(painter, QRectF(0, 0, 256, 256), QRectF(0.5, 0.5, 0.49, 0.49), 0.5 / 256);
        QCOMPARE(tiles.cancelled, QList<TileKey>({{1, 0, 0}}));
    }

    void miniMapTellsWhoIsWhere() {
        const GeoPoint shop = *GeoPoint::of(37.56, 126.91);
        const GeoPoint home = *GeoPoint::of(37.561, 126.92);
        MiniMap map;
        map.setPlaces(MiniMapPlaces{shop, home, "Kitchen", "Home", std::nullopt, {}});
        QCOMPARE(map.accessibleDescription(), QStringLiteral("From Kitchen to Home"));
        const QColor accent = testLook().tokens().accent.ink;
        const int without = count(imageOf(map, {480, 112}), accent);
        map.setPlaces(MiniMapPlaces{shop, home, "Kitchen", "Home", shop, "Minjae"});
        QCOMPARE(map.accessibleDescription(),
                 QStringLiteral("Minjae on the way from Kitchen to Home"));
        QVERIFY(count(imageOf(map, {480, 112}), accent) > without + 300);
        map.setPlaces(std::nullopt);
        QCOMPARE(count(imageOf(map, {480, 112}), accent), 0);
    }

    void nameLiesBesideTheWay() {
        const GeoPoint shop = *GeoPoint::of(37.560, 126.91);
        const GeoPoint home = *GeoPoint::of(37.562, 126.91); // straight above it
        MiniMap map;
        const auto way = [&](const QString &name) {
            map.setPlaces(MiniMapPlaces{shop, home, {}, name, std::nullopt, {}});
            return imageOf(map, {480, 112}).copy(236, 46, 8, 24);
        };
        QCOMPARE(way(QStringLiteral("Your address")), way({}));
    }

    void nameOfTheShopLiesBesideTheRiderWhoStandsThere() {
        const GeoPoint shop = *GeoPoint::of(37.562, 126.91);
        const GeoPoint home = *GeoPoint::of(37.560, 126.912);
        MiniMap map;
        const auto rider = [&](const QString &name) {
            map.setPlaces(MiniMapPlaces{shop, home, name, {}, shop, QStringLiteral("Minjae")});
            return imageOf(map, {698, 224});
        };
        testLook().setTextScale(2.0);
        // Where its badge is the picture is the same, with the name and without.
        const QColor accent = testLook().tokens().accent.ink;
        const QImage with = rider(QStringLiteral("A kitchen"));
        const QImage without = rider({});
        QCOMPARE(count(with, accent), count(without, accent));
        QVERIFY(with != without);
        testLook().setTextScale(1.0);
    }

    void riderAtTheShopDoesNotCoverIt() { // R10
        const GeoPoint shop = *GeoPoint::of(37.562, 126.91);
        const GeoPoint home = *GeoPoint::of(37.560, 126.912);
        MiniMap map;
        map.setPlaces(MiniMapPlaces{shop, home, {}, {}, std::nullopt, {}});
        const QColor shopColor = testLook().tokens().done.ink;
        const int alone = count(imageOf(map, {480, 112}), shopColor);
        QVERIFY(alone > 0);
        map.setPlaces(MiniMapPlaces{shop, home, {}, {}, shop, {}});
        // All of the ring but for where the stem touches it.
        QVERIFY(count(imageOf(map, {480, 112}), shopColor) > alone * 9 / 10);
    }

    void marksAtOnePlaceStandSideBySide() {
        const QPointF corner(100, 50);
        const auto at =
            spreadSpots({{corner, 20, true}, {corner, 9, false}, {{300, 50}, 20, false}});
        QCOMPARE(at.at(0), corner);
        QVERIFY(QLineF(at.at(0), at.at(1)).length() >= 28);
        QCOMPARE(at.at(2), QPointF(300, 50));
        // Both give way alike, along the line between them.
        const auto two = spreadSpots({{{100, 50}, 20, false}, {{110, 50}, 20, false}});
        QCOMPARE(two, QList<QPointF>({{85, 50}, {125, 50}}));
        QVERIFY(spreadSpots({}).isEmpty());
    }

    void miniMapOfOnePlaceIsPainted() {
        const GeoPoint here = *GeoPoint::of(37.56, 126.91);
        MiniMap map;
        map.setPlaces(MiniMapPlaces{here, here, "A", "B", here, "C"});
        QVERIFY(!imageOf(map, {100, 40}).isNull());
    }
};

QTEST_MAIN(TstMapParts)
#include "TstMapParts.moc"
