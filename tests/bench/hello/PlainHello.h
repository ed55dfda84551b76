// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractHttpServer>

namespace soban::bench {

/// Qt's HTTP server as it is, with one write for each answer and nothing in front of it.
class PlainHello final : public QAbstractHttpServer {
public:
    /// Listens on a free port of the loopback: which; 0 if it cannot.
    quint16 listen();

protected:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) override {}
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override {}
#endif
};

} // namespace soban::bench
