// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Request.h"

#include <QHostAddress>
#include <QList>

namespace soban::api {

/// Whose request it is: the peer's, unless the peer is a proxy that is trusted to tell.
class ClientAddresses {
public:
    explicit ClientAddresses(QList<QHostAddress> trustedProxies = {});

    /// From a trusted proxy: the right-most entry of X-Forwarded-For that is not one itself, as all
    /// to the left of it is the client's own say. What cannot be read counts as its proxy's own.
    QHostAddress of(const http::Request &request) const;
    /// Whether it comes from this very machine. What says that it was passed on does not, unless
    /// a trusted proxy says that it does.
    bool isLocal(const http::Request &request) const;

private:
    struct Told {
        QHostAddress client;
        bool isWhole = true; ///< false: what came before cannot be read
    };

    Told toldBy(const http::Request &request) const;
    bool isTrusted(const QHostAddress &address) const;

    QList<QHostAddress> m_trusted;
};

} // namespace soban::api
