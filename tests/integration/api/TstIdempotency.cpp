// SPDX-License-Identifier: GPL-3.0-or-later
// G3: one key, one order, one charge; G1, G5, G11: also when the server is killed on the way.
#include "OrderWalk.h"

#include "contract/Delivery.h"

#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <memory>
#include <vector>

using namespace soban;
using namespace soban::testing;
using contract::ErrorCode;
using contract::RouteId;

namespace {

const Steps kReady{
    {Action::Accept, Caller::Shop}, {Action::Start, Caller::Shop}, {Action::Finish, Caller::Shop}};

bool isStillRunning(const ApiAnswer &answer) {
    const auto problem = answer.problem();
    return problem && problem->code == ErrorCode::StillRunning;
}

ErrorCode codeOf(const ApiAnswer &answer) {
    const auto problem = answer.problem();
    return problem ? problem->code : ErrorCode::Internal;
}

QString textIn(const QJsonValue &payment, const char *name) {
    return payment[QLatin1StringView(name)].toString();
}

} // namespace

class TstIdempotency : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void answersAgainWithTheSame_data();
    void answersAgainWithTheSame();
    void firstAnswerStaysWhenTheOrderMovesOn();
    void declinedStaysDeclined();
    void refusalStaysRefused();
    void everyStepIsTakenOnce();
    void otherRequestUnderTheKeyIsRefused();
    void keysOfOthersAreTheirOwn();
    void manyAtOnceMakeOneOrder();
    void unknownOutcomeIsAskedAndNotRepeated();
    void killedServerLosesAndDoublesNothing_data();
    void killedServerLosesAndDoublesNothing();

private:
    ApiCall placement(PaymentMethod method, Caller caller = Caller::Customer) const;
    /// Asks until the work under that key is done.
    ApiAnswer finalAnswer(const ApiCall &call);
    bool isAtRest();
    void checkMoney();

    TestTown m_town;
};

void TstIdempotency::initTestCase() {
    const auto fault = m_town.start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
}

ApiCall TstIdempotency::placement(PaymentMethod method, Caller caller) const {
    const auto cart = m_town.cart(Fulfilment::PlatformRider, method);
    return m_town.request(RouteId::PlaceOrder, caller, {}, contract::encode(cart));
}

