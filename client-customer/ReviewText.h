// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Services.h"
#include "contract/Review.h"

#include <QWidget>

namespace soban::ui {
class PictureLabel;
class Stars;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

/// "1 review", "38 reviews".
QString reviewCountText(int count);

/// A review to be read: stars, who and when, words and photo, and what the shop answered.
class ReviewText : public QWidget {
    Q_OBJECT

public:
    explicit ReviewText(const Services &services, QWidget *parent = nullptr);

    void setReview(const contract::ReviewView &review);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showPhoto();

    Services m_services;
    std::optional<contract::ReviewView> m_review;
    ui::Stars *m_stars;
    ui::TextLabel *m_who;
    ui::TextLabel *m_words;
    ui::PictureLabel *m_photo;
    ui::TextLabel *m_answerHead;
    ui::TextLabel *m_answer;
};

} // namespace soban::customer
