// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/FrameReader.h"
#include "load/StreamSwarm.h"

#include <QTest>

#include <memory>

using namespace soban::bench;

namespace {

QByteArray lengthBytes(quint64 length, int bytes) {
    QByteArray big;
    for (int i = bytes - 1; i >= 0; --i)
        big.append(char(length >> (8 * i) & 0xff));
    return big;
}

} // namespace

class TstFrameReader : public QObject {
    Q_OBJECT

private slots:
    void framesOfEveryLengthAreRead_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("length");
        QTest::newRow("empty") << QByteArray("\x81\x00", 2) << 0;
        QTest::newRow("short") << QByteArray("\x81\x7d") << 125;
        QTest::newRow("two bytes") << QByteArray("\x81\x7e") + lengthBytes(126, 2) << 126;
        QTest::newRow("eight bytes") << QByteArray("\x81\x7f") + lengthBytes(70'000, 8) << 70'000;
    }
    void framesOfEveryLengthAreRead() {
        QFETCH(QByteArray, head);
        QFETCH(int, length);
        const QByteArray payload(length, 'x');
        const QByteArray wire = head + payload;
        FrameReader reader;
        reader.feed(wire.chopped(1));
        QVERIFY(!reader.take());
        reader.feed(wire.last(1));
        reader.feed("\x89\x01p"); // and a ping behind it
        const auto frame = reader.take();
        QVERIFY(frame);
        QCOMPARE(frame->opcode, quint8(Frame::Text));
        QCOMPARE(frame->payload, payload);
        const auto ping = reader.take();
        QVERIFY(ping);
        QCOMPARE(ping->opcode, quint8(Frame::Ping));
        QCOMPARE(ping->payload, QByteArray("p"));
        QVERIFY(!reader.take());
    }

    void whatAClientSendsIsMasked() {
        QCOMPARE(clientFrame(Frame::Pong, "ab"), QByteArray("\x8a\x82\0\0\0\0ab", 8));
    }

    void sequenceOfAnEventIsFound() {
        QCOMPARE(sequenceIn(R"({"id":"evt_1","sequence":"00000000000000000042","type":"x"})"), 42);
        QCOMPARE(sequenceIn(R"({"id":"evt_1"})"), -1);
        QCOMPARE(sequenceIn(R"({"sequence":"none"})"), -1);
    }
};

std::unique_ptr<QObject> newTstFrameReader() {
    return std::make_unique<TstFrameReader>();
}

#include "TstFrameReader.moc"
