// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/OffersPage.h"

#include "client-rider/LinkMark.h"
#include "client-rider/OfferDelegate.h"
#include "ui/Button.h"
#include "ui/EmptyPane.h"
#include "ui/MapView.h"
#include "ui/Paint.h"
#include "ui/TextLabel.h"

#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace soban::rider_app {

namespace {

using namespace ui;

constexpr int kMargin = 14;
constexpr int kMapTall = 196;
constexpr int kMapLeast = 96;
constexpr int kListTall = 230; ///< at a text scale of 1: one offer under its heading
constexpr int kSideWidth = 424;
constexpr int kTwoColumnsFrom = 800;
constexpr std::chrono::seconds kAgeEvery{15};

} // namespace

OffersPage::OffersPage(const Services &services, DutyDesk &duty, OfferBook &offers,
                       DeliveryBook &deliveries, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_duty(duty)
    , m_offers(offers)
    , m_deliveries(deliveries)
    , m_both(new QBoxLayout(QBoxLayout::BottomToTop, this))
    , m_side(new QWidget)
    , m_map(new MapView)
    , m_inHand(new Button(ButtonRole::Plain, Icon::Right))
    , m_title(new TextLabel(Text::Name, Weight::Bold))
    , m_mark(new LinkMark(services.link))
    , m_here(new Button(ButtonRole::Bare, Icon::Pin))
    , m_list(new QListView)
    , m_stack(new QStackedWidget)
    , m_none(new EmptyState(Motif::Scooter)) {
    build();
    connectParts();
    retranslate();
    refresh();
}

void OffersPage::build() {
    auto *delegate = new OfferDelegate(m_services, m_duty, m_deliveries, m_list);
    connect(delegate, &OfferDelegate::claimChosen, this, &OffersPage::claim);
    m_list->setModel(&m_offers);
    m_list->setItemDelegate(delegate);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);
    m_map->setRings({1'000, 2'000});
    m_services.tiles.serve(*m_map);
    m_map->installEventFilter(this);
    m_here->setCheckable(true);
    m_title->setMostLines(2);
    m_stack->addWidget(new EmptyPane(m_none));
    m_stack->addWidget(m_list);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_mark);
    head->addWidget(m_here);
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(kMargin, metrics::kGap4, kMargin, 0);
    column->setSpacing(metrics::kGap4);
    m_inHand->setSymbolTrailing(true);
    m_inHand->setMinimumWidth(metrics::kTouchHeight); // large words do not widen the window
    column->addWidget(m_inHand);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    m_both->setContentsMargins(0, 0, 0, 0);
    m_both->setSpacing(0);
    m_both->addWidget(m_side, 1);
    m_both->addWidget(m_map);
}

void OffersPage::connectParts() {
    connect(&m_offers, &QAbstractItemModel::modelReset, this, &OffersPage::refresh);
    connect(&m_offers, &QAbstractItemModel::rowsInserted, this, &OffersPage::refresh);
    connect(&m_offers, &QAbstractItemModel::rowsRemoved, this, &OffersPage::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &OffersPage::refreshMap);
    connect(&m_duty, &DutyDesk::positionChanged, this, [this] {
        refreshMap();
        m_list->viewport()->update();
    });
    connect(&m_deliveries, &DeliveryBook::changed, m_list->viewport(),
            qOverload<>(&QWidget::update));
    connect(&m_deliveries, &DeliveryBook::changed, this, &OffersPage::tellInHand);
    connect(m_inHand, &Button::clicked, this, &OffersPage::inHandChosen);
    connect(&m_services.link, &desk::Link::stateChanged, m_list->viewport(),
            qOverload<>(&QWidget::update));
    connect(&m_services.pictures, &desk::PictureStore::pictureReady, m_list->viewport(),
            qOverload<>(&QWidget::update));
    connect(m_map, &MapView::markPressed, this, &OffersPage::choosePin);
    connect(m_map, &MapView::groundPressed, this, [this](const GeoPoint &place) {
        if (!m_here->isChecked())
            return;
        setPlacing(false);
        m_duty.setPosition(place);
    });
    connect(m_here, &Button::clicked, this, &OffersPage::setPlacing);
    connect(m_none, &EmptyState::acted, &m_offers, &OfferBook::load);
    connect(&m_ages, &QTimer::timeout, m_list->viewport(), qOverload<>(&QWidget::update));
    m_ages.start(kAgeEvery);
}

void OffersPage::claim(OrderId order) {
    if (m_services.link.state() == desk::LinkState::Offline)
        emit claimImpossible(order);
    else
        m_deliveries.claim(order);
}

void OffersPage::enter() {
    QWidget *next = m_list;
    if (m_offers.rowCount() == 0)
        next = m_none->button();
    next->setFocus(Qt::OtherFocusReason);
}

void OffersPage::placeMyself() {
    setPlacing(true);
}

void OffersPage::setPlacing(bool isPlacing) {
    m_here->setChecked(isPlacing);
    m_map->setAiming(isPlacing);
    m_map->viewport()->setCursor(isPlacing ? Qt::CrossCursor : Qt::OpenHandCursor);
    if (isPlacing)
        m_map->setFocus(Qt::OtherFocusReason);
    retranslate();
}

