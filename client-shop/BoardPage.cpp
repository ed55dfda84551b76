// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/BoardPage.h"

#include "client-shop/CodeSheet.h"
#include "client-shop/LaneHead.h"
#include "ui/Question.h"

#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kSide = 20;
/// Below this width, at a text scale of 1, the lanes stand two by two.
constexpr int kFourLanes = 900;
constexpr int kLanes = 4;
/// New orders have the minutes to set, what is out is brief.
constexpr std::array kShares{31, 28, 27, 24};
constexpr std::array kIcons{Icon::Ring, Icon::Pot, Icon::Bag, Icon::Rider};

} // namespace

BoardPage::BoardPage(const Services &services, TicketBook &book, StepDesk &steps, QWidget *parent)
    : Page(parent), m_book(book), m_steps(steps), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(kSide, 0, kSide, 0);
    m_grid->setHorizontalSpacing(metrics::kGap16);
    m_grid->setVerticalSpacing(metrics::kGap12);
    for (int i = 0; i < kLanes; ++i) {
        auto *lane = new QWidget;
        auto *column = new QVBoxLayout(lane);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(metrics::kGap8);
        auto *head = new LaneHead(kIcons[i]);
        auto *list = new BoardList(Lane(i), book, steps, services.clock);
        column->addWidget(head);
        column->addWidget(list, 1);
        m_heads.append(head);
        m_lists.append(list);
        m_lanes.append(lane);
        connect(list, &BoardList::partChosen, this, &BoardPage::act);
        connect(list, &BoardList::sidewaysAsked, this, [this, i](int by) { goSideways(i, by); });
        connect(list, &BoardList::countChanged, this, &BoardPage::count);
    }
    setFocusProxy(m_lists.first());
    // The stopwatches: what is in view is painted again, and nothing else.
    m_second.setInterval(1'000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (!isVisible())
            return;
        for (BoardList *list : m_lists)
            list->viewport()->update();
    });
    m_second.start();
    arrange();
    retranslate();
    count();
}

void BoardPage::enter() {
    for (BoardList *list : m_lists) {
        if (list->count() > 0)
            return list->enter();
    }
    m_lists.first()->enter();
}

std::optional<OrderId> BoardPage::current() const {
    for (const BoardList *list : m_lists) {
        if (list->hasFocus())
            return list->current();
    }
    return std::nullopt;
}

void BoardPage::act(OrderId order, TicketPart part) {
    switch (part) {
    case TicketPart::Less:
        m_steps.lengthen(order, -StepDesk::kMinuteStep);
        break;
    case TicketPart::More:
        m_steps.lengthen(order, StepDesk::kMinuteStep);
        break;
    case TicketPart::Step:
        if (const contract::TicketView *ticket = m_book.shown(order))
            step(*ticket);
        break;
    case TicketPart::Print:
        emit printChosen(order);
        break;
    case TicketPart::Acknowledge:
        m_book.acknowledge(order);
        break;
    }
}

void BoardPage::step(const contract::TicketView &ticket) {
    const auto step = TicketWords::stepOf(ticket, m_steps.minutesFor(ticket));
    if (!step)
        return;
    if (StepDesk::needsCode(step->action)) {
        if (!m_code)
            m_code = new CodeSheet(m_steps, window());
        m_code->show(ticket, step->action);
        return;
    }
    if (step->action != Action::TakeOver) {
        m_steps.take(ticket.id, step->action);
        return;
    }
    auto *question = new Question(window());
    connect(question, &Question::agreed, this,
            [this, order = ticket.id] { m_steps.take(order, Action::TakeOver); });
    question->ask(
        tr("Deliver no. %1 yourself?").arg(ticket.number),
        tr("Riders are no longer asked for it. The customer's code proves the hand-over."),
        tr("Deliver it myself"), tr("Wait for a rider"));
}

void BoardPage::goSideways(int from, int by) {
    for (int to = from + by; to >= 0 && to < kLanes; to += by) {
        if (m_lists.at(to)->count() > 0)
            return m_lists.at(to)->enter();
    }
}

void BoardPage::count() {
    for (int i = 0; i < kLanes; ++i) {
        m_heads.at(i)->setCount(m_lists.at(i)->count());
        m_heads.at(i)->setCalling(Lane(i) == Lane::New && m_lists.at(i)->count() > 0);
    }
}

void BoardPage::arrange() {
    const bool isWide = width() >= Look::of(this).scaled(kFourLanes);
    for (int i = 0; i < kLanes; ++i) {
        m_grid->addWidget(m_lanes.at(i), isWide ? 0 : i / 2, isWide ? i : i % 2);
        m_grid->setColumnStretch(i, isWide ? kShares[i] : i < 2 ? 1 : 0);
        m_grid->setRowStretch(i, i == 0 || (!isWide && i == 1) ? 1 : 0);
    }
}

void BoardPage::retranslate() {
    const std::array names{tr("New orders"), tr("Preparing"), tr("Ready"), tr("Out · done")};
    for (int i = 0; i < kLanes; ++i) {
        m_heads.at(i)->setTitle(names[i]);
        m_lists.at(i)->setAccessibleName(names[i]);
    }
}

void BoardPage::resizeEvent(QResizeEvent *event) {
    Page::resizeEvent(event);
    arrange();
}

void BoardPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        arrange();
    Page::changeEvent(event);
}

} // namespace soban::shop_app
