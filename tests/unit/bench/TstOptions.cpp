// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Options.h"

#include <QTest>

#include <memory>

using namespace soban::bench;

namespace {

soban::Result<Options, QString> read(const QStringList &words) {
    bool isHelp = false;
    return Options::read(QStringList{QStringLiteral("soban-bench")} + words, isHelp);
}

} // namespace

class TstOptions : public QObject {
    Q_OBJECT

private slots:
    void everythingIsMeasuredUnlessSomeAreNamed() {
        const auto all = read({});
        QVERIFY(all);
        QVERIFY(all->wants(QStringLiteral("P3")));
        QVERIFY(all->jsonFile.isEmpty());
        QCOMPARE(all->orders, 1'000'000);
        const auto some = read({QStringLiteral("--only"), QStringLiteral("P1,P10"),
                                QStringLiteral("--json"), QStringLiteral("out.json"),
                                QStringLiteral("--seconds=0.5"), QStringLiteral("--rounds=2")});
        QVERIFY(some);
        QVERIFY(some->wants(QStringLiteral("P1")));
        QVERIFY(some->wants(QStringLiteral("P10")));
        QVERIFY(!some->wants(QStringLiteral("P2")));
        QCOMPARE(some->jsonFile, QStringLiteral("out.json"));
        QCOMPARE(some->seconds, 0.5);
        QCOMPARE(some->rounds, 2);
    }

    void whatMakesNoSenseIsRefused_data() {
        QTest::addColumn<QString>("word");
        for (const char *word :
             {"--seconds=0", "--seconds=x", "--rounds=0", "--orders=-1", "--unknown", "scroll"})
            QTest::newRow(word) << QString::fromLatin1(word);
    }
    void whatMakesNoSenseIsRefused() {
        QFETCH(QString, word);
        QVERIFY(!read({word}));
    }

    void helpIsNoFault() {
        bool isHelp = false;
        const auto help =
            Options::read({QStringLiteral("soban-bench"), QStringLiteral("--help")}, isHelp);
        QVERIFY(isHelp);
        QVERIFY(help.error().contains(QStringLiteral("--only")));
    }
};

std::unique_ptr<QObject> newTstOptions() {
    return std::make_unique<TstOptions>();
}

#include "TstOptions.moc"
