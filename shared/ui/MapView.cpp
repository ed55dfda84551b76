// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MapView.h"

#include "ui/DefaultName.h"
#include "ui/Formats.h"
#include "ui/MapSpread.h"
#include "ui/WebMercator.h"

#include <QApplication>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace soban::ui {

namespace {

/// Between a street and a continent.
constexpr double kLeastUnitsPerPixel = 1.0 / (mercator::kTileSize * double(1 << 20));
constexpr double kMostUnitsPerPixel = 1.0 / (mercator::kTileSize * 16.0);
/// No nearer than this by itself: neighbours look like neighbours.
constexpr double kNearestMetersPerPixel = 0.8;
constexpr int kSideMargin = 56;
constexpr int kTopMargin = 40;
constexpr double kKeyZoom = 1.5;

} // namespace

MapView::MapView(QWidget *parent)
    : QGraphicsView(parent), m_scene(new QGraphicsScene(this)), m_tiles(new TileLayer(this)) {
    setScene(m_scene);
    m_scene->setItemIndexMethod(QGraphicsScene::NoIndex);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportUpdateMode(FullViewportUpdate);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setFocusPolicy(Qt::StrongFocus);
    setTransformationAnchor(NoAnchor);
    viewport()->grabGesture(Qt::PinchGesture);
    connect(m_tiles, &TileLayer::tilesChanged, viewport(), qOverload<>(&QWidget::update));
    retranslate();
}

MapView::~MapView() = default;

QSize MapView::sizeHint() const {
    const Look &look = Look::of(this);
    return {look.scaled(480), m_wantedHeight.value_or(look.scaled(200))};
}

void MapView::setSelf(const std::optional<GeoPoint> &self) {
    if (m_self == self)
        return;
    m_self = self;
    moved();
}

void MapView::setSelfSimulated(bool isSimulated) {
    m_isSelfSimulated = isSimulated;
    viewport()->update();
}

void MapView::setMarks(const QList<MapMark> &marks) {
    if (m_marks == marks)
        return;
    m_marks = marks;
    m_scene->clear();
    for (const MapMark &mark : std::as_const(m_marks))
        m_scene->addItem(new MapPin(mark));
    moved();
}

void MapView::setWay(const QList<MapLeg> &legs) {
    if (m_legs == legs)
        return;
    m_legs = legs;
    moved();
}

void MapView::setRings(const QList<int> &metersEach) {
    m_rings = metersEach;
    moved();
}

void MapView::setTileSource(TileSource *source) {
    m_tiles->setSource(source);
}

void MapView::setAiming(bool isAiming) {
    m_isAiming = isAiming;
    retranslate();
    viewport()->update();
}

void MapView::setFramed(bool isFramed) {
    m_isFramed = isFramed;
    viewport()->update();
}

void MapView::setWantedHeight(int pixels) {
    m_wantedHeight = pixels;
    updateGeometry();
}

/// What is shown has changed.
void MapView::moved() {
    retranslate();
    if (m_isFollowing)
        showEverything();
    else
        place();
}

