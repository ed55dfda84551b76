// SPDX-License-Identifier: GPL-3.0-or-later
// How the map is drawn; see MapView.cpp for how it moves.
#include "ui/MapView.h"

#include "ui/MapLabels.h"
#include "ui/MapPaint.h"
#include "ui/MapSpread.h"
#include "ui/WebMercator.h"

#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace soban::ui {

namespace {

constexpr int kMapMargin = 12;
constexpr int kMostMapBar = 140;
/// Behind names, so that they can be read whatever lies below: tiles, or the way.
constexpr double kVeil = 0.86;
constexpr double kStemWidth = 2;
constexpr double kStemFrom = 2; ///< pixels off its place, from which a mark has a stem
constexpr int kAimGap = 6;
constexpr int kAimReach = 22;

QRect about(const QPointF &centre, int side) {
    QRect rect(0, 0, side, side);
    rect.moveCenter(centre.toPoint());
    return rect;
}

} // namespace

void MapView::drawBackground(QPainter *painter, const QRectF &) {
    const Look &look = Look::of(this);
    const QRect box = viewport()->rect();
    const QPointF middle(box.width() / 2.0, box.height() / 2.0);
    const QPointF origin = middle - m_centre / m_unitsPerPixel;
    // Only the remainder of a far origin matters, and small numbers stay exact.
    paintMapGrid(*painter, look, box,
                 {std::fmod(origin.x(), 48.0 * 1024), std::fmod(origin.y(), 48.0 * 1024)});
    const QSizeF world(box.width() * m_unitsPerPixel, box.height() * m_unitsPerPixel);
    const QRectF seen(m_centre - QPointF(world.width() / 2, world.height() / 2), world);
    m_tiles->paint(*painter, QRectF(box), seen, m_unitsPerPixel);
    paintRings(*painter);
    paintWay(*painter);
    paintStems(*painter);
    if (m_self)
        paintSelf(*painter, look, selfPlace());
}

/// Beside the marks rather than under them: whoever stands at the shop sees both.
QPointF MapView::selfPlace() const {
    QList<MapSpot> spots{{viewOf(*m_self), kSelfSize / 2.0, false}};
    const auto items = m_scene->items();
    for (const QGraphicsItem *item : items) {
        if (const auto *pin = dynamic_cast<const MapPin *>(item))
            spots.append({pin->pos(), pin->box().width() / 2.0, true});
    }
    return spreadSpots(spots).first();
}

