// SPDX-License-Identifier: GPL-3.0-or-later
// Socket notifiers, descriptors that are used again, and many connections.
#include "DispatcherKit.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>

using namespace soban::testing;

class TstDispatcherSockets : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(qEnvironmentVariableIsSet("QT_NO_GLIB")); }

    void readerIsToldUntilAllIsRead_data() { onBoth(); }
    void readerIsToldUntilAllIsRead();
    void writerIsToldThatThereIsRoom_data() { onBoth(); }
    void writerIsToldThatThereIsRoom();
    void whoIsDisabledIsNotTold_data() { onBoth(); }
    void whoIsDisabledIsNotTold();
    void readerIsToldThatTheOtherHungUp_data() { onBoth(); }
    void readerIsToldThatTheOtherHungUp();
    void whoIsDeletedMeanwhileIsNotTold_data() { onBoth(); }
    void whoIsDeletedMeanwhileIsNotTold();
    void nestedLoopTellsTheRest_data() { onBoth(); }
    void nestedLoopTellsTheRest();
    void socketsMayBeLeftOut_data() { onBoth(); }
    void socketsMayBeLeftOut();

    void descriptorUsedAgainIsAnother_data() { onBoth(); }
    void descriptorUsedAgainIsAnother();
    void copyOfAClosedDescriptorKeepsNobodyAwake_data() { onBoth(); }
    void copyOfAClosedDescriptorKeepsNobodyAwake();
    void fileIsAlwaysReady_data() { onBoth(); }
    void fileIsAlwaysReady();

    void manyConnectionsAreServed_data() { onBoth(); }
    void manyConnectionsAreServed();
};

void TstDispatcherSockets::readerIsToldUntilAllIsRead() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        const Pair pair;
        QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
        int told = 0;
        QObject::connect(&reader, &QSocketNotifier::activated, &reader, [&told] { ++told; });
        turn();
        QCOMPARE(told, 0);
        QVERIFY(pair.write("some"));
        QVERIFY(turnUntil([&] { return told >= 3; })); // as long as it is there
        QCOMPARE(pair.read(), QByteArray("some"));
        told = 0;
        turn();
        QCOMPARE(told, 0);
    });
}

void TstDispatcherSockets::writerIsToldThatThereIsRoom() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        const Pair pair;
        QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
        QSocketNotifier writer(pair.near(), QSocketNotifier::Write);
        int readable = 0;
        int writable = 0;
        QObject::connect(&reader, &QSocketNotifier::activated, &reader, [&] {
            ++readable;
            (void)pair.read();
        });
        QObject::connect(&writer, &QSocketNotifier::activated, &writer, [&] {
            ++writable;
            writer.setEnabled(false);
        });
        QVERIFY(turnUntil([&] { return writable == 1; }));
        turn();
        QCOMPARE(writable, 1);
        QCOMPARE(readable, 0);
        QVERIFY(pair.write()); // the reader is still heard
        QVERIFY(turnUntil([&] { return readable == 1; }));
    });
}

void TstDispatcherSockets::whoIsDisabledIsNotTold() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        const Pair pair;
        QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
        int told = 0;
        QObject::connect(&reader, &QSocketNotifier::activated, &reader, [&] {
            ++told;
            (void)pair.read();
        });
        reader.setEnabled(false);
        QVERIFY(pair.write());
        turn();
        QCOMPARE(told, 0);
        reader.setEnabled(true);
        QVERIFY(turnUntil([&] { return told == 1; }));
    });
}

void TstDispatcherSockets::readerIsToldThatTheOtherHungUp() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        Pair pair;
        QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
        int told = 0;
        QObject::connect(&reader, &QSocketNotifier::activated, &reader, [&] {
            ++told;
            reader.setEnabled(false);
        });
        pair.closeFar();
        QVERIFY(turnUntil([&] { return told == 1; }));
        turn();
        QCOMPARE(told, 1);
    });
}

void TstDispatcherSockets::whoIsDeletedMeanwhileIsNotTold() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        const std::array<Pair, 2> pairs;
        std::array<std::unique_ptr<QSocketNotifier>, 2> readers;
        int told = 0;
        for (size_t i = 0; i < 2; ++i) {
            readers[i] = std::make_unique<QSocketNotifier>(pairs[i].near(), QSocketNotifier::Read);
            QObject::connect(readers[i].get(), &QSocketNotifier::activated, readers[i].get(),
                             [&, i] {
                                 ++told;
                                 readers[1 - i].reset(); // both were ready
                                 (void)pairs[i].read();
                             });
        }
        QVERIFY(pairs[0].write() && pairs[1].write());
        turn();
        QCOMPARE(told, 1);
    });
}

