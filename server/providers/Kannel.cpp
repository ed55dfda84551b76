// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/Kannel.h"

#include "providers/KannelWire.h"

namespace soban::providers {

using namespace messaging;

std::optional<QString> KannelConfig::problem() const {
    if (!baseUrl.isValid() || baseUrl.host().isEmpty() || baseUrl.hasQuery())
        return QStringLiteral("the address of Kannel is malformed");
    if (!isGuardable(baseUrl))
        return QStringLiteral("the address of Kannel must be https, or http on loopback");
    if (password.isEmpty())
        return QStringLiteral("the password for Kannel is missing");
    return std::nullopt;
}

Kannel::Kannel(KannelConfig config, CircuitBreaker &breaker)
    : m_config(std::move(config)), m_caller(m_config.limits, breaker) {}

void Kannel::send(const MessageRequest &request, Then<SendOutcome> then) {
    QUrl report = m_config.reportBase;
    report.setPath(report.path() + request.reportKey);
    const QByteArray query = kannel::sendQuery({m_config.user.toUtf8(), m_config.password,
                                                m_config.sender, request.to, request.text, report});
    HttpCall call;
    call.url = QUrl::fromEncoded(m_config.baseUrl.toEncoded(QUrl::StripTrailingSlash) +
                                     "/cgi-bin/sendsms?" + query,
                                 QUrl::StrictMode);
    call.isOnce = true;
    m_caller.call(call, [then](const HttpOutcome &outcome) { then(kannel::readSend(outcome)); });
}

void Kannel::lookUp(const LookUpRequest &, Then<LookUpOutcome> then) {
    m_caller.later([then] { then(Unknown{QStringLiteral("Kannel cannot be asked")}); });
}

} // namespace soban::providers
