// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/Webhooks.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

namespace soban::sandbox {

namespace {
constexpr int kRepeats = 7;
constexpr int kTransferTimeoutMs = 10'000;
} // namespace

Webhooks::Webhooks(const QUrl &url, std::chrono::milliseconds firstPause, FaultPlan &faults,
                   QObject *parent)
    : QObject(parent), m_url(url), m_firstPause(firstPause), m_faults(faults) {
    m_network.setTransferTimeout(kTransferTimeoutMs);
}

void Webhooks::announce(const QJsonObject &payment, Instant now) {
    if (m_url.isEmpty())
        return;
    const QJsonObject event{{QStringLiteral("eventType"), QStringLiteral("PAYMENT_STATUS_CHANGED")},
                            {QStringLiteral("createdAt"), tossTime(now)},
                            {QStringLiteral("data"), payment}};
    const QByteArray body = QJsonDocument(event).toJson(QJsonDocument::Compact);
    const std::optional<FaultRule> fault = m_faults.decide(Operation::Webhook);
    if (fault && fault->kind == FaultKind::LoseWebhook)
        return;
    if (fault && fault->kind == FaultKind::RepeatWebhook)
        send(body, kRepeats, m_firstPause);
    const bool waits = fault && fault->kind == FaultKind::DelayWebhook;
    QTimer::singleShot(waits ? fault->delayMs : 0, this,
                       [this, body] { send(body, kRepeats, m_firstPause); });
}

void Webhooks::send(const QByteArray &body, int repeatsLeft, std::chrono::milliseconds pause) {
    QNetworkRequest request(m_url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QNetworkReply *reply = m_network.post(request, body);
    connect(reply, &QNetworkReply::finished, this, [this, reply, body, repeatsLeft, pause] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool arrived = reply->error() == QNetworkReply::NoError && status == 200;
        if (arrived || repeatsLeft == 0)
            return;
        QTimer::singleShot(pause, this, [this, body, repeatsLeft, pause] {
            send(body, repeatsLeft - 1, 4 * pause);
        });
    });
}

} // namespace soban::sandbox
