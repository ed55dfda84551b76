// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/Stage.h"

#include "replay/CardVisit.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImage>

namespace soban::tour {

namespace {

constexpr int kScreenWidth = 1920;
constexpr int kScreenHeight = 1200;

QString beside(const QString &program) {
    return QDir(QCoreApplication::applicationDirPath()).filePath(program);
}

/// Offscreen, Qt has a screen of 800 by 800 unless told.
constexpr const char *kScreenFile = R"({"synchronousWindowSystemEvents": false,
 "windowFrameMargins": false,
 "screens": [{"name": "tour", "x": 0, "y": 0, "width": %1, "height": %2,
              "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})";

bool write(const QString &path, const QByteArray &content) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

Stage::Stage(const Options &options, const replay::Interrupt &interrupt)
    : m_options(options)
    , m_interrupt(interrupt)
    , m_processes({beside(QStringLiteral("soban-server")),
                   beside(QStringLiteral("soban-sandbox")),
                   {},
                   {QStringLiteral("--demo")}}) {}

Stage::~Stage() = default;

Stage::Fault Stage::open() {
    if (const Fault fault = openScreen())
        return fault;
    if (const Fault fault = paintPhoto())
        return fault;
    if (const Fault fault = startServer())
        return fault;
    if (m_options.isPolling) {
        m_proxy = std::make_unique<testing::FaultProxy>(testing::FaultProxy::Upgrades::Refuse);
        m_proxy->setTarget(quint16(serverUrl().port()));
    }
    return std::nullopt;
}

Stage::Fault Stage::startServer() {
    return m_processes.start(std::nullopt);
}

Stage::Fault Stage::registerCard(const QUrl &page) {
    constexpr std::chrono::seconds kLimit{30};
    Fault fault = QStringLiteral("no answer");
    replay::Gate gate(m_interrupt);
    QObject context;
    replay::CardVisit::goTo(page, m_browser, QStringLiteral("normal"), &context,
                            [&](const Fault &outcome) {
                                fault = outcome;
                                gate.open();
                            });
    gate.wait(kLimit);
    return fault;
}

void Stage::pause(std::chrono::milliseconds span) const {
    replay::Gate(m_interrupt).wait(span);
}

Stage::Fault Stage::openScreen() {
    const auto use = [this](const char *variable, const QString &value) {
        m_screen.insert(QString::fromLatin1(variable), value);
    };
    switch (m_options.screen) {
    case Options::Screen::Present:
        return std::nullopt;
    case Options::Screen::Offscreen: {
        const QString file = inFolder(QStringLiteral("screen.json"));
        const QString content =
            QString::fromLatin1(kScreenFile).arg(kScreenWidth).arg(kScreenHeight);
        if (!write(file, content.toUtf8()))
            return QStringLiteral("cannot write ") + file;
        use("QT_QPA_PLATFORM", QStringLiteral("offscreen:configfile=") + file);
        return std::nullopt;
    }
    case Options::Screen::Xvfb: {
        m_xvfb = std::make_unique<testing::ChildProcess>(testing::ChildProcess::Setup{
            QStringLiteral("Xvfb"),
            {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
             QStringLiteral("0"),
             QStringLiteral("%1x%2x24").arg(kScreenWidth).arg(kScreenHeight)}});
        const auto display = m_xvfb->start(QString());
        if (!display)
            return QStringLiteral("no Xvfb (package xvfb)");
        use("DISPLAY", u':' + *display);
        use("QT_QPA_PLATFORM", QStringLiteral("xcb"));
        return std::nullopt;
    }
    }
    return std::nullopt;
}

/// What somebody might have photographed: a bowl on a table, more or less.
Stage::Fault Stage::paintPhoto() const {
    constexpr int kSide = 480;
    QImage image(kSide, kSide, QImage::Format_RGB32);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const double way = std::hypot(x - kSide / 2.0, y - kSide / 2.0) / (kSide / 2.0);
            image.setPixel(x, y,
                           way > 0.75   ? qRgb(122, 78, 48)
                           : way > 0.65 ? qRgb(240, 236, 226)
                                        : qRgb(214 - int(60 * way), 120 - int(40 * way), 60));
        }
    }
    if (image.save(photo()))
        return std::nullopt;
    return QStringLiteral("cannot write ") + photo();
}

Program::Setup Stage::setupOf(const QString &name, desk::App app) const {
    QUrl server = serverUrl();
    if (m_proxy)
        server.setPort(m_proxy->port());
    const QStringList arguments{QStringLiteral("--server"),
                                server.toString(),
                                QStringLiteral("--profile"),
                                QString(name).replace(u' ', u'-'),
                                QStringLiteral("--lang"),
                                toText(m_options.language),
                                QStringLiteral("--scheme"),
                                m_options.isDark ? QStringLiteral("dark") : QStringLiteral("light"),
                                QStringLiteral("--text-scale"),
                                QString::number(m_options.textScale),
                                QStringLiteral("--no-keychain")};
    // Nothing of the person's who starts it is read or touched.
    const QString home = inFolder(name);
    QMap<QString, QString> environment = m_screen;
    const auto use = [&](const char *variable, const QString &value) {
        environment.insert(QString::fromLatin1(variable), value);
    };
    use("HOME", home);
    use("XDG_CONFIG_HOME", home + QStringLiteral("/config"));
    use("XDG_DATA_HOME", home + QStringLiteral("/data"));
    use("XDG_CACHE_HOME", home + QStringLiteral("/cache"));
    if (m_options.screen != Options::Screen::Present) {
        use("XDG_RUNTIME_DIR", home + QStringLiteral("/run"));
        use("DBUS_SESSION_BUS_ADDRESS", QStringLiteral("disabled:"));
    }
    use("LC_ALL", QStringLiteral("C.UTF-8"));
    use("TZ", QStringLiteral("Asia/Seoul"));
    use("QT_PLUGIN_PATH", beside(QStringLiteral("../plugins")));
    return {name, beside(desk::programName(app)), arguments, environment,
            inFolder(QString(name).replace(u' ', u'-') + QStringLiteral(".hand"))};
}

Result<std::unique_ptr<Program>, QString> Stage::start(const QString &name, desk::App app) {
    const Program::Setup setup = setupOf(name, app);
    const QString runtime = setup.environment.value(QStringLiteral("XDG_RUNTIME_DIR"));
    if (!runtime.isEmpty()) {
        QDir().mkpath(runtime);
        QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    auto program = std::make_unique<Program>(setup, m_interrupt);
    if (const auto fault = program->start())
        return *fault;
    return program;
}

} // namespace soban::tour
