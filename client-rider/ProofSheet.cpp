// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/ProofSheet.h"

#include "client-rider/CodeCells.h"
#include "client-rider/OrderName.h"
#include "client/Calls.h"
#include "desk/Complaint.h"
#include "desk/ContentScroll.h"
#include "desk/PicturePicker.h"
#include "ui/Banner.h"
#include "ui/Button.h"
#include "ui/ChoiceRow.h"
#include "ui/Formats.h"
#include "ui/PictureLabel.h"
#include "ui/Segment.h"
#include "ui/TextLabel.h"

#include <QKeyEvent>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace soban::rider_app {

namespace {

using namespace ui;

constexpr int kWidest = 452;
constexpr int kKeyTall = 52;
constexpr int kDoneTall = 72;
constexpr int kRoomy = 700; ///< from this height on, at a text scale of 1, all is as large as drawn
constexpr int kLowDone = metrics::kShopHeight;
constexpr int kLowKey = 40; ///< and no lower than a finger needs
constexpr int kLowCells = metrics::kTouchHeight;
constexpr int kLeaveWide = 56;
constexpr int kPicture = 180;
constexpr int kRing = 5;

} // namespace

ProofSheet::ProofSheet(const Services &services, DeliveryBook &deliveries, DoorMoney &doorMoney,
                       QWidget *host)
    : Sheet(host)
    , m_services(services)
    , m_deliveries(deliveries)
    , m_doorMoney(doorMoney)
    , m_picker(new desk::PicturePicker(this))
    , m_bag(new TextLabel(Text::Body, Weight::Bold, Ink::Ink2))
    , m_address(new TextLabel(Text::Sum, Weight::Bold))
    , m_note(new TextLabel(Text::Body, Weight::Bold, Ink::Waiting))
    , m_collect(new TextLabel(Text::Sum, Weight::Bold, Ink::Accent))
    , m_received(new ChoiceRow(ChoiceRow::Kind::Any, {}))
    , m_way(new Segment)
    , m_saying(new QStackedWidget)
    , m_ask(new TextLabel(Text::Name, Weight::Bold))
    , m_banner(new Banner)
    , m_longest(new Banner)
    , m_cells(new CodeCells)
    , m_stack(new QStackedWidget)
    , m_leave(new Button(ButtonRole::Plain, Icon::Left))
    , m_nobody(new Button(ButtonRole::Bare, Icon::Undo))
    , m_done(new Button(ButtonRole::Primary, Icon::Door)) {
    setWidest(kWidest);
    m_address->setMostLines(4);
    m_note->setMostLines(4);
    m_collect->setMostLines(2);
    m_received->setCarded(true);
    makeSaying();
    m_way->setTall(metrics::kTouchHeight);
    m_picker->setPreview(kPicture);
    m_leave->setFixedWidth(kLeaveWide); // at any size of text: the step beside it needs the room
    m_stack->addWidget(makePad());
    m_stack->addWidget(makePhoto());
    turnTo(ByCode);
    auto *content = new QWidget;
    m_rows = new QVBoxLayout(content);
    // Room for the focus ring within the scrolled area.
    m_rows->setContentsMargins(kRing, kRing, kRing, kRing);
    for (QWidget *row : QList<QWidget *>{m_bag, m_address, m_note, m_collect, m_received, m_way,
                                         m_saying, m_stack})
        m_rows->addWidget(row);
    // With large text it does not fit a small window, but the last step must.
    m_scroll = new desk::ContentScroll(content);
    column()->addWidget(m_scroll, 1);
    auto *last = new QHBoxLayout;
    last->setContentsMargins(kRing, 0, kRing, 0);
    last->setSpacing(metrics::kGap8);
    last->addWidget(m_leave);
    last->addWidget(m_done, 1);
    column()->addLayout(last);
    connectParts();
    fit();
    retranslate();
}

