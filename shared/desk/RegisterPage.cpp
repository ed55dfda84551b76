// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/RegisterPage.h"

#include "desk/NoteLine.h"
#include "ui/Button.h"
#include "ui/FieldRow.h"

#include <QEvent>
#include <QVBoxLayout>

namespace soban::desk {

namespace {

using namespace soban::ui;
using contract::ErrorCode;

constexpr int kRegisterTitle = 42;
/// As the contract has them.
struct Bounds {
    int least;
    int most;
};
constexpr std::array kBounds{Bounds{1, 60}, Bounds{3, 30}, Bounds{3, 254}, Bounds{8, 256}};
constexpr std::array kSymbols{Icon::User, Icon::Phone, Icon::Mail, Icon::Lock};

} // namespace

RegisterPage::RegisterPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_title(new TextLabel(Text::Answer, Weight::Bold))
    , m_subtitle(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_gap(new QSpacerItem(0, metrics::kGap24))
    , m_message(new NoteLine(Icon::Warning, Ink::Danger))
    , m_register(new Button(ButtonRole::Primary))
    , m_back(new Button(ButtonRole::Plain, Icon::Left)) {
    build();
    fit();
    connect(m_register, &Button::clicked, this, &RegisterPage::submit);
    connect(m_back, &Button::clicked, this, &RegisterPage::signInRequested);
    retranslate();
}

void RegisterPage::build() {
    m_subtitle->setMostLines(0);
    m_register->setTall(metrics::kShopHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addSpacerItem(m_gap);
    for (int i = 0; i < FieldCount; ++i) {
        auto *field = new TextField;
        field->setSymbol(kSymbols[std::size_t(i)]);
        field->setMaxLength(kBounds[std::size_t(i)].most);
        auto *row = new FieldRow(field);
        column->addWidget(row);
        column->addSpacing(metrics::kGap12);
        connect(field, &QLineEdit::returnPressed, this, &RegisterPage::submit);
        m_entries.push_back({field, row});
    }
    m_entries[Password].field->makePassword();
    column->addWidget(m_message);
    column->addSpacing(metrics::kGap8);
    column->addWidget(m_register);
    column->addSpacing(metrics::kGap12);
    column->addWidget(m_back);
}

void RegisterPage::fit() {
    // The line is tighter than the tails of Latin letters.
    m_title->setMinimumHeight(Look::of(this).scaled(kRegisterTitle));
}

void RegisterPage::setLow(bool isLow) {
    m_subtitle->setVisible(!isLow);
    m_gap->changeSize(0, isLow ? metrics::kGap8 : metrics::kGap24);
    layout()->invalidate();
}

void RegisterPage::takeFocus() {
    m_entries[Name].field->setFocus(Qt::OtherFocusReason);
}

QString RegisterPage::text(Field field) const {
    const QString typed = m_entries[std::size_t(field)].field->text();
    return field == Password ? typed : typed.trimmed();
}

void RegisterPage::retranslate() {
    m_title->setText(tr("Register"));
    m_subtitle->setText(m_desk.app() == App::Rider ? tr("So that you can take deliveries.")
                                                   : tr("So that shops know who orders."));
    m_entries[Name].row->setLabel(tr("Name"));
    m_entries[Phone].row->setLabel(tr("Mobile phone"));
    m_entries[Phone].row->setHelp(tr("For the shop and the rider, about an order only."));
    m_entries[Login].row->setLabel(tr("Login"));
    m_entries[Password].row->setLabel(tr("Password"));
    m_entries[Password].row->setHelp(tr("At least 8 characters."));
    m_back->setText(tr("Back to signing in"));
    setBusy(m_register->isBusy());
    for (int i = 0; i < FieldCount; ++i) {
        if (m_entries[std::size_t(i)].row->hasComplaint())
            m_entries[std::size_t(i)].row->setComplaint(faultOf(Field(i)));
    }
    showMessage();
}

QString RegisterPage::faultOf(Field field) const {
    const QString typed = text(field);
    if (typed.isEmpty()) {
        return field == Name    ? tr("Type your name.")
               : field == Phone ? tr("Type your phone number.")
               : field == Login ? tr("Type a login.")
                                : tr("Type a password.");
    }
    const int least = kBounds[std::size_t(field)].least;
    if (typed.size() < least)
        return tr("That is too short: at least %1 characters.").arg(least);
    return {};
}

bool RegisterPage::check() {
    bool isRight = true;
    for (int i = FieldCount - 1; i >= 0; --i) {
        const Entry &entry = m_entries[std::size_t(i)];
        entry.row->setComplaint(faultOf(Field(i)));
        if (entry.row->hasComplaint()) {
            isRight = false;
            entry.field->setFocus(Qt::OtherFocusReason);
            emit attentionWanted(entry.row);
        }
    }
    return isRight;
}

void RegisterPage::submit() {
    if (m_register->isBusy() || !check())
        return;
    m_error.reset();
    showMessage();
    setBusy(true);
    const contract::RegisterRequest request{roleOf(m_desk.app()), text(Login),
                                            text(Password),       text(Name),
                                            text(Phone),          Look::of(this).language()};
    m_desk.preferences().setLastLogin(request.login);
    m_desk.session().registerAccount(request, this, [this](const auto &account) {
        setBusy(false);
        if (account)
            m_entries[Password].field->clear();
        else
            m_error = account.error();
        showMessage();
    });
}

void RegisterPage::setBusy(bool busy) {
    m_register->setBusy(busy);
    m_register->setText(busy ? tr("Registering") : tr("Register and start"));
    m_back->setEnabled(!busy);
    for (const Entry &entry : m_entries)
        entry.field->setEnabled(!busy);
}

FieldRow *RegisterPage::rowNamed(const QString &field) const {
    constexpr std::array<const char *, FieldCount> kNames{"name", "phone", "login", "password"};
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (field == QLatin1StringView(kNames[i]))
            return m_entries[i].row;
    }
    return nullptr;
}

void RegisterPage::showMessage() {
    QString message;
    if (m_error) {
        const Complaint complaint = explain(*m_error);
        const bool isTaken = m_error->is(ErrorCode::LoginTaken);
        const QString field = isTaken            ? QStringLiteral("login")
                              : m_error->problem ? m_error->problem->field.value_or(QString())
                                                 : QString();
        if (FieldRow *row = rowNamed(field)) {
            row->setComplaint(isTaken ? complaint.what + u' ' + complaint.advice : complaint.what);
            row->setFocus(Qt::OtherFocusReason);
        } else {
            message = tr("%1 %2 (%3)").arg(complaint.what, complaint.advice, complaint.code);
        }
    }
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    if (m_message->isVisible())
        emit attentionWanted(m_message);
}

void RegisterPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        fit();
    QWidget::changeEvent(event);
}

} // namespace soban::desk
