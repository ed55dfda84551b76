// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace soban::desk {

/// Makes an image of exactly `pixels` from a drawing (SVG) or a photo, of which as much is shown as
/// fills it. Null if it cannot be read, or is so large that reading it would be an attack. For any
/// thread.
QImage readPicture(const QByteArray &bytes, QSize pixels);

} // namespace soban::desk
