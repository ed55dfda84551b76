// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Notifier.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace soban::desk;

class TstNotifier : public QObject {
    Q_OBJECT

private slots:
    /// The offscreen platform has no tray, as many desktops have none.
    void withoutATrayItIsQuiet() {
        Notifier notifier(App::Shop);
        QWidget window;
        notifier.setWindow(&window);
        notifier.show();
        QVERIFY(!notifier.hasTray());
        notifier.notify({QStringLiteral("New order"), QStringLiteral("421"), true});
        notifier.setSummary(QStringLiteral("1 new order"));
    }

    void outlivesItsWindow() {
        Notifier notifier(App::Rider);
        {
            QWidget window;
            notifier.setWindow(&window);
        }
        notifier.notify({QStringLiteral("Offer"), {}});
    }

    void theMenuOpensAndQuits() {
        Notifier notifier(App::Customer);
        QSignalSpy opened(&notifier, &Notifier::windowRequested);
        QSignalSpy quit(&notifier, &Notifier::quitRequested);
        QMenu *menu = nullptr;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *candidate = qobject_cast<QMenu *>(widget))
                menu = candidate;
        }
        QVERIFY(menu);
        const QList<QAction *> actions = menu->actions();
        QCOMPARE(int(actions.size()), 2);
        QCOMPARE(actions[0]->text(), QStringLiteral("Open Soban"));
        actions[0]->trigger();
        actions[1]->trigger();
        QCOMPARE(opened.count(), 1);
        QCOMPARE(quit.count(), 1);
    }
};

QTEST_MAIN(TstNotifier)
#include "TstNotifier.moc"
