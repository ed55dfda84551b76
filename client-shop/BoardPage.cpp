// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/BoardPage.h"

#include "client-shop/HandOverSheet.h"
#include "client-shop/LaneHead.h"
#include "client-shop/Preparation.h"
#include "ui/EmptyPane.h"
#include "ui/Question.h"
#include "ui/ScrollPane.h"

#include <QAction>
#include <QGridLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kSide = 20;
/// Below this width, at a text scale of 1, the lanes stand two by two.
constexpr int kFourLanes = 900;
constexpr int kLanes = 4;
constexpr int kLeastLane = 300; ///< a usual new ticket with its buttons, under its heading
/// New orders have the minutes to set, what is out is brief.
constexpr std::array kShares{31, 28, 27, 24};
constexpr std::array kIcons{Icon::Ring, Icon::Pot, Icon::Bag, Icon::Rider};

/// For the list of shortcuts alone: they belong to no widget, and the lanes take the keys
/// themselves.
void nameKeys(QObject *page) {
    const QList<QList<QKeySequence>> keys{{Qt::Key_Return},
                                          {Qt::Key_Plus, Qt::Key_Minus},
                                          {Qt::Key_Left, Qt::Key_Right},
                                          {Qt::Key_D},
                                          {Qt::Key_Delete}};
    for (const QList<QKeySequence> &sequences : keys)
        (new QAction(page))->setShortcuts(sequences);
}

} // namespace

