// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage/Children.h"
#include "stage/Options.h"
#include "stage/Outcome.h"
#include "stage/Rounds.h"
#include "stage/Town.h"

#include <QTemporaryDir>

#include <memory>

namespace soban::bench {

/// A server in front of a town of its own.
struct House {
    Town town;
    QString databaseFile;
    std::unique_ptr<ServerChild> server;
};

/// Where is measured: the servers share one core, the load has another, the databases a folder that
/// goes with this object.
class Stage {
public:
    explicit Stage(const Options &options);

    const Options &options() const { return m_options; }
    int serverCore() const { return m_serverCore; }
    int loadCore() const { return m_loadCore; }
    /// For what is measured as people have it, on the whole machine.
    const QList<int> &allCores() const { return m_allCores; }
    /// A path in the folder.
    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Raises a town, in a file of its own unless told, and starts a server in front of it. The
    /// reason if it cannot.
    Result<House, QString> open(const TownSize &size, const ServerSetup &setup = {});
    /// Ends the server, if it runs, and starts one on the same database.
    Fault restart(House &house, const ServerSetup &setup = {});

    LoadPlan plan(int expectedStatus = 200) const;

    /// Tells the person in front what happens; long silence looks like a fault.
    static void say(const QString &words);
    static void say(const char *words) { say(QString::fromUtf8(words)); }

private:
    QString freshFile() { return path(QStringLiteral("town%1.sqlite").arg(++m_files)); }

    const Options m_options;
    const QTemporaryDir m_folder;
    const QList<int> m_allCores;
    const int m_serverCore;
    const int m_loadCore;
    int m_files = 0;
};

} // namespace soban::bench
