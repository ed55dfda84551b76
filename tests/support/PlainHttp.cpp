// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/PlainHttp.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <memory>

namespace soban::testing {

QJsonObject PlainAnswer::json() const {
    return QJsonDocument::fromJson(body).object();
}

PlainAnswer PlainHttp::send(const QByteArray &method, const QUrl &url, const QByteArray &body,
                            const PlainHeaders &headers) {
    QNetworkRequest request(url);
    request.setTransferTimeout(20'000);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            reply->rawHeader("Location")};
}

PlainAnswer PlainHttp::postJson(const QUrl &url, const QJsonObject &document,
                                const PlainHeaders &headers) {
    PlainHeaders all = headers;
    all.append({QByteArray("Content-Type"), QByteArray("application/json")});
    return send("POST", url, QJsonDocument(document).toJson(QJsonDocument::Compact), all);
}

} // namespace soban::testing
