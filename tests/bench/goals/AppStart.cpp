// SPDX-License-Identifier: GPL-3.0-or-later
#include "goals/AppStart.h"

#include "stage/Children.h"
#include "tour/Program.h"

#include <QDir>
#include <QTemporaryDir>

namespace soban::bench {

namespace {

/// Nothing of the person's who measures is read or touched.
QMap<QString, QString> environmentIn(const QString &home) {
    return {{QStringLiteral("HOME"), home},
            {QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/config")},
            {QStringLiteral("XDG_DATA_HOME"), home + QStringLiteral("/data")},
            {QStringLiteral("XDG_CACHE_HOME"), home + QStringLiteral("/cache")},
            {QStringLiteral("XDG_RUNTIME_DIR"), home},
            {QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("disabled:")},
            {QStringLiteral("PULSE_SERVER"), QStringLiteral("unix:/nonexistent/native")},
            {QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")},
            {QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen")},
            {QStringLiteral("QT_PLUGIN_PATH"), programBeside(QStringLiteral("../plugins"))}};
}

} // namespace

Result<double, QString> firstWindowMs(desk::App app, const QUrl &server, const QString &folder) {
    const QTemporaryDir home(folder + QStringLiteral("/home-XXXXXX"));
    const QString name = desk::programName(app);
    const replay::Interrupt interrupt;
    tour::Program program(
        {name,
         programBeside(name),
         {QStringLiteral("--server"), server.toString(), QStringLiteral("--no-keychain")},
         environmentIn(home.path()),
         home.filePath(QStringLiteral("hand"))},
        interrupt);
    if (const auto fault = program.start())
        return *fault;
    // A field to type one's name into: then the first window is there.
    const hand::Reply seen = program.ask({0, hand::Deed::See, {.kind = QStringLiteral("field")}});
    const hand::Reply measured = program.ask({0, hand::Deed::Measure});
    if (!seen.isDone || measured.measures.firstPaintMs <= 0)
        return name + QStringLiteral(": no window: ") + seen.why;
    return measured.measures.firstPaintMs;
}

} // namespace soban::bench
