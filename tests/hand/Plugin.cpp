// SPDX-License-Identifier: GPL-3.0-or-later
// Puts a hand into a Qt program that knows nothing of it, by the environment:
//   QT_QPA_GENERIC_PLUGINS=sobanhand:SOCKET QT_PLUGIN_PATH=… SOBAN_HAND_STARTED=NANOSECONDS
// where the last is the steady clock when the process was started.
#include "hand/Hand.h"

#include <QCoreApplication>
#include <QGenericPlugin>

#include <cstdio>

namespace soban::hand {

class HandPlugin : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "sobanhand.json")

public:
    QObject *create(const QString &, const QString &socket) override {
        const std::chrono::nanoseconds started(
            qEnvironmentVariable("SOBAN_HAND_STARTED").toLongLong());
        std::puts("sobanhand is there");
        std::fflush(stdout);
        return new Hand(socket, Pulse::Clock::time_point(started));
    }
};

} // namespace soban::hand

#include "Plugin.moc"
