// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/MapView.h"

namespace soban::customer {

/// A map on which one place is pointed out: by a click, or by the arrow keys, which move the pin
/// (with Shift in larger steps). What is known about shows where one is.
class PlacePicker : public ui::MapView {
    Q_OBJECT

public:
    explicit PlacePicker(QWidget *parent = nullptr);

    /// Begins at `place`, among `landmarks`.
    void begin(const GeoPoint &place, const QList<ui::MapMark> &landmarks);
    const std::optional<GeoPoint> &place() const { return m_place; }

    QSize sizeHint() const override;

signals:
    void placed(const soban::GeoPoint &place); ///< by the person

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void put(const GeoPoint &place);
    void showMarks();

    std::optional<GeoPoint> m_place;
    QList<ui::MapMark> m_landmarks;
};

} // namespace soban::customer
