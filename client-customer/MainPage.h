// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Services.h"
#include "contract/Catalogue.h"
#include "contract/Identity.h"
#include "contract/Ordering.h"
#include "domain/Pricing.h"

#include <QStackedWidget>

namespace soban::ui {
class TopBar;
class UndoBar;
} // namespace soban::ui

namespace soban::customer {

class AccountSheet;
class AddressSheet;
class Cart;
class ChangeDesk;
class CheckoutSheet;
class HomePage;
class MainBar;
class MessageChoice;
class MessagesModel;
class OrderBook;
class OrdersPage;
class PlaceBook;
class ReviewSheet;
class UnreadMessages;

/// The pages of one signed-in customer, with the bar that leads to them.
class MainPage : public QStackedWidget {
    Q_OBJECT

public:
    MainPage(const Services &services, const contract::AccountView &account,
             QWidget *parent = nullptr);

    /// To be placed above the pages.
    ui::TopBar *bar() const;
    void showPage(int page);
    void focusSearch();
    void focusCart();
    /// Where to? The saved addresses.
    void choosePlace();
    /// What is kept under the customer's name.
    void showAccount();

signals:
    void settingsChosen();
    /// Of the shop that is shown, or of the latest order: times are told by it.
    void zoneLearned(const QTimeZone &zone);

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void makeBar();
    void connectParts();
    void goToPlace();
    /// The address of the next order is the customer's usual one again.
    void returnHome();
    void checkOut();
    /// An order has been placed.
    void followOrder(const contract::OrderView &order);
    /// It has been placed, and its card was declined.
    void followDeclined(const contract::PresentStage &order, bool isGift);
    void repeatLast();
    void countOrders();
    void tell(const client::ApiError &error);
    void review(OrderId order);
    void orderAgain(OrderId order);
    void connectChanges();
    void showOrder(OrderId order);
    void showCartOf(const contract::ShopCard &shop, int lines);
    void tellOfLockedCart();
    void offerBack(int at, const LineChoice &line);
    ui::UndoBar &notes();
    void watchMessages();
    void retranslate();

    Services m_services;
    const contract::AccountView m_account;
    PlaceBook *m_places;
    std::optional<ShopId> m_placeFor; ///< the address was chosen for this shop's order alone
    std::unique_ptr<QObject> m_shopCall;
    Cart *m_cart;
    OrderBook *m_orders;
    ChangeDesk *m_changes;
    MessagesModel *m_messages;
    UnreadMessages *m_unread;
    MessageChoice *m_choice;
    HomePage *m_home;
    OrdersPage *m_ordersPage;
    MainBar *m_bar;
    AccountSheet *m_accountSheet = nullptr; ///< these cover the window: made when first needed
    AddressSheet *m_addresses = nullptr;
    CheckoutSheet *m_checkout = nullptr;
    ReviewSheet *m_review = nullptr;
    ui::UndoBar *m_notes = nullptr;
    /// What was taken out of the cart last, and whose cart it was.
    struct Taken {
        ShopId shop;
        int at;
        LineChoice line;
    };
    std::optional<Taken> m_taken;
};

} // namespace soban::customer
