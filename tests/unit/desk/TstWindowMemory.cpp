// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/WindowMemory.h"

#include <QGuiApplication>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <memory>

using namespace soban::desk;

class TstWindowMemory : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_preferences =
            std::make_unique<Preferences>(m_folder->filePath(QStringLiteral("settings.ini")));
    }

    void cleanup() {
        // In this order: preferences write their last change to the folder.
        m_preferences.reset();
        m_folder.reset();
    }

    void aWindowStandsWhereItStood() {
        const QRect place(60, 70, 500, 300);
        for (int visit = 0; visit < 2; ++visit) {
            QWidget window;
            new WindowMemory(&window, QStringLiteral("main"), {400, 200}, *m_preferences);
            QCOMPARE(window.size(), visit == 0 ? QSize(400, 200) : place.size());
            if (visit == 1)
                QCOMPARE(window.geometry(), place);
            window.show();
            window.setGeometry(place);
            QVERIFY(window.close());
        }
    }

    void windowsAreToldApart() {
        {
            QWidget window;
            new WindowMemory(&window, QStringLiteral("main"), {400, 200}, *m_preferences);
            window.show();
            window.resize(300, 300);
            window.close();
        }
        QWidget other;
        new WindowMemory(&other, QStringLiteral("tickets"), {350, 250}, *m_preferences);
        QCOMPARE(other.size(), QSize(350, 250));
    }

    void damagedMemoryIsNoMemory() {
        m_preferences->setWindowGeometry(QStringLiteral("main"), "nonsense");
        QWidget window;
        new WindowMemory(&window, QStringLiteral("main"), {400, 200}, *m_preferences);
        QCOMPARE(window.size(), QSize(400, 200));
    }

    void neverLargerThanTheScreenAtFirst() {
        QWidget window;
        new WindowMemory(&window, QStringLiteral("main"), {40'000, 20'000}, *m_preferences);
        QVERIFY(window.width() <= QGuiApplication::primaryScreen()->availableSize().width());
    }

    void comesBackToAScreen_data() {
        QTest::addColumn<QRect>("window");
        QTest::addColumn<bool>("stays");
        QTest::newRow("well within") << QRect(100, 100, 400, 300) << true;
        QTest::newRow("on the second") << QRect(2'100, 10, 400, 300) << true;
        QTest::newRow("half over the side") << QRect(1'000, 100, 800, 300) << true;
        QTest::newRow("below the bottom") << QRect(100, 990, 400, 300) << false;
        QTest::newRow("title above the top") << QRect(100, -200, 400, 300) << false;
        QTest::newRow("a screen that is gone") << QRect(5'000, 100, 400, 300) << false;
        QTest::newRow("only a sliver") << QRect(-360, 100, 400, 300) << false;
        QTest::newRow("gone, and too large") << QRect(5'000, 100, 9'000, 9'000) << false;
    }
    void comesBackToAScreen() {
        QFETCH(QRect, window);
        QFETCH(bool, stays);
        const QList<QRect> screens{{0, 0, 1'280, 1'000}, {2'000, 0, 1'280, 1'000}};
        const QRect place = onScreen(window, screens);
        if (stays)
            QCOMPARE(place, window);
        else
            QVERIFY(screens.constFirst().contains(place));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
};

QTEST_MAIN(TstWindowMemory)
#include "TstWindowMemory.moc"
