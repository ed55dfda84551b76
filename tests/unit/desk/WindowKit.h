// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DeskTestKit.h"

#include "desk/AppWindow.h"
#include "ui/Bars.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>

/// What the application has, once for all windows of a test.
inline soban::ui::Look *&theLook() {
    static soban::ui::Look *look = nullptr;
    return look;
}

/// A window with a bar at its top and one field in its middle.
class PlainWindow : public soban::desk::AppWindow {
public:
    using AppWindow::AppWindow;

    QPointer<QLineEdit> body;

protected:
    soban::desk::MainParts makeMain(const soban::contract::AccountView &) override {
        body = new QLineEdit;
        body->setAccessibleName(QStringLiteral("body"));
        return {body, new soban::ui::TopBar};
    }
};

/// Never answers: as a keychain that asks for its password.
class SilentKeychain : public soban::desk::Keychain {
public:
    void read(const QString &, QObject *, Answered) override {}
    void write(const QString &, const QByteArray &, QObject *, Answered) override {}
    void remove(const QString &, QObject *, Answered) override {}
};

/// A server, a desk and a window.
struct WindowKit {
    explicit WindowKit(soban::desk::App kind) : app(kind) {
        server.takesWebSockets = true;
        soban::desk::Preferences(place.parts().places.settingsFile)
            .setLanguage(soban::Language::English);
    }

    void start() { startWith(place.parts()); }
    void startWithCredentials(const soban::desk::Credentials &credentials) {
        startWith(place.parts(), credentials);
    }
    void startWithSilentKeychain() {
        auto parts = place.parts();
        parts.keychain = std::make_unique<SilentKeychain>();
        startWith(std::move(parts));
    }

    void startWithoutKeychain() {
        auto parts = place.parts();
        parts.keychain = std::make_unique<soban::desk::NoKeychain>();
        startWith(std::move(parts));
    }

    QList<ScriptedServer::Exchange> posts(const QString &path) const {
        QList<ScriptedServer::Exchange> found;
        for (const auto &exchange : server.requestsTo(path)) {
            if (exchange.request.method == "POST")
                found.append(exchange);
        }
        return found;
    }
    soban::contract::SessionView session(soban::Role role) const {
        auto session = tokens(1, soban::SystemClock().now());
        session.account.role = role;
        return session;
    }
    void answerSession(const ScriptedServer::Exchange &exchange) const {
        exchange.answer(201, soban::contract::encode(session(roleOf(app))));
    }
    void keepSession(soban::Role role) {
        place.keychain[QStringLiteral("key")] = soban::contract::encode(session(role));
    }

    soban::desk::App app;
    ScriptedServer server;
    DeskPlace place;
    std::unique_ptr<soban::desk::Desk> desk;
    std::unique_ptr<PlainWindow> window;

private:
    void startWith(soban::desk::DeskParts parts,
                   const std::optional<soban::desk::Credentials> &credentials = {}) {
        desk = std::make_unique<soban::desk::Desk>(app, optionsFor(server), std::move(parts),
                                                   *theLook());
        window = std::make_unique<PlainWindow>(*desk, QSize(1'000, 700));
        window->begin(credentials);
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
};

/// Each widget that the keyboard reaches says what it is.
inline void checkNames(const QWidget *window) {
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamed =
            !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(isNamed, widget->metaObject()->className());
    }
}

/// From top to bottom.
inline void checkTabOrder(const QWidget *page) {
    int last = -1;
    int count = 0;
    for (QWidget *widget = page->nextInFocusChain(); widget != page;
         widget = widget->nextInFocusChain()) {
        if (!page->isAncestorOf(widget) || !widget->isVisible() ||
            !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const int y = widget->mapTo(page, QPoint()).y();
        QVERIFY2(y >= last, qPrintable(widget->accessibleName()));
        last = y;
        ++count;
    }
    QVERIFY(count > 2);
}

#define SOBAN_WINDOW_TEST(Test)                                                                    \
    int main(int argc, char *argv[]) {                                                             \
        QApplication application(argc, argv);                                                      \
        theLook() = &soban::ui::SobanStyle::install(application);                                  \
        const soban::ui::Translations translations(*theLook());                                    \
        Test test;                                                                                 \
        return QTest::qExec(&test, argc, argv);                                                    \
    }
