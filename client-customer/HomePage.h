// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Cart.h"
#include "client-customer/Services.h"
#include "client-customer/ShopListModel.h"

#include <QWidget>

class QBoxLayout;
class QListView;
class QStackedWidget;
class QTimeZone;

namespace soban::ui {
class Button;
class EmptyState;
class TextField;
} // namespace soban::ui

namespace soban::customer {

class CartPanel;
class ShopCardDelegate;
class FavouriteBook;
class PlaceBook;
class ShopPage;

/// Shops at the left, the chosen one's menu in the middle, the cart at the right.
class HomePage : public QWidget {
    Q_OBJECT

public:
    HomePage(const Services &services, Cart &cart, PlaceBook &places, QWidget *parent = nullptr);

    void setPlace(const GeoPoint &place);
    /// Puts the keyboard into the search.
    void focusSearch();
    bool hasShop() const; ///< a shop is shown
    void openShop(const contract::ShopCard &shop);
    void reload();
    /// Looks again at the shops, the menu that is open and the cart's, without a word.
    void refresh();
    /// The shops that are known, nearest first as long as nobody sorted them.
    QList<contract::ShopCard> shops() const;
    /// The shop of the last order, which may be put in anew; empty if there is none.
    void setRepeatable(const QString &shop);
    /// Where there is room for one of the two: the menu, not the cart.
    void showMenu();
    /// Puts the keyboard to where an order goes on from.
    void focusCart();

    QSize minimumSizeHint() const override;

signals:
    void checkoutChosen();
    void repeatWanted(); ///< the last order
    void changeLeft();   ///< the order that is being changed is to stay as it was
    void cartWasLocked();
    void lineTaken(int at, const soban::LineChoice &line); ///< out of the cart
    void failed(const soban::client::ApiError &error);
    void zoneLearned(const QTimeZone &zone); ///< of the shop that is shown

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeFinder(PlaceBook &places);
    QBoxLayout *makeKinds();
    void arrange();
    int leastMiddle() const;
    void fitKinds();
    void showCartTab();
    void connectParts();
    void retranslate();
    void showState();
    void showChosen();
    void refreshCart();
    void chooseOrder();
    void chooseKind(std::optional<ShopKind> kind);
    void showAll();
    void showAge();
    void retranslateNone();
    void askToReplaceCart(const contract::ShopView &shop, const LineChoice &line);

    Services m_services;
    Cart &m_cart;
    FavouriteBook *m_favourites;
    std::unique_ptr<QObject> m_cartCall;
    ShopListModel *m_shops;
    ui::TextField *m_search;
    QList<ui::Button *> m_kinds; ///< all, food, flowers: one of them is chosen
    QBoxLayout *m_kindRow;       ///< they and the order; below each other where there is no room
    std::optional<ShopKind> m_kind;
    bool m_isFavourites = false;
    ui::Button *m_order;
    QWidget *m_finder;
    QStackedWidget *m_finds;
    QListView *m_list;
    ShopCardDelegate *m_delegate;
    ui::EmptyState *m_none;
    ShopPage *m_shop;
    CartPanel *m_cartPanel;
    QStackedWidget *m_middle;
    ui::Button *m_cartTab; ///< where there is no room for the cart beside the menu
    bool m_isNarrow = false;
    ShopListModel::Order m_by = ShopListModel::Order::Nearest;
};

} // namespace soban::customer
