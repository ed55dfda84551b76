// SPDX-License-Identifier: GPL-3.0-or-later
#include "goals/AppStart.h"

#include "hand/Messages.h"
#include "stage/Children.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>

namespace soban::bench {

namespace {

constexpr int kPatienceMs = 30'000;

/// Nothing of the person's who measures is read or touched; `sobanhand` says when the window is
/// there.
QMap<QString, QString> environmentIn(const QString &home, const QString &hand) {
    const qint64 now = Clock::now().time_since_epoch().count();
    return {{QStringLiteral("HOME"), home},
            {QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/config")},
            {QStringLiteral("XDG_DATA_HOME"), home + QStringLiteral("/data")},
            {QStringLiteral("XDG_CACHE_HOME"), home + QStringLiteral("/cache")},
            {QStringLiteral("XDG_RUNTIME_DIR"), home},
            {QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("disabled:")},
            {QStringLiteral("PULSE_SERVER"), QStringLiteral("unix:/nonexistent/native")},
            {QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")},
            {QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen")},
            {QStringLiteral("QT_PLUGIN_PATH"), programBeside(QStringLiteral("../plugins"))},
            {QStringLiteral("QT_QPA_GENERIC_PLUGINS"), QStringLiteral("sobanhand:") + hand},
            {QStringLiteral("SOBAN_HAND_STARTED"), QString::number(now)}};
}

/// Asks the hand and waits for what it says.
hand::Reply ask(QLocalSocket &socket, const hand::Request &request) {
    socket.write(encode(request));
    socket.waitForBytesWritten(kPatienceMs);
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(kPatienceMs))
            return {.why = QStringLiteral("the app says nothing")};
    }
    return hand::readReply(socket.readLine()).value_or(hand::Reply{});
}

} // namespace

Result<double, QString> firstWindowMs(desk::App app, const QUrl &server, const QString &folder) {
    const QTemporaryDir home(folder + QStringLiteral("/home-XXXXXX"));
    const QString name = desk::programName(app);
    QLocalServer door;
    if (!door.listen(home.filePath(QStringLiteral("hand"))))
        return door.errorString();
    testing::ChildProcess program(
        {programBeside(name),
         {QStringLiteral("--server"), server.toString(), QStringLiteral("--no-keychain")},
         environmentIn(home.path(), door.fullServerName())});
    if (!program.start(QStringLiteral("sobanhand is there"),
                       std::chrono::milliseconds(kPatienceMs)) ||
        !door.waitForNewConnection(kPatienceMs))
        return QString(name + QStringLiteral(" does not start"));
    const std::unique_ptr<QLocalSocket> socket(door.nextPendingConnection());
    // Once there is a field to type one's name into, the window was painted.
    const hand::Reply seen =
        ask(*socket, {1, hand::Deed::See, {.kind = QStringLiteral("field")}, {}, kPatienceMs});
    const hand::Reply measured = ask(*socket, {2, hand::Deed::Measure});
    if (!seen.isDone || measured.measures.firstPaintMs <= 0)
        return QString(name + QStringLiteral(": no window: ") + seen.why);
    return measured.measures.firstPaintMs;
}

} // namespace soban::bench
