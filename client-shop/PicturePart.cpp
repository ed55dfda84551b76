// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/PicturePart.h"

#include "client/Calls.h"
#include "desk/Complaint.h"
#include "ui/Button.h"
#include "ui/PictureLabel.h"
#include "ui/TextLabel.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QProgressBar>
#include <QTimer>
#include <QVBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kProgressTall = 6;
/// How much has gone is not known: it moves on, and never arrives before the answer.
constexpr int kProgressMs = 100, kProgressFull = 100, kProgressStep = 3, kProgressLast = 92;

} // namespace

PicturePart::PicturePart(const Services &services, int side, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_side(side)
    , m_picker(new desk::PicturePicker(this))
    , m_picture(new PictureLabel(side))
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_choose(new Button(ButtonRole::Plain, Icon::Camera))
    , m_clear(new Button(ButtonRole::Bare, Icon::Close))
    , m_progress(new QProgressBar)
    , m_step(new QTimer(this))
    , m_complaint(new TextLabel(Text::Small, Weight::Bold, Ink::Danger)) {
    build();
    setAcceptDrops(true);
    connect(m_choose, &Button::clicked, this, [this] { m_picker->choose(m_choose->text()); });
    connect(m_picker, &desk::PicturePicker::readingChanged, m_choose, &Button::setBusy);
    connect(m_picker, &desk::PicturePicker::picked, this, &PicturePart::useFile);
    connect(m_picker, &desk::PicturePicker::failed, this, &PicturePart::complain);
    connect(m_clear, &Button::clicked, this, [this] {
        setName({});
        emit edited();
    });
    connect(&services.pictures, &desk::PictureStore::pictureReady, this,
            [this](const QString &name) {
                if (name == m_name)
                    show();
            });
    m_step->setInterval(kProgressMs);
    connect(m_step, &QTimer::timeout, this, [this] {
        m_progress->show(); // only what takes longer
        m_progress->setValue(std::min(kProgressLast, m_progress->value() + kProgressStep));
    });
    retranslate();
}

void PicturePart::build() {
    m_title->setMostLines(2);
    m_complaint->setMostLines(0);
    m_complaint->hide();
    m_progress->setRange(0, kProgressFull);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(kProgressTall);
    m_progress->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kGap4);
    buttons->addWidget(m_choose);
    buttons->addWidget(m_clear);
    buttons->addStretch(1);
    auto *beside = new QVBoxLayout;
    beside->setSpacing(metrics::kGap8);
    beside->addStretch(1);
    beside->addWidget(m_title);
    beside->addLayout(buttons);
    beside->addWidget(m_progress);
    beside->addWidget(m_complaint);
    beside->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap16);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    row->addLayout(beside, 1);
}

void PicturePart::setName(const QString &name) {
    if (std::exchange(m_name, name) != name)
        setComplaint({});
    show();
}

void PicturePart::setTitle(const QString &title) {
    m_title->setText(title);
    m_picture->setSubject(title);
}

void PicturePart::setComplaint(const QString &complaint) {
    m_complaint->setText(complaint);
    m_complaint->setVisible(!complaint.isEmpty());
}

void PicturePart::show() {
    const int side = Look::of(this).scaled(m_side);
    if (m_name.isEmpty())
        m_picture->setPicture({});
    else
        m_picture->setPicture(
            m_services.pictures.picture(m_name, {side, side}, devicePixelRatioF()));
    m_clear->setVisible(!m_name.isEmpty());
}

void PicturePart::complain(desk::PicturePicker::Fault fault) {
    setComplaint(fault == desk::PicturePicker::Fault::TooLarge
                     ? tr("This picture is too large. At most 4 MB.")
                     : tr("This is no picture that can be used. Choose a PNG or JPEG file."));
}

void PicturePart::useFile(const QByteArray &file) {
    if (isSending())
        return;
    setComplaint({});
    m_call = std::make_unique<QObject>();
    m_choose->setBusy(true);
    m_progress->setValue(0);
    m_step->start();
    emit sendingChanged();
    m_services.api.send(
        client::calls::uploadPicture(file), m_call.get(),
        client::Callback<contract::PictureView>([this](const auto &answer) { take(answer); }));
}

void PicturePart::take(const Result<contract::PictureView, client::ApiError> &answer) {
    m_call.release()->deleteLater(); // it is its own context
    m_step->stop();
    m_progress->hide();
    m_choose->setBusy(false);
    if (answer) {
        setName(answer->name);
        emit edited();
    } else if (answer.error().is(contract::ErrorCode::UnsupportedPicture)) {
        setComplaint(tr("The server cannot read this picture. Save it again as PNG or JPEG."));
    } else {
        setComplaint(desk::explain(answer.error()).text());
    }
    emit sendingChanged();
}

void PicturePart::retranslate() {
    m_choose->setText(tr("Change picture"));
    m_clear->setAccessibleName(tr("Without a picture"));
    m_clear->setToolTip(m_clear->accessibleName());
    m_progress->setAccessibleName(tr("The picture is being sent"));
}

void PicturePart::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        show();
    QWidget::changeEvent(event);
}

void PicturePart::dragEnterEvent(QDragEnterEvent *event) {
    const QList<QUrl> files = event->mimeData()->urls();
    if (files.size() == 1 && files.first().isLocalFile())
        event->acceptProposedAction();
}

void PicturePart::dropEvent(QDropEvent *event) {
    m_picker->read(event->mimeData()->urls().value(0).toLocalFile());
}

} // namespace soban::shop_app
