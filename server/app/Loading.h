// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Settings.h"
#include "clock/Clock.h"
#include "contract/Town.h"

namespace soban::app {

/// Loads the town of a file into the settings' database; what went wrong, or nothing.
std::optional<QString> importTown(const Settings &settings, const Clock &clock,
                                  const QString &file);

/// Adds an operator's account to the settings' database; what went wrong, or nothing.
std::optional<QString> addOperator(const Settings &settings, const Clock &clock,
                                   const QString &login, const QString &password);

/// True when the database holds no shops (or does not exist yet).
Result<bool, QString> isFresh(const Settings &settings, const Clock &clock);

} // namespace soban::app
