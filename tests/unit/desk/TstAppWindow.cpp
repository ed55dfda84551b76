// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowKit.h"

#include "desk/EntryFrame.h"
#include "desk/OfflineBanner.h"
#include "desk/SettingsSheet.h"
#include "desk/ShortcutSheet.h"
#include "ui/Button.h"
#include "ui/Segment.h"
#include "ui/Stepper.h"

#include <QAction>
#include <QCheckBox>
#include <QScrollArea>
#include <QTimeZone>

using namespace soban;
using namespace soban::desk;

class TstAppWindow : public QObject {
    Q_OBJECT

private slots:
    void init() { m_kit = std::make_unique<WindowKit>(App::Shop); }
    void cleanup() { m_kit.reset(); }

    void showsTheAppToWhomIsSignedInAndNothingOfItAfterwards() {
        startSignedIn();
        QVERIFY(!window().findChild<EntryFrame *>()->isVisible());
        QCOMPARE(window().windowTitle(), QStringLiteral("Owner · Soban for shops"));
        QTRY_COMPARE(QApplication::focusWidget(), window().body.data());
        m_kit->desk->session().signOut();
        QVERIFY(window().findChild<EntryFrame *>()->isVisible());
        QTRY_VERIFY(!window().body);
        QCOMPARE(window().windowTitle(), QStringLiteral("Soban for shops"));
    }

    void tellsTheConnection() {
        startSignedIn();
        auto *strip = window().findChild<ui::StatusStrip *>();
        auto *banner = window().findChild<OfflineBanner *>();
        QTRY_COMPARE(strip->liveness(), ui::Liveness::Live);
        QVERIFY(!banner->isVisible());
        m_kit->server.stopListening();
        m_kit->server.hangUpAll();
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(strip->liveness(), ui::Liveness::Offline);
        const QString at = m_kit->desk->link().lostAt()->toUtc().toString(QStringLiteral("HH:mm"));
        QVERIFY2(banner->accessibleName().contains(at), qPrintable(banner->accessibleName()));
        QVERIFY(window().body->isEnabled()); // what is shown stays, and stays usable
        QVERIFY(m_kit->server.listenAgain());
        QTest::mouseClick(banner->findChild<ui::Button *>(), Qt::LeftButton);
        QTRY_VERIFY(!banner->isVisible());
        QCOMPARE(strip->liveness(), ui::Liveness::Live);
    }

