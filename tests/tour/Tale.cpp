// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/Tale.h"

namespace soban::tour {

using hand::Target;
using hand::Words;

namespace {

/// R3: the shop hears of a paid order within a second.
constexpr qint64 kMostMsToTheShop = 1'000;
constexpr int kMoreMinutes = 5;
/// Some amount.
const QString kMoney = QStringLiteral("₩%1");

/// Cards show a part of their number.
Target card() {
    Target card = thing("ChoiceRow", {});
    card.description = just(QStringLiteral("*"));
    return card;
}

Words state(const char *words) {
    return say("ui::Words", words);
}

} // namespace

void signIn(const Actor &who, const char *login, const Target &firstPage) {
    who.step(QStringLiteral("signs in as %1").arg(QString::fromLatin1(login)),
             QStringLiteral("signed-in"), [&] {
                 who.type(field(say("desk::SignInPage", "Login")), QString::fromLatin1(login));
                 who.type(field(say("desk::SignInPage", "Password")), QStringLiteral("soban-demo"));
                 who.press(button(say("desk::SignInPage", "Sign in")));
                 who.see(firstPage);
             });
}

Target Tale::ticket(const char *lane, const Order &order, const Words &part) {
    return row(say("shop_app::BoardPage", lane),
               {say("shop_app::TicketWords", "No. %1", {QString::number(order.number)})}, part);
}

void Tale::findShop(const LocalizedText &shop) const {
    const Actor &customer = m_company.customer;
    const Words shops = say("customer::HomePage", "Shops");
    customer.step(QStringLiteral("looks for “%1” and opens it").arg(in(shop)),
                  QStringLiteral("shop"), [&] {
                      customer.type(field(say("customer::HomePage", "Find a shop or a dish")),
                                    in(shop).section(u' ', 0, 0));
                      customer.press(row(shops, {just(in(shop))}));
                      customer.see(thing("ShopHead", just(in(shop))));
                  });
}

bool Tale::goToCart(const Target &wanted) const {
    const Actor &customer = m_company.customer;
    const Target tab = button(say("customer::HomePage", "Cart (%1)"));
    if (customer.whichOf({wanted, tab}) != tab)
        return false;
    customer.press(tab);
    customer.see(wanted);
    return true;
}

void Tale::atCart(const Target &wanted, const std::function<void()> &deeds) const {
    const bool isPage = goToCart(wanted);
    deeds();
    if (isPage)
        m_company.customer.press(button(say("customer::HomePage", "Back to the menu")));
}

void Tale::takeItem(const LocalizedText &item, const QList<LocalizedText> &options) const {
    const Actor &customer = m_company.customer;
    const Target line = row(say("customer::ShopPage", "Menu"), {just(in(item))});
    if (options.isEmpty()) {
        customer.step(
            QStringLiteral("takes “%1”, twice").arg(in(item)), QStringLiteral("plain-item"), [&] {
                const Words quantity = say("customer::CartLine", "Quantity of %1", {in(item)});
                customer.press(line);
                Target two = thing("Stepper", quantity);
                two.description = just(QStringLiteral("2"));
                atCart(thing("Stepper", quantity), [&] {
                    customer.press(thing("Stepper", quantity, just(QStringLiteral("+"))));
                    customer.see(two);
                });
            });
        return;
    }
    QStringList names;
    for (const LocalizedText &option : options)
        names.append(in(option));
    customer.step(
        QStringLiteral("chooses “%1”: %2").arg(in(item), names.join(QStringLiteral(", "))),
        QStringLiteral("options"), [&] {
            customer.press(line);
            for (const QString &name : std::as_const(names))
                customer.press(thing("ChoiceRow", just(name)));
        });
    customer.step(QStringLiteral("puts it into the cart"), QStringLiteral("cart"), [&] {
        customer.press(button(say("customer::OptionSheet", "Add for %1", {kMoney})));
        // The group of the first may stand before it.
        atCart(text(just(QStringLiteral("%1") + names.join(QStringLiteral(" · ")))), [] {});
    });
}

Tale::Order Tale::order(const LocalizedText &item, const std::function<void()> &fill) const {
    const Actor &customer = m_company.customer;
    Order order;
    customer.step(QStringLiteral("goes to the checkout"), QStringLiteral("checkout"), [&] {
        const Target button = tour::button(say("customer::CartPanel", "Continue · %1", {kMoney}));
        goToCart(button);
        order.totalMinor = numberIn(customer.see(button)).value_or(0);
        m_script.note(QStringLiteral("₩%1").arg(order.totalMinor));
        customer.press(button);
        customer.see(text(say("customer::CheckoutSheet", "Your order")));
        fill();
    });
    registerCard();
    placeOrder(item, order);
    checkMoney(order, QStringLiteral("after ordering"));
    return order;
}

void Tale::registerCard() const {
    const Actor &customer = m_company.customer;
    customer.step(
        QStringLiteral("registers a card on the provider's page, which opens in the browser"),
        QStringLiteral("card"), [&] {
            customer.press(button(say("customer::PaymentChoice", "Register a card")));
            const QUrl page = customer.browse();
            if (!m_script.isGoing())
                return;
            if (const auto fault = m_stage.registerCard(page))
                m_script.fail(nullptr, QStringLiteral("the browser gets through"), *fault);
            customer.see(card());
        });
}

void Tale::placeOrder(const LocalizedText &item, Order &order) const {
    const Actor &customer = m_company.customer;
    const Actor &shop = m_company.shop;
    const Target arrival = row(say("shop_app::BoardPage", "New orders"), {just(in(item))});
    customer.step(
        QStringLiteral("pays by card; the ticket is in the shop's window"),
        QStringLiteral("placed"), [&] {
            const qint64 watch = shop.watch(arrival);
            customer.press(card());
            customer.press(button(say("customer::CheckoutSheet", "Order for %1", {kMoney})));
            // A gift goes to the one address there is: it is asked about.
            const Target own = button(say("customer::CheckoutSheet", "Send it to my address"));
            const Target waiting = text(say("customer::OrderSteps", "Waiting for the shop"));
            if (customer.whichOf({own, waiting}) == own)
                customer.press(own);
            customer.see(waiting);
            order.code = codeIn(
                customer.see(thing("CodePlate", say("customer::OrderSide", "Hand-over code")))
                    .section(u'\n', 1));
            order.number =
                numberIn(customer.see(text(say("customer::OrderHead", "Order no. %1 · %2"))))
                    .value_or(0);
            if (const auto seenAt = shop.saw(watch, arrival))
                checkTimes(*seenAt);
        });
    shop.step(QStringLiteral("hears the alarm, over and over"), QStringLiteral("alarm"),
              [&] { shop.hear(QStringLiteral("rings new_order")); });
}

void Tale::checkTimes(qint64 seenAtMs) const {
    const auto known = m_books.latestOrder();
    if (!known || !known->times.placed) {
        m_script.fail(nullptr, QStringLiteral("the order on the server, paid"),
                      known ? QStringLiteral("it is not") : known.error());
        return;
    }
    const qint64 ms = seenAtMs - known->times.placed->ms();
    m_script.note(QStringLiteral("%1 ms after it was paid").arg(ms));
    m_script.check(ms < kMostMsToTheShop, QStringLiteral("it comes within a second"),
                   QStringLiteral("after %1 ms").arg(ms));
}

void Tale::checkMoney(const Order &order, const QString &when) const {
    m_script.step(QStringLiteral("books"),
                  QStringLiteral("%1: one charge, of the server's price").arg(when),
                  QStringLiteral("money"), [&] {
                      const auto known = m_books.latestOrder();
                      const auto ledger = m_books.ledger();
                      if (!known || !ledger) {
                          m_script.fail(nullptr, QStringLiteral("books to look at"),
                                        known ? ledger.error() : known.error());
                          return;
                      }
                      QStringList entries;
                      for (const replay::LedgerEntry &entry : *ledger)
                          entries.append(QStringLiteral("%1 %2, kept %3")
                                             .arg(entry.status)
                                             .arg(entry.totalMinor)
                                             .arg(entry.balanceMinor));
                      const qint64 price = known->total.minor();
                      const QString expected = QStringLiteral("DONE %1, kept %1").arg(price);
                      m_script.note(QStringLiteral("₩%1").arg(price));
                      m_script.check(entries == QStringList{expected}, expected,
                                     entries.join(QStringLiteral("; ")));
                      m_script.check(order.totalMinor == price,
                                     QStringLiteral("the window's price, %1").arg(order.totalMinor),
                                     QString::number(price));
                  });
}

void Tale::prepare(const Order &order, int minutes, ShopKind kind,
                   const std::function<void()> &accepted) const {
    const bool isFlorist = kind == ShopKind::Flowers; // who has words of another trade
    const char *lane = isFlorist ? "In preparation" : "Preparing";
    const Actor &customer = m_company.customer;
    const Actor &shop = m_company.shop;
    const auto accept = [](int promised) {
        return say("shop_app::TicketWords", "Accept · %1 min", {QString::number(promised)});
    };
    shop.step(isFlorist ? QStringLiteral("accepts it for its day; the alarm stops")
                        : QStringLiteral("accepts with five minutes more; the alarm stops"),
              QStringLiteral("accepted"), [&] {
                  if (isFlorist) { // whose customer has named the time
                      shop.press(ticket("New orders", order,
                                        say("shop_app::TicketWords", "Accept for %1")));
                  } else {
                      shop.see(ticket("New orders", order, accept(minutes)));
                      shop.press(ticket("New orders", order,
                                        say("shop_app::TicketDelegate", "+%1 min",
                                            {QString::number(kMoreMinutes)})));
                      shop.press(ticket("New orders", order, accept(minutes + kMoreMinutes)));
                  }
                  shop.hear({});
                  shop.see(ticket(lane, order));
              });
    customer.step(QStringLiteral("sees that it is accepted, and when it comes"),
                  QStringLiteral("accepted"), [&] {
                      customer.see(thing("StateChip", state("Accepted")));
                      customer.whichOf({text(say("customer::OrderSteps", "Arrives about %1")),
                                        text(say("customer::OrderSteps", "Arrives %1, about %2"))});
                  });
    accepted();
    shop.step(QStringLiteral("starts, and soon is ready"), QStringLiteral("ready"), [&] {
        start(order, lane);
        shop.press(
            ticket(lane, order, say("shop_app::TicketWords", isFlorist ? "Finished" : "Ready")));
        shop.see(ticket("Ready", order));
    });
    customer.step(QStringLiteral("sees that it is being prepared"), QStringLiteral("preparing"),
                  [&] {
                      // It is ready after a few seconds, on a slow machine before one has looked.
                      customer.whichOf({thing("StateChip", state("Being prepared")),
                                        thing("StateChip", state("Ready"))});
                  });
    customer.step(QStringLiteral("sees that it is ready, once the shop can't undo it any more"),
                  QStringLiteral("ready"),
                  [&] { customer.see(thing("StateChip", state("Ready"))); });
}

/// What is wanted another day can be begun now, too; the shop is asked whether it means that.
void Tale::start(const Order &order, const char *lane) const {
    const Actor &shop = m_company.shop;
    const auto part = [&](const char *words) {
        return ticket(lane, order, say("shop_app::TicketWords", words));
    };
    const Target early = part("Start early");
    const Target chosen = shop.whichOf({early, part("Prepare"), part("Start")});
    shop.press(chosen);
    if (chosen == early)
        shop.press(button(say("shop_app::BoardPage", "Start now")));
}

void Tale::confirm(const Order &order, const LocalizedText &thanks) const {
    const Actor &customer = m_company.customer;
    const Actor &shop = m_company.shop;
    customer.step(QStringLiteral("sees that it is delivered, and confirms it"),
                  QStringLiteral("completed"), [&] {
                      customer.see(thing(
                          "StateChip", say("customer::OrderSteps", "Delivered · please confirm")));
                      // Of a gift it is not the customer who has it.
                      customer.press(customer.whichOf(
                          {button(say("customer::OrderSteps", "I have it · confirm")),
                           button(say("customer::OrderSteps", "It has arrived · confirm"))}));
                      customer.see(thing("StateChip", state("Completed")));
                      customer.see(text(say("customer::OrderSteps", "All done")));
                  });
    shop.step(QStringLiteral("sees that it is done"), QStringLiteral("done"), [&] {
        Target done = ticket("Out · done", order);
        done.row.append(say("shop_app::TicketWords", "done %1"));
        shop.see(done);
    });
    customer.step(QStringLiteral("reads the shop's thanks, and is asked for a review"),
                  QStringLiteral("messages"), [&] {
                      const Words messages = say("customer::MessagesPage", "Messages");
                      customer.press(thing("NavButton", say("customer::MainPage", "Messages")));
                      customer.see(row(messages, {just(in(thanks))}));
                      customer.see(row(messages, {just(in({QStringLiteral("리뷰를 남겨 주세요"),
                                                           QStringLiteral("leave a review")}))}));
                  });
}

void Tale::review(const QString &words, bool withPhoto) const {
    const Actor &customer = m_company.customer;
    customer.step(QStringLiteral("gives five stars and writes a review"), QStringLiteral("review"),
                  [&] {
                      customer.press(thing("NavButton", say("customer::MainPage", "My orders")));
                      customer.press(button(say("customer::OrderActions", "Write a review")));
                      customer.press(thing("StarInput", say("customer::ReviewSheet", "Stars"),
                                           just(QStringLiteral("5"))));
                      customer.type(field(say("customer::ReviewSheet", "Your review")), words);
                  });
    if (withPhoto)
        customer.step(QStringLiteral("adds a photo from a file"), QStringLiteral("photo"), [&] {
            customer.press(button(say("customer::ReviewSheet", "Add a photo")));
            customer.type(field({QStringLiteral("QFileDialog"), QStringLiteral("File &name:")}),
                          m_stage.photo());
            customer.keys(QStringLiteral("Return"));
            customer.see(thing("PictureLabel", say("customer::ReviewSheet", "Your photo")));
            customer.see(button(say("customer::ReviewSheet", "Another photo")));
        });
    customer.step(QStringLiteral("publishes it"), QStringLiteral("published"), [&] {
        customer.press(button(say("customer::ReviewSheet", "Publish")));
        customer.see(text(say("customer::MainPage", "Thank you, your review is published.")));
    });
}

void Tale::answer(const QString &review, const QString &words) const {
    const Actor &shop = m_company.shop;
    const Words list = say("shop_app::ReviewsPage", "Reviews");
    shop.step(QStringLiteral("finds the review"), QStringLiteral("review"), [&] {
        shop.press(thing("NavButton", say("shop_app::MainPage", "Reviews")));
        shop.see(row(list, {just(review)}));
    });
    shop.step(QStringLiteral("answers it"), QStringLiteral("answered"), [&] {
        shop.press(row(list, {just(review)}, say("shop_app::ReviewDelegate", "Answer")));
        shop.type(field(say("shop_app::AnswerEditor", "Your answer to %1")), words);
        shop.press(button(say("shop_app::AnswerEditor", "Send")));
        shop.see(row(list, {just(review), just(words)}));
    });
    m_company.customer.step(
        QStringLiteral("reads the answer under the review"), QStringLiteral("answer"), [&] {
            m_company.customer.see(text(just(review)));
            m_company.customer.see(text(just(words)));
            m_company.customer.miss(button(say("customer::OrderActions", "Write a review")));
        });
}

void Tale::lookAround() const {
    const Actor &customer = m_company.customer;
    const Actor &shop = m_company.shop;
    const Actor &rider = m_company.nearRider;
    const auto visit = [](const Actor &who, const char *context, const char *page,
                          const QString &slug) {
        who.step(QStringLiteral("looks at %1").arg(slug), slug,
                 [&] { who.press(thing("NavButton", say(context, page))); });
    };
    visit(shop, "shop_app::MainPage", "Menu", QStringLiteral("menu"));
    visit(shop, "shop_app::MainPage", "Figures", QStringLiteral("figures"));
    visit(shop, "shop_app::MainPage", "Hours", QStringLiteral("hours"));
    visit(shop, "shop_app::MainPage", "Settings", QStringLiteral("settings"));
    visit(shop, "shop_app::MainPage", "Orders", QStringLiteral("board"));
    visit(rider, "rider_app::MainPage", "History", QStringLiteral("history"));
    visit(rider, "rider_app::MainPage", "Earnings", QStringLiteral("earnings"));
    visit(rider, "rider_app::MainPage", "Deliveries", QStringLiteral("offers"));
    customer.step(QStringLiteral("looks at the addresses"), QStringLiteral("addresses"), [&] {
        customer.keys(QStringLiteral("Ctrl+L"));
        customer.see(text(say("customer::AddressSheet", "Where to?")));
    });
    customer.step(QStringLiteral("and goes back"), QStringLiteral("back"),
                  [&] { customer.keys(QStringLiteral("Escape")); });
}

} // namespace soban::tour
