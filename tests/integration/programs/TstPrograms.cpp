// SPDX-License-Identifier: GPL-3.0-or-later
// The apps as programs, seen from a shell.
#include <QProcess>
#include <QTest>

class TstPrograms : public QObject {
    Q_OBJECT

private:
    struct Outcome {
        int exitCode = -1;
        QString out;
        QString err;
    };

    static Outcome run(const QString &program, const QStringList &arguments) {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QString::fromLatin1(name));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SOBAN_BIN_DIR "/") + program, arguments);
        if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), QString::fromLocal8Bit(process.readAllStandardOutput()),
                QString::fromLocal8Bit(process.readAllStandardError())};
    }

private slots:
    void answersWithoutADisplay_data() {
        QTest::addColumn<QString>("program");
        for (const char *program : {"soban-customer", "soban-shop", "soban-rider"})
            QTest::newRow(program) << QString::fromLatin1(program);
    }
    void answersWithoutADisplay() {
        QFETCH(QString, program);
        const Outcome help = run(program, {QStringLiteral("--help")});
        QCOMPARE(help.exitCode, 0);
        QVERIFY2(help.out.startsWith(QStringLiteral("Usage: ") + program), qPrintable(help.out));
        QCOMPARE(help.err, QString());
        const Outcome version = run(program, {QStringLiteral("--version")});
        QCOMPARE(version.exitCode, 0);
        QCOMPARE(version.out, program + QStringLiteral(" " SOBAN_VERSION "\n"));
    }
};

QTEST_GUILESS_MAIN(TstPrograms)
#include "TstPrograms.moc"
