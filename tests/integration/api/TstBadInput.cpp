// SPDX-License-Identifier: GPL-3.0-or-later
// A table of what clients should not send: each is refused by name, and none leaves a trace.
#include "BadInputs.h"

#include "contract/Delivery.h"

#include <QTest>

#include <memory>

using namespace soban;
using namespace soban::testing;
using contract::ErrorCode;
using contract::RouteId;

namespace {

const Steps kReady{
    {Action::Accept, Caller::Shop}, {Action::Start, Caller::Shop}, {Action::Finish, Caller::Shop}};
const Steps kPickedUp =
    kReady + Steps{{Action::Claim, Caller::NearRider}, {Action::PickUp, Caller::NearRider}};
const Steps kDelivered = kPickedUp + Steps{{Action::HandOver, Caller::NearRider}};

QString wrong(const QString &code) {
    return QStringLiteral("%1").arg((code.toInt() + 1) % 10'000, 4, 10, QLatin1Char('0'));
}

} // namespace

class TstBadInput : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void refuses_data();
    void refuses();
    void nothingWasStored();
    void newPriceComesWithTheRefusal();
    void oldVersionComesWithThePresent();
    void otherPeoplesCardIsNoCard();
    void lastPieceIsSoldOnce();
    void fiveWrongCodesLockTheDoor();
    void shopNeedsTheCode_data();
    void shopNeedsTheCode();

private:
    /// All that anybody can see.
    QList<QByteArray> everything();
    contract::PlaceOrderRequest cartOf(const contract::MenuItemView &item,
                                       PaymentMethod method) const;
    ApiCall placement(Caller caller, const contract::PlaceOrderRequest &cart) const {
        return m_town.request(RouteId::PlaceOrder, caller, {}, contract::encode(cart));
    }

    TestTown m_town;
    std::unique_ptr<BadInputs> m_inputs;
    QList<QByteArray> m_before;
};

void TstBadInput::initTestCase() {
    const auto fault = m_town.start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    constexpr auto kRider = Fulfilment::PlatformRider;
    const auto placed = stand(m_town, kRider);
    const auto open = stand(m_town, kRider, kReady);
    const auto pickedUp = stand(m_town, kRider, kPickedUp);
    const auto delivered = stand(m_town, kRider, kDelivered);
    QVERIFY(placed && open && pickedUp && delivered);
    m_inputs = std::make_unique<BadInputs>(
        m_town, BadInputs::Orders{*placed, *open, *pickedUp, *delivered});
    m_inputs->addDocuments();
    m_inputs->addOrderFields();
    m_inputs->addQuantities();
    m_inputs->addTotals();
    m_inputs->addCarts();
    m_inputs->addRules();
    m_inputs->addHeaders();
    m_inputs->addPaths();
    m_inputs->addQueries();
    m_inputs->addSteps();
    m_inputs->addEndings();
    m_inputs->addArbitration();
    m_inputs->addPeople();
    m_inputs->addShopAffairs();
    m_inputs->addTransport();
    // The review request of the delivered order comes by itself, a moment later.
    QTRY_VERIFY(m_town.call(m_town.request(RouteId::ListMessages, Caller::Customer))
                    .body.contains("reviewRequest"));
    m_before = everything();
}

QList<QByteArray> TstBadInput::everything() {
    QList<QByteArray> seen;
    for (const auto &audit : m_town.audits())
        seen.append(contract::encode(audit));
    for (const Caller caller : allOf<Caller>()) {
        if (roleOf(caller) == Role::System || roleOf(caller) == Role::Operator)
            continue;
        for (const auto &event : m_town.events(caller))
            seen.append(contract::encode(event));
    }
    for (const auto *shop : {&m_town.kitchen(), &m_town.florist(), &m_town.closedShop()})
        seen.append(contract::encode(*m_town.shop(shop->card.id)));
    const QList<QPair<RouteId, Caller>> lists{
        {RouteId::OperatorAccounts, Caller::Operator}, {RouteId::ListMessages, Caller::Customer},
        {RouteId::GetAddresses, Caller::Customer},     {RouteId::ListCards, Caller::Customer},
        {RouteId::ListCards, Caller::NewCustomer},     {RouteId::GetOwnShop, Caller::Shop},
        {RouteId::GetOwnMenu, Caller::Shop},           {RouteId::ListTickets, Caller::Shop},
        {RouteId::ListOffers, Caller::NearRider},      {RouteId::ListDeliveries, Caller::NearRider},
        {RouteId::GetDuty, Caller::NearRider},         {RouteId::GetDuty, Caller::OffDutyRider}};
    for (const auto &[route, caller] : lists)
        seen.append(m_town.call(m_town.request(route, caller)).body);
    return seen;
}

