// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/SandboxServer.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <sys/signalfd.h>
#include <unistd.h>

namespace {

using namespace soban;
using namespace soban::sandbox;

/// SIGTERM and SIGINT as something to read. Blocked before any thread starts, so that every thread
/// inherits that.
int openQuitSignals() {
    sigset_t signalSet;
    sigemptyset(&signalSet);
    sigaddset(&signalSet, SIGTERM);
    sigaddset(&signalSet, SIGINT);
    sigprocmask(SIG_BLOCK, &signalSet, nullptr);
    return ::signalfd(-1, &signalSet, SFD_CLOEXEC | SFD_NONBLOCK);
}

std::unique_ptr<Clock> makeClock(const Options &options) {
    if (!options.clock)
        return std::make_unique<SystemClock>();
    return std::make_unique<ScaledClock>(options.clock->wall, options.clock->shown,
                                         options.clock->speed);
}

int fail(const QString &why) {
    std::fprintf(stderr, "soban-sandbox: %s\n", qUtf8Printable(why));
    return 2;
}

/// Lets requests in flight be answered, for a second at most.
void quitSoon(SandboxServer &server, QCoreApplication &application) {
    server.stopAccepting();
    auto *poll = new QTimer(&application);
    QObject::connect(poll, &QTimer::timeout, &application, [&server] {
        if (server.inFlightCount() == 0)
            QCoreApplication::quit();
    });
    poll->start(10);
    QTimer::singleShot(1000, &application, &QCoreApplication::quit);
}

} // namespace

int main(int argc, char *argv[]) {
    const int quitSignals = openQuitSignals();
    QCoreApplication application(argc, argv);
    QString help;
    auto options =
        Options::read(QCoreApplication::arguments(), qgetenv("SOBAN_TOSS_SECRET_KEY"), help);
    if (!help.isEmpty()) {
        std::fputs(qUtf8Printable(help), stdout);
        return 0;
    }
    if (!options)
        return fail(options.error());
    options->solapiSecret = qgetenv("SOBAN_SOLAPI_SECRET");

    const std::unique_ptr<Clock> clock = makeClock(*options);
    SandboxServer server(*clock, *options);
    const auto started = server.start();
    if (!started)
        return fail(started.error());

    QSocketNotifier notifier(quitSignals, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &application, [&] {
        notifier.setEnabled(false);
        quitSoon(server, application);
    });
    std::printf("soban-sandbox listening on %s\n", qUtf8Printable(server.baseUrl().toString()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
