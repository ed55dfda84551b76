// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every order state × delivery state × action × role × fulfilment and holds the table in code
// against a second one, written here by hand from the requirements. Change both, or neither.
#include "domain/Lifecycle.h"

#include <QTest>

using namespace soban;

namespace {

/// One rule in words: stages are order/delivery, `=` leaves the stage as it is, and a third part of
/// `to` is a new fulfilment.
struct Expectation {
    const char *requirements;
    const char *action;
    const char *who;
    const char *how;
    const char *from;
    const char *to;
    const char *effects;
};

constexpr auto kAny = "platformRider ownDelivery collection";
constexpr auto kCarried = "platformRider ownDelivery";

constexpr Expectation kExpected[] = {
    {"R2 R3", "confirmPayment", "system", kAny, "paymentPending/none", "placed/none", "ring shop"},
    {"R2", "declinePayment", "system", kAny, "paymentPending/none", "=", ""},
    {"R2", "payAgain", "customer", kAny, "paymentPending/none", "=", ""},
    {"R16", "failPayment", "system", kAny, "paymentPending/none", "paymentFailed/none",
     "restore stock"},

    {"R6", "cancel", "customer", kAny, "paymentPending/none placed/none accepted/none",
     "cancelled/none", "refund in full,restore stock"},
    {"R7", "change", "customer", kAny, "placed/none accepted/none", "=", "ring shop,fit stock"},
    {"R7 R2", "applyChange", "system", kAny, "placed/none accepted/none", "=",
     "ring shop,fit stock"},
    {"R7 R16", "dropChange", "system", kAny, "placed/none accepted/none", "=", "fit stock"},
    {"R4", "accept", "shop", kAny, "placed/none", "accepted/none", ""},
    {"R4 R16", "refuse", "shop", kAny, "placed/none accepted/none", "refused/none",
     "refund in full,restore stock"},
    {"R4 R16", "expire", "system", kAny, "placed/none", "expired/none",
     "refund in full,restore stock"},

    {"R5", "extend", "shop", kAny, "accepted/none preparing/none", "=", ""},
    {"R5", "start", "shop", kAny, "accepted/none", "preparing/none", "fit stock"},
    {"R5 R8", "finish", "shop", "platformRider", "preparing/none", "ready/open", "open delivery"},
    {"R5 R14", "finish", "shop", "ownDelivery collection", "preparing/none", "ready/none", ""},
    {"R6 G7", "cancel", "shop operator", kAny, "preparing/none ready/none", "cancelled/none",
     "settle refund,restore stock"},
    {"R6 G7", "cancel", "shop operator", "platformRider", "ready/open ready/claimed",
     "cancelled/cancelled", "settle refund,restore stock,cancel delivery,withdraw offer"},

    {"R8", "widenOffer", "system", "platformRider", "ready/open", "=", ""},
    {"R8 R14", "takeOver", "shop", "platformRider", "ready/open", "ready/none/ownDelivery",
     "withdraw offer"},
    {"R9 G7", "claim", "rider", "platformRider", "ready/open", "ready/claimed", "withdraw offer"},
    {"R9", "giveBack", "rider", "platformRider", "ready/claimed", "ready/open", "open delivery"},

    {"R9", "pickUp", "rider", "platformRider", "ready/claimed", "pickedUp/pickedUp", ""},
    {"R14", "pickUp", "shop", "ownDelivery", "ready/none", "pickedUp/pickedUp", ""},
    {"R12 R15", "handOver", "rider", "platformRider", "pickedUp/pickedUp", "delivered/delivered",
     "collect what is due,ask for review,start auto-complete"},
    {"R14 R15", "handOver", "shop", "ownDelivery", "pickedUp/pickedUp", "delivered/delivered",
     "collect what is due,ask for review,start auto-complete"},
    {"R12 R13 R15", "collect", "shop", "collection", "ready/none", "completed/none",
     "collect what is due,ask for review,thank customer"},
    {"R12", "returnGoods", "rider shop", "platformRider", "pickedUp/pickedUp", "returned/returned",
     "settle refund,restore stock"},
    {"R12 R14", "returnGoods", "shop", "ownDelivery", "pickedUp/pickedUp", "returned/returned",
     "settle refund,restore stock"},

    {"R12 R13", "confirm", "customer", kCarried, "delivered/delivered", "completed/delivered",
     "thank customer"},
    {"R12 R13", "autoComplete", "system", kCarried, "delivered/delivered", "completed/delivered",
     "thank customer"},

    {"R10 G4", "settle", "operator", kCarried,
     "delivered/delivered completed/delivered returned/returned", "=", "settle refund"},
    {"R10 G4", "settle", "operator", kAny,
     "completed/none refused/none expired/none cancelled/none", "=", "settle refund"},
    {"R10 G4", "settle", "operator", "platformRider", "cancelled/cancelled", "=", "settle refund"},
};

QStringList words(const char *text, QChar separator = u' ') {
    return QString::fromLatin1(text).split(separator, Qt::SkipEmptyParts);
}

QString stageText(const Stage &stage) {
    return QString(toText(stage.order)) + u'/' + QString(toText(stage.delivery));
}

/// What a stage becomes, as `order/delivery/fulfilment: effects`; empty when nothing is allowed.
QString expected(const Stage &stage, Action action, Role role) {
    for (const Expectation &row : kExpected) {
        if (toText(action) != QLatin1StringView(row.action) ||
            !words(row.who).contains(QString(toText(role))) ||
            !words(row.how).contains(QString(toText(stage.fulfilment))) ||
            !words(row.from).contains(stageText(stage))) {
            continue;
        }
        QString to = QString::fromLatin1(row.to);
        if (to == u"=")
            to = stageText(stage);
        if (to.count(u'/') == 1)
            to += u'/' + QString(toText(stage.fulfilment));
        QStringList effects = words(row.effects, u',');
        effects.sort();
        return to + QStringLiteral(": ") + effects.join(u',');
    }
    return {};
}

QString actual(const std::optional<Transition> &transition) {
    if (!transition)
        return {};
    QStringList effects;
    for (Effect effect : allOf<Effect>()) {
        if (transition->effects.contains(effect))
            effects.append(QString(toText(effect)));
    }
    effects.sort();
    return stageText(transition->to) + u'/' + QString(toText(transition->to.fulfilment)) +
           QStringLiteral(": ") + effects.join(u',');
}

} // namespace

