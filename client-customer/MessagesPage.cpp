// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/MessagesPage.h"

#include "client-customer/MessageDelegate.h"
#include "client-customer/MessagesModel.h"
#include "domain/Event.h"
#include "ui/CardList.h"

#include <QEvent>
#include <QListView>
#include <QVBoxLayout>

namespace soban::customer {

using namespace ui;

MessagesPage::MessagesPage(const Services &services, MessagesModel &messages,
                           const OrderBook &orders, QWidget *parent)
    : QWidget(parent), m_messages(messages), m_list(new CardList(Motif::Letter)) {
    m_list->setCards(&messages, new MessageDelegate(services.clock, orders, m_list));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_list);
    // A day may have another first message.
    connect(&messages, &MessagesModel::loaded, m_list, &CardList::refresh);
    // They know the zones, and so the days.
    connect(&orders, &OrderBook::loaded, m_list, &CardList::refresh);
    connect(m_list, &CardList::chosen, this, &MessagesPage::choose);
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
    m_list->view()->setAccessibleName(tr("Messages"));
    m_list->none()->setTitle(tr("No messages yet"));
    m_list->none()->setText(tr("What we send you by SMS and KakaoTalk\nstays here too."));
}

void MessagesPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
