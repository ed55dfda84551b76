// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/LoopbackSocket.h"

#include <cerrno>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace soban::bench {

namespace {

sockaddr_in addressOf(quint32 host, quint16 port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(host);
    return address;
}

/// 127.1.0.1, 127.1.0.2, …: all of 127/8 is this machine.
quint32 sourceAddress(int number) {
    constexpr quint32 kBase = 0x7f010000;
    constexpr int kPerNet = 250;
    return kBase + quint32(number / kPerNet) * 256 + quint32(number % kPerNet) + 1;
}

int connectFrom(quint32 source, quint16 port, bool &isRefused) {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        qFatal("no more sockets: %s", std::strerror(errno));
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const sockaddr_in from = addressOf(source, 0);
    const sockaddr_in to = addressOf(INADDR_LOOPBACK, port);
    const bool isBound =
        ::bind(descriptor, reinterpret_cast<const sockaddr *>(&from), sizeof from) == 0;
    const bool isUnderWay =
        isBound &&
        (::connect(descriptor, reinterpret_cast<const sockaddr *>(&to), sizeof to) == 0 ||
         errno == EINPROGRESS);
    isRefused = isBound && !isUnderWay && errno == ECONNREFUSED;
    if (!isUnderWay && !isRefused)
        qFatal("cannot connect: %s", std::strerror(errno));
    return descriptor;
}

} // namespace

LoopbackSocket::LoopbackSocket(Poller &poller, Pollable &owner, Port port, int number)
    : m_poller(poller)
    , m_owner(owner)
    , m_descriptor(connectFrom(sourceAddress(number), port.number, m_isRefused)) {
    m_poller.watch(m_descriptor, m_owner, Poller::Interest::Writing);
}

LoopbackSocket::~LoopbackSocket() {
    m_poller.forget(m_descriptor);
    ::close(m_descriptor);
}

void LoopbackSocket::send(QByteArrayView bytes) {
    m_unsent.append(bytes);
    if (!m_waitsForRoom)
        flush();
}

void LoopbackSocket::flush() {
    const ssize_t sent = m_unsent.isEmpty() ? 0
                                            : ::send(m_descriptor, m_unsent.constData(),
                                                     std::size_t(m_unsent.size()), MSG_NOSIGNAL);
    if (sent == m_unsent.size())
        m_unsent.resize(0); // which keeps the memory
    else if (sent > 0)
        m_unsent.remove(0, qsizetype(sent));
    // An error shows when the socket is read.
    const bool waits = !m_unsent.isEmpty() && (sent >= 0 || errno == EAGAIN || errno == ENOTCONN);
    if (waits != m_waitsForRoom)
        m_poller.change(m_descriptor, m_owner,
                        waits ? Poller::Interest::Writing : Poller::Interest::Reading);
    m_waitsForRoom = waits;
}

std::optional<QByteArrayView> LoopbackSocket::receive() {
    if (m_isRefused) {
        m_poller.forget(m_descriptor);
        return std::nullopt;
    }
    if (m_waitsForRoom)
        flush();
    const ssize_t got =
        ::recv(m_descriptor, m_poller.scratch().data(), m_poller.scratch().size(), 0);
    if (got > 0)
        return QByteArrayView(m_poller.scratch().data(), qsizetype(got));
    const bool isQuiet = got < 0 && (errno == EAGAIN || errno == EINTR || errno == ENOTCONN);
    if (isQuiet)
        return QByteArrayView();
    m_poller.forget(m_descriptor); // which would tell of the end again and again
    return std::nullopt;
}

} // namespace soban::bench
