// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/ProofSheet.h"

#include "client-rider/CodeCells.h"
#include "client/Calls.h"
#include "desk/Complaint.h"
#include "desk/PictureReader.h"
#include "ui/Banner.h"
#include "ui/Button.h"
#include "ui/Formats.h"
#include "ui/PictureLabel.h"
#include "ui/Segment.h"
#include "ui/TextLabel.h"

#include <QFile>
#include <QFileDialog>
#include <QKeyEvent>
#include <QPointer>
#include <QStackedWidget>
#include <QThreadPool>
#include <QVBoxLayout>

namespace soban::rider_app {

namespace {

using namespace ui;

constexpr int kWidest = 452;
constexpr int kKeyTall = 56;
constexpr int kDoneTall = 72;
constexpr int kPicture = 180;
constexpr qint64 kMostBytes = 4 * 1024 * 1024; ///< what the server takes

} // namespace

ProofSheet::ProofSheet(const Services &services, DeliveryBook &deliveries, QWidget *host)
    : Sheet(host)
    , m_services(services)
    , m_deliveries(deliveries)
    , m_address(new TextLabel(Text::Sum, Weight::Bold))
    , m_note(new TextLabel(Text::Body, Weight::Bold, Ink::Waiting))
    , m_collect(new TextLabel(Text::Name, Weight::Bold, Ink::Accent))
    , m_banner(new Banner)
    , m_way(new Segment)
    , m_ask(new TextLabel(Text::Name, Weight::Bold))
    , m_cells(new CodeCells)
    , m_stack(new QStackedWidget)
    , m_done(new Button(ButtonRole::Primary, Icon::Door)) {
    setWidest(kWidest);
    m_address->setMostLines(2);
    m_note->setMostLines(2);
    m_ask->setMostLines(2);
    m_way->setTall(metrics::kTouchHeight);
    m_done->setTall(kDoneTall);
    m_banner->hide();
    m_stack->addWidget(makePad());
    m_stack->addWidget(makePhoto());
    column()->addWidget(m_address);
    column()->addWidget(m_note);
    column()->addWidget(m_collect);
    column()->addWidget(m_way);
    column()->addWidget(m_banner);
    column()->addWidget(m_ask);
    column()->addWidget(m_stack);
    column()->addWidget(m_done);
    connectParts();
    retranslate();
}

QWidget *ProofSheet::makePad() {
    auto *pad = new QWidget;
    auto *keys = new QGridLayout;
    keys->setSpacing(metrics::kGap8);
    const auto key = [&](int row, int column, Button *button) {
        button->setTall(kKeyTall);
        // The digits can be typed: the keyboard need not walk over twelve keys.
        button->setFocusPolicy(Qt::NoFocus);
        keys->addWidget(button, row, column);
    };
    for (int digit = 1; digit <= 10; ++digit) {
        auto *button = new Button(ButtonRole::Plain);
        button->setText(QString::number(digit % 10));
        connect(button, &Button::clicked, m_cells,
                [this, digit] { m_cells->add(QChar(u'0' + digit % 10)); });
        key(digit == 10 ? 3 : (digit - 1) / 3, digit == 10 ? 1 : (digit - 1) % 3, button);
    }
    m_back = new Button(ButtonRole::Plain, Icon::Backspace);
    key(3, 2, m_back);
    auto *column = new QVBoxLayout(pad);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap12);
    column->addWidget(m_cells);
    column->addLayout(keys);
    return pad;
}

QWidget *ProofSheet::makePhoto() {
    auto *photo = new QWidget;
    m_photoHint = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    m_photoHint->setMostLines(3);
    m_picture = new PictureLabel(kPicture);
    m_file = new Button(ButtonRole::Soft, Icon::Camera);
    auto *column = new QVBoxLayout(photo);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap12);
    column->addWidget(m_photoHint);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addWidget(m_file);
    column->addStretch(1);
    return photo;
}

void ProofSheet::connectParts() {
    connect(m_way, &Segment::chosen, this, &ProofSheet::choose);
    connect(m_cells, &CodeCells::changed, this, &ProofSheet::refresh);
    connect(m_back, &Button::clicked, m_cells, &CodeCells::removeLast);
    connect(m_file, &Button::clicked, this, &ProofSheet::choosePhoto);
    connect(m_done, &Button::clicked, this, &ProofSheet::submit);
    connect(&m_deliveries, &DeliveryBook::changed, this, [this] {
        const contract::DeliveryView *delivery = m_order ? m_deliveries.find(*m_order) : nullptr;
        if (!delivery || m_deliveries.stateOf(*delivery) != DeliveryState::PickedUp)
            close();
    });
}

