// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Money.h"

#include <QTest>

#include <limits>

using namespace soban;

namespace {

constexpr qint64 kLimit = 9'007'199'254'740'991; // 2^53 - 1
constexpr qint64 kMax = std::numeric_limits<qint64>::max();
constexpr qint64 kMin = std::numeric_limits<qint64>::min();

Money krw(qint64 minor) {
    return *Money::of(minor, Currency::krw());
}

} // namespace

class TstMoney : public QObject {
    Q_OBJECT

private slots:
    void knowsCurrencies_data();
    void knowsCurrencies();
    void refusesCurrency_data();
    void refusesCurrency();
    void keepsWithinLimits();
    void addsAndSubtracts();
    void neverMixesCurrencies();
    void multiplies_data();
    void multiplies();
    void compares();
};

void TstMoney::knowsCurrencies_data() {
    QTest::addColumn<int>("minorDigits");
    QTest::newRow("KRW") << 0;
    QTest::newRow("JPY") << 0;
    QTest::newRow("USD") << 2;
    QTest::newRow("EUR") << 2;
    QTest::newRow("GBP") << 2;
    QTest::newRow("CHF") << 2;
}

void TstMoney::knowsCurrencies() {
    QFETCH(int, minorDigits);
    const QString code = QString::fromLatin1(QTest::currentDataTag());
    const auto currency = Currency::fromCode(code);
    QVERIFY(currency);
    QCOMPARE(currency->code(), code);
    QCOMPARE(currency->minorDigits(), minorDigits);
    QCOMPARE(*currency == Currency::krw(), code == QLatin1String("KRW"));
}

void TstMoney::refusesCurrency_data() {
    QTest::addColumn<QString>("code");
    for (const char *code : {"", "krw", "KR", "KRWW", "KRW ", "XXX", "₩"})
        QTest::newRow(code) << QString::fromUtf8(code);
}

void TstMoney::refusesCurrency() {
    QFETCH(QString, code);
    QVERIFY(!Currency::fromCode(code));
}

void TstMoney::keepsWithinLimits() {
    QCOMPARE(Money::of(kLimit, Currency::krw())->minor(), kLimit);
    QCOMPARE(Money::of(-kLimit, Currency::krw())->minor(), -kLimit);
    QVERIFY(!Money::of(kLimit + 1, Currency::krw()));
    QVERIFY(!Money::of(-kLimit - 1, Currency::krw()));
    QVERIFY(!Money::of(kMax, Currency::krw()));
    QVERIFY(!Money::of(kMin, Currency::krw()));
}

void TstMoney::addsAndSubtracts() {
    QCOMPARE(krw(12000).plus(krw(3000)), std::optional(krw(15000)));
    QCOMPARE(krw(12000).minus(krw(15000)), std::optional(krw(-3000)));
    QVERIFY(krw(12000).minus(krw(15000))->isNegative());
    QVERIFY(krw(12000).minus(krw(12000))->isZero());
    QVERIFY(!Money::zero(Currency::krw()).isNegative());

    QCOMPARE(krw(kLimit - 1).plus(krw(1)), std::optional(krw(kLimit)));
    QVERIFY(!krw(kLimit).plus(krw(1)));
    QVERIFY(!krw(kLimit).plus(krw(kLimit)));
    QVERIFY(!krw(-kLimit).minus(krw(1)));
    QVERIFY(!krw(-kLimit).minus(krw(kLimit)));
}

void TstMoney::neverMixesCurrencies() {
    const Money euro = *Money::of(100, *Currency::fromCode(u"EUR"));
    QVERIFY(!krw(100).plus(euro));
    QVERIFY(!krw(100).minus(euro));
    QVERIFY(krw(100) != euro);
    QVERIFY(!(krw(1) < euro));
    QVERIFY(!(krw(1) >= euro));
    QVERIFY((krw(1) <=> euro) == std::partial_ordering::unordered);
}

void TstMoney::multiplies_data() {
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<qint64>("factor");
    QTest::addColumn<bool>("fits");
    QTest::addColumn<qint64>("product");

    QTest::newRow("3 × 4500") << qint64(4500) << qint64(3) << true << qint64(13500);
    QTest::newRow("0 times") << qint64(4500) << qint64(0) << true << qint64(0);
    QTest::newRow("-1 times") << qint64(4500) << qint64(-1) << true << qint64(-4500);
    QTest::newRow("the limit once") << kLimit << qint64(1) << true << kLimit;
    QTest::newRow("the limit twice") << kLimit << qint64(2) << false << qint64(0);
    QTest::newRow("over 64 bits") << kLimit << kMax << false << qint64(0);
    QTest::newRow("wraps to small") << (qint64(1) << 52) << (qint64(1) << 52) << false << qint64(0);
    QTest::newRow("least 64-bit") << qint64(-1) << kMin << false << qint64(0);
}

void TstMoney::multiplies() {
    QFETCH(qint64, minor);
    QFETCH(qint64, factor);
    QFETCH(bool, fits);
    QFETCH(qint64, product);

    const auto result = krw(minor).times(factor);
    QCOMPARE(result.has_value(), fits);
    if (fits)
        QCOMPARE(result->minor(), product);
}

void TstMoney::compares() {
    QVERIFY(krw(1) < krw(2));
    QVERIFY(krw(2) >= krw(2));
    QVERIFY(krw(-1) < krw(0));
    QCOMPARE(krw(2), krw(2));
}

QTEST_GUILESS_MAIN(TstMoney)
#include "TstMoney.moc"
