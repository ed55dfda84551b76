// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/TileSource.h"

#include <QCache>
#include <QPixmap>
#include <QPointer>
#include <QSet>

class QPainter;

namespace soban::ui {

/// The tiles below a map: asks for those that are seen, keeps the latest, and shows a coarser one
/// until the right one comes.
class TileLayer : public QObject {
    Q_OBJECT

public:
    explicit TileLayer(QObject *parent = nullptr);

    /// Null: none. Not owned.
    void setSource(TileSource *source);
    TileSource *source() const { return m_source; }

    /// Draws what is there of `world` (part of the unit square) into `box`, both in the painter's
    /// coordinates; asks for what is missing. `unitsPerPixel`: on the screen.
    void paint(QPainter &painter, const QRectF &box, const QRectF &world, double unitsPerPixel);

    static constexpr int kMostTiles = 256;

signals:
    void tilesChanged();

private:
    void keep(const TileKey &key, const QImage &image);
    void ask(const TileKey &key);
    void forgetUnseen(const QSet<TileKey> &seen);
    bool paintCoarser(QPainter &painter, const QRectF &target, const TileKey &key);

    QPointer<TileSource> m_source;
    QCache<TileKey, QPixmap> m_tiles;
    QSet<TileKey> m_asked;
};

} // namespace soban::ui
