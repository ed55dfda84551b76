// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/EndingWords.h"
#include "client-customer/OrderSteps.h"

#include "OrderKit.h"

#include <QTest>

using namespace soban;
using namespace soban::customer;
using namespace soban::testing;

class TstEndingWords : public QObject {
    Q_OBJECT

private slots:
    void endedOrderSaysWhoAndWhy_data() {
        QTest::addColumn<OrderState>("state");
        QTest::addColumn<Ending>("ending");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("why");
        const Money all = *Money::of(20'000, Currency::krw());
        const Money nothing = Money::zero(Currency::krw());
        using S = OrderState;
        QTest::newRow("R4 refused")
            << S::Refused << Ending{Role::Shop, EndReason::TooBusy, {}, Party::Shop, all}
            << "The shop declined the order"
            << "Too many orders";
        QTest::newRow("R4 in words") << S::Refused
                                     << Ending{Role::Shop, EndReason::Other,
                                               QStringLiteral("The gas is off"), Party::Shop, all}
                                     << "The shop declined the order"
                                     << "“The gas is off”";
        QTest::newRow("R7 by the customer")
            << S::Cancelled << Ending{Role::Customer, EndReason::Mistake, {}, Party::Customer, all}
            << "You cancelled the order"
            << "on its way back";
        QTest::newRow("G4 by the shop")
            << S::Cancelled << Ending{Role::Shop, EndReason::NoRider, {}, Party::Platform, all}
            << "The shop had to cancel the order"
            << "No rider";
        QTest::newRow("G4 not refunded")
            << S::Returned
            << Ending{Role::Rider, EndReason::NobodyAtDoor, {}, Party::Customer, nothing}
            << "It was returned to the shop"
            << "not refunded";
    }
    void endedOrderSaysWhoAndWhy() {
        QFETCH(OrderState, state);
        QFETCH(Ending, ending);
        QFETCH(QString, title);
        QFETCH(QString, why);
        contract::OrderView view = order(state, PaymentState::Paid);
        view.ending = ending;
        const auto notice = OrderSteps::notice(view);
        QCOMPARE(notice->title, title);
        QVERIFY2(notice->text.contains(why), qPrintable(notice->text));
    }

    void whatAChangeGaveBackIsNoRefundOfTheEnd() { // G4
        contract::OrderView view = order(OrderState::Returned, PaymentState::PartlyRefunded);
        view.ending = Ending{Role::Rider,
                             EndReason::NobodyAtDoor,
                             {},
                             Party::Customer,
                             Money::zero(Currency::krw())};
        const QString words = EndingWords::moneyAfter(view);
        QVERIFY2(words.contains(QStringLiteral("not refunded")), qPrintable(words));
        QVERIFY(!EndingWords::refundStep(view));
    }
};

QTEST_GUILESS_MAIN(TstEndingWords)

#include "TstEndingWords.moc"
