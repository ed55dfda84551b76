// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/TicketSheet.h"

#include "client-shop/EndingDesk.h"
#include "client-shop/PrintDesk.h"
#include "client-shop/TicketWords.h"
#include "ui/Button.h"
#include "ui/FittingPane.h"
#include "ui/Formats.h"
#include "ui/Receipt.h"
#include "ui/TextLabel.h"
#include "ui/Words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kWidest = 520;
constexpr int kExtension = 10; ///< minutes at a time

} // namespace

TicketSheet::TicketSheet(const TicketBook &book, const ShopState &shop, PrintDesk &printer,
                         QWidget *host)
    : Sheet(host)
    , m_book(book)
    , m_shop(shop)
    , m_printer(printer)
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_state(new TextLabel(Text::Body, Weight::Bold, Ink::Ink2))
    , m_receipt(new Receipt)
    , m_stepsTitle(new TextLabel(Text::Small, Weight::Bold, Ink::Ink2))
    , m_steps(new Timeline)
    , m_why(new TextLabel(Text::Body, Weight::Bold, Ink::Danger))
    , m_extend(new Button(ButtonRole::Plain, Icon::Clock))
    , m_end(new Button(ButtonRole::Danger, Icon::Cancel))
    , m_print(new Button(ButtonRole::Plain, Icon::Print))
    , m_back(new Button(ButtonRole::Primary)) {
    setWidest(kWidest);
    m_state->setMostLines(2);
    m_why->setMostLines(0);
    auto *inner = new QWidget;
    auto *rows = new QVBoxLayout(inner);
    rows->setContentsMargins(0, 0, metrics::kGap12, 0);
    rows->setSpacing(metrics::kGap12);
    rows->addWidget(m_receipt);
    rows->addWidget(m_stepsTitle);
    rows->addWidget(m_steps);
    auto *pane = new FittingPane;
    pane->setContent(inner);
    auto *deeds = new QHBoxLayout;
    deeds->setSpacing(metrics::kGap8);
    deeds->addWidget(m_extend, 1);
    deeds->addWidget(m_end, 1);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(metrics::kGap8);
    answers->addWidget(m_print);
    answers->addStretch(1);
    answers->addWidget(m_back);
    column()->addWidget(m_title);
    column()->addWidget(m_state);
    column()->addWidget(m_why);
    column()->addWidget(pane, 1);
    column()->addLayout(deeds);
    column()->addLayout(answers);
    connect(m_back, &Button::clicked, this, &Sheet::close);
    connect(m_extend, &Button::clicked, this, [this] {
        if (m_order)
            emit extensionChosen(*m_order, kExtension);
    });
    connect(m_end, &Button::clicked, this, [this] {
        const contract::TicketView *ticket = m_order ? m_book.shown(*m_order) : nullptr;
        const auto way = ticket ? EndingDesk::wayToEnd(*ticket) : std::nullopt;
        close();
        if (way)
            emit endChosen(*m_order, *way);
    });
    connect(m_print, &Button::clicked, this, [this] {
        if (m_order)
            m_printer.print(*m_order);
    });
    connect(&printer, &PrintDesk::printedChanged, this, &TicketSheet::retranslate);
    const auto follow = [this](OrderId order) {
        if (isOpen() && m_order == order)
            retranslate();
    };
    connect(&book, &TicketBook::ticketChanged, this, follow);
}

void TicketSheet::show(OrderId order) {
    if (!m_book.shown(order))
        return;
    m_order = order;
    retranslate();
    open();
    m_back->setFocus(Qt::OtherFocusReason);
}

