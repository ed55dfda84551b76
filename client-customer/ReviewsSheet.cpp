// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ReviewsSheet.h"

#include "client-customer/ReviewText.h"
#include "ui/Button.h"
#include "ui/ScrollPane.h"
#include "ui/Stars.h"
#include "ui/TextLabel.h"
#include "ui/Tokens.h"

#include <QEvent>
#include <QHBoxLayout>

namespace soban::customer {

using namespace ui;

namespace {

constexpr int kWidest = 560;
constexpr int kListTall = 420;

} // namespace

ReviewsSheet::ReviewsSheet(const Services &services, QWidget *host)
    : Sheet(host)
    , m_services(services)
    , m_reviews(new ShopReviews(services.api, services.events, this))
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_mean(new Stars)
    , m_state(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_pane(new ScrollPane)
    , m_more(new Button(ButtonRole::Plain))
    , m_done(new Button(ButtonRole::Primary)) {
    setWidest(kWidest);
    m_title->setMostLines(0);
    m_state->setMostLines(0);
    m_pane->setFocusPolicy(Qt::StrongFocus); // the arrows scroll
    m_pane->setMinimumHeight(kListTall);
    auto *answers = new QHBoxLayout;
    answers->addWidget(m_more);
    answers->addStretch(1);
    answers->addWidget(m_done);
    column()->addWidget(m_title);
    column()->addWidget(m_mean);
    column()->addWidget(m_state);
    column()->addWidget(m_pane, 1);
    column()->addLayout(answers);
    connect(m_more, &Button::clicked, m_reviews, &ShopReviews::loadMore);
    connect(m_done, &Button::clicked, this, &Sheet::close);
    connect(m_reviews, &ShopReviews::changed, this, &ReviewsSheet::list);
    connect(m_reviews, &ShopReviews::failed, this, &ReviewsSheet::failed);
    retranslate();
}

void ReviewsSheet::show(const contract::ShopCard &shop) {
    m_shop = shop;
    m_reviews->load(shop.id);
    list();
    open();
    m_pane->setFocus(Qt::OtherFocusReason);
}

void ReviewsSheet::list() {
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, metrics::kGap12, 0);
    rows->setSpacing(metrics::kGap24);
    for (const contract::ReviewView &review : m_reviews->all()) {
        auto *row = new ReviewText(m_services);
        row->setReview(review);
        rows->addWidget(row);
    }
    rows->addStretch(1);
    m_pane->setContent(content);
    m_pane->setVisible(!m_reviews->all().isEmpty());
    m_more->setVisible(m_reviews->hasMore());
    retranslate();
}

void ReviewsSheet::retranslate() {
    m_more->setText(tr("More reviews"));
    m_done->setText(tr("Close"));
    m_pane->setAccessibleName(tr("Reviews"));
    m_state->setText(m_reviews->isLoaded() ? tr("No reviews yet.") : tr("Loading reviews…"));
    m_state->setVisible(m_reviews->all().isEmpty());
    if (!m_shop)
        return;
    m_title->setText(tr("Reviews of %1").arg(m_shop->name.in(Look::of(this).language())));
    m_mean->setVisible(m_shop->reviewCount > 0);
    if (m_shop->reviewCount > 0)
        m_mean->setMean(double(m_shop->starSum) / m_shop->reviewCount,
                        reviewCountText(m_shop->reviewCount));
}

void ReviewsSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

} // namespace soban::customer
