// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ChildProcess.h"

#include <QRegularExpression>
#include <QTest>

using soban::testing::ChildProcess;

class TstDemo : public QObject {
    Q_OBJECT

private slots:
    void playsAMealAndABouquet();
};

void TstDemo::playsAMealAndABouquet() {
    ChildProcess demo({QStringLiteral(SOBAN_BIN_DIR "/soban-demo"),
                       {QStringLiteral("--out"), QStringLiteral("plain")}});
    const auto verdict = demo.start(QStringLiteral("demo: "), std::chrono::seconds(50));
    QVERIFY2(verdict, demo.standardError().constData());
    static const QRegularExpression kSteps(QStringLiteral("^([0-9]+) steps, 0 failed$"));
    const auto match = kSteps.match(*verdict);
    QVERIFY2(match.hasMatch(), qPrintable(*verdict));
    QVERIFY(match.captured(1).toInt() >= 70);
    QVERIFY(demo.waitForEnd());
    QCOMPARE(demo.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TstDemo)
#include "TstDemo.moc"
