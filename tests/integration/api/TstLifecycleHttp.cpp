// SPDX-License-Identifier: GPL-3.0-or-later
// Every state that an order reaches over HTTP × every action that has a route × every caller,
// held against the lifecycle's table.
#include "OrderWalk.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;
using contract::ErrorCode;
using contract::RouteId;

Q_DECLARE_METATYPE(Steps)

namespace {

constexpr auto kOwner = Caller::Shop;
constexpr auto kCustomer = Caller::Customer;
constexpr auto kNear = Caller::NearRider;
constexpr auto kRider = Fulfilment::PlatformRider;
constexpr auto kOwn = Fulfilment::OwnDelivery;
constexpr auto kCollect = Fulfilment::Collection;

const Steps kPrepared{{Action::Accept, kOwner}, {Action::Start, kOwner}, {Action::Finish, kOwner}};
const Steps kByRider = kPrepared + Steps{{Action::Claim, kNear},
                                         {Action::PickUp, kNear},
                                         {Action::HandOver, kNear},
                                         {Action::Confirm, kCustomer}};
const Steps kByShop =
    kPrepared +
    Steps{{Action::PickUp, kOwner}, {Action::HandOver, kOwner}, {Action::Confirm, kCustomer}};
const Steps kGivenBack = kPrepared + Steps{{Action::Claim, kNear}, {Action::GiveBack, kNear}};
const Steps kTakenOver = kPrepared + Steps{{Action::TakeOver, kOwner},
                                           {Action::PickUp, kOwner},
                                           {Action::HandOver, kOwner},
                                           {Action::Confirm, kCustomer}};
const Steps kCollected = kPrepared + Steps{{Action::Collect, kOwner}};

/// Whether the order exists at all, as far as the caller of that route is concerned.
bool mayKnow(const WiredAction &wired, Caller caller, const Standing &standing) {
    switch (wired.role) {
    case Role::Customer:
        return caller == kCustomer;
    // A shop hears of an order once it is paid for (R3).
    case Role::Shop:
        return caller == kOwner && standing.stage.order != OrderState::PaymentPending;
    case Role::Rider:
        if (wired.action == Action::Claim)
            return standing.wasOffered && (caller == kNear || caller == Caller::OtherRider);
        return standing.rider == caller;
    case Role::Operator:
        return true;
    default:
        return false;
    }
}

/// Why a try is refused; nothing when it is allowed.
std::optional<ErrorCode> refusalOf(const WiredAction &wired, Caller caller,
                                   const Standing &standing) {
    if (caller == Caller::Nobody)
        return ErrorCode::Unauthenticated;
    if (roleOf(caller) != wired.role)
        return ErrorCode::Forbidden;
    if (!mayKnow(wired, caller, standing))
        return ErrorCode::NotFound;
    if (lifecycle::transition(standing.stage, wired.action, wired.role))
        return std::nullopt;
    const bool taken = standing.stage.delivery != DeliveryState::Open &&
                       standing.stage.delivery != DeliveryState::None;
    return wired.action == Action::Claim && taken ? ErrorCode::AlreadyClaimed
                                                  : ErrorCode::NotAllowedNow;
}

/// What an old app sends: everything right but what it believes of the order.
ApiCall outdatedCall(const TestTown &town, const WiredAction &wired, Caller caller,
                     const Standing &standing, int versionsOff) {
    Standing believed = standing;
    believed.version += versionsOff;
    believed.stage.delivery = standing.stage.delivery == DeliveryState::Claimed
                                  ? DeliveryState::PickedUp
                                  : DeliveryState::Claimed;
    return actionCall(town, wired, caller, believed);
}

} // namespace

class TstLifecycleHttp : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void allowsWhatTheTableAllows_data();
    void allowsWhatTheTableAllows();
    void unpaidOrderIsNotTheShops();
    void wrongCodesAreCountedAlthoughRefused_data();
    void wrongCodesAreCountedAlthoughRefused();
    void raceHasOneWinner_data();
    void raceHasOneWinner();
    void everyVersionIsToldOnce();
    void moneyIsRightAtRest();

