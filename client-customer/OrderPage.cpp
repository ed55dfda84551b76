// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OrderPage.h"

#include "client-customer/IconText.h"
#include "client-customer/OrderHead.h"
#include "client-customer/OrderSide.h"
#include "client-customer/OrderSteps.h"
#include "client-customer/PlaceBook.h"
#include "client-customer/ReceiptPaper.h"
#include "client-customer/ReviewText.h"
#include "client/Calls.h"
#include "ui/Button.h"
#include "ui/Card.h"
#include "ui/FittingPane.h"
#include "ui/Formats.h"
#include "ui/Timeline.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kSideWidth = 312;
constexpr int kLeastMiddle = 340;
constexpr int kMargin = 16;
/// Between two looks at where the rider is; they report about as often.
constexpr int kRiderMs = 10'000;
constexpr int kMinuteMs = 15'000;
/// Longer than a second press of the same place takes.
constexpr int kSettleMs = 1'000;

bool hasRider(const contract::OrderView &order) {
    return order.fulfilment == Fulfilment::PlatformRider &&
           (order.deliveryState == DeliveryState::Claimed ||
            order.deliveryState == DeliveryState::PickedUp);
}

bool isPaymentOpen(const contract::OrderView &order) {
    return order.state == OrderState::PaymentPending &&
           order.paymentState != PaymentState::Declined;
}

} // namespace

OrderPage::OrderPage(const Services &services, OrderBook &orders, const PlaceBook &places,
                     QWidget *parent)
    : QWidget(parent), m_services(services), m_orders(orders), m_places(places) {
    m_side = new OrderSide;
    auto *both = new QWidget;
    m_columns = new QHBoxLayout(both);
    m_columns->setContentsMargins(0, kMargin, 4, kMargin);
    m_columns->setSpacing(kMargin);
    m_columns->addWidget(makeMiddle(), 1);
    m_columns->addWidget(m_side, 0);
    m_pane = new FittingPane;
    m_pane->setContent(both);
    // Columns must not depend on whether it is there; it shows only when there is something below.
    m_pane->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pane);
    connectParts();
    arrange();
}

void OrderPage::connectParts() {
    connect(&m_orders, &OrderBook::orderChanged, this, [this](OrderId order) {
        if (order != m_order)
            return;
        refresh();
        fetchPayments();
    });
    connect(&m_orders, &OrderBook::loaded, this, &OrderPage::refresh);
    connect(&m_services.link, &desk::Link::stateChanged, this, &OrderPage::refreshFreshness);
    m_riderTimer.setInterval(kRiderMs);
    connect(&m_riderTimer, &QTimer::timeout, this, &OrderPage::followRider);
    m_minute.setInterval(kMinuteMs);
    m_minute.start();
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
    });
    m_settling.setSingleShot(true);
    m_settling.setInterval(kSettleMs);
    connect(&m_settling, &QTimer::timeout, this, [this] {
        refresh();
        if (std::exchange(m_wantsFocus, false))
            takeFocus();
    });
    connect(m_again, &Button::clicked, this, [this] { emit reorderChosen(*m_order); });
    connect(m_confirm, &Button::clicked, this, &OrderPage::confirm);
    connect(m_lookUp, &Button::clicked, this, &OrderPage::lookPaymentUp);
    connect(m_review, &Button::clicked, this, [this] { emit reviewChosen(*m_order); });
    connect(m_shops, &Button::clicked, this, &OrderPage::shopsWanted);
    connect(m_side, &OrderSide::printChosen, this, &OrderPage::print);
    connect(m_side, &OrderSide::pdfChosen, this, &OrderPage::savePdf);
}

QWidget *OrderPage::makeMiddle() {
    m_head = new OrderHead;
    auto *progress = new Card;
    m_progressTitle = new TextLabel(Text::Name, Weight::Bold);
    m_fresh = new IconText(Icon::Wifi, Text::Small, Weight::Regular, Ink::Fresh);
    m_timeline = new Timeline;
    auto *title = new QHBoxLayout;
    title->addWidget(m_progressTitle, 1);
    title->addWidget(m_fresh);
    progress->column()->setContentsMargins(20, metrics::kGap16, 20, metrics::kGap12);
    progress->column()->addLayout(title);
    progress->column()->addWidget(m_timeline);
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap12);
    column->addWidget(m_head);
    column->addWidget(progress);
    column->addWidget(makeActions());
    column->addWidget(makeReview());
    column->addStretch(1);
    return middle;
}

