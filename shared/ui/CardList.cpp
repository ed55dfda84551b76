// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/CardList.h"

#include "ui/EmptyPane.h"
#include "ui/Look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>

namespace soban::ui {

namespace {

constexpr int kWidest = 720;
constexpr int kMargin = 16;

} // namespace

CardList::CardList(Motif motif, QWidget *parent)
    : QStackedWidget(parent), m_view(new QListView), m_none(new EmptyState(motif)) {
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setResizeMode(QListView::Adjust);
    m_view->viewport()->setAutoFillBackground(false);
    auto *middle = new QWidget;
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(kMargin, kMargin, kMargin, 0);
    row->addStretch(1);
    row->addWidget(m_view, 100);
    row->addStretch(1);
    fit();
    addWidget(new EmptyPane(m_none));
    addWidget(middle);
    connect(m_view, &QListView::clicked, this, &CardList::chosen);
    connect(m_view, &QListView::activated, this, &CardList::chosen);
}

void CardList::fit() {
    m_view->setMaximumWidth(Look::of(this).scaled(kWidest));
}

void CardList::setCards(QAbstractItemModel *cards, QAbstractItemDelegate *delegate) {
    delegate->setParent(m_view);
    m_view->setModel(cards);
    m_view->setItemDelegate(delegate);
    refresh();
}

void CardList::refresh() {
    setCurrentIndex(m_view->model()->rowCount() == 0 ? 0 : 1);
    m_view->doItemsLayout();
}

void CardList::changeEvent(QEvent *event) {
    if (event->type() == QEvent::StyleChange)
        fit();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
        m_view->doItemsLayout();
    QStackedWidget::changeEvent(event);
}

} // namespace soban::ui
