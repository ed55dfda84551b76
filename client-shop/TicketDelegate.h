// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/PaintedPress.h"
#include "client-shop/StepDesk.h"
#include "client-shop/TicketLayout.h"
#include "ui/ButtonPaint.h"
#include "ui/PartsDelegate.h"

namespace soban::shop_app {

/// A ticket on the board: painted, with painted buttons that can be pressed.
class TicketDelegate : public ui::PartsDelegate {
    Q_OBJECT

public:
    TicketDelegate(const StepDesk &steps, const Services &services, const ShopState &shop,
                   QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where the ticket at `index` stands that has `row` to itself.
    TicketLayout layoutIn(const ui::Look &look, const QRect &row, const QModelIndex &index) const;

    /// The mouse has been let go beside the tickets.
    void letGo() { m_press.letGo(); }

signals:
    void partPressed(soban::OrderId order, soban::shop_app::TicketPart part);

protected:
    QList<Part> partsIn(const QRect &row, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    struct Press {
        OrderId order;
        TicketPart part;
        bool operator==(const Press &) const = default;
    };
    struct Canvas;

    void paintHeading(const Canvas &canvas, int count) const;
    void paintCard(const Canvas &canvas) const;
    void paintHead(const Canvas &canvas) const;
    void paintBell(const Canvas &canvas) const;
    void paintMark(const Canvas &canvas) const;
    void paintCode(const Canvas &canvas) const;
    void paintLines(const Canvas &canvas) const;
    void paintLine(const Canvas &canvas, const TicketLayout::Line &place) const;
    void paintDoor(const Canvas &canvas) const;
    void paintRemarks(const Canvas &canvas) const;
    void paintFoot(const Canvas &canvas) const;
    void paintOutcome(const Canvas &canvas) const;
    void paintButtons(const Canvas &canvas) const;
    QString wordsOn(TicketPart part, const contract::TicketView &ticket,
                    const TicketMark *mark) const;
    ui::ButtonFace faceOf(const Canvas &canvas, const TicketLayout::Pressable &button) const;

    const StepDesk &m_steps;
    Services m_services;
    const ShopState &m_shop;
    PaintedPress<Press> m_press;
};

} // namespace soban::shop_app
