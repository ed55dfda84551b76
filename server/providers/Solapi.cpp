// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/Solapi.h"

#include "providers/SolapiWire.h"

#include <QRandomGenerator>

#include <array>

namespace soban::providers {

using namespace messaging;

namespace {

QByteArray freshSalt() {
    std::array<quint32, 8> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), qsizetype(bits.size()));
    return QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof bits).toHex();
}

bool isTemplateName(const QString &name) {
    const auto language = enumFromText<Language>(name.section(u'.', 0, 0));
    return language && enumFromText<Topic>(name.section(u'.', 1)).has_value();
}

} // namespace

std::optional<QString> SolapiConfig::problem() const {
    if (!baseUrl.isValid() || baseUrl.host().isEmpty() || baseUrl.hasQuery())
        return QStringLiteral("the address of Solapi is malformed");
    if (!isGuardable(baseUrl))
        return QStringLiteral("the address of Solapi must be https, or http on loopback");
    if (secret.isEmpty())
        return QStringLiteral("the secret for Solapi is missing");
    for (auto one = templates.cbegin(); one != templates.cend(); ++one) {
        if (!isTemplateName(one.key()))
            return QStringLiteral("there is no message %1 for a template").arg(one.key());
    }
    return std::nullopt;
}

Solapi::Solapi(SolapiConfig config, CircuitBreaker &breaker)
    : m_config(std::move(config)), m_caller(m_config.limits, breaker) {}

HttpCall Solapi::makeCall(const QByteArray &pathAndQuery) const {
    HttpCall call;
    call.url = QUrl::fromEncoded(
        m_config.baseUrl.toEncoded(QUrl::StripTrailingSlash) + pathAndQuery, QUrl::StrictMode);
    call.headers = {
        HttpHeader{"Authorization", solapi::authorization(m_config.apiKey, m_config.secret,
                                                          m_wall.now(), freshSalt())},
        HttpHeader{"Accept", "application/json"}};
    return call;
}

QString Solapi::templateFor(const MessageRequest &request) const {
    if (request.way != MessageWay::KakaoTalk || m_config.channel.isEmpty())
        return {};
    return m_config.templates.value(toText(request.language) + u'.' + toText(request.topic));
}

void Solapi::send(const MessageRequest &request, Then<SendOutcome> then) {
    HttpCall call = makeCall("/messages/v4/send-many/detail");
    call.verb = HttpCall::Verb::Post;
    call.headers.append(HttpHeader{"Content-Type", "application/json"});
    call.body =
        solapi::sendBody({request, m_config.sender, m_config.channel, templateFor(request)});
    call.isOnce = true;
    m_caller.call(call, [then](const HttpOutcome &outcome) { then(solapi::readSend(outcome)); });
}

void Solapi::lookUp(const LookUpRequest &request, Then<LookUpOutcome> then) {
    m_caller.call(
        makeCall("/messages/v4/list?" + solapi::listQuery(request)),
        [request, then](const HttpOutcome &outcome) { then(solapi::readList(outcome, request)); });
}

} // namespace soban::providers
