// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "messaging/MessageProvider.h"
#include "providers/GuardedCaller.h"

namespace soban::providers {

struct KannelConfig {
    QUrl baseUrl; ///< of its smsbox; https, or http on loopback
    QString user;
    QByteArray password;
    QString sender; ///< the number that messages come from
    /// Under which Kannel reaches the server's route for reports; the message's key follows.
    QUrl reportBase;
    HttpCaller::Limits limits;

    /// What is wrong with this configuration (English, for the log); nothing when it can be used.
    std::optional<QString> problem() const;
};

/// The adapter to the SMS gateway Kannel. It reports by itself what became of a message, and cannot
/// be asked.
class Kannel final : public messaging::MessageProvider {
public:
    static constexpr auto kName = "kannel";

    Kannel(KannelConfig config, CircuitBreaker &breaker);

    QString name() const override { return QString::fromLatin1(kName); }
    bool isAvailable() const override { return m_caller.isAvailable(); }
    void send(const messaging::MessageRequest &request, Then<messaging::SendOutcome> then) override;
    bool isAsked() const override { return false; }
    void lookUp(const messaging::LookUpRequest &request,
                Then<messaging::LookUpOutcome> then) override;

private:
    const KannelConfig m_config;
    GuardedCaller m_caller;
};

} // namespace soban::providers
