// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "drill/PowerCut.h"
#include "drill/Stand.h"

#include <QStringList>

namespace soban::drill {

/// What the command line asks for.
struct Options {
    enum class Which { Kill, Power, Full, Servers, Money, Races, Crash, Clock, Messages };

    Which which = Which::Kill;
    int cycles = 0;     ///< or whatever the drill counts
    bool isAll = false; ///< as much as there is, as no number was given
    quint32 seed = 1;
    Synchronous synchronous = Synchronous::Full;
    Engine engine = Engine::Sqlite;

    /// The error is for the person at the command line; it is the help text if that was asked for.
    static Result<Options, QString> read(const QStringList &arguments, bool &isHelp);
};

} // namespace soban::drill
