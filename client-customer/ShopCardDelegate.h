// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Catalogue.h"
#include "desk/PictureStore.h"
#include "ui/Paint.h"

#include <QStyledItemDelegate>

namespace soban::customer {

/// A shop in the list: picture, name, stars, how long, what it costs, and whether it is open.
class ShopCardDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ShopCardDelegate(desk::PictureStore &pictures, QObject *parent = nullptr);

    /// What is shown no longer follows the server.
    void setAged(bool aged) { m_isAged = aged; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// Where the words of a card stand; a name or terms that are long take more lines.
    struct Places {
        QRect name, stars, about, special, wait, terms;
        int height;
    };
    Places places(const ui::Look &look, const contract::ShopCard &shop, const QRect &box) const;
    void paintWords(QPainter &painter, const ui::Look &look, const QRect &box,
                    const contract::ShopCard &shop) const;
    void paintStars(QPainter &painter, const ui::Look &look, const QRect &box,
                    const contract::ShopCard &shop) const;
    /// What is special now. It has no ground of its own, for which there is no room in its line.
    std::optional<ui::Chip> specialOf(const contract::ShopCard &shop) const;
    void paintSpecial(QPainter &painter, const ui::Look &look, const QRect &box,
                      const contract::ShopCard &shop) const;
    static QString terms(const contract::ShopCard &shop);

    desk::PictureStore &m_pictures;
    bool m_isAged = false;
};

/// "25–35 min": what the shop promises now.
QString deliveryTimeText(const contract::ShopCard &shop);
/// The same for how it comes to the customer: nobody rides for what is collected.
QString waitText(const contract::ShopCard &shop, Fulfilment how);
/// "Busy · +20 min" of a shop that takes orders and is slow at it.
std::optional<ui::Chip> busyChip(const contract::ShopCard &shop);

} // namespace soban::customer
