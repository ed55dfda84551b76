// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/BoardList.h"

#include <QKeyEvent>
#include <QTimer>

namespace soban::shop_app {

BoardList::BoardList(Lane lane, TicketBook &book, const StepDesk &steps, const Services &services,
                     const ShopState &shop, QWidget *parent)
    : RowList(parent)
    , m_column(new BoardColumn(lane, book, shop, this))
    , m_delegate(new TicketDelegate(steps, services, shop, this)) {
    setModel(m_column);
    setItemDelegate(m_delegate);
    connect(m_delegate, &TicketDelegate::partPressed, this, &BoardList::partChosen);
    connect(&steps, &StepDesk::minutesChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&book, &TicketBook::ticketMarked, this, &BoardList::flash);
    connect(&services.link, &desk::Link::stateChanged, viewport(), qOverload<>(&QWidget::update));
    const auto relayout = [this] {
        scheduleDelayedItemsLayout(); // a ticket's height changes with what it says
        emit countChanged();
    };
    connect(&shop, &ShopState::changed, this, relayout);
    connect(m_column, &QAbstractItemModel::dataChanged, this, relayout);
    connect(m_column, &QAbstractItemModel::rowsInserted, this, relayout);
    connect(m_column, &QAbstractItemModel::rowsRemoved, this, relayout);
    connect(m_column, &QAbstractItemModel::modelReset, this, relayout);
    connect(m_column, &QAbstractItemModel::layoutChanged, this, relayout);
}

std::optional<OrderId> BoardList::current() const {
    return currentIndex().isValid() ? std::optional(m_column->at(currentIndex()).id) : std::nullopt;
}

bool BoardList::goTo(OrderId order) {
    const QModelIndex index = m_column->find(order);
    if (!index.isValid())
        return false;
    setCurrentIndex(index);
    setFocus(Qt::OtherFocusReason);
    return true;
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
    const TicketLayout layout = m_delegate->layoutIn(ui::Look::of(this), visualRect(index), index);
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
        case Qt::Key_D:
            return TicketPart::Open;
        case Qt::Key_Delete:
            return TicketPart::Refuse;
        default:
            return std::nullopt;
        }
    }();
    if (!part) {
        RowList::keyPressEvent(event);
        return;
    }
    if (!currentIndex().isValid() || event->isAutoRepeat())
        return;
    const OrderId order = m_column->at(currentIndex()).id;
    const bool isMarked = *part == TicketPart::Step && m_column->markAt(currentIndex());
    const TicketPart wanted = isMarked ? TicketPart::Acknowledge : *part;
    if (!partRect(order, wanted).isEmpty() || wanted == TicketPart::Open)
        emit partChosen(order, wanted);
    else if (wanted == TicketPart::Step)
        emit partChosen(order, TicketPart::Open);
}

void BoardList::setEmptyWords(const QString &words) {
    m_emptyWords = words;
    viewport()->update();
}

void BoardList::paintEvent(QPaintEvent *event) {
    RowList::paintEvent(event);
    if (count() > 0)
        return;
    const ui::Look &look = ui::Look::of(this);
    QPainter painter(viewport());
    ui::paintParagraph(painter, look, viewport()->rect().adjusted(0, ui::metrics::kGap12, 0, 0),
                       m_emptyWords, {ui::Text::Body, ui::Weight::Regular, look.tokens().ink2});
}

void BoardList::mouseReleaseEvent(QMouseEvent *event) {
    RowList::mouseReleaseEvent(event);
    m_delegate->letGo();
    viewport()->update();
}

} // namespace soban::shop_app
