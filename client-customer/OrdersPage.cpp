// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OrdersPage.h"

#include "client-customer/OrderCardDelegate.h"
#include "client-customer/OrderPage.h"
#include "ui/Button.h"
#include "ui/EmptyState.h"
#include "ui/Look.h"
#include "ui/ScrollPane.h"
#include "ui/Tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>

#include <algorithm>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kListWidth = 264;
constexpr int kLeastList = 180;  ///< large text in a narrow window
constexpr int kOrderWidth = 300; ///< in which an order is told whole
constexpr int kScrollBar = 12;   ///< beside the cards
constexpr int kMargin = 16;

} // namespace

OrdersPage::OrdersPage(const Services &services, OrderBook &orders, const PlaceBook &places,
                       QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_orders(orders)
    , m_list(new QListView)
    , m_delegate(new OrderCardDelegate(services.pictures, services.clock, m_list))
    , m_page(new OrderPage(services, orders, places))
    , m_stack(new QStackedWidget)
    , m_none(new EmptyState(Motif::Bowl)) {
    m_list->setModel(&orders);
    m_list->setItemDelegate(m_delegate);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);

    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(kMargin, 0, 0, 0);
    row->setSpacing(metrics::kGap8);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(0, kMargin, 0, 0);
    left->addWidget(m_list);
    row->addLayout(left);
    row->addWidget(m_page, 1);
    auto *none = new ScrollPane; // large text in a low window
    none->setContent(m_none);
    m_stack->addWidget(none);
    m_stack->addWidget(both);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_page->show(m_orders.at(current.row()).id);
            });
    connect(m_delegate, &OrderCardDelegate::reorderChosen, this, &OrdersPage::reorderChosen);
    connect(&services.link, &desk::Link::stateChanged, this, [this] {
        m_delegate->setAged(m_services.isAged());
        m_list->viewport()->update();
    });
    // An order that has ended is another height, and may give another one the heading.
    connect(&m_orders, &OrderBook::orderChanged, this, [this](OrderId order) {
        m_list->doItemsLayout();
        if (m_awaited == order)
            open(order);
    });
    connect(&m_orders, &QAbstractItemModel::modelReset, this, &OrdersPage::showState);
    connect(&m_orders, &QAbstractItemModel::rowsInserted, this, &OrdersPage::showState);
    connect(&services.pictures, &desk::PictureStore::pictureReady, m_list->viewport(),
            qOverload<>(&QWidget::update));
    connect(m_none, &EmptyState::acted, this, &OrdersPage::shopsWanted);
    connect(m_page, &OrderPage::reviewChosen, this, &OrdersPage::reviewChosen);
    connect(m_page, &OrderPage::reorderChosen, this, &OrdersPage::reorderChosen);
    connect(m_page, &OrderPage::changeChosen, this, &OrdersPage::changeChosen);
    connect(m_page, &OrderPage::shopsWanted, this, &OrdersPage::shopsWanted);
    connect(m_page, &OrderPage::receiptFailed, this, &OrdersPage::receiptFailed);
    connect(m_page, &OrderPage::receiptSaved, this, &OrdersPage::receiptSaved);
    connect(m_page, &OrderPage::failed, this, &OrdersPage::failed);
    arrange();
    retranslate();
    showState();
}

void OrdersPage::showState() {
    m_stack->setCurrentIndex(m_orders.rowCount() == 0 ? 0 : 1);
    if (m_orders.rowCount() == 0)
        return;
    const int row = m_page->order() ? m_orders.rowOf(*m_page->order()) : 0;
    m_list->setCurrentIndex(m_orders.index(std::max(row, 0)));
}

void OrdersPage::open(OrderId order) {
    const int row = m_orders.rowOf(order);
    m_awaited = row < 0 ? std::optional(order) : std::nullopt;
    if (row >= 0)
        m_list->setCurrentIndex(m_orders.index(row));
    else
        m_orders.fetch(order);
}

void OrdersPage::openReview(OrderId order) {
    open(order);
    m_page->awaitReview(order);
}

void OrdersPage::openPayment(const contract::PresentStage &order) {
    open(order.orderId);
    m_page->awaitPayment(order);
}

void OrdersPage::takeFocus() {
    if (m_orders.rowCount() == 0)
        m_none->button()->setFocus(Qt::OtherFocusReason);
    else if (!m_page->takeFocus())
        m_list->setFocus(Qt::OtherFocusReason);
}

void OrdersPage::arrange() {
    const Look &look = Look::of(this);
    const int beside = width() - kMargin - metrics::kGap8 - kScrollBar - look.scaled(kOrderWidth);
    m_list->setFixedWidth(std::clamp(beside, look.scaled(kLeastList), look.scaled(kListWidth)) +
                          kScrollBar);
}

void OrdersPage::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void OrdersPage::retranslate() {
    m_list->setAccessibleName(tr("Orders"));
    m_none->setTitle(tr("No orders yet"));
    m_none->setText(tr("Shall we set the first table?"));
    m_none->setAction(Icon::Store, tr("Browse shops"));
    m_list->doItemsLayout();
}

void OrdersPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::StyleChange)
        arrange();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
