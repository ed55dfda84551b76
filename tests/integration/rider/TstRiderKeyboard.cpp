// SPDX-License-Identifier: GPL-3.0-or-later
// A rider's whole day with nothing but keys: each goes to whatever has the keyboard, as from a real
// one. Nothing is focused, clicked or called by the test.
#include "client-rider/RiderWindow.h"
#include "support/DemoTown.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QListView>

using namespace soban;
using namespace soban::testing;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstRiderKeyboard : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void wholeDayByKeysAlone();

private:
    /// To what has the keyboard.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    }
    void type(const QString &text) const { QTest::keyClicks(QApplication::focusWidget(), text); }
    QString focusName() const {
        const QWidget *focus = QApplication::focusWidget();
        return focus ? focus->accessibleName() + u' ' + focus->property("text").toString()
                     : QString();
    }
    /// Tab until something with those words has the keyboard.
    bool tabTo(const char *words) const;
    bool sees(const char *words) const;

    DemoTown m_town;
    QTemporaryDir m_place;
    std::unique_ptr<Person> m_customer;
    std::unique_ptr<Person> m_owner;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<rider_app::RiderWindow> m_window;
};

void TstRiderKeyboard::initTestCase() {
    // A computer where it is yesterday for all but three hours of the town's day
    qputenv("TZ", "Etc/GMT+12");
    const auto fault = m_town.start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    m_customer = std::make_unique<Person>(m_town.address(), QStringLiteral("customer1@demo.soban"));
    m_owner = std::make_unique<Person>(m_town.address(), QStringLiteral("shop1@demo.soban"));
    theLook->setLanguage(Language::English);
    m_desk = makeDesk({desk::App::Rider, m_town.address(), m_place.path()}, *theLook);
    m_window = std::make_unique<rider_app::RiderWindow>(*m_desk);
    m_window->begin();
    m_window->resize(480, 800);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

bool TstRiderKeyboard::tabTo(const char *words) const {
    constexpr int kMostStops = 40;
    for (int stop = 0; stop < kMostStops; ++stop) {
        if (focusName().contains(QString::fromUtf8(words)))
            return true;
        press(Qt::Key_Tab);
        QCoreApplication::processEvents();
    }
    return false;
}

bool TstRiderKeyboard::sees(const char *words) const {
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        const QString text = widget->property("text").toString() + widget->accessibleName();
        if (widget->isVisible() && text.contains(QString::fromUtf8(words)))
            return true;
    }
    return false;
}

void TstRiderKeyboard::wholeDayByKeysAlone() { // R8 R9 R12
    // The way in
    QTRY_VERIFY(sees("Sign in"));
    QVERIFY2(tabTo("Login"), qPrintable(focusName()));
    type(QStringLiteral("rider1@demo.soban"));
    QVERIFY(tabTo("Password"));
    type(QStringLiteral("soban-demo"));
    press(Qt::Key_Return);
    // On a busy machine the server takes its time over a password.
    constexpr int kSignInMs = 20'000;
    QTRY_VERIFY_WITH_TIMEOUT(sees("On duty"), kSignInMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->link().isUp(), kSignInMs);
    // A pause, and back to work
    press(Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(sees("You are off duty"));
    QVERIFY(tabTo("Go on duty"));
    press(Qt::Key_Space);
    QTRY_VERIFY(sees("Deliveries near you"));
    // A delivery comes; the list is reached and pressed
    const DemoOrder order = mealForRiders(*m_customer, *m_owner);
    QTRY_VERIFY(sees("Deliveries near you 1"));
    QTRY_VERIFY(m_window->findChild<QListView *>());
    QVERIFY2(tabTo("Deliveries near you"), qPrintable(focusName()));
    press(Qt::Key_Return);
    // The next step has the keyboard by itself
    QTRY_VERIFY(focusName().contains(QStringLiteral("I have picked it up")));
    press(Qt::Key_Space);
    QTRY_VERIFY(focusName().contains(QStringLiteral("Collect ₩")));
    press(Qt::Key_Space);
    QTRY_VERIFY(focusName().contains(QStringLiteral("Received")));
    press(Qt::Key_Space);
    QTRY_VERIFY(focusName().contains(QStringLiteral("four digits")));
    // A slip of the finger, and its mending
    type(QStringLiteral("9"));
    press(Qt::Key_Backspace);
    type(order.code);
    press(Qt::Key_Return);
    QTRY_VERIFY(sees("Handed over."));
    QTRY_COMPARE(m_desk->commands().pending(), 0);
    QCOMPARE(m_customer->ask(client::calls::order(order.id)).state, OrderState::Delivered);
    // What it brought
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(sees("History"));
    QVERIFY(tabTo("History"));
    press(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(sees("Deliveries: 1"));
    // The list of shortcuts, and out again
    press(Qt::Key_F1);
    QTRY_VERIFY(sees("Shortcuts"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!sees("Shortcuts"));
    press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(sees("Deliveries near you 0"));
    press(Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(sees("You are off duty"));
}

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstRiderKeyboard test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstRiderKeyboard.moc"
