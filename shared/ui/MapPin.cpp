// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MapPin.h"

#include "ui/MapPaint.h"

#include <QCursor>

namespace soban::ui {

MapPin::MapPin(const MapMark &mark) : m_mark(mark) {
    setZValue(mark.isChosen ? 2 : 1);
    if (mark.kind == MapMark::Kind::Pin)
        setCursor(Qt::PointingHandCursor);
}

QRect MapPin::box() const {
    const Look &look = Look::of(nullptr);
    const int side = m_mark.kind == MapMark::Kind::Pin ? pinSize(look) : kGoalSize;
    return {-side / 2, -side / 2, side, side};
}

QRect MapPin::countBox() const {
    if (m_mark.count < 2)
        return {};
    QRect box(QPoint(), pinCountSize(Look::of(nullptr), m_mark.count));
    box.moveCenter(this->box().topRight());
    return box;
}

QRectF MapPin::boundingRect() const {
    // A finger needs more than the pin shows.
    const int finger = metrics::kTouchHeight / 2;
    return QRectF(box() | countBox()).united(QRectF(-finger, -finger, 2 * finger, 2 * finger));
}

void MapPin::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *widget) {
    const Look &look = Look::of(widget);
    const Tokens &tokens = look.tokens();
    if (m_mark.kind == MapMark::Kind::Pin)
        paintPin(*painter, look, box(), m_mark.number, m_mark.icon, m_mark.isChosen);
    else
        paintGoal(*painter, look, {}, m_mark.isChosen ? tokens.accent.ink : tokens.ink2,
                  m_mark.isChosen);
    if (m_mark.count > 1)
        paintPinCount(*painter, look, countBox(), m_mark.count);
}

} // namespace soban::ui
