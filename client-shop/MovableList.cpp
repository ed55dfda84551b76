// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/MovableList.h"

#include "ui/Look.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace soban::shop_app {

namespace {

constexpr int kMark = 3; ///< where the row would go

} // namespace

MovableList::MovableList(QWidget *parent) : RowList(parent) {}

void MovableList::setFitted(bool fitted) {
    m_isFitted = fitted;
    setVerticalScrollBarPolicy(fitted ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, fitted ? QSizePolicy::Fixed : QSizePolicy::Expanding);
}

QSize MovableList::sizeHint() const {
    if (!m_isFitted || !model())
        return RowList::sizeHint();
    int height = 0;
    for (int row = 0; row < model()->rowCount(); ++row)
        height += sizeHintForRow(row);
    return {120, height};
}

QSize MovableList::minimumSizeHint() const {
    return m_isFitted ? sizeHint() : QSize(120, ui::Look::of(this).scaled(80));
}

bool MovableList::isGrip(const QModelIndex &, QPoint) const {
    return true;
}

void MovableList::keyPressEvent(QKeyEvent *event) {
    const QModelIndex index = currentIndex();
    const bool isUp = event->key() == Qt::Key_Up;
    if (event->modifiers().testFlag(Qt::AltModifier) && (isUp || event->key() == Qt::Key_Down)) {
        const int to = index.row() + (isUp ? -1 : 1);
        if (m_isMovable && index.isValid() && to >= 0 && to < model()->rowCount())
            emit moveAsked(index.row(), to);
        return;
    }
    const bool isPlain = index.isValid() && !event->isAutoRepeat();
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        emit opened(index.row());
        return;
    }
    if (isPlain && event->key() == Qt::Key_Delete) {
        emit removeAsked(index.row());
        return;
    }
    RowList::keyPressEvent(event);
}

void MovableList::mousePressEvent(QMouseEvent *event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool mayDrag = m_isMovable && event->button() == Qt::LeftButton && index.isValid() &&
                         isGrip(index, event->position().toPoint());
    if (mayDrag)
        m_drag = Drag{index.row(), event->position().toPoint()};
    RowList::mousePressEvent(event);
}

int MovableList::gapAt(int y) const {
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (y < visualRect(model()->index(row, 0)).center().y())
            return row;
    }
    return model()->rowCount();
}

void MovableList::mouseMoveEvent(QMouseEvent *event) {
    if (!m_drag) {
        RowList::mouseMoveEvent(event);
        return;
    }
    const QPoint point = event->position().toPoint();
    if ((point - m_drag->from).manhattanLength() >= QApplication::startDragDistance())
        m_drag->isMoving = true;
    if (!m_drag->isMoving)
        return;
    m_drag->gap = gapAt(point.y());
    viewport()->setCursor(Qt::ClosedHandCursor);
    viewport()->update();
}

void MovableList::mouseReleaseEvent(QMouseEvent *event) {
    const auto drag = m_drag;
    endDrag();
    if (!drag || !drag->isMoving) {
        RowList::mouseReleaseEvent(event);
        return;
    }
    const int to = drag->gap > drag->row ? drag->gap - 1 : drag->gap;
    if (to != drag->row && drag->row < model()->rowCount())
        emit moveAsked(drag->row, to);
}

void MovableList::endDrag() {
    if (!m_drag)
        return;
    m_drag.reset();
    viewport()->unsetCursor();
    viewport()->update();
}

void MovableList::paintEvent(QPaintEvent *event) {
    RowList::paintEvent(event);
    if (!m_drag || !m_drag->isMoving)
        return;
    const int last = model()->rowCount() - 1;
    const int y = m_drag->gap > last ? visualRect(model()->index(last, 0)).bottom() - kMark
                                     : visualRect(model()->index(m_drag->gap, 0)).top();
    QPainter painter(viewport());
    painter.fillRect(QRect(0, y, viewport()->width(), kMark),
                     ui::Look::of(this).tokens().accent.ink);
}

void MovableList::resizeEvent(QResizeEvent *event) {
    RowList::resizeEvent(event);
    if (m_isFitted)
        updateGeometry();
}

} // namespace soban::shop_app
