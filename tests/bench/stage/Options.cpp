// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Options.h"

#include <QCommandLineParser>

namespace soban::bench {

namespace {

struct Parser : QCommandLineParser {
    QCommandLineOption only{QStringLiteral("only"),
                            QStringLiteral("Measure these goals only, as P1,P4."),
                            QStringLiteral("GOALS")};
    QCommandLineOption json{QStringLiteral("json"),
                            QStringLiteral("Write what the table says to a file as well."),
                            QStringLiteral("FILE")};
    QCommandLineOption folder{
        QStringLiteral("folder"),
        QStringLiteral("Where the databases are kept meanwhile; their disk is "
                       "measured, too."),
        QStringLiteral("DIR")};
    QCommandLineOption seconds{QStringLiteral("seconds"),
                               QStringLiteral("How long each side of a comparison is measured at a "
                                              "time (3)."),
                               QStringLiteral("S"), QStringLiteral("3")};
    QCommandLineOption rounds{QStringLiteral("rounds"),
                              QStringLiteral("How often both sides have their turn (3)."),
                              QStringLiteral("N"), QStringLiteral("3")};
    QCommandLineOption orders{QStringLiteral("orders"),
                              QStringLiteral("How many orders are stored for P8 (1000000)."),
                              QStringLiteral("N"), QStringLiteral("1000000")};
    QCommandLineOption help = addHelpOption();

    Parser() {
        setApplicationDescription(QStringLiteral(
            "Measures the goals of docs/performance.md, each as a ratio within this run."));
        addOptions({only, json, folder, seconds, rounds, orders});
    }
};

} // namespace

Result<Options, QString> Options::read(const QStringList &arguments, bool &isHelp) {
    Parser parser;
    const bool isParsed = parser.parse(arguments);
    isHelp = isParsed && parser.isSet(parser.help);
    if (isHelp)
        return parser.helpText();
    if (!isParsed)
        return parser.errorText();
    Options options;
    options.only = parser.value(parser.only).split(u',', Qt::SkipEmptyParts);
    options.jsonFile = parser.value(parser.json);
    options.folder = parser.value(parser.folder);
    options.seconds = parser.value(parser.seconds).toDouble();
    options.rounds = parser.value(parser.rounds).toInt();
    options.orders = parser.value(parser.orders).toInt();
    if (!(options.seconds >= 0.1 && options.seconds <= 600))
        return QStringLiteral("--seconds takes a number from 0.1 to 600");
    if (options.rounds < 1)
        return QStringLiteral("--rounds takes a number from 1");
    if (options.orders < 1)
        return QStringLiteral("--orders takes a number from 1");
    if (!parser.positionalArguments().isEmpty())
        return QStringLiteral("what is \"%1\"?").arg(parser.positionalArguments().first());
    return options;
}

} // namespace soban::bench
