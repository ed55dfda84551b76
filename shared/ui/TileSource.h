// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QUrl>

namespace soban::ui {

/// A square of the map at one zoom: column `x` and row `y` of 2^zoom, from the north-west.
struct TileKey {
    int zoom = 0;
    int x = 0;
    int y = 0;

    bool operator==(const TileKey &) const = default;
};

size_t qHash(const TileKey &key, size_t seed = 0);

/// `pattern` with {z}, {x} and {y} filled in; an empty address if one of them is missing or the
/// result is no valid http(s) or file address.
QUrl tileUrl(const QString &pattern, const TileKey &key);

/// Where the pictures of the map come from; the map knows no network. It asks for each tile once
/// and again after `failed`, when it is seen anew.
class TileSource : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void request(const TileKey &key) = 0;
    /// What was asked for and is no longer seen. May be ignored.
    virtual void cancel(const TileKey &key) { Q_UNUSED(key) }
    /// To be shown on the map: the licence of most maps asks for it.
    virtual QString attribution() const = 0;
    virtual int mostZoom() const { return 19; }

signals:
    void arrived(const soban::ui::TileKey &key, const QImage &image);
    void failed(const soban::ui::TileKey &key);
};

} // namespace soban::ui
