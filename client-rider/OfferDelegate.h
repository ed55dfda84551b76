// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-rider/DeliveryBook.h"
#include "client-rider/DutyDesk.h"
#include "ui/Paint.h"
#include "ui/PartsDelegate.h"

namespace soban::rider_app {

/// An offer as a card: shop, ways, pay, how long it has been ready, and the button that claims it.
class OfferDelegate : public ui::PartsDelegate {
    Q_OBJECT

public:
    OfferDelegate(const Services &services, const DutyDesk &duty, const DeliveryBook &deliveries,
                  QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where the button of a card is.
    static QRect buttonIn(const ui::Look &look, const QRect &item);

signals:
    void claimChosen(soban::OrderId order);

protected:
    QList<Part> partsIn(const QRect &row, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    /// A distance, with its words and without.
    struct Way {
        ui::Icon icon;
        QString words;
        QString distance;
    };

    static QList<Way> waysOf(const Offer &offer, std::optional<int> toShop);
    static QString readyWords(std::chrono::milliseconds age, Language language);
    void paintHead(QPainter &painter, const ui::Look &look, const QRect &box, const Offer &offer,
                   bool isOld) const;
    void paintWays(QPainter &painter, const ui::Look &look, const QRect &box, const Offer &offer,
                   bool isOld) const;
    void paintMoney(QPainter &painter, const ui::Look &look, const QRect &box, const Offer &offer,
                    bool isOld) const;
    void paintButton(QPainter &painter, const ui::Look &look, const QRect &box, const Offer &offer,
                     bool isChosen) const;

    Services m_services;
    const DutyDesk &m_duty;
    const DeliveryBook &m_deliveries;
};

} // namespace soban::rider_app
