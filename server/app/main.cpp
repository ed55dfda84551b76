// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Admin.h"
#include "app/Loading.h"
#include "app/Log.h"
#include "app/Server.h"
#include "app/Shutdown.h"

#include "contract/Routes.h"
#include "domain/Lifecycle.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace {

using namespace soban;
using namespace soban::app;

constexpr int kUsageError = 2;
constexpr auto kDemoPassword = "soban-demo";
constexpr auto kDemoOperator = "operator@demo.soban";

int fail(const QString &reason, int status = 1) {
    std::fprintf(stderr, "soban-server: %s\n", qPrintable(reason));
    return status;
}

/// The words of the command line.
struct Command {
    QCommandLineParser parser;
    QCommandLineOption config{QStringLiteral("config"),
                              QStringLiteral("Read settings from an INI file."),
                              QStringLiteral("FILE")};
    QCommandLineOption set{QStringLiteral("set"),
                           QStringLiteral("Set one setting; wins over the file."),
                           QStringLiteral("KEY=VALUE")};
    QCommandLineOption port{QStringLiteral("port"),
                            QStringLiteral("Short for --set listen.port=N."), QStringLiteral("N")};
    QCommandLineOption database{QStringLiteral("database"),
                                QStringLiteral("Short for --set database.file=FILE."),
                                QStringLiteral("FILE")};
    QCommandLineOption demo{
        QStringLiteral("demo"),
        QStringLiteral("Load the demo town into a fresh database and serve it.")};
    QCommandLineOption benchWriter{
        QStringLiteral("bench-writer"),
        QStringLiteral("For measuring only: single (a transaction for each command) or null "
                       "(orders are answered and not stored)."),
        QStringLiteral("MODE")};
    QCommandLineOption crashAt{
        QStringLiteral("crash-at"),
        QStringLiteral("For drills only: end, as by kill -9, at the Nth step between two commits "
                       "or calls of a provider."),
        QStringLiteral("N")};
    QCommandLineOption check{QStringLiteral("check-config"),
                             QStringLiteral("Check the settings and end.")};
    QCommandLineOption server{QStringLiteral("server"),
                              QStringLiteral("Address of the server, for admin."),
                              QStringLiteral("URL"), QStringLiteral("http://127.0.0.1:8080")};

    Command() {
        parser.setApplicationDescription(
            QStringLiteral(
                "Soban's server.\n\nWithout a command it serves. Commands:\n"
                "  import FILE           load a town file into the database\n"
                "  add-operator LOGIN    add an operator; password from SOBAN_OPERATOR_PASSWORD\n"
                "  admin …               ask a running server (admin alone lists what)\n"
                "  lifecycle             print the life of an order as Markdown\n"
                "  openapi               print the API's description\n\nSettings:\n  ") +
            Settings::describeKeys().join(QStringLiteral("\n  ")));
        parser.addHelpOption();
        parser.addVersionOption();
        parser.addOptions({config, set, port, database, demo, benchWriter, crashAt, check, server});
        parser.addPositionalArgument(QStringLiteral("command"),
                                     QStringLiteral("What to do instead of serving."),
                                     QStringLiteral("[command]"));
    }

    Result<Settings, QStringList> settings() const {
        Settings::Entries entries;
        if (parser.isSet(config)) {
            auto fromFile = Settings::entriesOfFile(parser.value(config));
            if (!fromFile)
                return QStringList{fromFile.error()};
            entries = *fromFile;
        }
        for (const QString &word : parser.values(set))
            entries.insert(word.section(u'=', 0, 0), word.section(u'=', 1));
        if (parser.isSet(port))
            entries.insert(QStringLiteral("listen.port"), parser.value(port));
        if (parser.isSet(database)) {
            entries.insert(QStringLiteral("database.file"), parser.value(database));
            entries.remove(QStringLiteral("database.url"));
        }
        if (parser.isSet(demo) && !entries.contains(QStringLiteral("catalogue.pictures")))
            entries.insert(QStringLiteral("catalogue.pictures"),
                           QStringLiteral(":/soban/demo/pictures"));
        auto settings = Settings::fromEntries(entries);
        return settings ? onBench(*settings) : settings;
    }

