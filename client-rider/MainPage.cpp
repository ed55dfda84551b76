// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/MainPage.h"

#include "client-rider/DeliveryPage.h"
#include "client-rider/DeliverySheet.h"
#include "client-rider/DoorMoney.h"
#include "client-rider/DutySwitch.h"
#include "client-rider/Earnings.h"
#include "client-rider/EarningsPage.h"
#include "client-rider/HistoryPage.h"
#include "client-rider/Notices.h"
#include "client-rider/OffersPage.h"
#include "client-rider/OrderName.h"
#include "client-rider/PlaceSheet.h"
#include "client-rider/ProofSheet.h"
#include "desk/EndSheet.h"
#include "ui/Bars.h"
#include "ui/Button.h"
#include "ui/EmptyPane.h"
#include "ui/Formats.h"
#include "ui/NavButton.h"
#include "ui/Paint.h"
#include "ui/TextLabel.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>

namespace soban::rider_app {

namespace {

using namespace ui;

enum First { OffDuty, Offers, InHand };

constexpr int kRoomForTitle = 400;
constexpr int kRoomForName = 330;

/// The ground of the ways below: a surface with a line above.
class WaysBar : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override {
        const Tokens &tokens = Look::of(this).tokens();
        QPainter painter(this);
        painter.fillRect(rect(), tokens.surface);
        painter.fillRect(QRect(0, 0, width(), 1), tokens.line);
    }
};

} // namespace

MainPage::MainPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_duty(new DutyDesk(services, this))
    , m_offers(new OfferBook(services.api, services.events, this))
    , m_deliveries(new DeliveryBook(services.api, services.commands, services.events,
                                    services.clock, services.proofsFile, this))
    , m_earnings(new Earnings(services.api, services.clock, this))
    , m_doorMoney(new DoorMoney(services.doorMoneyFile, services.clock, this))
    , m_stack(new QStackedWidget)
    , m_first(new QStackedWidget)
    , m_off(new EmptyState(Motif::Scooter))
    , m_offersPage(new OffersPage(services, *m_duty, *m_offers, *m_deliveries))
    , m_page(new DeliveryPage(services, *m_duty, *m_deliveries, *m_doorMoney))
    , m_history(new HistoryPage(services, *m_deliveries, *m_doorMoney))
    , m_takings(new EarningsPage(*m_earnings, *m_doorMoney)) {
    m_first->addWidget(new EmptyPane(m_off));
    m_first->addWidget(m_offersPage);
    m_first->addWidget(m_page);
    m_stack->addWidget(m_first);
    m_stack->addWidget(m_history);
    m_stack->addWidget(m_takings);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_stack, 1);
    m_notices = new Notices(services.link, services.clock, this);
    makeBar();
    makeWays();
    connectParts();
    connectSteps();
    connectRefusals();
    retranslate();
    m_duty->load();
    m_deliveries->load();
    m_earnings->load();
}

MainPage::~MainPage() {
    delete m_past; // it reads the books, which end here
}

void MainPage::makeBar() {
    m_bar = new TopBar;
    m_switch = new DutySwitch;
    m_sum = new TextLabel(Text::Body, Weight::Bold, Ink::OnLacquer);
    m_sum->setKeptWhole(true);
    m_count = new TextLabel(Text::Small, Weight::Regular, Ink::OnLacquer2);
    m_count->setKeptWhole(true);
    for (TextLabel *label : {m_sum, m_count})
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *today = new QVBoxLayout;
    today->setSpacing(0);
    today->addStretch(1);
    today->addWidget(m_sum);
    today->addWidget(m_count);
    today->addStretch(1);
    m_bar->row()->setSpacing(metrics::kGap12);
    m_bar->row()->addStretch(1);
    m_bar->row()->addWidget(m_switch);
    m_bar->row()->addLayout(today);
    connect(m_switch, &DutySwitch::clicked, this, &MainPage::switchDuty);
}

void MainPage::makeWays() {
    m_footer = new WaysBar;
    auto *row = new QHBoxLayout(m_footer);
    row->setContentsMargins(0, 1, 0, 0);
    row->setSpacing(0);
    for (const Icon icon : {Icon::Rider, Icon::List, Icon::Chart, Icon::User}) {
        auto *way = new NavButton(NavButton::Place::Bottom, icon);
        const int page = int(m_ways.size());
        connect(way, &NavButton::clicked, this, [this, page] { showPage(page); });
        m_ways.append(way);
        row->addWidget(way);
    }
    m_ways.first()->setChecked(true);
}

