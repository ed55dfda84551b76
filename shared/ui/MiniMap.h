// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GeoPoint.h"

#include <QWidget>

#include <optional>

namespace soban::ui {

/// Where an order is between shop and home.
struct MiniMapPlaces {
    GeoPoint shop;
    GeoPoint home;
    QString shopName;
    QString homeName;
    std::optional<GeoPoint> rider;
    QString riderName; ///< with what is left to go: "Minjae · 0.8 km"

    bool operator==(const MiniMapPlaces &) const = default;
};

/// A still map of one delivery, true to scale, north at the top.
class MiniMap : public QWidget {
    Q_OBJECT

public:
    explicit MiniMap(QWidget *parent = nullptr);

    const std::optional<MiniMapPlaces> &places() const { return m_places; }
    void setPlaces(const std::optional<MiniMapPlaces> &places);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::optional<MiniMapPlaces> m_places;
};

} // namespace soban::ui