class TstLifecycleWalk : public QObject {
    Q_OBJECT

private slots:
    void followsTheRequirements_data();
    void followsTheRequirements();
    void listsExactlyWhatIsAllowed();
    void atMostOneRuleMatches();
};

void TstLifecycleWalk::followsTheRequirements_data() {
    QTest::addColumn<Action>("action");
    QTest::addColumn<Role>("role");
    for (Action action : allOf<Action>()) {
        for (Role role : allOf<Role>()) {
            QString requirements;
            for (const Expectation &row : kExpected) {
                if (toText(action) == QLatin1StringView(row.action) &&
                    words(row.who).contains(QString(toText(role)))) {
                    requirements += QLatin1StringView(row.requirements) + u' ';
                }
            }
            if (requirements.isEmpty())
                requirements = QStringLiteral("never: ");
            QTest::addRow("%s%s by %s", qPrintable(requirements), toText(action).data(),
                          toText(role).data())
                << action << role;
        }
    }
}

void TstLifecycleWalk::followsTheRequirements() {
    QFETCH(Action, action);
    QFETCH(Role, role);
    for (OrderState order : allOf<OrderState>()) {
        for (DeliveryState delivery : allOf<DeliveryState>()) {
            for (Fulfilment fulfilment : allOf<Fulfilment>()) {
                const Stage stage{order, delivery, fulfilment};
                const auto transition = lifecycle::transition(stage, action, role);
                const QString from =
                    stageText(stage) + u'/' + QString(toText(fulfilment)) + QStringLiteral(" → ");
                QCOMPARE(QString(from + actual(transition)),
                         QString(from + expected(stage, action, role)));
                if (transition) {
                    QCOMPARE(transition->action, action);
                    QVERIFY(transition->from == stage);
                }
            }
        }
    }
}

void TstLifecycleWalk::listsExactlyWhatIsAllowed() {
    for (OrderState order : allOf<OrderState>()) {
        for (DeliveryState delivery : allOf<DeliveryState>()) {
            for (Fulfilment fulfilment : allOf<Fulfilment>()) {
                for (Role role : allOf<Role>()) {
                    const Stage stage{order, delivery, fulfilment};
                    const QList<Action> listed = lifecycle::allowedActions(stage, role);
                    for (Action action : allOf<Action>()) {
                        const bool allowed = lifecycle::transition(stage, action, role).has_value();
                        QCOMPARE(listed.count(action), qsizetype(allowed));
                    }
                }
            }
        }
    }
}

void TstLifecycleWalk::atMostOneRuleMatches() {
    for (OrderState order : allOf<OrderState>()) {
        for (DeliveryState delivery : allOf<DeliveryState>()) {
            for (Fulfilment fulfilment : allOf<Fulfilment>()) {
                for (Role role : allOf<Role>()) {
                    EnumSet<Action> seen;
                    for (const LifecycleRule &rule : lifecycle::rules()) {
                        if (!rule.allows({order, delivery, fulfilment}, role))
                            continue;
                        QVERIFY2(!seen.contains(rule.action), toText(rule.action).data());
                        seen.insert(rule.action);
                    }
                }
            }
        }
    }
}

QTEST_GUILESS_MAIN(TstLifecycleWalk)
#include "TstLifecycleWalk.moc"
