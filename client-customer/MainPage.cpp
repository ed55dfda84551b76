// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/MainPage.h"

#include "client-customer/AccountSheet.h"
#include "client-customer/AddressSheet.h"
#include "client-customer/Cart.h"
#include "client-customer/ChangeDesk.h"
#include "client-customer/CheckoutSheet.h"
#include "client-customer/HomePage.h"
#include "client-customer/MainBar.h"
#include "client-customer/MessageChoice.h"
#include "client-customer/MessagesModel.h"
#include "client-customer/MessagesPage.h"
#include "client-customer/OrderBook.h"
#include "client-customer/OrderSteps.h"
#include "client-customer/OrdersPage.h"
#include "client-customer/PlaceBook.h"
#include "client-customer/ReviewSheet.h"
#include "client-customer/UnreadMessages.h"
#include "client/Calls.h"
#include "desk/Complaint.h"
#include "ui/Look.h"
#include "ui/UndoBar.h"

#include <QEvent>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kNotesLeft = 372;

enum Page { ShopsPage, OrdersPageIndex, MessagesPageIndex };

} // namespace

MainPage::MainPage(const Services &services, const contract::AccountView &account, QWidget *parent)
    : QStackedWidget(parent)
    , m_services(services)
    , m_account(account)
    , m_places(new PlaceBook(services.api, this))
    , m_cart(new Cart(this))
    , m_orders(new OrderBook(services.api, services.events, this))
    , m_changes(new ChangeDesk(services, *m_cart, *m_orders, this))
    , m_messages(new MessagesModel(services.api, services.events, this))
    , m_unread(new UnreadMessages(*m_messages, services.readMarksFile, account.id, this))
    , m_choice(new MessageChoice(services.api, Look::of(this).language(), this))
    , m_home(new HomePage(services, *m_cart, *m_places))
    , m_ordersPage(new OrdersPage(services, *m_orders, *m_places)) {
    auto *messagesPage = new MessagesPage(services, *m_messages, *m_orders);
    addWidget(m_home);
    addWidget(m_ordersPage);
    addWidget(messagesPage);
    makeBar();
    connectParts();
    connect(messagesPage, &MessagesPage::orderChosen, this, &MainPage::showOrder);
    connect(messagesPage, &MessagesPage::reviewChosen, this, [this](OrderId order) {
        showPage(OrdersPageIndex); // which has the keyboard until the review has
        m_ordersPage->openReview(order);
    });
    retranslate();
    m_places->load();
    m_orders->load();
    m_messages->load();
    m_choice->load();
}

ui::TopBar *MainPage::bar() const {
    return m_bar;
}

void MainPage::makeBar() {
    m_bar = new MainBar({Icon::Store, Icon::Receipt, Icon::Mail});
    m_bar->setPerson(m_account.name);
    connect(m_bar, &MainBar::placeWanted, this, &MainPage::choosePlace);
    connect(m_bar, &MainBar::wayChosen, this, &MainPage::showPage);
    connect(m_bar, &MainBar::personChosen, this, &MainPage::showAccount);
}

void MainPage::connectParts() {
    connect(m_places, &PlaceBook::placeChosen, this, &MainPage::goToPlace);
    connect(m_places, &PlaceBook::changed, this, &MainPage::retranslate);
    connect(m_places, &PlaceBook::loadFailed, this, &MainPage::tell);
    connect(&m_services.events, &client::EventStream::connectionStateChanged, this, [this] {
        if (!m_places->isLoaded())
            m_places->load();
        if (!m_choice->way())
            m_choice->load();
    });
    connect(m_choice, &MessageChoice::refused, this, &MainPage::tell);
    connect(m_cart, &Cart::changed, this, [this] {
        if (m_placeFor && (m_cart->isEmpty() || !m_cart->isOf(*m_placeFor)))
            returnHome();
    });
    connect(m_home, &HomePage::zoneLearned, this, &MainPage::zoneLearned);
    connect(m_orders, &OrderBook::loaded, this, [this] {
        // A shop that is shown knows better where the customer is now.
        if (!m_home->hasShop() && m_orders->rowCount() > 0)
            emit zoneLearned(zoneOf(m_orders->at(0)));
    });
    connect(m_home, &HomePage::repeatWanted, this, &MainPage::repeatLast);
    connect(m_home, &HomePage::cartWasLocked, this, &MainPage::tellOfLockedCart);
    connectChanges();
    connect(m_home, &HomePage::lineTaken, this, &MainPage::offerBack);
    connect(m_home, &HomePage::checkoutChosen, this, &MainPage::checkOut);
    connect(m_home, &HomePage::failed, this, &MainPage::tell);
    connect(m_ordersPage, &OrdersPage::failed, this, &MainPage::tell);
    connect(m_ordersPage, &OrdersPage::receiptSaved, this, [this](const QString &file) {
        notes().tell(Icon::Check, tr("The receipt is saved: %1").arg(file), motion::kUndoMs);
    });
    connect(m_ordersPage, &OrdersPage::receiptFailed, this, [this] {
        notes().tell(Icon::Warning,
                     tr("The receipt could not be written. Choose another place or printer."),
                     motion::kUndoMs);
    });
    connect(m_ordersPage, &OrdersPage::shopsWanted, this, [this] { showPage(ShopsPage); });
    connect(m_ordersPage, &OrdersPage::reviewChosen, this, &MainPage::review);
    connect(m_ordersPage, &OrdersPage::reorderChosen, this, &MainPage::orderAgain);
    connect(m_orders, &OrderBook::orderChanged, this, &MainPage::countOrders);
    connect(m_orders, &OrderBook::loaded, this, &MainPage::countOrders);
    connect(m_unread, &UnreadMessages::changed, this,
            [this] { m_bar->setBadge(MessagesPageIndex, m_unread->count()); });
    connect(this, &QStackedWidget::currentChanged, this, &MainPage::watchMessages);
    // After a silence, what is shown is loaded afresh.
    connect(&m_services.events, &client::EventStream::resyncNeeded, m_home, &HomePage::reload);
}

