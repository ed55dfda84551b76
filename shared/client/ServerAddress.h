// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QUrl>
#include <QUrlQuery>

namespace soban::client {

/// Where a server is: scheme, host and port. It cannot hold an address that would send tokens in
/// the clear over a network, unless that was asked for by name.
class ServerAddress {
public:
    enum class PlainText { LoopbackOnly, Anywhere };

    /// `https://…`, or `http://…` as far as `plainText` allows; the error says what is wrong, in
    /// English.
    static Result<ServerAddress, QString> of(const QUrl &url,
                                             PlainText plainText = PlainText::LoopbackOnly);

    /// `path` is percent-encoded, as `contract::pathOf` gives it.
    QUrl http(const QString &path, const QUrlQuery &query = {}) const;
    QUrl webSocket(const QString &path, const QUrlQuery &query = {}) const;
    /// As browsers write it in `Origin`: without the port that is usual for the scheme.
    QString origin() const;

    bool operator==(const ServerAddress &) const = default;

private:
    explicit ServerAddress(QUrl root) : m_root(std::move(root)) {}
    QUrl at(const QString &scheme, const QString &path, const QUrlQuery &query) const;

    QUrl m_root;
};

} // namespace soban::client
