// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OrdersPage.h"

#include "client-customer/OrderCardDelegate.h"
#include "client-customer/OrderPage.h"
#include "ui/EmptyState.h"
#include "ui/Tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kListWidth = 272;
constexpr int kMargin = 16;

} // namespace

OrdersPage::OrdersPage(const Services &services, OrderBook &orders, QWidget *parent)
    : QWidget(parent)
    , m_orders(orders)
    , m_list(new QListView)
    , m_page(new OrderPage(services, orders))
    , m_stack(new QStackedWidget)
    , m_none(new EmptyState(Motif::Bowl)) {
    m_list->setModel(&orders);
    m_list->setItemDelegate(new OrderCardDelegate(services.pictures, services.clock, m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedWidth(kListWidth);
    m_list->viewport()->setAutoFillBackground(false);

    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(kMargin, 0, 0, 0);
    row->setSpacing(metrics::kGap16);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(0, kMargin, 0, 0);
    left->addWidget(m_list);
    row->addLayout(left);
    row->addWidget(m_page, 1);
    m_stack->addWidget(m_none);
    m_stack->addWidget(both);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_page->show(m_orders.at(current.row()).id);
            });
    connect(&m_orders, &QAbstractItemModel::modelReset, this, &OrdersPage::showState);
    connect(&m_orders, &QAbstractItemModel::rowsInserted, this, &OrdersPage::showState);
    connect(&services.pictures, &desk::PictureStore::pictureReady, m_list->viewport(),
            qOverload<>(&QWidget::update));
    connect(m_none, &EmptyState::acted, this, &OrdersPage::shopsWanted);
    connect(m_page, &OrderPage::reviewChosen, this, &OrdersPage::reviewChosen);
    connect(m_page, &OrderPage::reorderChosen, this, &OrdersPage::reorderChosen);
    connect(m_page, &OrderPage::failed, this, &OrdersPage::failed);
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
    if (row >= 0)
        m_list->setCurrentIndex(m_orders.index(row));
}

void OrdersPage::retranslate() {
    m_list->setAccessibleName(tr("Orders"));
    m_none->setTitle(tr("No orders yet"));
    m_none->setText(tr("Shall we set the first table?"));
    m_none->setAction(Icon::Store, tr("Look at the shops"));
    m_list->viewport()->update();
}

void OrdersPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
