// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"

namespace soban::app {

/// From now on what is logged goes to stderr as one JSON object a line: `time`, `level`,
/// `category`, `message`. Control characters are escaped, so that no message can forge a line.
/// `clock` must outlive all logging.
void logAsJson(const Clock &clock);

} // namespace soban::app
