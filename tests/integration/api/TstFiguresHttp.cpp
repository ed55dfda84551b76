// SPDX-License-Identifier: GPL-3.0-or-later
// What a day brought: to the shop, to the rider, and as a table.
#include "OrderWalk.h"

#include "clock/Clock.h"
#include "contract/Figures.h"

#include <QTest>
#include <QTimeZone>

using namespace soban;
using namespace soban::testing;
using contract::RouteId;
using namespace std::chrono_literals;

class TstFiguresHttp : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void shopSeesItsOwnDay();
    void riderSeesTheirOwnPay();
    void ordersComeAsATable();
    void otherDaysAreEmpty();
    void orderForAnotherDayCountsOnIt();

private:
    /// From the day on which the orders were made to the present one, should it be midnight.
    ApiAnswer ask(RouteId route, Caller caller, int daysBack = 0) {
        const QDate to = SystemClock().now().toUtc().toTimeZone(QTimeZone("Asia/Seoul")).date();
        ApiCall call = m_town.request(route, caller);
        call.target += "?from=" + m_day.addDays(-daysBack).toString(Qt::ISODate).toLatin1() +
                       "&to=" + to.addDays(-daysBack).toString(Qt::ISODate).toLatin1();
        return m_town.call(call);
    }

    TestTown m_town;
    QDate m_day;
};

void TstFiguresHttp::initTestCase() {
    const auto fault = m_town.start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    m_day = SystemClock().now().toUtc().toTimeZone(QTimeZone("Asia/Seoul")).date();
    QVERIFY(stand(m_town, Fulfilment::PlatformRider));
    QVERIFY(stand(m_town, Fulfilment::PlatformRider,
                  {{Action::Accept, Caller::Shop},
                   {Action::Start, Caller::Shop},
                   {Action::Finish, Caller::Shop},
                   {Action::Claim, Caller::NearRider},
                   {Action::PickUp, Caller::NearRider},
                   {Action::HandOver, Caller::NearRider}}));
    QVERIFY(standUnpaid(m_town));
}

void TstFiguresHttp::shopSeesItsOwnDay() {
    const auto answer = ask(RouteId::GetFigures, Caller::Shop);
    const auto figures = answer.as<contract::ShopFigures>();
    QVERIFY2(figures, answer.summary().constData());
    QCOMPARE(figures->orders, 2);  // the unpaid one is not the shop's
    QCOMPARE(figures->waiting, 1); // and one it has not accepted
    QCOMPARE(figures->takings.minor(), 11'000);
    QCOMPARE(figures->bestItems.size(), 1);
    QCOMPARE(figures->bestItems[0].quantity, 1);
    QVERIFY(figures->meanPreparationSeconds);
    const auto others = ask(RouteId::GetFigures, Caller::OtherShop).as<contract::ShopFigures>();
    QVERIFY(others && others->orders == 0 && others->takings.isZero());
}

void TstFiguresHttp::riderSeesTheirOwnPay() {
    const auto answer = ask(RouteId::GetEarnings, Caller::NearRider);
    const auto earnings = answer.as<contract::EarningsView>();
    QVERIFY2(earnings, answer.summary().constData());
    QCOMPARE(earnings->days.size(), 1);
    QCOMPARE(earnings->days[0].deliveries, 1);
    QVERIFY(earnings->days[0].pay.minor() >= 3000);
    const auto other = ask(RouteId::GetEarnings, Caller::OtherRider).as<contract::EarningsView>();
    QVERIFY(other && other->days.isEmpty());
}

void TstFiguresHttp::ordersComeAsATable() {
    const auto answer = ask(RouteId::ExportOrders, Caller::Shop);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Content-Type"), QByteArray("text/csv; charset=utf-8"));
    const QByteArray disposition = answer.header("Content-Disposition");
    QVERIFY2(disposition.startsWith("attachment; filename=\"orders-") &&
                 disposition.endsWith(".csv\""),
             disposition.constData());
    QCOMPARE(answer.body.count("\r\n"), 3);
    QVERIFY(answer.body.contains("\"1 x Rice soup\",9000,2000,11000,KRW"));
    QVERIFY(!answer.body.contains("Home"));
    QCOMPARE(ask(RouteId::ExportOrders, Caller::OtherShop).body.count("\r\n"), 1);
}

void TstFiguresHttp::otherDaysAreEmpty() {
    QCOMPARE(ask(RouteId::GetFigures, Caller::Shop, 7).as<contract::ShopFigures>()->orders, 0);
    QVERIFY(ask(RouteId::GetEarnings, Caller::NearRider, 7)
                .as<contract::EarningsView>()
                ->days.isEmpty());
}

void TstFiguresHttp::orderForAnotherDayCountsOnIt() {
    auto request = m_town.cart(Fulfilment::PlatformRider, PaymentMethod::OnDelivery);
    request.wantedAt = SystemClock().now() + 48h;
    const auto placed = m_town.call(
        m_town.request(RouteId::PlaceOrder, Caller::Customer, {}, contract::encode(request)));
    QVERIFY2(placed.status == 201, placed.summary().constData());
    QCOMPARE(ask(RouteId::GetFigures, Caller::Shop).as<contract::ShopFigures>()->orders, 2);
    QCOMPARE(ask(RouteId::GetFigures, Caller::Shop, -2).as<contract::ShopFigures>()->orders, 1);
    QCOMPARE(ask(RouteId::ExportOrders, Caller::Shop, -2).body.count("\r\n"), 2);
}

QTEST_GUILESS_MAIN(TstFiguresHttp)
#include "TstFiguresHttp.moc"
