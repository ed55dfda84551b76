// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Handler.h"

#include <QWebSocket>

namespace soban::http {

Handler::~Handler() = default;

UpgradeVerdict Handler::upgrade(const Request &) {
    return refusal(404, QByteArrayLiteral("There is no WebSocket here."));
}

void Handler::webSocketOpened(std::unique_ptr<QWebSocket>, quint64) {}

Answer Handler::refusal(int status, const QByteArray &reason) const {
    return Answer::text(status, reason + '\n');
}

} // namespace soban::http
