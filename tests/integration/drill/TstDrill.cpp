// SPDX-License-Identifier: GPL-3.0-or-later
// A few cycles of each drill (docs/reliability.md), and that a drill can fail.
#include "support/ChildProcess.h"

#include <QTest>

using soban::testing::ChildProcess;

namespace {

constexpr std::chrono::seconds kLimit{100};

/// The last line of a drill, and how it ended.
struct Outcome {
    QString words;
    int exitCode = -1;
    QByteArray errors;

    /// The figure that stands before a word; -1 if there is none.
    qint64 figure(const char *name) const {
        for (const QString &part : words.split(QStringLiteral(", "))) {
            if (part.section(u' ', 1) == QLatin1StringView(name))
                return part.section(u' ', 0, 0).toLongLong();
        }
        return -1;
    }
};

Outcome drill(const QStringList &arguments, const QString &lineStart = QStringLiteral("drill: ")) {
    ChildProcess program({QStringLiteral(SOBAN_BIN_DIR "/soban-drill"), arguments});
    const auto words = program.start(lineStart, kLimit);
    program.waitForEnd();
    return {words.value_or(QString()), program.exitCode(), program.standardError()};
}

} // namespace

class TstDrill : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatWasAnswered_data();
    void keepsWhatWasAnswered();
    void severalServersKeepWhatOneOfThemAnswered();
    void failsWhereTooLittleIsSynced();
    void theMoneyIsRightWhateverHappens_data();
    void theMoneyIsRightWhateverHappens();
    void holdsWhatItIsToldToHold_data();
    void holdsWhatItIsToldToHold();
    void refusesWhatItCannotDo_data();
    void refusesWhatItCannotDo();
};

void TstDrill::keepsWhatWasAnswered_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("cycles");
    QTest::addColumn<bool>("isRefusing");
    QTest::newRow("G1 kill -9") << QStringList{"kill", "--cycles", "5"} << 5 << false;
    QTest::newRow("G2 power cut") << QStringList{"power", "--cuts", "4"} << 4 << false;
    QTest::newRow("G13 full or broken disk") << QStringList{"full", "--rounds", "3"} << 3 << true;
}

void TstDrill::keepsWhatWasAnswered() {
    QFETCH(QStringList, arguments);
    QFETCH(int, cycles);
    QFETCH(bool, isRefusing);
    const Outcome outcome = drill(arguments);
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.words + outcome.errors));
    QCOMPARE(outcome.figure("cycles"), cycles);
    QVERIFY(outcome.figure("acknowledged") > 0);
    QVERIFY(outcome.figure("events") > 0);
    QCOMPARE(outcome.figure("refused") > 0, isRefusing);
    for (const char *fault : {"missing", "doubled", "changed", "events wrong", "other faults"})
        QCOMPARE(outcome.figure(fault), 0);
}

void TstDrill::severalServersKeepWhatOneOfThemAnswered() { // G1 G3 G8 G12 N7
    const Outcome outcome =
        drill({QStringLiteral("servers"), QStringLiteral("--kills"), QStringLiteral("4")});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.words + outcome.errors));
    QVERIFY(outcome.figure("cycles") >= 4);
    QVERIFY(outcome.figure("acknowledged") > 0);
    QVERIFY(outcome.figure("events expected") > 0);
    QCOMPARE(outcome.figure("events heard"), outcome.figure("events expected"));
    QVERIFY(outcome.figure("timers expected") > 0);
    QCOMPARE(outcome.figure("timers fired"), outcome.figure("timers expected"));
    for (const char *fault : {"missing", "doubled", "changed", "events missed", "events wrong",
                              "timers twice", "other faults"})
        QCOMPARE(outcome.figure(fault), 0);
}

/// Else all the green above would prove nothing.
void TstDrill::failsWhereTooLittleIsSynced() { // G2
    const Outcome outcome =
        drill({QStringLiteral("power"), QStringLiteral("--cuts"), QStringLiteral("20"),
               QStringLiteral("--synchronous"), QStringLiteral("normal")});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.figure("missing") > 0, qPrintable(outcome.words + outcome.errors));
    QCOMPARE(outcome.figure("other faults"), 0);
}

void TstDrill::theMoneyIsRightWhateverHappens_data() {
    QTest::addColumn<QString>("database");
    QTest::newRow("SQLite") << "sqlite";
    QTest::newRow("PostgreSQL") << "postgres";
}

void TstDrill::theMoneyIsRightWhateverHappens() { // G3 G4 G5
    QFETCH(QString, database);
    const Outcome outcome = drill({"money", "--count", "300", "--seed", "5", "--db", database},
                                  QStringLiteral("drill money: "));
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.words + outcome.errors));
    QVERIFY(outcome.figure("orders") >= 300);
    for (const char *what : {"decisions", "asked again", "charges", "declines", "refunds", "over"})
        QVERIFY2(outcome.figure(what) > 0, what);
    QCOMPARE(outcome.figure("violations"), 0);
}

void TstDrill::holdsWhatItIsToldToHold_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("lineStart");
    QTest::addColumn<QByteArrayList>("happened");
    QTest::newRow("G6 two at once")
        << QStringList{"races", "--count", "25"} << QStringLiteral("drill races: ")
        << QByteArrayList{"races", "charges", "refunds"};
    QTest::newRow("G11 a crash at a step")
        << QStringList{"crash", "--count", "6"} << QStringLiteral("drill crash: ")
        << QByteArrayList{"paths", "steps", "crashes", "asked again"};
    QTest::newRow("G10 a gateway that fails")
        << QStringList{"messages", "--count", "150"} << QStringLiteral("drill messages: ")
        << QByteArrayList{"messages", "kills", "outages", "sent", "arrived"};
    QTest::newRow("G12 the clock is set")
        << QStringList{"clock", "--count", "3", "--seed", "6"} << QStringLiteral("drill clock: ")
        << QByteArrayList{"jumps", "timers"};
}

void TstDrill::holdsWhatItIsToldToHold() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, lineStart);
    QFETCH(QByteArrayList, happened);
    const Outcome outcome = drill(arguments, lineStart);
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.words + outcome.errors));
    for (const QByteArray &what : happened)
        QVERIFY2(outcome.figure(what.constData()) > 0, what.constData());
    QCOMPARE(outcome.figure("violations"), 0);
}

void TstDrill::refusesWhatItCannotDo_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("drill") << QStringList{"fire"} << QByteArray("which drill");
    QTest::newRow("count") << QStringList{"kill", "--cycles", "0"} << QByteArray("from 1");
    QTest::newRow("seed") << QStringList{"kill", "--seed", "x"} << QByteArray("from 1");
    QTest::newRow("synchronous") << QStringList{"power", "--synchronous", "off"}
                                 << QByteArray("full or normal");
    QTest::newRow("engine") << QStringList{"kill", "--db", "postgres"}
                            << QByteArray("is not for kill");
    QTest::newRow("database") << QStringList{"money", "--db", "paper"}
                              << QByteArray("sqlite or postgres");
    QTest::newRow("normal") << QStringList{"kill", "--synchronous", "normal"}
                            << QByteArray("is for power");
}

void TstDrill::refusesWhatItCannotDo() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, words);
    ChildProcess program({QStringLiteral(SOBAN_BIN_DIR "/soban-drill"), arguments});
    QVERIFY(!program.run(kLimit));
    QCOMPARE(program.exitCode(), 2);
    QVERIFY2(program.standardError().contains(words), program.standardError().constData());
}

QTEST_GUILESS_MAIN(TstDrill)
#include "TstDrill.moc"
