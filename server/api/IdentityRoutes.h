// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/Call.h"
#include "identity/Identity.h"

#include <QHash>

#include <functional>

namespace soban::api {

/// Opening accounts, signing in and out, and locking accounts, by HTTP.
class IdentityRoutes {
public:
    /// Tells a client's address; behind a gateway the peer is not the client.
    using AddressOf = std::function<QHostAddress(const http::Request &)>;

    explicit IdentityRoutes(identity::Identity &identity,
                            AddressOf addressOf = &http::Request::peerAddress);

    /// One function per route, for any thread. They use the Identity, not this object.
    QHash<contract::RouteId, std::function<void(Call)>> handlers() const;

private:
    identity::Identity &m_identity;
    AddressOf m_addressOf;
};

/// What counts as one client: an IPv4 address, or an IPv6 network of 64 bits, which is what one
/// household or one machine is given.
QString throttledAddress(const QHostAddress &address);

} // namespace soban::api
