// SPDX-License-Identifier: GPL-3.0-or-later
// What widgets and delegates draw alike. Text is laid out with the fixed line heights of `Look`.
#pragma once

#include "ui/Icons.h"
#include "ui/Look.h"

#include <QPainter>
#include <QPainterPath>

namespace soban::ui {

/// How a text is set.
struct TextStyle {
    Text text = Text::Body;
    Weight weight = Weight::Regular;
    QColor color;
    Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
    bool isStruck = false;
};

int textWidth(const Look &look, const QString &string, Text text, Weight weight = Weight::Regular);

/// One line, centred on its height within `box`; what does not fit ends in "…" unless
/// `mayElide` is false (money never elides). Returns the width used.
int paintLine(QPainter &painter, const Look &look, const QRect &box, const QString &string,
              const TextStyle &style, bool mayElide = true);

/// Several lines, from the top of `box`; at most `mostLines` (0: all). Returns the height used.
int paintParagraph(QPainter &painter, const Look &look, const QRect &box, const QString &string,
                   const TextStyle &style, int mostLines = 0);
int paragraphHeight(const Look &look, int width, const QString &string, Text text,
                    Weight weight = Weight::Regular, int mostLines = 0);

/// A ground with rounded corners, a border and a foot: a darker edge below, as under a bowl.
struct Plate {
    QColor fill;
    QColor border;
    QColor foot;
    int borderWidth = 1;
    int footHeight = metrics::kFoot;
    int radius = metrics::kCardRadius;
};
void paintPlate(QPainter &painter, const QRect &box, const Plate &plate);

Plate cardPlate(const Look &look);
/// A card that is selected or wants to be looked at: 2 px of `edge`, its left side 5.
void paintMarkedCard(QPainter &painter, const Look &look, const QRect &box, const QColor &fill,
                     const QColor &edge);

/// Icon and word on a soft ground.
struct Chip {
    std::optional<Icon> icon;
    QString strong; ///< set in bold
    QString plain;  ///< follows it
    Tone tone = Tone::Plain;
    bool isFilled = false; ///< on the tone's ink: for the one thing that rings
};
QSize chipSize(const Look &look, const Chip &chip);
/// `box` gives the place; the chip is as large as `chipSize`, at its left and middle.
void paintChip(QPainter &painter, const Look &look, const QRect &box, const Chip &chip);

/// The tray: a square whose corners are cut off.
QPainterPath octagon(const QRectF &box, double corner = metrics::kTrayCorner);

/// How a picture is shown.
struct PictureStyle {
    bool isFaded = false;  ///< sold out, closed
    bool isGreyed = false; ///< its data has aged
};
/// A picture on its tray. Pictures with a ground of their own are cut to the octagon.
void paintPicture(QPainter &painter, const QRect &box, const QPixmap &picture,
                  const PictureStyle &style = {});

void paintFocusRing(QPainter &painter, const Look &look, const QRect &box, int radius);

/// A line of one device-independent pixel.
void paintRule(QPainter &painter, const QRect &box, const QColor &color, bool isDashed = false);

} // namespace soban::ui
