// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery/Kit.h"
#include "gallery/Pages.h"
#include "ui/MapView.h"
#include "ui/MiniMap.h"

#include <QTimer>

namespace soban::gallery {

using namespace ui;

namespace {

GeoPoint at(double latitude, double longitude) {
    return *GeoPoint::of(latitude, longitude);
}

/// Draws its tiles itself: streets of a town that is not there.
class DrawnTiles : public TileSource {
public:
    using TileSource::TileSource;

    void request(const TileKey &key) override {
        QImage image(256, 256, QImage::Format_RGB32);
        image.fill(QColor(0xEC, 0xE6, 0xDA));
        QPainter painter(&image);
        painter.setPen(QPen(Qt::white, 9));
        painter.drawLine(0, 60 + key.x % 3 * 20, 256, 90 + key.y % 3 * 30);
        painter.drawLine(80, 0, 140, 256);
        painter.setPen(QColor(0xA0, 0x90, 0x80));
        painter.drawText(8, 20, QStringLiteral("%1/%2/%3").arg(key.zoom).arg(key.x).arg(key.y));
        painter.end();
        // Later, as a network would.
        QTimer::singleShot(0, this, [this, key, image] { emit arrived(key, image); });
    }
    QString attribution() const override { return QStringLiteral("© drawn here"); }
};

MapView *offers(const Say &say) {
    const GeoPoint me = at(37.5620, 126.9120);
    const GeoPoint first = at(37.5636, 126.9144);
    const GeoPoint goal = at(37.5664, 126.9200);
    auto *map = new MapView;
    map->setSelf(me);
    map->setRings({1000, 2000});
    map->setMarks({{QStringLiteral("1"),
                    first,
                    MapMark::Kind::Pin,
                    QStringLiteral("1"),
                    {},
                    say("달뜨는부엌", "Dal Kitchen"),
                    true},
                   {QStringLiteral("2"),
                    at(37.5596, 126.9076),
                    MapMark::Kind::Pin,
                    QStringLiteral("2"),
                    {},
                    say("꽃집 봄결", "Bomgyeol Flowers")},
                   {QStringLiteral("3"),
                    at(37.5588, 126.9176),
                    MapMark::Kind::Pin,
                    QStringLiteral("3"),
                    {},
                    say("솔내음 손칼국수", "Pine Kalguksu")},
                   {QStringLiteral("goal"),
                    goal,
                    MapMark::Kind::Goal,
                    {},
                    {},
                    say("성산동", "Seongsan-dong"),
                    true}});
    map->setWay({{me, first, false, true}, {first, goal, true, true}});
    return map;
}

MapView *active(const Say &say) {
    const GeoPoint me = at(37.5600, 126.9100);
    const GeoPoint shop = at(37.5603, 126.9113);
    const GeoPoint goal = at(37.5630, 126.9245);
    auto *map = new MapView;
    map->setSelf(me);
    map->setMarks({{QStringLiteral("shop"),
                    shop,
                    MapMark::Kind::Pin,
                    {},
                    Icon::Store,
                    say("달뜨는부엌 · 120 m", "Dal Kitchen · 120 m"),
                    true},
                   {QStringLiteral("goal"),
                    goal,
                    MapMark::Kind::Goal,
                    {},
                    {},
                    say("성산동 · 1.2 km", "Seongsan-dong · 1.2 km")}});
    map->setWay({{me, shop, false, true}, {shop, goal, true, false}});
    return map;
}

MapView *crowded(const Say &say) {
    auto *map = new MapView;
    map->setSelf(at(37.5600, 126.9100));
    QList<MapMark> marks;
    for (int i = 0; i < 8; ++i) {
        const int row = i / 3;
        marks.append({QString::number(i + 1),
                      at(37.5600 + (i % 3 - 1) * 0.0011, 126.9100 + (row - 1) * 0.0022),
                      MapMark::Kind::Pin,
                      QString::number(i + 1),
                      {},
                      say("가게 이름 %1", "Name of shop %1").arg(i + 1),
                      i == 4});
    }
    map->setMarks(marks);
    map->setRings({200});
    return map;
}

QWidget *framed(const QString &words, MapView *map, const QSize &size) {
    map->setFixedSize(size);
    auto *cell = new QWidget;
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new Caption(words));
    column->addWidget(map);
    column->addStretch();
    return cell;
}

} // namespace

QWidget *mapPage(Language language) {
    const Say say(language);
    auto *tiled = offers(say);
    tiled->setTileSource(new DrawnTiles(tiled));
    auto *alone = new MapView;
    alone->setSelf(at(37.56, 126.91));
    return page(say("지도", "Map"),
                say("끌기, 바퀴, 두 손가락, + −, 화살표, 0", "drag, wheel, pinch, + −, arrows, 0"),
                {row({framed(say("근처", "Offers"), offers(say), {480, 196}),
                      framed(say("픽업", "Active"), active(say), {452, 166})},
                     false),
                 row({framed(say("넓게", "Large"), offers(say), {600, 400}),
                      framed(say("타일", "Tiles"), tiled, {560, 400})},
                     false),
                 row({framed(say("붐빔", "Crowded"), crowded(say), {480, 260}),
                      framed(say("나만", "Only me"), alone, {300, 260}),
                      framed(say("아무것도", "Nothing"), new MapView, {300, 260})},
                     false)});
}

QWidget *miniMapPage(Language language) {
    const Say say(language);
    const auto map = [&](const GeoPoint &shop, const GeoPoint &home,
                         const std::optional<GeoPoint> &rider) {
        auto *made = new MiniMap;
        made->setPlaces(MiniMapPlaces{shop, home, say("달뜨는부엌", "Dal Kitchen"),
                                      say("집", "Home"), rider,
                                      say("민재 · 0.8 km", "Minjae · 0.8 km")});
        return made;
    };
    const GeoPoint shop = at(37.5600, 126.9100);
    auto *way = map(shop, at(37.5609, 126.9235), at(37.5603, 126.9147));
    auto *start = map(shop, at(37.5609, 126.9235), std::nullopt);
    auto *near = map(shop, at(37.5601, 126.9102), at(37.5600, 126.9101));
    auto *steep = map(shop, at(37.5720, 126.9110), at(37.5660, 126.9106));
    const auto card = [](const QString &words, QWidget *widget, int width) {
        auto *ground = new Ground(words);
        ground->with(widget);
        return wide(width, ground);
    };
    return page(say("작은 지도", "Mini map"), {},
                {card(say("가는 중", "On the way"), way, 636),
                 card(say("아직 가게에", "Not yet picked up"), start, 636),
                 row({card(say("이웃", "Neighbours"), near, 420),
                      card(say("북쪽으로", "Northwards"), steep, 420)},
                     false),
                 card(say("모름", "Unknown"), new MiniMap, 420)});
}

} // namespace soban::gallery
