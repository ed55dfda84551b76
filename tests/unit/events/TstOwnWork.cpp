// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/OwnWork.h"

#include <QTest>
#include <QThread>

#include <future>

using namespace soban;

namespace {

/// Does its work on a thread of its own; may be full, and may fail to commit.
class OneThreadQueue : public WriteQueue {
public:
    bool isFull = false;
    bool isDurable = true;

    bool submit(Work work, Done done) override {
        if (isFull)
            return false;
        std::async(std::launch::async, [&] {
            work();
            done(isDurable);
        }).wait();
        return true;
    }
    void attempt(const std::function<bool()> &step) override { step(); }
};

} // namespace

class TstOwnWork : public QObject {
    Q_OBJECT

private slots:
    void isToldOnTheOwnersThread() {
        OneThreadQueue queue;
        QThread *doneOn = nullptr;
        QThread *toldOn = nullptr;
        submitFor(
            this, queue, [&] { doneOn = QThread::currentThread(); },
            [&](bool isDurable) { toldOn = isDurable ? QThread::currentThread() : nullptr; });
        QVERIFY(!toldOn); // later, never from within the call
        QTRY_COMPARE(toldOn, thread());
        QVERIFY(doneOn && doneOn != toldOn);
    }

    void fullQueueIsToldAsWell() { // G13
        OneThreadQueue queue;
        queue.isFull = true;
        std::optional<bool> told;
        submitFor(
            this, queue, [] { QFAIL("it was not queued"); },
            [&](bool isDurable) { told = isDurable; });
        QVERIFY(!told);
        QTRY_COMPARE(told, std::optional(false));
    }

    void findingsOfWorkThatNobodyCanPromiseAreNone_data() { // G13
        QTest::addColumn<bool>("isFull");
        QTest::addColumn<bool>("isDurable");
        QTest::newRow("done") << false << true;
        QTest::newRow("G13 not committed") << false << false;
        QTest::newRow("G13 full") << true << true;
    }
    void findingsOfWorkThatNobodyCanPromiseAreNone() {
        QFETCH(bool, isFull);
        QFETCH(bool, isDurable);
        OneThreadQueue queue;
        queue.isFull = isFull;
        queue.isDurable = isDurable;
        std::optional<std::optional<int>> found;
        askFor(
            this, queue, [] { return 7; }, [&](std::optional<int> what) { found = what; });
        QTRY_VERIFY(found);
        QCOMPARE(*found, !isFull && isDurable ? std::optional(7) : std::nullopt);
    }
};

std::unique_ptr<QObject> newTstOwnWork() {
    return std::make_unique<TstOwnWork>();
}

#include "TstOwnWork.moc"
