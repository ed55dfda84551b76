// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Lifecycle.h"

#include <QFile>
#include <QTest>

using namespace soban;

namespace {

QList<Stage> after(const Stage &stage) {
    QList<Stage> next;
    for (Role role : allOf<Role>()) {
        for (Action action : allOf<Action>()) {
            if (const auto transition = lifecycle::transition(stage, action, role))
                next.append(transition->to);
        }
    }
    return next;
}

QList<Stage> reachableFrom(const Stage &start) {
    QList<Stage> found{start};
    for (qsizetype i = 0; i < found.size(); ++i) {
        const Stage from = found[i]; // a copy: the list grows
        for (const Stage &stage : after(from)) {
            if (!found.contains(stage))
                found.append(stage);
        }
    }
    return found;
}

QString text(const Stage &stage) {
    return QString(toText(stage.order)) + u'/' + QString(toText(stage.delivery)) + u'/' +
           QString(toText(stage.fulfilment));
}

Stage fresh(Fulfilment fulfilment) {
    return {OrderState::PaymentPending, DeliveryState::None, fulfilment};
}

} // namespace

class TstLifecycle : public QObject {
    Q_OBJECT

private slots:
    void endsAreEnds();
    void reachesEveryState();
    void everyStageHasAWayOut_data();
    void everyStageHasAWayOut();
    void reachesNoStageTwistedInItself_data();
    void reachesNoStageTwistedInItself();
    void systemAloneCanEndWhatNobodyTouches();
    void pageMatchesTheTable();
};

void TstLifecycle::endsAreEnds() {
    const QSet<OrderState> ends{OrderState::PaymentFailed, OrderState::Completed,
                                OrderState::Refused,       OrderState::Expired,
                                OrderState::Cancelled,     OrderState::Returned};
    for (OrderState order : allOf<OrderState>()) {
        QCOMPARE(lifecycle::isOver(order), ends.contains(order));
        if (!ends.contains(order))
            continue;
        for (DeliveryState delivery : allOf<DeliveryState>()) {
            for (Fulfilment fulfilment : allOf<Fulfilment>()) {
                const Stage end{order, delivery, fulfilment};
                for (const Stage &next : after(end)) // its money may be settled anew
                    QVERIFY2(next == end, toText(order).data());
            }
        }
    }
}

void TstLifecycle::reachesEveryState() {
    EnumSet<OrderState> orders;
    EnumSet<DeliveryState> deliveries;
    for (Fulfilment fulfilment : allOf<Fulfilment>()) {
        for (const Stage &stage : reachableFrom(fresh(fulfilment))) {
            orders.insert(stage.order);
            deliveries.insert(stage.delivery);
        }
    }
    for (OrderState state : allOf<OrderState>())
        QVERIFY2(orders.contains(state), toText(state).data());
    for (DeliveryState state : allOf<DeliveryState>())
        QVERIFY2(deliveries.contains(state), toText(state).data());
}

void TstLifecycle::everyStageHasAWayOut_data() {
    QTest::addColumn<Fulfilment>("fulfilment");
    for (Fulfilment fulfilment : allOf<Fulfilment>())
        QTest::newRow(toText(fulfilment).data()) << fulfilment;
}

void TstLifecycle::everyStageHasAWayOut() {
    QFETCH(Fulfilment, fulfilment);
    for (const Stage &stage : reachableFrom(fresh(fulfilment))) {
        const auto ahead = reachableFrom(stage);
        QVERIFY2(std::any_of(ahead.cbegin(), ahead.cend(),
                             [](const Stage &end) { return lifecycle::isOver(end.order); }),
                 qPrintable(text(stage)));
    }
}

void TstLifecycle::reachesNoStageTwistedInItself_data() {
    everyStageHasAWayOut_data();
}

/// G7: no open delivery for an order that is over, and no delivery before the goods are ready.
void TstLifecycle::reachesNoStageTwistedInItself() {
    QFETCH(Fulfilment, fulfilment);
    using D = DeliveryState;
    for (const Stage &stage : reachableFrom(fresh(fulfilment))) {
        DeliveryStates fitting{D::None};
        const bool byRider = stage.fulfilment == Fulfilment::PlatformRider;
        switch (stage.order) {
        case OrderState::Ready:
            fitting = byRider ? DeliveryStates{D::Open, D::Claimed} : DeliveryStates{D::None};
            break;
        case OrderState::PickedUp:
            fitting = {D::PickedUp};
            break;
        case OrderState::Delivered:
            fitting = {D::Delivered};
            break;
        case OrderState::Completed:
            fitting = {stage.fulfilment == Fulfilment::Collection ? D::None : D::Delivered};
            break;
        case OrderState::Returned:
            fitting = {D::Returned};
            break;
        case OrderState::Cancelled:
            fitting = byRider ? DeliveryStates{D::None, D::Cancelled} : DeliveryStates{D::None};
            break;
        default:
            break;
        }
        QVERIFY2(fitting.contains(stage.delivery), qPrintable(text(stage)));
    }
}

void TstLifecycle::systemAloneCanEndWhatNobodyTouches() {
    for (OrderState waiting :
         {OrderState::PaymentPending, OrderState::Placed, OrderState::Delivered}) {
        const bool delivered = waiting == OrderState::Delivered;
        const Stage stage{waiting, delivered ? DeliveryState::Delivered : DeliveryState::None,
                          Fulfilment::PlatformRider};
        bool ends = false;
        for (Action action : lifecycle::allowedActions(stage, Role::System)) {
            const auto transition = lifecycle::transition(stage, action, Role::System);
            ends |= lifecycle::isOver(transition->to.order);
        }
        QVERIFY2(ends, toText(waiting).data());
    }
}

void TstLifecycle::pageMatchesTheTable() {
    QFile page(QStringLiteral(SOBAN_SOURCE_DIR "/docs/lifecycle.md"));
    QVERIFY2(page.open(QIODevice::ReadOnly), qPrintable(page.fileName()));
    QVERIFY2(page.readAll() == lifecycle::toMarkdown().toUtf8(),
             "docs/lifecycle.md is out of date; write it anew with: "
             "soban-server lifecycle > docs/lifecycle.md");
}

QTEST_GUILESS_MAIN(TstLifecycle)
#include "TstLifecycle.moc"
