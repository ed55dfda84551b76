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
    ReviewsPage(const Services &services, ReviewBook &book, const ShopState &shop,
                QWidget *parent = nullptr);

    void enter() override;
    bool hasUnsaved() const override;
    /// While another page is looked at, answers stay as they were put aside.
    void leaveForGood(std::function<void()> then) override;
    ReviewList *list() const { return m_list; }

private:
    void refresh();
    void retranslate() override;

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