void TstBadInput::refuses_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < m_inputs->all().size(); ++i)
        QTest::newRow(m_inputs->all()[i].tag.constData()) << i;
}

void TstBadInput::refuses() {
    QFETCH(int, index);
    const BadInput &bad = m_inputs->all()[index];
    const auto answer = m_town.call(bad.call);
    const auto problem = answer.problem();
    QVERIFY2(problem, answer.summary().constData());
    QCOMPARE(QString(toText(problem->code)), QString(toText(bad.code)));
    QCOMPARE(answer.status, bad.status);
    QCOMPARE(problem->field.value_or(QString()).toUtf8(), bad.field);
}

void TstBadInput::nothingWasStored() {
    const QList<QByteArray> now = everything();
    QCOMPARE(now.size(), m_before.size());
    for (qsizetype i = 0; i < now.size(); ++i)
        QCOMPARE(now[i], m_before[i]);
    QVERIFY(m_town.ledger().isEmpty());
}

contract::PlaceOrderRequest TstBadInput::cartOf(const contract::MenuItemView &item,
                                                PaymentMethod method) const {
    auto cart = m_town.cart(Fulfilment::PlatformRider, method);
    cart.lines = {{item.id, {}, 1}};
    cart.expectedTotalMinor = item.price.minor() + m_town.kitchen().card.deliveryFee.minor();
    return cart;
}

void TstBadInput::newPriceComesWithTheRefusal() {
    auto cart = m_town.cart(Fulfilment::PlatformRider, PaymentMethod::OnDelivery);
    cart.expectedTotalMinor -= 1;
    const auto problem = m_town.call(placement(Caller::Customer, cart)).problem();
    QVERIFY(problem && problem->quote);
    QVERIFY(problem->code == ErrorCode::PriceChanged);
    QCOMPARE(problem->quote->total.minor(), cart.expectedTotalMinor + 1);
    QCOMPARE(problem->quote->lines.size(), 1);
}

void TstBadInput::oldVersionComesWithThePresent() {
    const auto standing = stand(m_town, Fulfilment::PlatformRider);
    QVERIFY(standing);
    ApiCall call = actionCall(m_town, wiredAction(RouteId::AcceptTicket), Caller::Shop, *standing);
    const auto problem = m_town.call(call.atVersion(1)).problem();
    QVERIFY(problem && problem->code == ErrorCode::StaleVersion);
    QVERIFY(standing->isShownBy(problem->present));
}

void TstBadInput::otherPeoplesCardIsNoCard() {
    const auto cards = m_town.call(m_town.request(RouteId::ListCards, Caller::OtherCustomer))
                           .as<contract::CardList>();
    QVERIFY(cards && cards->cards.size() == 1);
    auto cart = m_town.cart(Fulfilment::PlatformRider, PaymentMethod::Card);
    cart.cardId = cards->cards.first().id;
    const auto problem = m_town.call(placement(Caller::Customer, cart)).problem();
    QVERIFY(problem && problem->code == ErrorCode::CardMissing);
}

