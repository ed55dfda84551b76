// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Events.h"

#include <QByteArrayList>

inline soban::Sequence sequence(qint64 number) {
    return *soban::Sequence::fromNumber(number);
}

/// An event of the order `order` as the server writes it.
inline QByteArray eventJson(qint64 number, qint64 order = 1) {
    using namespace soban;
    const OrderId subject = *OrderId::fromNumber(order);
    const QByteArray data =
        contract::encodeEventData(ReviewMoved{subject, *ShopId::fromNumber(1), std::nullopt});
    return contract::encode(contract::EventEnvelope{
        QStringLiteral("1.0"), *EventId::fromNumber(number), QStringLiteral("/soban"),
        EventType::ReviewWritten, subject, Instant::fromMs(1'700'000'000'000), sequence(number),
        subject, std::nullopt, contract::parseJson(data).value()});
}

/// An event as a newer server may send it.
inline QByteArray unknownEventJson(qint64 number) {
    return eventJson(number).replace("soban.review.written", "soban.tea.served");
}

inline QByteArray noteJson(soban::contract::StreamSignal type, qint64 number) {
    return soban::contract::encode(soban::contract::StreamNote{type, sequence(number)});
}

inline QByteArray heartbeatJson(qint64 number) {
    return noteJson(soban::contract::StreamSignal::Heartbeat, number);
}

inline QByteArray pageJson(const QByteArrayList &events, qint64 cursor) {
    return "{\"events\":[" + events.join(',') + "],\"sequence\":\"" +
           sequence(cursor).toText().toLatin1() + "\"}";
}
