// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GeoPoint.h"
#include "ui/Icons.h"

#include <QGraphicsItem>

#include <optional>

namespace soban::ui {

/// A place on a map.
struct MapMark {
    enum class Kind {
        Pin,  ///< an octagon with `number`, or with `icon`
        Goal, ///< a ring: where the way leads
    };

    QString id; ///< the caller's own, for `MapView::markPressed`
    GeoPoint at;
    Kind kind = Kind::Pin;
    QString number;
    std::optional<Icon> icon = std::nullopt;
    QString label;
    bool isChosen = false; ///< in accent; its label is bold
    int count = 1;         ///< of what stands there; more than one is told at the corner of a pin

    bool operator==(const MapMark &) const = default;
};

/// A mark in the scene of a map, whose coordinates are the viewport's pixels.
class MapPin : public QGraphicsItem {
public:
    explicit MapPin(const MapMark &mark);

    const MapMark &mark() const { return m_mark; }
    /// In pixels, about its place.
    QRect box() const;
    /// The same of its count; empty if it stands for one thing only.
    QRect countBox() const;

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    MapMark m_mark;
};

} // namespace soban::ui
