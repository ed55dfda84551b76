// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment/HintBox.h"

#include <QTest>

using namespace soban;
using payment::HintBox;

class TstHintBox : public QObject {
    Q_OBJECT

private:
    static PaymentId paymentOf(qint64 number) { return *PaymentId::fromNumber(number); }

private slots:
    void whatIsHintedAtWaitsOnce() { // N5 G14
        HintBox box;
        QVERIFY(box.takeAll().isEmpty());
        QVERIFY(box.add(paymentOf(1)));
        QVERIFY(!box.add(paymentOf(1))); // whoever was told comes for both
        QVERIFY(!box.add(paymentOf(2)));
        QCOMPARE(box.takeAll(), (QSet<PaymentId>{paymentOf(1), paymentOf(2)}));
        QVERIFY(box.takeAll().isEmpty());
        QVERIFY(box.add(paymentOf(1)));
        QCOMPARE(box.takeAll(), (QSet<PaymentId>{paymentOf(1)}));
    }

    void whatThereIsNoRoomForIsDropped() { // N5 G14
        HintBox box;
        for (qint64 number = 1; number <= HintBox::kRoom + 100; ++number)
            QCOMPARE(box.add(paymentOf(number)), number == 1);
        const QSet<PaymentId> taken = box.takeAll();
        QCOMPARE(taken.size(), HintBox::kRoom);
        QVERIFY(taken.contains(paymentOf(HintBox::kRoom)));
        QVERIFY(box.add(paymentOf(HintBox::kRoom + 1))); // there is room again
    }
};

std::unique_ptr<QObject> newTstHintBox() {
    return std::make_unique<TstHintBox>();
}

#include "TstHintBox.moc"
