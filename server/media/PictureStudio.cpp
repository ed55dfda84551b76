// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/PictureStudio.h"

#include <QBuffer>
#include <QColorSpace>
#include <QCryptographicHash>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>

namespace soban::media {

namespace {

constexpr int kLongestSide = 1600;
constexpr qint64 kMostPixels = 40'000'000; ///< 160 MB while decoded; a phone's photo has 12 million
constexpr int kJpegQuality = 85;

QByteArray formatOf(const QByteArray &file) {
    if (file.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (file.startsWith("\xff\xd8\xff"))
        return "jpeg";
    return {};
}

/// Only the pixels: no texts, no colour profile, no resolution.
QImage bare(QImage image) {
    if (image.colorSpace().isValid())
        image.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    const bool hasAlpha = image.hasAlphaChannel();
    image.convertTo(hasAlpha ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    QImage plain(image.size(), image.format());
    const qsizetype lineBytes = qsizetype(image.width()) * 4;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = image.constScanLine(y);
        std::copy(line, line + lineBytes, plain.scanLine(y));
    }
    return plain;
}

QByteArray encoded(const QImage &image, const QByteArray &format) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, format);
    if (format == "jpeg")
        writer.setQuality(kJpegQuality);
    return writer.write(image) ? bytes : QByteArray();
}

} // namespace

Result<FinishedPicture, PictureFault> finishPicture(const QByteArray &file) {
    const QByteArray format = formatOf(file);
    if (format.isEmpty())
        return PictureFault::Unsupported;
    QByteArray copy = file;
    QBuffer buffer(&copy);
    QImageReader reader(&buffer, format);
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return PictureFault::Unsupported;
    if (qint64(size.width()) * size.height() > kMostPixels)
        return PictureFault::TooLarge;
    if (std::max(size.width(), size.height()) > kLongestSide)
        reader.setScaledSize(
            size.scaled(kLongestSide, kLongestSide, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    QImage image;
    if (!reader.read(&image) || image.isNull())
        return PictureFault::Unsupported;
    image = bare(std::move(image));
    // What can be seen through stays PNG; all else is smaller as JPEG.
    const QByteArray kept = image.hasAlphaChannel() ? "png" : "jpeg";
    const QByteArray bytes = encoded(image, kept);
    if (bytes.isEmpty())
        return PictureFault::Unsupported;
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return FinishedPicture{QStringLiteral("up-") + QString::fromLatin1(hash), "image/" + kept,
                           bytes, image.width(), image.height()};
}

PictureStudio::PictureStudio(int threads, int mostPending) : m_mostPending(mostPending) {
    m_pool.setMaxThreadCount(threads);
}

bool PictureStudio::develop(const QByteArray &file, Then then) {
    if (m_pending.fetch_add(1) >= m_mostPending) {
        --m_pending;
        return false;
    }
    m_pool.start([this, file, then = std::move(then)] {
        then(finishPicture(file));
        --m_pending;
    });
    return true;
}

} // namespace soban::media
