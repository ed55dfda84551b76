// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Answer.h"
#include "http/AnswerWire.h"
#include "http/Reply.h"

#include <QRegularExpression>
#include <QTest>

#include <latch>
#include <thread>

using namespace soban::http;

namespace {

struct Record {
    QList<int> delivered;
    int gaveUp = 0;
};

class RecordingSink : public ReplySink {
public:
    explicit RecordingSink(Record &record) : m_record(record) {}
    void deliver(Answer answer) override { m_record.delivered.append(answer.status()); }
    void giveUp() override { ++m_record.gaveUp; }
    bool isAbandoned() const override { return false; }

private:
    Record &m_record;
};

QByteArray wire(const Answer &answer, WireOptions options = {}) {
    QByteArray out;
    appendAnswer(out, answer, options);
    return out;
}

} // namespace

class TstAnswer : public QObject {
    Q_OBJECT

private slots:
    void refusesHeader_data();
    void refusesHeader();
    void warnsOfARefusedHeader();
    void writesAnswer();
    void leavesBodyOut();
    void saysThatItCloses();
    void countsOnlyTheFirstSend();
    void givesUpWhenTheLastCopyDies();
    void oneOfTwoThreadsWins();
};

void TstAnswer::refusesHeader_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");

    QTest::newRow("CR LF") << QByteArray("X-A") << QByteArray("a\r\nSet-Cookie: b");
    QTest::newRow("LF") << QByteArray("X-A") << QByteArray("a\nb");
    QTest::newRow("CR") << QByteArray("X-A") << QByteArray("a\rb");
    QTest::newRow("NUL") << QByteArray("X-A") << QByteArray("a\0b", 3);
    QTest::newRow("empty name") << QByteArray() << QByteArray("a");
    QTest::newRow("space in name") << QByteArray("X A") << QByteArray("a");
    QTest::newRow("colon in name") << QByteArray("X:A") << QByteArray("a");
    QTest::newRow("line end in name") << QByteArray("X\r\nA") << QByteArray("a");
    QTest::newRow("length") << QByteArray("content-length") << QByteArray("1");
    QTest::newRow("type") << QByteArray("Content-Type") << QByteArray("a/b");
    QTest::newRow("connection") << QByteArray("Connection") << QByteArray("close");
    QTest::newRow("encoding") << QByteArray("Transfer-Encoding") << QByteArray("chunked");
}

void TstAnswer::refusesHeader() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    Answer answer = Answer::empty(204);
    QVERIFY(!answer.addHeader(name, value));
    QVERIFY(answer.headers().isEmpty());
    QVERIFY(answer.addHeader("ETag", "\"7\""));
}

void TstAnswer::warnsOfARefusedHeader() {
    QTest::ignoreMessage(QtWarningMsg, "http: refused header X-A%0D%0A of an answer");
    const Answer answer = Answer::empty(204).withHeader("X-A\r\n", "1").withHeader("X-B", "2");
    QCOMPARE(answer.headers(), (QList<Header>{{"X-B", "2"}}));
}

void TstAnswer::writesAnswer() {
    const Answer answer =
        Answer::withBody(201, "application/json", "{}").withHeader("Location", "/api/v1/orders/1");
    QCOMPARE(wire(answer), QByteArray("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n"
                                      "Content-Length: 2\r\nLocation: /api/v1/orders/1\r\n\r\n{}"));
}

void TstAnswer::leavesBodyOut() {
    QCOMPARE(wire(Answer::withBody(200, "a/b", "12345"), {.isHead = true}),
             QByteArray("HTTP/1.1 200 OK\r\nContent-Type: a/b\r\nContent-Length: 5\r\n\r\n"));
    QCOMPARE(wire(Answer::empty(204)), QByteArray("HTTP/1.1 204 No Content\r\n\r\n"));
    QCOMPARE(wire(Answer::withBody(304, "a/b", "x").withHeader("ETag", "\"1\"")),
             QByteArray("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n"));
    QCOMPARE(wire(Answer::empty(299)),
             QByteArray("HTTP/1.1 299 Status\r\nContent-Length: 0\r\n\r\n"));
}

void TstAnswer::saysThatItCloses() {
    QCOMPARE(wire(Answer::empty(200), {.closesConnection = true}),
             QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    QCOMPARE(wire(Answer::empty(426).withHeader("Upgrade", "websocket")),
             QByteArray("HTTP/1.1 426 Upgrade Required\r\nContent-Length: 0\r\n"
                        "Upgrade: websocket\r\nConnection: upgrade\r\n\r\n"));
}

void TstAnswer::countsOnlyTheFirstSend() {
    Record record;
    const Reply reply(std::make_unique<RecordingSink>(record));
    const Reply copy = reply; // NOLINT(performance-unnecessary-copy-initialization): what is tested
    QVERIFY(copy.send(Answer::empty(200)));
    QVERIFY(!reply.send(Answer::empty(500)));
    QVERIFY(!copy.send(Answer::empty(404)));
    QCOMPARE(record.delivered, QList<int>{200});
}

void TstAnswer::givesUpWhenTheLastCopyDies() {
    Record record;
    {
        auto reply = std::make_unique<Reply>(std::make_unique<RecordingSink>(record));
        const Reply copy = *reply;
        reply.reset();
        QCOMPARE(record.gaveUp, 0);
    }
    QCOMPARE(record.gaveUp, 1);
    Reply(std::make_unique<RecordingSink>(record)).send(Answer::empty(200));
    QCOMPARE(record.gaveUp, 1);
}

void TstAnswer::oneOfTwoThreadsWins() {
    for (int round = 0; round < 2000; ++round) {
        Record record;
        std::atomic_int wins = 0;
        std::latch start(2);
        {
            const Reply reply(std::make_unique<RecordingSink>(record));
            const auto race = [&start, &wins, reply] {
                start.arrive_and_wait();
                wins += reply.send(Answer::empty(200)) ? 1 : 0;
            };
            const std::jthread one(race);
            const std::jthread other(race);
        }
        QCOMPARE(wins.load(), 1);
        QCOMPARE(record.delivered.size(), 1);
        QCOMPARE(record.gaveUp, 0);
    }
}

QTEST_GUILESS_MAIN(TstAnswer)
#include "TstAnswer.moc"
