// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Id.h"

#include <QTest>

#include <limits>

using namespace soban;

class TstId : public QObject {
    Q_OBJECT

private slots:
    void isAlwaysPositive();
    void writesKnownText_data();
    void writesKnownText();
    void refusesOtherSpelling_data();
    void refusesOtherSpelling();
    void sortsAsTextLikeAsNumber();
};

void TstId::isAlwaysPositive() {
    QVERIFY(!OrderId::fromNumber(0));
    QVERIFY(!OrderId::fromNumber(-1));
    QVERIFY(!OrderId::fromNumber(std::numeric_limits<qint64>::min()));
    QCOMPARE(OrderId::fromNumber(1)->number(), qint64(1));
}

void TstId::writesKnownText_data() {
    QTest::addColumn<qint64>("number");
    QTest::addColumn<QString>("text");

    QTest::newRow("1") << qint64(1) << "ord_0000000000001";
    QTest::newRow("31") << qint64(31) << "ord_000000000000z";
    QTest::newRow("32") << qint64(32) << "ord_0000000000010";
    // 18 i.. Crockford leaves out i, l, o and u: 17 is h, 18 j, 20 m, 22 p, 27 v.
    QTest::newRow("17 18") << qint64(17 * 32 + 18) << "ord_00000000000hj";
    QTest::newRow("20 22 27") << qint64((20 * 32 + 22) * 32 + 27) << "ord_0000000000mpv";
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << "ord_7zzzzzzzzzzzz";
}

void TstId::writesKnownText() {
    QFETCH(qint64, number);
    QFETCH(QString, text);

    const auto id = OrderId::fromNumber(number);
    QVERIFY(id);
    QCOMPARE(id->toText(), text);
    QCOMPARE(OrderId::fromText(text), id);
}

void TstId::refusesOtherSpelling_data() {
    QTest::addColumn<QString>("text");

    QTest::newRow("empty") << "";
    QTest::newRow("a number") << "1";
    QTest::newRow("zero") << "ord_0000000000000";
    QTest::newRow("another kind") << "shp_0000000000001";
    QTest::newRow("prefix in capitals") << "ORD_0000000000001";
    QTest::newRow("digit in capitals") << "ord_000000000000A";
    QTest::newRow("letter i") << "ord_000000000000i";
    QTest::newRow("letter l") << "ord_000000000000l";
    QTest::newRow("letter o") << "ord_000000000000o";
    QTest::newRow("letter u") << "ord_000000000000u";
    QTest::newRow("hyphen") << "ord-0000000000001";
    QTest::newRow("short") << "ord_000000000001";
    QTest::newRow("long") << "ord_00000000000001";
    QTest::newRow("space before") << " ord_0000000000001";
    QTest::newRow("space after") << "ord_0000000000001 ";
    QTest::newRow("64 bits") << "ord_8000000000000";
    QTest::newRow("65 bits") << "ord_g000000000001";
    QTest::newRow("all z") << "ord_zzzzzzzzzzzzz";
    QTest::newRow("NUL") << QString::fromLatin1("ord_000000000000\0", 17);
    QTest::newRow("full width 1") << QStringLiteral("ord_000000000000１");
}

void TstId::refusesOtherSpelling() {
    QFETCH(QString, text);
    QVERIFY(!OrderId::fromText(text));
}

void TstId::sortsAsTextLikeAsNumber() {
    QString last;
    for (qint64 number = 1; number < std::numeric_limits<qint64>::max() / 3; number *= 3) {
        const QString text = AccountId::fromNumber(number)->toText();
        QVERIFY2(last < text, qPrintable(text));
        QCOMPARE(AccountId::fromText(text)->number(), number);
        last = text;
    }
}

QTEST_GUILESS_MAIN(TstId)
#include "TstId.moc"
