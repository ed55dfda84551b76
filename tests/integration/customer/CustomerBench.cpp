// SPDX-License-Identifier: GPL-3.0-or-later
#include "CustomerBench.h"

#include "client-customer/OptionSheet.h"
#include "support/DemoTown.h"
#include "support/TestTown.h"
#include "ui/Button.h"
#include "ui/FocusRing.h"

#include <QApplication>
#include <QDir>
#include <QListView>
#include <QPointer>
#include <QRegularExpression>
#include <QTest>

namespace soban::testing {

namespace {

QString wordsOf(const QWidget &widget) {
    return widget.property("text").toString() + widget.accessibleName();
}

} // namespace

CustomerBench::CustomerBench(ui::Look &look) : m_look(look) {
    static const QRegularExpression onNothing(QStringLiteral("^QPainter::"));
    QTest::failOnWarning(onNothing);
}

void CustomerBench::openSignedOut(const QString &server) {
    m_place = std::make_unique<QTemporaryDir>();
    DeskSetup setup{desk::App::Customer, server, m_place->path()};
    setup.linkGrace = std::chrono::milliseconds(200);
    m_desk = makeDesk(setup, m_look);
    m_window = std::make_unique<customer::CustomerWindow>(*m_desk);
    m_window->begin();
    m_window->resize(1280, 800); // the offscreen screen is smaller than any desk
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qWarning("the window is not active");
}

bool CustomerBench::open(const QString &server, const QString &login, const QString &password) {
    openSignedOut(server);
    m_desk->session().signIn({login, password}, m_window.get(), [](const auto &answer) {
        if (!answer)
            qWarning("nobody is signed in");
    });
    return QTest::qWaitFor(
        [this] {
            const QListView *shops = list(QStringLiteral("Shops"));
            return (shops ? shops : list(QStringLiteral("가게"))) != nullptr;
        },
        20'000);
}

bool CustomerBench::open(const TestTown &town) {
    m_look.setLanguage(Language::English);
    return open(town.url().toString(), TestTown::loginOf(Caller::Customer),
                QString::fromLatin1(TestTown::kPassword)) &&
           QTest::qWaitFor([this] { return m_desk->link().state() == desk::LinkState::Live; });
}

void CustomerBench::close() {
    m_window.reset();
    m_desk.reset();
    m_place.reset();
}

QListView *CustomerBench::list(const QString &name) const {
    return find<QListView>(name);
}

ui::Button *CustomerBench::button(const char *beginning) const {
    for (auto *button : m_window->findChildren<ui::Button *>()) {
        if (button->isVisible() && button->text().startsWith(QString::fromUtf8(beginning)))
            return button;
    }
    return nullptr;
}

bool CustomerBench::sees(const char *words) const {
    for (const auto *widget : m_window->findChildren<QWidget *>()) {
        const QString said = widget->property("text").toString() + widget->accessibleName() +
                             widget->accessibleDescription();
        if (widget->isVisible() && said.contains(QString::fromUtf8(words)))
            return true;
    }
    return false;
}

bool CustomerBench::press(QWidget *widget) const {
    // A sheet that has just opened finds its places within a moment, and may replace its rows.
    const QPointer target(widget);
    const auto isOnTop = [&] {
        if (!target)
            return false;
        const QPoint at = target->mapTo(m_window.get(), target->rect().center());
        const QWidget *top = m_window->childAt(at);
        return top == target || target->isAncestorOf(top);
    };
    if (!QTest::qWaitFor(isOnTop))
        return false;
    QTest::mouseClick(target, Qt::LeftButton);
    return true;
}

void CustomerBench::press(QListView *view, int row) {
    const QModelIndex index = view->model()->index(row, 0);
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
}

bool CustomerBench::addWithOptions() const {
    auto *sheet = m_window->findChild<customer::OptionSheet *>();
    constexpr int kMostGroups = 5;
    for (int i = 0; sheet && sheet->isOpen() && i < kMostGroups; ++i) {
        for (ui::Button *button : sheet->findChildren<ui::Button *>()) {
            if (button->role() == ui::ButtonRole::Primary && !press(button))
                return false;
        }
        if (sheet->isOpen())
            key(Qt::Key_Space); // the keyboard is where it is lacking
    }
    return sheet && !sheet->isOpen();
}

void CustomerBench::key(Qt::Key key, Qt::KeyboardModifiers with) const {
    // To the window: who gets it is for Qt to say, as with a real keyboard.
    QTest::keyClick(m_window->windowHandle(), key, with);
}

void CustomerBench::type(const QString &words) const {
    for (const QChar sign : words)
        QTest::keyClick(m_window->windowHandle(), sign.toLatin1());
}

bool CustomerBench::tabTo(const QString &words) const {
    constexpr int kMostStops = 80;
    QStringList stops;
    for (int i = 0; i < kMostStops; ++i) {
        const QWidget *focus = QApplication::focusWidget();
        if (focus && focus->isVisible() && wordsOf(*focus).contains(words))
            return true;
        stops.append(focus ? wordsOf(*focus) : QStringLiteral("(nothing)"));
        key(Qt::Key_Tab);
    }
    qWarning("%s was not among: %s", qPrintable(words),
             qPrintable(stops.first(20).join(QStringLiteral(", "))));
    return false;
}

bool CustomerBench::isFocusSeen() const {
    const QWidget *focus = QApplication::focusWidget();
    if (!focus)
        return false;
    if (qobject_cast<const QAbstractItemView *>(focus))
        return true; // its delegate draws the ring
    for (const ui::FocusRing *ring : m_window->findChildren<ui::FocusRing *>()) {
        if (ring->isVisible() && ring->widget() == focus)
            return true;
    }
    return false;
}

void CustomerBench::save(const QString &page) const {
    const QString folder = qEnvironmentVariable("SOBAN_PICTURES");
    if (folder.isEmpty())
        return;
    // Pictures that are still on their way come within a moment.
    QTest::qWait(400);
    QDir().mkpath(folder);
    m_window->grab().save(QDir(folder).filePath(page + QStringLiteral(".png")));
}

void CustomerBench::picture(const QString &page) const {
    using Choice = ui::Look::Choice;
    if (qEnvironmentVariableIsEmpty("SOBAN_PICTURES"))
        return;
    const auto saveInBoth = [&](const QString &name) {
        save(name + QStringLiteral("-light"));
        m_look.setChoice(Choice::Dark);
        save(name + QStringLiteral("-dark"));
        m_look.setChoice(Choice::Light);
    };
    m_look.setLanguage(Language::Korean);
    saveInBoth(page + QStringLiteral("-ko"));
    m_look.setLanguage(Language::English);
    saveInBoth(page + QStringLiteral("-en"));
    QTest::qWait(50); // all words follow
}

} // namespace soban::testing