private:
    using Try = std::pair<const WiredAction *, Caller>;

    void tryEverything(const Standing &standing, QList<Try> &allowed);
    void tryOutdated(const Standing &standing, const Try &step);
    void take(const Standing &standing, const Try &step);
    void complain(const WiredAction &wired, Caller caller, const QString &what);

    TestTown m_town;
    QStringList m_faults;
};

void TstLifecycleHttp::initTestCase() {
    const auto fault = m_town.start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
}

void TstLifecycleHttp::complain(const WiredAction &wired, Caller caller, const QString &what) {
    m_faults.append(QStringLiteral("%1 by %2: %3")
                        .arg(QString::fromLatin1(contract::route(wired.route).path),
                             QString(toText(caller)), what));
}

void TstLifecycleHttp::tryEverything(const Standing &standing, QList<Try> &allowed) {
    for (const WiredAction &wired : wiredActions()) {
        for (const Caller caller : allOf<Caller>()) {
            const auto refusal = refusalOf(wired, caller, standing);
            if (!refusal) {
                allowed.append({&wired, caller});
                continue;
            }
            const auto answer = m_town.call(actionCall(m_town, wired, caller, standing));
            const auto problem = answer.problem();
            if (!problem || problem->code != *refusal)
                complain(wired, caller,
                         QString(toText(*refusal)) + u" expected, not " +
                             QString::fromUtf8(answer.summary()));
            else if (problem->status == 409 && !standing.isShownBy(problem->present))
                complain(wired, caller, QStringLiteral("the present state is wrong"));
            else if (problem->status != 409 && problem->present)
                complain(wired, caller, QStringLiteral("a stranger is told of the order"));
        }
    }
}

void TstLifecycleHttp::tryOutdated(const Standing &standing, const Try &step) {
    const auto &[wired, caller] = step;
    for (const int versionsOff : {-1, 1}) {
        const auto answer =
            m_town.call(outdatedCall(m_town, *wired, caller, standing, versionsOff));
        const auto problem = answer.problem();
        if (!problem || problem->code != ErrorCode::StaleVersion ||
            !standing.isShownBy(problem->present))
            complain(*wired, caller,
                     u"stale_version expected, not " + QString::fromUtf8(answer.summary()));
    }
}

void TstLifecycleHttp::take(const Standing &standing, const Try &step) {
    const auto &[wired, caller] = step;
    const auto transition = lifecycle::transition(standing.stage, wired->action, wired->role);
    const Standing expected = after(standing, *transition, caller);
    const auto answer = m_town.call(actionCall(m_town, *wired, caller, standing));
    if (answer.status != contract::route(wired->route).success)
        return complain(*wired, caller, u"refused: " + QString::fromUtf8(answer.summary()));
    const auto audit = m_town.audit(standing.id);
    if (!audit)
        return complain(*wired, caller, QStringLiteral("the order is gone"));
    const contract::PresentStage present{audit->orderId, audit->version, audit->state,
                                         audit->deliveryState};
    if (!expected.isShownBy(present))
        complain(*wired, caller,
                 QStringLiteral("leads to version %1, %2, %3")
                     .arg(audit->version)
                     .arg(QString(toText(audit->state)), QString(toText(audit->deliveryState))));
}

