// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/TileLayer.h"

#include "ui/WebMercator.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace soban::ui {

TileLayer::TileLayer(QObject *parent) : QObject(parent), m_tiles(kMostTiles) {}

void TileLayer::setSource(TileSource *source) {
    if (m_source)
        disconnect(m_source, nullptr, this, nullptr);
    m_source = source;
    m_tiles.clear();
    m_asked.clear();
    if (source) {
        connect(source, &TileSource::arrived, this, &TileLayer::keep);
        connect(source, &TileSource::failed, this,
                [this](const TileKey &key) { m_asked.remove(key); });
    }
    emit tilesChanged();
}

void TileLayer::keep(const TileKey &key, const QImage &image) {
    m_asked.remove(key);
    if (image.isNull())
        return;
    m_tiles.insert(key, new QPixmap(QPixmap::fromImage(image)));
    emit tilesChanged();
}

void TileLayer::ask(const TileKey &key) {
    if (m_asked.contains(key))
        return;
    m_asked.insert(key);
    m_source->request(key);
}

void TileLayer::forgetUnseen(const QSet<TileKey> &seen) {
    const QSet<TileKey> unseen = m_asked - seen;
    for (const TileKey &key : unseen) {
        m_asked.remove(key);
        m_source->cancel(key);
    }
}

bool TileLayer::paintCoarser(QPainter &painter, const QRectF &target, const TileKey &key) {
    constexpr int kMostSteps = 4;
    for (int step = 1; step <= std::min(kMostSteps, key.zoom); ++step) {
        const QPixmap *tile = m_tiles.object({key.zoom - step, key.x >> step, key.y >> step});
        if (!tile)
            continue;
        const int parts = 1 << step;
        const QSizeF part(tile->width() / double(parts), tile->height() / double(parts));
        const QPointF corner((key.x % parts) * part.width(), (key.y % parts) * part.height());
        painter.drawPixmap(target, *tile, QRectF(corner, part));
        return true;
    }
    return false;
}

void TileLayer::paint(QPainter &painter, const QRectF &box, const QRectF &world,
                      double unitsPerPixel) {
    if (!m_source || world.isEmpty() || !(unitsPerPixel > 0))
        return;
    const double exact = std::log2(1 / (unitsPerPixel * mercator::kTileSize));
    const int zoom = std::clamp(qRound(exact), 0, m_source->mostZoom());
    const int count = 1 << zoom;
    const auto index = [count](double at) { return std::clamp(int(at * count), 0, count - 1); };
    const double across = box.width() / world.width();
    const double down = box.height() / world.height();
    QSet<TileKey> seen;
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int y = index(world.top()); y <= index(world.bottom()); ++y) {
        for (int x = index(world.left()); x <= index(world.right()); ++x) {
            const TileKey key{zoom, x, y};
            const QRectF target(box.left() + (double(x) / count - world.left()) * across,
                                box.top() + (double(y) / count - world.top()) * down,
                                across / count, down / count);
            seen.insert(key);
            if (const QPixmap *tile = m_tiles.object(key)) {
                painter.drawPixmap(target, *tile, QRectF(tile->rect()));
            } else {
                paintCoarser(painter, target, key);
                ask(key);
            }
        }
    }
    painter.restore();
    forgetUnseen(seen);
}

} // namespace soban::ui
