// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Replay.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv) {
    using namespace soban::replay;
    constexpr int kUsageError = 2;
    QCoreApplication application(argc, argv);
    const Interrupt interrupt;
    bool isHelp = false;
    const auto options = Options::read(QCoreApplication::arguments(), isHelp);
    if (!options) {
        std::fprintf(isHelp ? stdout : stderr, "%s\n", qUtf8Printable(options.error()));
        return isHelp ? 0 : kUsageError;
    }
    auto instance = readInstance(options->folder);
    if (!instance) {
        std::fprintf(stderr, "soban-replay: %s\n", qUtf8Printable(instance.error().toText()));
        return kUsageError;
    }
    return Replay(*options, *std::move(instance), interrupt).run();
}
