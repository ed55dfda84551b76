// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ShopPage.h"

#include "client-customer/FavouriteBook.h"
#include "client-customer/MenuDelegate.h"
#include "client-customer/OptionSheet.h"
#include "client-customer/SectionBar.h"
#include "client-customer/ShopCardDelegate.h"
#include "client/Calls.h"
#include "ui/Button.h"
#include "ui/EmptyState.h"
#include "ui/Formats.h"
#include "ui/PictureLabel.h"
#include "ui/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimeZone>
#include <QVBoxLayout>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kPicture = 72;

} // namespace

ShopPage::ShopPage(const Services &services, Cart &cart, FavouriteBook &favourites, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_cart(cart)
    , m_favourites(favourites)
    , m_menu(new MenuModel(this))
    , m_delegate(new MenuDelegate(services.pictures, this)) {
    build();
    connect(m_favourite, &Button::clicked, this, [this] { m_favourites.toggle(m_card->id); });
    connect(&m_favourites, &FavouriteBook::changed, this, &ShopPage::retranslate);
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
                    m_picture->setPicture(m_services.pictures.picture(name, m_picture->sizeHint(),
                                                                      devicePixelRatioF()));
            });
}

void ShopPage::build() {
    m_picture = new PictureLabel(kPicture);
    m_name = new TextLabel(Text::Answer, Weight::Bold);
    m_state = new TextLabel(Text::Small, Weight::Bold, Ink::Fresh);
    m_state->setKeptWhole(true);
    m_favourite = new Button(ButtonRole::Bare, Icon::Star);
    m_facts = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
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

    auto *names = new QHBoxLayout;
    names->setSpacing(metrics::kGap12);
    names->addWidget(m_name);
    names->addWidget(m_state, 1);
    auto *words = new QVBoxLayout;
    words->setSpacing(metrics::kGap4);
    words->addStretch(1);
    words->addLayout(names);
    words->addWidget(m_facts);
    words->addStretch(1);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::kGap16);
    head->addWidget(m_picture);
    head->addLayout(words, 1);
    head->addWidget(m_favourite, 0, Qt::AlignTop);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap8);
    column->addLayout(head);
    column->addWidget(m_sections);
    column->addWidget(m_list, 1);

    m_none = new EmptyState(Motif::Bowl);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_none);
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
    if (isOther) {
        m_shop.reset();
        m_menu->setSections({});
        m_sections->setSections({});
    }
    m_stack->setCurrentIndex(1);
    retranslate();
    reload();
}

void ShopPage::reload() {
    if (!m_card)
        return;
    m_call = std::make_unique<QObject>();
    m_services.api.send(client::calls::shop(m_card->id), m_call.get(),
                        client::Callback<contract::ShopView>([this](const auto &answer) {
                            if (answer)
                                take(*answer);
                            else
                                emit failed(answer.error());
                        }));
}

void ShopPage::take(const contract::ShopView &shop) {
    m_shop = shop;
    m_shop->card.distanceMeters = m_card->distanceMeters; // only the list knows where from
    if (m_cart.isOf(shop.card.id))
        m_cart.setShop(*m_shop);
    fitColumns();
    m_delegate->setPlaceholder(shop.card.kind == ShopKind::Flowers);
    showMenu(shop.sections);
    retranslate();
}

void ShopPage::showMenu(const QList<contract::MenuSectionView> &sections) {
    // Whoever is in the menu, with the keyboard or far down, stays there when it is loaded again.
    const contract::MenuItemView *item = m_menu->itemAt(m_list->currentIndex());
    const auto current = item ? std::optional(item->id) : std::nullopt;
    const int scrolled = m_list->verticalScrollBar()->value();
    m_menu->setSections(sections);
    for (int row = 0; current && row < m_menu->rowCount(); ++row) {
        const QModelIndex index = m_menu->index(row);
        const contract::MenuItemView *candidate = m_menu->itemAt(index);
        if (candidate && candidate->id == *current)
            m_list->setCurrentIndex(index);
    }
    m_list->verticalScrollBar()->setValue(scrolled);
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
        m_sheet = new OptionSheet(m_cart, m_services.pictures, window());
        connect(m_sheet, &OptionSheet::added, this, &ShopPage::put);
    }
    if (m_cart.isEmpty())
        m_cart.setShop(*m_shop);
    m_sheet->show(*item, m_shop->card.name);
}

void ShopPage::put(const LineChoice &line) {
    if (!m_cart.isOf(m_shop->card.id)) {
        if (!m_cart.isEmpty()) {
            emit cartWouldBeReplaced(*m_shop, line);
            return;
        }
        m_cart.setShop(*m_shop);
    }
    m_cart.add(line);
}

void ShopPage::fitColumns() {
    m_delegate->setAvailableWidth(m_list->viewport()->width() - 2);
    m_list->doItemsLayout();
}

void ShopPage::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    fitColumns();
}

void ShopPage::retranslate() {
    m_none->setTitle(tr("Choose a shop"));
    m_none->setText(tr("Its menu opens here."));
    m_list->setAccessibleName(tr("Menu"));
    if (!m_card)
        return;
    const Language language = Look::of(this).language();
    const contract::ShopCard &card = m_shop ? m_shop->card : *m_card;
    m_name->setText(card.name.in(language));
    m_picture->setSubject(card.name.in(language));
    m_picture->setPlaceholder(card.kind == ShopKind::Flowers ? Placeholder::Flower
                                                             : Placeholder::Food);
    m_picture->setPicture(
        m_services.pictures.picture(card.picture, m_picture->sizeHint(), devicePixelRatioF()));
    const bool isFavourite = m_favourites.contains(card.id);
    m_favourite->setRole(isFavourite ? ButtonRole::Soft : ButtonRole::Bare);
    m_favourite->setText(isFavourite ? tr("Favourite") : tr("Make it a favourite"));
    QString state = card.isOpen ? tr("Open") : tr("Closed");
    if (!card.isOpen && m_shop && m_shop->nextOpening) {
        const QTimeZone zone(m_shop->timeZone.toUtf8());
        state = tr("Opens %1")
                    .arg(momentText(*m_shop->nextOpening, m_services.clock.now(), zone, language));
    }
    m_state->setText(state);
    m_state->setInk(card.isOpen ? Ink::Fresh : Ink::Waiting);
    QStringList facts;
    const QString mean = meanText(card.starSum, card.reviewCount);
    if (!mean.isEmpty())
        facts.append(tr("★ %1 (%2 reviews)").arg(mean).arg(card.reviewCount));
    facts.append(deliveryTimeText(card));
    facts.append(card.deliveryFee.isZero() ? tr("free delivery")
                                           : tr("delivery %1").arg(moneyText(card.deliveryFee)));
    facts.append(distanceText(m_card->distanceMeters));
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    if (m_shop) {
        QStringList names;
        for (const contract::MenuSectionView &section : m_shop->sections)
            names.append(section.name.in(language));
        m_sections->setSections(names);
    }
    m_list->viewport()->update();
}

void ShopPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        fitColumns();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
