// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace soban::app {

/// What opens the doors of others; from files or the environment, never from the command line.
struct Secrets {
    QByteArray toss;
    QByteArray kannel = {};
    QByteArray solapi = {};
};

} // namespace soban::app
