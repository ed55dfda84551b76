// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over a page for a while: the undo bar, and the list that a combo box opens.
#include "UiTest.h"

#include "ui/Bars.h"
#include "ui/Button.h"
#include "ui/TextLabel.h"
#include "ui/UndoBar.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QListWidget>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace soban::ui;

namespace {

constexpr int kMs = 8'000;
constexpr QSize kWindow{800, 600};

} // namespace

class TstOverlays : public QObject {
    Q_OBJECT

private slots:
    void init() {
        testLook();
        m_host = std::make_unique<QWidget>();
        m_host->resize(kWindow);
        m_bar = new UndoBar(m_host.get());
        m_host->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_host.get()));
    }
    void cleanup() { m_host.reset(); }

    void barStandsBelowInTheMiddle() {
        m_bar->offer(QStringLiteral("Refused"), kMs);
        QVERIFY(std::abs(m_bar->geometry().center().x() - kWindow.width() / 2) <= 1);
        QVERIFY(m_bar->geometry().bottom() > kWindow.height() - 60);
    }

    void barLiesOverNoButton() {
        Button button(ButtonRole::Primary, m_host.get());
        button.setGeometry(300, 540, 200, 50);
        button.show();
        m_bar->offer(QStringLiteral("Refused"), kMs);
        QVERIFY(!m_bar->geometry().intersects(button.geometry()));
        // Where they stand all along, it stands above them.
        button.setGeometry(0, 540, kWindow.width(), 50);
        m_bar->offer(QStringLiteral("Refused"), kMs);
        QVERIFY(!m_bar->geometry().intersects(button.geometry()));
        QVERIFY(m_host->rect().contains(m_bar->geometry()));
    }

    void barGivesWayToAButtonThatComesBeneathIt() {
        m_bar->offer(QStringLiteral("Refused"), kMs);
        Button button(ButtonRole::Primary, m_host.get());
        button.setGeometry(0, 540, kWindow.width(), 50);
        button.show();
        QTRY_VERIFY(!m_bar->geometry().intersects(button.geometry()));
        button.setGeometry(m_bar->geometry());
        QTRY_VERIFY(!m_bar->geometry().intersects(button.geometry()));
    }

    void undoLeavesTheKeyboardWhereItWas() {
        Button first(ButtonRole::Plain, m_host.get());
        Button second(ButtonRole::Plain, m_host.get());
        second.move(0, 100);
        first.show();
        second.show();
        QVERIFY(QTest::qWaitForWindowActive(m_host.get()));
        auto *undo = m_bar->findChild<Button *>();
        second.setFocus();
        m_bar->offer(QStringLiteral("Ready"), kMs);
        QTest::mouseClick(undo, Qt::LeftButton);
        QVERIFY(m_bar->isHidden() && second.hasFocus());
        m_bar->offer(QStringLiteral("Ready"), kMs);
        undo->setFocus(Qt::TabFocusReason);
        QVERIFY(undo->hasFocus());
        QTest::keyClick(undo, Qt::Key_Space);
        QVERIFY(m_bar->isHidden() && second.hasFocus());
    }

    void barGoesAsideWhereTheMiddleIsTaken() {
        constexpr int kLeft = 40;
        m_bar->setLeft(kLeft);
        m_bar->offer(QStringLiteral("Sold out"), kMs);
        QVERIFY(std::abs(m_bar->geometry().center().x() - kWindow.width() / 2) <= 1);
        Button button(ButtonRole::Primary, m_host.get());
        button.setGeometry(390, 540, 20, 50);
        button.show();
        m_bar->offer(QStringLiteral("Sold out"), kMs);
        QCOMPARE(m_bar->x(), kLeft);
    }

    void barSparesRowsWhereItCan() {
        QListWidget list(m_host.get());
        list.setGeometry(350, 0, 100, kWindow.height());
        for (int i = 0; i < 100; ++i)
            list.addItem(QStringLiteral("Soup"));
        list.show();
        m_bar->offer(QStringLiteral("Refused"), kMs);
        QVERIFY(!m_bar->geometry().intersects(list.geometry()));
    }

    void barLiesOverTheLineOfState() {
        StatusStrip strip(m_host.get());
        strip.setGeometry(0, kWindow.height() - 28, kWindow.width(), 28);
        strip.show();
        QListWidget list(m_host.get());
        list.setGeometry(0, 0, kWindow.width(), kWindow.height() - 28);
        for (int i = 0; i < 100; ++i)
            list.addItem(QStringLiteral("Soup"));
        list.show();
        m_bar->tell(Icon::Check, QStringLiteral("Saved"), kMs);
        QVERIFY(m_host->rect().contains(m_bar->geometry()));
        QVERIFY(std::abs(m_bar->geometry().center().x() - kWindow.width() / 2) <= 1);
        // Of the page it hides no more than its margin.
        constexpr int kMargin = 16;
        QVERIFY(m_bar->geometry().top() >= strip.geometry().top() - kMargin);
    }

    void longWordsAreToldWhole() {
        const QString words = QStringLiteral("The receipt could not be written. ").repeated(6);
        m_bar->tell(Icon::Warning, words, kMs);
        auto *label = m_bar->findChild<TextLabel *>();
        QVERIFY(label->height() >= label->heightForWidth(label->width()));
        QVERIFY(m_host->rect().contains(m_bar->geometry()));
    }

    void anotherLanguageEndsWhatWasTold() {
        QSignalSpy over(m_bar, &UndoBar::over);
        m_bar->tell(Icon::Check, QStringLiteral("Saved"), kMs);
        QEvent language(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_bar, &language);
        QVERIFY(m_bar->isHidden());
        QCOMPARE(over.size(), 0);
        // What could be taken back holds from then on.
        m_bar->offer(QStringLiteral("Refused"), kMs);
        QCoreApplication::sendEvent(m_bar, &language);
        QVERIFY(m_bar->isHidden());
        QCOMPARE(over.size(), 1);
    }

    void wheelOverAComboBoxChoosesNothing() {
        QComboBox combo(m_host.get());
        combo.setGeometry(20, 20, 200, 44);
        combo.addItems({QStringLiteral("11:00"), QStringLiteral("11:30")});
        combo.show();
        combo.setFocus();
        const QPointF middle(100, 22);
        QWheelEvent wheel(middle, combo.mapToGlobal(middle), {}, {0, -120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&combo, &wheel);
        QCOMPARE(combo.currentIndex(), 0);
        QVERIFY(!wheel.isAccepted()); // so that the page around it is scrolled
    }

    void comboBoxOpensRowsForFingers() {
        QComboBox combo(m_host.get());
        combo.setGeometry(20, 20, 200, 44);
        combo.addItems({QStringLiteral("Today"), QStringLiteral("Tomorrow")});
        combo.setCurrentIndex(1);
        combo.show();
        combo.showPopup();
        QTRY_VERIFY(combo.view()->isVisible());
        const QModelIndex second = combo.model()->index(1, 0);
        QVERIFY(combo.view()->visualRect(second).height() >= metrics::kTouchHeight);
        const QImage seen = combo.view()->window()->grab().toImage();
        const Tokens &tokens = testLook().tokens();
        QVERIFY(count(seen, tokens.accent.ink) > 20);                 // the present one
        QCOMPARE(seen.pixelColor(0, 20).rgb(), tokens.control.rgb()); // its edge
        const QString folder = qEnvironmentVariable("SOBAN_PICTURES");
        if (!folder.isEmpty())
            seen.save(folder + QStringLiteral("/combo.png"));
    }

private:
    std::unique_ptr<QWidget> m_host;
    UndoBar *m_bar = nullptr;
};

QTEST_MAIN(TstOverlays)
#include "TstOverlays.moc"
