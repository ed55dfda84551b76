// SPDX-License-Identifier: GPL-3.0-or-later
// soban-drill: strikes a real server and looks whether it keeps its promises; ./run drill calls it.
#include "drill/BrokenDisk.h"
#include "drill/Drill.h"
#include "drill/Options.h"
#include "stage/Children.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <array>
#include <cstdio>

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
    }
    return nullptr;
}

int report(const Outcome &outcome) {
    const Tally &tally = outcome.tally;
    for (const QString &words : tally.examples + outcome.faults)
        std::fprintf(stderr, "%s\n", qUtf8Printable(words));
    const std::array figures{
        std::pair{"starts in vain", outcome.startsInVain},
        std::pair{"acknowledged", outcome.acknowledged},
        std::pair{"refused", outcome.refused},
        std::pair{"looked up", tally.lookedUp},
        std::pair{"found done", tally.foundDone},
        std::pair{"events", tally.events},
        std::pair{"missing", tally.missing},
        std::pair{"doubled", tally.doubled},
        std::pair{"changed", tally.changed},
        std::pair{"events wrong", tally.eventsWrong},
        std::pair{"other faults", qint64(outcome.faults.size())},
    };
    std::printf("drill: %d cycles", outcome.cycles);
    for (const auto &[name, count] : figures)
        std::printf(", %lld %s", static_cast<long long>(count), name);
    std::printf("\n");
    return outcome.isClean() ? 0 : 1;
}

int run(const Options &options) {
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
    const auto town = bench::raiseTown(database, {1, kCustomers});
    if (!town)
        return fail(town.error(), 1);
    Server server(bench::programBeside(QStringLiteral("soban-server")), database);
    const auto trouble = troubleOf(options, places, root.filePath(QStringLiteral("switch")));
    return report(Drill(*town, server, *trouble, options.seed).run(options.cycles));
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
