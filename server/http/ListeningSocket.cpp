// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ListeningSocket.h"

#include <cerrno>
#include <cstring>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace soban::http {

namespace {

struct SocketAddress {
    sockaddr_storage storage = {};
    socklen_t size = 0;
    int family = AF_INET;
};

SocketAddress socketAddress(const QHostAddress &address, quint16 port) {
    SocketAddress made;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in v4 = {};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        v4.sin_addr.s_addr = htonl(address.toIPv4Address());
        std::memcpy(&made.storage, &v4, sizeof v4);
        made.size = sizeof v4;
        return made;
    }
    // Any address of both protocols is that of IPv6, which takes in IPv4.
    sockaddr_in6 v6 = {};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    std::memcpy(&v6.sin6_addr, &bytes, sizeof bytes);
    std::memcpy(&made.storage, &v6, sizeof v6);
    made.size = sizeof v6;
    made.family = AF_INET6;
    return made;
}

bool turnOn(int descriptor, int level, int option, bool on = true) {
    const int value = on ? 1 : 0;
    return ::setsockopt(descriptor, level, option, &value, sizeof value) == 0;
}

/// Closes it and keeps errno, which says why.
void giveUp(int descriptor) {
    const int reason = errno;
    ::close(descriptor);
    errno = reason;
}

/// A socket that is bound there, not listening yet; -1 and errno if it cannot be.
int bound(const QHostAddress &address, quint16 port, bool isShared) {
    const SocketAddress where = socketAddress(address, port);
    const int descriptor = ::socket(where.family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return -1;
    const bool isSet =
        turnOn(descriptor, SOL_SOCKET, SO_REUSEADDR) &&
        (!isShared || turnOn(descriptor, SOL_SOCKET, SO_REUSEPORT)) &&
        (where.family != AF_INET6 || turnOn(descriptor, IPPROTO_IPV6, IPV6_V6ONLY,
                                            address.protocol() == QAbstractSocket::IPv6Protocol));
    if (isSet &&
        ::bind(descriptor, reinterpret_cast<const sockaddr *>(&where.storage), where.size) == 0)
        return descriptor;
    giveUp(descriptor);
    return -1;
}

ListeningSocket failed() {
    return {-1, qt_error_string(errno)};
}

} // namespace

ListeningSocket openListeningSocket(const QHostAddress &address, quint16 port, PortUse use,
                                    int backlog) {
    if (use == PortUse::Claim && port != 0) {
        // Sharing would let a second server take half of the first one's customers.
        const int alone = bound(address, port, false);
        const bool isFree = alone >= 0 && ::listen(alone, 1) == 0;
        if (alone >= 0)
            giveUp(alone);
        if (!isFree)
            return failed();
    }
    const int descriptor = bound(address, port, true);
    if (descriptor < 0)
        return failed();
    if (::listen(descriptor, backlog) == 0)
        return {descriptor, {}};
    giveUp(descriptor);
    return failed();
}

} // namespace soban::http
