// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ShopPage.h"

#include "client-customer/FavouriteBook.h"
#include "client-customer/MenuDelegate.h"
#include "client-customer/OptionSheet.h"
#include "client-customer/ReviewText.h"
#include "client-customer/ReviewsSheet.h"
#include "client-customer/SectionBar.h"
#include "client-customer/ShopCardDelegate.h"
#include "client-customer/ShopHead.h"
#include "client-customer/ShopHours.h"
#include "client/Calls.h"
#include "ui/EmptyState.h"
#include "ui/Formats.h"
#include "ui/ScrollPane.h"

#include <QEvent>
#include <QListView>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimeZone>
#include <QVBoxLayout>

namespace soban::customer {

namespace {

using namespace ui;

/// Between the content and the scroll bar beside it.
constexpr int kBeside = 4;
/// In a page lower than this the menu needs the room of the head.
constexpr int kLow = 340;

} // namespace

ShopPage::ShopPage(const Services &services, Cart &cart, FavouriteBook &favourites, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_cart(cart)
    , m_favourites(favourites)
    , m_menu(new MenuModel(this))
    , m_delegate(new MenuDelegate(services.pictures, this)) {
    build();
    connect(m_head, &ShopHead::favouriteToggled, this, [this] { m_favourites.toggle(m_card->id); });
    connect(m_head, &ShopHead::reviewsChosen, this, &ShopPage::readReviews);
    connect(&m_favourites, &FavouriteBook::changed, this, &ShopPage::retranslate);
    connect(&m_services.link, &desk::Link::stateChanged, this, &ShopPage::retranslate);
    connect(m_list, &QListView::clicked, this, &ShopPage::choose);
    connect(m_list, &QListView::activated, this, &ShopPage::choose);
    connect(m_sections, &SectionBar::chosen, this, [this](int section) {
        const QModelIndex heading = m_menu->index(m_menu->rowOfSection(section));
        m_list->scrollTo(heading, QAbstractItemView::PositionAtTop);
    });
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        const QModelIndex top = m_list->indexAt(QPoint(8, 8));
        if (top.isValid())
            m_sections->setCurrent(m_menu->sectionAt(top.row()));
    });
    connect(&m_services.pictures, &desk::PictureStore::pictureReady, this,
            [this](const QString &name) {
                m_list->viewport()->update();
                if (m_card && m_card->picture == name)
                    retranslateHead();
            });
}

void ShopPage::build() {
    m_head = new ShopHead;
    m_sections = new SectionBar;
    m_list = new QListView;
    m_list->setModel(m_menu);
    m_list->setItemDelegate(m_delegate);
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Columns must not depend on whether it is there; it shows only when there is something below.
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->viewport()->installEventFilter(this);

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    // The list's scroll bar stands in the margin, so that cards end where the rest does.
    auto *above = new QVBoxLayout;
    above->setContentsMargins(0, 0, metrics::kGap12 + kBeside, 0);
    above->setSpacing(metrics::kGap8);
    above->addWidget(m_head);
    above->addWidget(m_sections);
    column->addLayout(above);
    column->addWidget(m_list, 1);

    m_none = new EmptyState(Motif::Bowl);
    m_stack = new QStackedWidget;
    auto *none = new ScrollPane; // large text in a low window
    none->setContent(m_none);
    m_stack->addWidget(none);
    m_stack->addWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    retranslate();
}

std::optional<ShopId> ShopPage::shop() const {
    return m_card ? std::optional(m_card->id) : std::nullopt;
}

void ShopPage::show(const contract::ShopCard &card) {
    const bool isOther = !m_card || m_card->id != card.id;
    m_card = card;
    m_stack->setCurrentIndex(1);
    if (!isOther) {
        if (m_shop)
            m_shop->card = card;
        measure();
        return;
    }
    m_wantsFocus = false;
    m_shop.reset();
    measure();
    m_menu->setSections({});
    m_sections->setSections({});
    m_list->scrollToTop();
    retranslate();
    reload();
}

void ShopPage::measure() {
    if (!m_card)
        return;
    m_card->distanceMeters = m_cart.metersTo(*m_card);
    if (m_shop)
        m_shop->card.distanceMeters = m_card->distanceMeters;
    retranslateHead();
}

void ShopPage::reload() {
    if (m_card)
        fetch(false);
}

void ShopPage::refresh() {
    if (m_card && !m_isLoading)
        fetch(true);
}

void ShopPage::fetch(bool isQuiet) {
    m_call = std::make_unique<QObject>();
    m_isLoading = true;
    m_services.api.send(client::calls::shop(m_card->id), m_call.get(),
                        client::Callback<contract::ShopView>([this, isQuiet](const auto &answer) {
                            m_isLoading = false;
                            if (answer)
                                take(*answer);
                            else if (!isQuiet)
                                emit failed(answer.error());
                        }));
}

void ShopPage::take(const contract::ShopView &shop) {
    const bool isOther = !m_shop;
    m_shop = shop;
    if (const auto hours = hoursOf(shop))
        emit zoneLearned(hours->timeZone());
    measure();
    if (m_cart.isOf(shop.card.id))
        m_cart.setShop(*m_shop);
    m_delegate->setPlaceholder(shop.card.kind == ShopKind::Flowers);
    m_menu->setSections(shop.sections);
    fitColumns();
    retranslate();
    if (isOther)
        m_list->scrollToTop(); // not to where the one before was read
    if (m_wantsFocus)
        takeFocus();
}

void ShopPage::takeFocus() {
    m_wantsFocus = m_menu->rowCount() == 0;
    if (m_wantsFocus)
        return;
    for (int row = 0; row < m_menu->rowCount() && !m_menu->itemAt(m_list->currentIndex()); ++row)
        m_list->setCurrentIndex(m_menu->index(row));
    m_list->setFocus(Qt::OtherFocusReason);
}

