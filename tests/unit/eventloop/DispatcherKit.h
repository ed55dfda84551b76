// SPDX-License-Identifier: GPL-3.0-or-later
// What the dispatcher's tests share. Each of them runs on Qt's own dispatcher, too: ours may do
// nothing that Qt's does not, and has to do all that it does.
#pragma once

#include "eventloop/NetworkDispatcher.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSocketNotifier>
#include <QTest>
#include <QThread>
#include <QTimerEvent>

#include <array>
#include <functional>

#include <sys/socket.h>
#include <unistd.h>

namespace soban::testing {

constexpr int kMostMs = 5000; ///< nothing here takes so long

/// Turns the loop of the thread that it is called on until `done`; false if that takes too long.
inline bool turnUntil(const std::function<bool()> &done) {
    QElapsedTimer since;
    since.start();
    while (!done()) {
        if (since.elapsed() > kMostMs)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents);
    }
    return true;
}

/// Turns it a few times, for what must not happen.
inline void turn(int times = 5) {
    for (int i = 0; i < times; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents);
}

/// Two sockets that are connected with each other.
class Pair {
public:
    Pair() {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, m_ends.data()))
            qFatal("no sockets");
    }
    ~Pair() {
        closeNear();
        closeFar();
    }
    Q_DISABLE_COPY_MOVE(Pair)

    int near() const { return m_ends[0]; }
    bool write(const char *text = "x") const {
        return ::write(m_ends[1], text, qstrlen(text)) == qint64(qstrlen(text));
    }
    QByteArray read() const {
        std::array<char, 64> text;
        const auto count = ::read(m_ends[0], text.data(), text.size());
        return {text.data(), std::max<qsizetype>(0, count)};
    }
    void closeNear() { close(m_ends[0]); }
    void closeFar() { close(m_ends[1]); }

private:
    static void close(int &end) {
        if (end >= 0)
            ::close(std::exchange(end, -1));
    }

    std::array<int, 2> m_ends{-1, -1};
};

/// A thread with the dispatcher that is tested.
class Loop {
public:
    explicit Loop(bool isOurs) {
        if (isOurs)
            m_thread.setEventDispatcher(newNetworkDispatcher().release());
        m_context.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Loop() {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Loop)

    QObject &context() { return m_context; }
    QThread &thread() { return m_thread; }
    template <typename Function>
    void run(Function function) {
        QMetaObject::invokeMethod(&m_context, function, Qt::BlockingQueuedConnection);
    }

private:
    QThread m_thread;
    QObject m_context;
};

class TimerLog : public QObject {
public:
    std::function<void(int)> handle;
    QList<int> fired;

protected:
    void timerEvent(QTimerEvent *event) override {
        fired.append(event->timerId());
        if (handle)
            handle(event->timerId());
    }
};

/// The rows of a test: it is run on each of the two.
inline void onBoth() {
    QTest::addColumn<bool>("isOurs");
    QTest::newRow("Qt's own") << false;
    if (newNetworkDispatcher())
        QTest::newRow("ours") << true;
}

/// The main function of such a test.
template <typename Test>
int runOnBoth(int argc, char **argv) {
    qputenv("QT_NO_GLIB", "1"); // or Qt's own would be GLib's
    QCoreApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace soban::testing
