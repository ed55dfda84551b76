// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-rider/DeliveryBook.h"
#include "client-rider/DoorMoney.h"
#include "client-rider/Services.h"
#include "ui/Paint.h"

#include <QStyledItemDelegate>

namespace soban::rider_app {

/// A delivery in the list of those done: from where to where, when, its pay, how it ended, and what
/// was received at the door.
class HistoryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    HistoryDelegate(const Services &services, const DeliveryBook &deliveries,
                    const DoorMoney &doorMoney, QObject *parent = nullptr);

    static QString wordsOf(DeliveryState state);
    static QString receivedWords(const Money &money);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QString whenOf(const contract::DeliveryView &delivery, Language language) const;

    Services m_services;
    const DeliveryBook &m_deliveries;
    const DoorMoney &m_doorMoney;
};

} // namespace soban::rider_app
