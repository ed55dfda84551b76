// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment/PaymentProvider.h"
#include "providers/GuardedCaller.h"

#include <memory>
#include <optional>

namespace soban::providers {

struct TossConfig {
    QUrl baseUrl; ///< https, or http on loopback; without a path in production
    QByteArray secretKey;
    /// The page on which customers register a card; empty: `/card-registration` at the base URL.
    QUrl registrationPage;
    HttpCaller::Limits limits;
    /// How long to wait before a request is repeated that the provider still works on.
    std::chrono::milliseconds repeatPause{250};

    /// What is wrong with this configuration (English, for the log); nothing when it can be used.
    std::optional<QString> problem() const;
};

/// The adapter to Toss Payments (core API version 1) with saved cards. Won only.
class TossPayments final : public payment::PaymentProvider {
public:
    /// The breaker is asked before every call and hears what came of it.
    TossPayments(TossConfig config, CircuitBreaker &breaker);

    void charge(const payment::ChargeRequest &request, Then<payment::ChargeOutcome> then) override;
    void lookUp(PaymentId payment, Then<payment::LookUpOutcome> then) override;
    void refund(const payment::RefundRequest &request, Then<payment::RefundOutcome> then) override;
    QUrl registrationUrl(const QString &customerKey, const QUrl &returnUrl) const override;
    void issueCard(const QString &authKey, const QString &customerKey,
                   Then<payment::CardOutcome> then) override;
    std::optional<PaymentId> paymentHintedBy(const QByteArray &webhookBody) const override;

private:
    HttpCall makeGet(const QByteArray &path) const;
    HttpCall makePost(const QByteArray &path, const QByteArray &body,
                      const QString &idempotencyKey) const;
    void send(const HttpCall &call, QDeadlineTimer deadline, HttpCaller::Then then);

    const TossConfig m_config;
    GuardedCaller m_caller;
};

} // namespace soban::providers
