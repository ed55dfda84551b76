// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Phone.h"

#include <QTest>

using namespace soban;

class TstPhone : public QObject {
    Q_OBJECT

private slots:
    void canBeDialled_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("expected");
        QTest::newRow("digits") << "01012345678" << true;
        QTest::newRow("hyphens") << "010-1234-5678" << true;
        QTest::newRow("blanks") << "010 1234 5678" << true;
        QTest::newRow("brackets and dots") << "(033) 000.0101" << true;
        QTest::newRow("abroad") << "+49 30 123" << true;
        QTest::newRow("short number") << "112" << true;
        QTest::newRow("too short") << "11" << false;
        QTest::newRow("nothing") << "" << false;
        QTest::newRow("no digit") << "---" << false;
        QTest::newRow("words after it") << "01055551234Happy Friday" << false;
        QTest::newRow("plus inside") << "010+1234" << false;
        QTest::newRow("two plus") << "++4930123" << false;
        QTest::newRow("digits of another script") << QString::fromUtf8("٠١٠١٢٣٤") << false;
    }
    void canBeDialled() {
        QFETCH(QString, text);
        QTEST(isPhoneNumber(text), "expected");
    }
};

QTEST_APPLESS_MAIN(TstPhone)
#include "TstPhone.moc"
