// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"
#include "ui/Receipt.h"
#include "ui/Timeline.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace soban::customer {

/// The zone that an order's times are told in: the shop's.
QTimeZone zoneOf(const contract::OrderView &order);
/// It waits for its customer to pay otherwise.
bool isDeclined(const contract::OrderView &order);

/// What has gone otherwise than hoped, or cannot be said yet.
struct OrderNotice {
    ui::Tone tone;
    ui::Icon icon;
    QString title;
    QString text;
};

/// What an order's page says, made of the order as the server tells it.
class OrderSteps {
    Q_DECLARE_TR_FUNCTIONS(soban::customer::OrderSteps)

public:
    /// "Soban Kitchen no. 12": numbers are each shop's own, so none goes without it.
    static QString name(const LocalizedText &shop, int number, Language language);
    static QString name(const contract::OrderView &order, Language language) {
        return name(order.shopName, order.number, language);
    }
    /// From the payment to the confirmation, as the fulfilment has it. `metersLeft`, here and
    /// below: between the rider who has it and the door.
    static QList<ui::TimelineStep> timeline(const contract::OrderView &order, Instant now,
                                            Language language, std::optional<int> metersLeft = {});
    static std::optional<OrderNotice> notice(const contract::OrderView &order);
    /// "8 min left"; empty where nothing can be said.
    static QString aside(const contract::OrderView &order, Instant now, Language language,
                         std::optional<int> metersLeft = {});
    /// When it was asked for: "Scheduled for Fri 27 Nov 15:00", "Was scheduled for" it once it has
    /// left; empty if as soon as possible.
    static QString wanted(const contract::OrderView &order, Instant now, Language language);
    /// It was asked for a time, and has not left before it.
    static bool waitsForItsTime(const contract::OrderView &order);
    /// The one answer: "Arrives about 19:32"; of a rider who is near, "Arrives in a few minutes".
    static QString headline(const contract::OrderView &order, Instant now, Language language,
                            std::optional<int> metersLeft = {});
    /// "by 19:42 at the latest"; why it ended.
    static QString subline(const contract::OrderView &order, Instant now, Language language,
                           std::optional<int> metersLeft = {});
    static ui::ReceiptContent receipt(const contract::OrderView &order,
                                      const QList<contract::PaymentView> &payments,
                                      Language language);
    /// The same for paper, where nothing stands beside it: shop, number, times and where it went.
    static ui::ReceiptContent paper(const contract::OrderView &order,
                                    const QList<contract::PaymentView> &payments,
                                    Language language);
    /// What its receipt is saved as: numbers are each shop's own, so the shop stands before it.
    static QString fileName(const contract::OrderView &order, Language language);
    /// Where it stands; what the customer is to do next before what has happened.
    static ui::Chip chip(const contract::OrderView &order);
    /// What else there is to know or to do, in a sentence or two; empty if it is over.
    static QString advice(const contract::OrderView &order, Instant now, Language language);
    /// What the customer presses: of a gift it is not the customer who has it.
    static QString confirmation(const contract::OrderView &order);
    /// When it came into the customer's hands, at the door or over the counter.
    static std::optional<Instant> handedOverAt(const contract::OrderView &order);

private:
    /// "Soban Card ₩45,000"
    static QString paidWith(const contract::OrderView &order, Language language);
    /// Of the step that leads out of the shop, while it is under way.
    static QString pickup(const contract::OrderView &order);
    /// "20 min to prepare"
    static QString promised(const contract::OrderView &order);
    /// "Completes by itself at 20:31"; empty if it does not.
    static QString byItself(const contract::OrderView &order, Instant now, Language language);
    /// "After you have it", "After Mina has it"
    static QString afterWhom(const contract::OrderView &order);
    /// What becomes of the money of a payment whose outcome is open.
    static QString onceItIsKnown(const contract::OrderView &order);
    static QString words(PaymentState state, Fulfilment how);
    /// "about 19:32"; of a rider who is near "in a few minutes"; empty if nothing is known.
    static QString arrival(const contract::OrderView &order, Instant now, Language language,
                           const std::optional<int> &metersLeft);
    /// "70 m to go", "at the door"
    static QString toGo(int meters);
    static QString expected(const contract::OrderView &order, Instant now, Language language);
};

} // namespace soban::customer
