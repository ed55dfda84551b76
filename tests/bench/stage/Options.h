// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QStringList>

namespace soban::bench {

/// What the command line asks for.
struct Options {
    QStringList only; ///< ids of goals; empty: all
    QString jsonFile; ///< empty: none is written
    QString folder;   ///< for the databases; empty: the system's for temporary files
    double seconds = 3;
    int rounds = 3;
    int orders = 1'000'000; ///< stored for P8

    /// The error is for the person at the command line; it is the help text if that was asked for.
    static Result<Options, QString> read(const QStringList &arguments, bool &isHelp);
    bool wants(const QString &goal) const { return only.isEmpty() || only.contains(goal); }
};

} // namespace soban::bench
