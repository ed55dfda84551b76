// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/HttpClient.h"

#include <utility>

namespace soban::bench {

HttpClient::HttpClient(Poller &poller, Port port, int number, Answered answered)
    : m_number(number), m_answered(std::move(answered)), m_socket(poller, *this, port, number) {}

void HttpClient::send(QByteArrayView request) {
    m_isBusy = true;
    m_socket.send(request);
}

void HttpClient::ready() {
    const auto bytes = m_socket.receive();
    if (bytes)
        m_reader.feed(*bytes);
    const auto response = m_reader.take();
    const bool isOver = !bytes || m_reader.isBroken();
    if (!response && !isOver)
        return;
    if (std::exchange(m_isBusy, false) || isOver)
        m_answered(m_number, response);
}

} // namespace soban::bench
