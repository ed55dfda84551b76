// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Trouble.h"

namespace soban::drill {

void killSoon(const Scene &scene) {
    constexpr int kLongestUs = 10'000;
    scene.load.runFor(std::chrono::microseconds(scene.random.bounded(kLongestUs)));
    scene.server.kill();
    scene.load.finish(); // what was sent before is still in the sockets
}

void killAtWork(const Scene &scene) {
    constexpr int kMostAnswers = 60;
    // By answers, not by time: on a slow machine there shall be something to lose, too.
    const qint64 enough = scene.load.acknowledged() + scene.random.bounded(kMostAnswers);
    scene.load.runUntil([&] { return scene.load.acknowledged() >= enough; });
    killSoon(scene);
}

Fault Kill::strike(const Scene &scene) {
    killAtWork(scene);
    return std::nullopt;
}

} // namespace soban::drill
