// SPDX-License-Identifier: GPL-3.0-or-later
// soban-drill: strikes a real server and looks whether it keeps its promises; ./run drill calls it.
#include "drill/BrokenDisk.h"
#include "drill/ClockDrill.h"
#include "drill/CrashDrill.h"
#include "drill/Drill.h"
#include "drill/MessageDrill.h"
#include "drill/MoneyDrill.h"
#include "drill/Options.h"
#include "drill/RaceDrill.h"
#include "drill/SeveralServers.h"
#include "stage/Children.h"
#include "support/PostgresServer.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <cstdio>
#include <initializer_list>

namespace {

using namespace soban;
using namespace soban::drill;

constexpr int kUsageError = 2;
constexpr int kCustomers = 8;

int fail(const QString &reason, int status) {
    std::fprintf(stderr, "soban-drill: %s\n", qUtf8Printable(reason));
    return status;
}

std::unique_ptr<Trouble> troubleOf(const Options &options, const DiskPlaces &places,
                                   const QString &switchFile) {
    switch (options.which) {
    case Options::Which::Kill:
        return std::make_unique<Kill>();
    case Options::Which::Power:
        return std::make_unique<PowerCut>(places, options.synchronous, options.seed);
    case Options::Which::Full:
        return std::make_unique<BrokenDisk>(places, switchFile, options.seed);
    default:
        return nullptr;
    }
}

struct Figure {
    const char *name;
    qint64 count;
};

void tell(const QStringList &words, int cycles, std::initializer_list<Figure> figures) {
    for (const QString &line : words)
        std::fprintf(stderr, "%s\n", qUtf8Printable(line));
    std::printf("drill: %d cycles", cycles);
    for (const auto &[name, count] : figures)
        std::printf(", %lld %s", static_cast<long long>(count), name);
    std::printf("\n");
}

/// What was wrong in words, and one line of figures, the last of which must be 0.
void tell(const char *drill, const QStringList &words, std::initializer_list<Figure> figures) {
    for (const QString &line : words)
        std::fprintf(stderr, "%s\n", qUtf8Printable(line));
    std::printf("drill %s:", drill);
    const char *between = " ";
    for (const auto &[name, count] : figures) {
        std::printf("%s%lld %s", between, static_cast<long long>(count), name);
        between = ", ";
    }
    std::printf("\n");
}

int report(const Outcome &outcome) {
    const Tally &tally = outcome.tally;
    tell(tally.examples + outcome.faults, outcome.cycles,
         {
             {"starts in vain", outcome.startsInVain},
             {"acknowledged", outcome.acknowledged},
             {"refused", outcome.refused},
             {"looked up", tally.lookedUp},
             {"found done", tally.foundDone},
             {"events", tally.events},
             {"missing", tally.missing},
             {"doubled", tally.doubled},
             {"changed", tally.changed},
             {"events wrong", tally.eventsWrong},
             {"other faults", qint64(outcome.faults.size())},
         });
    return outcome.isClean() ? 0 : 1;
}

int report(const SeveralServersOutcome &outcome) {
    for (const EarCount &ear : outcome.ears) {
        std::printf("%s: %lld events expected, %lld heard, %lld missed, %lld wrong\n",
                    qUtf8Printable(ear.who), static_cast<long long>(ear.expected),
                    static_cast<long long>(ear.heard), static_cast<long long>(ear.missed),
                    static_cast<long long>(ear.wrong));
    }
    const Walked &walked = outcome.walked;
    const EarCount all = outcome.allEars();
    const QStringList faults = outcome.faults + walked.strangeAnswers;
    tell(faults, outcome.kills,
         {
             {"starts in vain", outcome.startsInVain},
             {"acknowledged", walked.acknowledged},
             {"refused", walked.refused},
             {"asked again", walked.askedAgain},
             {"orders", outcome.orders},
             {"missing", outcome.missing},
             {"doubled", outcome.doubled},
             {"changed", outcome.changed},
             {"events expected", all.expected},
             {"events heard", all.heard},
             {"events missed", all.missed},
             {"events wrong", all.wrong},
             {"timers expected", outcome.timersExpected},
             {"timers fired", outcome.timersFired},
             {"timers twice", outcome.timersTwice},
             {"other faults", qint64(faults.size())},
         });
    return outcome.isClean() ? 0 : 1;
}

int runSeveralServers(const Options &options) {
    testing::PostgresServer postgres;
    if (const auto fault = postgres.start())
        return fail(*fault, 1);
    const auto name = postgres.createDatabase();
    if (!name)
        return fail(QStringLiteral("PostgreSQL makes no database"), 1);
    const QString url = postgres.urlOf(*name);
    const auto town = bench::raiseTown(*storage::PostgresPlace::fromUrl(url), {1, kCustomers});
    if (!town)
        return fail(town.error(), 1);
    SeveralServers drill(*town, bench::programBeside(QStringLiteral("soban-server")), url,
                         options.seed);
    return report(drill.run(options.cycles));
}

int runMoney(const Options &options) {
    const MoneyOutcome outcome = MoneyDrill(options.engine, options.seed).run(options.cycles);
    const MoneyTally &tally = outcome.tally;
    const Reckoning &found = outcome.reckoning;
    tell("money", outcome.faults + tally.faults + found.examples,
         {
             {"orders", found.orders},
             {"steps", tally.steps},
             {"changes", tally.changes},
             {"decisions", tally.decisions},
             {"too late", tally.tooLate},
             {"asked again", tally.repeated},
             {"outages", outcome.outages},
             {"charges", found.charges},
             {"declines", found.declines},
             {"refunds", found.refunds},
             {"over", found.over},
             {"orders a second", qint64(double(tally.placed) / std::max(outcome.seconds, 0.001))},
             {"violations", outcome.violations()},
         });
    return outcome.violations() == 0 ? 0 : 1;
}

int runRaces(const Options &options) {
    const RaceOutcome outcome = RaceDrill(options.engine, options.seed).run(options.cycles);
    for (const RaceOutcome::Pair &pair : outcome.pairs)
        std::printf("%s: %lld races, %lld won by the first, %lld by the second\n",
                    qUtf8Printable(pair.name), static_cast<long long>(pair.races),
                    static_cast<long long>(pair.wonByFirst),
                    static_cast<long long>(pair.wonBySecond));
    tell("races", outcome.faults + outcome.reckoning.examples,
         {
             {"pairs", outcome.pairs.size()},
             {"races", outcome.races},
             {"begun anew", outcome.spoiled},
             {"orders", outcome.reckoning.orders},
             {"charges", outcome.reckoning.charges},
             {"refunds", outcome.reckoning.refunds},
             {"violations", outcome.violations()},
         });
    return outcome.violations() == 0 ? 0 : 1;
}

int runClock(const Options &options) {
    const ClockOutcome outcome = ClockDrill(options.engine, options.seed).run(options.cycles);
    tell("clock", outcome.faults + outcome.reckoning.examples,
         {
             {"rounds", outcome.rounds},
             {"jumps", outcome.jumps},
             {"timers", outcome.timers},
             {"early", outcome.early},
             {"missing", outcome.missing},
             {"not seen", outcome.notSeen},
             {"orders", outcome.reckoning.orders},
             {"violations", outcome.violations()},
         });
    return outcome.violations() == 0 ? 0 : 1;
}

int runCrash(const Options &options) {
    const CrashOutcome outcome =
        CrashDrill(options.engine, options.seed)
            .run(options.isAll ? std::nullopt : std::optional(options.cycles));
    tell("crash", outcome.faults + outcome.reckoning.examples,
         {
             {"paths", outcome.paths},
             {"steps", outcome.points},
             {"runs", outcome.runs},
             {"crashes", outcome.crashes},
             {"asked again", outcome.askedAgain},
             {"cut short", outcome.cutShort},
             {"orders", outcome.reckoning.orders},
             {"charges", outcome.reckoning.charges},
             {"refunds", outcome.reckoning.refunds},
             {"violations", outcome.violations()},
         });
    return outcome.violations() == 0 ? 0 : 1;
}

int runMessages(const Options &options) {
    const MessageOutcome outcome = MessageDrill(options.engine, options.seed).run(options.cycles);
    const MessageReckoning &found = outcome.messages;
    tell(
        "messages",
        outcome.faults + outcome.tally.faults + found.examples + outcome.orders.examples,
        {
            {"messages", found.written},
            {"orders", outcome.orders.orders},
            {"kills", outcome.kills},
            {"outages", outcome.outages},
            {"sent", found.sent},
            {"arrived", found.arrived},
            {"tried again", found.triedAgain},
            {"unknown", found.unknown},
            {"expired", found.expired},
            {"messages a second", qint64(double(found.written) / std::max(outcome.seconds, 0.001))},
            {"violations", outcome.violations()},
        });
    return outcome.violations() == 0 ? 0 : 1;
}

int runWithTrouble(const Options &options) {
    const QTemporaryDir temporary;
    // The shim sees paths as the kernel has them.
    const QDir root(QDir(temporary.path()).canonicalPath());
    const DiskPlaces places{
        bench::programBeside(QStringLiteral("../plugins/drill/libsobandrilldisk.so")),
        root.filePath(QStringLiteral("disk")), root.filePath(QStringLiteral("journal")),
        root.filePath(QStringLiteral("copy"))};
    if (!root.mkdir(QStringLiteral("disk")) || !root.mkdir(QStringLiteral("copy")))
        return fail(QStringLiteral("no folder for the database"), 1);
    const QString database = QDir(places.folder).filePath(QStringLiteral("soban.sqlite"));
    const auto town = bench::raiseTown(storage::SqliteFile{database}, {1, kCustomers});
    if (!town)
        return fail(town.error(), 1);
    Server server(bench::programBeside(QStringLiteral("soban-server")),
                  {QStringLiteral("database.file=") + database});
    const auto trouble = troubleOf(options, places, root.filePath(QStringLiteral("switch")));
    return report(Drill(*town, server, *trouble, options.seed).run(options.cycles));
}

int run(const Options &options) {
    switch (options.which) {
    case Options::Which::Servers:
        return runSeveralServers(options);
    case Options::Which::Money:
        return runMoney(options);
    case Options::Which::Races:
        return runRaces(options);
    case Options::Which::Crash:
        return runCrash(options);
    case Options::Which::Clock:
        return runClock(options);
    case Options::Which::Messages:
        return runMessages(options);
    default:
        return runWithTrouble(options);
    }
}

} // namespace

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    bool isHelp = false;
    const auto options = Options::read(QCoreApplication::arguments(), isHelp);
    if (options)
        return run(*options);
    if (!isHelp)
        return fail(options.error(), kUsageError);
    std::printf("%s\n", qUtf8Printable(options.error()));
    return 0;
}