    /// With what only benches and drills may ask for.
    Result<Settings, QStringList> onBench(Settings settings) const {
        std::optional<QString> fault;
        if (parser.isSet(benchWriter))
            fault = settings.measureWriter(parser.value(benchWriter));
        if (!fault && parser.isSet(crashAt))
            fault = settings.crashAtPoint(parser.value(crashAt));
        if (fault)
            return QStringList{*fault};
        return settings;
    }
};

/// From a file if one is named, else from the environment; never from the command line.
QByteArray secretOf(const QString &name, const char *variable) {
    QFile file(name);
    if (!name.isEmpty() && file.open(QIODevice::ReadOnly))
        return file.readAll().trimmed();
    return qgetenv(variable);
}

Secrets secretsOf(const Settings &settings) {
    return {secretOf(settings.paymentSecretFile, "SOBAN_TOSS_SECRET_KEY"),
            secretOf(settings.messages.kannelPasswordFile, "SOBAN_KANNEL_PASSWORD"),
            secretOf(settings.messages.solapiSecretFile, "SOBAN_SOLAPI_SECRET")};
}

std::optional<QString> loadDemo(const Settings &settings, const Clock &clock) {
    const auto fresh = isFresh(settings, clock);
    if (!fresh)
        return fresh.error();
    if (!*fresh)
        return std::nullopt;
    if (auto fault = importTown(settings, clock, QStringLiteral(":/soban/demo/town.json")))
        return fault;
    return addOperator(settings, clock, QString::fromLatin1(kDemoOperator),
                       QString::fromLatin1(kDemoPassword));
}

int serve(const Settings &settings, const Clock &clock) {
    logAsJson(clock);
    Shutdown shutdown;
    Server server(settings, clock, secretsOf(settings));
    if (const auto fault = server.start())
        return fail(*fault);
    std::printf("soban-server listening on %s\n", qPrintable(server.publicUrl().toString()));
    std::fflush(stdout);
    QObject::connect(&shutdown, &Shutdown::requested, qApp, [&server] {
        server.drain();
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}

std::unique_ptr<Clock> makeClock(const ClockSettings &settings) {
    if (settings.speed == 1 && settings.wallAnchorMs == 0)
        return std::make_unique<SteadyClock>();
    return std::make_unique<ScaledClock>(Instant::fromMs(settings.wallAnchorMs),
                                         Instant::fromMs(settings.shownAnchorMs), settings.speed);
}

int run(const Command &command) {
    const QStringList words = command.parser.positionalArguments();
    if (words.value(0) == u"lifecycle") {
        std::printf("%s", qPrintable(lifecycle::toMarkdown()));
        return 0;
    }
    if (words.value(0) == u"openapi") {
        std::printf("%s\n", contract::openApiDocument().constData());
        return 0;
    }
    if (words.value(0) == u"admin")
        return runAdmin(QUrl(command.parser.value(command.server)), words.sliced(1));

    const auto settings = command.settings();
    if (!settings)
        return fail(settings.error().join(QStringLiteral("\n  ")), kUsageError);
    if (command.parser.isSet(command.check))
        return 0;
    const auto clock = makeClock(settings->clock);
    std::optional<QString> fault;
    if (words.value(0) == u"import" && words.size() == 2)
        fault = importTown(*settings, *clock, words[1]);
    else if (words.value(0) == u"add-operator" && words.size() == 2)
        fault = addOperator(*settings, *clock, words[1],
                            qEnvironmentVariable("SOBAN_OPERATOR_PASSWORD"));
    else if (!words.isEmpty())
        return fail(QStringLiteral("unknown command; see --help"), kUsageError);
    else if (command.parser.isSet(command.demo))
        fault = loadDemo(*settings, *clock);
    if (fault)
        return fail(*fault);
    return words.isEmpty() ? serve(*settings, *clock) : 0;
}

} // namespace

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("soban-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SOBAN_VERSION));
    Command command;
    command.parser.process(app);
    return run(command);
}
