// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Crowd.h"

#include <algorithm>

namespace soban::drill {

using bench::Response;

Crowd::Crowd(bench::Poller &poller, bench::Port port, int clients, Next next, Heard heard)
    : m_next(std::move(next)), m_heard(std::move(heard)) {
    const auto answeredHere = [this](int client, const std::optional<Response> &response) {
        answered(client, response);
    };
    for (int client = 0; client < clients; ++client) {
        m_clients.push_back(
            std::make_unique<bench::HttpClient>(poller, port, client, answeredHere));
        goOn(client);
    }
}

bool Crowd::isBusy() const {
    return std::any_of(m_clients.begin(), m_clients.end(),
                       [](const auto &client) { return client->isBusy(); });
}

void Crowd::answered(int client, const std::optional<Response> &response) {
    m_heard(client, response);
    if (response) // else the connection is gone
        goOn(client);
}

void Crowd::goOn(int client) {
    if (const auto request = m_next(client))
        m_clients[std::size_t(client)]->send(*request);
}

QList<std::optional<Response>> askAll(const Line &line, const QList<QByteArray> &requests) {
    constexpr qsizetype kAtOnce = 16;
    constexpr std::chrono::seconds kPatience{60};
    QList<std::optional<Response>> answers(requests.size());
    QList<qsizetype> asked(kAtOnce, 0);
    qsizetype count = 0;
    const auto next = [&](int client) -> std::optional<QByteArray> {
        if (count == requests.size())
            return std::nullopt;
        asked[client] = count;
        return requests[count++];
    };
    const auto heard = [&](int client, const std::optional<Response> &response) {
        answers[asked[client]] = response;
    };
    const Crowd crowd(line.poller, line.port, int(std::min(kAtOnce, requests.size())), next, heard);
    const bench::Moment deadline = bench::Clock::now() + kPatience;
    while (crowd.isBusy() && bench::Clock::now() < deadline)
        line.poller.turn(deadline);
    return answers;
}

std::optional<Response> ask(const Line &line, const QByteArray &request) {
    return askAll(line, {request}).first();
}

QString describe(const std::optional<Response> &response) {
    constexpr qsizetype kBodyBytes = 200;
    if (!response)
        return QStringLiteral("no answer");
    return QStringLiteral("%1 %2")
        .arg(response->status)
        .arg(QString::fromUtf8(response->body.left(kBodyBytes)));
}

} // namespace soban::drill
