// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/SingleInstance.h"

#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>
#include <memory>
#include <sys/wait.h>
#include <unistd.h>

using namespace soban::desk;
using Start = SingleInstance::Start;

namespace {

/// A second start, as another process would make it: in a thread, because the first must answer.
Start startAgain(const QString &lock, std::chrono::milliseconds patience) {
    Start start = Start::Failed;
    std::unique_ptr<QThread> thread(
        QThread::create([&] { start = SingleInstance(lock).begin(patience); }));
    thread->start();
    [&thread] { QTRY_VERIFY_WITH_TIMEOUT(thread->isFinished(), 20'000); }();
    thread->wait();
    return start;
}

} // namespace

class TstSingleInstance : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_lock = m_folder->filePath(QStringLiteral("run/soban-shop-default.lock"));
        m_socket = m_folder->filePath(QStringLiteral("run/soban-shop-default.socket"));
        qputenv("XDG_ACTIVATION_TOKEN", "token-1");
    }

    void theSecondAsksTheFirstToComeForward() {
        SingleInstance first(m_lock);
        QCOMPARE(first.begin(), Start::First);
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QCOMPARE(startAgain(m_lock, std::chrono::seconds(10)), Start::Handed);
        QTRY_COMPARE(raised.count(), 1);
        QCOMPARE(raised.constFirst().constFirst().toString(), QStringLiteral("token-1"));
    }

    void otherProfilesStartBesideIt() {
        SingleInstance first(m_lock);
        QCOMPARE(first.begin(), Start::First);
        SingleInstance other(m_folder->filePath(QStringLiteral("run/soban-shop-second.lock")));
        QCOMPARE(other.begin(), Start::First);
    }

    void takesOverFromOneThatEnded() {
        QCOMPARE(SingleInstance(m_lock).begin(), Start::First);
        QCOMPARE(SingleInstance(m_lock).begin(), Start::First);
    }

    void clearsAwayWhatACrashLeft() {
        const pid_t child = fork();
        if (child == 0) {
            SingleInstance dies(m_lock);
            _exit(dies.begin() == Start::First && raise(SIGKILL) == 0 ? 0 : 1);
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
        QVERIFY(QFile::exists(m_lock));
        QVERIFY(QFile::exists(m_socket));
        SingleInstance next(m_lock);
        QCOMPARE(next.begin(), Start::First);
        QCOMPARE(startAgain(m_lock, std::chrono::seconds(10)), Start::Handed);
    }

    void saysSoIfTheFirstDoesNotAnswer() {
        // It holds the lock but listens nowhere: as one that hangs.
        SingleInstance first(m_lock);
        QCOMPARE(first.begin(), Start::First);
        QVERIFY(QFile::remove(m_socket));
        SingleInstance second(m_lock);
        QCOMPARE(second.begin(std::chrono::milliseconds(120)), Start::Failed);
        QVERIFY(!second.fault().isEmpty());
    }

    void saysSoIfTheFolderIsNotWritable() {
        SingleInstance first(QStringLiteral("/proc/soban/one.lock"));
        QCOMPARE(first.begin(), Start::Failed);
        QVERIFY(!first.fault().isEmpty());
    }

    void nonsenseRaisesNothing() {
        SingleInstance first(m_lock);
        QCOMPARE(first.begin(), Start::First);
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        for (const QByteArray &wish : {QByteArray("dance\n"), QByteArray(5000, 'x')}) {
            QLocalSocket socket;
            socket.connectToServer(m_socket);
            QVERIFY(socket.waitForConnected());
            socket.write(wish);
            QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        }
        QCOMPARE(raised.count(), 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_lock;
    QString m_socket;
};

QTEST_GUILESS_MAIN(TstSingleInstance)
#include "TstSingleInstance.moc"
