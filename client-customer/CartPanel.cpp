// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/CartPanel.h"

#include "client-customer/CartLine.h"
#include "client-customer/ChangeWords.h"
#include "client-customer/IconText.h"
#include "client-customer/NoticeBox.h"
#include "ui/Button.h"
#include "ui/EmptyState.h"
#include "ui/FittingPane.h"
#include "ui/Formats.h"
#include "ui/Paint.h"
#include "ui/Segment.h"
#include "ui/Stepper.h"
#include "ui/TextField.h"
#include "ui/Words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kSide = 16;
constexpr int kLongestNote = 200;
constexpr int kRing = 6;          ///< room for the ring around what has the focus
constexpr int kLeastHeight = 480; ///< in which everything but the lines may keep its place

class Rule : public QWidget {
public:
    Rule() { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter(this).fillRect(rect(), Look::of(this).tokens().line);
    }
};

QWidget *rowOf(TextLabel *name, TextLabel *amount) {
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(name, 1);
    row->addWidget(amount);
    amount->setKeptWhole(true);
    return box;
}

/// Whether a shop that is closed now may be asked for another day.
bool mayBeAskedForLater(const contract::ShopView &shop) {
    return shop.card.mode != ShopMode::Paused && shop.nextOpening.has_value();
}

} // namespace

CartPanel::CartPanel(const Services &services, Cart &cart, QWidget *parent)
    : QWidget(parent), m_services(services), m_cart(cart) {
    build();
    connect(m_how, &Segment::chosen, this,
            [this](int index) { m_cart.setFulfilment(m_ways.at(index)); });
    connect(m_note, &TextField::textEdited, &m_cart, &Cart::setNote);
    connect(m_order, &Button::clicked, this, &CartPanel::checkoutChosen);
    connect(m_leave, &Button::clicked, this, &CartPanel::changeLeft);
    connect(m_empty, &EmptyState::acted, this,
            [this] { m_cart.changing() ? emit changeLeft() : emit repeatWanted(); });
    connect(&m_cart, &Cart::changed, this, &CartPanel::refresh);
    connect(&m_services.link, &desk::Link::stateChanged, this, &CartPanel::refresh);
    refresh();
}

void CartPanel::build() {
    m_title = new IconText(Icon::Bag, Text::Name, Weight::Bold);
    m_shop = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_shop->setMostLines(0);
    m_shop->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_how = new Segment;
    m_empty = new EmptyState(Motif::Bag);
    m_emptyPane = new ScrollPane; // large text in a low window
    m_emptyPane->setContent(m_empty);
    m_scroll = new FittingPane;
    m_scroll->setContent(makeList());
    m_totals = makeFoot();
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_shop);
    m_howRow = new QHBoxLayout;
    m_howRow->addWidget(m_how);
    // The lines have room for rings at their sides; the rest stands where their text does.
    head->setContentsMargins(kRing, 0, kRing, 0);
    m_howRow->setContentsMargins(kRing, 0, kRing, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kSide - kRing + 1, kSide, kSide - kRing, kSide);
    column->setSpacing(metrics::kGap12);
    column->addLayout(head);
    column->addLayout(m_howRow);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_emptyPane, 1);
    column->addWidget(m_totals);
}

QWidget *CartPanel::makeList() {
    m_note = new TextField;
    m_note->setSymbol(Icon::Edit);
    m_note->setMaxLength(kLongestNote);
    auto *list = new QWidget;
    m_linesColumn = new QVBoxLayout;
    m_linesColumn->setSpacing(metrics::kGap12);
    m_listColumn = new QVBoxLayout(list);
    m_listColumn->setContentsMargins(kRing, 0, kRing, kRing);
    m_listColumn->setSpacing(metrics::kGap12);
    m_listColumn->addLayout(m_linesColumn);
    m_noteReaders = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_noteReaders->setMostLines(0);
    auto *note = new QVBoxLayout;
    note->setSpacing(metrics::kGap4);
    note->addWidget(m_note);
    note->addWidget(m_noteReaders);
    m_listColumn->addLayout(note);
    m_listColumn->addStretch(1);
    return list;
}

