// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/CartPanel.h"

#include "ui/Button.h"
#include "ui/EmptyState.h"
#include "ui/Formats.h"
#include "ui/Paint.h"
#include "ui/ScrollPane.h"
#include "ui/Segment.h"
#include "ui/Stepper.h"
#include "ui/TextField.h"
#include "ui/TextLabel.h"
#include "ui/Words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kSide = 16;
constexpr int kLongestNote = 200;

void empty(QLayout *layout) {
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

class Rule : public QWidget {
public:
    Rule() { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter(this).fillRect(rect(), Look::of(this).tokens().line);
    }
};

} // namespace

CartPanel::CartPanel(Cart &cart, QWidget *parent) : QWidget(parent), m_cart(cart) {
    build();
    connect(m_how, &Segment::chosen, this,
            [this](int index) { m_cart.setFulfilment(m_ways.at(index)); });
    connect(m_note, &TextField::textEdited, &m_cart, &Cart::setNote);
    connect(m_order, &Button::clicked, this, &CartPanel::checkoutChosen);
    connect(&m_cart, &Cart::changed, this, &CartPanel::refresh);
    refresh();
}

void CartPanel::build() {
    m_title = new TextLabel(Text::Name, Weight::Bold);
    m_shop = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_how = new Segment;
    m_scroll = new ScrollPane;
    m_empty = new EmptyState(Motif::Bag);
    m_note = new TextField;
    m_note->setSymbol(Icon::Edit);
    m_note->setMaxLength(kLongestNote);
    m_totals = new QWidget;
    m_sums = new QVBoxLayout;
    m_sums->setSpacing(metrics::kGap4);
    m_totalName = new TextLabel(Text::Name, Weight::Bold);
    m_total = new TextLabel(Text::Sum, Weight::Bold);
    m_total->setKeptWhole(true);
    m_order = new Button(ButtonRole::Primary, Icon::Card);
    m_order->setTall(metrics::kShopHeight);
    m_hint = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_hint->setMostLines(2);
    m_hint->setAlignment(Qt::AlignCenter);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_shop);
    auto *totalRow = new QHBoxLayout;
    totalRow->addWidget(m_totalName, 1);
    totalRow->addWidget(m_total);
    auto *foot = new QVBoxLayout(m_totals);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->setSpacing(metrics::kGap8);
    foot->addLayout(m_sums);
    foot->addWidget(new Rule);
    foot->addLayout(totalRow);
    foot->addWidget(m_order);
    foot->addWidget(m_hint);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kSide + 1, kSide, kSide, kSide);
    column->setSpacing(metrics::kGap12);
    column->addLayout(head);
    column->addWidget(m_how);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_note);
    column->addWidget(m_totals);
}

void CartPanel::refresh() {
    const Language language = Look::of(this).language();
    m_title->setText(tr("Cart"));
    m_shop->setText(m_cart.shop() && !m_cart.isEmpty() ? m_cart.shop()->card.name.in(language)
                                                       : QString());
    m_empty->setTitle(tr("Your cart is empty"));
    m_empty->setText(tr("Press + on a menu\nand it lands here."));
    m_note->setPlaceholderText(tr("A word to the shop"));
    m_note->setAccessibleName(tr("A word to the shop"));
    if (m_note->text() != m_cart.note())
        m_note->setText(m_cart.note());
    const bool isEmpty = m_cart.isEmpty();
    for (QWidget *part : {static_cast<QWidget *>(m_how), static_cast<QWidget *>(m_scroll),
                          static_cast<QWidget *>(m_note), m_totals})
        part->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    if (isEmpty)
        return;
    refreshFulfilment();
    refreshLines();
    refreshTotals();
}

void CartPanel::refreshFulfilment() {
    m_ways = m_cart.shop()->card.fulfilments;
    QList<Segment::Part> parts;
    for (const Fulfilment how : std::as_const(m_ways))
        parts.append({how == Fulfilment::PlatformRider ? tr("Delivery") : Words::of(how),
                      Words::iconOf(how)});
    m_how->setParts(parts);
    m_how->setCurrent(int(m_ways.indexOf(m_cart.fulfilment())));
    m_how->setVisible(m_ways.size() > 1);
    m_how->setAccessibleName(tr("How it comes to you"));
}

