// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OrderPage.h"

#include "client-customer/EndingWords.h"
#include "client-customer/IconText.h"
#include "client-customer/OrderActions.h"
#include "client-customer/OrderHead.h"
#include "client-customer/OrderSide.h"
#include "client-customer/OrderSteps.h"
#include "client-customer/PayAgainSheet.h"
#include "client-customer/PlaceBook.h"
#include "client-customer/ReceiptDesk.h"
#include "client-customer/ReviewText.h"
#include "client-customer/SentMessages.h"
#include "client/Calls.h"
#include "desk/EndSheet.h"
#include "ui/Card.h"
#include "ui/FittingPane.h"
#include "ui/FocusRing.h"
#include "ui/Formats.h"
#include "ui/Timeline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QStyle>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kSideWidth = 312;
constexpr int kLeastMiddle = 340;
constexpr int kMargin = 16;
/// Between two looks at where the rider is; they report about as often.
constexpr int kRiderMs = 10'000;
constexpr int kMinuteMs = 15'000;
constexpr int kLow = 560; ///< below this height words scroll with the rest

bool hasRider(const contract::OrderView &order) {
    return order.fulfilment == Fulfilment::PlatformRider &&
           (order.deliveryState == DeliveryState::Claimed ||
            order.deliveryState == DeliveryState::PickedUp);
}

bool isPaymentOpen(const contract::OrderView &order) {
    return order.state == OrderState::PaymentPending && !isDeclined(order);
}

/// The rows of a pane whose width does not depend on whether there is a scroll bar; that shows only
/// when there is something below.
QVBoxLayout *makeRows(FittingPane *pane) {
    const int bar = pane->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, pane);
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, kMargin, kMargin - bar, kMargin);
    rows->setSpacing(metrics::kGap12);
    pane->setContent(content);
    pane->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    return rows;
}

} // namespace

OrderPage::OrderPage(const Services &services, OrderBook &orders, const PlaceBook &places,
                     QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_orders(orders)
    , m_places(places)
    , m_receipts(new ReceiptDesk(this)) {
    m_side = new OrderSide;
    m_rows = makeRows(m_pane = new FittingPane);
    m_rows->addWidget(makeMiddle());
    m_besides = makeRows(m_sidePane = new FittingPane);
    m_besides->addWidget(m_side);
    m_actions = new OrderActions;
    m_actions->hide();
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(0, 0, kMargin, kMargin);
    foot->addWidget(m_actions);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_pane, 1);
    column->addLayout(foot);
    auto *whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(column, 1);
    whole->addWidget(m_sidePane);
    connectParts();
    arrange();
}

