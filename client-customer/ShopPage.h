// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Cart.h"
#include "client-customer/MenuModel.h"
#include "client-customer/Services.h"

#include <QWidget>

class QListView;
class QStackedWidget;
class QTimeZone;

namespace soban::ui {
class EmptyState;
struct Chip;
} // namespace soban::ui

namespace soban::customer {

class FavouriteBook;
class MenuDelegate;
class OptionSheet;
class ReviewsSheet;
class SectionBar;
class ShopHead;

/// One shop with its menu. An item without options goes into the cart at once; others open a sheet.
class ShopPage : public QWidget {
    Q_OBJECT

public:
    ShopPage(const Services &services, Cart &cart, FavouriteBook &favourites,
             QWidget *parent = nullptr);

    /// Loads and shows a shop; `card` is what is known of it meanwhile. Of the shop that is shown
    /// already it is the latest news.
    void show(const contract::ShopCard &card);
    std::optional<ShopId> shop() const;
    void reload();
    /// How far it is, after the place that one orders to has changed.
    void measure();
    /// Looks again, without a word.
    void refresh();
    /// Puts the keyboard to the first item of the menu, as soon as there is one.
    void takeFocus();

signals:
    /// Something of another shop was chosen while the cart is not empty.
    void cartWouldBeReplaced(const soban::contract::ShopView &shop, const soban::LineChoice &line);
    /// Something was chosen while the cart's order is on the way.
    void cartWasLocked();
    void failed(const soban::client::ApiError &error);
    void zoneLearned(const QTimeZone &zone); ///< of the shop that is shown

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void take(const contract::ShopView &shop);
    void retranslate();
    void retranslateHead();
    void fetch(bool isQuiet);
    QList<ui::Chip> chips(const contract::ShopCard &card) const;
    ui::Chip stateChip(const contract::ShopCard &card) const;
    void choose(const QModelIndex &index);
    void readReviews();
    void put(const LineChoice &line);
    void fitColumns();
    void fitHead();

    Services m_services;
    Cart &m_cart;
    FavouriteBook &m_favourites;
    std::optional<contract::ShopCard> m_card;
    std::optional<contract::ShopView> m_shop;
    std::unique_ptr<QObject> m_call;
    bool m_isLoading = false;
    bool m_wantsFocus = false; ///< once the menu is there
    MenuModel *m_menu;
    MenuDelegate *m_delegate;
    QStackedWidget *m_stack;
    ui::EmptyState *m_none;
    ShopHead *m_head;
    SectionBar *m_sections;
    QListView *m_list;
    OptionSheet *m_sheet = nullptr; ///< these cover the window: made when first needed
    ReviewsSheet *m_reviews = nullptr;
};

} // namespace soban::customer