QWidget *CartPanel::makeFoot() {
    m_itemsName = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    m_items = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    m_deliveryName = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    m_delivery = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    m_totalName = new TextLabel(Text::Name, Weight::Bold);
    m_total = new TextLabel(Text::Sum, Weight::Bold);
    m_sending = new NoticeBox(Tone::Waiting, Icon::Clock);
    m_order = new Button(ButtonRole::Primary, Icon::Card);
    m_order->setTall(metrics::kShopHeight);
    m_leave = new Button(ButtonRole::Plain, Icon::Undo);
    m_hint = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_hint->setMostLines(0);
    m_hint->setAlignment(Qt::AlignCenter);
    m_deliveryRow = rowOf(m_deliveryName, m_delivery);
    auto *foot = new QWidget;
    m_footColumn = new QVBoxLayout(foot);
    m_footColumn->setContentsMargins(kRing, 0, kRing, 0);
    m_footColumn->setSpacing(metrics::kGap8);
    m_sums = new QWidget;
    auto *sums = new QVBoxLayout(m_sums);
    sums->setContentsMargins(0, 0, 0, 0);
    sums->setSpacing(metrics::kGap4);
    sums->addWidget(rowOf(m_itemsName, m_items));
    sums->addWidget(m_deliveryRow);
    m_footColumn->addWidget(m_sums);
    m_footColumn->addWidget(new Rule);
    m_footColumn->addWidget(rowOf(m_totalName, m_total));
    m_footColumn->addWidget(m_sending);
    m_footColumn->addWidget(m_order);
    m_footColumn->addWidget(m_leave);
    m_footColumn->addWidget(m_hint);
    return foot;
}

/// Large text in a low window: what is not the total and its button scrolls with the lines.
void CartPanel::fitInto(int height) {
    const bool isLow = height < Look::of(this).scaled(kLeastHeight);
    if (std::exchange(m_isLow, isLow) == isLow)
        return;
    m_order->setTall(isLow ? metrics::kTouchHeight : metrics::kShopHeight);
    if (isLow) {
        m_listColumn->insertWidget(0, m_how);
        m_listColumn->insertWidget(m_listColumn->count() - 1, m_sums); // above the stretch
        m_listColumn->insertWidget(m_listColumn->count() - 1, m_hint);
    } else {
        m_howRow->addWidget(m_how);
        m_footColumn->insertWidget(0, m_sums);
        m_footColumn->addWidget(m_hint);
    }
}

void CartPanel::refresh() {
    const Language language = Look::of(this).language();
    const auto &changing = m_cart.changing();
    m_title->setText(changing ? tr("Change no. %1").arg(changing->number) : tr("Cart"));
    m_leave->setText(tr("Leave it as it is"));
    m_leave->setVisible(changing.has_value());
    m_shop->setText(m_cart.shop() && !m_cart.isEmpty() ? m_cart.shop()->card.name.in(language)
                                                       : QString());
    m_empty->setTitle(changing ? tr("Nothing is left of it") : tr("Your cart is empty"));
    m_empty->setText(changing ? tr("Add something from the menu,\nor leave the order as it is.")
                              : tr("Add something from the menu\nand it appears here."));
    m_empty->setAction(Icon::Undo, changing ? m_leave->text()
                                   : m_lastShop.isEmpty()
                                       ? QString()
                                       : tr("Repeat the order from %1").arg(m_lastShop));
    const bool isEmpty = m_cart.isEmpty();
    const bool hadFocus = isEmpty && isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
    for (QWidget *part :
         {static_cast<QWidget *>(m_how), static_cast<QWidget *>(m_scroll), m_totals})
        part->setVisible(!isEmpty);
    m_emptyPane->setVisible(isEmpty);
    if (hadFocus && !m_lastShop.isEmpty())
        m_empty->button()->setFocus(Qt::OtherFocusReason);
    refreshLines();
    if (isEmpty)
        return;
    refreshFulfilment();
    refreshNote();
    refreshTotals();
}

