// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/MapView.h"

namespace soban::ui {
class Button;
} // namespace soban::ui

namespace soban::customer {

/// A map that is moved below a pin until the pin stands on the place: by dragging, by a click on
/// the place, or by the arrow keys (with Shift in larger steps). What is known about shows where
/// one is.
class PlacePicker : public ui::MapView {
    Q_OBJECT

public:
    explicit PlacePicker(QWidget *parent = nullptr);

    /// Begins at `place`, among `landmarks`.
    void begin(const GeoPoint &place, const QList<ui::MapMark> &landmarks);
    const std::optional<GeoPoint> &place() const { return m_place; }
    /// Those that are drawn within the map as it stands.
    QList<ui::MapMark> landmarksInSight() const;

    QSize sizeHint() const override;

signals:
    void placed(const soban::GeoPoint &place); ///< by the person
    void landmarksShown();                     ///< others than before, or at another scale

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    ui::Button *addZoom(ui::Icon icon, Qt::Key key);
    void placeZoom();
    void retranslateZoom();
    void put(const GeoPoint &place);
    QList<ui::MapMark> apart() const;
    void showApart();
    void showMarks(QList<ui::MapMark> landmarks);
    void showStart();

    std::optional<GeoPoint> m_place;
    QList<ui::MapMark> m_landmarks;
    QList<ui::MapMark> m_shown; ///< of them
    ui::Button *m_nearer;
    ui::Button *m_farther;
};

} // namespace soban::customer
