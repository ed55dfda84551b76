// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Ending.h"

#include <QSet>
#include <QTest>

using namespace soban;

class TstEnding : public QObject {
    Q_OBJECT

private:
    static Money won(qint64 minor) { return *Money::of(minor, Currency::krw()); }

private slots:
    void whoBearsAnEndingAndWhatGoesBack_data() {
        QTest::addColumn<Role>("by");
        QTest::addColumn<Action>("action");
        QTest::addColumn<EndReason>("reason");
        QTest::addColumn<Party>("fault");
        QTest::addColumn<qint64>("refund");
        const auto row = [](const char *name, Role by, Action action, EndReason reason, Party fault,
                            qint64 refund) {
            QTest::newRow(name) << by << action << reason << fault << refund;
        };
        using enum Role;
        row("R4 refused", Shop, Action::Refuse, EndReason::TooBusy, Party::Shop, 24'000);
        row("R3 no answer", System, Action::Expire, EndReason::NoAnswer, Party::Shop, 24'000);
        row("R7 the customer's wish", Customer, Action::Cancel, EndReason::Mistake, Party::Customer,
            24'000);
        row("G4 a mishap", Shop, Action::Cancel, EndReason::Mishap, Party::Shop, 24'000);
        row("G4 no rider", Shop, Action::Cancel, EndReason::NoRider, Party::Platform, 24'000);
        row("G4 nobody at the door", Rider, Action::ReturnGoods, EndReason::NobodyAtDoor,
            Party::Customer, 0);
    }
    void whoBearsAnEndingAndWhatGoesBack() {
        QFETCH(Role, by);
        QFETCH(Action, action);
        QFETCH(EndReason, reason);
        const Ending ending = endingBy(by, action, reason, QStringLiteral("words"), won(24'000));
        QVERIFY(ending.by == by && ending.reason == reason);
        QCOMPARE(ending.words, QStringLiteral("words"));
        QTEST(ending.fault, "fault");
        QTEST(ending.refund.minor(), "refund");
    }

    void everyEndingOfTheTableHasReasons() {
        for (const LifecycleRule &rule : lifecycle::rules()) {
            if (rule.action == Action::Settle) // says why in words
                continue;
            const bool takesMoneyBack = rule.effects.contains(Effect::RefundInFull) ||
                                        rule.effects.contains(Effect::SettleRefund);
            for (const Role role : allOf<Role>()) {
                if (rule.roles.contains(role))
                    QCOMPARE(!reasonsFor(rule.action, role).isEmpty(), takesMoneyBack);
            }
        }
    }

    void reasonsAreGivenOnceEach() {
        for (const Action action : allOf<Action>()) {
            for (const Role role : allOf<Role>()) {
                const QList<EndReason> reasons = reasonsFor(action, role);
                QCOMPARE(QSet<EndReason>(reasons.cbegin(), reasons.cend()).size(), reasons.size());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TstEnding)
#include "TstEnding.moc"
