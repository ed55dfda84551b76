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

ClientAddresses::Told ClientAddresses::toldBy(const http::Request &request) const {
    Told told{request.peerAddress()};
    const QByteArrayList entries = forwardedFor(request);
    for (auto entry = entries.crbegin(); entry != entries.crend() && isTrusted(told.client);
         ++entry) {
        const QHostAddress before(QString::fromLatin1(entry->trimmed()));
        if (before.isNull())
            return {told.client, false};
        told.client = before;
    }
    return told;
}

QHostAddress ClientAddresses::of(const http::Request &request) const {
    return toldBy(request).client;
}

bool ClientAddresses::isLocal(const http::Request &request) const {
    const bool isPassedOn = request.headerCount(kForwardedFor) > 0;
    if (isPassedOn && !isTrusted(request.peerAddress()))
        return false;
    const Told told = toldBy(request);
    return told.isWhole && told.client.isLoopback();
}

} // namespace soban::api
