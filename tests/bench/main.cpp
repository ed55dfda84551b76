// SPDX-License-Identifier: GPL-3.0-or-later
// soban-bench: measures the goals of docs/performance.md; ./run bench calls it.
#include "app/FileLimit.h"
#include "goals/Goals.h"
#include "load/Cores.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

#include <sys/resource.h>

namespace {

using namespace soban::bench;

constexpr int kUsageError = 2;
/// Ten thousand sockets and what they need besides, at the server's end twice as much: it keeps
/// half of its share for requests.
constexpr rlim_t kFiles = 65'536;

/// Children inherit it. Only root may go beyond what was given; all others make do.
void allowManyFiles() {
    const rlimit limit{kFiles, kFiles};
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0)
        soban::app::raiseFileLimit();
}

QList<GoalOutcome> measure(const Options &options) {
    Stage stage(options);
    const OnCores held({stage.loadCore()});
    QList<GoalOutcome> outcomes;
    for (const Goal &goal : allGoals()) {
        if (!options.wants(goal.id))
            continue;
        Stage::say(goal.id + u' ' + goal.title);
        outcomes.append({goal.id, goal.title, goal.measure(stage)});
    }
    return outcomes;
}

bool write(const QString &name, const QByteArray &text) {
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush();
}

} // namespace

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    bool isHelp = false;
    const auto options = Options::read(QCoreApplication::arguments(), isHelp);
    if (!options) {
        std::fprintf(isHelp ? stdout : stderr, "%s\n", qUtf8Printable(options.error()));
        return isHelp ? 0 : kUsageError;
    }
    allowManyFiles();
    const QList<GoalOutcome> outcomes = measure(*options);
    std::printf("%s", qUtf8Printable(toTable(outcomes)));
    if (!options->jsonFile.isEmpty() && !write(options->jsonFile, toJson(outcomes))) {
        std::fprintf(stderr, "soban-bench: cannot write %s\n", qUtf8Printable(options->jsonFile));
        return 1;
    }
    return 0;
}