void ProofSheet::show(const contract::DeliveryView &delivery) {
    if (m_order != delivery.orderId) {
        m_photo.clear();
        m_picture->setPicture({});
    }
    m_order = delivery.orderId;
    m_address->setText(delivery.address.text);
    m_note->setText(delivery.note);
    m_note->setVisible(!delivery.note.isEmpty());
    if (delivery.collectAtDoor)
        m_collect->setText(tr("Collect %1 at the door").arg(moneyText(*delivery.collectAtDoor)));
    m_collect->setVisible(delivery.collectAtDoor.has_value());
    setAccessibleName(tr("Hand over"));
    m_cells->clear();
    m_way->setCurrent(ByCode);
    choose(ByCode);
    open();
    m_cells->setFocus(Qt::TabFocusReason);
}

void ProofSheet::choose(int way) {
    m_stack->setCurrentIndex(way);
    m_banner->hide();
    retranslate();
    refresh();
    if (way == ByCode)
        m_cells->setFocus(Qt::OtherFocusReason);
}

void ProofSheet::choosePhoto() {
    auto *dialog = new QFileDialog(this, tr("The photo of the hand-over"), QString(),
                                   tr("Pictures (*.jpg *.jpeg *.png)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ProofSheet::usePhoto);
    dialog->open();
}

void ProofSheet::usePhoto(const QString &path) {
    m_reading = std::make_unique<QObject>();
    m_file->setBusy(true);
    // Disks may be slow, phones on a cable even more.
    QThreadPool::globalInstance()->start(
        [path, sheet = QPointer(this), context = QPointer(m_reading.get())] {
            QFile file(path);
            QByteArray bytes;
            if (file.open(QIODevice::ReadOnly) && file.size() <= kMostBytes)
                bytes = file.readAll();
            if (context)
                QMetaObject::invokeMethod(
                    context, [sheet, bytes] { sheet->takePhoto(bytes); }, Qt::QueuedConnection);
        });
}

void ProofSheet::takePhoto(const QByteArray &bytes) {
    m_file->setBusy(false);
    const int side = Look::of(this).scaled(kPicture);
    const QImage image = desk::readPicture(bytes, QSize(side, side));
    m_photo = image.isNull() ? QByteArray() : bytes;
    m_picture->setPicture(QPixmap::fromImage(image));
    m_banner->setVisible(image.isNull());
    if (image.isNull())
        m_banner->tell(Tone::Danger, Icon::Warning, tr("This picture cannot be used."),
                       tr("Take a JPEG or PNG of at most 4 MB."));
    refresh();
}

void ProofSheet::submit() {
    if (!m_done->isEnabled() || m_done->isBusy())
        return;
    if (m_stack->currentIndex() == ByPhoto)
        upload();
    else
        handOver(m_cells->code(), std::nullopt);
}

void ProofSheet::upload() {
    m_done->setBusy(true);
    m_services.commands.submit(client::calls::uploadPicture(m_photo), this,
                               client::Callback<contract::PictureView>([this](const auto &answer) {
                                   m_done->setBusy(false);
                                   if (answer) {
                                       handOver(std::nullopt, answer->name);
                                       return;
                                   }
                                   const desk::Complaint complaint = desk::explain(answer.error());
                                   m_banner->tell(Tone::Danger, Icon::Warning, complaint.what,
                                                  complaint.advice);
                                   m_banner->show();
                               }));
}

void ProofSheet::handOver(const std::optional<QString> &code, const std::optional<QString> &photo) {
    const OrderId order = *m_order;
    close();
    m_deliveries.handOver(order, code, photo);
    emit handedOver(order);
}

void ProofSheet::refresh() {
    m_done->setEnabled(m_stack->currentIndex() == ByPhoto ? !m_photo.isEmpty() : m_cells->isFull());
}

void ProofSheet::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        submit();
        return;
    }
    Sheet::keyPressEvent(event);
}

void ProofSheet::retranslate() {
    m_way->setParts({{tr("Customer's code"), Icon::Keyboard}, {tr("Photo"), Icon::Camera}});
    m_way->setAccessibleName(tr("Proof"));
    m_ask->setText(m_stack->currentIndex() == ByPhoto ? tr("Nobody opens?")
                                                      : tr("The customer's four digits"));
    m_cells->setAccessibleName(tr("The customer's four digits"));
    m_back->setAccessibleName(tr("Delete the last digit"));
    m_photoHint->setText(tr("Put it down where the note says and take a photo of it there."));
    m_picture->setSubject(tr("The photo"));
    m_file->setText(tr("Choose a photo"));
    m_done->setText(tr("Handed over"));
}

void ProofSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

} // namespace soban::rider_app