QWidget *OrderPage::makeReview() {
    auto *card = new Card;
    m_reviewTitle = new TextLabel(Text::Name, Weight::Bold);
    m_reviewText = new ReviewText(m_services);
    card->column()->setContentsMargins(20, metrics::kGap16, 20, metrics::kGap16 + metrics::kFoot);
    card->column()->addWidget(m_reviewTitle);
    card->column()->addWidget(m_reviewText);
    card->hide();
    m_reviewCard = card;
    return card;
}

QWidget *OrderPage::makeActions() {
    auto *actions = new Card;
    m_confirm = new Button(ButtonRole::Primary, Icon::Done);
    m_lookUp = new Button(ButtonRole::Primary, Icon::Card);
    m_review = new Button(ButtonRole::Soft, Icon::Star);
    m_shops = new Button(ButtonRole::Soft, Icon::Store);
    m_again = new Button(ButtonRole::Plain, Icon::Undo);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kGap8);
    m_actions = {m_confirm, m_lookUp, m_review, m_shops, m_again};
    for (Button *button : std::as_const(m_actions))
        buttons->addWidget(button, 1);
    m_whyMark = new IconText(Icon::Info, Text::Small, Weight::Regular, Ink::Ink2);
    m_whyMark->setText({});
    m_why = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_why->setMostLines(0);
    actions->column()->setContentsMargins(metrics::kGap16, metrics::kGap12, metrics::kGap16,
                                          metrics::kGap12 + metrics::kFoot);
    auto *why = new QHBoxLayout;
    why->setSpacing(0);
    why->addWidget(m_whyMark, 0, Qt::AlignTop);
    why->addWidget(m_why, 1);
    actions->column()->addLayout(buttons);
    actions->column()->addLayout(why);
    return actions;
}

void OrderPage::arrange() {
    const Look &look = Look::of(this);
    const int side = look.scaled(kSideWidth);
    const bool isNarrow = width() < side + look.scaled(kLeastMiddle) + 2 * kMargin;
    m_columns->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_columns->setSpacing(isNarrow ? metrics::kGap12 : kMargin);
    m_columns->setStretchFactor(m_side, isNarrow ? 1 : 0);
    if (isNarrow) {
        m_side->setMinimumWidth(0);
        m_side->setMaximumWidth(QWIDGETSIZE_MAX);
    } else {
        m_side->setFixedWidth(side);
    }
}

void OrderPage::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void OrderPage::show(OrderId order) {
    if (m_order != order) {
        m_payments.clear();
        m_riderAt.reset();
        m_lookedUpAt.reset();
    }
    m_order = order;
    refresh();
    fetchPayments();
}

void OrderPage::awaitReview(OrderId order) {
    m_awaitedReview = order;
    refresh();
}

