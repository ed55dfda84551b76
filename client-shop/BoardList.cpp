// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/BoardList.h"

#include <QKeyEvent>
#include <QTimer>

namespace soban::shop_app {

BoardList::BoardList(Lane lane, TicketBook &book, const StepDesk &steps, const Clock &clock,
                     QWidget *parent)
    : QListView(parent)
    , m_column(new BoardColumn(lane, book, clock, this))
    , m_delegate(new TicketDelegate(steps, clock, this)) {
    setModel(m_column);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setEditTriggers(NoEditTriggers);
    viewport()->setAutoFillBackground(false);
    connect(m_delegate, &TicketDelegate::partPressed, this, &BoardList::partChosen);
    connect(&steps, &StepDesk::minutesChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&book, &TicketBook::ticketMarked, this, &BoardList::flash);
    const auto relayout = [this] {
        scheduleDelayedItemsLayout(); // a ticket's height changes with what it says
        emit countChanged();
    };
    connect(m_column, &QAbstractItemModel::dataChanged, this, relayout);
    connect(m_column, &QAbstractItemModel::rowsInserted, this, relayout);
    connect(m_column, &QAbstractItemModel::rowsRemoved, this, relayout);
    connect(m_column, &QAbstractItemModel::modelReset, this, relayout);
}

void BoardList::enter() {
    setFocus(Qt::OtherFocusReason);
    if (!currentIndex().isValid())
        setCurrentIndex(m_column->index(0, 0));
}

std::optional<OrderId> BoardList::current() const {
    return currentIndex().isValid() ? std::optional(m_column->at(currentIndex()).id) : std::nullopt;
}

void BoardList::flash() {
    // Two flashes, and what comes after them.
    constexpr int kTurns = 4;
    for (int turn = 0; turn <= kTurns; ++turn)
        QTimer::singleShot(turn * ui::motion::kFlashMs, viewport(), qOverload<>(&QWidget::update));
}

QRect BoardList::partRect(OrderId order, TicketPart part) const {
    const QModelIndex index = m_column->find(order);
    if (!index.isValid())
        return {};
    const TicketLayout layout = TicketDelegate::layoutIn(
        ui::Look::of(this), visualRect(index), m_column->at(index), m_column->markAt(index));
    for (const TicketLayout::Pressable &button : layout.buttons) {
        if (button.part == part)
            return button.box;
    }
    return {};
}

void BoardList::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        emit sidewaysAsked(event->key() == Qt::Key_Left ? -1 : 1);
        return;
    }
    const auto part = [&]() -> std::optional<TicketPart> {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            return TicketPart::Step;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return TicketPart::More;
        case Qt::Key_Minus:
            return TicketPart::Less;
        default:
            return std::nullopt;
        }
    }();
    if (!part) {
        QListView::keyPressEvent(event);
        return;
    }
    if (!currentIndex().isValid() || event->isAutoRepeat())
        return;
    const OrderId order = m_column->at(currentIndex()).id;
    const bool isMarked = *part == TicketPart::Step && m_column->markAt(currentIndex());
    const TicketPart wanted = isMarked ? TicketPart::Acknowledge : *part;
    if (!partRect(order, wanted).isEmpty())
        emit partChosen(order, wanted);
}

void BoardList::mouseReleaseEvent(QMouseEvent *event) {
    QListView::mouseReleaseEvent(event);
    m_delegate->letGo();
    viewport()->update();
}

void BoardList::focusInEvent(QFocusEvent *event) {
    QListView::focusInEvent(event);
    if (!currentIndex().isValid() && event->reason() != Qt::MouseFocusReason)
        setCurrentIndex(m_column->index(0, 0));
}

void BoardList::changeEvent(QEvent *event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange)
        scheduleDelayedItemsLayout();
}

void BoardList::resizeEvent(QResizeEvent *event) {
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace soban::shop_app
