// SPDX-License-Identifier: GPL-3.0-or-later
// P9: how soon the programs are there, what the server holds at rest, how lists scroll.
#include "goals/AppStart.h"
#include "goals/Goals.h"
#include "load/Cores.h"

#include <QRegularExpression>

#include <thread>

namespace soban::bench {

namespace {

constexpr int kStarts = 5;
constexpr std::chrono::seconds kRest{1};

/// What a series of starts came to.
struct ServerStart {
    double readyMs;
    double processorMs; ///< of the time until then, which a busy machine lengthens
    double restMiB;
};

Result<ServerStart, QString> startServer(Stage &stage) {
    auto house = stage.open({});
    if (!house)
        return std::move(house).error();
    std::vector<double> spans;
    std::vector<double> processorSpans;
    for (int i = 0; i < kStarts; ++i) {
        if (const auto fault = stage.restart(house.value()))
            return *fault;
        spans.push_back(millisecondsOf(house->server->startSpan()));
        processorSpans.push_back(millisecondsOf(house->server->cpuTime()));
    }
    std::this_thread::sleep_for(kRest);
    return ServerStart{median(std::move(spans)), median(std::move(processorSpans)),
                       double(house->server->residentKiB()) / 1024};
}

Result<double, QString> startApp(Stage &stage, desk::App app, const QUrl &server) {
    std::vector<double> spans;
    for (int i = 0; i < stage.options().rounds; ++i) {
        const auto span = firstWindowMs(app, server, stage.path(QString()));
        if (!span)
            return span.error();
        spans.push_back(*span);
    }
    return median(std::move(spans));
}

/// The p99 of each list, in milliseconds, as the other bench prints them.
std::vector<double> scrollSteps() {
    testing::ChildProcess bench(
        {programBeside(QStringLiteral("soban-bench-scroll")),
         {},
         {{QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen")}}});
    static const QRegularExpression kP99(QStringLiteral("p99 +([0-9.]+)"));
    std::vector<double> steps;
    const auto limit = std::chrono::minutes(3);
    for (auto line = bench.start({}, limit); line; line = bench.waitForLine({}, limit)) {
        if (const auto match = kP99.match(*line); match.hasMatch())
            steps.push_back(match.captured(1).toDouble());
    }
    return steps;
}

Measure windowOf(Stage &stage, desk::App app, const QUrl &server) {
    const QString ms = QStringLiteral("ms");
    const QString what = QStringLiteral("first window of ") + desk::programName(app);
    const auto span = startApp(stage, app, server);
    if (!span)
        return {what, ms, {Demand::Sense::AtMost, 500, {}}, {}, span.error()};
    return atMost(what, *span, ms, 500);
}

Measure scrolling() {
    const QString what = QStringLiteral("p99 of a scroll step, 10,000 orders");
    const QString ms = QStringLiteral("ms");
    const std::vector<double> steps = scrollSteps();
    if (steps.empty())
        return {what,
                ms,
                {Demand::Sense::AtMost, 16, {}},
                {},
                QStringLiteral("soban-bench-scroll does not run")};
    return atMost(what, *std::max_element(steps.begin(), steps.end()), ms, 16);
}

} // namespace

Outcome measureStarts(Stage &stage) {
    const auto server = startServer(stage);
    if (!server)
        return Outcome::brokenOff(server.error());
    const auto house = stage.open({});
    if (!house)
        return Outcome::brokenOff(house.error());
    Outcome outcome{
        {atMost(QStringLiteral("server ready"), server->readyMs, QStringLiteral("ms"), 200),
         atMost(QStringLiteral("server at rest"), server->restMiB, QStringLiteral("MiB"), 40)},
        {{QStringLiteral("processor time until it is ready"), server->processorMs,
          QStringLiteral("ms")}}};
    const OnCores whole(stage.allCores());
    for (const desk::App app : {desk::App::Customer, desk::App::Shop, desk::App::Rider})
        outcome.measures.append(windowOf(stage, app, house->server->url()));
    outcome.measures.append(scrolling());
    return outcome;
}

} // namespace soban::bench
