// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/EmptyState.h"

#include <QStackedWidget>

class QAbstractItemDelegate;
class QAbstractItemModel;
class QListView;
class QModelIndex;

namespace soban::ui {

/// A page of cards one below the other, no wider than is read with ease, or what is said while
/// there are none.
class CardList : public QStackedWidget {
    Q_OBJECT

public:
    explicit CardList(Motif motif, QWidget *parent = nullptr);

    /// Takes what draws the cards.
    void setCards(QAbstractItemModel *cards, QAbstractItemDelegate *delegate);
    QListView *view() const { return m_view; }
    EmptyState *none() const { return m_none; }

    /// Looks whether there are cards, and lays them out anew.
    void refresh();

signals:
    void chosen(const QModelIndex &card); ///< by the mouse, or by Enter

protected:
    void changeEvent(QEvent *event) override;

private:
    void fit();

    QListView *m_view;
    EmptyState *m_none;
};

} // namespace soban::ui