void MapView::retranslate() {
    setDefaultName(*this, tr("Map"));
    if (m_isAiming) {
        setAccessibleDescription(tr("Aim with the arrow keys and press Enter"));
        return;
    }
    QStringList parts;
    for (const MapMark &mark : std::as_const(m_marks)) {
        QStringList words{mark.number, mark.label};
        if (m_self)
            words.append(distanceText(qRound(m_self->distanceMetersTo(mark.at))));
        words.removeAll(QString());
        parts.append(words.join(u' '));
    }
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

double MapView::metersPerPixel() const {
    const auto middle = centre();
    return m_unitsPerPixel * mercator::metersPerUnit(middle ? middle->latitude() : 0);
}

std::optional<GeoPoint> MapView::centre() const {
    return mercator::unproject(m_centre);
}

QPointF MapView::viewOf(const GeoPoint &point) const {
    const QPointF middle(viewport()->width() / 2.0, viewport()->height() / 2.0);
    return middle + (mercator::project(point) - m_centre) / m_unitsPerPixel;
}

QPoint MapView::pixelOf(const GeoPoint &point) const {
    return viewOf(point).toPoint();
}

std::optional<GeoPoint> MapView::placeAt(const QPoint &pixel) const {
    const QPointF middle(viewport()->width() / 2.0, viewport()->height() / 2.0);
    return mercator::unproject(m_centre + (QPointF(pixel) - middle) * m_unitsPerPixel);
}

void MapView::place() {
    setSceneRect(QRectF(viewport()->rect()));
    QList<MapPin *> pins;
    QList<MapSpot> spots;
    const auto items = m_scene->items(Qt::AscendingOrder);
    for (QGraphicsItem *item : items) {
        auto *pin = dynamic_cast<MapPin *>(item);
        if (!pin)
            continue;
        const bool isHeld = pin->mark().isChosen && pin->mark().kind == MapMark::Kind::Pin;
        pins.append(pin);
        spots.append({viewOf(pin->mark().at), pin->box().width() / 2.0, isHeld});
    }
    // Small maps: what lies over each other at its place stands side by side.
    const QList<QPointF> places = spreadSpots(spots);
    for (qsizetype i = 0; i < pins.size(); ++i)
        pins.at(i)->setPos(places.at(i));
    viewport()->update();
}

void MapView::showEverything() {
    m_isFollowing = true;
    QPolygonF world;
    double latitude = 0;
    const auto add = [&](const GeoPoint &point) {
        world.append(mercator::project(point));
        latitude = point.latitude();
    };
    for (const MapMark &mark : std::as_const(m_marks))
        add(mark.at);
    for (const MapLeg &leg : std::as_const(m_legs)) {
        add(leg.from);
        add(leg.to);
    }
    if (m_self)
        add(*m_self);
    if (world.isEmpty())
        return place();
    const QRectF bounds = world.boundingRect();
    const double unit = mercator::metersPerUnit(latitude);
    const Look &look = Look::of(this);
    const auto fit = [](double units, int pixels) { return units / std::max(40, pixels); };
    const int width = viewport()->width();
    const int height = viewport()->height();
    double units =
        std::max({fit(bounds.width(), width - 2 * std::min(look.scaled(kSideMargin), width / 6)),
                  fit(bounds.height(), height - 2 * std::min(look.scaled(kTopMargin), height / 5)),
                  kNearestMetersPerPixel / unit});
    if (m_self && !m_rings.isEmpty()) {
        // The innermost ring fits as well; unlike places it has no names to leave room for.
        const double reach = *std::min_element(m_rings.begin(), m_rings.end()) / unit;
        const QPointF off = mercator::project(*m_self) - bounds.center();
        units = std::max({units, fit(2 * (reach + std::abs(off.x())), width - metrics::kGap16),
                          fit(2 * (reach + std::abs(off.y())), height - metrics::kGap16)});
    }
    m_centre = bounds.center();
    setUnitsPerPixel(units);
}

void MapView::centreOn(const GeoPoint &point) {
    m_isFollowing = false;
    m_centre = mercator::project(point);
    place();
}

void MapView::keepInView(const GeoPoint &point) {
    const int inset = std::min(viewport()->width(), viewport()->height()) / 6;
    if (viewport()->rect().adjusted(inset, inset, -inset, -inset).contains(pixelOf(point)))
        return;
    m_centre = mercator::project(point);
    place();
}

void MapView::setUnitsPerPixel(double units) {
    m_unitsPerPixel = std::clamp(units, kLeastUnitsPerPixel, kMostUnitsPerPixel);
    place();
}

void MapView::zoomBy(double factor, const QPoint &about) {
    if (!(factor > 0) || !std::isfinite(factor))
        return;
    m_isFollowing = false;
    const QPointF fromMiddle(about.x() - viewport()->width() / 2.0,
                             about.y() - viewport()->height() / 2.0);
    const double before = m_unitsPerPixel;
    const double after = std::clamp(before / factor, kLeastUnitsPerPixel, kMostUnitsPerPixel);
    // What lies under the finger stays there.
    m_centre += fromMiddle * (before - after);
    setUnitsPerPixel(after);
}

void MapView::panBy(const QPoint &pixels) {
    m_isFollowing = false;
    m_centre -= QPointF(pixels) * m_unitsPerPixel;
    m_centre = {std::clamp(m_centre.x(), 0.0, 1.0), std::clamp(m_centre.y(), 0.0, 1.0)};
    place();
}

void MapView::wheelEvent(QWheelEvent *event) {
    zoomBy(std::exp2(event->angleDelta().y() / 240.0), event->position().toPoint());
    event->accept();
}

const MapPin *MapView::pinAt(const QPoint &position) const {
    const auto found = items(position);
    for (const QGraphicsItem *item : found) {
        const auto *pin = dynamic_cast<const MapPin *>(item);
        if (pin && pin->mark().kind == MapMark::Kind::Pin)
            return pin;
    }
    return nullptr;
}

void MapView::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedAt = event->pos();
    m_grip = event->pos();
    m_isDragged = false;
}