    void bannerMovesNothingWhileItIsPressed() {
        startSignedIn();
        auto *banner = window().findChild<OfflineBanner *>();
        const QPoint at = window().body->mapTo(&window(), window().body->rect().center());
        const QPoint before = window().body->mapTo(&window(), QPoint());
        QTest::mousePress(window().windowHandle(), Qt::LeftButton, {}, at);
        m_kit->server.stopListening();
        m_kit->server.hangUpAll();
        QTRY_COMPARE(m_kit->desk->link().state(), LinkState::Offline);
        QTest::qWait(400);
        QVERIFY(!banner->isVisible());
        QCOMPARE(window().body->mapTo(&window(), QPoint()), before);
        QTest::mouseRelease(window().windowHandle(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(banner->isVisible());
    }

    void f1ListsWhatCanBeDone() {
        startSignedIn();
        int accepted = 0;
        window().addCommand(
            window().body, QKeySequence(Qt::Key_F5), [] { return QStringLiteral("Accept"); },
            [&accepted] { ++accepted; });
        auto *nameless = new QAction(&window());
        nameless->setShortcut(Qt::Key_F6);
        QTest::keyClick(&window(), Qt::Key_F5);
        QCOMPARE(accepted, 1);
        QTest::keyClick(&window(), Qt::Key_F1);
        auto *sheet = window().findChild<ShortcutSheet *>();
        QVERIFY(sheet->isOpen());
        auto *scroll = sheet->findChild<QScrollArea *>();
        QTRY_VERIFY(scroll->widget()->height() > 5 * 30); // all rows are seen
        QTRY_VERIFY(scroll->viewport()->height() >= scroll->widget()->height());
        QStringList lines;
        for (const ShortcutRow &row : shortcutsOf(&window()))
            lines.append(row.what + QStringLiteral("=") + row.keys);
        QVERIFY2(lines.contains(QStringLiteral("Accept=F5")), qPrintable(lines.join(u' ')));
        QVERIFY(lines.contains(QStringLiteral("Shortcuts=F1")));
        QVERIFY(lines.contains(QStringLiteral("Settings=Ctrl+,")));
        QVERIFY(!lines.join(u' ').contains(QStringLiteral("F6")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!sheet->isOpen());
        QCOMPARE(QApplication::focusWidget(), window().body.data());
        // It goes with what it belongs to.
        m_kit->desk->session().signOut();
        QTRY_VERIFY(!window().body);
        QVERIFY(std::ranges::none_of(shortcutsOf(&window()), [](const ShortcutRow &row) {
            return row.what == QStringLiteral("Accept");
        }));
    }

    void f1ListsNothingOfPagesThatAreNotSeen() {
        startSignedIn();
        auto *page = new QWidget(window().body);
        auto *action = new QAction(QStringLiteral("Save the page"), page);
        action->setShortcut(Qt::Key_F7);
        const auto isListed = [this] {
            return std::ranges::any_of(shortcutsOf(&window()), [](const ShortcutRow &row) {
                return row.what == QStringLiteral("Save the page");
            });
        };
        page->hide();
        QVERIFY(!isListed());
        page->show();
        QVERIFY(isListed());
    }

    void keysOfThePagesWaitWhileASheetCoversThem() {
        startSignedIn();
        int pages = 0;
        window().addCommand(
            window().body, QKeySequence(Qt::CTRL | Qt::Key_2),
            [] { return QStringLiteral("Second page"); }, [&pages] { ++pages; });
        QTest::keyClick(&window(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(pages, 1);
        window().openSettings();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(pages, 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(pages, 2);
    }

    void wordsFollowTheLanguageWhileItRuns() {
        startSignedIn();
        m_kit->desk->preferences().setLanguage(Language::Korean);
        QTRY_COMPARE(window().windowTitle(), QStringLiteral("Owner · 소반 사장님"));
        QCOMPARE(shortcutsOf(&window())[0].what, QStringLiteral("단축키"));
    }

    void settingsHoldAtOnce() {
        startSignedIn();
        window().openSettings();
        auto *sheet = window().findChild<SettingsSheet *>();
        QVERIFY(sheet->isOpen());
        const Preferences &set = m_kit->desk->preferences();

        // With the keyboard alone: the first is the language.
        QWidget *first = QApplication::focusWidget();
        QVERIFY(sheet->findChildren<ui::Segment *>()[0]->isAncestorOf(first));
        QTest::keyClick(first, Qt::Key_Left);
        QCOMPARE(set.language(), Language::Korean);
        QTRY_COMPARE(window().windowTitle(), QStringLiteral("Owner · 소반 사장님"));
        QCOMPARE(theLook()->language(), Language::Korean);

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(set.scheme(), ui::Look::Choice::Dark);
        QCOMPARE(theLook()->scheme(), ui::Scheme::Dark);

        auto *size = sheet->findChildren<ui::Stepper *>()[0];
        QTest::keyClick(size, Qt::Key_Up);
        QCOMPARE(set.textScale(), 1.25);
        QCOMPARE(theLook()->textScale(), 1.25);

        const auto boxes = sheet->findChildren<QCheckBox *>();
        QTest::keyClick(boxes[0], Qt::Key_Space);
        QVERIFY(set.isMotionReduced());
        QTest::keyClick(boxes[1], Qt::Key_Space);
        QVERIFY(set.isMuted(SoundKind::NewOrder));
    }

    void settingsHaveNamesAndOrder() {
        startSignedIn();
        window().resize(1'000, 1'000);
        window().openSettings();
        checkNames(&window());
        checkTabOrder(window().findChild<SettingsSheet *>());
    }

    void eachAppHasItsSounds() {
        QVERIFY(soundsOf(App::Shop).contains(SoundKind::NewOrder));
        QVERIFY(!soundsOf(App::Customer).contains(SoundKind::NewOrder));
        QVERIFY(soundsOf(App::Rider).contains(SoundKind::Offer));
    }

    void oneSheetAtATime() {
        startSignedIn();
        window().openSettings();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        QVERIFY(window().findChild<ShortcutSheet *>()->isOpen());
        QVERIFY(!window().findChild<SettingsSheet *>()->isOpen());
    }

    void comesForwardWhenASecondOneStarts() {
        startSignedIn();
        window().showMinimized();
        window().comeForward(QStringLiteral("token-7"));
        QVERIFY(!window().isMinimized());
        QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray("token-7"));
        QTRY_VERIFY(window().isActiveWindow());
    }

    void standsWhereItStood() {
        startSignedIn();
        window().setGeometry(50, 60, 640, 480);
        window().close();
        m_kit->window.reset();
        PlainWindow again(*m_kit->desk, QSize(1'000, 700));
        QCOMPARE(again.geometry(), QRect(50, 60, 640, 480));
    }

private:
    PlainWindow &window() const { return *m_kit->window; }
    void startSignedIn() const {
        m_kit->keepSession(Role::Shop);
        m_kit->start();
        QTRY_VERIFY(window().body);
        QTRY_COMPARE(m_kit->desk->link().state(), LinkState::Live);
    }

    std::unique_ptr<WindowKit> m_kit;
};

SOBAN_WINDOW_TEST(TstAppWindow)
#include "TstAppWindow.moc"
