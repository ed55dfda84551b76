// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Options.h"

#include <QCommandLineParser>

#include <algorithm>
#include <array>

namespace soban::drill {

namespace {

struct Parser : QCommandLineParser {
    QCommandLineOption cycles{
        {QStringLiteral("cycles"), QStringLiteral("cuts"), QStringLiteral("rounds"),
         QStringLiteral("kills"), QStringLiteral("count")},
        QStringLiteral("How often it strikes, or how much it plays (kill 100, power 20, full 6, "
                       "servers 60, money 10000, races 500 of each, crash all there is, clock 20, "
                       "messages 2000)."),
        QStringLiteral("N")};
    QCommandLineOption seed{QStringLiteral("seed"),
                            QStringLiteral("Seed of all that is left to chance (1)."),
                            QStringLiteral("N"), QStringLiteral("1")};
    QCommandLineOption synchronous{
        QStringLiteral("synchronous"),
        QStringLiteral("For power: normal makes SQLite sync too little, and the drill must fail."),
        QStringLiteral("full|normal"), QStringLiteral("full")};
    QCommandLineOption database{
        QStringLiteral("db"),
        QStringLiteral("For money, races, crash, clock and messages: what stores the town."),
        QStringLiteral("sqlite|postgres"), QStringLiteral("sqlite")};
    QCommandLineOption help = addHelpOption();

    Parser() {
        setApplicationDescription(QStringLiteral(
            "Strikes real servers under load, and looks whether they keep their promises:\n"
            "  kill     kill -9, over and over\n"
            "  power    the power fails: what was not synced is gone, torn or there\n"
            "  full     the disk is full, or fails, for a while; then the power fails\n"
            "  servers  kill -9 of two servers of one PostgreSQL, one after the other\n"
            "  money    random lives of orders; the provider loses answers, the line breaks\n"
            "  races    two people, or one and a timer, want different things of one order\n"
            "  crash    the server crashes at each step of each path that an order can go\n"
            "  clock    the machine's clock is set two hours ahead or back while timers run\n"
            "  messages the gateway of messages to phones fails in every way, the server is "
            "killed"));
        addPositionalArgument(QStringLiteral("drill"), QStringLiteral("One of these."));
        addOptions({cycles, seed, synchronous, database});
    }
};

struct Choice {
    const char *name;
    Options::Which which;
    int cycles;
    bool hasEngines = false;
};

constexpr std::array kChoices{Choice{"kill", Options::Which::Kill, 100},
                              Choice{"power", Options::Which::Power, 20},
                              Choice{"full", Options::Which::Full, 6},
                              Choice{"servers", Options::Which::Servers, 60},
                              Choice{"money", Options::Which::Money, 10'000, true},
                              Choice{"races", Options::Which::Races, 500, true},
                              Choice{"crash", Options::Which::Crash, 1, true},
                              Choice{"clock", Options::Which::Clock, 20, true},
                              Choice{"messages", Options::Which::Messages, 2'000, true}};

/// A whole number from 1 on; nothing if it is none.
std::optional<quint32> numberOf(const QString &text) {
    bool isNumber = false;
    const quint32 number = text.toUInt(&isNumber);
    return isNumber && number > 0 ? std::optional(number) : std::nullopt;
}

} // namespace

Result<Options, QString> Options::read(const QStringList &arguments, bool &isHelp) {
    Parser parser;
    const bool isParsed = parser.parse(arguments);
    isHelp = isParsed && parser.isSet(parser.help);
    if (isHelp)
        return parser.helpText();
    if (!isParsed)
        return parser.errorText();
    const QString drill = parser.positionalArguments().join(u' ');
    const auto choice = std::find_if(kChoices.begin(), kChoices.end(), [&](const Choice &known) {
        return drill == QLatin1StringView(known.name);
    });
    if (choice == kChoices.end())
        return QStringLiteral("say which drill; see --help");
    const auto cycles = parser.isSet(parser.cycles) ? numberOf(parser.value(parser.cycles))
                                                    : std::optional(quint32(choice->cycles));
    const auto seed = numberOf(parser.value(parser.seed));
    if (!cycles || !seed)
        return QStringLiteral("counts and seeds are numbers from 1");
    const QString synchronous = parser.value(parser.synchronous);
    const bool isNormal = synchronous == u"normal";
    if (!isNormal && synchronous != u"full")
        return QStringLiteral("--synchronous takes full or normal");
    if (isNormal && choice->which != Which::Power)
        return QStringLiteral("--synchronous is for power");
    const QString database = parser.value(parser.database);
    const bool isPostgres = database == u"postgres";
    if (!isPostgres && database != u"sqlite")
        return QStringLiteral("--db takes sqlite or postgres");
    if (isPostgres && !choice->hasEngines)
        return QString(QStringLiteral("--db is not for ") + drill);
    return Options{choice->which,
                   int(*cycles),
                   !parser.isSet(parser.cycles),
                   *seed,
                   isNormal ? Synchronous::Normal : Synchronous::Full,
                   isPostgres ? Engine::Postgres : Engine::Sqlite};
}

} // namespace soban::drill
