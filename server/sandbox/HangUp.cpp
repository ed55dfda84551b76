// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/HangUp.h"

#include <QDir>

#include <netinet/in.h>
#include <sys/socket.h>

namespace soban::sandbox {

namespace {

bool speaksWith(int descriptor, const QHostAddress &peer, quint16 peerPort) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (::getpeername(descriptor, generic, &size) != 0)
        return false;
    quint16 port = 0;
    if (address.ss_family == AF_INET)
        port = ntohs(reinterpret_cast<const sockaddr_in *>(&address)->sin_port);
    else if (address.ss_family == AF_INET6)
        port = ntohs(reinterpret_cast<const sockaddr_in6 *>(&address)->sin6_port);
    else
        return false;
    return port == peerPort &&
           QHostAddress(generic).isEqual(peer, QHostAddress::TolerantConversion);
}

} // namespace

void hangUp(const QHostAddress &peer, quint16 peerPort) {
    const QStringList descriptors =
        QDir(QStringLiteral("/proc/self/fd"))
            .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    for (const QString &text : descriptors) {
        bool isNumber = false;
        const int descriptor = text.toInt(&isNumber);
        if (isNumber && speaksWith(descriptor, peer, peerPort))
            ::shutdown(descriptor, SHUT_RDWR);
    }
}

} // namespace soban::sandbox
