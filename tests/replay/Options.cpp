// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace soban::replay {

namespace {

void addOptions(QCommandLineParser &parser) {
    const auto option = [&parser](const char *name, const char *what, const char *value,
                                  const char *fallback = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(what),
                          QString::fromLatin1(value), QString::fromLatin1(fallback)});
    };
    parser.setApplicationDescription(
        QStringLiteral("Plays one day of orders of a Meal Delivery Routing Problem instance "
                       "through a real server,\n"
                       "with a real client for every customer, shop and rider, and checks money, "
                       "stock and events."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("DIR"), QStringLiteral("Folder of the instance."));
    option("speed", "How many times faster than real the day goes.", "N", "300");
    option("keep", "Keep the database in this file, which must not exist yet.", "DB");
    option("db", "What the server stores in; PostgreSQL is started for it.", "sqlite|postgres",
           "sqlite");
    option("riders", "Riders claim the first offer they see, or that of the nearest shop.",
           "tap|nearest", "tap");
    option("kills", "Kill the server this often during the day.", "N", "0");
    option("streams", "What becomes of WebSockets on their way.", "normal|refused|silent",
           "normal");
    option("seed", "Seed of all that is left to chance.", "S", "1");
    option("set", "A setting of the server; may be given several times.", "KEY=VALUE");
    option("server", "The server program; default: beside this one.", "PATH");
    option("sandbox", "The payment sandbox; default: beside this one.", "PATH");
}

/// A value out of a few words.
template <typename T>
T wordOf(const QCommandLineParser &parser, const char *name, const QMap<QString, T> &words,
         QString &problem) {
    const QString word = parser.value(QString::fromLatin1(name));
    if (!words.contains(word))
        problem = QStringLiteral("--%1 must be one of %2")
                      .arg(QString::fromLatin1(name),
                           QStringList(words.keys()).join(QStringLiteral(", ")));
    return words.value(word);
}

double numberOf(const QCommandLineParser &parser, const char *name, double least, double most,
                QString &problem) {
    bool isNumber = false;
    const double value = parser.value(QString::fromLatin1(name)).toDouble(&isNumber);
    if (!isNumber || !(value >= least && value <= most))
        problem = QStringLiteral("--%1 must be from %2 to %3")
                      .arg(QString::fromLatin1(name))
                      .arg(least)
                      .arg(most);
    return value;
}

QString programOf(const QCommandLineParser &parser, const char *option, const char *name,
                  QString &problem) {
    const QString given = parser.value(QString::fromLatin1(option));
    const QString path =
        given.isEmpty()
            ? QDir(QCoreApplication::applicationDirPath()).filePath(QString::fromLatin1(name))
            : given;
    if (!QFileInfo(path).isExecutable())
        problem = QStringLiteral("there is no program %1").arg(path);
    return path;
}

QMap<QString, QString> settingsOf(const QCommandLineParser &parser, QString &problem) {
    QMap<QString, QString> settings;
    for (const QString &given : parser.values(QStringLiteral("set"))) {
        const qsizetype equals = given.indexOf(u'=');
        if (equals <= 0)
            problem = QStringLiteral("--set takes KEY=VALUE, not %1").arg(given);
        else
            settings.insert(given.left(equals), given.mid(equals + 1));
    }
    return settings;
}

} // namespace

Result<Options, QString> Options::read(const QStringList &arguments, bool &isHelp) {
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return parser.errorText();
    isHelp = parser.isSet(QStringLiteral("help"));
    if (isHelp)
        return parser.helpText();
    if (parser.positionalArguments().size() != 1)
        return QStringLiteral("name one folder with an instance; see --help");
    QString problem;
    Options options;
    options.folder = parser.positionalArguments().first();
    options.speed = numberOf(parser, "speed", 1, 20'000, problem);
    options.keptDatabase = parser.value(QStringLiteral("keep"));
    options.engine = wordOf<Engine>(parser, "db",
                                    {{QStringLiteral("sqlite"), Engine::Sqlite},
                                     {QStringLiteral("postgres"), Engine::Postgres}},
                                    problem);
    options.kills = int(numberOf(parser, "kills", 0, 1000, problem));
    options.seed = quint32(numberOf(parser, "seed", 0, 4e9, problem));
    options.riders = wordOf<ClaimPolicy>(parser, "riders",
                                         {{QStringLiteral("tap"), ClaimPolicy::Tap},
                                          {QStringLiteral("nearest"), ClaimPolicy::Nearest}},
                                         problem);
    options.streams = wordOf<StreamMode>(parser, "streams",
                                         {{QStringLiteral("normal"), StreamMode::Normal},
                                          {QStringLiteral("refused"), StreamMode::Refused},
                                          {QStringLiteral("silent"), StreamMode::Silent}},
                                         problem);
    options.settings = settingsOf(parser, problem);
    options.serverProgram = programOf(parser, "server", "soban-server", problem);
    options.sandboxProgram = programOf(parser, "sandbox", "soban-sandbox", problem);
    if (options.engine == Engine::Postgres && !options.keptDatabase.isEmpty())
        problem = QStringLiteral("--keep is for SQLite");
    if (QFileInfo::exists(options.keptDatabase))
        problem = QStringLiteral("%1 exists already").arg(options.keptDatabase);
    if (!problem.isEmpty())
        return problem;
    return options;
}

} // namespace soban::replay
