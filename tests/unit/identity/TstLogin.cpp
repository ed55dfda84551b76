// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/Login.h"

#include <QTest>

using soban::identity::Login;

class TstLogin : public QObject {
    Q_OBJECT

private slots:
    void hasOneSpelling_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("login");
        QTest::newRow("plain") << "mina@demo.soban"
                               << "mina@demo.soban";
        QTest::newRow("case") << "Mina@Demo.SOBAN"
                              << "mina@demo.soban";
        QTest::newRow("blanks around") << "  mina \t"
                                       << "mina";
        QTest::newRow("decomposed Hangul")
            << QStringLiteral("하나네").normalized(QString::NormalizationForm_D)
            << QStringLiteral("하나네");
        QTest::newRow("decomposed accent")
            << QStringLiteral("E\u0301mile") << QStringLiteral("\u00e9mile");
    }
    void hasOneSpelling() {
        QFETCH(QString, typed);
        QFETCH(QString, login);
        const auto made = Login::from(typed);
        QVERIFY(made);
        QCOMPARE(made->text(), login);
        QCOMPARE(Login::from(made->text()), made);
    }

    void refusesWhatIsNoLogin_data() {
        QTest::addColumn<QString>("typed");
        QTest::newRow("empty") << "";
        QTest::newRow("too short") << "ab";
        QTest::newRow("too short between blanks") << "  ab  ";
        QTest::newRow("too long") << QString(255, u'a');
        QTest::newRow("blank inside") << "mina kim";
        QTest::newRow("line feed inside") << "mina\nkim";
        QTest::newRow("zero width") << QStringLiteral("mina\u200bkim");
        QTest::newRow("control") << QStringLiteral("mina\u0007");
        QTest::newRow("lone surrogate") << QStringLiteral("mina") + QChar(0xd800);
    }
    void refusesWhatIsNoLogin() {
        QFETCH(QString, typed);
        QVERIFY(!Login::from(typed));
    }
};

QTEST_APPLESS_MAIN(TstLogin)
#include "TstLogin.moc"