bool OrderPage::takeFocus() {
    for (Button *button : std::as_const(m_actions)) {
        if (button->isVisible() && button->isEnabled()) {
            button->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return false;
}

void OrderPage::fetchPayments() {
    m_call = std::make_unique<QObject>();
    m_services.api.send(client::calls::payments(*m_order), m_call.get(),
                        client::Callback<contract::PaymentList>([this](const auto &answer) {
                            if (!answer)
                                return; // the receipt stands without
                            m_payments = answer->payments;
                            refresh();
                        }));
}

void OrderPage::lookPaymentUp() {
    m_lookUp->setBusy(true);
    m_call = std::make_unique<QObject>();
    m_services.api.send(client::calls::payments(*m_order), m_call.get(),
                        client::Callback<contract::PaymentList>([this](const auto &answer) {
                            m_lookUp->setBusy(false);
                            if (answer) {
                                m_payments = answer->payments;
                                m_lookedUpAt = m_services.clock.now();
                                m_orders.fetch(*m_order);
                            } else {
                                emit failed(answer.error());
                            }
                            refresh();
                            m_lookUp->setFocus(Qt::OtherFocusReason);
                        }));
}

void OrderPage::refresh() {
    const contract::OrderView *order = m_order ? m_orders.find(*m_order) : nullptr;
    if (!order)
        return;
    m_progressTitle->setText(tr("Progress"));
    refreshActions(*order);
    refreshFreshness();
    followWhere(*order);
    showRider();
    fetchShop(*order);
    m_side->setOrder(*order, m_payments, m_services.clock.now());
}

/// An order does not say where its shop is to be found.
void OrderPage::fetchShop(const contract::OrderView &order) {
    if (order.fulfilment != Fulfilment::Collection || m_addressOf == order.shopId)
        return;
    m_addressOf = order.shopId;
    m_side->setShopAddress({});
    m_shopCall = std::make_unique<QObject>();
    m_services.api.send(client::calls::shop(order.shopId), m_shopCall.get(),
                        client::Callback<contract::ShopView>([this](const auto &answer) {
                            if (!answer) {
                                m_addressOf.reset(); // asked again with the next news
                                return;
                            }
                            m_side->setShopAddress(answer->address);
                            refresh();
                        }));
}

void OrderPage::refreshFreshness() {
    const bool isAged = m_services.isAged();
    m_fresh->setIcon(isAged ? Icon::WifiOff : Icon::Wifi);
    m_fresh->setInk(isAged ? Ink::Late : Ink::Fresh);
    m_fresh->setText(!isAged ? tr("Up to date")
                     : m_services.link.lostAt()
                         ? tr("As of %1").arg(clockAt(*m_services.link.lostAt()))
                         : tr("No news yet"));
    m_fresh->setVisible(m_services.link.state() != desk::LinkState::Connecting);
}

void OrderPage::followWhere(const contract::OrderView &order) {
    if (hasRider(order) == m_riderTimer.isActive())
        return;
    if (hasRider(order)) {
        m_riderTimer.start();
        followRider();
    } else {
        m_riderTimer.stop();
        m_riderAt.reset();
    }
}

void OrderPage::showRider() {
    const contract::OrderView *order = m_order ? m_orders.find(*m_order) : nullptr;
    if (!order)
        return;
    const Instant now = m_services.clock.now();
    const std::optional<int> left = metersLeft(*order);
    m_head->setOrder(*order, now, left);
    m_head->setRider(*order, doorOf(*order), m_riderAt);
    m_timeline->setSteps(OrderSteps::timeline(*order, now, Look::of(this).language(), left));
}

std::optional<int> OrderPage::metersLeft(const contract::OrderView &order) const {
    if (!m_riderAt || order.deliveryState != DeliveryState::PickedUp)
        return std::nullopt;
    return int(m_riderAt->position.distanceMetersTo(order.address.position));
}

void OrderPage::followRider() {
    if (!m_order || !isVisible())
        return;
    m_riderCall = std::make_unique<QObject>();
    m_services.api.send(client::calls::riderPosition(*m_order), m_riderCall.get(),
                        client::Callback<contract::RiderPositionView>([this](const auto &answer) {
                            if (!answer)
                                return; // the last place stays; the next look comes soon
                            m_riderAt = *answer;
                            showRider();
                        }));
}

void OrderPage::refreshActions(const contract::OrderView &order) {
    const bool isOver = lifecycle::isOver(order.state);
    const bool isDelivered = order.state == OrderState::Delivered;
    m_lookUp->setText(tr("Check the payment again"));
    m_lookUp->setVisible(isPaymentOpen(order));
    m_confirm->setTall(isDelivered ? metrics::kShopHeight : metrics::kTouchHeight);
    m_confirm->setText(OrderSteps::confirmation(order));
    m_confirm->setEnabled(order.allowedActions.contains(Action::Confirm) && !m_confirm->isBusy());
    // What is handed over at the counter needs no second word.
    m_confirm->setVisible(!isOver && order.state != OrderState::PaymentPending &&
                          order.fulfilment != Fulfilment::Collection);
    m_review->setText(tr("Write a review"));
    refreshReview(order);
    m_shops->setText(tr("Browse other shops"));
    m_shops->setVisible(isOver && order.state != OrderState::Completed);
    m_again->setText(tr("Order again"));
    m_again->setVisible(isOver);
    QString why = OrderSteps::advice(order, m_services.clock.now(), Look::of(this).language());
    if (isPaymentOpen(order) && m_lookedUpAt)
        why = tr("Asked at %1: there is no answer yet.").arg(clockAt(*m_lookedUpAt)) + u' ' + why;
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_whyMark->setVisible(!why.isEmpty());
    settleActions();
    if (m_wantsFocus && !m_settling.isActive())
        m_wantsFocus = !takeFocus();
}

void OrderPage::settleActions() {
    QList<Button *> shown;
    for (Button *button : std::as_const(m_actions)) {
        if (!button->isHidden())
            shown.append(button);
    }
    // Whoever presses one twice must not press the other that has come into its place.
    if (m_shownFor == m_order && m_shown != shown)
        m_settling.start();
    else if (m_shownFor != m_order)
        m_settling.stop();
    m_shownFor = m_order;
    m_shown = shown;
    for (Button *button : {m_review, m_shops, m_again})
        button->setEnabled(!m_settling.isActive());
}

QString OrderPage::doorOf(const contract::OrderView &order) const {
    if (order.recipient)
        return order.recipient->name;
    const QString name = m_places.nameAt(order.address);
    return name.isEmpty() ? tr("Your address") : name;
}

QString OrderPage::clockAt(Instant moment) const {
    const contract::OrderView *order = m_order ? m_orders.find(*m_order) : nullptr;
    return clockText(moment, order ? zoneOf(*order) : QTimeZone::systemTimeZone());
}

void OrderPage::refreshReview(const contract::OrderView &order) {
    const auto &written = order.review;
    if (written && window()->focusWidget() == m_review) {
        // Qt would take the keyboard to whatever comes next, and that is the receipt.
        m_review->clearFocus();
    }
    m_review->setVisible(order.state == OrderState::Completed && !written);
    m_reviewTitle->setText(tr("Your review"));
    m_reviewCard->setVisible(written.has_value());
    if (!written)
        return;
    m_reviewText->setReview(*written);
    if (m_awaitedReview != order.id)
        return;
    m_awaitedReview.reset();
    m_wantsFocus = true;
    // Its place is known once the layout has followed.
    QTimer::singleShot(0, m_reviewCard, [this] { m_pane->ensureWidgetVisible(m_reviewCard); });
}

void OrderPage::confirm() {
    const contract::OrderView *order = m_orders.find(*m_order);
    if (!order)
        return;
    m_confirm->setBusy(true);
    m_services.commands.submit(client::calls::confirmOrder(order->id, order->version), this,
                               client::Callback<contract::OrderView>([this](const auto &answer) {
                                   m_confirm->setBusy(false);
                                   if (answer)
                                       m_orders.put(*answer);
                                   else
                                       emit failed(answer.error());
                                   refresh();
                                   m_wantsFocus = !takeFocus();
                               }));
}

void OrderPage::print() {
    const contract::OrderView *order = m_order ? m_orders.find(*m_order) : nullptr;
    if (!order)
        return;
    const Language language = Look::of(this).language();
    const ReceiptContent content = OrderSteps::paper(*order, m_payments, language);
    auto printer = std::make_shared<QPrinter>();
    auto *dialog = new QPrintDialog(printer.get(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer, content, language] {
        if (!ReceiptPaper(content, language).print(*printer))
            emit receiptFailed();
    });
    // The dialog works with the printer until it is gone.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

void OrderPage::savePdf() {
    const contract::OrderView *order = m_order ? m_orders.find(*m_order) : nullptr;
    if (!order)
        return;
    const Language language = Look::of(this).language();
    const ReceiptContent content = OrderSteps::paper(*order, m_payments, language);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog =
        new QFileDialog(window(), tr("Save the receipt"), folder, QStringLiteral("PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(OrderSteps::fileName(*order, language));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, content, language](const QString &file) {
                if (ReceiptPaper(content, language).savePdf(file))
                    emit receiptSaved(QDir::toNativeSeparators(file));
                else
                    emit receiptFailed();
            });
    dialog->open();
}

void OrderPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        refresh();
    if (event->type() == QEvent::StyleChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
