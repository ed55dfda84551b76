// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/HandOverSheet.h"

#include "client-shop/PicturePart.h"
#include "desk/Complaint.h"
#include "ui/Button.h"
#include "ui/FieldRow.h"
#include "ui/Formats.h"
#include "ui/Segment.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QRegularExpressionValidator>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kWidest = 440;
constexpr int kDigits = 4;
constexpr int kComplaintLines = 2;
constexpr int kPicture = 120;

} // namespace

HandOverSheet::HandOverSheet(const Services &services, StepDesk &steps, QWidget *host)
    : Sheet(host)
    , m_steps(steps)
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_text(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_way(new Segment)
    , m_code(new TextField)
    , m_row(new FieldRow(m_code))
    , m_rowPlace(new QWidget)
    , m_photo(new PicturePart(services, kPicture))
    , m_back(new Button(ButtonRole::Plain))
    , m_done(new Button(ButtonRole::Primary, Icon::Done)) {
    build();
    connect(m_back, &Button::clicked, this, &Sheet::close);
    connect(m_done, &Button::clicked, this, &HandOverSheet::submit);
    connect(m_code, &TextField::returnPressed, this, &HandOverSheet::submit);
    connect(m_way, &Segment::chosen, this, &HandOverSheet::choose);
    connect(m_code, &TextField::textEdited, this, [this] {
        m_row->setComplaint({});
        refresh();
    });
    connect(m_photo, &PicturePart::edited, this, &HandOverSheet::refresh);
}

void HandOverSheet::build() {
    setWidest(kWidest);
    m_text->setMostLines(4);
    m_way->setTall(metrics::kTouchHeight);
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
    column()->addWidget(m_way);
    column()->addWidget(m_text);
    auto *place = new QVBoxLayout(m_rowPlace);
    place->setContentsMargins(0, 0, 0, 0);
    place->addWidget(m_row);
    place->addStretch(1);
    column()->addWidget(m_rowPlace);
    column()->addWidget(m_photo);
    column()->addLayout(answers);
    fit();
}

void HandOverSheet::fit() {
    const int line = Look::of(this).lineHeight(Text::Small);
    const int label = line, gaps = metrics::kGap12;
    m_rowPlace->setMinimumHeight(label + m_code->sizeHint().height() + gaps +
                                 kComplaintLines * line);
}

void HandOverSheet::show(const contract::TicketView &ticket, Action action) {
    m_steps.release(); // whoever hands it over will not undo that it is ready
    m_ticket = ticket;
    m_action = action;
    m_code->clear();
    m_photo->setName({});
    // At the counter somebody stands there.
    m_way->setVisible(action == Action::HandOver);
    m_way->setCurrent(ByCode);
    choose(ByCode);
    open();
    m_code->setFocus(Qt::OtherFocusReason);
}

bool HandOverSheet::isByPhoto() const {
    return m_way->current() == ByPhoto;
}

void HandOverSheet::choose(int way) {
    m_row->setComplaint({});
    m_photo->setComplaint({});
    m_rowPlace->setVisible(way == ByCode);
    m_photo->setVisible(way == ByPhoto);
    retranslate();
    refresh();
    if (way == ByCode)
        m_code->setFocus(Qt::OtherFocusReason);
}

void HandOverSheet::refresh() {
    const bool isProved =
        isByPhoto() ? !m_photo->name().isEmpty() : m_code->text().size() == kDigits;
    m_done->setEnabled(isProved);
    setTouched(!m_photo->name().isEmpty());
}

void HandOverSheet::submit() {
    if (!m_done->isEnabled() || m_done->isBusy())
        return;
    m_done->setBusy(true);
    const auto answered = [this](const auto &answer) { take(answer); };
    if (m_action == Action::Collect)
        m_steps.collect(m_ticket->id, {m_code->text()}, answered);
    else if (isByPhoto())
        m_steps.handOver(m_ticket->id, {{}, m_photo->name()}, answered);
    else
        m_steps.handOver(m_ticket->id, {m_code->text()}, answered);
}

void HandOverSheet::take(const Result<contract::TicketView, client::ApiError> &answer) {
    m_done->setBusy(false);
    if (answer) {
        close();
        return;
    }
    const QString complaint = desk::explain(answer.error()).text();
    if (isByPhoto()) {
        m_photo->setComplaint(complaint);
        return;
    }
    m_row->setComplaint(complaint);
    m_code->selectAll();
    m_code->setFocus(Qt::OtherFocusReason);
}

QString HandOverSheet::withMoney(const contract::TicketView &ticket, const QString &words) {
    return ticket.paymentState == PaymentState::Due
               ? tr("%1 is still to be paid.").arg(moneyText(ticket.total)) + u' ' + words
               : words;
}

/// At the door there may be somebody else than who ordered and has the code.
QString HandOverSheet::whatToDo(const contract::TicketView &ticket) {
    const QString who = ticket.recipient
                            ? tr("Ask %1 for the code. %2, who ordered, has it and can pass it on.")
                                  .arg(ticket.recipient->name, ticket.customerName)
                            : tr("Ask the customer for the code.");
    return withMoney(ticket, who);
}

QString HandOverSheet::whatToShow(const contract::TicketView &ticket) {
    return withMoney(ticket,
                     tr("Nobody opens? Read the note, put it down and take a photo of it there."));
}

void HandOverSheet::retranslate() {
    if (!m_ticket)
        return;
    m_title->setText(tr("Hand over no. %1").arg(m_ticket->number));
    setAccessibleName(m_title->text());
    m_way->setParts({{tr("Customer's code"), Icon::Keyboard}, {tr("Photo"), Icon::Camera}});
    m_way->setAccessibleName(tr("Proof of delivery"));
    m_text->setText(isByPhoto() ? whatToShow(*m_ticket) : whatToDo(*m_ticket));
    m_photo->setTitle(tr("The photo of the hand-over"));
    m_row->setLabel(tr("Hand-over code, four digits"));
    m_back->setText(tr("Back"));
    m_done->setText(m_action == Action::Collect ? tr("Handed over") : tr("Delivered"));
}

void HandOverSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        fit();
    Sheet::changeEvent(event);
}

} // namespace soban::shop_app
