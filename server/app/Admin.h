// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QUrl>

namespace soban::app {

/// `soban-server admin …`: asks a running server over HTTP with an operator's account, which it
/// takes from SOBAN_OPERATOR_LOGIN and SOBAN_OPERATOR_PASSWORD. Prints JSON; returns the exit
/// status.
int runAdmin(const QUrl &server, const QStringList &words);

/// One line per command of `admin`.
QStringList describeAdmin();

} // namespace soban::app
