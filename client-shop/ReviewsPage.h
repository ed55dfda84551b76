// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/Page.h"
#include "client-shop/ReviewList.h"

class QStackedWidget;

namespace soban::ui {
class EmptyState;
class Segment;
class Stars;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

class SlowBar;

/// What customers say, and what the shop answers.
class ReviewsPage : public Page {
    Q_OBJECT

public:
    ReviewsPage(const Services &services, ReviewBook &book, QWidget *parent = nullptr);

    void enter() override;
    ReviewList *list() const { return m_list; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();

    ReviewBook &m_book;
    ui::TextLabel *m_title;
    ui::Stars *m_mean;
    ui::Segment *m_filter;
    ReviewList *m_list;
    ui::EmptyState *m_none;
    SlowBar *m_busy;
    QStackedWidget *m_stack;
};

} // namespace soban::shop_app
