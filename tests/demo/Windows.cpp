// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Windows.h"

#include "demo/Player.h"

#include <QDir>

#include <algorithm>
#include <csignal>
#include <sys/prctl.h>

namespace soban::demo {

namespace {

constexpr int kPatienceMs = 5'000;
/// What a window manager puts around a window.
constexpr int kFrame = 8, kTitleBar = 32;

} // namespace

struct Windows::Seat {
    const char *program;
    const char *login;
    int percent; ///< of the screen's width
};

Windows::Windows(const QString &programFolder, const QString &folder, const QUrl &server,
                 const QString &timeZone)
    : m_programFolder(programFolder), m_folder(folder), m_server(server), m_timeZone(timeZone) {}

Windows::~Windows() {
    for (const auto &app : m_apps) {
        app->disconnect(this);
        app->terminate();
    }
    for (const auto &app : m_apps) {
        if (!app->waitForFinished(kPatienceMs))
            app->kill();
    }
}

std::optional<QString> Windows::open(const QRect &screen) {
    constexpr Seat kSeats[]{{"soban-customer", "customer1@demo.soban", 39},
                            {"soban-shop", "shop1@demo.soban", 36},
                            {"soban-rider", "rider1@demo.soban", 25}};
    int left = screen.left();
    for (const Seat &seat : kSeats) {
        const int width = screen.width() * seat.percent / 100;
        const QRect place(left, screen.top(), width, screen.height());
        if (const auto fault = open(seat, place))
            return fault;
        left += width;
    }
    return std::nullopt;
}

std::optional<QString> Windows::open(const Seat &seat, const QRect &place) {
    const QString program = QString::fromLatin1(seat.program);
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        environment.insert(QString::fromLatin1(name), m_folder);
    // The shop's app goes by its shop's clocks; the others are to say the same times.
    environment.insert(QStringLiteral("TZ"), m_timeZone);
    environment.insert(QStringLiteral("SOBAN_PASSWORD"), QString::fromLatin1(kDemoPassword));
    const QRect inner = place.adjusted(kFrame / 2, kTitleBar, -kFrame / 2, -kFrame);
    m_apps.push_back(std::make_unique<QProcess>());
    QProcess *app = m_apps.back().get();
    app->setProcessEnvironment(environment);
    app->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    app->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    connect(app, &QProcess::finished, this, &Windows::tellIfAllClosed);
    app->start(QDir(m_programFolder).filePath(program),
               {QStringLiteral("--server"), m_server.toString(), QStringLiteral("--profile"),
                QStringLiteral("demo"), QStringLiteral("--no-keychain"),
                QStringLiteral("--sign-in"), QString::fromLatin1(seat.login),
                QStringLiteral("--window"),
                QString::asprintf("%dx%d%+d%+d", inner.width(), inner.height(), inner.left(),
                                  inner.top())});
    if (app->waitForStarted(kPatienceMs))
        return std::nullopt;
    return program + QStringLiteral(": ") + app->errorString();
}

void Windows::tellIfAllClosed() {
    const bool isOver = std::ranges::all_of(
        m_apps, [](const auto &app) { return app->state() == QProcess::NotRunning; });
    if (isOver)
        emit allClosed();
}

} // namespace soban::demo