/// R16: two want the last piece; one gets it, the other keeps the money.
void TstBadInput::lastPieceIsSoldOnce() {
    const auto paidBefore = m_town.ledger().size();
    const auto &cake = TestTown::item(m_town.kitchen(), 3);
    const auto cart = cartOf(cake, PaymentMethod::Card);
    const auto one = m_town.newConnection();
    const auto other = m_town.newConnection();
    QVERIFY(one->send(placement(Caller::Customer, cart)) &&
            other->send(placement(Caller::OtherCustomer, cart)));
    const auto first = one->receive();
    const auto second = other->receive();
    const auto &winner = first.status == 201 ? first : second;
    const auto &loser = first.status == 201 ? second : first;
    QVERIFY2(winner.status == 201, winner.summary().constData());
    const auto problem = loser.problem();
    QVERIFY2(problem && problem->code == ErrorCode::SoldOut, loser.summary().constData());
    QCOMPARE(problem->field.value_or(QString()), QStringLiteral("lines[0].itemId"));

    const auto shop = m_town.shop(m_town.kitchen().card.id);
    QVERIFY(shop);
    QCOMPARE(TestTown::item(*shop, 3).remaining, 0);
    QVERIFY(TestTown::item(*shop, 3).isSoldOut);
    QCOMPARE(m_town.ledger().size(), paidBefore + 1);

    // What else was in such a cart goes back on the shelf.
    const int dumplings = *TestTown::item(*shop, 2).remaining;
    auto both = cartOf(TestTown::item(*shop, 2), PaymentMethod::OnDelivery);
    both.lines.append({cake.id, {}, 1});
    both.expectedTotalMinor += cake.price.minor();
    const auto refused = m_town.call(placement(Caller::Customer, both)).problem();
    QVERIFY(refused && refused->code == ErrorCode::SoldOut);
    QCOMPARE(refused->field.value_or(QString()), QStringLiteral("lines[1].itemId"));
    QCOMPARE(TestTown::item(*m_town.shop(m_town.kitchen().card.id), 2).remaining, dumplings);
}

/// R12: who guesses the code is stopped, and the right one helps no more.
void TstBadInput::fiveWrongCodesLockTheDoor() {
    const auto standing = stand(m_town, Fulfilment::PlatformRider, kPickedUp);
    QVERIFY(standing);
    const auto &handOver = wiredAction(RouteId::HandOverDelivery);
    Standing guess = *standing;
    guess.code = wrong(standing->code);
    const auto codeOf = [this, &handOver](const Standing &believed) {
        const auto problem =
            m_town.call(actionCall(m_town, handOver, Caller::NearRider, believed)).problem();
        return problem && problem->field == u"code" ? QString(toText(problem->code)) : QString();
    };
    // Asked again with the same key, a wrong code counts once.
    const ApiCall repeated = actionCall(m_town, handOver, Caller::NearRider, guess);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(m_town.call(repeated).status, 422);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(codeOf(guess), QStringLiteral("wrong_code"));
    QCOMPARE(codeOf(guess), QStringLiteral("code_locked"));
    QCOMPARE(codeOf(*standing), QStringLiteral("code_locked"));
    const auto audit = m_town.audit(standing->id);
    QVERIFY(audit && audit->version == standing->version && audit->state == OrderState::PickedUp);
}

void TstBadInput::shopNeedsTheCode_data() {
    QTest::addColumn<Fulfilment>("fulfilment");
    QTest::newRow("R14 at the door") << Fulfilment::OwnDelivery;
    QTest::newRow("R13 at the counter") << Fulfilment::Collection;
}

void TstBadInput::shopNeedsTheCode() {
    QFETCH(Fulfilment, fulfilment);
    const bool collects = fulfilment == Fulfilment::Collection;
    const auto standing = stand(m_town, fulfilment,
                                collects ? kReady : kReady + Steps{{Action::PickUp, Caller::Shop}});
    QVERIFY(standing);
    Standing guess = *standing;
    guess.code = wrong(standing->code);
    const auto &wired = wiredAction(collects ? RouteId::CollectTicket : RouteId::HandOverTicket);
    const auto problem = m_town.call(actionCall(m_town, wired, Caller::Shop, guess)).problem();
    QVERIFY(problem && problem->code == ErrorCode::WrongCode);
    QCOMPARE(problem->field.value_or(QString()), QStringLiteral("code"));
    QCOMPARE(m_town.call(actionCall(m_town, wired, Caller::Shop, *standing)).status, 200);
}

QTEST_GUILESS_MAIN(TstBadInput)
#include "TstBadInput.moc"
