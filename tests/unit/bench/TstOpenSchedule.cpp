// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/OpenSchedule.h"

#include <QTest>

#include <memory>

using namespace soban::bench;
using namespace std::chrono_literals;

class TstOpenSchedule : public QObject {
    Q_OBJECT

private:
    const Moment m_begin = Moment(100s);

private slots:
    void requestsAreEvenlySpread() {
        OpenSchedule schedule(m_begin, m_begin + 1s, 4);
        const Moment later = m_begin + 2s;
        for (const auto after : {0ms, 250ms, 500ms, 750ms})
            QCOMPARE(*schedule.takeDue(later) - m_begin, Span(after));
        QVERIFY(!schedule.takeDue(later));
        QVERIFY(!schedule.next());
    }

    void requestWaitsForItsMoment() {
        OpenSchedule schedule(m_begin, m_begin + 1s, 4);
        QVERIFY(!schedule.takeDue(m_begin - 1ns));
        QVERIFY(schedule.takeDue(m_begin));
        QVERIFY(!schedule.takeDue(m_begin + 249ms));
        QVERIFY(schedule.next() == m_begin + 250ms);
        QVERIFY(schedule.takeDue(m_begin + 250ms));
    }

    void whatWasHeldUpKeepsItsMoment() {
        OpenSchedule schedule(m_begin, m_begin + 10s, 1000);
        QVERIFY(schedule.takeDue(m_begin));
        // The server stood still for a second: the requests of that second are owed with it.
        QVERIFY(*schedule.takeDue(m_begin + 1s) == m_begin + 1ms);
        QVERIFY(*schedule.takeDue(m_begin + 1s) == m_begin + 2ms);
    }

    void errorsDoNotAddUp() {
        OpenSchedule schedule(m_begin, m_begin + 100s, 3'333);
        int taken = 0;
        while (schedule.takeDue(m_begin + 100s))
            ++taken;
        QCOMPARE(taken, 333'300);
    }
};

std::unique_ptr<QObject> newTstOpenSchedule() {
    return std::make_unique<TstOpenSchedule>();
}

#include "TstOpenSchedule.moc"