void MainPage::showPage(int page) {
    setCurrentIndex(page);
    m_bar->setCurrent(page);
    if (page == OrdersPageIndex)
        m_ordersPage->takeFocus();
}

void MainPage::watchMessages() {
    m_unread->setWatched(currentIndex() == MessagesPageIndex && isActiveWindow());
}

void MainPage::focusSearch() {
    showPage(ShopsPage);
    m_home->focusSearch();
}

void MainPage::focusCart() {
    showPage(ShopsPage);
    m_home->focusCart();
}

void MainPage::goToPlace() {
    const contract::SavedAddress *place = m_places->chosen();
    if (!place)
        return;
    const bool isForCheckout = m_checkout && m_checkout->isOpen();
    const bool isForOrder = isForCheckout || m_changes->isAsking();
    m_placeFor = isForOrder ? std::optional(m_cart->shop()->card.id) : std::nullopt;
    m_home->setPlace(place->address.position);
    if (isForCheckout)
        m_checkout->setPlace(*place, m_places->isUsual());
    else if (isForOrder)
        m_changes->setPlace(*place);
}

void MainPage::returnHome() {
    m_placeFor.reset();
    if (m_places->current() <= 0)
        return;
    m_places->choose(0);
    notes().tell(Icon::Pin,
                 tr("Your next order goes to %1 again.").arg(nameOf(*m_places->chosen())),
                 motion::kUndoMs);
}

void MainPage::choosePlace() {
    if (!m_addresses)
        m_addresses = new AddressSheet(*m_places, m_services.tiles, window());
    m_addresses->show(m_home->shops());
}

void MainPage::showAccount() {
    if (!m_accountSheet) {
        m_accountSheet = new AccountSheet(m_services, *m_places, *m_choice, m_account, window());
        // It tells of this customer; the window may yet see another one.
        connect(this, &QObject::destroyed, m_accountSheet, &QObject::deleteLater);
        connect(m_accountSheet, &AccountSheet::addressesChosen, this, &MainPage::choosePlace);
        connect(m_accountSheet, &AccountSheet::settingsChosen, this, &MainPage::settingsChosen);
    }
    m_accountSheet->show();
}

void MainPage::checkOut() {
    if (m_cart->changing()) {
        m_changes->ask(window());
        return;
    }
    const contract::SavedAddress *place = m_places->chosen();
    if (!place) {
        choosePlace();
        return;
    }
    if (!m_checkout) {
        m_checkout = new CheckoutSheet(m_services, *m_cart, window());
        connect(m_checkout, &CheckoutSheet::placed, this, &MainPage::followOrder);
        connect(m_checkout, &CheckoutSheet::declined, this, &MainPage::followDeclined);
        connect(m_checkout, &CheckoutSheet::addressWanted, this, &MainPage::choosePlace);
    }
    m_checkout->show(*place, m_places->isUsual());
}

void MainPage::followOrder(const contract::OrderView &order) {
    m_orders->put(order);
    m_home->showMenu(); // the cart is empty: one comes back to order something else
    showOrder(order.id);
    // A friend's door is not where the next dinner goes.
    if (order.recipient)
        returnHome();
}

void MainPage::followDeclined(const contract::PresentStage &order, bool isGift) {
    m_home->showMenu();
    // First the page, then the sheet that it asks on: that has the keyboard.
    showPage(OrdersPageIndex);
    m_ordersPage->openPayment(order);
    if (isGift)
        returnHome();
}

void MainPage::countOrders() {
    m_bar->setBadge(OrdersPageIndex, m_orders->openCount());
    m_bar->setBadge(MessagesPageIndex, m_unread->count());
    const auto last = m_orders->lastPast();
    const contract::OrderView *order = last ? m_orders->find(*last) : nullptr;
    m_home->setRepeatable(order ? order->shopName.in(Look::of(this).language()) : QString());
}