ReceiptContent TicketSheet::receiptOf(const contract::TicketView &ticket, const Here &here,
                                      Language language) {
    ReceiptContent content;
    Money goods = Money::zero(ticket.total.currency());
    for (const OrderLine &line : ticket.lines) {
        content.lines.append({line.name.in(language), line.quantity,
                              TicketWords::optionsOf(line, language), moneyText(line.total)});
        goods = goods.plus(line.total).value_or(goods);
    }
    const auto fee = ticket.total.minus(goods);
    if (fee && !fee->isZero())
        content.sums.append({tr("Delivery fee"), moneyText(*fee)});
    content.total = {tr("Total"), moneyText(ticket.total)};
    // Of what is paid at the door, how that stands says all.
    const QString state = TicketWords::paymentOf(ticket);
    content.notes.append({ticket.paymentMethod == PaymentMethod::Card
                              ? Words::of(ticket.paymentMethod) + u" · " + state
                              : state,
                          Tone::Plain, Icon::Card});
    if (const auto bearer = TicketWords::bearerOf(ticket))
        content.notes.append(
            {tr("Who bears the cost: %1").arg(Words::of(*bearer)), Tone::Plain, Icon::Info});
    content.notes.append(
        {Words::of(ticket.fulfilment), Tone::Plain, Words::iconOf(ticket.fulfilment)});
    if (ticket.wantedAt)
        content.notes.append({tr("Wanted: %1").arg(here.moment(*ticket.wantedAt, language)),
                              Tone::Plain, Icon::Clock});
    for (const QString &line : TicketWords::doorOf(ticket))
        content.notes.append({line, Tone::Plain, Icon::Pin});
    for (const QString &remark : TicketWords::remarksOf(ticket))
        content.notes.append({remark, Tone::Plain, Icon::Chat});
    return content;
}

QList<TimelineStep> TicketSheet::stepsOf(const contract::TicketView &ticket, const Here &here,
                                         Language language) {
    QList<TimelineStep> steps;
    const auto add = [&](const QString &title, const std::optional<Instant> &at,
                         const QString &detail = {}) {
        if (!at)
            return;
        steps.append({StepState::Done, title, detail, here.shortMoment(*at, language)});
    };
    add(tr("Ordered"), ticket.times.placed.value_or(ticket.times.created));
    // Where the customer has named the time, no minutes were promised.
    add(tr("Accepted"), ticket.times.accepted,
        ticket.preparationMinutes && !ticket.wantedAt
            ? tr("%1 min promised").arg(*ticket.preparationMinutes)
            : QString());
    add(tr("Started"), ticket.times.started);
    add(tr("Ready"), ticket.times.ready);
    // Nobody collects what the shop brings.
    if (ticket.fulfilment == Fulfilment::OwnDelivery)
        add(tr("Set out"), ticket.times.pickedUp);
    else
        add(tr("Picked up by the rider"), ticket.times.pickedUp,
            ticket.riderName.value_or(QString()));
    add(tr("Delivered"), ticket.times.delivered);
    add(ticket.fulfilment == Fulfilment::Collection ? tr("Handed over") : tr("Completed"),
        ticket.times.completed);
    const Stage stage{ticket.state, ticket.deliveryState, ticket.fulfilment};
    constexpr OrderStates kLost{OrderState::Refused, OrderState::Expired, OrderState::Cancelled,
                                OrderState::Returned};
    if (kLost.contains(ticket.state))
        steps.append(
            {StepState::Failed,
             Words::of(stage),
             {},
             ticket.times.ended ? here.shortMoment(*ticket.times.ended, language) : QString()});
    return steps;
}

void TicketSheet::retranslate() {
    const contract::TicketView *ticket = m_order ? m_book.shown(*m_order) : nullptr;
    if (!ticket)
        return;
    const Here here = m_shop.here();
    const Language language = Look::of(this).language();
    m_title->setText(tr("Order no. %1").arg(ticket->number));
    setAccessibleName(m_title->text());
    QStringList state{Words::of(Stage{ticket->state, ticket->deliveryState, ticket->fulfilment}),
                      ticket->customerName};
    if (ticket->customerPhone)
        state.append(phoneText(*ticket->customerPhone));
    m_state->setText(state.join(QStringLiteral(" · ")));
    m_receipt->setContent(receiptOf(*ticket, here, language));
    m_receipt->setAccessibleName(m_title->text());
    m_stepsTitle->setText(tr("What happened when"));
    m_steps->setSteps(stepsOf(*ticket, here, language));
    const auto way = EndingDesk::wayToEnd(*ticket);
    m_end->setVisible(way.has_value());
    if (way)
        m_end->setText(EndingDesk::words(*way));
    // Where the customer has named the time, no minutes were promised.
    m_extend->setVisible(ticket->allowedActions.contains(Action::Extend) && !ticket->wantedAt);
    m_extend->setText(tr("+%1 min").arg(kExtension));
    QStringList outcome{TicketWords::whyEnded(*ticket), TicketWords::settled(*ticket)};
    outcome.removeAll(QString());
    m_why->setText(outcome.join(u'\n'));
    m_why->setVisible(!m_why->text().isEmpty());
    m_print->setText(m_printer.isPrinted(*m_order) ? tr("Print again") : tr("Print"));
    m_back->setText(tr("Back"));
}

void TicketSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

} // namespace soban::shop_app
