// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/PictureReader.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>

namespace soban::desk {

namespace {

constexpr int kMostPixels = 64'000'000;
constexpr int kLargestSide = 4'096; ///< of what is painted
constexpr int kSvgWithin = 1'024;   ///< bytes in which a drawing says what it is

bool isDrawing(const QByteArray &bytes) {
    return bytes.left(kSvgWithin).contains("<svg");
}

/// Where a picture of `size` stands so that it fills `pixels`.
QRectF covering(QSizeF size, QSize pixels) {
    QRectF box({0, 0}, size.scaled(pixels, Qt::KeepAspectRatioByExpanding));
    box.moveCenter(QRectF({0, 0}, QSizeF(pixels)).center());
    return box;
}

QImage blank(QSize pixels) {
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

QImage readDrawing(const QByteArray &bytes, QSize pixels) {
    QSvgRenderer renderer(bytes);
    if (!renderer.isValid() || renderer.viewBoxF().isEmpty())
        return {};
    QImage image = blank(pixels);
    QPainter painter(&image);
    renderer.render(&painter, covering(renderer.viewBoxF().size(), pixels));
    return image;
}

QImage readPhoto(const QByteArray &bytes, QSize pixels) {
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty() || qint64(size.width()) * size.height() > kMostPixels)
        return {};
    // Photos are decoded at about the size at which they are shown: far quicker for JPEG.
    const bool isTurned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    const QSize wanted = isTurned ? pixels.transposed() : pixels;
    const QSize scaled = size.scaled(wanted, Qt::KeepAspectRatioByExpanding);
    if (scaled.width() < size.width())
        reader.setScaledSize(scaled);
    const QImage photo = reader.read();
    if (photo.isNull())
        return {};
    QImage image = blank(pixels);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(covering(photo.size(), pixels), photo);
    return image;
}

} // namespace

QImage readPicture(const QByteArray &bytes, QSize pixels) {
    const QSize size = pixels.boundedTo(QSize(kLargestSide, kLargestSide));
    if (size.isEmpty())
        return {};
    return isDrawing(bytes) ? readDrawing(bytes, size) : readPhoto(bytes, size);
}

} // namespace soban::desk