void MainPage::repeatLast() {
    if (const auto order = m_orders->lastPast())
        orderAgain(*order);
}

void MainPage::review(OrderId id) {
    const contract::OrderView *order = m_orders->find(id);
    if (!order)
        return;
    if (!m_review) {
        m_review = new ReviewSheet(m_services, window());
        connect(m_review, &ReviewSheet::written, this, [this](OrderId reviewed) {
            m_ordersPage->openReview(reviewed);
            notes().tell(Icon::Star, tr("Thank you, your review is published."), motion::kUndoMs);
        });
    }
    m_review->show(*order);
}

UndoBar &MainPage::notes() {
    if (!m_notes) {
        m_notes = new UndoBar(window());
        connect(m_notes, &UndoBar::undone, this,
                [this] { m_cart->putBack(m_taken->shop, m_taken->at, m_taken->line); });
    }
    // Beside the lists: at the right it would lie over the cart's button.
    m_notes->setLeft(ui::Look::of(this).scaled(kNotesLeft));
    return *m_notes;
}

void MainPage::offerBack(int at, const LineChoice &line) {
    m_taken = Taken{m_cart->shop()->card.id, at, line};
    notes().offer(tr("Taken out of the cart."), motion::kUndoMs);
}

void MainPage::orderAgain(OrderId id) {
    const contract::OrderView *order = m_orders->find(id);
    if (!order)
        return;
    m_shopCall = std::make_unique<QObject>();
    m_services.api.send(
        client::calls::shop(order->shopId), m_shopCall.get(),
        client::Callback<contract::ShopView>([this, lines = order->lines](const auto &answer) {
            if (!answer) {
                tell(answer.error());
                return;
            }
            m_cart->endChange();
            m_cart->clear();
            m_cart->setShop(*answer);
            for (const OrderLine &line : lines)
                m_cart->add(choiceOf(line));
            m_cart->dropUnknown();
            showCartOf(answer->card, int(lines.size()));
        }));
}

/// With so many lines of an order that there was.
void MainPage::showCartOf(const contract::ShopCard &shop, int lines) {
    if (m_cart->lines().size() < lines)
        notes().tell(Icon::Info, tr("Some items are no longer on the menu."), motion::kUndoMs);
    m_home->openShop(shop);
    showPage(ShopsPage);
}

void MainPage::showOrder(OrderId order) {
    m_ordersPage->open(order);
    showPage(OrdersPageIndex);
}

void MainPage::connectChanges() {
    connect(m_ordersPage, &OrdersPage::changeChosen, m_changes, &ChangeDesk::begin);
    connect(m_home, &HomePage::changeLeft, m_changes, &ChangeDesk::leave);
    connect(m_changes, &ChangeDesk::begun, this, [this](const contract::ShopCard &shop, int lines) {
        showCartOf(shop, lines);
        m_home->focusCart();
    });
    connect(m_changes, &ChangeDesk::addressWanted, this, &MainPage::choosePlace);
    connect(m_changes, &ChangeDesk::left, this, &MainPage::showOrder);
    connect(m_changes, &ChangeDesk::made, this, [this](const contract::OrderView &order) {
        showOrder(order.id);
        // While it is being paid for, the page says so.
        if (!order.pendingChange)
            notes().tell(Icon::Check, tr("The order is changed."), motion::kUndoMs);
    });
    connect(m_changes, &ChangeDesk::tooLate, this, [this](OrderId order) {
        showOrder(order);
        notes().tell(Icon::Info, tr("It was too late to change it: the order stays as it was."),
                     motion::kUndoMs);
    });
    connect(m_changes, &ChangeDesk::cartWasLocked, this, &MainPage::tellOfLockedCart);
    connect(m_changes, &ChangeDesk::failed, this, &MainPage::tell);
}

void MainPage::tellOfLockedCart() {
    notes().tell(Icon::Clock, tr("Your order is being sent. The cart waits for it."),
                 motion::kUndoMs);
}

void MainPage::tell(const client::ApiError &error) {
    // A lost connection is the banner's matter.
    if (error.kind != client::ApiError::Kind::Refused)
        return;
    notes().tell(Icon::Warning, desk::explain(error).text(), motion::kUndoMs);
}

void MainPage::retranslate() {
    m_bar->setPlace(m_places->chosen() ? placeText(*m_places->chosen()) : tr("Where to?"));
    m_bar->setWays({tr("Shops"), tr("My orders"), tr("Messages")});
    countOrders();
}

void MainPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_choice->setLanguage(Look::of(this).language());
    }
    QStackedWidget::changeEvent(event);
}

bool MainPage::event(QEvent *event) {
    const bool isHandled = QStackedWidget::event(event);
    // Nobody looks at a window behind another one.
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::WindowDeactivate)
        watchMessages();
    return isHandled;
}

} // namespace soban::customer
