// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/AnswerEditor.h"
#include "client-shop/PaintedPress.h"
#include "client-shop/ReviewBook.h"
#include "client-shop/ShopState.h"
#include "ui/Paint.h"
#include "ui/PartsDelegate.h"

namespace soban::shop_app {

/// A review as a card: stars, words, photo, the order, and the shop's answer, with a painted button
/// to write one. While it is being answered the card has room for an editor.
class ReviewDelegate : public ui::PartsDelegate {
    Q_OBJECT

public:
    ReviewDelegate(ReviewBook &book, const Services &services, const ShopState &shop,
                   QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    void setEditorData(QWidget *, const QModelIndex &) const override {}

    /// What stands in the editor of that review; room is made for it.
    void setEdited(std::optional<OrderId> order) { m_edited = order; }
    std::optional<OrderId> edited() const { return m_edited; }
    AnswerEditor *editor() const { return m_editor; }
    void setDraft(OrderId order, const QString &text) { m_drafts.insert(order, text); }
    void dropDraft(OrderId order) { m_drafts.remove(order); }
    void dropDrafts() { m_drafts.clear(); }
    /// The first review that has words put aside which are not its answer.
    std::optional<OrderId> drafted() const;

    /// Where the button of the review in that row is; empty while it is being answered.
    QRect buttonRect(const QWidget *view, const QRect &row,
                     const contract::ReviewView &review) const;

signals:
    void answerAsked(soban::OrderId order);
    void editorMade(soban::shop_app::AnswerEditor *editor, soban::OrderId order) const;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    QList<Part> partsIn(const QRect &row, const QModelIndex &index) const override;
    /// The editor knows its keys better than Qt does.
    bool eventFilter(QObject *, QEvent *) override { return false; }

private:
    struct Places;
    struct Canvas;

    Places placesIn(const ui::Look &look, const QRect &row,
                    const contract::ReviewView &review) const;
    QString orderWords(const contract::ReviewView &review, Language language) const;
    QString answerHead(const contract::ReviewView &review, Language language) const;
    static QString buttonText(const contract::ReviewView &review);
    void paintHead(const Canvas &canvas) const;
    void paintAnswer(const Canvas &canvas) const;
    void paintButton(const Canvas &canvas) const;

    ReviewBook &m_book;
    Services m_services;
    const ShopState &m_shop;
    std::optional<OrderId> m_edited;
    mutable QPointer<AnswerEditor> m_editor;
    QHash<OrderId, QString> m_drafts; ///< what was put aside
    PaintedPress<OrderId> m_press;
};

} // namespace soban::shop_app
