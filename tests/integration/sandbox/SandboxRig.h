// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/TossPayments.h"
#include "support/ChildProcess.h"
#include "support/PlainHttp.h"

#include <QJsonArray>
#include <QTest>

#include <memory>

/// Calls back into `outcome` and waits until it did.
template <typename Outcome, typename Call>
std::optional<Outcome> await(Call call) {
    // Shared with the callback: a call that comes back after the wait must not meet a dead frame.
    auto outcome = std::make_shared<std::optional<Outcome>>();
    call([outcome](Outcome got) { *outcome = std::move(got); });
    if (!QTest::qWaitFor([outcome] { return outcome->has_value(); }, 15'000))
        return std::nullopt;
    return *outcome;
}

/// A running soban-sandbox, the adapter that speaks to it, and a look at its ledger.
class SandboxRig {
public:
    static constexpr auto kSecret = "test_sk_rig";

    /// Empty arguments and port 0 unless told otherwise.
    bool start(const QStringList &arguments = {});
    void stop() { m_process.reset(); }
    soban::testing::ChildProcess &process() { return *m_process; }

    QUrl url(const QString &pathAndQuery) const;
    soban::testing::PlainHttp &http() { return m_http; }

    std::unique_ptr<soban::providers::TossPayments>
    makeAdapter(const QByteArray &secret = kSecret,
                std::chrono::milliseconds limit = std::chrono::seconds(5)) const;

    /// Orders misbehaviour, for example `{{"kind", "late"}, {"delayMs", 700}}`.
    bool order(const QJsonObject &fault);
    bool clearFaults();
    /// The attempts under that order id, as Payment objects.
    QJsonArray ledgerOf(const QString &orderId);

    soban::payment::ChargeRequest newCharge(const soban::payment::SavedCard &card,
                                            qint64 won = 12'000);
    /// Registers a test card through the adapter.
    std::optional<soban::payment::SavedCard> newCard(soban::payment::PaymentProvider &provider,
                                                     const QString &kind);

private:
    std::unique_ptr<soban::testing::ChildProcess> m_process;
    soban::testing::PlainHttp m_http;
    QUrl m_base;
    qint64 m_lastNumber = 0;
    /// Never opens: what the sandbox does wrong is to be seen.
    mutable soban::providers::CircuitBreaker m_breaker{
        {.failures = 1'000'000, .recentCalls = 1'000'000}};
};