void MapView::mouseMoveEvent(QMouseEvent *event) {
    if (!m_grip) {
        viewport()->setCursor(pinAt(event->pos()) ? Qt::PointingHandCursor : Qt::OpenHandCursor);
        return;
    }
    m_isDragged = m_isDragged || (event->pos() - m_pressedAt).manhattanLength() >=
                                     QApplication::startDragDistance();
    if (!m_isDragged)
        return;
    viewport()->setCursor(Qt::ClosedHandCursor);
    panBy(event->pos() - *m_grip);
    m_grip = event->pos();
}

void MapView::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton || !m_grip)
        return;
    m_grip.reset();
    viewport()->setCursor(Qt::OpenHandCursor);
    if (m_isDragged)
        return;
    if (const MapPin *pin = pinAt(event->pos()))
        emit markPressed(pin->mark().id);
    else if (const auto place = placeAt(event->pos()))
        emit groundPressed(*place);
}

void MapView::keyPressEvent(QKeyEvent *event) {
    const QPoint middle = viewport()->rect().center();
    const int step = std::min(viewport()->width(), viewport()->height()) / 5;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(kKeyZoom, middle);
    case Qt::Key_Minus:
        return zoomBy(1 / kKeyZoom, middle);
    case Qt::Key_Left:
        return panBy({step, 0});
    case Qt::Key_Right:
        return panBy({-step, 0});
    case Qt::Key_Up:
        return panBy({0, step});
    case Qt::Key_Down:
        return panBy({0, -step});
    case Qt::Key_0:
    case Qt::Key_Home:
        return showEverything();
    default:
        break;
    }
    const auto chosen =
        std::find_if(m_marks.cbegin(), m_marks.cend(), [event](const MapMark &mark) {
            return !mark.number.isEmpty() && mark.number == event->text();
        });
    if (chosen != m_marks.cend())
        emit markPressed(chosen->id);
    else
        event->ignore(); // the base would scroll
}

void MapView::resizeEvent(QResizeEvent *event) {
    QGraphicsView::resizeEvent(event);
    if (m_isFollowing)
        showEverything();
    else
        place();
}

bool MapView::viewportEvent(QEvent *event) {
    if (event->type() == QEvent::Gesture) {
        auto *gestures = static_cast<QGestureEvent *>(event);
        if (const auto *pinch = static_cast<QPinchGesture *>(gestures->gesture(Qt::PinchGesture))) {
            m_grip.reset();
            zoomBy(pinch->scaleFactor(), viewport()->mapFromGlobal(pinch->hotSpot().toPoint()));
            return true;
        }
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomBy(1 + gesture->value(), gesture->position().toPoint());
            return true;
        }
    }
    return QGraphicsView::viewportEvent(event);
}

void MapView::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        moved();
    QGraphicsView::changeEvent(event);
}

} // namespace soban::ui
