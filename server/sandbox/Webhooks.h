// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/ApiAnswer.h"
#include "sandbox/FaultPlan.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

namespace soban::sandbox {

/// Tells one address of changed payments, unsigned as Toss Payments does, and again with growing
/// pauses, up to seven times, until it is answered 200.
class Webhooks : public QObject {
    Q_OBJECT
public:
    /// `firstPause`: before the first repeat, on the wall; each later one is four times as long.
    Webhooks(const QUrl &url, std::chrono::milliseconds firstPause, FaultPlan &faults,
             QObject *parent = nullptr);

    /// `payment`: the Payment object.
    void announce(const QJsonObject &payment, Instant now);

private:
    void send(const QByteArray &body, int repeatsLeft, std::chrono::milliseconds pause);

    const QUrl m_url;
    const std::chrono::milliseconds m_firstPause;
    FaultPlan &m_faults;
    QNetworkAccessManager m_network;
};

} // namespace soban::sandbox
