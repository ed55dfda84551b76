// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MiniMap.h"

#include "ui/DefaultName.h"
#include "ui/MapLabels.h"
#include "ui/MapPaint.h"
#include "ui/WebMercator.h"

#include <QEvent>
#include <QLineF>

#include <algorithm>

namespace soban::ui {

namespace {

constexpr int kHeight = 112;
constexpr int kMiniSideMargin = 72;
constexpr int kMiniTopMargin = 32;
constexpr int kBottomMargin = 30;
constexpr int kBadge = 30;
/// No map is drawn larger than this, so that neighbours look like neighbours.
constexpr double kLeastMetersPerPixel = 0.5;
constexpr int kMostMiniBar = 200;

/// From the earth to the widget.
class Projection {
public:
    Projection(const QList<GeoPoint> &points, const QRect &inner) {
        QPolygonF world;
        double latitude = 0;
        for (const GeoPoint &point : points) {
            world.append(mercator::project(point));
            latitude += point.latitude() / double(points.size());
        }
        const QRectF bounds = world.boundingRect();
        const double unit = mercator::metersPerUnit(latitude);
        m_unitsPerPixel = std::max({bounds.width() / inner.width(),
                                    bounds.height() / inner.height(), kLeastMetersPerPixel / unit});
        m_metersPerPixel = m_unitsPerPixel * unit;
        m_centre = bounds.center();
        m_middle = QRectF(inner).center();
    }

    QPointF at(const GeoPoint &point) const {
        return m_middle + (mercator::project(point) - m_centre) / m_unitsPerPixel;
    }
    double metersPerPixel() const { return m_metersPerPixel; }

private:
    double m_unitsPerPixel = 1;
    double m_metersPerPixel = 1;
    QPointF m_centre;
    QPointF m_middle;
};

QRect around(const QPointF &centre, int size) {
    QRect rect(0, 0, size, size);
    rect.moveCenter(centre.toPoint());
    return rect;
}

/// Where the rider's badge does not cover the marks: at its place, or beside it.
QRect badgePlace(const QPointF &rider, int side, const QList<QRect> &marks, const QRect &map) {
    const QRect at = around(rider, side);
    const auto isCovering = [&](const QRect &box) {
        return std::any_of(marks.begin(), marks.end(),
                           [&](const QRect &mark) { return mark.intersects(box); });
    };
    const int off = (side + kGoalSize) / 2 + metrics::kGap4;
    for (const QPoint by :
         {QPoint(0, 0), QPoint(0, -off), QPoint(-off, 0), QPoint(off, 0), QPoint(0, off)}) {
        const QRect box = at.translated(by);
        if (!isCovering(box) && map.contains(box))
            return box;
    }
    return at;
}

void paintRider(QPainter &painter, const Look &look, const QRect &box, const QPointF &place) {
    const Tokens &tokens = look.tokens();
    // Beside its place it has a stem that leads there.
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.accent.ink, 3, Qt::SolidLine, Qt::RoundCap));
    QLineF stem(QRectF(box).center(), place);
    stem.setLength(std::max(0.0, stem.length() - kGoalSize / 2.0));
    painter.drawLine(stem);
    painter.restore();
    paintPlate(painter, box, {tokens.accent.ink, {}, {}, 0, 0, metrics::kControlRadius});
    const int inset = box.width() / 5;
    paintIcon(painter, Icon::Rider, box.adjusted(inset, inset, -inset, -inset), tokens.onAccent);
}

/// A name beside its mark.
struct Name {
    QRect mark;
    QString text;
    Weight weight;
    QColor color;
};

/// Names must not lie on the way.
void blockLeg(MapLabels &labels, const QPointF &from, const QPointF &to) {
    constexpr double kEvery = 6;
    const QLineF leg(from, to);
    const int steps = std::max(1, int(leg.length() / kEvery));
    for (int step = 0; step <= steps; ++step)
        labels.block(around(leg.pointAt(double(step) / steps), int(kEvery)));
}

void paintNames(QPainter &painter, const Look &look, MapLabels &labels, const QList<Name> &names) {
    for (const Name &name : names)
        labels.block(name.mark);
    for (const Name &name : names) {
        const QSize size(textWidth(look, name.text, Text::Small, name.weight),
                         look.lineHeight(Text::Small));
        paintLine(painter, look, labels.placeAnyhow(name.mark, size), name.text,
                  {Text::Small, name.weight, name.color}, false);
    }
}

} // namespace

MiniMap::MiniMap(QWidget *parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    retranslate();
}

void MiniMap::setPlaces(const std::optional<MiniMapPlaces> &places) {
    if (m_places == places)
        return;
    m_places = places;
    retranslate();
    update();
}

void MiniMap::retranslate() {
    setDefaultName(*this, tr("Map of the delivery"));
    if (!m_places)
        setAccessibleDescription({});
    else if (m_places->rider)
        setAccessibleDescription(
            tr("%1 on the way from %2 to %3")
                .arg(m_places->riderName, m_places->shopName, m_places->homeName));
    else
        setAccessibleDescription(tr("From %1 to %2").arg(m_places->shopName, m_places->homeName));
}

QSize MiniMap::sizeHint() const {
    const Look &look = Look::of(this);
    return {look.scaled(480), look.scaled(kHeight)};
}

QSize MiniMap::minimumSizeHint() const {
    const Look &look = Look::of(this);
    return {look.scaled(240), look.scaled(kHeight)};
}

void MiniMap::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    paintMapGrid(painter, look, rect(), {});
    if (!m_places)
        return;
    const MiniMapPlaces &places = *m_places;
    QList<GeoPoint> points{places.shop, places.home};
    if (places.rider)
        points.append(*places.rider);
    const Projection projection(
        points, rect().adjusted(look.scaled(kMiniSideMargin), look.scaled(kMiniTopMargin),
                                -look.scaled(kMiniSideMargin), -look.scaled(kBottomMargin)));
    const QPointF shop = projection.at(places.shop);
    const QPointF home = projection.at(places.home);
    const QPointF rider = places.rider ? projection.at(*places.rider) : shop;
    if (places.rider)
        paintLeg(painter, shop, rider, tokens.done.ink, false);
    paintLeg(painter, rider, home, places.rider ? tokens.accent.ink : tokens.ink3, true);
    paintGoal(painter, look, shop, tokens.done.ink, false);
    paintGoal(painter, look, home, tokens.accent.ink, true);

    MapLabels labels(rect());
    const QRect corner = rect().adjusted(metrics::kGap16, 0, -metrics::kGap16, -metrics::kGap8);
    if (const auto bar = ScaleBar::of(projection.metersPerPixel(),
                                      std::min(look.scaled(kMostMiniBar), width() / 3)))
        labels.block(paintScaleBar(painter, look, corner, *bar));
    blockLeg(labels, shop, rider);
    blockLeg(labels, rider, home);
    const int goal = kGoalSize;
    QList<Name> names{{around(home, goal), places.homeName, Weight::Bold, tokens.ink},
                      {around(shop, goal), places.shopName, Weight::Regular, tokens.ink2}};
    if (places.rider) {
        const QRect badge =
            badgePlace(rider, look.scaled(kBadge), {names.at(0).mark, names.at(1).mark}, rect());
        paintRider(painter, look, badge, rider);
        // Where the rider stands has its name beside them both.
        for (Name &name : names) {
            if (name.mark.intersects(badge) || name.mark.contains(rider.toPoint()))
                name.mark |= badge;
        }
        names.prepend({badge, places.riderName, Weight::Bold, tokens.accent.ink});
    }
    paintNames(painter, look, labels, names);
}

void MiniMap::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::ui
