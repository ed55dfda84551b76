// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/HttpClient.h"

#include <QList>

#include <functional>
#include <memory>
#include <vector>

namespace soban::drill {

/// Clients with a connection each, who send one request after the other while there are some to
/// send. Served when the poller turns.
class Crowd {
public:
    /// A client's next request, whole; nothing: it has no more to ask.
    using Next = std::function<std::optional<QByteArray>(int client)>;
    /// `response`: none if the connection ended before it.
    using Heard = std::function<void(int client, const std::optional<bench::Response> &response)>;

    Crowd(bench::Poller &poller, bench::Port port, int clients, Next next, Heard heard);
    Q_DISABLE_COPY_MOVE(Crowd)

    /// Whether anybody waits for an answer.
    bool isBusy() const;

private:
    void answered(int client, const std::optional<bench::Response> &response);
    void goOn(int client);

    const Next m_next;
    const Heard m_heard;
    std::vector<std::unique_ptr<bench::HttpClient>> m_clients;
};

/// A server to be asked, and the poller whose turns bring the answers.
struct Line {
    bench::Poller &poller;
    bench::Port port;
};

/// Asks all of this, several things at a time, and waits for the answers; none where the connection
/// ended first or a minute went by.
QList<std::optional<bench::Response>> askAll(const Line &line, const QList<QByteArray> &requests);
std::optional<bench::Response> ask(const Line &line, const QByteArray &request);

/// For people: status and the beginning of the body, or that no answer came.
QString describe(const std::optional<bench::Response> &response);

} // namespace soban::drill
