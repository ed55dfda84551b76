// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/CodeSheet.h"

#include "desk/Complaint.h"
#include "ui/Button.h"
#include "ui/FieldRow.h"
#include "ui/Formats.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QRegularExpressionValidator>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kWidest = 440;
constexpr int kDigits = 4;

} // namespace

CodeSheet::CodeSheet(StepDesk &steps, QWidget *host)
    : Sheet(host)
    , m_steps(steps)
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_text(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_code(new TextField)
    , m_row(new FieldRow(m_code))
    , m_back(new Button(ButtonRole::Plain))
    , m_done(new Button(ButtonRole::Primary, Icon::Done)) {
    setWidest(kWidest);
    m_text->setMostLines(4);
    m_code->setMaxLength(kDigits);
    m_code->setInputMethodHints(Qt::ImhDigitsOnly);
    m_code->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{0,4}")), m_code));
    m_back->setTall(metrics::kShopHeight);
    m_done->setTall(metrics::kShopHeight);
    m_done->setDefault(true);
    auto *answers = new QHBoxLayout;
    answers->addWidget(m_back);
    answers->addWidget(m_done, 1);
    column()->addWidget(m_title);
    column()->addWidget(m_text);
    column()->addWidget(m_row);
    column()->addLayout(answers);
    connect(m_back, &Button::clicked, this, &Sheet::close);
    connect(m_done, &Button::clicked, this, &CodeSheet::submit);
    connect(m_code, &TextField::returnPressed, this, &CodeSheet::submit);
    connect(m_code, &TextField::textEdited, this, [this] {
        m_row->setComplaint({});
        m_done->setEnabled(m_code->text().size() == kDigits);
    });
}

void CodeSheet::show(const contract::TicketView &ticket, Action action) {
    m_steps.release(); // whoever hands it over will not undo that it is ready
    m_ticket = ticket;
    m_action = action;
    m_code->clear();
    m_row->setComplaint({});
    m_done->setEnabled(false);
    retranslate();
    open();
    m_code->setFocus(Qt::OtherFocusReason);
}

void CodeSheet::submit() {
    if (m_code->text().size() != kDigits || m_done->isBusy())
        return;
    m_done->setBusy(true);
    m_steps.submitCode(m_ticket->id, m_action, m_code->text(),
                       [this](const Result<contract::TicketView, client::ApiError> &answer) {
                           m_done->setBusy(false);
                           if (answer) {
                               close();
                               return;
                           }
                           m_row->setComplaint(desk::explain(answer.error()).text());
                           m_code->selectAll();
                           m_code->setFocus(Qt::OtherFocusReason);
                       });
}

/// At the door there may be somebody else than who ordered and has the code.
QString CodeSheet::whatToDo(const contract::TicketView &ticket) {
    const QString who = ticket.recipient
                            ? tr("Ask %1 for the code. %2, who ordered, has it and can pass it on.")
                                  .arg(ticket.recipient->name, ticket.customerName)
                            : tr("Ask the customer for the code.");
    return ticket.paymentState == PaymentState::Due
               ? tr("%1 is still to be paid.").arg(moneyText(ticket.total)) + u' ' + who
               : who;
}

void CodeSheet::retranslate() {
    if (!m_ticket)
        return;
    m_title->setText(tr("Hand over no. %1").arg(m_ticket->number));
    setAccessibleName(m_title->text());
    m_text->setText(whatToDo(*m_ticket));
    m_row->setLabel(tr("Hand-over code, four digits"));
    m_back->setText(tr("Back"));
    m_done->setText(m_action == Action::Collect ? tr("Handed over") : tr("Delivered"));
}

void CodeSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

} // namespace soban::shop_app
