// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Look.h"
#include "ui/MapPin.h"
#include "ui/TileLayer.h"

#include <QGraphicsView>

namespace soban::ui {

class MapLabels;

/// A stretch of the way: solid where one goes now, dotted where it leads on.
struct MapLeg {
    GeoPoint from;
    GeoPoint to;
    bool isDotted = false;
    bool isChosen = false; ///< in accent

    bool operator==(const MapLeg &) const = default;
};

/// The rider's map: own position, places, the way between them, rings of distance and a true scale;
/// tiles below if there are any. Drag, wheel and pinch; keys + − arrows, 0 to see everything,
/// 1 to 9 for the pin with that number.
class MapView : public QGraphicsView {
    Q_OBJECT

public:
    explicit MapView(QWidget *parent = nullptr);
    ~MapView() override;

    void setSelf(const std::optional<GeoPoint> &self);
    /// The map says so beside it.
    void setSelfSimulated(bool isSimulated);
    void setMarks(const QList<MapMark> &marks);
    void setWay(const QList<MapLeg> &legs);
    /// Radii about oneself, in metres.
    void setRings(const QList<int> &metersEach);
    /// Null: none. Not owned.
    void setTileSource(TileSource *source);
    /// A cross in the middle, for choosing a place by moving the map below it.
    void setAiming(bool isAiming);
    /// As a card among others: round corners and a line.
    void setFramed(bool isFramed);
    /// Asks its layout for so much, whatever the size of text.
    void setWantedHeight(int pixels);

    /// Everything that is known, as large as it goes; also after each change until the person has
    /// moved the map, and again after `0`.
    void showEverything();
    /// From now on the view moves only by the person's hand, or by `keepInView`.
    void holdView() { m_isFollowing = false; }
    /// Moves the view so that `point` is in its middle, and holds it.
    void centreOn(const GeoPoint &point);
    /// Moves the view, if it must, so that `point` is well within it.
    void keepInView(const GeoPoint &point);
    bool isFollowing() const { return m_isFollowing; }
    double metersPerPixel() const;
    QPoint pixelOf(const GeoPoint &point) const; ///< in the viewport
    std::optional<GeoPoint> centre() const;
    std::optional<GeoPoint> placeAt(const QPoint &pixel) const; ///< in the viewport

    QSize sizeHint() const override;

signals:
    void markPressed(const QString &id);
    /// A place between the marks.
    void groundPressed(const soban::GeoPoint &place);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void moved();
    void zoomBy(double factor, const QPoint &about);
    void panBy(const QPoint &pixels);
    void setUnitsPerPixel(double units);
    void place();
    void retranslate();
    QPointF viewOf(const GeoPoint &point) const;
    const MapPin *pinAt(const QPoint &position) const;
    QPointF selfPlace() const;
    void paintRings(QPainter &painter) const;
    void paintWay(QPainter &painter) const;
    void paintStems(QPainter &painter) const;
    void paintRingLabels(QPainter &painter, MapLabels &labels) const;
    void blockMarks(MapLabels &labels) const;
    void paintLabels(QPainter &painter, MapLabels &labels) const;
    void paintLabel(QPainter &painter, const QRect &box, const QString &text, Weight weight,
                    const QColor &color) const;
    void paintAim(QPainter &painter) const;
    void paintFrame(QPainter &painter) const;
    void paintFurniture(QPainter &painter, MapLabels &labels) const;

    QGraphicsScene *m_scene;
    TileLayer *m_tiles;
    std::optional<GeoPoint> m_self;
    QList<MapMark> m_marks;
    QList<MapLeg> m_legs;
    QList<int> m_rings;
    QPointF m_centre{0.5, 0.5}; ///< in the unit square
    double m_unitsPerPixel = 1e-7;
    bool m_isFollowing = true;
    bool m_isSelfSimulated = false;
    bool m_isAiming = false;
    bool m_isFramed = false;
    std::optional<int> m_wantedHeight;
    std::optional<QPoint> m_grip; ///< where a drag was last
    QPoint m_pressedAt;
    bool m_isDragged = false;
};

} // namespace soban::ui
