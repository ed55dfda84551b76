// SPDX-License-Identifier: GPL-3.0-or-later
#include "EventKit.h"

#include "client/EventReader.h"

#include <QTest>

using namespace soban;
using namespace soban::client;

class TstEventReader : public QObject {
    Q_OBJECT

private slots:
    void readsEventsAndNotes() {
        const StreamItem event = readStreamMessage(eventJson(12));
        QVERIFY(std::holds_alternative<contract::EventEnvelope>(event));
        const auto &envelope = std::get<contract::EventEnvelope>(event);
        QCOMPARE(envelope.sequence.number(), 12);
        QVERIFY(contract::eventData(envelope).ok());
        const StreamItem note = readStreamMessage(noteJson(contract::StreamSignal::Resync, 40));
        QVERIFY(std::holds_alternative<contract::StreamNote>(note));
        QCOMPARE(std::get<contract::StreamNote>(note).sequence.number(), 40);
    }

    void knowsTypesThatItDoesNotKnow() {
        const StreamItem item = readStreamMessage(unknownEventJson(13));
        QVERIFY(std::holds_alternative<UnknownEvent>(item));
        QCOMPARE(std::get<UnknownEvent>(item).sequence.number(), 13);
    }

    void readsEventsWithFieldsOfANewerServer() {
        const StreamItem item =
            readStreamMessage(eventJson(12).replace("{\"", "{\"newer\":true,\""));
        QVERIFY(std::holds_alternative<contract::EventEnvelope>(item));
        QVERIFY(contract::eventData(std::get<contract::EventEnvelope>(item)).ok());
    }

    void tellsDamage_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("hasSequence");
        QTest::newRow("no JSON") << QByteArray("{") << false;
        QTest::newRow("no object") << QByteArray("[1]") << false;
        QTest::newRow("no type") << QByteArray(R"({"sequence":"00000000000000000009"})") << true;
        QTest::newRow("short sequence") << QByteArray(R"({"type":"x","sequence":"9"})") << false;
        QTest::newRow("half an event")
            << QByteArray(R"({"type":"soban.order.placed","sequence":"00000000000000000009"})")
            << true;
    }
    void tellsDamage() {
        QFETCH(QByteArray, json);
        QFETCH(bool, hasSequence);
        const StreamItem item = readStreamMessage(json);
        QVERIFY(std::holds_alternative<DamagedEvent>(item));
        QCOMPARE(std::get<DamagedEvent>(item).sequence.has_value(), hasSequence);
    }

    void readsAPageAroundWhatItDoesNotKnow() {
        const auto page =
            readEventPage(pageJson({eventJson(1), unknownEventJson(2), eventJson(3)}, 9));
        QVERIFY(page.ok());
        QCOMPARE(page->sequence.number(), 9);
        QCOMPARE(page->items.size(), 3);
        QVERIFY(std::holds_alternative<UnknownEvent>(page->items.at(1)));
        QVERIFY(std::holds_alternative<contract::EventEnvelope>(page->items.at(2)));
        QVERIFY(!page->isCardPaymentDown);
        QVERIFY(!readEventPage("{}").ok());
    }

    void readsThatNoCardCanBeCharged() { // N5
        const auto page = readEventPage(
            pageJson({}, 9).replace("{\"events", "{\"isCardPaymentDown\":true,\"events"));
        QVERIFY(page && page->isCardPaymentDown);
    }
};

QTEST_GUILESS_MAIN(TstEventReader)
#include "TstEventReader.moc"
