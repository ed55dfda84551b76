// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/PicturePicker.h"

#include "desk/PictureReader.h"
#include "ui/Look.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QPointer>
#include <QThreadPool>

namespace soban::desk {

namespace {

/// A picture is checked by decoding it: at least so large.
constexpr int kLeastPixels = 16;

bool isPicture(const QByteArray &bytes) {
    return bytes.startsWith("\x89PNG") || bytes.startsWith("\xff\xd8\xff");
}

} // namespace

PicturePicker::PicturePicker(QWidget *owner) : QObject(owner), m_owner(owner) {}

void PicturePicker::choose(const QString &title) {
    auto *dialog = new QFileDialog(m_owner, title, QString(),
                                   tr("Pictures (%1)").arg(QStringLiteral("*.jpg *.jpeg *.png")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PicturePicker::read);
    dialog->open();
}

void PicturePicker::read(const QString &path) {
    const qreal ratio = m_owner->devicePixelRatioF();
    const int pixels = qRound(ui::Look::of(m_owner).scaled(m_side) * ratio);
    const int number = ++m_last;
    m_isReading = true;
    emit readingChanged(true);
    QThreadPool::globalInstance()->start([self = QPointer(this), path, pixels, ratio, number] {
        Read read = readFile(path, pixels);
        read.preview.setDevicePixelRatio(ratio);
        // Whether it is still awaited is asked in the thread where that may change.
        QMetaObject::invokeMethod(
            qApp,
            [self, read, number] {
                if (self && self->m_last == number)
                    self->take(read);
            },
            Qt::QueuedConnection);
    });
}

PicturePicker::Read PicturePicker::readFile(const QString &path, int pixels) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{}, {}, Fault::Unusable};
    const QByteArray bytes = file.read(kMostBytes + 1);
    if (bytes.size() > kMostBytes)
        return {{}, {}, Fault::TooLarge};
    const int side = std::max(pixels, kLeastPixels);
    const QImage preview = isPicture(bytes) ? readPicture(bytes, QSize(side, side)) : QImage();
    if (preview.isNull())
        return {{}, {}, Fault::Unusable};
    return {bytes, preview};
}

void PicturePicker::take(const Read &read) {
    m_isReading = false;
    emit readingChanged(false);
    if (read.fault)
        emit failed(*read.fault);
    else
        emit picked(read.bytes, read.preview);
}

} // namespace soban::desk