/// There is one note; who reads it depends on who brings the order.
void CartPanel::refreshNote() {
    const bool hasRider = m_cart.fulfilment() == Fulfilment::PlatformRider;
    const QString title = hasRider ? tr("Note to shop and rider") : tr("Note to the shop");
    m_note->setPlaceholderText(title);
    m_note->setAccessibleName(title);
    m_noteReaders->setText(hasRider ? tr("The shop and the rider both read this.")
                                    : tr("Only the shop reads this."));
    m_note->setAccessibleDescription(m_noteReaders->text());
    if (m_note->text() != m_cart.note())
        m_note->setText(m_cart.note());
}

void CartPanel::refreshFulfilment() {
    m_ways = m_cart.shop()->card.fulfilments;
    QList<Segment::Part> parts;
    // Who brings it matters only where there is a choice.
    const bool isOneDelivery =
        m_ways.count(Fulfilment::PlatformRider) == 0 || m_ways.count(Fulfilment::OwnDelivery) == 0;
    for (const Fulfilment how : std::as_const(m_ways))
        parts.append({how == Fulfilment::Collection      ? Words::of(how)
                      : isOneDelivery                    ? tr("Delivery")
                      : how == Fulfilment::PlatformRider ? tr("By rider")
                                                         : tr("By the shop"),
                      // Of three there is room for the words alone.
                      m_ways.size() > 2 ? std::nullopt : std::optional(Words::iconOf(how))});
    m_how->setParts(parts);
    m_how->setCurrent(int(m_ways.indexOf(m_cart.fulfilment())));
    // The way of an order is not changed.
    m_how->setVisible(m_ways.size() > 1 && !m_cart.changing());
    m_how->setEnabled(!m_cart.isLocked());
    m_how->setAccessibleName(tr("How it comes to you"));
}

OrderLine CartPanel::lineOf(const LineChoice &choice, const Money &one, const Money &all) const {
    OrderLine line{choice.item, {}, {}, choice.quantity, one, all};
    for (const contract::MenuSectionView &section : m_cart.shop()->sections) {
        for (const contract::MenuItemView &item : section.items) {
            if (item.id != choice.item)
                continue;
            line.name = item.name;
            for (const OptionGroup &group : item.optionGroups) {
                for (const MenuOption &option : group.options) {
                    if (choice.options.contains(option.id))
                        line.options.append(PricedOption::of(group, option));
                }
            }
        }
    }
    return line;
}

void CartPanel::refreshLines() {
    const int count = int(m_cart.lines().size());
    while (m_lines.size() > count) {
        CartLine *last = m_lines.takeLast();
        const bool hadFocus = last->isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
        last->hide();
        last->deleteLater(); // its own stepper may have asked for it
        if (hadFocus && !m_lines.isEmpty())
            m_lines.last()->quantity()->setFocus(Qt::OtherFocusReason);
    }
    while (m_lines.size() < count) {
        auto *line = new CartLine;
        connect(line, &CartLine::quantityChosen, this,
                [this, line](int quantity) { setQuantity(line, quantity); });
        m_linesColumn->addWidget(line);
        m_lines.append(line);
    }
    for (int i = 0; i < count; ++i) {
        const LineChoice &choice = m_cart.lines().at(i);
        // Below the minimum there is no price for the whole, but each line has one.
        const auto one = m_cart.priceOf(choice);
        const auto all = one ? one->times(choice.quantity) : std::nullopt;
        m_lines.at(i)->setVisible(all.has_value());
        if (all)
            m_lines.at(i)->setLine(lineOf(choice, *one, *all), Look::of(this).language(),
                                   m_cart.isLocked());
    }
    m_note->setEnabled(!m_cart.isLocked());
}

void CartPanel::setRepeatable(const QString &shop) {
    if (std::exchange(m_lastShop, shop) != shop)
        refresh();
}

