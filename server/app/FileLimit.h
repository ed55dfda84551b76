// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Limits.h"
#include "realtime/HubLimits.h"

namespace soban::app {

/// Raises how many files (and sockets) this process may have open to what it may raise it to, and
/// tells how many that is.
qint64 raiseFileLimit();

/// Keeps connections and streams together below `files`, with room for the database, the provider
/// and the pictures.
void fitTo(qint64 files, http::Limits &http, realtime::HubLimits &hub);

} // namespace soban::app
