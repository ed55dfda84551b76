// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CrashPoints.h"
#include "payment/PaymentProvider.h"

#include <memory>

namespace soban::app {

/// A provider of payments whose every call has a moment before it and one after its answer, at
/// which the server can crash.
class CrashingProvider : public payment::PaymentProvider {
public:
    CrashingProvider(std::unique_ptr<payment::PaymentProvider> provider, CrashPoints &points)
        : m_provider(std::move(provider)), m_points(points) {}

    void charge(const payment::ChargeRequest &request, Then<payment::ChargeOutcome> then) override {
        m_points.pass();
        m_provider->charge(request, passing(std::move(then)));
    }
    void lookUp(PaymentId payment, Then<payment::LookUpOutcome> then) override {
        m_points.pass();
        m_provider->lookUp(payment, passing(std::move(then)));
    }
    void refund(const payment::RefundRequest &request, Then<payment::RefundOutcome> then) override {
        m_points.pass();
        m_provider->refund(request, passing(std::move(then)));
    }
    QUrl registrationUrl(const QString &customerKey, const QUrl &returnUrl) const override {
        return m_provider->registrationUrl(customerKey, returnUrl);
    }
    void issueCard(const QString &authKey, const QString &customerKey,
                   Then<payment::CardOutcome> then) override {
        m_points.pass();
        m_provider->issueCard(authKey, customerKey, passing(std::move(then)));
    }
    std::optional<PaymentId> paymentHintedBy(const QByteArray &webhookBody) const override {
        return m_provider->paymentHintedBy(webhookBody);
    }

private:
    template <typename Outcome>
    Then<Outcome> passing(Then<Outcome> then) {
        return [this, then = std::move(then)](Outcome outcome) {
            m_points.pass();
            then(std::move(outcome));
        };
    }

    const std::unique_ptr<payment::PaymentProvider> m_provider;
    CrashPoints &m_points;
};

} // namespace soban::app
