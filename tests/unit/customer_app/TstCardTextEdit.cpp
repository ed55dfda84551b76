// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/CardTextEdit.h"
#include "ui/SobanStyle.h"

#include <QApplication>
#include <QTest>

using namespace soban;
using namespace soban::customer;

class TstCardTextEdit : public QObject {
    Q_OBJECT

private slots:
    void init() { m_edit = std::make_unique<CardTextEdit>(); }

    void takesNoMoreThanAnOrderMayCarry() { // R1
        m_edit->setPlainText(QString(298, u'a'));
        m_edit->moveCursor(QTextCursor::End);
        QTest::keyClicks(m_edit.get(), QStringLiteral("bcde"));
        QCOMPARE(m_edit->words(), QString(298, u'a') + QStringLiteral("bc"));
        QCOMPARE(m_edit->countText(), QStringLiteral("300/300"));
    }

    void whatIsTypedInBetweenPushesNothingOut() {
        m_edit->setPlainText(QString(300, u'a'));
        m_edit->moveCursor(QTextCursor::Start);
        m_edit->moveCursor(QTextCursor::Right);
        QTest::keyClicks(m_edit.get(), QStringLiteral("x"));
        QCOMPARE(m_edit->words(), QString(300, u'a'));
    }

    void whatComesFromElsewhereIsCutAtItsEnd() {
        m_edit->setPlainText(QString(300, u'a') + QString(50, u'b'));
        QCOMPARE(m_edit->words(), QString(300, u'a'));
    }

    void linesAreKeptAndSpaceAroundThemIsNot() {
        m_edit->setPlainText(QStringLiteral("  Dear Bora,\nhappy birthday! \n"));
        QCOMPARE(m_edit->words(), QStringLiteral("Dear Bora,\nhappy birthday!"));
    }

private:
    std::unique_ptr<CardTextEdit> m_edit;
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    ui::SobanStyle::install(application);
    TstCardTextEdit test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstCardTextEdit.moc"