void MainPage::connectParts() {
    connect(m_duty, &DutyDesk::dutyChanged, this, &MainPage::showDuty);
    connect(m_duty, &DutyDesk::failed, this, &MainPage::tellError);
    connect(m_duty, &DutyDesk::positionNeeded, this, &MainPage::askForPlace);
    connect(m_off, &EmptyState::acted, this, &MainPage::switchDuty);
    connect(m_earnings, &Earnings::changed, this, &MainPage::showSum);
    connect(m_offers, &OfferBook::offerShown, this, &MainPage::tellOfOffer);
    connect(m_offers, &OfferBook::offerWithdrawn, this,
            [this](const Offer &offer, WithdrawReason reason) {
                const QString why =
                    reason == WithdrawReason::Claimed     ? tr("Another rider claimed it first.")
                    : reason == WithdrawReason::TakenOver ? tr("The shop delivers it itself.")
                                                          : tr("The order was cancelled.");
                tell(Tone::Done, Icon::Info, OrderName::of(offer), why);
            });
    // A list that comes back after a silence may have missed its last page of news.
    connect(&m_services.events, &client::EventStream::resyncNeeded, m_duty, &DutyDesk::load);
    connect(&m_services.events, &client::EventStream::connectionStateChanged, this,
            [this](client::StreamState state) {
                if (state == client::StreamState::Offline)
                    return;
                if (m_duty->isOnDuty() && !m_offers->isLoaded())
                    m_offers->load();
                if (m_earnings->days().isEmpty())
                    m_earnings->load();
            });
    connect(m_notices, &Notices::reconnectChosen, this, &MainPage::reconnectChosen);
    // Nothing is pressed on these two, so they may make room; the others have it at their top.
    connect(m_notices, &Notices::lastingHeightChanged, this, [this](int height) {
        m_history->setContentsMargins(0, height, 0, 0);
        m_takings->setContentsMargins(0, height, 0, 0);
    });
}

void MainPage::connectSteps() {
    connect(m_deliveries, &DeliveryBook::changed, this, &MainPage::showDelivery);
    connect(m_deliveries, &DeliveryBook::changed, this, &MainPage::showWaiting);
    connect(m_deliveries, &DeliveryBook::claimed, this, [this](OrderId order) {
        m_offers->remove(order);
        m_areOffersWanted = false;
        m_page->show(order);
        showDelivery();
        m_services.sounds.play(desk::SoundKind::Step);
    });
    connect(m_deliveries, &DeliveryBook::handedOver, this, [this](OrderId order) {
        tell(Tone::Fresh, Icon::Done, tr("Handed over."),
             named(order, tr("Thank you, well ridden!")));
    });
    connect(m_deliveries, &DeliveryBook::broughtBack, this, [this](OrderId order) {
        // The page of it is gone, and the rider has yet to find the shop.
        const contract::DeliveryView *delivery = m_deliveries->find(order);
        tellForGood(Tone::Waiting, Icon::Undo, tr("Please bring it back to the shop."),
                    (delivery ? named(order, delivery->shopAddress + u". ") : QString()) +
                        tr("You are paid as for a hand-over."));
        m_earnings->load();
    });
    connect(m_deliveries, &DeliveryBook::calledOff, this, [this](OrderId order) {
        m_services.sounds.play(desk::SoundKind::Cancelled);
        tellForGood(Tone::Waiting, Icon::Cancel, whoCalledOff(m_deliveries->find(order)),
                    named(order, tr("You are paid for it all the same.")));
        m_earnings->load();
    });
    connect(&m_services.commands, &client::CommandQueue::commandWaiting, this, [this] {
        m_isLineSlow = true;
        showWaiting();
    });
    connect(&m_services.commands, &client::CommandQueue::commandAnswered, this,
            [this](const QString &, contract::RouteId route) {
                if (route == contract::RouteId::HandOverDelivery)
                    m_earnings->load();
                showWaiting();
            });
    connect(m_page, &DeliveryPage::offersWanted, this, [this] { showOffers(true); });
    connect(m_offersPage, &OffersPage::inHandChosen, this, [this] { showOffers(false); });
    connect(m_offersPage, &OffersPage::mapLeftChanged, this, &MainPage::placeNotices);
    connect(m_page, &DeliveryPage::callChosen, this, &MainPage::call);
    connect(m_history, &HistoryPage::openChosen, this, &MainPage::openDelivery);
    connect(m_page, &DeliveryPage::handOverChosen, this, [this](OrderId order) {
        if (const contract::DeliveryView *delivery = m_deliveries->find(order)) {
            proofSheet()->show(*delivery);
            m_page->setHeld(true);
        }
    });
}

