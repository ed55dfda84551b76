// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "domain/Text.h"

#include <QStringList>

namespace soban::tour {

struct Options {
    enum class Screen {
        Offscreen, ///< no display; the windows are painted all the same
        Xvfb,      ///< an X server of its own, without a screen
        Present,   ///< the desktop that it is started from
    };

    Language language = Language::Korean;
    bool isDark = false;
    double textScale = 1;
    bool isByKeyboard = false; ///< no mouse at all
    bool isPolling = false;    ///< WebSockets are refused, as some networks do
    bool hasMeal = true;
    bool hasFlowers = true;
    int outageSeconds = 0; ///< how long the server is away in the middle of the meal; 0: never
    Screen screen = Screen::Offscreen;
    QString pictures; ///< the folder for them; empty: none are taken

    /// The error is for the person at the command line; it is the help text if that was asked for.
    static Result<Options, QString> read(const QStringList &arguments, bool &isHelp);
};

} // namespace soban::tour
