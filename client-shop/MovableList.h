// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/RowList.h"

#include <optional>

namespace soban::shop_app {

/// A list whose rows can be put in another order: by dragging, and by Alt with ↑ or ↓. It only
/// asks; its model does as it likes.
class MovableList : public RowList {
    Q_OBJECT

public:
    explicit MovableList(QWidget *parent = nullptr);

    void setMovable(bool movable) { m_isMovable = movable; }
    bool isMovable() const { return m_isMovable; }
    /// As high as all rows; never scrolls.
    void setFitted(bool fitted);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// `to`: where the row stands afterwards.
    void moveAsked(int from, int to);
    /// By Enter, and where the list says so by a press.
    void opened(int row);
    void removeAsked(int row);

protected:
    /// Whether rows can be dragged from there.
    virtual bool isGrip(const QModelIndex &index, QPoint point) const;

    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Drag {
        int row;
        QPoint from;
        bool isMoving = false;
        int gap = 0; ///< above this row
    };

    int gapAt(int y) const;
    void endDrag();

    bool m_isMovable = false;
    bool m_isFitted = false;
    std::optional<Drag> m_drag;
};

} // namespace soban::shop_app
