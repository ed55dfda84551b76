// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ReviewText.h"

#include "ui/Formats.h"
#include "ui/PictureLabel.h"
#include "ui/Stars.h"
#include "ui/TextLabel.h"
#include "ui/Tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTimeZone>

namespace soban::customer {

using namespace ui;

namespace {

constexpr int kPhotoSide = 96;

} // namespace

QString reviewCountText(int count) {
    return count == 1 ? ReviewText::tr("1 review") : ReviewText::tr("%1 reviews").arg(count);
}

ReviewText::ReviewText(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_stars(new Stars)
    , m_who(new TextLabel(Text::Small, Weight::Regular, Ink::Ink2))
    , m_words(new TextLabel(Text::Body))
    , m_photo(new PictureLabel(kPhotoSide))
    , m_answerHead(new TextLabel(Text::Small, Weight::Bold, Ink::Accent))
    , m_answer(new TextLabel(Text::Body)) {
    m_words->setMostLines(0);
    m_answer->setMostLines(0);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::kGap12);
    head->addWidget(m_stars);
    head->addWidget(m_who, 1);
    auto *answer = new QVBoxLayout;
    answer->setContentsMargins(metrics::kGap16, metrics::kGap4, 0, 0);
    answer->setSpacing(2);
    answer->addWidget(m_answerHead);
    answer->addWidget(m_answer);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap8);
    column->addLayout(head);
    column->addWidget(m_words);
    column->addWidget(m_photo, 0, Qt::AlignLeft);
    column->addLayout(answer);
    connect(&m_services.pictures, &desk::PictureStore::pictureReady, this,
            [this](const QString &name) {
                if (m_review && m_review->photo == name)
                    showPhoto();
            });
}

void ReviewText::setReview(const contract::ReviewView &review) {
    m_review = review;
    m_stars->setMean(review.stars);
    m_words->setText(review.words);
    m_words->setVisible(!review.words.isEmpty());
    m_photo->setVisible(review.photo.has_value());
    m_answerHead->setVisible(review.answer.has_value());
    m_answer->setText(review.answer.value_or(QString()));
    m_answer->setVisible(review.answer.has_value());
    showPhoto();
    retranslate();
}

void ReviewText::showPhoto() {
    if (m_review->photo)
        m_photo->setPicture(m_services.pictures.picture(*m_review->photo, m_photo->sizeHint(),
                                                        devicePixelRatioF()));
}

void ReviewText::retranslate() {
    if (!m_review)
        return;
    const auto day = [this](Instant moment) {
        return dayText(moment, m_services.clock.now(), QTimeZone::systemTimeZone(),
                       Look::of(this).language());
    };
    m_who->setText(m_review->author + QStringLiteral(" · ") + day(m_review->writtenAt));
    m_photo->setSubject(tr("Photo by %1").arg(m_review->author));
    if (m_review->answeredAt)
        m_answerHead->setText(tr("The shop's answer · %1").arg(day(*m_review->answeredAt)));
}

void ReviewText::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
