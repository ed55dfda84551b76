// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ServerAddress.h"
#include "desk/App.h"
#include "ui/Look.h"

#include <QRect>
#include <QStringList>

#include <optional>

namespace soban::desk {

/// Why the program ends before it has begun: it was asked for help, or the command line is wrong.
struct Leaving {
    int exitCode; ///< 0 or 2
    QString text; ///< for stdout, or stderr if the code is not 0; ends with a line break

    /// Writes the text where it belongs and returns the exit code.
    int say() const;
};

/// Who is to be signed in at the start, if nobody is.
struct Credentials {
    QString login;
    QString password; ///< empty: the person types it
};

/// What the command line says. What is left open is as the person set it in the app.
struct AppOptions {
    static constexpr const char *kDefaultServer = "http://127.0.0.1:8080";
    static constexpr const char *kDefaultProfile = "default";
    static constexpr const char *kPasswordVariable = "SOBAN_PASSWORD";

    client::ServerAddress server;
    /// Own settings, journal, cache and keychain entry: so several can run on one machine.
    QString profile;
    std::optional<Language> language = {};
    std::optional<ui::Look::Choice> scheme = {};
    std::optional<double> textScale = {};
    bool usesKeychain = true;
    /// From `--sign-in`; the password from the environment, because others can read command lines.
    std::optional<Credentials> signIn = {};
    std::optional<QRect> window = {}; ///< where the window opens, instead of where it was last

    /// Reads `arguments` (the program's name first, Qt's own options taken out already). Strict:
    /// whatever is unknown, given twice or out of its bounds is an error that says so, in English.
    static Result<AppOptions, Leaving> parse(App app, const QStringList &arguments);
};

} // namespace soban::desk
