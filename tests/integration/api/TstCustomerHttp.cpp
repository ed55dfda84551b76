// SPDX-License-Identifier: GPL-3.0-or-later
// What customers keep, and where the rider with their order is.
#include "OrderWalk.h"

#include "contract/Customer.h"
#include "contract/Delivery.h"
#include "support/TownPlan.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;
using contract::ErrorCode;
using contract::RouteId;

class TstCustomerHttp : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto fault = m_town.start();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }
    void favouritesAreTheCustomersOwn();
    void unknownShopIsNoFavourite();
    void demoCustomersHaveAnAddress();
    void addressesAreSavedAsAWhole();
    void riderIsSeenOnTheWayOnly();

private:
    QList<ShopId> favourites(Caller customer) {
        ApiCall call = m_town.request(RouteId::ListFavourites, customer);
        call.target += "?latitude=37.8771&longitude=127.7318";
        const auto list = m_town.call(call).as<contract::ShopList>();
        QList<ShopId> shops;
        for (const auto &card : list.value_or(contract::ShopList{}).shops)
            shops.append(card.id);
        return shops;
    }
    int change(RouteId route, ShopId shop) {
        return m_town.call(m_town.request(route, Caller::Customer, {shop.toText()})).status;
    }
    std::optional<contract::AddressBook> addresses(Caller customer) {
        return m_town.call(m_town.request(RouteId::GetAddresses, customer))
            .as<contract::AddressBook>();
    }
    ApiAnswer whereIs(OrderId order, Caller customer = Caller::Customer) {
        return m_town.call(m_town.request(RouteId::GetRiderPosition, customer, {order.toText()}));
    }

    TestTown m_town;
};

void TstCustomerHttp::favouritesAreTheCustomersOwn() {
    const ShopId kitchen = m_town.kitchen().card.id;
    const ShopId florist = m_town.florist().card.id;
    QVERIFY(favourites(Caller::Customer).isEmpty());
    QCOMPARE(change(RouteId::AddFavourite, kitchen), 204);
    QTest::qWait(2); // the list goes by the millisecond
    QCOMPARE(change(RouteId::AddFavourite, florist), 204);
    QCOMPARE(change(RouteId::AddFavourite, kitchen), 204);
    QCOMPARE(favourites(Caller::Customer), (QList<ShopId>{florist, kitchen}));
    QVERIFY(favourites(Caller::OtherCustomer).isEmpty());
    QCOMPARE(change(RouteId::RemoveFavourite, florist), 204);
    QCOMPARE(change(RouteId::RemoveFavourite, florist), 204);
    QCOMPARE(favourites(Caller::Customer), QList<ShopId>{kitchen});
}

void TstCustomerHttp::unknownShopIsNoFavourite() {
    QCOMPARE(change(RouteId::AddFavourite, *ShopId::fromNumber(1)), 404);
    QCOMPARE(change(RouteId::RemoveFavourite, *ShopId::fromNumber(1)), 204);
}

void TstCustomerHttp::demoCustomersHaveAnAddress() {
    const auto book = addresses(Caller::OtherCustomer);
    QVERIFY(book);
    QCOMPARE(book->addresses.size(), 1);
    QCOMPARE(book->addresses[0].address.text, QStringLiteral("Home"));
    QCOMPARE(book->addresses[0].address.position, homeOfCustomers());
}

void TstCustomerHttp::addressesAreSavedAsAWhole() {
    const contract::SavedAddress work{QStringLiteral("회사"),
                                      {QStringLiteral("Office"), farAway()}};
    const contract::SavedAddress home{QStringLiteral("집"),
                                      {QStringLiteral("Home"), homeOfCustomers()}};
    const auto save = [this](const QList<contract::SavedAddress> &addresses) {
        return m_town.call(m_town.request(RouteId::SaveAddresses, Caller::Customer, {},
                                          contract::encode(contract::AddressBook{addresses})));
    };
    QCOMPARE(save({work, home}).status, 200);
    const auto book = addresses(Caller::Customer);
    QVERIFY(book);
    QCOMPARE(book->addresses.size(), 2);
    QCOMPARE(book->addresses[0].label, work.label);
    QCOMPARE(book->addresses[1].address, home.address);
    QCOMPARE(save({home}).status, 200);
    QCOMPARE(addresses(Caller::Customer)->addresses.size(), 1);
    QCOMPARE(save({}).status, 200);
    QVERIFY(addresses(Caller::Customer)->addresses.isEmpty());
    QCOMPARE(addresses(Caller::OtherCustomer)->addresses.size(), 1);
}

void TstCustomerHttp::riderIsSeenOnTheWayOnly() {
    auto standing = stand(m_town, Fulfilment::PlatformRider,
                          {{Action::Accept, Caller::Shop},
                           {Action::Start, Caller::Shop},
                           {Action::Finish, Caller::Shop}});
    QVERIFY(standing);
    const OrderId order = standing->id;
    const auto isHidden = [&] {
        const auto problem = whereIs(order).problem();
        return problem && problem->code == ErrorCode::NotAllowedNow && problem->present &&
               problem->present->orderId == order;
    };
    QVERIFY(isHidden());
    QVERIFY(advance(m_town, *standing, {Action::Claim, Caller::NearRider}));
    QVERIFY(whereIs(order).as<contract::RiderPositionView>());
    QVERIFY(advance(m_town, *standing, {Action::PickUp, Caller::NearRider}));
    const GeoPoint corner = *GeoPoint::of(37.8775, 127.7301);
    QCOMPARE(m_town
                 .call(m_town.request(RouteId::ReportPosition, Caller::NearRider, {},
                                      contract::encode(contract::PositionRequest{corner})))
                 .status,
             200);
    const auto seen = whereIs(order).as<contract::RiderPositionView>();
    QVERIFY(seen);
    QCOMPARE(seen->position, corner);
    QCOMPARE(whereIs(order, Caller::OtherCustomer).status, 404);
    QVERIFY(advance(m_town, *standing, {Action::HandOver, Caller::NearRider}));
    QVERIFY(isHidden());
}

QTEST_GUILESS_MAIN(TstCustomerHttp)
#include "TstCustomerHttp.moc"