void CartPanel::refreshLines() {
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, metrics::kGap8, 0);
    column->setSpacing(metrics::kGap8);
    // Below the minimum there is no price for the whole, but each line has one.
    const contract::ShopView &shop = *m_cart.shop();
    for (int i = 0; i < m_cart.lines().size(); ++i) {
        const LineChoice &choice = m_cart.lines().at(i);
        const auto one = m_cart.priceOf(choice);
        const auto all = one ? one->times(choice.quantity) : std::nullopt;
        if (!all)
            continue;
        OrderLine line{choice.item, {}, {}, choice.quantity, *one, *all};
        for (const contract::MenuSectionView &section : shop.sections) {
            for (const contract::MenuItemView &item : section.items) {
                if (item.id != choice.item)
                    continue;
                line.name = item.name;
                for (const OptionGroup &group : item.optionGroups) {
                    for (const MenuOption &option : group.options) {
                        if (choice.options.contains(option.id))
                            line.options.append({option.id, option.name, option.price});
                    }
                }
            }
        }
        column->addWidget(makeLine(i, line));
        column->addWidget(new Rule);
    }
    column->addStretch(1);
    m_scroll->setContent(list);
}

QWidget *CartPanel::makeLine(int index, const OrderLine &line) {
    const Language language = Look::of(this).language();
    auto *box = new QWidget;
    auto *name = new TextLabel(Text::Body, Weight::Bold);
    name->setMostLines(2);
    name->setText(line.name.in(language));
    auto *price = new TextLabel(Text::Body, Weight::Bold);
    price->setKeptWhole(true);
    price->setText(moneyText(line.total));
    QStringList options;
    for (const PricedOption &option : line.options)
        options.append(option.name.in(language));
    auto *detail = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    detail->setMostLines(3);
    detail->setText(options.join(QStringLiteral(" · ")));
    auto *quantity = new Stepper;
    quantity->setBounds(0, kLargestQuantity);
    quantity->setValue(line.quantity);
    quantity->setAccessibleName(tr("Quantity of %1").arg(line.name.in(language)));
    // Later, because it deletes the stepper.
    connect(
        quantity, &Stepper::stepped, this,
        [this, index](int value) { m_cart.setQuantity(index, value); }, Qt::QueuedConnection);
    auto *upper = new QHBoxLayout;
    upper->addWidget(name, 1);
    upper->addWidget(price, 0, Qt::AlignTop);
    auto *lower = new QHBoxLayout;
    lower->addWidget(detail, 1);
    lower->addWidget(quantity);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, metrics::kGap4);
    column->setSpacing(metrics::kGap4);
    column->addLayout(upper);
    column->addLayout(lower);
    return box;
}

QWidget *CartPanel::makeSum(const QString &name, const Money &amount) {
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto *label = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    label->setText(name);
    auto *value = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    value->setText(moneyText(amount));
    value->setKeptWhole(true);
    row->addWidget(label, 1);
    row->addWidget(value);
    return box;
}

void CartPanel::refreshTotals() {
    empty(m_sums);
    m_totalName->setText(tr("Total"));
    const auto priced = m_cart.priced();
    const bool isOpen = m_cart.shop()->card.isOpen;
    m_order->setEnabled(priced.ok() && isOpen);
    if (priced) {
        m_sums->addWidget(makeSum(tr("Items"), priced->items));
        if (m_cart.fulfilment() != Fulfilment::Collection)
            m_sums->addWidget(makeSum(tr("Delivery"), priced->deliveryFee));
        m_total->setText(moneyText(priced->total));
        m_order->setText(tr("Order for %1").arg(moneyText(priced->total)));
        m_hint->setText(isOpen ? tr("You can cancel until the shop starts preparing.")
                               : tr("The shop is closed now. Your cart is kept."));
        return;
    }
    m_total->setText({});
    m_order->setText(tr("Order"));
    if (priced.error().fault == PricingFault::BelowMinimum)
        m_hint->setText(
            tr("%1 more to the minimum order.").arg(moneyText(m_cart.lackingToMinimum())));
    else
        m_hint->setText(
            tr("This cart cannot be ordered as it is. Take a line out and add it anew."));
}

void CartPanel::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void CartPanel::paintEvent(QPaintEvent *) {
    const Tokens &tokens = Look::of(this).tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(0, 0, 1, height()), tokens.line);
}

} // namespace soban::customer
