// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Services.h"
#include "client-customer/ShopReviews.h"
#include "contract/Catalogue.h"
#include "ui/Sheet.h"

namespace soban::ui {
class Button;
class ScrollPane;
class Stars;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

/// What people say of a shop, with its answers.
class ReviewsSheet : public ui::Sheet {
    Q_OBJECT

public:
    ReviewsSheet(const Services &services, QWidget *host);

    void show(const contract::ShopCard &shop);

signals:
    void failed(const soban::client::ApiError &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void list();
    void retranslate();

    Services m_services;
    ShopReviews *m_reviews;
    std::optional<contract::ShopCard> m_shop;
    ui::TextLabel *m_title;
    ui::Stars *m_mean;
    ui::TextLabel *m_state; ///< while there is nothing to list
    ui::ScrollPane *m_pane;
    ui::Button *m_more;
    ui::Button *m_done;
};

} // namespace soban::customer