void MainPage::connectRefusals() {
    connect(m_deliveries, &DeliveryBook::refused, this, &MainPage::tellRefusal);
    connect(m_deliveries, &DeliveryBook::claimNotSent, this, &MainPage::tellNoClaim);
    connect(m_offersPage, &OffersPage::claimImpossible, this, &MainPage::tellNoClaim);
}

ProofSheet *MainPage::proofSheet() {
    if (!m_proof) {
        m_proof = new ProofSheet(m_services, *m_deliveries, *m_doorMoney, window());
        connect(m_proof, &ProofSheet::closed, this, [this] {
            m_page->setHeld(false);
            showDelivery();
            focusNext();
        });
        connect(m_proof, &ProofSheet::nobodyTakesIt, this, &MainPage::askToBringBack);
    }
    return m_proof;
}

void MainPage::askToBringBack(OrderId order) {
    const contract::DeliveryView *delivery = m_deliveries->find(order);
    if (!delivery)
        return;
    auto *sheet = new desk::EndSheet(
        {tr("Bring %1 back?").arg(OrderName::of(*delivery)), tr("The customer is told why."),
         tr("You are paid as for a hand-over"), tr("The goods go back to the shop."),
         tr("Bring it back"), tr("Back"), reasonsFor(Action::ReturnGoods, Role::Rider)},
        window());
    connect(sheet, &desk::EndSheet::agreed, this,
            [this, order](const contract::EndRequest &request) {
                m_deliveries->bringBack(order, request.reason);
            });
}

void MainPage::askForPlace() {
    if (!m_place) {
        m_place = new PlaceSheet(window());
        connect(m_place, &PlaceSheet::placeChosen, m_duty, &DutyDesk::setPosition);
    }
    m_place->open();
}

void MainPage::openDelivery(OrderId order) {
    if (!m_past)
        m_past = new DeliverySheet(*m_deliveries, *m_doorMoney, m_services.clock, window());
    m_past->show(order);
}

void MainPage::showPage(int page) {
    if (page == Me) {
        m_ways.at(m_stack->currentIndex())->setChecked(true);
        emit settingsChosen();
        return;
    }
    if (page == Takings)
        m_earnings->load();
    if (page == Deliveries && m_stack->currentIndex() == Deliveries)
        m_areOffersWanted = false;
    m_stack->setCurrentIndex(page);
    m_ways.at(page)->setChecked(true);
    showDelivery();
}

void MainPage::switchDuty() {
    const auto inHand = m_deliveries->inHand();
    if (m_duty->isOnDuty() && !inHand.isEmpty()) {
        tell(Tone::Waiting, Icon::Rider, tr("You have a delivery in hand."),
             tr("Hand it over or give it up first."));
        return;
    }
    m_duty->setOnDuty(!m_duty->isOnDuty());
}

void MainPage::placeMyself() {
    if (!m_duty->isOnDuty())
        return;
    m_stack->setCurrentIndex(Deliveries);
    m_ways.at(Deliveries)->setChecked(true);
    showOffers(true);
    m_offersPage->placeMyself();
}

void MainPage::takeNextStep() {
    if (m_first->currentIndex() == InHand && m_stack->currentIndex() == Deliveries)
        m_page->takeNextStep();
}

void MainPage::showOffers(bool areWanted) {
    m_areOffersWanted = areWanted;
    showDelivery();
}

void MainPage::showDuty() {
    m_switch->show(m_duty->isOnDuty(), m_duty->isBusy());
    m_off->button()->setEnabled(!m_duty->isBusy());
    if (m_duty->isBusy())
        return;
    if (m_duty->isOnDuty() && m_place)
        m_place->close();
    if (m_duty->isOnDuty())
        m_offers->load();
    else
        m_offers->clear();
    showDelivery();
}

