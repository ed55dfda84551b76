// SPDX-License-Identifier: GPL-3.0-or-later
// The bench as a program: that it measures something and tells it, not how much.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class TstBench : public QObject {
    Q_OBJECT

private:
    struct Outcome {
        int exitCode = -1;
        QString out;
        QString err;
    };

    static Outcome run(const QStringList &arguments) {
        QProcess process;
        process.start(QStringLiteral(SOBAN_BIN_DIR "/soban-bench"), arguments);
        if (!process.waitForFinished(150'000) || process.exitStatus() != QProcess::NormalExit) {
            process.kill();
            process.waitForFinished();
            return {};
        }
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

private slots:
    void goalsAreMeasuredAndToldTwice() {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("out.json"));
        const Outcome bench =
            run({QStringLiteral("--only"), QStringLiteral("P1,P3,P7"), QStringLiteral("--json"),
                 file, QStringLiteral("--seconds=0.2"), QStringLiteral("--rounds=1")});
        QVERIFY2(bench.exitCode == 0, qPrintable(bench.err));
        QVERIFY2(bench.out.contains(QStringLiteral("to a writer that stores nothing")),
                 qPrintable(bench.out));

        QFile json(file);
        QVERIFY(json.open(QIODevice::ReadOnly));
        const QJsonObject goals = QJsonDocument::fromJson(json.readAll()).object();
        QCOMPARE(goals.keys(), QStringList({"P1", "P3", "P7"}));
        for (const char *id : {"P1", "P3", "P7"}) {
            const QJsonObject goal = goals[QLatin1StringView(id)].toObject();
            QVERIFY2(!goal.contains(QLatin1StringView("fault")), qPrintable(bench.out));
            QVERIFY2(goal[QLatin1StringView("ratio")].toDouble() > 0, qPrintable(bench.out));
        }
    }

    void unknownWordsAreRefused() {
        const Outcome bench = run({QStringLiteral("everything")});
        QCOMPARE(bench.exitCode, 2);
        QVERIFY(bench.err.contains(QStringLiteral("everything")));
    }
};

QTEST_GUILESS_MAIN(TstBench)
#include "TstBench.moc"
