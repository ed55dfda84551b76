// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/SoundOutput.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <cstdlib>
#include <memory>

using namespace soban;
using namespace soban::desk;

namespace {

/// A sound server of the test's own, whose only output is recorded.
class SoundServer {
public:
    bool start() {
        const QString socket = m_folder.filePath(QStringLiteral("native"));
        for (const char *name : {"PULSE_RUNTIME_PATH", "PULSE_STATE_PATH", "HOME"})
            qputenv(name, m_folder.path().toLocal8Bit());
        qputenv("PULSE_SERVER", "unix:" + socket.toLocal8Bit());
        m_daemon.start(QStringLiteral("pulseaudio"),
                       {QStringLiteral("-n"), QStringLiteral("--daemonize=no"),
                        QStringLiteral("--use-pid-file=no"), QStringLiteral("--exit-idle-time=-1"),
                        QStringLiteral("--disable-shm=yes"),
                        QStringLiteral("--load=module-null-sink sink_name=soban"),
                        QStringLiteral("--load=module-native-protocol-unix auth-anonymous=1 "
                                       "socket=") +
                            socket});
        for (int i = 0; i < 100 && !QFile::exists(socket); ++i)
            QTest::qWait(50);
        m_recorder.start(QStringLiteral("parec"),
                         {QStringLiteral("--device=soban.monitor"), QStringLiteral("--raw"),
                          QStringLiteral("--format=s16le"), QStringLiteral("--channels=1"),
                          QStringLiteral("--rate=44100"), QStringLiteral("--latency-msec=20")});
        return QFile::exists(socket) && m_recorder.waitForStarted() && hears(-1);
    }

    ~SoundServer() {
        for (QProcess *process : {&m_recorder, &m_daemon}) {
            process->terminate();
            process->waitForFinished();
        }
    }

    /// Waits until something louder than `level` of 32,767 was recorded.
    bool hears(int level) {
        m_recorder.readAll();
        return QTest::qWaitFor([&] { return loudest() > level; }, 8'000);
    }
    bool isSilentAtLast() {
        return QTest::qWaitFor(
            [&] {
                QTest::qWait(300);
                return loudest() == 0;
            },
            8'000);
    }

private:
    /// Of what came since the last call; -1 if nothing came.
    int loudest() {
        const QByteArray bytes = m_recorder.readAll();
        int most = -1;
        for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
            most = std::max(most, std::abs(int(qFromLittleEndian<qint16>(bytes.constData() + i))));
        return most;
    }

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QProcess m_recorder;
};

} // namespace

class TstLoudspeaker : public QObject {
    Q_OBJECT

private slots:
    void whatIsPlayedArrives() {
        for (const char *program : {"pulseaudio", "parec"}) {
            if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
                QSKIP("needs the programs pulseaudio and parec");
        }
        SoundServer server;
        QVERIFY(server.start());
        QTemporaryDir folder;
        Loudspeaker loudspeaker(folder.path());

        loudspeaker.start(SoundKind::NewOrder, 1.0, true);
        QVERIFY(server.hears(8'000));
        QTest::qWait(3'500); // longer than the sound itself
        QVERIFY(server.hears(8'000));
        loudspeaker.stop(SoundKind::NewOrder);
        QVERIFY(server.isSilentAtLast());

        loudspeaker.start(SoundKind::Step, 1.0, false);
        QVERIFY(server.hears(4'000));
        QVERIFY(server.isSilentAtLast());
    }

    /// Must come last: what Qt found out of the sound server it keeps.
    void withoutASoundServerNothingHangs() {
        qputenv("PULSE_SERVER", "unix:/nonexistent/native");
        QElapsedTimer timer;
        timer.start();
        {
            QTemporaryDir folder;
            Loudspeaker loudspeaker(folder.path());
            for (const SoundKind kind : allOf<SoundKind>())
                loudspeaker.start(kind, 1.0, false);
            loudspeaker.stop(SoundKind::NewOrder);
            QVERIFY(timer.elapsed() < 1'000);
        }
        QVERIFY(timer.elapsed() < 10'000);
    }
};

QTEST_GUILESS_MAIN(TstLoudspeaker)
#include "TstLoudspeaker.moc"
