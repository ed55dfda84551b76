// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/FaultPlan.h"

#include <QTest>

using namespace soban::sandbox;

class TstFaultPlan : public QObject {
    Q_OBJECT

private slots:
    void leavesEverythingAloneWithoutRules();
    void strikesOnlyItsOperation();
    void countsDown();
    void takesTheFirstThatApplies();
    void fallsAsOftenAsItShould();
    void repeatsItselfWithTheSameSeed();
    void keepsWebhooksApart();
    void declinesOnlyWhatCanBeDeclined();

private:
    static FaultRule rule(FaultKind kind, Operation operation = Operation::Any) {
        FaultRule made;
        made.kind = kind;
        made.operation = operation;
        return made;
    }
};

void TstFaultPlan::leavesEverythingAloneWithoutRules() {
    FaultPlan plan(1);
    QVERIFY(!plan.decide(Operation::Charge));
    plan.add(rule(FaultKind::Late));
    plan.clear();
    QVERIFY(!plan.decide(Operation::Charge));
}

void TstFaultPlan::strikesOnlyItsOperation() {
    FaultPlan plan(1);
    plan.add(rule(FaultKind::Never, Operation::Refund));
    QVERIFY(!plan.decide(Operation::Charge));
    QCOMPARE(plan.decide(Operation::Refund)->kind, FaultKind::Never);
}

void TstFaultPlan::countsDown() {
    FaultPlan plan(1);
    FaultRule twice = rule(FaultKind::Late);
    twice.remaining = 2;
    plan.add(twice);
    QVERIFY(plan.decide(Operation::Charge));
    QVERIFY(plan.decide(Operation::LookUp));
    QVERIFY(!plan.decide(Operation::Charge));
    QCOMPARE(plan.rules().first().hits, 2);
    QCOMPARE(plan.rules().first().remaining, std::optional(0));
}

void TstFaultPlan::takesTheFirstThatApplies() {
    FaultPlan plan(1);
    FaultRule once = rule(FaultKind::DropAfterWork, Operation::Charge);
    once.remaining = 1;
    plan.add(once);
    plan.add(rule(FaultKind::Down));
    QCOMPARE(plan.decide(Operation::Charge)->kind, FaultKind::DropAfterWork);
    QCOMPARE(plan.decide(Operation::Charge)->kind, FaultKind::Down);
}

void TstFaultPlan::fallsAsOftenAsItShould() {
    FaultPlan plan(7);
    FaultRule some = rule(FaultKind::Late);
    some.probability = 0.2;
    plan.add(some);
    int hits = 0;
    for (int i = 0; i < 10'000; ++i)
        hits += plan.decide(Operation::Charge) ? 1 : 0;
    QVERIFY(hits > 1'800 && hits < 2'200);
    QCOMPARE(plan.rules().first().hits, hits);

    FaultPlan never(7);
    some.probability = 0;
    never.add(some);
    QVERIFY(!never.decide(Operation::Charge));
}

void TstFaultPlan::repeatsItselfWithTheSameSeed() {
    FaultRule some = rule(FaultKind::Late);
    some.probability = 0.5;
    const auto run = [](FaultPlan &plan) {
        QList<bool> hits;
        for (int i = 0; i < 64; ++i)
            hits.append(plan.decide(Operation::Charge).has_value());
        return hits;
    };
    FaultPlan plan(42);
    plan.add(some);
    const QList<bool> first = run(plan);
    QVERIFY(run(plan) != first);
    plan.reseed(42);
    QCOMPARE(run(plan), first);
}

void TstFaultPlan::keepsWebhooksApart() {
    FaultPlan plan(1);
    plan.add(rule(FaultKind::Down));
    QVERIFY(!plan.decide(Operation::Webhook));
    plan.clear();
    plan.add(rule(FaultKind::LoseWebhook));
    QVERIFY(!plan.decide(Operation::Charge));
    QVERIFY(plan.decide(Operation::Webhook));
}

void TstFaultPlan::declinesOnlyWhatCanBeDeclined() {
    FaultPlan plan(1);
    plan.add(rule(FaultKind::Declined));
    QVERIFY(!plan.decide(Operation::Refund));
    QVERIFY(!plan.decide(Operation::LookUp));
    QVERIFY(plan.decide(Operation::Charge));
    QVERIFY(plan.decide(Operation::Confirm));
}

QTEST_GUILESS_MAIN(TstFaultPlan)
#include "TstFaultPlan.moc"
