// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowKit.h"

#include "desk/EntryFrame.h"
#include "desk/NoteLine.h"
#include "desk/RegisterPage.h"
#include "desk/SettingsSheet.h"
#include "desk/SignInPage.h"
#include "ui/Button.h"
#include "ui/FieldRow.h"
#include "ui/FocusRing.h"

#include <QCheckBox>
#include <algorithm>

using namespace soban;
using namespace soban::desk;
using contract::ErrorCode;

namespace {

const QString kSessions = QStringLiteral("/api/v1/sessions");
const QString kAccounts = QStringLiteral("/api/v1/accounts");

} // namespace

class TstEntry : public QObject {
    Q_OBJECT

private slots:
    void init() { m_kit = std::make_unique<WindowKit>(App::Customer); }
    void cleanup() { m_kit.reset(); }

    void signsIn() {
        m_kit->start();
        QTRY_VERIFY(signIn().isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), login());
        QTest::keyClicks(login(), QStringLiteral(" minji "));
        QTest::keyClick(login(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), password());
        QTest::keyClicks(password(), QStringLiteral("a good one"));
        QTest::keyClick(password(), Qt::Key_Return);
        QVERIFY(button(QStringLiteral("Signing in"))); // says so at once,
        QVERIFY(!login()->isEnabled());                // and takes nothing meanwhile
        QTRY_COMPARE(m_kit->posts(kSessions).size(), 1);
        const auto request =
            contract::decode<contract::SignInRequest>(m_kit->posts(kSessions)[0].request.body);
        QCOMPARE(request->login, QStringLiteral("minji"));
        QCOMPARE(request->password, QStringLiteral("a good one"));
        m_kit->answerSession(m_kit->posts(kSessions)[0]);
        QTRY_VERIFY(m_kit->desk->account());
        QVERIFY(password()->text().isEmpty());
        QCOMPARE(m_kit->desk->preferences().lastLogin(), QStringLiteral("minji"));
        QCOMPARE(int(m_kit->place.keychain.size()), 1);
    }

    void signsInByItselfWithGivenCredentialsOnce() {
        m_kit->startWithCredentials({QStringLiteral("till@shop"), QStringLiteral("correct horse")});
        QTRY_COMPARE(m_kit->posts(kSessions).size(), 1);
        const auto request =
            contract::decode<contract::SignInRequest>(m_kit->posts(kSessions)[0].request.body);
        QCOMPARE(request->login, QStringLiteral("till@shop"));
        QCOMPARE(request->password, QStringLiteral("correct horse"));
        m_kit->answerSession(m_kit->posts(kSessions)[0]);
        QTRY_VERIFY(m_kit->window->body);
        m_kit->desk->session().signOut();
        QTRY_VERIFY(!m_kit->window->body);
        QCOMPARE(m_kit->posts(kSessions).size(), 1);
    }

    void typesTheLoginWhereThePasswordIsNotGiven() {
        m_kit->startWithCredentials({QStringLiteral("till@shop"), {}});
        auto *page = m_kit->window->findChild<SignInPage *>();
        QTRY_VERIFY(page->isVisible());
        QVERIFY(page->findChild<QLineEdit *>()->text() == QStringLiteral("till@shop"));
        QCOMPARE(m_kit->posts(kSessions).size(), 0);
    }

    void whoDoesNotStayIsNotKept() {
        m_kit->start();
        QTRY_VERIFY(signIn().isVisible());
        auto *stay = signIn().findChild<QCheckBox *>();
        stay->setChecked(false);
        submit();
        QTRY_COMPARE(m_kit->posts(kSessions).size(), 1);
        m_kit->answerSession(m_kit->posts(kSessions)[0]);
        QTRY_VERIFY(m_kit->desk->account());
        QVERIFY(m_kit->place.keychain.empty());
    }

    void nobodyStaysWithoutAKeychain() {
        m_kit->startWithoutKeychain();
        QTRY_VERIFY(signIn().isVisible());
        auto *stay = signIn().findChild<QCheckBox *>();
        QTRY_VERIFY(!stay->isEnabled());
        QVERIFY(!stay->isChecked());
        const auto notes = signIn().findChildren<NoteLine *>();
        QVERIFY(std::any_of(notes.begin(), notes.end(), [](const NoteLine *note) {
            return note->isVisible() && note->text().contains(QStringLiteral("no keychain"));
        }));
        submit();
        QTRY_COMPARE(m_kit->posts(kSessions).size(), 1);
        // What the person prefers where there is one stays as it was.
        QVERIFY(m_kit->desk->preferences().staysSignedIn());
    }

    void refusedPersonGoesOnWhereTheyWere() {
        m_kit->start();
        QTRY_VERIFY(signIn().isVisible());
        submit();
        QTRY_COMPARE(m_kit->posts(kSessions).size(), 1);
        m_kit->posts(kSessions)[0].answer(502);
        QTRY_VERIFY(login()->isEnabled());
        QCOMPARE(QApplication::focusWidget(), password());
    }

    void emptyFieldsAreSaidAtThemAndNothingIsSent() {
        m_kit->start();
        QTRY_VERIFY(signIn().isVisible());
        QTest::keyClick(login(), Qt::Key_Return);
        for (const auto *row : signIn().findChildren<ui::FieldRow *>())
            QVERIFY(row->hasComplaint());
        QCOMPARE(QApplication::focusWidget(), login());
        QTest::keyClicks(login(), QStringLiteral("m"));
        QVERIFY(!signIn().findChildren<ui::FieldRow *>()[0]->hasComplaint());
        QCOMPARE(m_kit->posts(kSessions).size(), 0);
    }

    void aWrongPasswordIsSaidAtTheField() {
        m_kit->start();
        QTRY_VERIFY(signIn().isVisible());
        submit();
        QTRY_COMPARE(m_kit->posts(kSessions).size(), 1);
        refuse(m_kit->posts(kSessions)[0], ErrorCode::InvalidCredentials);
        auto *row = signIn().findChildren<ui::FieldRow *>()[1];
        QTRY_VERIFY(row->hasComplaint());
        QCOMPARE(QApplication::focusWidget(), password());
        QCOMPARE(password()->selectedText(), password()->text()); // typing replaces it
        // In the other language, too, without losing what was typed.
        m_kit->desk->preferences().setLanguage(Language::Korean);
        QTRY_VERIFY(password()->accessibleDescription().contains(QStringLiteral("맞지 않아요")));
        QCOMPARE(login()->text(), QStringLiteral("minji"));
        QTest::keyClicks(password(), QStringLiteral("x"));
        QVERIFY(!row->hasComplaint());
        submit();
        QTRY_COMPARE(m_kit->posts(kSessions).size(), 2);
        refuse(m_kit->posts(kSessions)[1], ErrorCode::InvalidCredentials);
        QTRY_VERIFY(row->hasComplaint());
        // It may as well be the login that was wrong.
        QTest::keyClicks(login(), QStringLiteral("x"));
        QVERIFY(!row->hasComplaint());
    }

    void waitsWhenThrottled() {
        m_kit->start();
        QTRY_VERIFY(signIn().isVisible());
        submit();
        QTRY_COMPARE(m_kit->posts(kSessions).size(), 1);
        refuse(m_kit->posts(kSessions)[0], ErrorCode::TooManyRequests, "Retry-After: 1\r\n");
        QTRY_COMPARE(message(), QStringLiteral("Too many tries. You can go on in 1 s."));
        auto *go = button(QStringLiteral("Sign in"));
        QVERIFY(!go->isEnabled());
        QTest::keyClick(password(), Qt::Key_Return);
        QCOMPARE(m_kit->posts(kSessions).size(), 1);
        QTRY_VERIFY(go->isEnabled());
        QCOMPARE(message(), QString());
    }

    void saysWhatIsWrongWithTheServer() {
        m_kit->start();
        QTRY_VERIFY(signIn().isVisible());
        submit();
        QTRY_COMPARE(m_kit->posts(kSessions).size(), 1);
        m_kit->posts(kSessions)[0].answer(502);
        QTRY_VERIFY(message().contains(QStringLiteral("http-502")));
    }

    void saysWhyOneWasSignedOut() {
        m_kit->keepSession(Role::Rider);
        m_kit->start();
        QTRY_VERIFY(message().contains(QStringLiteral("another of Soban's apps")));
    }

    void registers() {
        m_kit->start();
        QTRY_VERIFY(signIn().isVisible());
        QTest::mouseClick(button(QStringLiteral("New here · Register")), Qt::LeftButton);
        auto &page = *m_kit->window->findChild<RegisterPage *>();
        QTRY_VERIFY(page.isVisible() && !signIn().isVisible());
        const auto fields = page.findChildren<QLineEdit *>();
        QCOMPARE(QApplication::focusWidget(), fields[0]);
        const QStringList typed{QStringLiteral("Minji"), QStringLiteral("010-1234-5678"),
                                QStringLiteral("minji"), QStringLiteral("short")};
        for (int i = 0; i < 4; ++i)
            QTest::keyClicks(fields[i], typed[i]);
        QTest::keyClick(fields[3], Qt::Key_Return);
        QVERIFY(page.findChildren<ui::FieldRow *>()[3]->hasComplaint());
        QCOMPARE(m_kit->posts(kAccounts).size(), 0);
        QTest::keyClicks(fields[3], QStringLiteral("er no more"));
        QTest::keyClick(fields[3], Qt::Key_Return);
        QTRY_COMPARE(m_kit->posts(kAccounts).size(), 1);
        refuse(m_kit->posts(kAccounts)[0], ErrorCode::LoginTaken);
        QTRY_VERIFY(page.findChildren<ui::FieldRow *>()[2]->hasComplaint());
        QTest::keyClicks(fields[2], QStringLiteral("2"));
        QTest::keyClick(fields[2], Qt::Key_Return);
        QTRY_COMPARE(m_kit->posts(kAccounts).size(), 2);
        const auto request =
            contract::decode<contract::RegisterRequest>(m_kit->posts(kAccounts)[1].request.body);
        QCOMPARE(request->login, QStringLiteral("minji2"));
        QCOMPARE(request->role, Role::Customer);
        m_kit->answerSession(m_kit->posts(kAccounts)[1]);
        QTRY_VERIFY(m_kit->desk->account());
    }

    void everythingHasANameAndTheTabKeyFollowsTheEye() {
        m_kit->start();
        QTRY_VERIFY(signIn().isVisible());
        checkNames(m_kit->window.get());
        checkTabOrder(&signIn());
        QTest::mouseClick(button(QStringLiteral("New here · Register")), Qt::LeftButton);
        checkNames(m_kit->window.get());
        checkTabOrder(m_kit->window->findChild<RegisterPage *>());
    }

    void aSlowKeychainDoesNotHideTheWayIn() {
        m_kit->startWithSilentKeychain();
        QVERIFY(!signIn().isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(signIn().isVisible(), 5'000);
    }

    void ringStaysWhereTheKeyboardIs() {
        m_kit->start();
        QTRY_VERIFY(signIn().isVisible());
        auto *stay = signIn().findChild<QCheckBox *>();
        stay->setFocus(Qt::TabFocusReason);
        const auto ring = [&]() -> ui::FocusRing * {
            const auto rings = m_kit->window->findChildren<ui::FocusRing *>();
            const auto found = std::ranges::find(rings, stay, &ui::FocusRing::widget);
            return found != rings.end() ? *found : nullptr;
        };
        QTRY_VERIFY(ring() && ring()->isVisible());
        const QRect around(ring()->mapTo(m_kit->window.get(), QPoint()), ring()->size());
        QVERIFY(around.contains(QRect(stay->mapTo(m_kit->window.get(), QPoint()), stay->size())));
        m_kit->desk->preferences().setTextScale(1.25);
        QTRY_VERIFY(ring() && ring()->isVisible());
    }

    void fitsAtTwiceTheText() {
        m_kit->start();
        m_kit->window->resize(480, 800);
        m_kit->desk->preferences().setTextScale(2.0);
        QTRY_VERIFY(signIn().isVisible());
        QTest::qWait(50);
        QVERIFY(signIn().width() <= 480);
        for (const auto *field : signIn().findChildren<QLineEdit *>())
            QVERIFY(field->mapTo(m_kit->window.get(), field->rect().topRight()).x() < 480);
        // And what is to be pressed is in sight without scrolling.
        const ui::Button *signIn = button(QStringLiteral("Sign in"));
        QVERIFY(signIn && signIn->visibleRegion() == QRegion(signIn->rect()));
    }

    /// With SOBAN_PICTURES set to a folder, they are also pictured.
    void pagesStayWithinTheWindowInEachLook() {
        m_kit->startWithoutKeychain();
        QTRY_VERIFY(signIn().isVisible());
        QTest::keyClick(login(), Qt::Key_Tab);
        lookAt(QStringLiteral("sign-in"));
        m_kit->window->openShortcuts();
        lookAt(QStringLiteral("shortcuts"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        m_kit->window->openSettings();
        auto *sheet = m_kit->window->findChild<SettingsSheet *>();
        sheet->findChild<QCheckBox *>()->setFocus(Qt::TabFocusReason);
        lookAt(QStringLiteral("settings"));
        sheet->close();
        emit signIn().registerRequested();
        lookAt(QStringLiteral("register"));
        theLook()->setTextScale(1);
        theLook()->setLanguage(Language::English);
        theLook()->setChoice(ui::Look::Choice::Light);
    }

private:
    /// What is on show at three text sizes, in both languages and schemes.
    void lookAt(const QString &page) {
        const QString folder = qEnvironmentVariable("SOBAN_PICTURES");
        for (const double scale : {1.0, 1.5, 2.0}) {
            const bool isMiddle = scale == 1.5;
            theLook()->setTextScale(scale);
            theLook()->setLanguage(isMiddle ? Language::English : Language::Korean);
            theLook()->setChoice(isMiddle ? ui::Look::Choice::Dark : ui::Look::Choice::Light);
            m_kit->window->resize(scale == 1.0 ? QSize(1'000, 700) : QSize(480, 800));
            QTRY_VERIFY2(outside().isEmpty(),
                         qPrintable(QStringLiteral("%1 at %2: %3")
                                        .arg(page)
                                        .arg(scale)
                                        .arg(outside().join(QStringLiteral(", ")))));
            if (!folder.isEmpty())
                m_kit->window->grab().save(
                    QStringLiteral("%1/%2-%3.png").arg(folder, page).arg(scale));
        }
    }
    /// The fields and buttons that stand out of the window at its sides.
    QStringList outside() const {
        QStringList names;
        for (const auto *widget : m_kit->window->findChildren<QWidget *>()) {
            const bool isUsed = qobject_cast<const QLineEdit *>(widget) ||
                                qobject_cast<const QAbstractButton *>(widget);
            if (!isUsed || !widget->isVisible())
                continue;
            const int left = widget->mapTo(m_kit->window.get(), QPoint()).x();
            if (left < 0 || left + widget->width() > m_kit->window->width())
                names.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                             widget->accessibleName());
        }
        return names;
    }
    SignInPage &signIn() const { return *m_kit->window->findChild<SignInPage *>(); }
    QLineEdit *login() const { return signIn().findChildren<QLineEdit *>()[0]; }
    QLineEdit *password() const { return signIn().findChildren<QLineEdit *>()[1]; }
    ui::Button *button(const QString &text) const {
        for (auto *button : signIn().findChildren<ui::Button *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
    QString message() const { return signIn().findChildren<NoteLine *>()[0]->text(); }
    void submit() const {
        login()->setText(QStringLiteral("minji"));
        password()->setText(QStringLiteral("a good one"));
        password()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(password(), Qt::Key_Return);
    }

    std::unique_ptr<WindowKit> m_kit;
};

SOBAN_WINDOW_TEST(TstEntry)
#include "TstEntry.moc"