void MainPage::showDelivery() {
    const QList<OrderId> inHand = m_deliveries->inHand();
    const QWidget *focus = QApplication::focusWidget();
    const bool hadFocus = focus && m_first->isAncestorOf(focus);
    const int before = m_first->currentIndex();
    if (m_page->isHeld()) {
        m_first->setCurrentIndex(InHand);
    } else if (!inHand.isEmpty() && !m_areOffersWanted) {
        if (!m_page->order() || !inHand.contains(*m_page->order()))
            m_page->show(inHand.first());
        m_first->setCurrentIndex(InHand);
    } else {
        m_first->setCurrentIndex(m_duty->isOnDuty() ? Offers : OffDuty);
    }
    if (inHand.isEmpty()) {
        m_areOffersWanted = false;
        m_duty->setGoal({});
    }
    if (hadFocus && m_first->currentIndex() != before)
        focusNext();
    keepFocusInSight();
    placeNotices();
    m_ways.at(Deliveries)->setBadge(int(inHand.size()));
    // A delivery in hand has the whole window; its page leads back.
    m_footer->setVisible(m_stack->currentIndex() != Deliveries ||
                         m_first->currentIndex() != InHand);
}

/// Where a map or a button is above or below, a note goes where it hides the lesser thing.
void MainPage::placeNotices() {
    const bool isFirst = m_stack->currentIndex() == Deliveries;
    const bool isMapAlone = m_first->currentIndex() != InHand && m_offers->rowCount() == 0;
    m_notices->setNotesBelow(!isFirst || isMapAlone);
    const bool isMapThere = isFirst && m_first->currentIndex() == Offers;
    m_notices->setLeft(isMapThere ? m_offersPage->mapLeft() : 0);
}

/// What had the keyboard may have gone with its page.
void MainPage::keepFocusInSight() {
    const QWidget *focus = QApplication::focusWidget();
    if (focus && !focus->isVisible() && isAncestorOf(focus))
        focusNext();
}

/// The keyboard goes to what is done next. Left to itself it would go round to the switch above,
/// where one more press ends the shift.
void MainPage::focusNext() {
    if (m_stack->currentIndex() != Deliveries)
        return;
    if (m_first->currentIndex() == InHand)
        m_page->enter();
    else if (m_first->currentIndex() == Offers)
        m_offersPage->enter();
    else
        m_off->button()->setFocus(Qt::OtherFocusReason);
}

void MainPage::showSum() {
    const auto today = m_earnings->today();
    m_sum->setText(today ? moneyText(today->pay) : QString());
    m_count->setText(today ? tr("%1 today").arg(today->deliveries) : QString());
}

QString MainPage::whoCalledOff(const contract::DeliveryView *delivery) {
    const bool isKnown = delivery && delivery->ending;
    switch (isKnown ? delivery->ending->by : Role::Shop) {
    case Role::Customer:
        return tr("The customer has called off a delivery.");
    case Role::Operator:
        return tr("Soban has called off a delivery.");
    default:
        return tr("The shop has called off a delivery.");
    }
}

void MainPage::showWaiting() {
    const int waiting = m_deliveries->waitingCount();
    if (waiting == 0)
        m_isLineSlow = false;
    m_notices->setWaiting(m_isLineSlow ? waiting : 0);
}

void MainPage::retranslate() {
    fitBar();
    m_ways.at(Deliveries)->setText(tr("Deliveries"));
    m_ways.at(History)->setText(tr("History"));
    m_ways.at(Takings)->setText(tr("Earnings"));
    m_ways.at(Me)->setText(tr("Me"));
    m_off->setTitle(tr("You are off duty"));
    m_off->setText(tr("Nobody sees where you are.\nGo on duty to see deliveries near you."));
    m_off->setAction(Icon::Rider, tr("Go on duty"));
    showSum();
}

/// Large text on a small window: what the app is called gives way to what the rider earns.
void MainPage::fitBar() {
    const bool hasRoom = width() >= Look::of(this).scaled(kRoomForTitle);
    m_bar->setTitle(hasRoom ? tr("Rider") : QString());
    m_bar->setNameShown(width() >= Look::of(this).scaled(kRoomForName));
    // What is earned becomes longer, and the switch beside it stays where it is.
    const int most =
        textWidth(Look::of(this), QStringLiteral("₩888,888"), Text::Body, Weight::Bold);
    m_sum->setMinimumWidth(hasRoom ? most + 1 : 0);
}

void MainPage::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    fitBar();
}

void MainPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::StyleChange)
        fitBar();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::rider_app
