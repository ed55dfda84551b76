// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ClientAddresses.h"

#include <algorithm>

namespace soban::api {

namespace {

constexpr auto kForwardedFor = "X-Forwarded-For";

/// All entries of all headers of that name, nearest proxy last.
QByteArrayList forwardedFor(const http::Request &request) {
    QByteArrayList entries;
    for (const http::Header &header : request.headers()) {
        if (header.name.compare(kForwardedFor, Qt::CaseInsensitive) == 0)
            entries += header.value.split(',');
    }
    return entries;
}

} // namespace

ClientAddresses::ClientAddresses(QList<QHostAddress> trustedProxies)
    : m_trusted(std::move(trustedProxies)) {}

bool ClientAddresses::isTrusted(const QHostAddress &address) const {
    return std::any_of(m_trusted.cbegin(), m_trusted.cend(), [&](const QHostAddress &trusted) {
        return trusted.isEqual(address, QHostAddress::ConvertV4MappedToIPv4);
    });
}

QHostAddress ClientAddresses::of(const http::Request &request) const {
    QHostAddress client = request.peerAddress();
    const QByteArrayList entries = forwardedFor(request);
    for (auto entry = entries.crbegin(); entry != entries.crend() && isTrusted(client); ++entry) {
        const QHostAddress told(QString::fromLatin1(entry->trimmed()));
        if (told.isNull())
            break;
        client = told;
    }
    return client;
}

bool ClientAddresses::isLocal(const http::Request &request) const {
    if (request.headerCount(kForwardedFor) == 0)
        return request.peerAddress().isLoopback();
    const QHostAddress client = of(request);
    // An entry that cannot be read leaves the proxy's own address, which says nothing.
    return client != request.peerAddress() && client.isLoopback();
}

} // namespace soban::api
