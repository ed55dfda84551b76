// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/HomePage.h"

#include "client-customer/CartPanel.h"
#include "client-customer/FavouriteBook.h"
#include "client-customer/ShopCardDelegate.h"
#include "client-customer/ShopPage.h"
#include "ui/Button.h"
#include "ui/EmptyState.h"
#include "ui/Question.h"
#include "ui/Segment.h"
#include "ui/TextField.h"
#include "ui/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kFinderWidth = 332;
constexpr int kCartWidth = 312;
constexpr int kMargin = 16;
constexpr int kColumnGap = 20;
constexpr int kLeastMenu = 300;
constexpr int kFavouritesPart = 3; ///< of the segment, after all, food and flowers

} // namespace

HomePage::HomePage(const Services &services, Cart &cart, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_cart(cart)
    , m_favourites(new FavouriteBook(services.api, this))
    , m_shops(new ShopListModel(services.api, this))
    , m_shop(new ShopPage(services, cart, *m_favourites))
    , m_cartPanel(new CartPanel(cart)) {
    m_middle = new QStackedWidget;
    m_middle->addWidget(m_shop);
    m_cartTab = new Button(ButtonRole::Soft, Icon::Bag);
    m_finder = makeFinder();
    auto *middle = new QVBoxLayout;
    middle->addWidget(m_middle, 1);
    middle->addWidget(m_cartTab);
    middle->setContentsMargins(0, kMargin, kMargin, metrics::kGap8);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, 0, 0, 0);
    row->setSpacing(kColumnGap);
    row->addWidget(m_finder);
    row->addLayout(middle, 1);
    row->addWidget(m_cartPanel);
    arrange();
    connectParts();
    retranslate();
}

