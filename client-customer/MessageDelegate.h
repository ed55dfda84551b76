// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/OrderBook.h"
#include "contract/Identity.h"
#include "ui/Paint.h"

#include <QStyledItemDelegate>

namespace soban::customer {

/// A message as a card: who writes of which order, why, when, and what it says in full. Above the
/// first of each day stands the day.
class MessageDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `orders` know the zone that a message's time is told in.
    MessageDelegate(const Clock &clock, const OrderBook &orders, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    /// The parts of one row, top to bottom; no heading where the day is that of the row above.
    struct Places {
        QRect heading, card, icon, name, kind, time, text;
    };
    Places places(const ui::Look &look, const QRect &row, const QModelIndex &index) const;
    /// Who writes, of what, and when; below each other where there is no room beside.
    int placeHead(const ui::Look &look, const QRect &box, const contract::MessageView &message,
                  Places &all) const;
    void paintHead(QPainter &painter, const ui::Look &look, const Places &all,
                   const contract::MessageView &message) const;
    QTimeZone zoneFor(const contract::MessageView &message) const;
    QDate dayOf(const contract::MessageView &message) const;
    QString dayText(const contract::MessageView &message, Language language) const;

    const Clock &m_clock;
    const OrderBook &m_orders;
};

} // namespace soban::customer
