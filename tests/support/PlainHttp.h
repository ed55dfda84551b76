// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QNetworkAccessManager>
#include <QPair>
#include <QUrl>

namespace soban::testing {

struct PlainAnswer {
    int status = 0; ///< 0: none came
    QByteArray body;
    QByteArray location;

    QJsonObject json() const;
};

using PlainHeaders = QList<QPair<QByteArray, QByteArray>>;

/// One request, awaited in a local event loop for at most 20 seconds. Redirects are not followed.
class PlainHttp {
public:
    PlainAnswer send(const QByteArray &method, const QUrl &url, const QByteArray &body = {},
                     const PlainHeaders &headers = {});
    PlainAnswer get(const QUrl &url, const PlainHeaders &headers = {}) {
        return send("GET", url, {}, headers);
    }
    PlainAnswer postJson(const QUrl &url, const QJsonObject &document,
                         const PlainHeaders &headers = {});

private:
    QNetworkAccessManager m_network;
};

} // namespace soban::testing
