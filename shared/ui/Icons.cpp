// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace soban::ui {

namespace {

/// The colours in which the files are drawn.
constexpr const char *kDrawnInk = "#241A17";
constexpr const char *kDrawnAccent = "#21418C";

QByteArray source(const QString &path) {
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(isOpen, "soban::ui", qUtf8Printable(path));
    return file.readAll();
}

QPixmap render(const QByteArray &svg, const QSizeF &size, qreal ratio) {
    QPixmap pixmap((size * ratio).toSize());
    if (pixmap.isNull())
        return pixmap; // no room: nothing can be painted on it
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF({0, 0}, size));
    return pixmap;
}

/// Pixels of the device for one of the painter's: a printer's painter is scaled, its device is not.
qreal sharpness(const QPainter &painter) {
    constexpr qreal kMost = 16;
    const QTransform whole = painter.combinedTransform();
    return std::clamp(std::hypot(whole.m11(), whole.m12()), 1.0, kMost);
}

template <typename Make>
QPixmap cached(const QString &key, Make make) {
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = make();
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

} // namespace

QPixmap pixmap(Icon icon, const QColor &color, int size, qreal ratio) {
    const QString name = toText(icon);
    const QString key =
        QStringLiteral("icon/%1/%2/%3/%4").arg(name, color.name()).arg(size).arg(ratio);
    return cached(key, [&] {
        QByteArray svg = source(QStringLiteral(":/soban/ui/icons/%1.svg").arg(name));
        svg.replace(kDrawnInk, color.name().toLatin1());
        return render(svg, QSizeF(size, size), ratio);
    });
}

void paintIcon(QPainter &painter, Icon icon, const QRect &box, const QColor &color) {
    const int size = std::min(box.width(), box.height());
    QRect square(0, 0, size, size);
    square.moveCenter(box.center());
    painter.drawPixmap(square.topLeft(), pixmap(icon, color, size, sharpness(painter)));
}

QIcon asIcon(Icon icon, const QColor &color) {
    QIcon made;
    for (const int size : {16, 24, 48})
        made.addPixmap(pixmap(icon, color, size, 1.0));
    return made;
}

void paintArt(QPainter &painter, const QString &name, const QRectF &box) {
    const qreal ratio = sharpness(painter);
    const QString key =
        QStringLiteral("art/%1/%2x%3/%4").arg(name).arg(box.width()).arg(box.height()).arg(ratio);
    const QPixmap drawn = cached(key, [&] {
        return render(source(QStringLiteral(":/soban/ui/art/%1.svg").arg(name)), box.size(), ratio);
    });
    painter.drawPixmap(box.topLeft(), drawn);
}

void paintLineArt(QPainter &painter, const QString &name, const QRectF &box, const QColor &line,
                  const QColor &accent) {
    const qreal ratio = sharpness(painter);
    const QString key = QStringLiteral("line/%1/%2/%3/%4/%5")
                            .arg(name, line.name(), accent.name())
                            .arg(box.width())
                            .arg(ratio);
    const QPixmap drawn = cached(key, [&] {
        QByteArray svg = source(QStringLiteral(":/soban/ui/art/%1.svg").arg(name));
        svg.replace(kDrawnInk, line.name().toLatin1());
        svg.replace(kDrawnAccent, accent.name().toLatin1());
        return render(svg, box.size(), ratio);
    });
    painter.drawPixmap(box.topLeft(), drawn);
}

} // namespace soban::ui
