// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/LoopbackSocket.h"
#include "load/ResponseReader.h"

#include <functional>

namespace soban::bench {

/// One kept-alive connection with one request under way at a time.
class HttpClient : public Pollable {
public:
    /// `response`: none if the connection ended before it.
    using Answered = std::function<void(int client, const std::optional<Response> &response)>;

    HttpClient(Poller &poller, Port port, int number, Answered answered);

    void send(QByteArrayView request);
    bool isBusy() const { return m_isBusy; }
    void ready() override;

private:
    const int m_number;
    const Answered m_answered;
    LoopbackSocket m_socket;
    ResponseReader m_reader;
    bool m_isBusy = false;
};

} // namespace soban::bench
