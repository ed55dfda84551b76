// SPDX-License-Identifier: GPL-3.0-or-later
// That the server really ends at one of them is drilled: soban-drill crash.
#include "app/CrashingProvider.h"

#include <QTest>

using namespace soban;
using namespace soban::app;
using namespace soban::payment;

namespace {

/// Says at once, to everything, that it did nothing.
class IdleProvider : public PaymentProvider {
public:
    void charge(const ChargeRequest &, Then<ChargeOutcome> then) override { then(NotSent{}); }
    void lookUp(PaymentId, Then<LookUpOutcome> then) override { then(NotFound{}); }
    void refund(const RefundRequest &, Then<RefundOutcome> then) override { then(NotSent{}); }
    QUrl registrationUrl(const QString &, const QUrl &) const override { return {}; }
    void issueCard(const QString &, const QString &, Then<CardOutcome> then) override {
        then(NotSent{});
    }
    std::optional<PaymentId> paymentHintedBy(const QByteArray &) const override { return {}; }
};

const auto kPayment = *PaymentId::fromNumber(1);
const Money kNothing = Money::zero(Currency::krw());

} // namespace

class TstCrashPoints : public QObject {
    Q_OBJECT

private slots:
    void nothingIsCountedUnlessArmed() {
        CrashPoints points(0);
        points.pass();
        QVERIFY(!points.areArmed());
        QCOMPARE(points.passed(), 0);
    }

    /// Before it, and after its answer.
    void eachCallOfTheProviderHasTwo() { // G11
        CrashPoints points(1'000);
        CrashingProvider provider(std::make_unique<IdleProvider>(), points);
        int answers = 0;
        const auto answered = [&](const auto &) { QCOMPARE(points.passed(), 2 * ++answers); };
        provider.charge({kPayment, *OrderId::fromNumber(2), kNothing, {}, {}, {}}, answered);
        provider.lookUp(kPayment, answered);
        provider.refund({{}, kNothing, {}, {}}, answered);
        provider.issueCard({}, {}, answered);
        QCOMPARE(answers, 4);
    }
};

std::unique_ptr<QObject> newTstCrashPoints() {
    return std::make_unique<TstCrashPoints>();
}

#include "TstCrashPoints.moc"
