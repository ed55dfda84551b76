// SPDX-License-Identifier: GPL-3.0-or-later
#include "DispatcherKit.h"
#include "eventloop/HeldWakeUps.h"

#include <QSemaphore>

using namespace soban;
using namespace soban::testing;

namespace {

struct Sleeper : Wakeable {
    int wakeUps = 0;
    void wake() override { ++wakeUps; }
};

} // namespace

class TstHeldWakeUps : public QObject {
    Q_OBJECT

private slots:
    void nothingIsHeldByItself() { QVERIFY(!HeldWakeUps::hold(std::make_shared<Sleeper>())); }

    void eachIsWokenOnceAtTheEnd() {
        const auto one = std::make_shared<Sleeper>();
        const auto other = std::make_shared<Sleeper>();
        {
            const HeldWakeUps held;
            QVERIFY(HeldWakeUps::hold(one));
            QVERIFY(HeldWakeUps::hold(other));
            QVERIFY(HeldWakeUps::hold(one));
            QCOMPARE(one->wakeUps, 0);
        }
        QCOMPARE(one->wakeUps, 1);
        QCOMPARE(other->wakeUps, 1);
        QVERIFY(!HeldWakeUps::hold(one));
    }

    void innerStretchEndsWithTheOuterOne() {
        const auto one = std::make_shared<Sleeper>();
        {
            const HeldWakeUps outer;
            {
                const HeldWakeUps inner;
                QVERIFY(HeldWakeUps::hold(one));
            }
            QCOMPARE(one->wakeUps, 0);
        }
        QCOMPARE(one->wakeUps, 1);
    }

    void otherThreadsGoOnWaking() {
        const HeldWakeUps held;
        bool isHeld = true;
        const auto one = std::make_shared<Sleeper>();
        const std::unique_ptr<QThread> other(
            QThread::create([&] { isHeld = HeldWakeUps::hold(one); }));
        other->start();
        QVERIFY(other->wait(kMostMs));
        QVERIFY(!isHeld);
    }

    void loopIsWokenAtTheEnd() {
        if (!newNetworkDispatcher())
            QSKIP("threads have the dispatcher that Qt gives them");
        Loop loop(true);
        QSemaphore done;
        {
            const HeldWakeUps held;
            for (int i = 0; i < 3; ++i)
                QMetaObject::invokeMethod(&loop.context(), [&done] { done.release(); });
        }
        QVERIFY(done.tryAcquire(3, kMostMs));
    }

    void loopMayGoMeanwhile() {
        const HeldWakeUps held;
        Loop loop(true);
        QMetaObject::invokeMethod(
            &loop.context(), [] {}, Qt::QueuedConnection);
    }
};

int main(int argc, char **argv) {
    return runOnBoth<TstHeldWakeUps>(argc, argv);
}

#include "TstHeldWakeUps.moc"
