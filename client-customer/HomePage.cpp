// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/HomePage.h"

#include "client-customer/AwayNote.h"
#include "client-customer/CartPanel.h"
#include "client-customer/FavouriteBook.h"
#include "client-customer/Refresher.h"
#include "client-customer/ShopCardDelegate.h"
#include "client-customer/ShopPage.h"
#include "ui/Button.h"
#include "ui/EmptyState.h"
#include "ui/Question.h"
#include "ui/ScrollPane.h"
#include "ui/TextField.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kFinderWidth = 332;
constexpr int kLeastFinder = 232; ///< large text in a narrow window
constexpr int kCartWidth = 312;
constexpr int kMargin = 16;
constexpr int kColumnGap = 8;
constexpr int kLeastMenu = 300;
constexpr int kScrollBar = 12; ///< stands beside the finder, so that cards are as wide as it
constexpr std::array<std::optional<ShopKind>, 3> kKinds{std::nullopt, ShopKind::Food,
                                                        ShopKind::Flowers};

} // namespace

HomePage::HomePage(const Services &services, Cart &cart, PlaceBook &places, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_cart(cart)
    , m_favourites(new FavouriteBook(services.api, this))
    , m_shops(new ShopListModel(services.api, this))
    , m_shop(new ShopPage(services, cart, *m_favourites))
    , m_cartPanel(new CartPanel(services, cart)) {
    m_middle = new QStackedWidget;
    m_middle->addWidget(m_shop);
    m_cartTab = new Button(ButtonRole::Soft, Icon::Bag);
    m_finder = makeFinder(places);
    auto *middle = new QVBoxLayout;
    auto *tab = new QHBoxLayout;
    tab->setContentsMargins(0, metrics::kGap8, kMargin, metrics::kGap8);
    tab->addWidget(m_cartTab);
    middle->setSpacing(0);
    middle->addWidget(m_middle, 1);
    middle->addLayout(tab);
    middle->setContentsMargins(0, kMargin, 0, 0);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_finder);
    row->addSpacing(kColumnGap);
    row->addLayout(middle, 1);
    row->addWidget(m_cartPanel);
    arrange();
    connectParts();
    retranslate();
}

QBoxLayout *HomePage::makeKinds() {
    auto *kinds = new QHBoxLayout;
    kinds->setSpacing(metrics::kGap8);
    for (const std::optional<Icon> &icon :
         {std::optional<Icon>(), std::optional(Icon::Pot), std::optional(Icon::Flower)}) {
        auto *button = new Button(ButtonRole::Plain);
        button->setSymbol(icon);
        button->setTall(metrics::kDenseHeight);
        const int which = int(m_kinds.size());
        connect(button, &Button::clicked, this,
                [this, which] { chooseKind(kKinds[size_t(which)]); });
        m_kinds.append(button);
        kinds->addWidget(button);
    }
    kinds->addStretch(1);
    m_order = new Button(ButtonRole::Bare, Icon::Down);
    m_order->setSymbolTrailing(true);
    m_order->setTall(metrics::kDenseHeight);
    m_kindRow = new QHBoxLayout;
    m_kindRow->setSpacing(metrics::kGap8);
    m_kindRow->addLayout(kinds, 1);
    m_kindRow->addWidget(m_order, 0, Qt::AlignLeft);
    return m_kindRow;
}

