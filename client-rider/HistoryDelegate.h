// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-rider/DeliveryBook.h"
#include "client-rider/Services.h"
#include "ui/Paint.h"

#include <QStyledItemDelegate>

namespace soban::rider_app {

/// A delivery in the list of those done: from where to where, when, its pay and how it ended.
class HistoryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    HistoryDelegate(const Services &services, const DeliveryBook &deliveries,
                    QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Services m_services;
    const DeliveryBook &m_deliveries;
};

} // namespace soban::rider_app