void OrderPage::connectParts() {
    connect(&m_orders, &OrderBook::orderChanged, this, [this](OrderId order) {
        if (order != m_order)
            return;
        refresh();
        fetchPayments();
        followMessages();
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
    connect(m_actions, &OrderActions::settled, this, &OrderPage::refresh);
    connect(m_actions, &OrderActions::chosen, this, &OrderPage::act);
    connect(m_receipts, &ReceiptDesk::failed, this, &OrderPage::receiptFailed);
    connect(m_receipts, &ReceiptDesk::saved, this, &OrderPage::receiptSaved);
    connect(m_side, &OrderSide::printChosen, this, [this] {
        if (const contract::OrderView *order = m_orders.find(*m_order))
            m_receipts->print(*order, m_payments);
    });
    connect(m_side, &OrderSide::pdfChosen, this, [this] {
        if (const contract::OrderView *order = m_orders.find(*m_order))
            m_receipts->savePdf(*order, m_payments);
    });
}

void OrderPage::act(OrderActions::Deed deed) {
    switch (deed) {
    case OrderActions::Confirm:
        return confirm();
    case OrderActions::LookUp:
        return lookPaymentUp();
    case OrderActions::Pay:
        return askToPay();
    case OrderActions::Cancel:
        return askToCancel();
    case OrderActions::Review:
        emit reviewChosen(*m_order);
        return;
    case OrderActions::OtherShops:
        emit shopsWanted();
        return;
    case OrderActions::Change:
        emit changeChosen(*m_order);
        return;
    case OrderActions::Again:
        emit reorderChosen(*m_order);
    }
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
    m_middle = new QVBoxLayout(middle);
    m_middle->setContentsMargins(0, 0, 0, 0);
    m_middle->setSpacing(metrics::kGap12);
    m_middle->addWidget(m_head);
    m_middle->addWidget(progress);
    m_middle->addWidget(makeReview());
    m_middle->addWidget(m_sent = new SentMessages(m_services));
    m_middle->addStretch(1);
    return middle;
}

QWidget *OrderPage::makeReview() {
    auto *card = new Card;
    m_reviewTitle = new TextLabel(Text::Name, Weight::Bold);
    m_reviewText = new ReviewText(m_services);
    card->column()->setContentsMargins(20, metrics::kGap16, 20, metrics::kGap16 + metrics::kFoot);
    card->column()->addWidget(m_reviewTitle);
    card->column()->addWidget(m_reviewText);
    // It has the keyboard after it was written: there is nothing to press, and nothing by mistake.
    card->setFocusPolicy(Qt::TabFocus);
    FocusRing::watch(card);
    card->hide();
    m_reviewCard = card;
    return card;
}

void OrderPage::arrange() {
    const Look &look = Look::of(this);
    const int side = look.scaled(kSideWidth);
    const bool isNarrow = width() < side + look.scaled(kLeastMiddle) + 2 * kMargin;
    if (std::exchange(m_isNarrow, isNarrow) != isNarrow) {
        // One below the other: what is left over stands at the foot, not in between.
        (isNarrow ? m_rows : m_besides)->addWidget(m_side, 1);
        m_sidePane->setVisible(!isNarrow);
    }
    m_sidePane->setFixedWidth(side + kMargin);
    m_actions->setNarrow(isNarrow);
    const bool isLow = height() < look.scaled(kLow);
    if (std::exchange(m_isLow, isLow) == isLow)
        return;
    if (isLow)
        m_middle->insertWidget(m_middle->count() - 1, m_actions->words()); // above the stretch
    else
        m_actions->takeWordsBack();
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
        m_lookUp.reset();
        m_actions->setBusy(OrderActions::LookUp, false);
        m_pane->verticalScrollBar()->setValue(0);
    }
    m_order = order;
    refresh();
    fetchPayments();
    followMessages();
}

void OrderPage::followMessages() {
    if (const contract::OrderView *order = m_orders.find(*m_order))
        m_sent->follow(*order);
}

void OrderPage::awaitPayment(const contract::PresentStage &order) {
    m_awaitedPayment = order;
    refresh();
}

void OrderPage::awaitReview(OrderId order) {
    m_awaitedReview = order;
    refresh();
}

bool OrderPage::takeFocus() {
    return m_actions->takeFocus();
}

void OrderPage::fetchPayments() {
    m_call = std::make_unique<QObject>();
    m_services.api.send(client::calls::payments(*m_order), m_call.get(),
                        client::Callback<contract::PaymentList>([this](const auto &answer) {
                            if (!answer)
                                return; // the receipt stands without
                            m_payments = answer->payments;
                            refresh();
                            if (m_paying)
                                m_paying->setReason(declineReason());
                        }));
}

void OrderPage::lookPaymentUp() {
    m_actions->setBusy(OrderActions::LookUp, true);
    m_lookUp = std::make_unique<QObject>();
    m_services.api.send(client::calls::payments(*m_order), m_lookUp.get(),
                        client::Callback<contract::PaymentList>([this](const auto &answer) {
                            m_actions->setBusy(OrderActions::LookUp, false);
                            if (answer) {
                                m_payments = answer->payments;
                                m_lookedUpAt = m_services.clock.now();
                                m_orders.fetch(*m_order);
                            } else {
                                emit failed(answer.error());
                            }
                            refresh();
                            m_actions->focusOn(OrderActions::LookUp);
                        }));
}

void OrderPage::refresh() {
    const contract::OrderView *order = m_order ? m_orders.find(*m_order) : nullptr;
    if (!order)
        return;
    m_progressTitle->setText(tr("Progress"));
    refreshReview(*order);
    refreshActions(*order);
    refreshFreshness();
    followWhere(*order);
    showRider();
    fetchShop(*order);
    m_side->setOrder(*order, m_payments, m_services.clock.now());
    const bool isToBePaid = order->allowedActions.contains(Action::PayAgain);
    const bool isAwaited = m_awaitedPayment && m_awaitedPayment->orderId == order->id &&
                           m_awaitedPayment->version <= order->version;
    if (isAwaited && isToBePaid)
        askToPay();
    else if (m_paying && !isToBePaid)
        m_paying->close();
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
    QString why = OrderSteps::advice(order, m_services.clock.now(), Look::of(this).language());
    if (isPaymentOpen(order) && m_lookedUpAt)
        why = tr("Asked at %1: there is no answer yet.").arg(clockAt(*m_lookedUpAt)) + u' ' + why;
    m_actions->setOrder(order, why);
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
    m_reviewTitle->setText(tr("Your review"));
    m_reviewCard->setAccessibleName(m_reviewTitle->text());
    m_reviewCard->setVisible(written.has_value());
    if (!written)
        return;
    m_reviewCard->setAccessibleDescription(written->words);
    m_reviewText->setReview(*written);
    const bool isAwaited = m_awaitedReview == order.id;
    // The button that led here goes: Qt would take the keyboard to whatever comes next.
    if (isAwaited || m_actions->hasFocusOn(OrderActions::Review))
        m_reviewCard->setFocus(Qt::OtherFocusReason);
    if (!isAwaited)
        return;
    m_awaitedReview.reset();
    // Its place is known once the layout has followed.
    QTimer::singleShot(0, m_reviewCard, [this] { m_pane->ensureWidgetVisible(m_reviewCard); });
}

void OrderPage::confirm() {
    const contract::OrderView *order = m_orders.find(*m_order);
    if (!order)
        return;
    take(OrderActions::Confirm, client::calls::confirmOrder(order->id, order->version));
}

void OrderPage::take(OrderActions::Deed deed, const client::Command<contract::OrderView> &step) {
    m_actions->setBusy(deed, true);
    m_services.commands.submit(
        step, this, client::Callback<contract::OrderView>([this, deed](const auto &answer) {
            m_actions->setBusy(deed, false);
            if (answer)
                m_orders.put(*answer);
            else if (answer.error().is(contract::ErrorCode::PaymentDeclined))
                askToPayOnceMore(answer.error());
            else
                emit failed(answer.error());
            refresh();
            m_actions->awaitFocus();
        }));
}

void OrderPage::askToPay() {
    const contract::OrderView *order = m_orders.find(*m_order);
    if (!order || m_paying)
        return;
    m_awaitedPayment.reset();
    m_paying = new PayAgainSheet(m_services, *order, window());
    m_paying->setReason(declineReason());
    // It tells of this customer; the window may yet see another one.
    connect(this, &QObject::destroyed, m_paying, &QObject::deleteLater);
    connect(m_paying, &PayAgainSheet::agreed, this,
            [this, id = order->id](const contract::PayRequest &request) {
                if (const contract::OrderView *now = m_orders.find(id))
                    take(OrderActions::Pay, client::calls::payOrder(id, now->version, request));
            });
}

void OrderPage::askToPayOnceMore(const client::ApiError &why) {
    const auto &present = why.problem->present;
    if (!present || m_order != present->orderId) {
        emit failed(why);
        return;
    }
    m_orders.fetch(present->orderId);
    awaitPayment(*present);
}

QString OrderPage::declineReason() const {
    return m_payments.isEmpty() ? QString() : m_payments.last().declineReason.value_or(QString());
}

void OrderPage::askToCancel() {
    const contract::OrderView *order = m_orders.find(*m_order);
    if (!order)
        return;
    const auto [money, more, agree] = EndingWords::uponCancelling(*order);
    auto *sheet = new desk::EndSheet(
        {tr("Cancel the order?"),
         tr("%1 sees your reason.").arg(order->shopName.in(Look::of(this).language())), money, more,
         agree, tr("Keep it"), reasonsFor(Action::Cancel, Role::Customer)},
        window());
    connect(this, &QObject::destroyed, sheet, &QObject::deleteLater);
    connect(sheet, &desk::EndSheet::agreed, this,
            [this, id = order->id, version = order->version](const contract::EndRequest &request) {
                take(OrderActions::Cancel, client::calls::cancelOrder(id, version, request));
            });
}

void OrderPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        refresh();
    if (event->type() == QEvent::StyleChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