void TstLifecycleHttp::allowsWhatTheTableAllows_data() {
    QTest::addColumn<Fulfilment>("fulfilment");
    QTest::addColumn<Steps>("steps");
    const auto row = [](const char *tag, Fulfilment fulfilment, const Steps &path, int length) {
        QTest::newRow(tag) << fulfilment << path.first(length);
    };
    row("R4 G7 rider: placed", kRider, kByRider, 0);
    row("R5 rider: accepted", kRider, kByRider, 1);
    row("R5 rider: preparing", kRider, kByRider, 2);
    row("R8 R9 rider: ready, open", kRider, kByRider, 3);
    row("R9 rider: ready, claimed", kRider, kByRider, 4);
    row("R9 rider: ready, given back", kRider, kGivenBack, 5);
    row("R12 rider: picked up", kRider, kByRider, 5);
    row("R12 rider: delivered", kRider, kByRider, 6);
    row("R12 R13 rider: completed", kRider, kByRider, 7);
    row("R14 taken over: ready", kRider, kTakenOver, 4);
    row("R14 taken over: picked up", kRider, kTakenOver, 5);
    row("R14 taken over: delivered", kRider, kTakenOver, 6);
    row("R14 taken over: completed", kRider, kTakenOver, 7);
    row("R4 own: placed", kOwn, kByShop, 0);
    row("R5 own: accepted", kOwn, kByShop, 1);
    row("R5 own: preparing", kOwn, kByShop, 2);
    row("R14 own: ready", kOwn, kByShop, 3);
    row("R14 own: picked up", kOwn, kByShop, 4);
    row("R12 own: delivered", kOwn, kByShop, 5);
    row("R12 own: completed", kOwn, kByShop, 6);
    row("R4 collection: placed", kCollect, kCollected, 0);
    row("R5 collection: accepted", kCollect, kCollected, 1);
    row("R5 collection: preparing", kCollect, kCollected, 2);
    row("R5 collection: ready", kCollect, kCollected, 3);
    row("R13 collection: completed", kCollect, kCollected, 4);
}

void TstLifecycleHttp::allowsWhatTheTableAllows() {
    QFETCH(Fulfilment, fulfilment);
    QFETCH(Steps, steps);
    m_faults.clear();
    const auto standing = stand(m_town, fulfilment, steps);
    QVERIFY(standing);
    QList<Try> allowed;
    tryEverything(*standing, allowed);
    for (const Try &step : std::as_const(allowed))
        tryOutdated(*standing, step);
    // None of that has left a trace.
    const auto audit = m_town.audit(standing->id);
    QVERIFY(audit);
    QCOMPARE(audit->version, standing->version);
    QVERIFY(audit->state == standing->stage.order);

    std::optional<Standing> next = standing;
    for (const Try &step : std::as_const(allowed)) {
        QVERIFY(next);
        take(*next, step);
        next = stand(m_town, fulfilment, steps);
    }
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u'\n')));
}

/// R3: nothing happens to an order that is not paid for, and its shop does not even know it.
void TstLifecycleHttp::unpaidOrderIsNotTheShops() {
    m_faults.clear();
    const auto standing = standUnpaid(m_town);
    QVERIFY(standing);
    QVERIFY(standing->stage.order == OrderState::PaymentPending);
    QList<Try> allowed;
    tryEverything(*standing, allowed);
    QCOMPARE(allowed.size(), 2);
    for (const Try &step : std::as_const(allowed)) {
        QCOMPARE(step.second, kCustomer);
        const auto one = standUnpaid(m_town);
        QVERIFY(one);
        take(*one, step);
    }
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u'\n')));
}

void TstLifecycleHttp::wrongCodesAreCountedAlthoughRefused_data() {
    QTest::addColumn<Fulfilment>("fulfilment");
    QTest::addColumn<Steps>("steps");
    QTest::addColumn<int>("route");
    QTest::newRow("R12 rider") << kRider << kByRider.first(5) << int(RouteId::HandOverDelivery);
    QTest::newRow("R14 own") << kOwn << kByShop.first(4) << int(RouteId::HandOverTicket);
    QTest::newRow("R14 counter") << kCollect << kPrepared << int(RouteId::CollectTicket);
}

void TstLifecycleHttp::wrongCodesAreCountedAlthoughRefused() {
    QFETCH(Fulfilment, fulfilment);
    QFETCH(Steps, steps);
    QFETCH(int, route);
    const auto standing = stand(m_town, fulfilment, steps);
    QVERIFY(standing);
    const WiredAction &wired = wiredAction(RouteId(route));
    const Caller caller = wired.role == Role::Rider ? kNear : kOwner;
    Standing guessing = *standing;
    guessing.code = standing->code == u"0000" ? QStringLiteral("0001") : QStringLiteral("0000");
    constexpr int kGuesses = 5;
    for (int i = 0; i < kGuesses; ++i) {
        const auto problem = m_town.call(actionCall(m_town, wired, caller, guessing)).problem();
        QVERIFY(problem);
        QCOMPARE(QString(toText(problem->code)), QStringLiteral("wrong_code"));
    }
    const auto locked = m_town.call(actionCall(m_town, wired, caller, *standing)).problem();
    QVERIFY(locked);
    QCOMPARE(QString(toText(locked->code)), QStringLiteral("code_locked"));
}

