// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ScriptedServer.h"

#include "client/ApiClient.h"
#include "client/Calls.h"
#include "client/HttpTransport.h"
#include "client/Session.h"
#include "contract/Codec.h"
#include "contract/Problem.h"

#include <QFile>
#include <QTest>

/// Short spans, so that no test waits.
inline soban::client::Backoff quickBackoff() {
    return {std::chrono::milliseconds(10), std::chrono::milliseconds(40)};
}

inline soban::AccountId accountId(qint64 number = 1) {
    return *soban::AccountId::fromNumber(number);
}

inline soban::OrderId orderId(qint64 number) {
    return *soban::OrderId::fromNumber(number);
}

/// Tokens named `access-N` and `refresh-N`, good for an hour from `now`.
inline soban::contract::SessionView tokens(int number, soban::Instant now, qint64 account = 1) {
    using namespace std::chrono_literals;
    const QString suffix = QString::number(number);
    return {QStringLiteral("access-") + suffix,
            now + 1h,
            QStringLiteral("refresh-") + suffix,
            now + 24h,
            {accountId(account), soban::Role::Shop, QStringLiteral("owner"),
             QStringLiteral("Owner"), QStringLiteral("010"), soban::Language::English,
             std::nullopt}};
}

inline QByteArray problem(soban::contract::ErrorCode code) {
    return soban::contract::encode(soban::contract::Problem::of(code));
}

/// The contract's example of a message.
inline QByteArray example(const char *name) {
    QFile file(QStringLiteral(SOBAN_SOURCE_DIR "/tests/unit/contract/golden/%1.json")
                   .arg(QString::fromLatin1(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("there is no example of %s", name);
    return file.readAll();
}

/// The good answer to a step with a ticket.
inline void answerTicket(const ScriptedServer::Exchange &exchange) {
    exchange.answer(200, example("Ticket"), "Content-Type: application/json\r\n");
}

inline void refuse(const ScriptedServer::Exchange &exchange, soban::contract::ErrorCode code,
                   const QByteArray &headers = {}) {
    exchange.answer(soban::contract::httpStatus(code), problem(code),
                    "Content-Type: application/problem+json\r\n" + headers);
}

/// A client that is signed in with `tokens(1)` to a scripted server.
struct SignedInClient {
    explicit SignedInClient(const ScriptedServer &server,
                            soban::client::TransportOptions options = {})
        : transport(options)
        , session(transport, server.address(), clock, store, quickBackoff())
        , api(transport, session) {
        store.save(tokens(1, clock.now()));
        session.restore();
    }

    soban::SystemClock clock;
    soban::client::HttpTransport transport;
    soban::client::MemoryTokenStore store;
    soban::client::Session session;
    soban::client::ApiClient api;
};
