// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/CardWords.h"

#include <QTest>

using namespace soban;
using namespace soban::customer;

class TstCardWords : public QObject {
    Q_OBJECT

private slots:
    void cardIsNamedAsPeopleKnowIt_data() {
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<QString>("korean");
        QTest::addColumn<QString>("english");
        QTest::newRow("known") << "현대"
                               << "현대카드"
                               << "Hyundai Card";
        QTest::newRow("not known") << "제주"
                                   << "제주카드"
                                   << "제주 Card";
        QTest::newRow("in full") << "Soban Card"
                                 << "Soban Card"
                                 << "Soban Card";
    }
    void cardIsNamedAsPeopleKnowIt() { // R2
        QFETCH(QString, issuer);
        QFETCH(QString, korean);
        QFETCH(QString, english);
        QCOMPARE(cardName(issuer, Language::Korean), korean);
        QCOMPARE(cardName(issuer, Language::English), english);
    }

    void cardIsKnownByItsLastDigits() { // R2
        QCOMPARE(cardNumber(QStringLiteral("43301234****123*")), QStringLiteral("···· 123*"));
    }
};

QTEST_GUILESS_MAIN(TstCardWords)

#include "TstCardWords.moc"
