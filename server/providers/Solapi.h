// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "messaging/MessageProvider.h"
#include "providers/GuardedCaller.h"

#include <QMap>

namespace soban::providers {

struct SolapiConfig {
    QUrl baseUrl; ///< https, or http on loopback
    QString apiKey;
    QByteArray secret;
    QString sender;  ///< the number that messages come from, digits
    QString channel; ///< of KakaoTalk; empty: everything goes by SMS
    /// The templates that are admitted for the channel, by `LANGUAGE.TOPIC`. What has none goes by
    /// SMS.
    QMap<QString, QString> templates;
    HttpCaller::Limits limits;

    /// What is wrong with this configuration (English, for the log); nothing when it can be used.
    std::optional<QString> problem() const;
};

/// The adapter to Solapi: KakaoTalk's Alimtalk, with an SMS to who has no KakaoTalk, and SMS.
/// Solapi is asked what became of a message.
class Solapi final : public messaging::MessageProvider {
public:
    static constexpr auto kName = "solapi";

    Solapi(SolapiConfig config, CircuitBreaker &breaker);

    QString name() const override { return QString::fromLatin1(kName); }
    bool isAvailable() const override { return m_caller.isAvailable(); }
    void send(const messaging::MessageRequest &request, Then<messaging::SendOutcome> then) override;
    bool isAsked() const override { return true; }
    void lookUp(const messaging::LookUpRequest &request,
                Then<messaging::LookUpOutcome> then) override;

private:
    HttpCall makeCall(const QByteArray &pathAndQuery) const;
    QString templateFor(const messaging::MessageRequest &request) const;

    const SolapiConfig m_config;
    const SystemClock m_wall; ///< what is signed names the real time
    GuardedCaller m_caller;
};

} // namespace soban::providers