QWidget *HomePage::makeFinder() {
    m_search = new TextField;
    m_search->setSymbol(Icon::Search);
    m_search->setSuffix(QStringLiteral("Ctrl K"));
    m_search->setClearButtonEnabled(false);
    m_kind = new Segment;
    m_order = new Button(ButtonRole::Bare, Icon::Down);
    m_order->setSymbolTrailing(true);
    m_order->setTall(metrics::kDenseHeight);
    m_list = new QListView;
    m_list->setModel(m_shops);
    m_list->setItemDelegate(new ShopCardDelegate(m_services.pictures, m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->viewport()->setAutoFillBackground(false);
    m_none = new EmptyState(Motif::Lens);
    m_finds = new QStackedWidget;
    m_finds->addWidget(m_list);
    m_finds->addWidget(m_none);

    auto *finder = new QWidget;
    m_count = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    auto *heading = new QHBoxLayout;
    heading->addWidget(m_count, 1);
    heading->addWidget(m_order);
    auto *column = new QVBoxLayout(finder);
    column->setContentsMargins(0, kMargin, 0, 0);
    column->setSpacing(metrics::kGap8);
    column->addWidget(m_search);
    column->addWidget(m_kind);
    column->addLayout(heading);
    column->addWidget(m_finds, 1);
    return finder;
}

void HomePage::connectParts() {
    connect(m_search, &TextField::textEdited, m_shops, &ShopListModel::setWords);
    connect(m_search, &TextField::returnPressed, m_list, [this] {
        if (m_shops->rowCount() == 0)
            return;
        m_list->setCurrentIndex(m_shops->index(0));
        m_list->setFocus(Qt::TabFocusReason);
    });
    connect(m_kind, &Segment::chosen, this, [this](int part) {
        m_shops->setFavourites(part == kFavouritesPart);
        if (part == 1 || part == 2)
            m_shops->setKind(part == 1 ? ShopKind::Food : ShopKind::Flowers);
        else
            m_shops->setKind({});
    });
    connect(m_order, &Button::clicked, this, &HomePage::chooseOrder);
    connect(m_shops, &ShopListModel::stateChanged, this, &HomePage::showState);
    connect(m_favourites, &FavouriteBook::failed, this, &HomePage::failed);
    connect(m_shops, &ShopListModel::failed, this, &HomePage::failed);
    connect(m_none, &EmptyState::acted, this, [this] {
        m_search->clear();
        m_shops->setWords({});
        m_kind->setCurrent(0);
        m_shops->setFavourites(false);
        m_shops->setKind({});
        m_shops->reload();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_shop->show(m_shops->at(current.row()));
            });
    connect(&m_services.pictures, &desk::PictureStore::pictureReady, m_list->viewport(),
            qOverload<>(&QWidget::update));
    connect(m_shop, &ShopPage::failed, this, &HomePage::failed);
    connect(m_shop, &ShopPage::cartWouldBeReplaced, this, &HomePage::askToReplaceCart);
    connect(m_cartTab, &Button::clicked, this, [this] {
        const bool isCart = m_middle->currentWidget() == m_cartPanel;
        m_middle->setCurrentWidget(isCart ? static_cast<QWidget *>(m_shop) : m_cartPanel);
        showCartTab();
    });
    connect(&m_cart, &Cart::changed, this, &HomePage::showCartTab);
    connect(m_cartPanel, &CartPanel::checkoutChosen, this, &HomePage::checkoutChosen);
}

void HomePage::arrange() {
    const Look &look = Look::of(this);
    const int finder = look.scaled(kFinderWidth);
    const int cart = look.scaled(kCartWidth);
    m_finder->setFixedWidth(finder);
    const bool isNarrow =
        width() < finder + cart + look.scaled(kLeastMenu) + 2 * kColumnGap + kMargin;
    if (isNarrow && m_middle->indexOf(m_cartPanel) < 0) {
        m_cartPanel->setMinimumWidth(0);
        m_cartPanel->setMaximumWidth(QWIDGETSIZE_MAX);
        m_middle->addWidget(m_cartPanel);
    } else if (!isNarrow) {
        if (m_middle->indexOf(m_cartPanel) >= 0) {
            m_middle->removeWidget(m_cartPanel);
            layout()->addWidget(m_cartPanel);
            m_cartPanel->show();
        }
        m_cartPanel->setFixedWidth(cart);
        m_middle->setCurrentWidget(m_shop);
    }
    m_isNarrow = isNarrow;
    showCartTab();
}

void HomePage::showCartTab() {
    const bool isCart = m_middle->currentWidget() == m_cartPanel;
    m_cartTab->setVisible(m_isNarrow);
    m_cartTab->setSymbol(isCart ? Icon::Left : Icon::Bag);
    m_cartTab->setText(isCart ? tr("Back to the menu") : tr("Cart (%1)").arg(m_cart.itemCount()));
}

void HomePage::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void HomePage::setPlace(const GeoPoint &place) {
    m_favourites->load(place);
    m_shops->setPlace(place);
}

void HomePage::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HomePage::openShop(ShopId shop) {
    const int row = m_shops->rowOf(shop);
    if (row >= 0)
        m_list->setCurrentIndex(m_shops->index(row));
}

void HomePage::reload() {
    m_shops->reload();
    m_shop->reload();
}

void HomePage::showState() {
    const bool isEmpty =
        m_shops->rowCount() == 0 && m_shops->state() != ShopListModel::State::Loading;
    m_finds->setCurrentIndex(isEmpty ? 1 : 0);
    retranslate();
    if (m_shops->state() != ShopListModel::State::Ready || m_shops->rowCount() == 0)
        return;
    // The chosen shop stays chosen when the list is another one; at first it is the first.
    const int row = m_shop->shop() ? m_shops->rowOf(*m_shop->shop()) : 0;
    if (row >= 0)
        m_list->setCurrentIndex(m_shops->index(row));
}

void HomePage::chooseOrder() {
    QMenu menu(this);
    const auto offer = [&](const QString &text, ShopListModel::Order order) {
        QAction *action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(order == m_by);
        connect(action, &QAction::triggered, this, [this, order] {
            m_by = order;
            m_shops->setOrder(order);
            retranslate();
        });
    };
    offer(tr("Nearest"), ShopListModel::Order::Nearest);
    offer(tr("Best reviewed"), ShopListModel::Order::BestReviewed);
    offer(tr("Cheapest delivery"), ShopListModel::Order::CheapestDelivery);
    menu.exec(m_order->mapToGlobal(QPoint(0, m_order->height())));
}

void HomePage::askToReplaceCart(const contract::ShopView &shop, const LineChoice &line) {
    const Language language = Look::of(this).language();
    auto *question = new Question(window());
    question->ask(tr("Begin a new cart?"),
                  tr("Your cart holds things of %1. One order is one shop's; if you begin with %2, "
                     "the cart is emptied.")
                      .arg(m_cart.shop()->card.name.in(language), shop.card.name.in(language)),
                  tr("New cart"), tr("Keep the cart"));
    connect(question, &Question::agreed, this, [this, shop, line] {
        m_cart.clear();
        m_cart.setShop(shop);
        m_cart.add(line);
    });
}

void HomePage::retranslate() {
    const int kind = std::max(m_kind->current(), 0);
    m_kind->setParts({{tr("All")},
                      {tr("Food"), Icon::Pot},
                      {tr("Flowers"), Icon::Flower},
                      {{}, Icon::Star, Tone::Accent, tr("Favourites")}});
    m_kind->setCurrent(kind);
    m_kind->setAccessibleName(tr("Kind of shop"));
    m_count->setText(m_shops->rowCount() == 0 ? QString()
                                              : tr("Shops: %1").arg(m_shops->rowCount()));
    m_order->setText(m_by == ShopListModel::Order::Nearest        ? tr("Nearest")
                     : m_by == ShopListModel::Order::BestReviewed ? tr("Best reviewed")
                                                                  : tr("Cheapest delivery"));
    m_order->setAccessibleDescription(tr("Order of the list"));
    m_search->setPlaceholderText(tr("Find a shop or a dish"));
    m_search->setAccessibleName(tr("Find a shop or a dish"));
    m_list->setAccessibleName(tr("Shops"));
    const bool isFailed = m_shops->state() == ShopListModel::State::Failed;
    const QString words = m_shops->words();
    const bool isFavourites = m_kind->current() == kFavouritesPart;
    m_none->setTitle(isFailed          ? tr("The shops could not be loaded")
                     : isFavourites    ? tr("No favourites yet")
                     : words.isEmpty() ? tr("No shop delivers here")
                                       : tr("No shop sells “%1”").arg(words));
    m_none->setText(isFailed          ? tr("We try again as soon as the connection is back.")
                    : isFavourites    ? tr("The star of a shop brings it here.")
                    : words.isEmpty() ? tr("Choose another address.")
                                      : tr("Search with another word."));
    m_none->setAction(isFailed ? Icon::Refund : Icon::Store,
                      isFailed ? tr("Try again") : tr("Show all shops"));
}

void HomePage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showCartTab();
    }
    if (event->type() == QEvent::StyleChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
