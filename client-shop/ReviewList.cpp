// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ReviewList.h"

#include "client/Calls.h"

#include <QKeyEvent>

namespace soban::shop_app {

ReviewFilter::ReviewFilter(ReviewBook &book, QObject *parent)
    : QSortFilterProxyModel(parent), m_book(book) {
    setSourceModel(&book);
}

void ReviewFilter::setUnansweredOnly(bool only) {
    m_isUnansweredOnly = only;
    invalidateFilter();
}

QModelIndex ReviewFilter::find(OrderId order) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (m_book.at(mapToSource(index(row, 0)).row()).orderId == order)
            return index(row, 0);
    }
    return {};
}

bool ReviewFilter::filterAcceptsRow(int row, const QModelIndex &) const {
    return !m_isUnansweredOnly || !m_book.at(row).answer;
}

ReviewList::ReviewList(ReviewBook &book, const Services &services, const ShopState &shop,
                       QWidget *parent)
    : RowList(parent)
    , m_book(book)
    , m_services(services)
    , m_filter(new ReviewFilter(book, this))
    , m_delegate(new ReviewDelegate(book, services, shop, this)) {
    setModel(m_filter);
    setItemDelegate(m_delegate);
    connect(m_delegate, &ReviewDelegate::answerAsked, this, &ReviewList::answer);
    connect(m_delegate, &ReviewDelegate::editorMade, this, &ReviewList::equip);
    connect(&services.pictures, &desk::PictureStore::pictureReady, viewport(),
            qOverload<>(&QWidget::update));
    connect(&services.link, &desk::Link::stateChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&shop, &ShopState::changed, viewport(), qOverload<>(&QWidget::update));
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &ReviewList::relayout);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &ReviewList::relayout);
}

void ReviewList::relayout() {
    scheduleDelayedItemsLayout(); // a card's height changes with what it says
    emit countChanged();
}

void ReviewList::setUnansweredOnly(bool only) {
    m_filter->setUnansweredOnly(only);
    relayout();
}

QRect ReviewList::buttonRect(OrderId order) const {
    const QModelIndex index = m_filter->find(order);
    const contract::ReviewView *review = m_book.find(order);
    if (!index.isValid() || !review)
        return {};
    return m_delegate->buttonRect(this, visualRect(index), *review);
}

void ReviewList::answer(OrderId order) {
    if (m_delegate->edited() == order) {
        m_delegate->editor()->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QModelIndex index = m_filter->find(order);
    if (!index.isValid())
        return;
    leaveEditor();
    setCurrentIndex(index);
    m_delegate->setEdited(order);
    openPersistentEditor(index);
    doItemsLayout();
    scrollTo(index);
    m_delegate->editor()->setFocus(Qt::OtherFocusReason);
}

void ReviewList::equip(AnswerEditor *editor, OrderId order) {
    connect(editor, &AnswerEditor::textChanged, this,
            [this, order](const QString &text) { m_delegate->setDraft(order, text); });
    connect(editor, &AnswerEditor::heightChanged, this, [this] { scheduleDelayedItemsLayout(); });
    connect(editor, &AnswerEditor::putAside, this, [this] {
        leaveEditor();
        setFocus(Qt::OtherFocusReason);
    });
    connect(editor, &AnswerEditor::sent, this,
            [this, editor, order](const QString &words) { send(editor, order, words); });
}

void ReviewList::send(AnswerEditor *editor, OrderId order, const QString &words) {
    editor->setBusy(true);
    m_services.commands.submit(client::calls::answerReview(order, {words}), this,
                               client::Callback<contract::ReviewView>(
                                   [this, order, editor = QPointer(editor)](const auto &answer) {
                                       if (editor)
                                           editor->setBusy(false);
                                       if (!answer) {
                                           if (editor)
                                               editor->complain(answer.error());
                                           return;
                                       }
                                       m_delegate->dropDraft(order);
                                       if (m_delegate->edited() == order) {
                                           leaveEditor();
                                           setFocus(Qt::OtherFocusReason);
                                       }
                                       m_book.put(*answer);
                                   }));
}

void ReviewList::dropDrafts() {
    leaveEditor();
    m_delegate->dropDrafts();
}

void ReviewList::leaveEditor() {
    const auto edited = m_delegate->edited();
    if (!edited)
        return;
    m_delegate->setEdited({});
    const QModelIndex index = m_filter->find(*edited);
    if (index.isValid())
        closePersistentEditor(index);
    scheduleDelayedItemsLayout();
}

void ReviewList::keyPressEvent(QKeyEvent *event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                         event->key() == Qt::Key_Space;
    if (!isEnter || !currentIndex().isValid()) {
        RowList::keyPressEvent(event);
        return;
    }
    answer(m_book.at(m_filter->mapToSource(currentIndex()).row()).orderId);
}

} // namespace soban::shop_app
