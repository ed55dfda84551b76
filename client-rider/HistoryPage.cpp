// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/HistoryPage.h"

#include "client-rider/HistoryDelegate.h"
#include "ui/EmptyState.h"

#include <QEvent>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace soban::rider_app {

namespace {

using namespace ui;

constexpr int kMargin = 14;
constexpr int kWidest = 720;

} // namespace

HistoryPage::HistoryPage(const Services &services, DeliveryBook &deliveries,
                         const DoorMoney &doorMoney, QWidget *parent)
    : QWidget(parent)
    , m_deliveries(deliveries)
    , m_list(new QListView)
    , m_stack(new QStackedWidget)
    , m_none(new EmptyState(Motif::Scooter)) {
    m_list->setModel(&deliveries);
    m_list->setItemDelegate(new HistoryDelegate(services, deliveries, doorMoney, m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMaximumWidth(kWidest);
    m_list->viewport()->setAutoFillBackground(false);
    auto *middle = new QWidget;
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(kMargin, kMargin, kMargin, 0);
    row->addStretch(1);
    row->addWidget(m_list, 100);
    row->addStretch(1);
    m_stack->addWidget(m_none);
    m_stack->addWidget(middle);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    connect(&deliveries, &DeliveryBook::changed, this, &HistoryPage::refresh);
    connect(&doorMoney, &DoorMoney::changed, m_list, &QListView::doItemsLayout);
    // By the mouse, and by Enter.
    for (const auto pressed : {&QListView::clicked, &QListView::activated})
        connect(m_list, pressed, this, [this](const QModelIndex &index) {
            emit openChosen(m_deliveries.at(index.row()).orderId);
        });
    connect(&services.pictures, &desk::PictureStore::pictureReady, m_list->viewport(),
            qOverload<>(&QWidget::update));
    retranslate();
    refresh();
}

void HistoryPage::refresh() {
    m_stack->setCurrentIndex(m_deliveries.rowCount() == 0 ? 0 : 1);
    m_list->viewport()->update();
}

void HistoryPage::retranslate() {
    m_list->setAccessibleName(tr("History"));
    m_none->setTitle(tr("No deliveries yet"));
    m_none->setText(tr("Deliveries that you claim appear here."));
}

void HistoryPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
        m_list->doItemsLayout();
    QWidget::changeEvent(event);
}

} // namespace soban::rider_app