ApiAnswer TstIdempotency::finalAnswer(const ApiCall &call) {
    ApiAnswer answer;
    (void)QTest::qWaitFor(
        [&] {
            answer = m_town.call(call);
            return !isStillRunning(answer);
        },
        20'000);
    return answer;
}

bool TstIdempotency::isAtRest() {
    for (const auto &audit : m_town.audits()) {
        for (const auto &payment : audit.payments) {
            if (payment.state == PaymentState::Pending || payment.state == PaymentState::Unknown)
                return false;
        }
    }
    return true;
}

/// G4, and one charge per order: the provider's book and ours say the same.
void TstIdempotency::checkMoney() {
    QTRY_VERIFY_WITH_TIMEOUT(isAtRest(), 15'000);
    QHash<QString, int> charges;
    for (const QJsonValue payment : m_town.ledger())
        charges[textIn(payment, "orderId")] += textIn(payment, "status") == u"DONE" ? 1 : 0;
    for (const auto &audit : m_town.audits()) {
        QVERIFY2(audit.kept == audit.owed, qPrintable(audit.orderId.toText()));
        for (const auto &payment : audit.payments) {
            const bool paid = payment.state == PaymentState::Paid;
            QCOMPARE(charges.take(payment.id.toText()), paid ? 1 : 0);
        }
    }
    // Nothing was charged that we do not know of.
    for (const int count : std::as_const(charges))
        QCOMPARE(count, 0);
}

void TstIdempotency::answersAgainWithTheSame_data() {
    QTest::addColumn<PaymentMethod>("method");
    QTest::newRow("G3 card") << PaymentMethod::Card;
    QTest::newRow("G3 on delivery") << PaymentMethod::OnDelivery;
}

void TstIdempotency::answersAgainWithTheSame() {
    QFETCH(PaymentMethod, method);
    const auto orders = m_town.audits().size();
    const ApiCall call = placement(method);
    const auto first = m_town.call(call);
    QVERIFY2(first.status == 201, first.summary().constData());
    for (int i = 0; i < 3; ++i) {
        const auto again = m_town.call(call);
        QCOMPARE(again.status, first.status);
        QCOMPARE(again.body, first.body);
        QCOMPARE(again.header("Content-Type"), first.header("Content-Type"));
    }
    // The key belongs to the account, not to the session.
    const auto session = m_town.signIn(Caller::Customer);
    QVERIFY(session);
    ApiCall elsewhere = call;
    elsewhere.token = session->accessToken.toLatin1();
    QCOMPARE(m_town.call(elsewhere).body, first.body);
    QCOMPARE(m_town.audits().size(), orders + 1);
    checkMoney();
}

void TstIdempotency::firstAnswerStaysWhenTheOrderMovesOn() {
    const ApiCall call = placement(PaymentMethod::OnDelivery);
    const auto first = m_town.call(call);
    const auto order = first.as<contract::OrderView>();
    QVERIFY(order);
    Standing standing{
        order->id, order->version, {order->state, order->deliveryState, order->fulfilment}, {}, {}};
    QVERIFY(advance(m_town, standing, kReady.first()));
    QCOMPARE(m_town.call(call).body, first.body);
}

void TstIdempotency::declinedStaysDeclined() {
    QVERIFY(m_town.orderFault({{QStringLiteral("kind"), QStringLiteral("declined")},
                               {QStringLiteral("operation"), QStringLiteral("charge")},
                               {QStringLiteral("count"), 1}}));
    const ApiCall call = placement(PaymentMethod::Card);
    const auto first = m_town.call(call);
    QVERIFY(codeOf(first) == ErrorCode::PaymentDeclined);
    const auto again = m_town.call(call);
    QCOMPARE(again.status, 402);
    QCOMPARE(again.body, first.body);
    checkMoney();
}

void TstIdempotency::refusalStaysRefused() {
    auto cart = m_town.cart(Fulfilment::PlatformRider, PaymentMethod::OnDelivery);
    cart.expectedTotalMinor += 1;
    const ApiCall call =
        m_town.request(RouteId::PlaceOrder, Caller::Customer, {}, contract::encode(cart));
    const auto first = m_town.call(call);
    QVERIFY(codeOf(first) == ErrorCode::PriceChanged);
    QCOMPARE(m_town.call(call).body, first.body);
}

/// Every step of a rider's delivery, each sent three times.
void TstIdempotency::everyStepIsTakenOnce() {
    using enum Action;
    auto standing = stand(m_town, Fulfilment::PlatformRider);
    QVERIFY(standing);
    const Steps steps = kReady + Steps{{Claim, Caller::NearRider},    {GiveBack, Caller::NearRider},
                                       {Claim, Caller::NearRider},    {PickUp, Caller::NearRider},
                                       {HandOver, Caller::NearRider}, {Confirm, Caller::Customer}};
    for (const Step &step : steps) {
        const Role role = roleOf(step.caller);
        for (const WiredAction &wired : wiredActions()) {
            if (wired.action != step.action || wired.role != role)
                continue;
            const ApiCall call = actionCall(m_town, wired, step.caller, *standing);
            const auto first = m_town.call(call);
            QVERIFY2(first.status == contract::route(wired.route).success,
                     first.summary().constData());
            for (int i = 0; i < 2; ++i) {
                const auto again = m_town.call(call);
                QCOMPARE(again.status, first.status);
                QCOMPARE(again.body, first.body);
            }
        }
        standing = after(*standing, *lifecycle::transition(standing->stage, step.action, role),
                         step.caller);
        QCOMPARE(m_town.audit(standing->id)->version, standing->version);
    }
}

void TstIdempotency::otherRequestUnderTheKeyIsRefused() {
    const ApiCall first = placement(PaymentMethod::OnDelivery);
    const auto order = m_town.call(first).as<contract::OrderView>();
    QVERIFY(order);
    ApiCall other = placement(PaymentMethod::Card);
    other.key = first.key;
    QVERIFY(codeOf(m_town.call(other)) == ErrorCode::KeyReused);
    ApiCall reformatted = first;
    reformatted.body.append(' ');
    QVERIFY(codeOf(m_town.call(reformatted)) == ErrorCode::KeyReused);

    // The path and the version are part of the request.
    const auto second = stand(m_town, Fulfilment::PlatformRider);
    const auto third = stand(m_town, Fulfilment::PlatformRider);
    QVERIFY(second && third);
    const auto &accept = wiredAction(RouteId::AcceptTicket);
    const ApiCall accepted = actionCall(m_town, accept, Caller::Shop, *second);
    QCOMPARE(m_town.call(accepted).status, 200);
    ApiCall otherOrder = actionCall(m_town, accept, Caller::Shop, *third);
    otherOrder.key = accepted.key;
    QVERIFY(codeOf(m_town.call(otherOrder)) == ErrorCode::KeyReused);
    ApiCall otherVersion = accepted;
    otherVersion.atVersion(second->version + 1);
    QVERIFY(codeOf(m_town.call(otherVersion)) == ErrorCode::KeyReused);
}

void TstIdempotency::keysOfOthersAreTheirOwn() {
    const ApiCall mine = placement(PaymentMethod::OnDelivery);
    ApiCall theirs = placement(PaymentMethod::OnDelivery, Caller::OtherCustomer);
    theirs.key = mine.key;
    const auto one = m_town.call(mine).as<contract::OrderView>();
    const auto other = m_town.call(theirs).as<contract::OrderView>();
    QVERIFY(one && other);
    QVERIFY(one->id != other->id);
    // The same key on another route is another command.
    ApiCall elsewhere = m_town.request(RouteId::StartCardRegistration, Caller::Customer);
    elsewhere.key = mine.key;
    QCOMPARE(m_town.call(elsewhere).status, 201);
}

void TstIdempotency::manyAtOnceMakeOneOrder() {
    constexpr int kDuplicates = 50;
    const auto orders = m_town.audits().size();
    const auto charges = m_town.ledger().size();
    QVERIFY(m_town.orderFault({{QStringLiteral("kind"), QStringLiteral("late")},
                               {QStringLiteral("operation"), QStringLiteral("charge")},
                               {QStringLiteral("delayMs"), 300}}));
    const ApiCall call = placement(PaymentMethod::Card);
    std::vector<std::unique_ptr<ApiCaller>> callers;
    for (int i = 0; i < kDuplicates; ++i) {
        callers.push_back(m_town.newConnection());
        QVERIFY(callers.back()->send(call));
    }
    QSet<QByteArray> bodies;
    int stillRunning = 0;
    for (const auto &caller : callers) {
        const auto answer = caller->receive();
        QVERIFY2(answer.status == 201 || isStillRunning(answer), answer.summary().constData());
        if (answer.status == 201)
            bodies.insert(answer.body);
        else
            ++stillRunning;
    }
    QVERIFY(m_town.clearFaults());
    QVERIFY(stillRunning > 0); // else the duplicates were not at once
    QVERIFY(!bodies.isEmpty());
    for (const auto &caller : callers)
        bodies.insert(caller->call(call).body);
    QCOMPARE(bodies.size(), 1);
    QCOMPARE(m_town.audits().size(), orders + 1);
    QCOMPARE(m_town.ledger().size(), charges + 1);
    checkMoney();
}

/// G5: the charge went through, and the answer got lost. The server asks; it charges no second
/// time.
void TstIdempotency::unknownOutcomeIsAskedAndNotRepeated() {
    const auto charges = m_town.ledger().size();
    QVERIFY(m_town.orderFault({{QStringLiteral("kind"), QStringLiteral("errorAfterWork")},
                               {QStringLiteral("operation"), QStringLiteral("charge")},
                               {QStringLiteral("count"), 1}}));
    const ApiCall call = placement(PaymentMethod::Card);
    const auto first = m_town.call(call);
    const auto order = first.as<contract::OrderView>();
    QVERIFY2(first.status == 201 && order, first.summary().constData());
    QVERIFY(order->state == OrderState::PaymentPending);
    QVERIFY(order->paymentState == PaymentState::Unknown);
    QTRY_VERIFY_WITH_TIMEOUT(m_town.audit(order->id)->state == OrderState::Placed, 15'000);
    QCOMPARE(m_town.call(call).body, first.body);
    QCOMPARE(m_town.ledger().size(), charges + 1);
    checkMoney();
}

void TstIdempotency::killedServerLosesAndDoublesNothing_data() {
    QTest::addColumn<QString>("fault");
    QTest::newRow("G1 G5 charged, not told") << "late";
    QTest::newRow("G1 G11 not charged yet") << "silent";
    QTest::newRow("G3 G11 charged after the crash") << "lateWork";
}

/// The server is killed with requests unread, orders just written, and charges on their way.
void TstIdempotency::killedServerLosesAndDoublesNothing() {
    QFETCH(QString, fault);
    constexpr int kPlacements = 24;
    constexpr int kOnTheirWay = 4;
    const auto orders = m_town.audits().size();
    QVERIFY(m_town.orderFault({{QStringLiteral("kind"), fault},
                               {QStringLiteral("operation"), QStringLiteral("charge")},
                               {QStringLiteral("probability"), 0.5},
                               {QStringLiteral("delayMs"), 2500}}));
    QList<ApiCall> calls;
    std::vector<std::unique_ptr<ApiCaller>> callers;
    const auto send = [&](PaymentMethod method) {
        calls.append(placement(method));
        callers.push_back(m_town.newConnection());
        return callers.back()->send(calls.last());
    };
    for (int i = 0; i < kPlacements / 2; ++i)
        QVERIFY(send(PaymentMethod::Card));
    QTRY_VERIFY_WITH_TIMEOUT(m_town.faultHits() >= kOnTheirWay, 10'000);
    QVERIFY(send(PaymentMethod::OnDelivery));
    const auto told = callers.back()->receive();
    QCOMPARE(told.status, 201);
    const auto index = calls.size() - 1;
    while (calls.size() < kPlacements)
        QVERIFY(send(calls.size() % 2 ? PaymentMethod::Card : PaymentMethod::OnDelivery));
    m_town.killServer();
    QVERIFY(m_town.clearFaults());
    const auto trouble = m_town.restartServer();
    QVERIFY2(!trouble, qPrintable(trouble.value_or(QString())));

    QCOMPARE(m_town.call(calls[index]).body, told.body);
    QSet<QString> ids;
    for (const ApiCall &call : std::as_const(calls)) {
        const auto answer = finalAnswer(call);
        const auto order = answer.as<contract::OrderView>();
        QVERIFY2(answer.status == 201 && order, answer.summary().constData());
        QCOMPARE(m_town.call(call).body, answer.body);
        ids.insert(order->id.toText());
    }
    QCOMPARE(ids.size(), kPlacements);
    QCOMPARE(m_town.audits().size(), orders + kPlacements);
    checkMoney();
}

QTEST_GUILESS_MAIN(TstIdempotency)
#include "TstIdempotency.moc"
