// SPDX-License-Identifier: GPL-3.0-or-later
#include "PictureFile.h"

#include <QBuffer>
#include <QImage>

namespace soban::testing {

QByteArray pictureFile() {
    QImage picture(300, 300, QImage::Format_RGB32);
    picture.fill(QColor(180, 60, 40));
    QByteArray file;
    QBuffer buffer(&file);
    if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG"))
        qWarning("no picture was made");
    return file;
}

} // namespace soban::testing