void CartPanel::focusOrder() {
    if (m_cart.isEmpty() && m_lastShop.isEmpty())
        return; // nothing in it takes the keyboard
    if (m_cart.isEmpty())
        m_empty->button()->setFocus(Qt::OtherFocusReason);
    else if (m_order->isEnabled())
        m_order->setFocus(Qt::OtherFocusReason);
    else
        m_lines.first()->quantity()->setFocus(Qt::OtherFocusReason);
}

void CartPanel::setQuantity(CartLine *line, int quantity) {
    const int at = int(m_lines.indexOf(line));
    const LineChoice choice = m_cart.lines().at(at);
    m_cart.setQuantity(at, quantity);
    if (quantity <= 0)
        emit lineTaken(at, choice);
}

void CartPanel::refreshTotals() {
    const auto priced = m_cart.priced();
    m_itemsName->setText(tr("Items"));
    m_totalName->setText(tr("Total"));
    const Fulfilment how = m_cart.fulfilment();
    const int meters = m_cart.shop()->card.distanceMeters;
    m_deliveryName->setText(meters > 0 ? tr("Delivery · %1").arg(distanceText(meters))
                                       : tr("Delivery"));
    m_deliveryRow->setVisible(how != Fulfilment::Collection);
    // Also of a cart that cannot be ordered yet, by the same prices.
    const Money items = m_cart.itemsSum();
    const Money fee = m_cart.deliveryFee();
    m_items->setText(moneyText(items));
    m_delivery->setText(moneyText(fee));
    m_total->setText(moneyText(items.plus(fee).value_or(items)));
    refreshOrder(priced);
}

void CartPanel::refreshOrder(const Result<PricedCart, PricingError> &priced) {
    const bool isSending = m_cart.isLocked();
    m_sending->setVisible(isSending);
    m_sending->setWords(tr("Your order is being sent"),
                        m_services.isAged()
                            ? tr("It goes on as soon as the connection is back.\nYou are never "
                                 "charged twice.")
                            : tr("You are never charged twice."));
    // What is ordered already may be changed as long as nobody cooks it.
    const contract::ShopView &shop = *m_cart.shop();
    const bool canGoOn = shop.card.isOpen || mayBeAskedForLater(shop) || m_cart.changing();
    m_order->setEnabled(priced.ok() && canGoOn && !isSending);
    m_leave->setEnabled(!isSending);
    m_hint->setVisible(!isSending);
    if (!priced) {
        m_order->setText(tr("Continue"));
        m_hint->setText(
            priced.error().fault == PricingFault::BelowMinimum
                ? tr("%1 more to the minimum order.").arg(moneyText(m_cart.lackingToMinimum()))
                : tr("This cart cannot be ordered as it is. Remove an item and add it again."));
        return;
    }
    const QString total = moneyText(priced->total);
    m_order->setText(isSending ? tr("Sending %1").arg(total) : tr("Continue · %1").arg(total));
    m_hint->setText(hintOf(*priced));
}

/// What comes next.
QString CartPanel::hintOf(const PricedCart &priced) const {
    if (const auto &order = m_cart.changing())
        return ChangeWords::difference(order->total, priced.total);
    if (!m_cart.shop()->card.isOpen)
        return mayBeAskedForLater(*m_cart.shop())
                   ? tr("The shop is closed now. Next: choose a day.")
                   : tr("The shop is closed now. Your cart is kept.");
    return m_cart.fulfilment() == Fulfilment::Collection
               ? tr("Next: when you collect it, and payment.")
               : tr("Next: where, when and payment.");
}

void CartPanel::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        refresh();
    if (event->type() == QEvent::StyleChange)
        fitInto(height());
    QWidget::changeEvent(event);
}

void CartPanel::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    fitInto(height());
}

void CartPanel::paintEvent(QPaintEvent *) {
    const Tokens &tokens = Look::of(this).tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(0, 0, 1, height()), tokens.line);
}

} // namespace soban::customer
