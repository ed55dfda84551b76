// SPDX-License-Identifier: GPL-3.0-or-later
// Deliveries that no rider near the shop takes, through the real server on a faster clock.
#include "OrderWalk.h"
#include "contract/Delivery.h"

#include <QDateTime>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using contract::RouteId;

class TstNoRiderHttp : public QObject {
    Q_OBJECT

private:
    TestTown m_town;

    contract::TicketView ticketOf(const Standing &standing) {
        return *m_town
                    .call(m_town.request(RouteId::GetTicket, Caller::Shop, {standing.id.toText()}))
                    .as<contract::TicketView>();
    }
    bool isOffered(const Standing &standing, Caller rider) {
        const auto list =
            m_town.call(m_town.request(RouteId::ListOffers, rider)).as<contract::OfferList>();
        return list && std::any_of(list->offers.cbegin(), list->offers.cend(),
                                   [&](const Offer &o) { return o.order == standing.id; });
    }
    /// Goods that riders may take from now on.
    std::optional<Standing> ready() {
        return stand(m_town, Fulfilment::PlatformRider,
                     {{Action::Accept, Caller::Shop},
                      {Action::Start, Caller::Shop},
                      {Action::Finish, Caller::Shop}},
                     PaymentMethod::Card);
    }

private slots:
    void initTestCase() {
        // A minute passes in a second; three steps of the search in as many.
        const QString now = QString::number(QDateTime::currentMSecsSinceEpoch());
        QStringList settings;
        for (const QString &setting :
             QStringList{QStringLiteral("clock.speed=60"), u"clock.wallAnchorMs=" + now,
                         u"clock.shownAnchorMs=" + now, QStringLiteral("delivery.widenMinutes=1"),
                         QStringLiteral("delivery.offerRadiusMeters=8000"),
                         QStringLiteral("delivery.widestOfferMeters=20000"),
                         QStringLiteral("order.answerMinutes=120")})
            settings << QStringLiteral("--set") << setting;
        const auto fault = m_town.start(settings);
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }

    void riderFartherAwayIsAskedAndTakesIt() { // R8 R9 G12
        auto standing = ready();
        QVERIFY(standing);
        QVERIFY(isOffered(*standing, Caller::NearRider));
        QVERIFY(!isOffered(*standing, Caller::FarRider));
        QTRY_VERIFY_WITH_TIMEOUT(isOffered(*standing, Caller::FarRider), 10'000);
        const auto search = ticketOf(*standing).riderSearch;
        QVERIFY(search && search->meters >= 16'000);
        QVERIFY(advance(m_town, *standing, {Action::Claim, Caller::FarRider}));
        QVERIFY(!ticketOf(*standing).riderSearch);
        QVERIFY(!isOffered(*standing, Caller::NearRider));
    }

    void shopIsToldThatNobodyComesAndCancels() { // R8 R14 G4
        auto standing = ready();
        QVERIFY(standing);
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const auto search = ticketOf(*standing).riderSearch;
                return search && search->isInVain;
            }(),
            15'000);
        const auto ticket = ticketOf(*standing);
        QVERIFY(ticket.allowedActions.contains(Action::TakeOver));
        standing->version = ticket.version;
        ApiCall call = m_town.request(RouteId::CancelTicket, Caller::Shop, {standing->id.toText()},
                                      contract::encode(contract::EndRequest{EndReason::NoRider}));
        const auto ended =
            m_town.call(call.atVersion(standing->version)).as<contract::TicketView>();
        QVERIFY(ended && ended->ending);
        QCOMPARE(ended->ending->fault, Party::Platform);
        QTRY_VERIFY(m_town.audit(standing->id)->kept == m_town.audit(standing->id)->owed);
        QVERIFY(!isOffered(*standing, Caller::FarRider));
    }
};

QTEST_GUILESS_MAIN(TstNoRiderHttp)
#include "TstNoRiderHttp.moc"
