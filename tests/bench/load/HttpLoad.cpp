// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/HttpLoad.h"

#include <algorithm>

namespace soban::bench {

namespace {
constexpr std::chrono::seconds kPatience{60};
}

HttpLoad::HttpLoad(Poller &poller, Port port, int clients)
    : m_poller(poller), m_intended(std::size_t(clients)) {
    for (int number = 0; number < clients; ++number) {
        m_clients.push_back(std::make_unique<HttpClient>(
            poller, port, number, [this](int client, const std::optional<Response> &response) {
                answered(client, response);
            }));
    }
}

HttpLoad::Run HttpLoad::newRun(const LoadPlan &plan, const WriteRequest &write) const {
    const Moment begin = Clock::now() + plan.warmUp;
    return {plan, write, begin, begin + plan.span, {}};
}

LoadResult HttpLoad::runClosed(const LoadPlan &plan, const WriteRequest &write) {
    Run run = newRun(plan, write);
    m_run = &run;
    run.goOn = [&](int client) {
        const Moment now = Clock::now();
        if (now < run.end)
            send(run, client, now);
    };
    for (int client = 0; client < int(m_clients.size()); ++client)
        run.goOn(client);
    while (Clock::now() < run.end)
        m_poller.turn(run.end);
    return finish(run);
}

LoadResult HttpLoad::runOpen(const LoadPlan &plan, double perSecond, const WriteRequest &write) {
    Run run = newRun(plan, write);
    m_run = &run;
    m_idle.clear();
    for (int client = 0; client < int(m_clients.size()); ++client)
        m_idle.push_back(client);
    run.goOn = [this](int client) { m_idle.push_back(client); };
    OpenSchedule schedule(run.begin - plan.warmUp, run.end, perSecond);
    while (const auto next = schedule.next()) {
        // With no client free, the request's time goes by and counts.
        const Moment deadline = m_idle.empty() ? Clock::now() + kPatience : *next;
        m_poller.turn(deadline);
        while (!m_idle.empty()) {
            const auto due = schedule.takeDue(Clock::now());
            if (!due)
                break;
            const int client = m_idle.back();
            m_idle.pop_back();
            send(run, client, *due);
        }
        const bool areAllGone = m_idle.empty() && !isAnyBusy();
        if (areAllGone || Clock::now() > run.end + kPatience)
            break;
    }
    return finish(run);
}

LoadResult HttpLoad::finish(Run &run) {
    const Moment deadline = Clock::now() + kPatience;
    while (isAnyBusy() && Clock::now() < deadline)
        m_poller.turn(deadline);
    for (const auto &client : m_clients) {
        if (client->isBusy() && run.result.failures++ == 0)
            run.result.firstFailure = QStringLiteral("no answer at all");
    }
    m_run = nullptr;
    run.result.seconds = secondsOf(run.plan.span);
    return std::move(run.result);
}

bool HttpLoad::isAnyBusy() const {
    return std::any_of(m_clients.begin(), m_clients.end(),
                       [](const auto &client) { return client->isBusy(); });
}

void HttpLoad::send(Run &run, int client, Moment intended) {
    m_request.resize(0); // which keeps the memory
    run.write(m_request, client);
    m_intended[std::size_t(client)] = intended;
    m_clients[std::size_t(client)]->send(m_request);
}

void HttpLoad::answered(int client, const std::optional<Response> &response) {
    if (m_asker)
        return m_asker(response);
    if (!m_run)
        return;
    count(response, m_intended[std::size_t(client)], Clock::now());
    if (response) // else the connection is gone, and the client with it
        m_run->goOn(client);
}

void HttpLoad::count(const std::optional<Response> &response, Moment intended, Moment now) {
    ++m_run->result.answers;
    // By the time of its sending: what began while it was measured counts, however late it ends.
    if (intended < m_run->begin || intended >= m_run->end)
        return;
    LoadResult &result = m_run->result;
    if (response && response->status == m_run->plan.expectedStatus) {
        result.latency.record(now - intended);
        return;
    }
    if (result.failures++ == 0)
        result.firstFailure = response ? QStringLiteral("%1 %2")
                                             .arg(response->status)
                                             .arg(QString::fromUtf8(response->body.left(200)))
                                       : QStringLiteral("the connection ended");
}

void HttpLoad::sendEach(const WriteRequest &write) {
    for (int client = 0; client < int(m_clients.size()); ++client) {
        m_request.resize(0);
        write(m_request, client);
        m_clients[std::size_t(client)]->send(m_request);
    }
}

std::optional<Response> HttpLoad::ask(const QByteArray &request) {
    std::optional<Response> answer;
    bool isOver = false;
    m_asker = [&](const std::optional<Response> &response) {
        answer = response;
        isOver = true;
    };
    m_clients.front()->send(request);
    const Moment deadline = Clock::now() + kPatience;
    while (!isOver && Clock::now() < deadline)
        m_poller.turn(deadline);
    m_asker = nullptr;
    return answer;
}

} // namespace soban::bench
