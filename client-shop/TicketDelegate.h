// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/StepDesk.h"
#include "client-shop/TicketLayout.h"
#include "ui/ButtonPaint.h"
#include "ui/PartsDelegate.h"

namespace soban::shop_app {

/// A ticket on the board: painted, with painted buttons that can be pressed.
class TicketDelegate : public ui::PartsDelegate {
    Q_OBJECT

public:
    TicketDelegate(const StepDesk &steps, const Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where the ticket stands that has `row` to itself.
    static TicketLayout layoutIn(const ui::Look &look, const QRect &row,
                                 const contract::TicketView &ticket, const TicketMark *mark);

    /// The mouse has been let go beside the tickets.
    void letGo() { m_press.reset(); }

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
    };
    struct Canvas;

    void paintCard(const Canvas &canvas) const;
    void paintBell(const Canvas &canvas) const;
    void paintMark(const Canvas &canvas) const;
    void paintCode(const Canvas &canvas) const;
    void paintLines(const Canvas &canvas) const;
    void paintLine(const Canvas &canvas, const TicketLayout::Line &place) const;
    void paintRemarks(const Canvas &canvas) const;
    void paintFoot(const Canvas &canvas) const;
    void paintButtons(const Canvas &canvas) const;
    QString wordsOn(TicketPart part, const contract::TicketView &ticket,
                    const TicketMark *mark) const;
    ui::ButtonFace faceOf(const Canvas &canvas, const TicketLayout::Pressable &button) const;

    const StepDesk &m_steps;
    const Clock &m_clock;
    std::optional<Press> m_press; ///< the button goes down, and acts when let go
};

} // namespace soban::shop_app
