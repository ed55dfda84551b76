// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OrderActions.h"

#include "client-customer/IconText.h"
#include "client-customer/OrderSteps.h"
#include "ui/Button.h"

#include <QHBoxLayout>

#include <algorithm>
#include <iterator>

namespace soban::customer {

namespace {

using namespace ui;

/// So that the button of a short word is as easily hit, and does not shrink as its word does.
constexpr int kLeastWidth = 184;
constexpr int kLeastWords = 240;
/// Longer than a second press of the same place takes.
constexpr int kSettleMs = 1'000;

using Deed = OrderActions::Deed;

/// What an order has a button for, be it that it cannot be pressed yet.
QList<Deed> deedsOf(const contract::OrderView &order) {
    if (order.state == OrderState::Completed)
        return order.review ? QList{Deed::Again} : QList{Deed::Review, Deed::Again};
    if (lifecycle::isOver(order.state))
        return {Deed::OtherShops, Deed::Again};
    if (order.state == OrderState::PaymentPending)
        return {isDeclined(order) ? Deed::Pay : Deed::LookUp, Deed::Cancel};
    if (order.allowedActions.contains(Action::Change))
        return {Deed::Change, Deed::Cancel};
    if (order.allowedActions.contains(Action::Cancel))
        return {Deed::Cancel};
    // What is handed over at the counter needs no second word.
    return order.fulfilment == Fulfilment::Collection ? QList<Deed>() : QList{Deed::Confirm};
}

} // namespace

OrderActions::OrderActions(QWidget *parent) : Card(parent) {
    m_buttons = {
        new Button(ButtonRole::Primary, Icon::Done), new Button(ButtonRole::Primary, Icon::Card),
        new Button(ButtonRole::Primary, Icon::Card), new Button(ButtonRole::Soft, Icon::Star),
        new Button(ButtonRole::Soft, Icon::Store),   new Button(ButtonRole::Plain, Icon::Undo),
        new Button(ButtonRole::Plain, Icon::Edit),   new Button(ButtonRole::Danger, Icon::Cancel)};
    m_buttonRow = new QHBoxLayout;
    m_buttonRow->setSpacing(metrics::kGap8);
    for (int deed = Confirm; deed <= Cancel; ++deed) {
        Button *button = m_buttons.at(deed);
        connect(button, &Button::clicked, this, [this, deed] { emit chosen(Deed(deed)); });
        m_buttonRow->addWidget(button);
    }
    m_mark = new IconText(Icon::Info, Text::Small, Weight::Regular, Ink::Ink2);
    m_mark->setText({});
    m_why = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_why->setMostLines(0);
    m_words = new QWidget;
    auto *why = new QHBoxLayout(m_words);
    why->setContentsMargins(0, 0, 0, 0);
    why->setSpacing(0);
    why->addWidget(m_mark, 0, Qt::AlignTop);
    why->addWidget(m_why, 1);
    // The buttons end at the lower right corner, however long the words are.
    m_row = new QHBoxLayout;
    m_row->setSpacing(metrics::kGap12);
    m_row->addWidget(m_words, 1, Qt::AlignVCenter);
    m_row->addLayout(m_buttonRow);
    column()->setContentsMargins(metrics::kGap16, metrics::kGap12, metrics::kGap16,
                                 metrics::kGap12 + metrics::kFoot);
    column()->addLayout(m_row);
    m_settling.setSingleShot(true);
    m_settling.setInterval(kSettleMs);
    connect(&m_settling, &QTimer::timeout, this, [this] {
        emit settled();
        if (std::exchange(m_wantsFocus, false) && !isKeyboardElsewhere())
            takeFocus();
    });
}

void OrderActions::setOrder(const contract::OrderView &order, const QString &why) {
    retranslate(order);
    const QList<Deed> possible = deedsOf(order);
    for (int deed = Confirm; deed <= Cancel; ++deed) {
        Button *button = m_buttons.at(deed);
        const bool isShown = possible.contains(Deed(deed));
        if (!isShown && hasFocusOn(Deed(deed))) {
            // Qt would take the keyboard to whatever comes next.
            button->clearFocus();
            m_wantsFocus = true;
        }
        button->setVisible(isShown);
    }
    Button *confirm = m_buttons.at(Confirm);
    confirm->setEnabled(order.allowedActions.contains(Action::Confirm) && !confirm->isBusy());
    m_why->setText(why);
    m_words->setVisible(!why.isEmpty());
    setVisible((isAncestorOf(m_words) && !why.isEmpty()) || !shown().isEmpty());
    arrange();
    settle(order.id);
    if (m_wantsFocus && !m_settling.isActive())
        m_wantsFocus = !isKeyboardElsewhere() && !takeFocus();
}

void OrderActions::retranslate(const contract::OrderView &order) {
    m_buttons.at(Confirm)->setText(OrderSteps::confirmation(order));
    m_buttons.at(LookUp)->setText(tr("Check the payment again"));
    m_buttons.at(Pay)->setText(tr("Pay for it"));
    m_buttons.at(Review)->setText(tr("Write a review"));
    m_buttons.at(OtherShops)->setText(tr("Browse other shops"));
    m_buttons.at(Again)->setText(tr("Order again"));
    m_buttons.at(Change)->setText(tr("Change the order"));
    m_buttons.at(Cancel)->setText(tr("Cancel the order"));
}

void OrderActions::settle(OrderId order) {
    const QList<Button *> now = shown();
    // Whoever presses one twice must not press the other that has come into its place.
    if (m_shownFor == order && m_shown != now)
        m_settling.start();
    else if (m_shownFor != order)
        m_settling.stop();
    m_shownFor = order;
    m_shown = now;
    for (const Deed deed : {Review, OtherShops, Again})
        m_buttons.at(deed)->setEnabled(!m_settling.isActive());
}

QList<Button *> OrderActions::shown() const {
    QList<Button *> some;
    std::copy_if(m_buttons.cbegin(), m_buttons.cend(), std::back_inserter(some),
                 [](const Button *button) { return !button->isHidden(); });
    return some;
}

void OrderActions::setBusy(Deed deed, bool busy) {
    m_buttons.at(deed)->setBusy(busy);
}

void OrderActions::setNarrow(bool isNarrow) {
    m_isNarrow = isNarrow;
    arrange();
}

void OrderActions::arrange() {
    const Look &look = Look::of(this);
    const int room =
        width() - column()->contentsMargins().left() - column()->contentsMargins().right();
    int wanted = -metrics::kGap8;
    for (Button *button : std::as_const(m_buttons)) {
        button->setMinimumWidth(m_isNarrow ? 0 : look.scaled(kLeastWidth));
        if (!button->isHidden())
            wanted += metrics::kGap8 + std::max(button->sizeHint().width(), button->minimumWidth());
    }
    const bool isBeside =
        !m_isNarrow && wanted + m_row->spacing() + look.scaled(kLeastWords) <= room;
    m_row->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_row->setAlignment(m_buttonRow, isBeside ? Qt::AlignRight | Qt::AlignBottom : Qt::Alignment());
    m_buttonRow->setDirection(wanted <= room ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void OrderActions::takeWordsBack() {
    m_row->insertWidget(0, m_words, 1, Qt::AlignVCenter);
}

bool OrderActions::takeFocus() {
    for (Button *button : std::as_const(m_buttons)) {
        // What ends or changes the order waits for nobody's careless key.
        const bool isHarmless =
            button->role() != ButtonRole::Danger && button != m_buttons.at(Change);
        if (isHarmless && button->isVisible() && button->isEnabled()) {
            button->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return false;
}

void OrderActions::awaitFocus() {
    m_wantsFocus = !takeFocus();
}

/// Such as on a sheet over the page.
bool OrderActions::isKeyboardElsewhere() const {
    const QWidget *focus = window()->focusWidget();
    return focus && focus->isVisible() && !parentWidget()->isAncestorOf(focus);
}

void OrderActions::focusOn(Deed deed) {
    m_buttons.at(deed)->setFocus(Qt::OtherFocusReason);
}

bool OrderActions::hasFocusOn(Deed deed) const {
    return window()->focusWidget() == m_buttons.at(deed);
}

/// Where there is no room the buttons stand below each other.
QSize OrderActions::minimumSizeHint() const {
    int widest = 0;
    for (const Button *button : shown())
        widest = std::max(widest, button->minimumSizeHint().width());
    const QMargins around = column()->contentsMargins();
    return {widest + around.left() + around.right(), Card::minimumSizeHint().height()};
}

void OrderActions::resizeEvent(QResizeEvent *event) {
    Card::resizeEvent(event);
    arrange();
}

} // namespace soban::customer
