// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace soban::testing {

/// A picture's file, as it is chosen from a disk.
QByteArray pictureFile();

} // namespace soban::testing
