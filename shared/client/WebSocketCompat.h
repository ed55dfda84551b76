// SPDX-License-Identifier: GPL-3.0-or-later
// What differs in QWebSocket between the Qt versions that Soban is built with.
#pragma once

#include <QWebSocket>

namespace soban::client {

/// Calls `slot` without arguments when the socket reports an error.
template <typename Slot>
void connectError(QWebSocket *socket, QObject *context, Slot slot) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    constexpr auto signal = &QWebSocket::errorOccurred;
#else
    constexpr auto signal = qOverload<QAbstractSocket::SocketError>(&QWebSocket::error);
#endif
    QObject::connect(socket, signal, context, [slot](QAbstractSocket::SocketError) { slot(); });
}

} // namespace soban::client
