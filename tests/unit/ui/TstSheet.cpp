// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet over its window, and the busy button that one mostly sees in sheets.
#include "UiTest.h"

#include "ui/Button.h"
#include "ui/Question.h"
#include "ui/Sheet.h"

#include <QLineEdit>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace soban::ui;

namespace {

constexpr QPoint kBeside{4, 4};

} // namespace

class TstSheet : public QObject {
    Q_OBJECT

private slots:
    void init() {
        testLook();
        m_host = std::make_unique<QWidget>();
        m_host->resize(600, 500);
        m_sheet = new Sheet(m_host.get());
        m_field = new QLineEdit;
        m_text = new QTextEdit;
        m_button = new Button(ButtonRole::Primary);
        m_other = new Button(ButtonRole::Plain);
        for (QWidget *part : QList<QWidget *>{m_field, m_text, m_button, m_other})
            m_sheet->column()->addWidget(part);
        m_host->show();
        QVERIFY(QTest::qWaitForWindowActive(m_host.get()));
        m_sheet->open();
    }
    void cleanup() { m_host.reset(); }

    void clickBesideClosesIt() {
        clickBeside();
        QVERIFY(!m_sheet->isOpen());
    }

    void clickBesideDoesNotLoseWhatWasTyped() {
        QTest::keyClicks(m_field, QStringLiteral("1"));
        clickBeside();
        QVERIFY(m_sheet->isOpen());
        m_field->setText({}); // as a sheet does that is shown for something else
        clickBeside();
        QVERIFY(!m_sheet->isOpen());
    }

    void clickBesideDoesNotLoseALongText() {
        QTest::keyClicks(m_text, QStringLiteral("Warm"));
        clickBeside();
        QVERIFY(m_sheet->isOpen());
        QTest::keyClick(m_text, Qt::Key_Escape); // is pressed on purpose
        QVERIFY(!m_sheet->isOpen());
    }

    void clickBesideDoesNotLoseAChoice() {
        m_sheet->setTouched(true);
        clickBeside();
        QVERIFY(m_sheet->isOpen());
        m_sheet->close();
        m_sheet->open(); // begins anew
        clickBeside();
        QVERIFY(!m_sheet->isOpen());
    }

    void nothingElseGetsTheKeyboardOfWhatHasGone() {
        m_sheet->close();
        auto *other = new QLineEdit(m_host.get());
        auto *before = new QLineEdit(m_host.get());
        other->show();
        before->show();
        before->setFocus(Qt::TabFocusReason);
        m_sheet->open();
        QTRY_COMPARE(QApplication::focusWidget(), m_field);
        before->hide();
        m_sheet->close();
        QCOMPARE(m_host->focusWidget(), nullptr);
        QVERIFY(!other->hasFocus());
    }

    void sheetAboveKeepsTheKeyboardOfOneThatCloses() {
        m_sheet->close();
        auto *before = new QLineEdit(m_host.get());
        before->show();
        before->setFocus(Qt::TabFocusReason);
        m_sheet->open();
        auto *question = new Question(m_host.get());
        question->ask(QStringLiteral("Sure?"), {}, QStringLiteral("Go on"),
                      QStringLiteral("Keep it"), ButtonRole::Danger);
        m_sheet->close();
        const auto *focus = qobject_cast<const Button *>(QApplication::focusWidget());
        QVERIFY(focus);
        QCOMPARE(focus->text(), QStringLiteral("Keep it"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(question->isAncestorOf(QApplication::focusWidget()));
        // What gave the keyboard to the first of them has it again after the last.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!question->isOpen());
        QCOMPARE(QApplication::focusWidget(), before);
    }

    void topStaysWhereItWasSeen() {
        m_text->setFixedHeight(60);
        m_sheet->close();
        m_sheet->setTopKept(true);
        m_sheet->open();
        const auto top = [this] { return m_field->mapTo(m_host.get(), QPoint()).y(); };
        (void)m_host->grab(); // it is seen
        const int before = top();
        for (const int height : {120, 20}) {
            m_text->setFixedHeight(height);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QCOMPARE(top(), before);
        }
        m_host->resize(600, 400); // a new beginning
        QVERIFY(top() != before);
    }

    void dangerousAnswerHasNotTheKeyboard_data() {
        QTest::addColumn<ButtonRole>("role");
        QTest::addColumn<QString>("expected");
        QTest::newRow("usual") << ButtonRole::Primary << QStringLiteral("Go on");
        QTest::newRow("dangerous") << ButtonRole::Danger << QStringLiteral("Keep it");
    }

    void dangerousAnswerHasNotTheKeyboard() {
        QFETCH(ButtonRole, role);
        QFETCH(QString, expected);
        auto *question = new Question(m_host.get());
        question->ask(QStringLiteral("Sure?"), {}, QStringLiteral("Go on"),
                      QStringLiteral("Keep it"), role);
        const auto *focus = qobject_cast<const Button *>(QApplication::focusWidget());
        QVERIFY(focus);
        QCOMPARE(focus->text(), expected);
    }

    void busyButtonKeepsTheKeyboard() {
        int presses = 0;
        connect(m_button, &Button::clicked, this, [this, &presses] {
            ++presses;
            m_button->setBusy(true);
        });
        m_button->setFocus(Qt::TabFocusReason);
        QTest::keyClick(m_button, Qt::Key_Space);
        QCOMPARE(presses, 1);
        QCOMPARE(QApplication::focusWidget(), m_button);
        QTest::keyClick(m_button, Qt::Key_Space); // and takes no other press
        QTest::mouseClick(m_button, Qt::LeftButton);
        QCOMPARE(presses, 1);
        m_button->setBusy(false);
        QCOMPARE(QApplication::focusWidget(), m_button);
        QTest::keyClick(m_button, Qt::Key_Space);
        QCOMPARE(presses, 2);
    }

    void tabLeadsAwayFromABusyButton() {
        m_button->setFocus(Qt::TabFocusReason);
        m_button->setBusy(true);
        QTest::keyClick(m_button, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), m_other);
    }

    void busyButtonThatGoesAwayKeepsNothing() {
        m_button->setFocus(Qt::TabFocusReason);
        m_button->setBusy(true);
        m_button->hide();
        QVERIFY(QApplication::focusWidget() != m_button);
    }

private:
    void clickBeside() { QTest::mouseClick(m_sheet, Qt::LeftButton, {}, kBeside); }

    std::unique_ptr<QWidget> m_host;
    Sheet *m_sheet = nullptr;
    QLineEdit *m_field = nullptr;
    QTextEdit *m_text = nullptr;
    Button *m_button = nullptr;
    Button *m_other = nullptr;
};

QTEST_MAIN(TstSheet)
#include "TstSheet.moc"