/// With large text on a small window everything about the keypad is as low as a finger allows.
void ProofSheet::fit() {
    const Look &look = Look::of(this);
    const bool isLow = height() < look.scaled(kRoomy);
    const int lowKey =
        look.scaled(kLowKey) < metrics::kTouchHeight ? metrics::kTouchHeight : kLowKey;
    for (Button *key : std::as_const(m_keys))
        key->setTall(isLow ? lowKey : kKeyTall);
    m_cells->setTall(isLow ? kLowCells : CodeCells::kTall);
    for (Button *button : {m_leave, m_done})
        button->setTall(isLow ? kLowDone : kDoneTall);
    m_address->setMostLines(isLow ? 2 : 4);
    m_rows->setSpacing(isLow ? metrics::kGap4 : metrics::kGap8);
    m_pad->setSpacing(metrics::kGap8);
    const int side = isLow ? metrics::kGap8 : metrics::kGap24;
    column()->setContentsMargins(side - kRing, side, side - kRing, side + metrics::kSheetFoot);
}

/// The keypad; and before it what has to be ticked first.
void ProofSheet::bringNextIntoView() {
    // Once all has its place.
    QTimer::singleShot(0, this, [this] {
        m_scroll->ensureWidgetVisible(m_stack, 0, kRing);
        if (!isPaid())
            m_scroll->ensureWidgetVisible(m_received, 0, kRing);
    });
}

void ProofSheet::makeSaying() {
    m_ask->setMostLines(2);
    for (QWidget *words : QList<QWidget *>{m_ask, m_banner, m_longest}) {
        QSizePolicy policy = words->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        words->setSizePolicy(policy);
        m_saying->addWidget(words);
    }
}

QWidget *ProofSheet::makePad() {
    auto *pad = new QWidget;
    auto *keys = new QGridLayout;
    keys->setSpacing(metrics::kGap8);
    const auto key = [&](int row, int column, Button *button) {
        m_keys.append(button);
        // The digits can be typed: the keyboard need not walk over twelve keys.
        button->setFocusPolicy(Qt::NoFocus);
        keys->addWidget(button, row, column);
    };
    for (int digit = 1; digit <= 10; ++digit) {
        auto *button = new Button(ButtonRole::Key);
        button->setText(QString::number(digit % 10));
        connect(button, &Button::clicked, m_cells,
                [this, digit] { m_cells->add(QChar(u'0' + digit % 10)); });
        key(digit == 10 ? 3 : (digit - 1) / 3, digit == 10 ? 1 : (digit - 1) % 3, button);
    }
    m_back = new Button(ButtonRole::Plain, Icon::Backspace);
    key(3, 2, m_back);
    m_pad = new QVBoxLayout(pad);
    m_pad->setContentsMargins(0, 0, 0, 0);
    m_pad->addWidget(m_cells);
    m_pad->addLayout(keys);
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
    column->addWidget(m_nobody);
    return photo;
}

