// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ReviewsPage.h"

#include "client-shop/SlowBar.h"
#include "ui/EmptyPane.h"
#include "ui/Question.h"
#include "ui/Segment.h"
#include "ui/Stars.h"
#include "ui/TextLabel.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kSide = 20;
enum Filter { All, Unanswered };

} // namespace

ReviewsPage::ReviewsPage(const Services &services, ReviewBook &book, const ShopState &shop,
                         QWidget *parent)
    : Page(parent)
    , m_book(book)
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_mean(new Stars)
    , m_filter(new Segment)
    , m_list(new ReviewList(book, services, shop))
    , m_none(new EmptyState(Motif::Letter))
    , m_busy(new SlowBar)
    , m_stack(new QStackedWidget) {
    m_filter->setTall(metrics::kTouchHeight);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::kGap16);
    head->addWidget(m_title);
    head->addWidget(m_mean, 0, Qt::AlignVCenter);
    head->addStretch(1);
    head->addWidget(m_filter);
    m_stack->addWidget(new EmptyPane(m_none));
    m_stack->addWidget(m_list);
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::kGap4);
    column->addLayout(head);
    column->addWidget(m_busy);
    column->addWidget(m_stack, 1);
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(kSide, metrics::kGap4, kSide, 0);
    across->addLayout(column, 1);
    m_busy->begin();
    connect(m_filter, &Segment::chosen, this, [this](int index) {
        m_list->setUnansweredOnly(index == Unanswered);
        refresh();
    });
    connect(m_list, &ReviewList::countChanged, this, &ReviewsPage::refresh);
    connect(&book, &ReviewBook::loaded, this, &ReviewsPage::refresh);
    connect(&book, &ReviewBook::failed, this, &ReviewsPage::refresh);
    connect(m_none, &EmptyState::acted, this, [this] {
        m_filter->setCurrent(All);
        m_list->setUnansweredOnly(false);
        refresh();
        m_list->enter();
    });
    setFocusProxy(m_list);
    retranslate();
}

void ReviewsPage::enter() {
    if (m_list->count() > 0)
        m_list->enter();
    else
        m_filter->setFocus(Qt::OtherFocusReason);
}

bool ReviewsPage::hasUnsaved() const {
    return m_list->drafted().has_value();
}

void ReviewsPage::leaveForGood(std::function<void()> then) {
    const auto drafted = m_list->drafted();
    if (!drafted) {
        then();
        return;
    }
    m_list->answer(*drafted); // to be seen
    auto *question = new Question(window());
    connect(question, &Question::agreed, this, [this, then = std::move(then)] {
        m_list->dropDrafts();
        then();
    });
    question->ask(tr("Leave without sending the answer?"),
                  tr("What you have written to this review would be lost."), tr("Discard"),
                  tr("Keep writing"), ButtonRole::Danger);
}

void ReviewsPage::refresh() {
    const int count = m_book.rowCount();
    const int open = m_book.unanswered();
    m_mean->setVisible(count > 0);
    if (count > 0)
        m_mean->setMean(double(m_book.starSum()) / count,
                        count == 1 ? tr("1 review") : tr("%1 reviews").arg(count));
    m_filter->setParts(
        {{tr("All")}, {open > 0 ? tr("Not answered · %1").arg(open) : tr("Not answered")}});
    const bool isEmpty = m_list->count() == 0;
    m_stack->setVisible(m_book.isLoaded() || !isEmpty);
    m_stack->setCurrentIndex(isEmpty ? 0 : 1);
    if (m_book.isLoaded())
        m_busy->end();
    if (count == 0) {
        m_none->setTitle(tr("No reviews yet"));
        m_none->setText(tr("Customers are asked once their order has come.\nWhat they write "
                           "appears here."));
        m_none->setAction(Icon::List, {});
    } else {
        m_none->setTitle(tr("All answered"));
        m_none->setText(tr("Every review has your answer."));
        m_none->setAction(Icon::List, tr("Show all"));
    }
}

void ReviewsPage::retranslate() {
    m_title->setText(tr("Reviews"));
    m_list->setAccessibleName(tr("Reviews"));
    m_filter->setAccessibleName(tr("Which reviews"));
    refresh();
}

} // namespace soban::shop_app
