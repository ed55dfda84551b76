// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/ResponseReader.h"

#include <QTest>

#include <memory>

using namespace soban::bench;

class TstResponseReader : public QObject {
    Q_OBJECT

private slots:
    void answerIsTakenOnceItIsWhole() {
        const QByteArray wire =
            "HTTP/1.1 201 Created\r\nContent-Type: text/plain\r\ncontent-length:  5\r\n\r\nhello";
        ResponseReader reader;
        for (qsizetype i = 0; i < wire.size() - 1; ++i) {
            reader.feed(wire.sliced(i, 1));
            QVERIFY(!reader.take());
        }
        reader.feed(wire.last(1));
        const auto response = reader.take();
        QVERIFY(response);
        QCOMPARE(response->status, 201);
        QCOMPARE(response->body, QByteArray("hello"));
        QVERIFY(!reader.take());
    }

    void answersThatComeTogetherAreTakenApart() {
        ResponseReader reader;
        reader.feed("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab"
                    "HTTP/1.1 304 Not Modified\r\nETag: \"7\"\r\n\r\n"
                    "HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 200");
        QCOMPARE(reader.take()->body, QByteArray("ab"));
        const auto unchanged = reader.take();
        QCOMPARE(unchanged->status, 304);
        QCOMPARE(unchanged->tag, QByteArray("\"7\""));
        QCOMPARE(reader.take()->status, 204);
        QVERIFY(!reader.take());
        reader.feed(" OK\r\nContent-Length: 0\r\n\r\n");
        QCOMPARE(reader.take()->status, 200);
    }

    void whatFollowsAnUpgradeIsLeft() {
        ResponseReader reader;
        reader.feed("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n\x81\x01x");
        QCOMPARE(reader.take()->status, 101);
        QCOMPARE(reader.takeRest(), QByteArray("\x81\x01x"));
        QVERIFY(reader.takeRest().isEmpty());
    }

    void whatIsNoAnswerBreaksIt_data() {
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("another protocol") << QByteArray("SSH-2.0-x\r\n\r\n");
        QTest::newRow("no status") << QByteArray("HTTP/1.1 OK\r\n\r\n");
        QTest::newRow("nothing at all") << QByteArray("HTTP/1.1 \r\n\r\n");
        QTest::newRow("no length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n");
    }
    void whatIsNoAnswerBreaksIt() {
        QFETCH(QByteArray, wire);
        ResponseReader reader;
        reader.feed(wire);
        QVERIFY(!reader.take());
        QVERIFY(reader.isBroken());
        reader.feed("HTTP/1.1 200 OK\r\n\r\n");
        QVERIFY(!reader.take());
    }
};

std::unique_ptr<QObject> newTstResponseReader() {
    return std::make_unique<TstResponseReader>();
}

#include "TstResponseReader.moc"
