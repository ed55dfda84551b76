// SPDX-License-Identifier: GPL-3.0-or-later
#include "SandboxRig.h"

using namespace soban;
using namespace soban::payment;

bool SandboxRig::start(const QStringList &arguments) {
    m_process = std::make_unique<testing::ChildProcess>(testing::ChildProcess::Setup{
        QStringLiteral(SOBAN_BIN_DIR "/soban-sandbox"),
        arguments,
        {{QStringLiteral("SOBAN_TOSS_SECRET_KEY"), QString::fromLatin1(kSecret)}}});
    const auto rest = m_process->start(QStringLiteral("soban-sandbox listening on "));
    m_base = QUrl(rest.value_or(QString()));
    return rest.has_value();
}

QUrl SandboxRig::url(const QString &pathAndQuery) const {
    return QUrl(m_base.toString() + pathAndQuery);
}

std::unique_ptr<providers::TossPayments>
SandboxRig::makeAdapter(const QByteArray &secret, std::chrono::milliseconds limit) const {
    providers::TossConfig config;
    config.baseUrl = m_base;
    config.secretKey = secret;
    config.limits.total = limit;
    config.repeatPause = std::chrono::milliseconds(50);
    return std::make_unique<providers::TossPayments>(config, m_breaker);
}

bool SandboxRig::order(const QJsonObject &fault) {
    return m_http.postJson(url(QStringLiteral("/sandbox/faults")), fault).status == 200;
}

bool SandboxRig::clearFaults() {
    return m_http.send("DELETE", url(QStringLiteral("/sandbox/faults"))).status == 200;
}

QJsonArray SandboxRig::ledgerOf(const QString &orderId) {
    return m_http.get(url(u"/sandbox/ledger/orders/" + orderId))
        .json()[QLatin1StringView("payments")]
        .toArray();
}

ChargeRequest SandboxRig::newCharge(const SavedCard &card, qint64 won) {
    ++m_lastNumber;
    return {*PaymentId::fromNumber(m_lastNumber),
            *OrderId::fromNumber(1000 + m_lastNumber),
            *Money::of(won, Currency::krw()),
            QStringLiteral("비빔밥 외 2건"),
            card,
            QStringLiteral("charge-%1").arg(m_lastNumber)};
}

std::optional<SavedCard> SandboxRig::newCard(PaymentProvider &provider, const QString &kind) {
    const QString customerKey = u"customer-" + kind;
    const auto outcome = await<CardOutcome>(
        [&](auto then) { provider.issueCard(u"test_auth_" + kind, customerKey, then); });
    const auto *issued = outcome ? std::get_if<IssuedCard>(&*outcome) : nullptr;
    return issued ? std::optional(SavedCard{customerKey, issued->billingKey}) : std::nullopt;
}
