// SPDX-License-Identifier: GPL-3.0-or-later
// What both maps draw alike. All sizes are pixels on the screen, whatever the map's scale.
#pragma once

#include "ui/Paint.h"

namespace soban::ui {

/// Marks without words keep their size when the text grows, so that they hide less of the pins.
constexpr int kGoalSize = 18;
constexpr int kSelfSize = 32;

/// Sunken ground with a faint grid that moves with the map: `origin` is one of its crossings.
void paintMapGrid(QPainter &painter, const Look &look, const QRect &box, const QPointF &origin);

/// A length that is round to people (1, 2 or 5 followed by zeros) and its bar.
struct ScaleBar {
    int meters;
    int pixels;

    /// The longest that is at most `mostPixels` long; nothing if the map has no scale.
    static std::optional<ScaleBar> of(double metersPerPixel, int mostPixels);
    QString text() const; ///< "500 m", "2 km"
};
/// Label above the bar, both at the bottom right of `box`. Returns what it covers.
QRect paintScaleBar(QPainter &painter, const Look &look, const QRect &box, const ScaleBar &bar);

/// An arrow upwards and the word for north, at the bottom left of `box`. Returns what it covers.
QRect paintNorth(QPainter &painter, const Look &look, const QRect &box, const QString &north);

/// The side of a pin: grows with its number, but less, so that neighbours stay apart.
int pinSize(const Look &look);
/// An octagon with a number or an icon; filled in accent if it is the chosen one.
void paintPin(QPainter &painter, const Look &look, const QRect &box, const QString &number,
              std::optional<Icon> icon, bool isChosen);

/// How many things stand at a pin: "×2".
QSize pinCountSize(const Look &look, int count);
void paintPinCount(QPainter &painter, const Look &look, const QRect &box, int count);

/// A ring, in accent with a dot inside if the way leads there now.
void paintGoal(QPainter &painter, const Look &look, const QPointF &centre, const QColor &color,
               bool hasDot);

/// Where one is: green, within a soft halo.
void paintSelf(QPainter &painter, const Look &look, const QPointF &centre);

/// A stretch of a way: solid where one goes now or has been, dotted where it leads on.
void paintLeg(QPainter &painter, const QPointF &from, const QPointF &to, const QColor &color,
              bool isDotted);

} // namespace soban::ui
