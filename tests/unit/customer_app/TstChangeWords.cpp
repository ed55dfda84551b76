// SPDX-License-Identifier: GPL-3.0-or-later
#include "OrderKit.h"

#include "client-customer/ChangeWords.h"
#include "client-customer/OrderSteps.h"

#include <QTest>

using namespace soban;
using namespace soban::customer;
using namespace soban::testing;

class TstChangeWords : public QObject {
    Q_OBJECT

private slots:
    void saysWhatHappensToTheMoney_data() { // R7
        QTest::addColumn<int>("method");
        QTest::addColumn<int>("how");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, PaymentMethod method, Fulfilment how, qint64 total,
                            const char *what, const char *words) {
            QTest::newRow(name) << int(method) << int(how) << total << QString::fromUtf8(what)
                                << QString::fromUtf8(words);
        };
        const auto card = PaymentMethod::Card;
        const auto later = PaymentMethod::OnDelivery;
        const auto rider = Fulfilment::PlatformRider;
        row("R7 dearer, by card", card, rider, 29'000, "₩9,000 more", "charged ₩9,000 now, once");
        row("R7 cheaper, by card", card, rider, 11'000, "₩9,000 less", "₩9,000 goes back");
        row("R7 the same", card, rider, 20'000, "as much as before", "Nothing is charged");
        row("R7 dearer, at the door", later, rider, 29'000, "₩9,000 more",
            "You pay ₩29,000 at the door in place of ₩20,000.");
        row("R7 cheaper, at the counter", later, Fulfilment::Collection, 11'000, "₩9,000 less",
            "You pay ₩11,000 at the shop in place of ₩20,000.");
    }
    void saysWhatHappensToTheMoney() {
        QFETCH(int, method);
        QFETCH(int, how);
        QFETCH(qint64, total);
        QFETCH(QString, what);
        QFETCH(QString, words);
        auto placed = order(OrderState::Placed);
        placed.paymentMethod = PaymentMethod(method);
        placed.fulfilment = Fulfilment(how);
        const auto charge = ChangeWords::chargeOf(placed, won(total), Language::English);
        QVERIFY2(charge.what.contains(what), qPrintable(charge.what));
        QVERIFY2(charge.how.contains(words), qPrintable(charge.how));
    }

    void namesTheCardThatIsCharged() { // R7
        auto placed = order(OrderState::Placed);
        placed.payingCard =
            contract::PayingCard{QStringLiteral("현대"), QStringLiteral("1234-****-****-5678")};
        const auto charge = ChangeWords::chargeOf(placed, won(21'000), Language::English);
        QVERIFY2(charge.how.contains(QStringLiteral("5678")), qPrintable(charge.how));
    }

    void saysWhatBecomesOfALine() { // R7
        const OrderLine soup = order(OrderState::Placed).lines.first();
        const auto words = [&](LineChange::Kind kind, int before) {
            return ChangeWords::lineOf({kind, soup, before}, Language::English);
        };
        using Kind = LineChange::Kind;
        QVERIFY(words(Kind::Kept, 2).isEmpty());
        QCOMPARE(words(Kind::Added, 0), QStringLiteral("New: 2 × Soup"));
        QCOMPARE(words(Kind::Recounted, 3), QStringLiteral("Soup: 2 in place of 3"));
        QCOMPARE(words(Kind::Removed, 2), QStringLiteral("Not any more: 2 × Soup"));
    }

    void orderTellsOfAChangeThatIsBeingPaidFor() { // R7
        auto placed = order(OrderState::Accepted);
        QVERIFY(!OrderSteps::notice(placed));
        placed.pendingChange = PendingChange{*PaymentId::fromNumber(9),
                                             {placed.lines, placed.items, placed.deliveryFee,
                                              won(29'000), placed.address, placed.note}};
        const auto notice = OrderSteps::notice(placed);
        QVERIFY(notice && notice->text.contains(QStringLiteral("₩9,000")));
    }

    void receiptTellsWhatWentBackAfterAChange() { // R7
        const auto placed = order(OrderState::Accepted);
        const QList<contract::PaymentView> payments{{*PaymentId::fromNumber(1),
                                                     PaymentMethod::Card,
                                                     PaymentState::PartlyRefunded,
                                                     won(29'000),
                                                     won(9'000),
                                                     kNoon,
                                                     kNoon,
                                                     {}}};
        const auto receipt = OrderSteps::receipt(placed, payments, Language::English);
        // What was paid is not what it costs now: nothing goes back of the total.
        QCOMPARE(receipt.afterwards.size(), 2);
        QCOMPARE(receipt.afterwards.first().amount, QStringLiteral("₩29,000"));
        QVERIFY(receipt.afterwards.last().label.contains(QStringLiteral("after a change")));
        QVERIFY(receipt.notes.last().text.contains(QStringLiteral("Paid")));
    }
};

QTEST_GUILESS_MAIN(TstChangeWords)
#include "TstChangeWords.moc"
