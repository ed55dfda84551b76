// SPDX-License-Identifier: GPL-3.0-or-later
// P6: our transport beside Qt's bare server, both with nothing to do but greet.
#include "goals/Goals.h"
#include "stage/Requests.h"

namespace soban::bench {

namespace {

Child greeter(const char *kind, int core) {
    return Child({programBeside(QStringLiteral("soban-bench-hello")), {QString::fromLatin1(kind)}},
                 core);
}

} // namespace

Outcome measureSocketGuard(Stage &stage) {
    const QString begins = QStringLiteral("hello listening on ");
    Child plain = greeter("plain", stage.serverCore());
    Child guarded = greeter("guarded", stage.serverCore());
    for (Child *child : {&plain, &guarded}) {
        if (const auto fault = child->start(begins))
            return Outcome::brokenOff(*fault);
    }
    Poller poller;
    HttpLoad plainLoad(poller, plain.port(), kClients);
    HttpLoad guardedLoad(poller, guarded.port(), kClients);
    // With a body and the headers of a real order, as the guard reads what it lets through.
    const WriteRequest hello =
        always(postRequest("/api/v1/orders", QByteArray(43, 't'), QByteArray(300, 'x')));
    Rounds rounds;
    const int bare = rounds.add([&] { return plainLoad.runClosed(stage.plan(), hello); });
    const int ours = rounds.add([&] { return guardedLoad.runClosed(stage.plan(), hello); });
    rounds.run(stage.options().rounds);
    if (const QString fault = rounds.fault(); !fault.isEmpty())
        return Outcome::brokenOff(fault);
    return {
        {ratioAtLeast(QStringLiteral("with the guard to without"), rounds.ratio(ours, bare), 0.9)},
        {{QStringLiteral("without"), rounds.perSecond(bare), QStringLiteral("/s")},
         {QStringLiteral("with"), rounds.perSecond(ours), QStringLiteral("/s")}}};
}

} // namespace soban::bench
