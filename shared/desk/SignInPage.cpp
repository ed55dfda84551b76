// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/SignInPage.h"

#include "desk/NoteLine.h"
#include "ui/Button.h"
#include "ui/FieldRow.h"

#include <QApplication>
#include <QCheckBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace soban::desk {

namespace {

using namespace soban::ui;
using contract::ErrorCode;

constexpr int kSignInTitle = 42;
constexpr std::chrono::seconds kDefaultThrottle{30};

} // namespace

SignInPage::SignInPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_title(new TextLabel(Text::Answer, Weight::Bold))
    , m_subtitle(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_gap(new QSpacerItem(0, metrics::kGap24))
    , m_login(new TextField)
    , m_loginRow(new FieldRow(m_login))
    , m_password(new TextField)
    , m_passwordRow(new FieldRow(m_password))
    , m_stay(new QCheckBox)
    , m_message(new NoteLine(Icon::Warning, Ink::Danger))
    , m_signIn(new Button(ButtonRole::Primary))
    , m_register(new Button(ButtonRole::Plain, Icon::User))
    , m_keychain(new NoteLine(Icon::Lock, Ink::Ink2)) {
    build();
    fit();
    connect(m_signIn, &Button::clicked, this, &SignInPage::submit);
    connect(m_register, &Button::clicked, this, &SignInPage::registerRequested);
    connect(m_login, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::submit);
    for (const TextField *field : {m_login, m_password})
        connect(field, &QLineEdit::textEdited, this, [this] {
            // Which of the two was wrong nobody knows: either of them takes the words away.
            if (m_error.has_value())
                m_passwordRow->setComplaint({});
            m_error.reset();
            showMessage();
        });
    connect(m_stay, &QCheckBox::toggled, this, &SignInPage::retranslate);
    connect(&desk.tokens(), &KeychainTokenStore::lastingChanged, this, &SignInPage::retranslate);
    connect(&m_second, &QTimer::timeout, this, &SignInPage::countDown);
    m_second.setInterval(std::chrono::seconds(1));
    m_login->setText(desk.preferences().lastLogin());
    m_stay->setChecked(desk.preferences().staysSignedIn());
    retranslate();
}

void SignInPage::build() {
    m_subtitle->setMostLines(0);
    m_login->setSymbol(Icon::User);
    m_login->setMaxLength(254);
    m_password->setSymbol(Icon::Lock);
    m_password->setMaxLength(256);
    m_password->makePassword();
    m_signIn->setTall(metrics::kShopHeight);
    m_register->setVisible(m_desk.app() != App::Shop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addSpacerItem(m_gap);
    column->addWidget(m_loginRow);
    column->addSpacing(metrics::kGap16);
    column->addWidget(m_passwordRow);
    column->addSpacing(metrics::kGap4);
    column->addWidget(m_stay);
    column->addWidget(m_message);
    column->addSpacing(metrics::kGap8);
    column->addWidget(m_signIn);
    column->addSpacing(metrics::kGap12);
    column->addWidget(m_register);
    column->addSpacing(metrics::kGap24);
    column->addWidget(m_keychain);
}

void SignInPage::fit() {
    // The line is tighter than the tails of Latin letters.
    m_title->setMinimumHeight(Look::of(this).scaled(kSignInTitle));
}

void SignInPage::setLow(bool isLow) {
    m_subtitle->setVisible(!isLow);
    m_gap->changeSize(0, isLow ? metrics::kGap8 : metrics::kGap24);
    layout()->invalidate();
}

void SignInPage::takeFocus() {
    if (m_login->text().isEmpty())
        m_login->setFocus(Qt::OtherFocusReason);
    else
        m_password->setFocus(Qt::OtherFocusReason);
}

void SignInPage::tell(Farewell why) {
    m_farewell = why;
    m_error.reset();
    showMessage();
}

void SignInPage::retranslate() {
    m_title->setText(tr("Sign in"));
    m_subtitle->setText(m_desk.app() == App::Customer
                            ? tr("Sign in to order and follow your orders.")
                        : m_desk.app() == App::Shop ? tr("Sign in with the shop's account.")
                                                    : tr("Sign in to see deliveries near you."));
    m_loginRow->setLabel(tr("Login"));
    m_passwordRow->setLabel(tr("Password"));
    m_stay->setText(tr("Stay signed in"));
    showStay();
    m_register->setText(tr("New here · Register"));
    m_keychain->setText(keychainNote());
    setBusy(m_signIn->isBusy());
    if (m_loginRow->hasComplaint() || m_passwordRow->hasComplaint())
        check();
    countDown();
}

/// Without a keychain nobody can stay, whatever they prefer.
void SignInPage::showStay() {
    const bool hasKeychain = m_desk.tokens().hasKeychain();
    const bool couldStay = m_mayStay;
    m_mayStay = hasKeychain;
    m_stay->setEnabled(hasKeychain && !m_signIn->isBusy());
    const QSignalBlocker quiet(m_stay);
    if (!hasKeychain)
        m_stay->setChecked(false);
    else if (!couldStay)
        m_stay->setChecked(m_desk.preferences().staysSignedIn());
}

QString SignInPage::keychainNote() const {
    if (!m_desk.tokens().hasKeychain())
        return tr("This computer has no keychain that could keep your sign-in: you are signed out "
                  "when the app is closed.");
    return m_stay->isChecked() ? tr("Your sign-in is kept in this computer's keychain only.")
                               : tr("You are signed out when the app is closed.");
}

bool SignInPage::check() {
    m_loginRow->setComplaint(m_login->text().trimmed().isEmpty() ? tr("Type your login.")
                                                                 : QString());
    m_passwordRow->setComplaint(m_password->text().isEmpty() ? tr("Type your password.")
                                                             : QString());
    for (FieldRow *row : {m_loginRow, m_passwordRow}) {
        if (!row->hasComplaint())
            continue;
        row->setFocus(Qt::OtherFocusReason);
        emit attentionWanted(row);
        return false;
    }
    return true;
}

void SignInPage::enter(const Credentials &credentials) {
    m_login->setText(credentials.login);
    m_password->setText(credentials.password);
    if (credentials.password.isEmpty())
        takeFocus();
    else
        submit();
}

void SignInPage::submit() {
    if (m_signIn->isBusy() || !m_throttledUntil.hasExpired() || !check())
        return;
    m_error.reset();
    m_farewell.reset();
    showMessage();
    setBusy(true);
    const QString login = m_login->text().trimmed();
    m_desk.preferences().setLastLogin(login);
    if (m_mayStay)
        m_desk.preferences().setStaysSignedIn(m_stay->isChecked());
    m_desk.tokens().setKept(m_stay->isChecked());
    m_desk.session().signIn({login, m_password->text()}, this, [this](const auto &account) {
        setBusy(false);
        if (account)
            m_password->clear();
        else
            fail(account.error());
    });
}

void SignInPage::setBusy(bool busy) {
    // What is disabled loses the keyboard; whoever is refused goes on where they were.
    if (busy && !m_signIn->isBusy())
        m_focusBefore =
            isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : nullptr;
    m_signIn->setBusy(busy);
    m_signIn->setText(busy ? tr("Signing in") : tr("Sign in"));
    for (QWidget *widget : {static_cast<QWidget *>(m_login), static_cast<QWidget *>(m_password),
                            static_cast<QWidget *>(m_register)})
        widget->setEnabled(!busy);
    showStay();
    if (!busy && m_focusBefore)
        std::exchange(m_focusBefore, nullptr)->setFocus(Qt::OtherFocusReason);
}

void SignInPage::fail(const client::ApiError &error) {
    if (error.is(ErrorCode::TooManyRequests)) {
        throttle(error.retryAfter.value_or(kDefaultThrottle));
        return;
    }
    m_error = error;
    showMessage();
    if (error.is(ErrorCode::InvalidCredentials)) {
        m_password->selectAll();
        m_password->setFocus(Qt::OtherFocusReason);
    }
}

void SignInPage::throttle(std::chrono::milliseconds span) {
    m_throttledUntil.setRemainingTime(span);
    m_second.start();
    countDown();
}

void SignInPage::countDown() {
    const bool isOver = m_throttledUntil.hasExpired();
    m_signIn->setEnabled(isOver);
    if (isOver)
        m_second.stop();
    showMessage();
}

void SignInPage::showMessage() {
    QString text;
    const bool isWrongPassword = m_error && m_error->is(ErrorCode::InvalidCredentials);
    if (!m_throttledUntil.hasExpired()) {
        const qint64 seconds = (m_throttledUntil.remainingTime() + 999) / 1000;
        text = seconds > 120
                   ? tr("Too many tries. You can go on in %1 min.").arg((seconds + 59) / 60)
                   : tr("Too many tries. You can go on in %1 s.").arg(seconds);
    } else if (m_error && !isWrongPassword) {
        const Complaint complaint = explain(*m_error);
        text = tr("%1 %2 (%3)").arg(complaint.what, complaint.advice, complaint.code);
    } else if (m_farewell == Farewell::Expired) {
        text = tr("You were signed out. Sign in again and carry on.");
    } else if (m_farewell == Farewell::WrongApp) {
        text = tr("This account belongs to another of Soban's apps.");
    }
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    if (m_message->isVisible())
        emit attentionWanted(m_message);
    if (isWrongPassword) {
        m_passwordRow->setComplaint(explain(*m_error).what);
        emit attentionWanted(m_passwordRow);
    }
}

void SignInPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        fit();
    QWidget::changeEvent(event);
}

} // namespace soban::desk
