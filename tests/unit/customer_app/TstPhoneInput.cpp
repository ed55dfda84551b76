// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/PhoneInput.h"

#include <QLineEdit>
#include <QTest>

using namespace soban::customer;

class TstPhoneInput : public QObject {
    Q_OBJECT

private slots:
    void onlyWhatNumbersAreWrittenWithIsTaken() { // R1
        QLineEdit field;
        field.setValidator(new PhoneValidator(&field));
        QTest::keyClicks(&field, QStringLiteral("0a1b0-12"));
        QCOMPARE(field.text(), QStringLiteral("010-12"));
        field.clear();
        field.insert(QStringLiteral("Tel.: +82 10 (1234)"));
        QCOMPARE(field.text(), QStringLiteral(" +82 10 1234"));
        field.setText(QStringLiteral("1234"));
        field.setCursorPosition(2);
        QTest::keyClicks(&field, QStringLiteral("x9"));
        QCOMPARE(field.text(), QStringLiteral("12934"));
        QCOMPARE(field.cursorPosition(), 3);
    }

    void wholeNumberHasItsDigits_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("mobile") << "010-1234-5678" << true;
        QTest::newRow("of one number for the land") << "1588-1234" << true;
        QTest::newRow("another land's") << "+49 30 1234567" << true;
        QTest::newRow("half") << "010-12" << false;
        QTest::newRow("no digit") << "--- --- +++" << false;
    }
    void wholeNumberHasItsDigits() {
        QFETCH(QString, typed);
        QFETCH(bool, isWhole);
        QCOMPARE(isWholePhone(typed), isWhole);
    }

    void numberIsPutIntoItsForm_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("form");
        QTest::newRow("spaced") << "010- 5555 -1234"
                                << "010-5555-1234";
        QTest::newRow("bare") << " 01055551234 "
                              << "010-5555-1234";
        QTest::newRow("of Seoul") << "02 555 1234"
                                  << "02-555-1234";
        QTest::newRow("another land's") << "+82  10 5555 1234"
                                        << "+82 10 5555 1234";
        QTest::newRow("not whole") << "010 5"
                                   << "0105";
    }
    void numberIsPutIntoItsForm() {
        QFETCH(QString, typed);
        QFETCH(QString, form);
        QCOMPARE(tidyPhone(typed), form);
    }
};

QTEST_MAIN(TstPhoneInput)
#include "TstPhoneInput.moc"
