// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/EventCheck.h"

#include <QTest>

using namespace soban;
using namespace soban::replay;

namespace {

/// Events whose number is id and sequence at once.
QList<replay::Party::Heard> events(const QList<int> &numbers) {
    QList<replay::Party::Heard> made;
    for (int number : numbers)
        made.append(
            {*Sequence::fromNumber(number), *EventId::fromNumber(number), EventType::OrderPlaced});
    return made;
}

} // namespace

class TstReplayEventCheck : public QObject {
    Q_OBJECT

private slots:
    void comparesStreamAndLog_data();
    void comparesStreamAndLog();
    void countsVersions_data();
    void countsVersions();
};

void TstReplayEventCheck::comparesStreamAndLog_data() {
    QTest::addColumn<QList<int>>("log");
    QTest::addColumn<QList<int>>("heard");
    QTest::addColumn<QList<int>>("faults"); // missing, unknown, repeated, misplaced
    const auto row = [](const char *tag, QList<int> log, QList<int> heard, QList<int> faults) {
        QTest::newRow(tag) << log << heard << faults;
    };
    row("G8 the same", {1, 4, 9}, {1, 4, 9}, {0, 0, 0, 0});
    row("G8 nothing", {}, {}, {0, 0, 0, 0});
    row("G8 one missing", {1, 4, 9}, {1, 9}, {1, 0, 0, 0});
    row("G8 the last missing", {1, 4, 9}, {1, 4}, {1, 0, 0, 0});
    row("G8 one twice", {1, 4}, {1, 1, 4}, {0, 0, 1, 0});
    row("G8 one of others", {1, 4}, {1, 3, 4}, {0, 1, 0, 0});
    row("G8 another order", {1, 4, 9}, {4, 1, 9}, {0, 0, 0, 2});
}

void TstReplayEventCheck::comparesStreamAndLog() {
    QFETCH(QList<int>, log);
    QFETCH(QList<int>, heard);
    QFETCH(QList<int>, faults);
    const StreamFaults found = compareStream(events(log), events(heard));
    QCOMPARE((QList<int>{found.missing, found.unknown, found.repeated, found.misplaced}), faults);
}

void TstReplayEventCheck::countsVersions_data() {
    QTest::addColumn<QList<int>>("versions");
    QTest::addColumn<int>("last");
    QTest::addColumn<bool>("isRight");
    QTest::newRow("all") << QList<int>{1, 2, 3} << 3 << true;
    QTest::newRow("a gap") << QList<int>{1, 3} << 3 << false;
    QTest::newRow("twice") << QList<int>{1, 2, 2, 3} << 3 << false;
    QTest::newRow("not the last") << QList<int>{1, 2} << 3 << false;
    QTest::newRow("none") << QList<int>{} << 3 << false;
}

void TstReplayEventCheck::countsVersions() {
    QFETCH(QList<int>, versions);
    QFETCH(int, last);
    QFETCH(bool, isRight);
    QCOMPARE(versionFaults(versions, last) == 0, isRight);
}

QTEST_APPLESS_MAIN(TstReplayEventCheck)
#include "TstEventCheck.moc"
