// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/AppWindow.h"

namespace soban::desk {

/// The `main` of an app, from the command line to the exit code: one process per profile, the look,
/// the words, the desk, the window.
int runApp(App app, int argc, char **argv,
           const std::function<std::unique_ptr<AppWindow>(Desk &)> &makeWindow);

} // namespace soban::desk