QWidget *HomePage::makeFinder(PlaceBook &places) {
    m_search = new TextField;
    m_search->setSymbol(Icon::Search);
    m_search->setSuffix(QStringLiteral("Ctrl K"));
    m_search->setClearButtonEnabled(false);
    m_list = new QListView;
    m_list->setModel(m_shops);
    m_delegate = new ShopCardDelegate(m_services.pictures, m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->viewport()->setAutoFillBackground(false);
    m_none = new EmptyState(Motif::Lens);
    m_finds = new QStackedWidget;
    m_finds->addWidget(m_list);
    auto *none = new ScrollPane; // large text in a low window
    none->setContent(m_none);
    m_finds->addWidget(none);

    auto *finder = new QWidget;
    auto *above = new QVBoxLayout;
    above->setContentsMargins(0, 0, kScrollBar, 0);
    above->setSpacing(10);
    above->addWidget(new AwayNote(places));
    above->addWidget(m_search);
    above->addLayout(makeKinds());
    auto *column = new QVBoxLayout(finder);
    column->setContentsMargins(0, kMargin, 0, 0);
    column->setSpacing(10);
    column->addLayout(above);
    column->addWidget(m_finds, 1);
    return finder;
}

void HomePage::connectParts() {
    connect(m_search, &TextField::textEdited, m_shops, &ShopListModel::setWords);
    connect(m_search, &TextField::returnPressed, m_list, [this] {
        if (m_shops->rowCount() == 0)
            return;
        m_list->setCurrentIndex(m_shops->index(0));
        showMenu();
        m_list->setFocus(Qt::TabFocusReason);
    });
    connect(m_order, &Button::clicked, this, &HomePage::chooseOrder);
    connect(m_shops, &ShopListModel::stateChanged, this, &HomePage::showState);
    connect(m_favourites, &FavouriteBook::failed, this, &HomePage::failed);
    connect(m_shops, &ShopListModel::failed, this, &HomePage::failed);
    connect(m_none, &EmptyState::acted, this, &HomePage::showAll);
    connect(&m_services.link, &desk::Link::stateChanged, this, &HomePage::showAge);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                // One that goes from the list takes its mark along, not its menu.
                if (!current.isValid() || m_shops->isTaking())
                    return;
                m_shop->show(m_shops->at(current.row()));
                if (m_list->hasFocus())
                    showMenu();
            });
    connect(m_list, &QListView::clicked, this, &HomePage::showMenu);
    connect(m_list, &QListView::activated, this, [this] {
        showMenu();
        m_shop->takeFocus();
    });
    connect(&m_services.pictures, &desk::PictureStore::pictureReady, m_list->viewport(),
            qOverload<>(&QWidget::update));
    connect(m_shop, &ShopPage::failed, this, &HomePage::failed);
    connect(m_shop, &ShopPage::zoneLearned, this, &HomePage::zoneLearned);
    connect(m_shop, &ShopPage::cartWouldBeReplaced, this, &HomePage::askToReplaceCart);
    connect(m_shop, &ShopPage::cartWasLocked, this, &HomePage::cartWasLocked);
    connect(m_cartPanel, &CartPanel::repeatWanted, this, &HomePage::repeatWanted);
    connect(m_cartPanel, &CartPanel::changeLeft, this, &HomePage::changeLeft);
    connect(m_cartPanel, &CartPanel::lineTaken, this, &HomePage::lineTaken);
    connect(m_cartTab, &Button::clicked, this, [this] {
        if (m_middle->currentWidget() == m_cartPanel) {
            showMenu();
            return;
        }
        m_middle->setCurrentWidget(m_cartPanel);
        showCartTab();
    });
    connect(&m_cart, &Cart::changed, this, &HomePage::showCartTab);
    connect(m_cartPanel, &CartPanel::checkoutChosen, this, &HomePage::checkoutChosen);
    connect(new Refresher(m_services.clock, this), &Refresher::due, this, &HomePage::refresh);
}

void HomePage::arrange() {
    const Look &look = Look::of(this);
    const int cart = look.scaled(kCartWidth);
    const int besideFinder = width() - kScrollBar - kColumnGap - kMargin;
    const int words = std::clamp(besideFinder - leastMiddle(), look.scaled(kLeastFinder),
                                 look.scaled(kFinderWidth));
    const int finder = words + kScrollBar;
    m_finder->setFixedWidth(finder);
    fitKinds();
    const bool isNarrow = width() < finder + cart + look.scaled(kLeastMenu) + kColumnGap + kMargin;
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
    if (isNarrow)
        m_cartPanel->fitInto(m_middle->height());
    m_isNarrow = isNarrow;
    showCartTab();
}

int HomePage::leastMiddle() const {
    return std::max(m_middle->minimumSizeHint().width(),
                    m_cartTab->minimumSizeHint().width() + kMargin);
}

