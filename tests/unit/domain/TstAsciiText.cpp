// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/AsciiText.h"

#include <QTest>

using namespace soban;

class TstAsciiText : public QObject {
    Q_OBJECT

private slots:
    void appendsOneAfterTheOther() {
        AsciiText<8> text;
        QCOMPARE(text.view(), QLatin1StringView(""));
        text.append("ab").append('-').appendDigits(7, 2);
        QCOMPARE(text.view(), QLatin1StringView("ab-07"));
    }
    void writesTheLastDigits() {
        AsciiText<20> text;
        text.appendDigits(12345, 3);
        QCOMPARE(text.view(), QLatin1StringView("345"));
        AsciiText<20> whole;
        whole.appendDigits(std::numeric_limits<qint64>::max(), 20);
        QCOMPARE(whole.view(), QLatin1StringView("09223372036854775807"));
    }
    void cutsWhatIsTooLong() {
        AsciiText<3> text;
        text.append("abcd").append('e');
        QCOMPARE(text.view(), QLatin1StringView("abc"));
    }
};

QTEST_GUILESS_MAIN(TstAsciiText)
#include "TstAsciiText.moc"
