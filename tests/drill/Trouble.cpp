// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Trouble.h"

namespace soban::drill {

void killSomeTime(const Scene &scene) {
    constexpr int kMostAnswers = 60;
    constexpr int kLongestUs = 10'000;
    // By answers as well as by time: on a slow machine there is something to lose, too.
    const qint64 enough = scene.load.acknowledged() + scene.random.bounded(kMostAnswers);
    scene.load.runUntil([&] { return scene.load.acknowledged() >= enough; });
    scene.load.runFor(std::chrono::microseconds(scene.random.bounded(kLongestUs)));
    scene.server.kill();
    scene.load.finish(); // what was sent before is still in the sockets
}

Fault Kill::strike(const Scene &scene) {
    killSomeTime(scene);
    return std::nullopt;
}

} // namespace soban::drill