/// From where a mark stands to its place, if that is beside it.
void MapView::paintStems(QPainter &painter) const {
    const Tokens &tokens = Look::of(this).tokens();
    const auto paint = [&](const QPointF &place, const QPointF &mark, const QColor &color) {
        if (QLineF(place, mark).length() < kStemFrom)
            return;
        painter.setPen(QPen(color, kStemWidth, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(place, mark);
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto items = m_scene->items();
    for (const QGraphicsItem *item : items) {
        if (const auto *pin = dynamic_cast<const MapPin *>(item))
            paint(viewOf(pin->mark().at), pin->pos(), tokens.ink2);
    }
    if (m_self)
        paint(viewOf(*m_self), selfPlace(), tokens.fresh.ink);
    painter.restore();
}

void MapView::paintRings(QPainter &painter) const {
    if (!m_self)
        return;
    QPen pen(Look::of(this).tokens().control, 1);
    pen.setDashPattern({3, 4});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const double perPixel = m_unitsPerPixel * mercator::metersPerUnit(m_self->latitude());
    for (const int meters : m_rings) {
        const qreal radius = meters / perPixel;
        painter.drawEllipse(viewOf(*m_self), radius, radius);
    }
    painter.restore();
}

void MapView::paintWay(QPainter &painter) const {
    const Tokens &tokens = Look::of(this).tokens();
    for (const MapLeg &leg : m_legs)
        paintLeg(painter, viewOf(leg.from), viewOf(leg.to),
                 leg.isChosen ? tokens.accent.ink : tokens.ink3, leg.isDotted);
}

void MapView::drawForeground(QPainter *painter, const QRectF &) {
    MapLabels labels(viewport()->rect().adjusted(2, 2, -2, -2));
    paintFurniture(*painter, labels);
    blockMarks(labels);
    paintLabels(*painter, labels);
    paintRingLabels(*painter, labels);
    if (m_isAiming)
        paintAim(*painter);
    if (m_isFramed)
        paintFrame(*painter);
}

void MapView::paintAim(QPainter &painter) const {
    const Tokens &tokens = Look::of(this).tokens();
    const QPoint middle = viewport()->rect().center();
    painter.save();
    // Two strokes, so that it is seen on tiles of any colour.
    for (const auto &[color, width] : {std::pair{tokens.surface, 6}, {tokens.accent.ink, 2}}) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
        for (const QPoint direction : {QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)})
            painter.drawLine(middle + direction * kAimGap, middle + direction * kAimReach);
    }
    painter.restore();
}

void MapView::paintFrame(QPainter &painter) const {
    const Tokens &tokens = Look::of(this).tokens();
    const QRectF box = QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath card;
    card.addRoundedRect(box, metrics::kCardRadius, metrics::kCardRadius);
    QPainterPath corners;
    corners.addRect(viewport()->rect());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(corners.subtracted(card), tokens.ground);
    painter.setPen(QPen(tokens.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(card);
    painter.restore();
}

void MapView::paintFurniture(QPainter &painter, MapLabels &labels) const {
    const Look &look = Look::of(this);
    const QRect box = viewport()->rect().adjusted(kMapMargin, kMapMargin, -kMapMargin, -kMapMargin);
    const QString north = tr("N", "north, beside the arrow on the map");
    const auto bar =
        ScaleBar::of(metersPerPixel(), std::min(look.scaled(kMostMapBar), viewport()->width() / 3));
    const int line = look.lineHeight(Text::Small);
    if (m_tiles->source()) {
        // On tiles all of it stands on one veil along the lower edge, with the map's licence.
        QColor veil = look.tokens().surface;
        veil.setAlphaF(float(kVeil));
        const QRect edge(0, viewport()->height() - line - kMapMargin - 8, viewport()->width(),
                         line + kMapMargin + 8);
        painter.fillRect(edge, veil);
        labels.block(edge);
        const int left = 24 + textWidth(look, north, Text::Small);
        paintLine(painter, look,
                  box.adjusted(left, box.height() - line, bar ? -bar->pixels - kMapMargin : 0, 3),
                  m_tiles->source()->attribution(),
                  {Text::Small, Weight::Regular, look.tokens().ink2});
    }
    labels.block(paintNorth(painter, look, box, north));
    if (bar)
        labels.block(paintScaleBar(painter, look, box, *bar));
}

void MapView::blockMarks(MapLabels &labels) const {
    for (const QGraphicsItem *item : m_scene->items()) {
        const auto *pin = dynamic_cast<const MapPin *>(item);
        if (!pin)
            continue;
        for (const QRect &box : {pin->box(), pin->countBox()})
            labels.block(box.translated(pin->pos().toPoint()));
    }
    if (m_self)
        labels.block(about(selfPlace(), kSelfSize * 3 / 4));
    constexpr int kEach = 12;
    constexpr int kMostPieces = 200;
    for (const MapLeg &leg : m_legs) {
        const QLineF line(viewOf(leg.from), viewOf(leg.to));
        const int pieces = std::min(kMostPieces, int(line.length() / kEach));
        for (int i = 1; i < pieces; ++i)
            labels.block(about(line.pointAt(double(i) / pieces), 4));
    }
}

void MapView::paintLabels(QPainter &painter, MapLabels &labels) const {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    const auto name = [&](const MapPin &pin) {
        const MapMark &mark = pin.mark();
        const QRect box = pin.box().translated(pin.pos().toPoint());
        if (mark.label.isEmpty() || !viewport()->rect().intersects(box))
            return;
        const bool isStrong = mark.isChosen && mark.kind == MapMark::Kind::Pin;
        const Weight weight = isStrong ? Weight::Bold : Weight::Regular;
        const QSize size(textWidth(look, mark.label, Text::Small, weight),
                         look.lineHeight(Text::Small));
        // The others have a number, which the list beside the map explains.
        const bool mustBeRead = mark.isChosen || mark.number.isEmpty();
        const auto place = mustBeRead ? labels.placeAnyhow(box, size) : labels.place(box, size);
        if (place)
            paintLabel(painter, *place, mark.label, weight, isStrong ? tokens.ink : tokens.ink2);
    };
    const auto pins = m_scene->items(); // from the topmost: the chosen come first
    for (const QGraphicsItem *item : pins) {
        if (const auto *pin = dynamic_cast<const MapPin *>(item))
            name(*pin);
    }
    if (m_self) {
        const QString me = m_isSelfSimulated ? tr("Me (simulated)") : tr("Me");
        const QSize size(textWidth(look, me, Text::Small, Weight::Bold),
                         look.lineHeight(Text::Small));
        if (const auto place = labels.place(about(selfPlace(), kSelfSize), size))
            paintLabel(painter, *place, me, Weight::Bold, tokens.fresh.ink);
    }
}

void MapView::paintLabel(QPainter &painter, const QRect &box, const QString &text, Weight weight,
                         const QColor &color) const {
    const Look &look = Look::of(this);
    const bool hasTiles = m_tiles->source() != nullptr;
    QColor veil = hasTiles ? look.tokens().surface : look.tokens().sunken;
    veil.setAlphaF(float(kVeil));
    const int side = hasTiles ? 4 : 2;
    paintPlate(painter, box.adjusted(-side, 0, side, 0),
               {veil, {}, {}, 0, 0, metrics::kChipRadius});
    paintLine(painter, look, box, text, {Text::Small, weight, color}, false);
}

void MapView::paintRingLabels(QPainter &painter, MapLabels &labels) const {
    if (!m_self)
        return;
    const Look &look = Look::of(this);
    const double perPixel = m_unitsPerPixel * mercator::metersPerUnit(m_self->latitude());
    const QPointF self = viewOf(*m_self);
    for (const int meters : m_rings) {
        const QString text = ScaleBar{meters, 0}.text();
        const QSize size(textWidth(look, text, Text::Small), look.lineHeight(Text::Small));
        const qreal radius = meters / perPixel;
        for (const double degrees : {145.0, 35.0, 215.0, 325.0, 165.0, 15.0}) {
            const double turn = degrees * std::numbers::pi / 180;
            const QPointF at = self + QPointF(std::cos(turn), -std::sin(turn)) *
                                          (radius + size.width() / 2.0 + metrics::kGap8);
            QRect box(QPoint(), size);
            box.moveCenter(at.toPoint());
            if (labels.placeAt(box)) {
                paintLabel(painter, box, text, Weight::Regular, look.tokens().ink3);
                break;
            }
        }
    }
}

} // namespace soban::ui
