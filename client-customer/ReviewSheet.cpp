// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ReviewSheet.h"

#include "client/Calls.h"
#include "desk/Complaint.h"
#include "ui/Banner.h"
#include "ui/Button.h"
#include "ui/PictureLabel.h"
#include "ui/StarInput.h"
#include "ui/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTextEdit>
#include <QVBoxLayout>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kWidest = 480;
constexpr int kWordsTall = 120;
constexpr int kPhotoSide = 72;

} // namespace

ReviewSheet::ReviewSheet(const Services &services, QWidget *host)
    : Sheet(host)
    , m_services(services)
    , m_picker(new desk::PicturePicker(this))
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_text(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_banner(new Banner)
    , m_stars(new StarInput)
    , m_words(new QTextEdit)
    , m_addPhoto(new Button(ButtonRole::Bare, Icon::Camera))
    , m_photo(new PictureLabel(kPhotoSide))
    , m_send(new Button(ButtonRole::Primary))
    , m_later(new Button(ButtonRole::Plain)) {
    setWidest(kWidest);
    m_title->setMostLines(0);
    m_text->setMostLines(0);
    m_banner->hide();
    m_words->setAcceptRichText(false);
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(kWordsTall);
    auto *answers = new QHBoxLayout;
    answers->addStretch(1);
    answers->addWidget(m_later);
    answers->addWidget(m_send);
    column()->addWidget(m_title);
    column()->addWidget(m_text);
    column()->addWidget(m_banner);
    // Room for the ring around them, and some air between it and the words.
    column()->addSpacing(metrics::kGap4);
    column()->addWidget(m_stars, 0, Qt::AlignHCenter);
    column()->addSpacing(metrics::kGap4);
    column()->addWidget(m_words);
    auto *photo = new QHBoxLayout;
    photo->addWidget(m_photo);
    photo->addWidget(m_addPhoto);
    photo->addStretch(1);
    m_photo->hide();
    column()->addLayout(photo);
    column()->addLayout(answers);
    connect(m_stars, &StarInput::chosen, this, [this] { m_send->setEnabled(true); });
    m_picker->setPreview(kPhotoSide);
    connect(m_addPhoto, &Button::clicked, this, [this] { m_picker->choose(m_addPhoto->text()); });
    connect(m_picker, &desk::PicturePicker::readingChanged, m_addPhoto, &Button::setBusy);
    connect(m_picker, &desk::PicturePicker::picked, this, &ReviewSheet::upload);
    connect(m_picker, &desk::PicturePicker::failed, this,
            qOverload<desk::PicturePicker::Fault>(&ReviewSheet::complain));
    connect(m_send, &Button::clicked, this, &ReviewSheet::submit);
    connect(m_later, &Button::clicked, this, &Sheet::close);
    retranslate();
}

void ReviewSheet::show(const contract::OrderView &order) {
    if (m_order != order.id) {
        m_stars->setValue(0);
        m_words->clear();
        m_photoName.reset();
        m_photo->hide();
    }
    m_order = order.id;
    m_shop = order.shopName;
    m_banner->hide();
    m_send->setEnabled(m_stars->value() > 0);
    retranslate();
    open();
    m_stars->setFocus(Qt::TabFocusReason);
}

void ReviewSheet::upload(const QByteArray &file, const QImage &preview) {
    m_banner->hide();
    m_addPhoto->setBusy(true);
    m_services.api.send(
        client::calls::uploadPicture(file), this,
        client::Callback<contract::PictureView>([this, preview](const auto &answer) {
            m_addPhoto->setBusy(false);
            if (!answer) {
                complain(answer.error());
                return;
            }
            m_photoName = answer->name;
            m_photo->setPicture(QPixmap::fromImage(preview));
            m_photo->show();
            retranslate();
        }));
}

void ReviewSheet::complain(desk::PicturePicker::Fault fault) {
    const bool isTooLarge = fault == desk::PicturePicker::Fault::TooLarge;
    m_banner->tell(Tone::Danger, Icon::Warning,
                   isTooLarge ? tr("This picture is too large.")
                              : tr("This picture cannot be used."),
                   isTooLarge ? tr("At most 4 MB.") : tr("Choose a PNG or JPEG file."));
    m_banner->show();
}

void ReviewSheet::complain(const client::ApiError &error) {
    const desk::Complaint complaint = desk::explain(error);
    m_banner->tell(Tone::Danger, Icon::Warning, complaint.what, complaint.advice);
    m_banner->show();
}

void ReviewSheet::submit() {
    m_send->setBusy(true);
    const OrderId order = *m_order;
    m_services.commands.submit(
        client::calls::writeReview(
            order, {m_stars->value(), m_words->toPlainText().trimmed(), m_photoName}),
        this, client::Callback<contract::ReviewView>([this, order](const auto &answer) {
            m_send->setBusy(false);
            if (answer) {
                close();
                emit written(order);
                return;
            }
            complain(answer.error());
        }));
}

void ReviewSheet::retranslate() {
    m_title->setText(tr("How was it at %1?").arg(m_shop.in(Look::of(this).language())));
    setAccessibleName(m_title->text());
    m_text->setText(tr("Your review is public, and the shop can answer it."));
    m_words->setPlaceholderText(tr("What was good, what was not?"));
    m_words->setAccessibleName(tr("Your review"));
    m_stars->setAccessibleName(tr("Stars"));
    m_addPhoto->setText(m_photoName ? tr("Another photo") : tr("Add a photo"));
    m_photo->setSubject(tr("Your photo"));
    m_send->setText(tr("Publish"));
    m_later->setText(tr("Later"));
}

void ReviewSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

} // namespace soban::customer
