// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "replay/RiderActor.h"

#include <QMap>
#include <QStringList>

namespace soban::replay {

/// What stands between the clients and the server.
enum class StreamMode {
    Normal,
    Refused, ///< upgrades to WebSocket are refused
    Silent,  ///< upgrades succeed and then nothing comes through
};

/// What the server stores in.
enum class Engine {
    Sqlite,
    Postgres, ///< a server of its own, which ends with the replay
};

struct Options {
    QString folder; ///< of the instance
    double speed = 300;
    Engine engine = Engine::Sqlite;
    QString keptDatabase; ///< empty: thrown away
    ClaimPolicy riders = ClaimPolicy::Tap;
    int kills = 0;
    StreamMode streams = StreamMode::Normal;
    quint32 seed = 1;
    QMap<QString, QString> settings = {}; ///< of the server, by their keys
    QString serverProgram;
    QString sandboxProgram;

    /// The error is for the person at the command line; it is the help text if that was asked for.
    static Result<Options, QString> read(const QStringList &arguments, bool &isHelp);
};

} // namespace soban::replay
