// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/MessagesPage.h"

#include "client-customer/MessageDelegate.h"
#include "client-customer/MessagesModel.h"
#include "domain/Event.h"
#include "ui/EmptyState.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kWidest = 720;
constexpr int kMargin = 16;

} // namespace

MessagesPage::MessagesPage(const Services &services, MessagesModel &messages,
                           const OrderBook &orders, QWidget *parent)
    : QWidget(parent)
    , m_messages(messages)
    , m_list(new QListView)
    , m_stack(new QStackedWidget)
    , m_none(new EmptyState(Motif::Letter)) {
    m_list->setModel(&messages);
    m_list->setItemDelegate(new MessageDelegate(services.clock, orders, m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMaximumWidth(kWidest);
    m_list->viewport()->setAutoFillBackground(false);
    auto *middle = new QWidget;
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(kMargin, kMargin, kMargin, 0);
    row->addStretch(1);
    row->addWidget(m_list, 4);
    row->addStretch(1);
    m_stack->addWidget(m_none);
    m_stack->addWidget(middle);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    connect(&messages, &MessagesModel::loaded, this, [this] {
        m_stack->setCurrentIndex(m_messages.rowCount() == 0 ? 0 : 1);
        m_list->doItemsLayout(); // a day may have another first message
    });
    // They know the zones, and so the days.
    connect(&orders, &OrderBook::loaded, m_list, [this] { m_list->doItemsLayout(); });
    connect(m_list, &QListView::clicked, this, &MessagesPage::choose);
    connect(m_list, &QListView::activated, this, &MessagesPage::choose);
    retranslate();
}

void MessagesPage::choose(const QModelIndex &index) {
    const contract::MessageView &message = m_messages.at(index.row());
    if (enumFromText<MessageKind>(message.kind) == MessageKind::Answer)
        emit reviewChosen(message.orderId);
    else
        emit orderChosen(message.orderId);
}

void MessagesPage::retranslate() {
    m_list->setAccessibleName(tr("Messages"));
    m_none->setTitle(tr("No messages yet"));
    m_none->setText(tr("What we send you by SMS and KakaoTalk\nstays here too."));
    m_list->doItemsLayout();
}

void MessagesPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
