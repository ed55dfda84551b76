// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/AnswerEditor.h"
#include "client-shop/ReviewBook.h"
#include "desk/NoteLine.h"
#include "ui/Button.h"
#include "ui/SobanStyle.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

using namespace soban;
using namespace soban::shop_app;

class TstAnswerEditor : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { ui::SobanStyle::install(*qApp); }

    void emptyOrTooLongCannotBeSent() {
        AnswerEditor editor(QStringLiteral("민지"), {});
        QSignalSpy sent(&editor, &AnswerEditor::sent);
        auto *words = editor.findChild<QTextEdit *>();
        const auto press = [&] { QTest::keyClick(words, Qt::Key_Return, Qt::ControlModifier); };
        press();
        words->setPlainText(QStringLiteral("   \n"));
        press();
        QVERIFY(!sendButton(editor)->isEnabled());
        words->setPlainText(QString(ReviewBook::kLongestAnswer + 1, u'가'));
        press();
        QVERIFY(!sendButton(editor)->isEnabled());
        QVERIFY(sent.isEmpty());
        words->setPlainText(QStringLiteral(" 고맙습니다 "));
        QVERIFY(sendButton(editor)->isEnabled());
        press();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().first().toString(), QStringLiteral("고맙습니다"));
    }

    void refusalIsToldAndTheTextStays() {
        AnswerEditor editor(QStringLiteral("민지"), QStringLiteral("고맙습니다"));
        editor.show();
        const int before = editor.heightFor(500);
        editor.setBusy(true);
        QVERIFY(!sendButton(editor)->isEnabled());
        client::ApiError error;
        error.kind = client::ApiError::Kind::Refused;
        error.status = 404;
        editor.setBusy(false);
        editor.complain(error);
        QVERIFY(!editor.findChild<desk::NoteLine *>()->text().isEmpty());
        QCOMPARE(editor.text(), QStringLiteral("고맙습니다"));
        QVERIFY(sendButton(editor)->isEnabled());
        QVERIFY(editor.heightFor(500) > before);
    }

private:
    static ui::Button *sendButton(const AnswerEditor &editor) {
        for (ui::Button *button : editor.findChildren<ui::Button *>()) {
            if (button->role() == ui::ButtonRole::Primary)
                return button;
        }
        return nullptr;
    }
};

QTEST_MAIN(TstAnswerEditor)
#include "TstAnswerEditor.moc"
