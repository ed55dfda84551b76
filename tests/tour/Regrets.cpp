// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/Tale.h"

namespace soban::tour {

using hand::Target;
using hand::Words;

namespace {

/// Some amount.
const QString kMoney = QStringLiteral("₩%1");

Words reason(const char *words) {
    return say("ui::Words", words);
}

Target chip(const char *words) {
    return thing("StateChip", say("ui::Words", words));
}

/// The same order once more, with the card that there is.
Tale::Order orderAgain(const Tale &tale) {
    const Actor &customer = tale.company().customer;
    const Actor &shop = tale.company().shop;
    Tale::Order order;
    customer.step(QStringLiteral("orders the same again"), QStringLiteral("again"), [&] {
        customer.press(thing("NavButton", say("customer::MainPage", "My orders")));
        customer.press(button(say("customer::OrderActions", "Order again")));
        const Target go = button(say("customer::CartPanel", "Continue · %1", {kMoney}));
        tale.goToCart(go);
        customer.press(go);
        customer.press(button(say("customer::CheckoutSheet", "Order for %1", {kMoney})));
        customer.see(text(say("customer::OrderSteps", "Waiting for the shop")));
        const QString head = customer.see(text(say("customer::OrderHead", "Order no. %1 · %2")));
        order.number = numberIn(head).value_or(0);
    });
    shop.step(QStringLiteral("hears it"), QStringLiteral("alarm"),
              [&] { shop.hear(QStringLiteral("rings new_order")); });
    return order;
}

/// All that the latest payment took has gone back.
void checkRefund(const Tale &tale) {
    Script &script = tale.script();
    script.step(QStringLiteral("books"), QStringLiteral("the money has gone back, once"),
                QStringLiteral("refund"), [&] {
                    const auto ledger = tale.books().ledger();
                    if (!ledger || ledger->isEmpty()) {
                        script.fail(nullptr, QStringLiteral("a ledger to look at"),
                                    ledger ? QStringLiteral("it is empty") : ledger.error());
                        return;
                    }
                    const replay::LedgerEntry &last = ledger->last();
                    script.note(QStringLiteral("₩%1").arg(last.totalMinor));
                    script.check(
                        last.status == QStringLiteral("CANCELED") && last.balanceMinor == 0,
                        QStringLiteral("CANCELED, kept 0"),
                        QStringLiteral("%1, kept %2").arg(last.status).arg(last.balanceMinor));
                });
}

/// One more of something, which is paid for before it is cooked.
void change(const Tale &tale, const Tale::Order &order) {
    const Actor &customer = tale.company().customer;
    const Actor &shop = tale.company().shop;
    const Words quantity = say("customer::CartLine", "Quantity of %1", {tale.in(kPunch)});
    customer.step(QStringLiteral("takes one more: what does that cost?"), QStringLiteral("change"),
                  [&] {
                      customer.press(button(say("customer::OrderActions", "Change the order")));
                      tale.goToCart(thing("Stepper", quantity));
                      customer.press(thing("Stepper", quantity, just(QStringLiteral("+"))));
                      customer.press(button(say("customer::CartPanel", "Continue · %1", {kMoney})));
                      customer.see(text(say("customer::ChangeSheet", "Change order no. %1?")));
                  });
    customer.step(QStringLiteral("pays the difference; the order is changed"),
                  QStringLiteral("changed"), [&] {
                      customer.press(button(say("customer::ChangeSheet", "Change the order")));
                      customer.see(text(say("customer::OrderSteps", "Waiting for the shop")));
                  });
    shop.step(
        QStringLiteral("sees what is new on the ticket"), QStringLiteral("ticket-changed"), [&] {
            Target changed = tale.ticket("New orders", order);
            changed.row.append(say("shop_app::TicketWords", "The customer changed it"));
            shop.see(changed);
            shop.press(tale.ticket("New orders", order, say("shop_app::TicketDelegate", "Seen")));
            shop.miss(changed);
        });
}

void cancel(const Tale &tale, const Tale::Order &order) {
    const Actor &customer = tale.company().customer;
    const Actor &shop = tale.company().shop;
    const Target end = button(say("customer::EndingWords", "Cancel and get it back"));
    customer.step(
        QStringLiteral("thinks again: what becomes of the money?"), QStringLiteral("cancel"), [&] {
            customer.press(button(say("customer::OrderActions", "Cancel the order")));
            customer.see(text(say("customer::EndingWords", "%1 goes back in full", {kMoney})));
            customer.press(thing("ChoiceRow", reason("Ordered by mistake")));
        });
    customer.step(QStringLiteral("cancels; the money goes back"), QStringLiteral("cancelled"), [&] {
        customer.press(end);
        customer.see(chip("Cancelled"));
        Target timeline = thing("Timeline", {});
        timeline.description = reason("Refunded");
        customer.see(timeline);
    });
    shop.step(QStringLiteral("sees that it is cancelled, and takes it off the board"),
              QStringLiteral("called-off"), [&] {
                  Target cancelled = tale.ticket("New orders", order);
                  cancelled.row.append(say("shop_app::TicketWords", "This order is cancelled"));
                  shop.hear({});
                  shop.see(cancelled);
                  shop.press(tale.ticket("New orders", order,
                                         say("shop_app::TicketDelegate", "Remove from the board")));
                  shop.miss(cancelled);
              });
    checkRefund(tale);
}

void decline(const Tale &tale, const Tale::Order &order) {
    const Actor &customer = tale.company().customer;
    const Actor &shop = tale.company().shop;
    shop.step(QStringLiteral("cannot take it, and says why"), QStringLiteral("decline"), [&] {
        shop.press(tale.ticket("New orders", order, say("shop_app::TicketDelegate", "Decline")));
        shop.press(thing("ChoiceRow", reason("Too many orders at the moment")));
    });
    shop.step(QStringLiteral("declines; the alarm stops"), QStringLiteral("declined"), [&] {
        shop.press(button(say("shop_app::EndingDesk", "Decline the order")));
        shop.hear({});
        shop.see(text(say("shop_app::MainPage", "No. %1 is declined")));
    });
    customer.step(QStringLiteral("reads why, and has the money back"), QStringLiteral("refused"),
                  [&] {
                      customer.see(chip("Refused"));
                      Target timeline = thing("Timeline", {});
                      timeline.description = reason("Refunded");
                      customer.see(timeline);
                  });
    checkRefund(tale);
}

} // namespace

void playRegrets(const Tale &tale) {
    const Tale::Order regretted = orderAgain(tale);
    change(tale, regretted);
    cancel(tale, regretted);
    decline(tale, orderAgain(tale));
}

} // namespace soban::tour
