// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/Histogram.h"
#include "load/HttpClient.h"
#include "load/OpenSchedule.h"

#include <QString>

#include <deque>
#include <memory>
#include <vector>

namespace soban::bench {

/// How hard, and how long. What is answered during the warm-up does not count.
struct LoadPlan {
    Span warmUp = std::chrono::milliseconds(300);
    Span span = std::chrono::seconds(3);
    int expectedStatus = 200;
};

struct LoadResult {
    Histogram latency;   ///< of what was answered as expected
    qint64 failures = 0; ///< answered otherwise, or not at all
    QString firstFailure;
    double seconds = 0;
    qint64 answers = 0; ///< all that came, those of the warm-up as well
    Span wall{0};       ///< from the first to the last of them, if somebody looked
    Span serverTime{0}; ///< processor time of the server for all of these, if somebody looked

    double perSecond() const { return seconds > 0 ? double(latency.count()) / seconds : 0; }
    double milliseconds(double share) const { return millisecondsOf(latency.quantile(share)); }
};

/// Writes the next request of a client, whole.
using WriteRequest = std::function<void(QByteArray &out, int client)>;

/// Many kept-alive connections to one server, each from an address of its own, on the thread of the
/// poller, whose other sockets are served meanwhile.
class HttpLoad {
public:
    HttpLoad(Poller &poller, Port port, int clients);
    Q_DISABLE_COPY_MOVE(HttpLoad)

    /// Closed loop: each client sends its next request when it has the answer to its last. Tells
    /// how much a server can do; its latencies are those of a server that is just not overrun.
    LoadResult runClosed(const LoadPlan &plan, const WriteRequest &write);
    /// Open loop: as many requests a second whatever the server does; latencies count from when a
    /// request was to be sent.
    LoadResult runOpen(const LoadPlan &plan, double perSecond, const WriteRequest &write);
    /// Each client sends one request; nobody waits for the answers.
    void sendEach(const WriteRequest &write);
    /// One request by the first client; nothing if there is no answer within a minute.
    std::optional<Response> ask(const QByteArray &request);

private:
    /// What is measured between two moments.
    struct Run {
        const LoadPlan &plan;
        const WriteRequest &write;
        Moment begin; ///< the warm-up is over
        Moment end;
        std::function<void(int client)> goOn; ///< what a client does after an answer
        LoadResult result = {};
    };

    Run newRun(const LoadPlan &plan, const WriteRequest &write) const;
    LoadResult finish(Run &run);
    void send(Run &run, int client, Moment intended);
    void answered(int client, const std::optional<Response> &response);
    void count(const std::optional<Response> &response, Moment intended, Moment now);
    bool isAnyBusy() const;

    Poller &m_poller;
    std::vector<std::unique_ptr<HttpClient>> m_clients;
    std::vector<Moment> m_intended; ///< of each client's request under way
    std::vector<int> m_idle;        ///< clients without one, in an open loop
    QByteArray m_request;
    Run *m_run = nullptr;
    std::function<void(const std::optional<Response> &)> m_asker;
};

} // namespace soban::bench
