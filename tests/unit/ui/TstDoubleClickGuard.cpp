// SPDX-License-Identifier: GPL-3.0-or-later
#include "UiTest.h"

#include "ui/Button.h"

#include <QSignalSpy>
#include <QWindow>

using namespace soban::ui;

class TstDoubleClickGuard : public QObject {
    Q_OBJECT

private:
    void doubleClick() {
        QTest::mouseDClick(m_window->windowHandle(), Qt::LeftButton, {}, m_window->rect().center());
    }

    std::unique_ptr<QWidget> m_window;
    Button *m_below = nullptr;
    Button *m_above = nullptr;

private slots:
    /// Two buttons, one upon the other.
    void init() {
        testLook();
        m_window = std::make_unique<QWidget>();
        m_window->resize(300, 200);
        m_below = new Button(ButtonRole::Plain, m_window.get());
        m_above = new Button(ButtonRole::Plain, m_window.get());
        for (Button *button : {m_below, m_above})
            button->setGeometry(m_window->rect());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void whatComesToLieUnderAHastyHandIsNotPressed() {
        connect(m_above, &Button::clicked, m_above, &QWidget::hide);
        const QSignalSpy below(m_below, &Button::clicked);
        const QSignalSpy pressed(m_below, &Button::pressed);
        doubleClick();
        QVERIFY(!m_above->isVisible());
        QCOMPARE(below.count() + pressed.count(), 0);
        // The next click is meant.
        QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, m_window->rect().center());
        QCOMPARE(below.count(), 1);
    }

    void whatIsGoneMeanwhileIsNotMistaken() {
        connect(m_above, &Button::clicked, m_above, &QObject::deleteLater);
        const QSignalSpy below(m_below, &Button::clicked);
        doubleClick();
        QCOMPARE(below.count(), 0);
    }

    void oneButtonMayBePressedQuicklyAgain() {
        const QSignalSpy above(m_above, &Button::clicked);
        doubleClick();
        QCOMPARE(above.count(), 2);
    }
};

QTEST_MAIN(TstDoubleClickGuard)
#include "TstDoubleClickGuard.moc"
