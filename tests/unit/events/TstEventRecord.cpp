// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Events.h"
#include "events/EventRecord.h"

#include <QTest>

#include <memory>

using namespace soban;

namespace {

const OrderId kOrder = *OrderId::fromNumber(77);

EventRecord record(std::optional<OrderId> order) {
    const OfferWithdrawn data{kOrder, WithdrawReason::Claimed};
    return {*Sequence::fromNumber(42),          *EventId::fromNumber(9),
            EventType::OfferWithdrawn,          order,
            Instant::fromMs(1'800'000'000'123), contract::encodeEventData(data)};
}

} // namespace

class TstEventRecord : public QObject {
    Q_OBJECT

private slots:
    void cloudEventIsWhatTheContractReads() {
        const auto read = contract::decode<contract::EventEnvelope>(toCloudEvent(record(kOrder)));
        QVERIFY(read);
        QCOMPARE(read->sequence.number(), 42);
        QCOMPARE(read->id.number(), 9);
        QCOMPARE(read->time.ms(), 1'800'000'000'123);
        QVERIFY(read->subject == kOrder);
        QVERIFY(read->correlationid == kOrder);
        const auto data = contract::eventData(*read);
        QVERIFY(data);
        QVERIFY(std::get<OfferWithdrawn>(*data) ==
                (OfferWithdrawn{kOrder, WithdrawReason::Claimed}));
    }

    void eventWithoutAnOrderHasNoSubject() {
        const auto read = contract::decode<contract::EventEnvelope>(toCloudEvent(record({})));
        QVERIFY(read);
        QVERIFY(!read->subject);
        QVERIFY(!read->correlationid);
    }
};

std::unique_ptr<QObject> newTstEventRecord() {
    return std::make_unique<TstEventRecord>();
}

#include "TstEventRecord.moc"