void ShopPage::choose(const QModelIndex &index) {
    const contract::MenuItemView *item = m_menu->itemAt(index);
    if (!item || !m_shop)
        return;
    if (item->optionGroups.isEmpty() && !item->isSoldOut) {
        put({item->id, {}, 1});
        return;
    }
    if (!m_sheet) {
        m_sheet = new OptionSheet(m_services.pictures, window());
        connect(m_sheet, &OptionSheet::added, this, &ShopPage::put);
    }
    if (m_cart.isEmpty() && !m_cart.changing())
        m_cart.setShop(*m_shop);
    m_sheet->show(*item, m_shop->card);
}

void ShopPage::readReviews() {
    if (!m_reviews) {
        m_reviews = new ReviewsSheet(m_services, window());
        connect(m_reviews, &ReviewsSheet::failed, this, &ShopPage::failed);
    }
    m_reviews->show(m_shop ? m_shop->card : *m_card);
}

void ShopPage::put(const LineChoice &line) {
    if (m_cart.isLocked()) {
        emit cartWasLocked();
        return;
    }
    if (!m_cart.isOf(m_shop->card.id)) {
        if (!m_cart.isEmpty() || m_cart.changing()) {
            emit cartWouldBeReplaced(*m_shop, line);
            return;
        }
        m_cart.setShop(*m_shop);
    }
    m_cart.add(line);
}

void ShopPage::fitColumns() {
    if (m_delegate->fit(Look::of(this), *m_menu, m_list->viewport()->width() - kBeside))
        m_list->doItemsLayout();
}

void ShopPage::fitHead() {
    m_head->setLow(height() < Look::of(this).scaled(kLow));
}

void ShopPage::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    fitHead();
}

bool ShopPage::eventFilter(QObject *watched, QEvent *event) {
    // The cards share out what the list has, which is known only now.
    if (watched == m_list->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void ShopPage::retranslate() {
    m_none->setTitle(tr("Choose a shop"));
    m_none->setText(tr("Its menu opens here."));
    m_list->setAccessibleName(tr("Menu"));
    if (!m_card)
        return;
    retranslateHead();
    m_delegate->setAged(m_services.isAged());
    if (m_shop) {
        QStringList names;
        for (const contract::MenuSectionView &section : m_shop->sections)
            names.append(section.name.in(Look::of(this).language()));
        m_sections->setSections(names);
    }
    m_list->viewport()->update();
}

QList<Chip> ShopPage::chips(const contract::ShopCard &card) const {
    // A shop that is busy is open: it says so in the place of that, and nothing moves for it.
    const auto busy = m_services.isAged() ? std::nullopt : busyChip(card);
    QList<Chip> all{busy ? *busy : stateChip(card)};
    if (m_services.isAged() && m_services.link.lostAt())
        all.append({Icon::Clock,
                    tr("%1 old").arg(spanText(m_services.clock.now() - *m_services.link.lostAt(),
                                              Look::of(this).language())),
                    {},
                    Tone::Late});
    return all;
}

Chip ShopPage::stateChip(const contract::ShopCard &card) const {
    const Language language = Look::of(this).language();
    const Instant now = m_services.clock.now();
    const auto hours = m_shop ? hoursOf(*m_shop) : std::nullopt;
    if (m_services.isAged() && m_services.link.lostAt())
        return {Icon::Clock,
                (card.isOpen ? tr("Open as of %1") : tr("Closed as of %1"))
                    .arg(clockText(*m_services.link.lostAt(),
                                   hours ? hours->timeZone() : QTimeZone::systemTimeZone())),
                {},
                Tone::Done};
    if (card.isOpen) {
        const auto closes = hours ? closingTime(*hours, now) : std::nullopt;
        return {Icon::Store,
                closes ? tr("Open · until %1").arg(clockText(*closes, hours->timeZone()))
                       : tr("Open"),
                {},
                Tone::Fresh};
    }
    if (card.mode == ShopMode::Paused)
        return {Icon::Pause, tr("Paused"), {}, Tone::Waiting};
    if (m_shop && m_shop->nextOpening && hours)
        return {
            Icon::Pause,
            tr("Opens %1").arg(momentText(*m_shop->nextOpening, now, hours->timeZone(), language)),
            {},
            Tone::Waiting};
    return {Icon::Pause, tr("Closed"), {}, Tone::Done};
}

void ShopPage::retranslateHead() {
    const Language language = Look::of(this).language();
    const contract::ShopCard &card = m_shop ? m_shop->card : *m_card;
    m_head->setName(card.name.in(language));
    m_head->setChips(chips(card));
    m_head->picture()->setPlaceholder(card.kind == ShopKind::Flowers ? Placeholder::Flower
                                                                     : Placeholder::Food);
    m_head->picture()->setPicture(m_services.pictures.picture(
        card.picture, m_head->picture()->sizeHint(), devicePixelRatioF()));
    m_head->setFavourite(m_favourites.contains(card.id));
    QList<ShopFact> facts;
    const QString mean = meanText(card.starSum, card.reviewCount);
    if (!mean.isEmpty())
        facts.append({Icon::Star, mean, {}});
    facts.append({Icon::Clock, {}, deliveryTimeText(card)});
    facts.append({Icon::Rider,
                  {},
                  card.deliveryFee.isZero() ? tr("free delivery") : moneyText(card.deliveryFee)});
    if (m_card->distanceMeters > 0)
        facts.append({Icon::Pin, {}, distanceText(m_card->distanceMeters)});
    m_head->setFacts(facts);
    m_head->setReviews(mean.isEmpty() ? QString() : reviewCountText(card.reviewCount));
}

void ShopPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        fitHead();
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange)
        fitColumns();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
