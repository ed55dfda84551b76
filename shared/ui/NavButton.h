// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Icons.h"

#include <QAbstractButton>

#include <optional>

namespace soban::ui {

/// A way to a page of the window: on the top bar (icon beside word), the rail at the side or the
/// bar at the bottom (icon above word), with a count of what waits there.
class NavButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Place { Top, Rail, Bottom };

    NavButton(Place place, Icon icon, QWidget *parent = nullptr);

    /// 0: none. From the first time on it keeps room for one, so that a count that comes or goes
    /// moves no other way.
    void setBadge(int count);
    /// On the top bar: the word small below the icon, where the bar has little room.
    void setUpright(bool isUpright);
    /// How wide it is on the top bar, this way or the other.
    int widthWhen(bool isUpright) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Colors {
        QColor ground, ink, mark;
    };
    Colors colors() const;
    void paintTop(QPainter &painter, const Colors &colors) const;
    void paintUpright(QPainter &painter, const Colors &colors) const;
    void paintBadge(QPainter &painter, QPoint left) const;
    QSize badgeSize() const;
    /// What the bar keeps for it.
    int badgeRoom() const;

    Place m_place;
    Icon m_icon;
    std::optional<int> m_badge; ///< nothing where there never is one
    bool m_isUpright;
};

} // namespace soban::ui
