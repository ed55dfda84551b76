// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/ReviewDelegate.h"
#include "client-shop/RowList.h"

#include <QSortFilterProxyModel>

namespace soban::shop_app {

/// All reviews, or those without an answer. One that is being answered stays until that is done.
class ReviewFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit ReviewFilter(ReviewBook &book, QObject *parent = nullptr);

    void setUnansweredOnly(bool only);
    QModelIndex find(OrderId order) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    ReviewBook &m_book;
    bool m_isUnansweredOnly = false;
};

/// The reviews as cards. Enter answers the current one, in its place.
class ReviewList : public RowList {
    Q_OBJECT

public:
    ReviewList(ReviewBook &book, const Services &services, const ShopState &shop,
               QWidget *parent = nullptr);

    void setUnansweredOnly(bool only);
    int count() const { return m_filter->rowCount(); }
    /// Opens the editor of a review that is listed.
    void answer(OrderId order);
    AnswerEditor *editor() const { return m_delegate->editor(); }
    /// A review with an answer that is begun and not sent.
    std::optional<OrderId> drafted() const { return m_delegate->drafted(); }
    /// Throws away all answers that are not sent.
    void dropDrafts();
    /// Where the button of a review is to be pressed, in the viewport; empty if it is not there.
    QRect buttonRect(OrderId order) const;

signals:
    void countChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void equip(AnswerEditor *editor, OrderId order);
    void send(AnswerEditor *editor, OrderId order, const QString &words);
    void leaveEditor();
    void relayout();

    ReviewBook &m_book;
    Services m_services;
    ReviewFilter *m_filter;
    ReviewDelegate *m_delegate;
};

} // namespace soban::shop_app