void ProofSheet::connectParts() {
    connect(m_leave, &Button::clicked, this, &Sheet::close);
    connect(m_way, &Segment::chosen, this, &ProofSheet::choose);
    connect(m_cells, &CodeCells::changed, this, [this] {
        m_saying->setCurrentWidget(m_ask); // a complaint is of the code before
        refresh();
    });
    connect(m_back, &Button::clicked, m_cells, &CodeCells::removeLast);
    connect(m_received, &ChoiceRow::clicked, this, &ProofSheet::receive);
    connect(m_file, &Button::clicked, this, &ProofSheet::choosePhoto);
    connect(m_picker, &desk::PicturePicker::readingChanged, m_file, &Button::setBusy);
    connect(m_picker, &desk::PicturePicker::picked, this, &ProofSheet::takePhoto);
    connect(m_picker, &desk::PicturePicker::failed, this, [this] { takePhoto({}, {}); });
    connect(m_done, &Button::clicked, this, &ProofSheet::submit);
    connect(m_nobody, &Button::clicked, this, [this] {
        close();
        emit nobodyTakesIt(*m_order);
    });
    connect(&m_deliveries, &DeliveryBook::handedOver, this, [this](OrderId order) {
        if (isAsking(order))
            close();
    });
    connect(&m_deliveries, &DeliveryBook::stepWaits, this, [this](OrderId order) {
        if (isAsking(order))
            close();
    });
    connect(&m_deliveries, &DeliveryBook::refused, this,
            [this](std::optional<OrderId> order, RiderStep step, const client::ApiError &error) {
                if (order && step == RiderStep::HandOver && isAsking(*order))
                    tellRefusal(error);
            });
    connect(&m_deliveries, &DeliveryBook::changed, this, [this] {
        if (m_isAsking)
            return; // until the answer says whether it is over
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
    setAsking(false);
    m_address->setText(delivery.address.text);
    m_note->setText(delivery.note);
    m_note->setVisible(!delivery.note.isEmpty());
    m_due = delivery.collectAtDoor;
    m_collect->setVisible(m_due.has_value());
    m_received->setVisible(m_due.has_value());
    m_received->setChecked(m_doorMoney.isReceived(delivery.orderId));
    retranslate();
    m_cells->clear();
    m_way->setCurrent(ByCode);
    open();
    choose(ByCode);
    focusFirst();
}

bool ProofSheet::isPaid() const {
    return !m_due || m_received->isChecked();
}

void ProofSheet::receive(bool received) {
    m_doorMoney.setReceived(*m_order, *m_due, received);
    retranslate();
    refresh();
    focusFirst();
}

/// What is to be done next.
void ProofSheet::focusFirst() {
    bringNextIntoView();
    if (!isPaid())
        m_received->setFocus(Qt::TabFocusReason);
    else if (m_stack->currentIndex() == ByCode)
        m_cells->setFocus(Qt::TabFocusReason);
    else
        m_file->setFocus(Qt::TabFocusReason);
}

/// What is not seen takes no room: the keypad must fit where the photo would not.
void ProofSheet::turnTo(int way) {
    const auto take = [this](int page, QSizePolicy::Policy policy) {
        QWidget *widget = m_stack->widget(page);
        if (widget->sizePolicy().verticalPolicy() != policy)
            widget->setSizePolicy(QSizePolicy::Preferred, policy);
    };
    take(way, QSizePolicy::Preferred);
    take(way == ByCode ? ByPhoto : ByCode, QSizePolicy::Ignored);
    m_stack->setCurrentIndex(way);
}

void ProofSheet::choose(int way) {
    turnTo(way);
    m_saying->setCurrentWidget(m_ask);
    retranslate();
    refresh();
    if (way == ByCode && isPaid())
        m_cells->setFocus(Qt::OtherFocusReason);
}

void ProofSheet::choosePhoto() {
    m_picker->choose(tr("The photo of the hand-over"));
}

void ProofSheet::usePhoto(const QString &path) {
    m_picker->read(path);
}

void ProofSheet::takePhoto(const QByteArray &bytes, const QImage &image) {
    m_photo = bytes;
    m_picture->setPicture(QPixmap::fromImage(image));
    m_saying->setCurrentWidget(m_ask);
    if (bytes.isEmpty())
        complain(Icon::Warning, tr("This picture cannot be used."),
                 tr("Take a JPEG or PNG of at most 4 MB."));
    refresh();
}

void ProofSheet::submit() {
    if (!m_done->isEnabled() || m_done->isBusy())
        return;
    m_saying->setCurrentWidget(m_ask);
    const OrderId order = *m_order;
    const QString code = m_cells->code();
    setAsking(true);
    if (m_stack->currentIndex() == ByPhoto)
        m_deliveries.handOverByPhoto(order, m_photo);
    else
        m_deliveries.handOverByCode(order, code);
    // What is kept for later needs nobody to wait for it.
    if (m_services.link.state() == desk::LinkState::Offline)
        close();
}

void ProofSheet::setAsking(bool isAsking) {
    m_isAsking = isAsking;
    m_done->setBusy(isAsking);
}

void ProofSheet::tellRefusal(const client::ApiError &error) {
    setAsking(false);
    m_cells->clear();
    const bool isWrong = error.is(contract::ErrorCode::WrongCode);
    const int left = m_deliveries.codeTriesLeft(*m_order);
    if (isWrong && left > 0) {
        complain(Icon::Warning, tr("The code is not right."), tr("Tries left: %1.").arg(left));
    } else if (isWrong || error.is(contract::ErrorCode::CodeLocked)) {
        complain(Icon::Lock, tr("Locked for 15 minutes."), tr("Use a photo."));
    } else {
        const desk::Complaint complaint = desk::explain(error);
        complain(Icon::Warning, complaint.what, complaint.advice);
    }
    if (m_stack->currentIndex() == ByCode)
        m_cells->setFocus(Qt::OtherFocusReason);
}

void ProofSheet::complain(Icon icon, const QString &what, const QString &advice) {
    m_banner->tell(Tone::Danger, icon, what, advice);
    m_saying->setCurrentWidget(m_banner);
}

void ProofSheet::refresh() {
    const bool isPaid = this->isPaid();
    // Where nobody is there is nobody to pay either.
    m_stack->widget(ByCode)->setEnabled(isPaid);
    m_file->setEnabled(isPaid && !m_file->isBusy());
    const bool isProved =
        m_stack->currentIndex() == ByPhoto ? !m_photo.isEmpty() : m_cells->isFull();
    m_done->setEnabled(isPaid && isProved && !m_isAsking);
    setTouched(!m_photo.isEmpty() || !m_cells->code().isEmpty());
}

void ProofSheet::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_leave->hasFocus())
            close();
        else
            submit();
        return;
    }
    Sheet::keyPressEvent(event);
}

