// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CrashPoints.h"

#include <unistd.h>

namespace soban::app {

void CrashPoints::pass() {
    // Nothing is finished, closed or flushed.
    if (areArmed() && ++m_passed == m_at)
        ::_exit(kExitCode);
}

} // namespace soban::app
