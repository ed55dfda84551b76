// SPDX-License-Identifier: GPL-3.0-or-later
// What clients send that are broken, careless or up to something, and what they get for it.
#pragma once

#include <QByteArray>
#include <QList>

/// What the requests of the table need of the town.
struct TownKeys {
    QByteArray token;        ///< of a customer
    QByteArray lastSequence; ///< where the event log ends
    QByteArray shop;         ///< id of one
};

/// One row of the table.
struct HostileInput {
    QByteArray name;
    QByteArray sent;
    /// What comes back: the statuses in their order, then `ws` and the code with which a WebSocket
    /// is closed, then `end` if the server ends the connection.
    QByteArray answer;

    QByteArray filler = {};   ///< Sent again and again behind `sent`,
    qint64 fillerBytes = 0;   ///< until so many bytes of it are out.
    QByteArray drip = {};     ///< Sent behind `sent` every 50 ms, until the connection ends.
    QByteArray frames = {};   ///< Sent once the upgrade is answered.
    QByteArray contains = {}; ///< Must be in the answer.
    bool isHead = false;      ///< The answers have lengths and no bodies.
    /// Whether the client takes anything at all. One that does not learns of its end by `drip`.
    bool reads = true;
    bool isPlainOnly = false; ///< Means nothing over TLS.
};

/// Bytes that are not a request, or not only one: framing, sizes, time.
QList<HostileInput> framingInputs(const TownKeys &keys);
/// Sound HTTP that asks for what it should not.
QList<HostileInput> apiInputs(const TownKeys &keys);
/// WebSockets.
QList<HostileInput> streamInputs(const TownKeys &keys);