void ProofSheet::retranslate() {
    setAccessibleName(tr("Hand over"));
    if (const contract::DeliveryView *delivery = m_order ? m_deliveries.find(*m_order) : nullptr)
        m_bag->setText(OrderName::of(*delivery));
    m_leave->setAccessibleName(tr("Back"));
    m_leave->setToolTip(tr("Back (Esc)"));
    m_nobody->setText(tr("Take it back to the shop"));
    if (m_due) {
        m_collect->setText(tr("Collect %1 for the shop").arg(moneyText(*m_due)));
        m_received->setText(tr("Received, card or cash"));
        m_received->setAccessibleDescription(m_collect->text());
    }
    m_way->setParts({{tr("Customer's code"), Icon::Keyboard}, {tr("Photo"), Icon::Camera}});
    m_way->setAccessibleName(tr("Proof of delivery"));
    m_ask->setText(!isPaid()                            ? tr("First tick that you have the money.")
                   : m_stack->currentIndex() == ByPhoto ? tr("Nobody at the door?")
                                                        : tr("The customer's four digits"));
    m_ask->setInk(isPaid() ? Ink::Ink : Ink::Waiting);
    m_longest->tell(Tone::Danger, Icon::Lock, tr("Locked for 15 minutes."), tr("Use a photo."));
    m_cells->setAccessibleName(tr("The customer's four digits"));
    m_back->setAccessibleName(tr("Delete the last digit"));
    // A note may be of something else than the place.
    m_photoHint->setText(m_note->isHidden()
                             ? tr("Put it down at the door and take a photo of it there.")
                             : tr("Read the note, put it down and take a photo of it there."));
    m_picture->setSubject(tr("The photo"));
    m_file->setText(tr("Choose a photo"));
    m_done->setText(tr("Handed over"));
}

void ProofSheet::resizeEvent(QResizeEvent *event) {
    fit();
    Sheet::resizeEvent(event);
}

void ProofSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange) {
        fit();
        bringNextIntoView();
    }
    Sheet::changeEvent(event);
}

} // namespace soban::rider_app