bool OffersPage::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (watched == m_list && isEnter && m_list->currentIndex().isValid()) {
            claim(m_offers.at(m_list->currentIndex().row()).order);
            return true;
        }
        if (watched == m_map && isEnter && m_here->isChecked()) {
            if (const auto place = m_map->centre())
                m_duty.setPosition(*place);
            setPlacing(false);
            return true;
        }
        if (watched == m_map && key == Qt::Key_Escape && m_here->isChecked()) {
            setPlacing(false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void OffersPage::refresh() {
    const bool isEmpty = m_offers.rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 0 : 1);
    if (!isEmpty && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_offers.index(0));
    retranslate();
    refreshMap();
}

void OffersPage::tellInHand() {
    const QList<OrderId> orders = m_deliveries.inHand();
    if (!orders.isEmpty()) {
        const contract::DeliveryView *first = m_deliveries.find(orders.first());
        m_inHand->setText(orders.size() == 1 ? tr("In hand: no. %1").arg(first->number)
                                             : tr("In hand: %1 deliveries").arg(orders.size()));
        m_inHand->setAccessibleDescription(tr("Back to what you have in hand"));
    }
    m_inHand->setVisible(!orders.isEmpty());
    arrange();
}

/// The offers that one pin stands for.
QList<int> OffersPage::rowsAt(const GeoPoint &shop) const {
    QList<int> rows;
    for (int row = 0; row < m_offers.rowCount(); ++row) {
        if (m_offers.at(row).shopPosition == shop)
            rows.append(row);
    }
    return rows;
}

/// Each press goes on to the next of the offers there.
void OffersPage::choosePin(const QString &id) {
    bool isRow = false;
    const int row = id.toInt(&isRow);
    if (!isRow || row >= m_offers.rowCount())
        return;
    const QList<int> rows = rowsAt(m_offers.at(row).shopPosition);
    const auto next = (rows.indexOf(m_list->currentIndex().row()) + 1) % rows.size();
    m_list->setCurrentIndex(m_offers.index(rows.at(next)));
}

void OffersPage::refreshMap() {
    const Language language = Look::of(this).language();
    const int chosen = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    QList<MapMark> marks;
    QList<MapLeg> way;
    for (int row = 0; row < m_offers.rowCount(); ++row) {
        const Offer &offer = m_offers.at(row);
        const QList<int> rows = rowsAt(offer.shopPosition);
        const bool isChosen = row == chosen;
        if (isChosen || (row == rows.first() && !rows.contains(chosen)))
            marks.append({QString::number(row), offer.shopPosition, MapMark::Kind::Pin,
                          QString::number(row + 1), std::nullopt, offer.shopName.in(language),
                          isChosen, int(rows.size())});
        if (!isChosen)
            continue;
        marks.append({QStringLiteral("door"), offer.dropArea, MapMark::Kind::Goal, QString(),
                      std::nullopt, tr("Drop-off"), true});
        if (m_duty.position())
            way.append({*m_duty.position(), offer.shopPosition, false, true});
        way.append({offer.shopPosition, offer.dropArea, true, true});
    }
    m_map->setSelf(m_duty.position());
    m_map->setSelfSimulated(m_duty.isSimulated());
    m_map->setMarks(marks);
    m_map->setWay(way);
}

void OffersPage::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

bool OffersPage::isWide() const {
    return width() >= Look::of(this).scaled(kTwoColumnsFrom);
}

int OffersPage::mapLeft() const {
    return isWide() ? m_side->maximumWidth() : 0;
}

void OffersPage::arrange() {
    fitHead();
    const Look &look = Look::of(this);
    const bool isWide = this->isWide();
    m_both->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop);
    m_both->setStretch(0, 1);
    m_both->setStretch(1, isWide ? 1 : 0);
    m_side->setMaximumWidth(isWide ? look.scaled(kSideWidth) : QWIDGETSIZE_MAX);
    m_side->layout()->setContentsMargins(kMargin, isWide ? metrics::kGap12 : metrics::kGap4,
                                         kMargin, 0);
    // With large text the map gives way before the offer.
    const int above = m_inHand->isHidden() ? 0 : m_inHand->sizeHint().height() + metrics::kGap4;
    const int map = std::clamp(height() - above - look.scaled(kListTall), kMapLeast, kMapTall);
    m_map->setMinimumHeight(isWide ? 0 : kMapLeast);
    m_map->setMaximumHeight(isWide ? QWIDGETSIZE_MAX : map);
    emit mapLeftChanged();
}

/// Large text on a small window: the title needs the room of a word that a symbol says as well.
void OffersPage::fitHead() {
    const Look &look = Look::of(this);
    const int room = isWide() ? look.scaled(kSideWidth) : width();
    m_here->setText(tr("Set position"));
    const int needed = 2 * kMargin + textWidth(look, m_title->text(), Text::Name, Weight::Bold) +
                       m_mark->sizeHint().width() + m_here->sizeHint().width() +
                       2 * metrics::kGap12;
    if (needed > room)
        m_here->setText({});
}

void OffersPage::retranslate() {
    tellInHand();
    m_title->setText(m_here->isChecked() ? tr("Click where you are")
                                         : tr("Deliveries near you %1").arg(m_offers.rowCount()));
    fitHead();
    m_here->setAccessibleName(tr("Set position"));
    m_here->setToolTip(m_here->accessibleName());
    m_here->setAccessibleDescription(tr("Set your position on the map"));
    m_list->setAccessibleName(tr("Deliveries near you"));
    m_none->setTitle(tr("No deliveries near you"));
    m_none->setText(tr("New ones appear here by themselves.\nMove nearer to where shops are."));
    m_none->setAction(Icon::Swap, tr("Refresh"));
}

void OffersPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refreshMap();
    }
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange)
        m_list->doItemsLayout();
    if (event->type() == QEvent::StyleChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace soban::rider_app