void TstLifecycleHttp::raceHasOneWinner_data() {
    QTest::addColumn<Steps>("steps");
    QTest::addColumn<Steps>("rivals");
    QTest::newRow("G6 claim against claim")
        << kPrepared << Steps{{Action::Claim, kNear}, {Action::Claim, Caller::OtherRider}};
    QTest::newRow("G6 take-over against claim")
        << kPrepared << Steps{{Action::TakeOver, kOwner}, {Action::Claim, kNear}};
    QTest::newRow("G6 accept at two counters")
        << Steps{} << Steps{{Action::Accept, kOwner}, {Action::Accept, kOwner}};
    QTest::newRow("G6 confirm twice")
        << kByRider.first(6) << Steps{{Action::Confirm, kCustomer}, {Action::Confirm, kCustomer}};
}

void TstLifecycleHttp::raceHasOneWinner() {
    QFETCH(Steps, steps);
    QFETCH(Steps, rivals);
    constexpr int kRounds = 5;
    const auto one = m_town.newConnection();
    const auto other = m_town.newConnection();
    for (int round = 0; round < kRounds; ++round) {
        const auto standing = stand(m_town, kRider, steps);
        QVERIFY(standing);
        QList<ApiCall> calls;
        for (const Step &rival : std::as_const(rivals)) {
            for (const WiredAction &wired : wiredActions()) {
                if (wired.action == rival.action && wired.role == roleOf(rival.caller))
                    calls.append(actionCall(m_town, wired, rival.caller, *standing));
            }
        }
        // Who is sent first alternates; on two connections, either may be read first.
        QVERIFY(one->send(calls[round % 2]) && other->send(calls[1 - round % 2]));
        const auto first = one->receive();
        const auto second = other->receive();
        const auto &winner = first.status == 200 ? first : second;
        const auto &loser = first.status == 200 ? second : first;
        QVERIFY2(winner.status == 200, winner.summary().constData());
        const auto problem = loser.problem();
        QVERIFY2(problem && problem->status == 409 && problem->present,
                 loser.summary().constData());
        QVERIFY(problem->code == ErrorCode::StaleVersion ||
                problem->code == ErrorCode::AlreadyClaimed);
        QCOMPARE(problem->present->version, standing->version + 1);
        const auto audit = m_town.audit(standing->id);
        QVERIFY(audit);
        QCOMPARE(audit->version, standing->version + 1);
    }
}

/// G7: all that happened above raised an order's version by one, and was told in that order.
void TstLifecycleHttp::everyVersionIsToldOnce() {
    QHash<OrderId, int> versions;
    for (const auto &event : m_town.events(kCustomer)) {
        const auto data = contract::eventData(event);
        QVERIFY(data);
        const auto *moved = std::get_if<OrderMoved>(&*data);
        if (!moved)
            continue;
        QCOMPARE(moved->version, versions.value(moved->order) + 1);
        versions[moved->order] = moved->version;
    }
    const auto audits = m_town.audits();
    QCOMPARE(versions.size(), audits.size());
    for (const auto &audit : audits)
        QCOMPARE(versions.value(audit.orderId), audit.version);
}

/// G4: what was kept is what the state owes, per order.
void TstLifecycleHttp::moneyIsRightAtRest() {
    for (const auto &audit : m_town.audits())
        QVERIFY2(audit.kept == audit.owed, qPrintable(audit.orderId.toText()));
}

QTEST_GUILESS_MAIN(TstLifecycleHttp)
#include "TstLifecycleHttp.moc"
