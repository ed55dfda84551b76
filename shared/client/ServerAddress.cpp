// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ServerAddress.h"

#include <QHostAddress>

namespace soban::client {

namespace {

bool isLoopback(const QString &host) {
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

bool isSecure(const QUrl &url) {
    return url.scheme() == u"https";
}

} // namespace

Result<ServerAddress, QString> ServerAddress::of(const QUrl &url, PlainText plainText) {
    if (!url.isValid() || url.host().isEmpty())
        return QStringLiteral("The server's address is not an URL.");
    if (!isSecure(url) && url.scheme() != u"http")
        return QStringLiteral("The server's address must begin with https:// or http://.");
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() ||
        (!url.path().isEmpty() && url.path() != u"/"))
        return QStringLiteral("The server's address must end after the host and port.");
    if (!isSecure(url) && plainText == PlainText::LoopbackOnly && !isLoopback(url.host()))
        return QStringLiteral("Without TLS (http://) only a server on this machine is used.");
    QUrl root;
    root.setScheme(url.scheme());
    root.setHost(url.host());
    const int usualPort = isSecure(url) ? 443 : 80;
    root.setPort(url.port(usualPort) == usualPort ? -1 : url.port());
    return ServerAddress(root);
}

QUrl ServerAddress::at(const QString &scheme, const QString &path, const QUrlQuery &query) const {
    QUrl url = m_root;
    url.setScheme(scheme);
    url.setPath(path, QUrl::TolerantMode);
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

QUrl ServerAddress::http(const QString &path, const QUrlQuery &query) const {
    return at(m_root.scheme(), path, query);
}

QUrl ServerAddress::webSocket(const QString &path, const QUrlQuery &query) const {
    return at(isSecure(m_root) ? QStringLiteral("wss") : QStringLiteral("ws"), path, query);
}

QString ServerAddress::origin() const {
    return m_root.toString(QUrl::FullyEncoded);
}

} // namespace soban::client