BoardPage::BoardPage(const Services &services, TicketBook &book, StepDesk &steps,
                     const ShopState &shop, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_book(book)
    , m_steps(steps)
    , m_shop(shop)
    , m_board(new QWidget)
    , m_grid(new QGridLayout(m_board))
    , m_pane(new ScrollPane)
    , m_none(new EmptyState(Motif::Bell))
    , m_stack(new QStackedWidget) {
    m_grid->setContentsMargins(kSide, 0, kSide, 0);
    m_grid->setHorizontalSpacing(metrics::kGap16);
    m_grid->setVerticalSpacing(metrics::kGap12);
    for (int i = 0; i < kLanes; ++i) {
        auto *lane = new QWidget;
        auto *column = new QVBoxLayout(lane);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(metrics::kGap8);
        auto *head = new LaneHead(kIcons[i]);
        auto *list = new BoardList(Lane(i), book, steps, services, shop);
        column->addWidget(head);
        column->addWidget(list, 1);
        m_heads.append(head);
        m_lists.append(list);
        m_lanes.append(lane);
        connect(list, &BoardList::partChosen, this, &BoardPage::act);
        connect(list, &BoardList::sidewaysAsked, this, [this, i](int by) { goSideways(i, by); });
        connect(list, &BoardList::countChanged, this, &BoardPage::count);
    }
    m_stack->addWidget(new EmptyPane(m_none));
    m_pane->setContent(m_board);
    m_stack->addWidget(m_pane);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    connect(&book, &TicketBook::loaded, this, &BoardPage::count);
    connect(&steps, &StepDesk::takenBack, this, &BoardPage::goToTicket);
    connect(&shop, &ShopState::changed, this, &BoardPage::retranslate);
    setFocusProxy(m_lists.first());
    nameKeys(this);
    // The stopwatches: what is in view is painted again, and nothing else.
    m_second.setInterval(1'000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (!isVisible())
            return;
        for (BoardList *list : m_lists)
            list->viewport()->update();
        showEmptiness(); // the shop may have opened
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

void BoardPage::goToTicket(OrderId order) {
    if (!isVisible())
        return;
    for (BoardList *list : m_lists) {
        if (list->goTo(order))
            return;
    }
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
    case TicketPart::Refuse:
        emit refusalChosen(order);
        break;
    case TicketPart::Print:
        emit printChosen(order);
        break;
    case TicketPart::Acknowledge:
        m_book.acknowledge(order);
        break;
    case TicketPart::Open:
        emit openChosen(order);
        break;
    }
}

void BoardPage::step(const contract::TicketView &ticket) {
    const Here here = m_shop.here();
    const auto step = TicketWords::stepOf(ticket, m_steps.minutesFor(ticket), here);
    if (!step)
        return;
    if (StepDesk::needsProof(step->action)) {
        if (!m_handOver)
            m_handOver = new HandOverSheet(m_services, m_steps, window());
        m_handOver->show(ticket, step->action);
        return;
    }
    if (isForLater(ticket, here.now))
        startEarly(ticket);
    else if (step->action == Action::PickUp && isAheadOfTime(ticket, here.now))
        setOutEarly(ticket);
    else if (step->action == Action::TakeOver)
        ask(ticket.id, step->action, tr("Deliver no. %1 yourself?").arg(ticket.number),
            tr("Riders are no longer asked for it. The customer's code proves the hand-over."),
            tr("Deliver it myself"), tr("Wait for a rider"));
    else
        m_steps.take(ticket.id, step->action);
}

void BoardPage::startEarly(const contract::TicketView &ticket) {
    const Here here = m_shop.here();
    const Language language = Look::of(this).language();
    ask(ticket.id, Action::Start, tr("Start no. %1 already?").arg(ticket.number),
        tr("It is wanted %1. It is enough to begin %2; you will be called then.")
            .arg(here.momentWithin(*ticket.wantedAt, language),
                 here.momentWithin(Preparation::of(ticket)->begin, language)),
        tr("Start now"), tr("Leave it for later"));
}

void BoardPage::setOutEarly(const contract::TicketView &ticket) {
    ask(ticket.id, Action::PickUp, tr("Set out with no. %1 already?").arg(ticket.number),
        tr("It is wanted %1. The customer is told that it is on the way.")
            .arg(m_shop.here().momentWithin(*ticket.wantedAt, Look::of(this).language())),
        tr("Set out now"), tr("Wait"));
}

void BoardPage::ask(OrderId order, Action action, const QString &title, const QString &text,
                    const QString &agreed, const QString &kept) {
    auto *question = new Question(window());
    connect(question, &Question::agreed, this,
            [this, order, action] { m_steps.take(order, action); });
    question->ask(title, text, agreed, kept);
}

void BoardPage::goSideways(int from, int by) {
    for (int to = from + by; to >= 0 && to < kLanes; to += by) {
        if (m_lists.at(to)->count() > 0) {
            m_pane->ensureWidgetVisible(m_lanes.at(to));
            return m_lists.at(to)->enter();
        }
    }
}

void BoardPage::count() {
    for (int i = 0; i < kLanes; ++i) {
        // What is for later has a heading and a count of its own.
        m_heads.at(i)->setCount(m_lists.at(i)->count() - m_lists.at(i)->laterCount());
        m_heads.at(i)->setCalling(Lane(i) == Lane::New && m_lists.at(i)->count() > 0);
    }
    showEmptiness();
}

void BoardPage::showEmptiness() {
    const bool isEmpty =
        m_book.isLoaded() && std::all_of(m_lists.cbegin(), m_lists.cend(),
                                         [](const auto *list) { return list->count() == 0; });
    m_stack->setCurrentIndex(isEmpty ? 0 : 1);
    if (!isEmpty)
        return;
    const QStringList words{tr("No orders now"), emptyWords()};
    if (std::exchange(m_emptyWords, words) == words)
        return; // or it would be said anew each second
    m_none->setTitle(words.first());
    m_none->setText(words.last());
}

QString BoardPage::emptyWords() const {
    if (m_shop.takesOrders())
        return tr("New orders ring and appear here.");
    if (m_shop.mode() == ShopMode::Paused)
        return tr("The shop is paused and takes no orders.");
    const auto opening = m_shop.nextOpening();
    if (!opening)
        return tr("The shop does not open in the next two weeks.");
    return tr("The shop opens %1.\nNew orders ring and appear here.")
        .arg(m_shop.here().momentWithin(*opening, Look::of(this).language()));
}

void BoardPage::arrange() {
    const bool isWide = width() >= Look::of(this).scaled(kFourLanes);
    for (int i = 0; i < kLanes; ++i) {
        m_grid->addWidget(m_lanes.at(i), isWide ? 0 : i / 2, isWide ? i : i % 2);
        m_grid->setColumnStretch(i, isWide ? kShares[i] : i < 2 ? 1 : 0);
    }
    // Two by two, both rows are equally high whatever stands in them, so that no button moves as
    // tickets come and go; in a low window the whole board scrolls.
    const int least = std::min(Look::of(this).scaled(kLeastLane), height());
    for (int row = 0; row < kLanes / 2; ++row) {
        m_grid->setRowStretch(row, isWide ? 1 - row : 1);
        m_grid->setRowMinimumHeight(row, isWide ? 0 : least);
    }
}

void BoardPage::retranslate() {
    const bool isFlorist = m_shop.here().kind == ShopKind::Flowers;
    const std::array names{tr("New orders"), isFlorist ? tr("In preparation") : tr("Preparing"),
                           tr("Ready"), tr("Out · done")};
    const std::array none{tr("New orders ring here."), tr("Nothing to prepare."),
                          tr("Nothing waits to leave."), tr("Nothing has left today.")};
    const QStringList keys{tr("Accept, or the next step"), tr("More or fewer minutes"),
                           tr("To the next lane"), tr("All of an order"),
                           tr("Decline a new order")};
    const auto actions = findChildren<QAction *>(QString(), Qt::FindDirectChildrenOnly);
    for (int i = 0; i < keys.size(); ++i)
        actions.at(i)->setText(keys.at(i));
    m_heads.at(int(Lane::Preparing))->setIcon(isFlorist ? Icon::Flower : Icon::Pot);
    for (int i = 0; i < kLanes; ++i) {
        m_heads.at(i)->setTitle(names[i]);
        m_lists.at(i)->setAccessibleName(names[i]);
        m_lists.at(i)->setEmptyWords(none[i]);
    }
    showEmptiness();
}

} // namespace soban::shop_app
