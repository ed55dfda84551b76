// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/HistoryPage.h"

#include "client-rider/HistoryDelegate.h"
#include "ui/CardList.h"

#include <QEvent>
#include <QListView>
#include <QVBoxLayout>

namespace soban::rider_app {

using namespace ui;

HistoryPage::HistoryPage(const Services &services, DeliveryBook &deliveries,
                         const DoorMoney &doorMoney, QWidget *parent)
    : QWidget(parent), m_list(new CardList(Motif::Scooter)) {
    m_list->setCards(&deliveries, new HistoryDelegate(services, deliveries, doorMoney, m_list));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_list);
    connect(&deliveries, &DeliveryBook::changed, m_list, &CardList::refresh);
    connect(&doorMoney, &DoorMoney::changed, m_list, &CardList::refresh);
    connect(m_list, &CardList::chosen, this, [this, &deliveries](const QModelIndex &card) {
        emit openChosen(deliveries.at(card.row()).orderId);
    });
    connect(&services.pictures, &desk::PictureStore::pictureReady, m_list->view()->viewport(),
            qOverload<>(&QWidget::update));
    retranslate();
}

void HistoryPage::retranslate() {
    m_list->view()->setAccessibleName(tr("History"));
    m_list->none()->setTitle(tr("No deliveries yet"));
    m_list->none()->setText(tr("Deliveries that you claim appear here."));
}

void HistoryPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::rider_app
