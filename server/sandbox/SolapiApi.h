// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "http/Request.h"
#include "sandbox/ApiAnswer.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace soban::sandbox {

/// Solapi's documents: takes messages, brings them to phones in a moment, and says what became of
/// them. A number that ends in 9000 has no KakaoTalk, one that ends in 9999 cannot be reached.
class SolapiApi {
public:
    static constexpr std::chrono::milliseconds kWay{300};

    explicit SolapiApi(const Clock &clock) : m_clock(clock) {}

    ApiAnswer send(const QByteArray &body);
    ApiAnswer list(const http::Request &request) const;
    /// `{messages: […]}`: everything that was taken, oldest first, as it was sent and as it stands.
    ApiAnswer ledger() const;

    /// An error in Solapi's form.
    static ApiAnswer error(int status, const QString &code, const QString &message);

private:
    struct Taken {
        QString id;
        QJsonObject sent;
        Instant at;
    };

    QJsonObject toWire(const Taken &message) const;

    const Clock &m_clock;
    QList<Taken> m_messages;
    /// Which of them have that id, or go to that number; oldest first.
    QHash<QString, QList<qsizetype>> m_places;
};

/// Whether the signature of a request is one by that key, made a moment ago, and whose salt was
/// not seen before.
class SolapiSignatures {
public:
    SolapiSignatures(QString apiKey, QByteArray secret)
        : m_apiKey(std::move(apiKey)), m_secret(std::move(secret)) {}
    bool accept(const QByteArray &authorization);

private:
    const QString m_apiKey;
    const QByteArray m_secret; ///< empty: nobody is let in
    const SystemClock m_wall;
    QSet<QByteArray> m_salts;
};

} // namespace soban::sandbox
