// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;

namespace {

const payment::IssuedCard kIssued{QStringLiteral("billing"), QStringLiteral("Nari"),
                                  QStringLiteral("1234****")};

} // namespace

class TstCards : public QObject {
    Q_OBJECT

private slots:
    void eachRegistrationHasAKeyOfItsOwn() {
        TestBench bench;
        payment::Cards &cards = bench.rooms.model().cards;
        const QString first = cards.begin(bench.town.jun);
        const QString second = cards.begin(bench.town.jun);
        QVERIFY(first != second);
        QCOMPARE(first.size(), 43); // 256 bits in base 64
        QVERIFY(cards.isBegun(first) && cards.isBegun(second));
        QVERIFY(!cards.isBegun(QStringLiteral("something else")));
    }

    void cardServesOnceTheProviderIssuedIt() { // R2
        TestBench bench;
        payment::Cards &cards = bench.rooms.model().cards;
        storage::SqlCardStore wallet(bench.rooms.database());
        const QString key = cards.begin(bench.town.jun);
        QVERIFY(!wallet.cardOf(bench.town.jun, {}));
        cards.complete(key, kIssued);
        QVERIFY(wallet.cardOf(bench.town.jun, {}));
        const auto heard = bench.heard.of(EventType::CardRegistered);
        QCOMPARE(heard.size(), 1);
        QCOMPARE(heard.first().audience, QList<Addressee>{bench.town.jun});
        QCOMPARE(std::get<CardRegistered>(heard.first().data).maskedNumber, kIssued.maskedNumber);
    }

    void returnPageLoadedTwiceMakesOneCard() {
        TestBench bench;
        payment::Cards &cards = bench.rooms.model().cards;
        const QString key = cards.begin(bench.town.jun);
        cards.complete(key, kIssued);
        cards.complete(key, {QStringLiteral("another"), QStringLiteral("X"), QStringLiteral("Y")});
        cards.complete(QStringLiteral("unknown key"), kIssued);
        QCOMPARE(bench.heard.count(EventType::CardRegistered), 1);
        const auto stored = storage::SqlCardStore(bench.rooms.database()).findByCustomerKey(key);
        QCOMPARE(stored->billingKey.value_or(QString()), kIssued.billingKey);
    }

    void latestCardIsTakenUnlessOneIsNamed() {
        TestBench bench;
        payment::Cards &cards = bench.rooms.model().cards;
        storage::SqlCardStore wallet(bench.rooms.database());
        cards.complete(cards.begin(bench.town.mina), kIssued);
        QVERIFY(wallet.cardOf(bench.town.mina, {}) != bench.town.minasCard);
        QVERIFY(wallet.cardOf(bench.town.mina, bench.town.minasCard) == bench.town.minasCard);
        QVERIFY(!wallet.cardOf(bench.town.jun, bench.town.minasCard));
    }
};

std::unique_ptr<QObject> newTstCards() {
    return std::make_unique<TstCards>();
}

#include "TstCards.moc"