QSize HomePage::minimumSizeHint() const {
    // The finder gives way where its width does not say so.
    const int finder = Look::of(this).scaled(kLeastFinder) + kScrollBar;
    return {kMargin + finder + kColumnGap + leastMiddle(), QWidget::minimumSizeHint().height()};
}

void HomePage::fitKinds() {
    int wanted = m_order->sizeHint().width() + metrics::kGap8 * int(m_kinds.size() + 1);
    for (const Button *kind : std::as_const(m_kinds))
        wanted += kind->sizeHint().width();
    const bool isRoom = wanted <= m_finder->maximumWidth() - kScrollBar;
    m_kindRow->setDirection(isRoom ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void HomePage::showCartTab() {
    const bool isCart = m_middle->currentWidget() == m_cartPanel;
    m_cartTab->setVisible(m_isNarrow);
    m_cartTab->setSymbol(isCart ? Icon::Left : Icon::Bag);
    m_cartTab->setText(isCart ? tr("Back to the menu") : tr("Cart (%1)").arg(m_cart.itemCount()));
}

void HomePage::showMenu() {
    m_middle->setCurrentWidget(m_shop);
    showCartTab();
}

void HomePage::chooseKind(std::optional<ShopKind> kind) {
    m_kind = kind;
    m_isFavourites = false;
    m_shops->setFavourites(false);
    m_shops->setKind(kind);
    retranslate();
}

void HomePage::showAll() {
    m_search->clear();
    m_shops->setWords({});
    chooseKind({});
    m_shops->reload();
    m_search->setFocus(Qt::OtherFocusReason);
}

void HomePage::showAge() {
    m_delegate->setAged(m_services.isAged());
    m_list->viewport()->update();
}

QList<contract::ShopCard> HomePage::shops() const {
    QList<contract::ShopCard> cards;
    for (int row = 0; row < m_shops->rowCount(); ++row)
        cards.append(m_shops->at(row));
    return cards;
}

void HomePage::setRepeatable(const QString &shop) {
    m_cartPanel->setRepeatable(shop);
}

void HomePage::focusCart() {
    if (m_isNarrow && m_middle->currentWidget() != m_cartPanel)
        m_cartTab->click();
    m_cartPanel->focusOrder();
}

void HomePage::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void HomePage::setPlace(const GeoPoint &place) {
    m_favourites->load(place);
    m_shops->setPlace(place);
    m_cart.setPlace(place);
    m_shop->measure();
}

void HomePage::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool HomePage::hasShop() const {
    return m_shop->shop().has_value();
}

void HomePage::openShop(const contract::ShopCard &shop) {
    m_shop->show(shop);
    showChosen();
}

void HomePage::reload() {
    m_shops->reload();
    m_shop->reload();
}

void HomePage::refresh() {
    m_shops->refresh();
    m_shop->refresh();
    refreshCart();
}

void HomePage::refreshCart() {
    // That of the menu comes with it.
    if (m_cart.isEmpty() || m_cart.shop()->card.id == m_shop->shop())
        return;
    m_cartCall = std::make_unique<QObject>();
    m_services.api.send(client::calls::shop(m_cart.shop()->card.id), m_cartCall.get(),
                        client::Callback<contract::ShopView>([this](const auto &answer) {
                            if (answer && m_cart.isOf(answer->card.id))
                                m_cart.setShop(*answer);
                        }));
}

void HomePage::showState() {
    const bool isEmpty =
        m_shops->rowCount() == 0 && m_shops->state() != ShopListModel::State::Loading;
    m_finds->setCurrentIndex(isEmpty ? 1 : 0);
    retranslate();
    if (m_shops->state() != ShopListModel::State::Ready || m_shops->rowCount() == 0)
        return;
    m_list->doItemsLayout(); // other words need other heights
    if (!m_shop->shop())
        m_list->setCurrentIndex(m_shops->index(0));
    else
        showChosen();
}

void HomePage::showChosen() {
    const int row = m_shops->rowOf(*m_shop->shop());
    if (row < 0) {
        m_list->selectionModel()->clear();
        return;
    }
    m_list->setCurrentIndex(m_shops->index(row));
    m_shop->show(m_shops->at(row)); // the latest of it
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
    offer(tr("Top rated"), ShopListModel::Order::BestReviewed);
    offer(tr("Lowest delivery fee"), ShopListModel::Order::CheapestDelivery);
    menu.addSeparator();
    QAction *favourites = menu.addAction(tr("Favourites only"));
    favourites->setCheckable(true);
    favourites->setChecked(m_isFavourites);
    connect(favourites, &QAction::triggered, this, [this](bool only) {
        m_isFavourites = only;
        m_shops->setFavourites(only);
        retranslate();
    });
    menu.exec(m_order->mapToGlobal(QPoint(0, m_order->height())));
}

void HomePage::askToReplaceCart(const contract::ShopView &shop, const LineChoice &line) {
    const Language language = Look::of(this).language();
    auto *question = new Question(window());
    if (const auto &order = m_cart.changing())
        question->ask(tr("Leave order no. %1 as it is?").arg(order->number),
                      tr("It is from %1; what you add now is from %2.")
                          .arg(order->shopName.in(language), shop.card.name.in(language)),
                      tr("New order"), tr("Go on changing"), ButtonRole::Danger);
    else
        question->ask(
            tr("Start a new cart?"),
            tr("Your cart holds things of %1. One order is one shop's; if you begin with %2, "
               "the cart is emptied.")
                .arg(m_cart.shop()->card.name.in(language), shop.card.name.in(language)),
            tr("New cart"), tr("Keep the cart"), ButtonRole::Danger);
    connect(question, &Question::agreed, this, [this, shop, line] {
        m_cart.endChange();
        if (!m_cart.isOf(shop.card.id))
            m_cart.clear();
        m_cart.setShop(shop);
        m_cart.add(line);
    });
}

void HomePage::retranslate() {
    const QStringList kinds{tr("All"), tr("Food"), tr("Flowers")};
    for (int i = 0; i < m_kinds.size(); ++i) {
        const bool isChosen = m_kind == kKinds[size_t(i)] && !m_isFavourites;
        m_kinds.at(i)->setText(kinds.at(i));
        m_kinds.at(i)->setRole(isChosen ? ButtonRole::Soft : ButtonRole::Plain);
        m_kinds.at(i)->setAccessibleDescription(isChosen ? tr("Chosen") : QString());
    }
    m_order->setText(m_isFavourites                               ? tr("Favourites")
                     : m_by == ShopListModel::Order::Nearest      ? tr("Nearest")
                     : m_by == ShopListModel::Order::BestReviewed ? tr("Reviews")
                                                                  : tr("Fee"));
    m_order->setAccessibleDescription(tr("Sort by"));
    fitKinds();
    m_search->setPlaceholderText(tr("Find a shop or a dish"));
    m_search->setAccessibleName(tr("Find a shop or a dish"));
    m_list->setAccessibleName(tr("Shops"));
    retranslateNone();
}

void HomePage::retranslateNone() {
    const bool isFailed = m_shops->state() == ShopListModel::State::Failed;
    const QString words = m_shops->words();
    m_none->setTitle(isFailed          ? tr("The shops could not be loaded")
                     : m_isFavourites  ? tr("No favourites yet")
                     : words.isEmpty() ? tr("No shop delivers here")
                                       : tr("Nothing found for “%1”").arg(words));
    m_none->setText(isFailed          ? tr("We try again as soon as the connection is back.")
                    : m_isFavourites  ? tr("Press the star of a shop to keep it here.")
                    : words.isEmpty() ? tr("Choose another address.")
                                      : tr("Search with another word."));
    m_none->setAction(isFailed ? Icon::Refund : Icon::Store,
                      isFailed ? tr("Try again") : tr("Show all shops"));
}

void HomePage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showCartTab();
        m_list->doItemsLayout(); // other words need other heights
    }
    if (event->type() == QEvent::StyleChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
