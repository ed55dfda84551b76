// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/App.h"
#include "domain/Result.h"

#include <QUrl>

namespace soban::bench {

/// Starts an app in front of a server, without a display, in an empty home of its own below
/// `folder`: milliseconds until its first window was painted. The reason if it was not.
Result<double, QString> firstWindowMs(desk::App app, const QUrl &server, const QString &folder);

} // namespace soban::bench