void TstDispatcherSockets::nestedLoopTellsTheRest() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        const std::array<Pair, 2> pairs;
        std::array<std::unique_ptr<QSocketNotifier>, 2> readers;
        QList<size_t> told;
        for (size_t i = 0; i < 2; ++i) {
            readers[i] = std::make_unique<QSocketNotifier>(pairs[i].near(), QSocketNotifier::Read);
            QObject::connect(readers[i].get(), &QSocketNotifier::activated, readers[i].get(),
                             [&, i] {
                                 (void)pairs[i].read();
                                 told.append(i);
                                 // Whoever is told first waits for the other one.
                                 QVERIFY(turnUntil([&] { return told.size() == 2; }));
                             });
        }
        QVERIFY(pairs[0].write() && pairs[1].write());
        turn();
        QCOMPARE(told.size(), 2);
        QVERIFY(told.first() != told.last());
    });
}

void TstDispatcherSockets::socketsMayBeLeftOut() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        const Pair pair;
        QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
        int told = 0;
        QObject::connect(&reader, &QSocketNotifier::activated, &reader, [&] {
            ++told;
            (void)pair.read();
        });
        QVERIFY(pair.write());
        TimerLog log;
        log.startTimer(5);
        QEventLoop nested;
        log.handle = [&nested](int) { nested.quit(); };
        nested.exec(QEventLoop::ExcludeSocketNotifiers);
        QCOMPARE(told, 0);
        QVERIFY(turnUntil([&] { return told == 1; }));
    });
}

void TstDispatcherSockets::descriptorUsedAgainIsAnother() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([isOurs] {
        Pair first;
        const int descriptor = first.near();
        auto old = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
        int oldTold = 0;
        QObject::connect(old.get(), &QSocketNotifier::activated, old.get(),
                         [&oldTold] { ++oldTold; });
        turn();
        first.closeNear(); // as nobody should: the notifier is still there
        const Pair second;
        QCOMPARE(second.near(), descriptor);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("otifiers")));
        QSocketNotifier reader(descriptor, QSocketNotifier::Read);
        int told = 0;
        QObject::connect(&reader, &QSocketNotifier::activated, &reader, [&] {
            ++told;
            (void)second.read();
        });
        QVERIFY(second.write());
        QVERIFY(turnUntil([&] { return told == 1; }));
        if (!isOurs)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("otifiers")));
        old.reset();
        QVERIFY(second.write());
        QVERIFY(turnUntil([&] { return told == 2; }));
        QCOMPARE(oldTold, 0);
    });
}

void TstDispatcherSockets::copyOfAClosedDescriptorKeepsNobodyAwake() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        Pair pair;
        const int copy = ::dup(pair.near()); // as a child process has it
        QVERIFY(copy >= 0);
        auto reader = std::make_unique<QSocketNotifier>(pair.near(), QSocketNotifier::Read);
        turn();
        pair.closeNear();
        QVERIFY(pair.write()); // the copy can be read
        reader.reset();
        turn();
        int turns = 0;
        TimerLog log;
        QEventLoop nested;
        QObject::connect(QThread::currentThread()->eventDispatcher(),
                         &QAbstractEventDispatcher::awake, &log, [&turns] { ++turns; });
        log.handle = [&nested](int) { nested.quit(); };
        log.startTimer(50);
        nested.exec();
        QVERIFY2(turns < 20, qPrintable(QString::number(turns)));
        ::close(copy);
    });
}

void TstDispatcherSockets::fileIsAlwaysReady() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        QTemporaryFile file;
        QVERIFY(file.open());
        auto reader = std::make_unique<QSocketNotifier>(file.handle(), QSocketNotifier::Read);
        int told = 0;
        QObject::connect(reader.get(), &QSocketNotifier::activated, reader.get(),
                         [&told] { ++told; });
        QVERIFY(turnUntil([&] { return told >= 3; }));
        reader.reset();
        told = 0;
        turn();
        QCOMPARE(told, 0);
    });
}

void TstDispatcherSockets::manyConnectionsAreServed() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        constexpr int kConnections = 200;
        QTcpServer server;
        server.setListenBacklogSize(kConnections);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QObject::connect(&server, &QTcpServer::newConnection, &server, [&server] {
            while (QTcpSocket *socket = server.nextPendingConnection())
                QObject::connect(socket, &QTcpSocket::readyRead, socket,
                                 [socket] { socket->write(socket->readAll()); });
        });
        std::array<QTcpSocket, kConnections> clients;
        int answered = 0;
        for (QTcpSocket &client : clients) {
            QObject::connect(&client, &QTcpSocket::connected, &client,
                             [&client] { client.write("hello"); });
            QObject::connect(&client, &QTcpSocket::readyRead, &client,
                             [&client, &answered] { answered += client.readAll() == "hello"; });
            client.connectToHost(QHostAddress::LocalHost, server.serverPort());
        }
        QVERIFY(turnUntil([&] { return answered == kConnections; }));
    });
}

int main(int argc, char **argv) {
    return runOnBoth<TstDispatcherSockets>(argc, argv);
}

#include "TstDispatcherSockets.moc"
