// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordering/Placement.h"

#include "domain/Phone.h"

#include <QHash>
#include <QRandomGenerator>

#include <map>

namespace soban::ordering {

using contract::ErrorCode;
using contract::PlaceOrderRequest;
using contract::Problem;
using namespace std::chrono_literals;

namespace {

Problem toProblem(const PricingError &error) {
    const QString line =
        error.line < 0 ? QStringLiteral("lines") : QStringLiteral("lines[%1]").arg(error.line);
    switch (error.fault) {
    case PricingFault::NoLines:
        return Problem::at(ErrorCode::OutOfRange, line);
    case PricingFault::UnknownItem:
        return Problem::at(ErrorCode::UnknownItem, line + QStringLiteral(".itemId"));
    case PricingFault::QuantityOutOfRange:
        return Problem::at(ErrorCode::OutOfRange, line + QStringLiteral(".quantity"));
    case PricingFault::BelowMinimum:
        return Problem::at(ErrorCode::BelowMinimum, line);
    case PricingFault::TooLarge:
        return Problem::at(ErrorCode::OutOfRange, line);
    case PricingFault::UnknownOption:
    case PricingFault::RepeatedOption:
    case PricingFault::TooFewOptions:
    case PricingFault::TooManyOptions:
        break;
    }
    static const QHash<PricingFault, QString> kDetails{
        {PricingFault::UnknownOption,
         QStringLiteral("names an option that the item does not have")},
        {PricingFault::RepeatedOption, QStringLiteral("names an option twice")},
        {PricingFault::TooFewOptions, QStringLiteral("leaves a required choice open")},
        {PricingFault::TooManyOptions,
         QStringLiteral("chooses more options than the group allows")}};
    return Problem::at(ErrorCode::OptionsViolated, line + QStringLiteral(".optionIds"),
                       kDetails.value(error.fault));
}

/// Four digits that nobody can guess from the ones before.
QString fourDigits() {
    return QStringLiteral("%1").arg(QRandomGenerator::system()->bounded(10'000), 4, 10,
                                    QLatin1Char('0'));
}

std::optional<Problem> refusesWantedTime(const Shop &shop, std::optional<Instant> wantedAt,
                                         Instant now) {
    constexpr auto kFarthest = 60 * 24h;
    if (!wantedAt)
        return {};
    if (*wantedAt < now || *wantedAt > now + kFarthest)
        return Problem::at(ErrorCode::OutOfRange, QStringLiteral("wantedAt"));
    if (!shop.hours.isOpenAt(*wantedAt))
        return Problem::at(ErrorCode::ShopClosed, QStringLiteral("wantedAt"));
    return {};
}

/// Whoever is given something must not be asked for its price at their door.
std::optional<Problem> refusesAtDoor(PaymentMethod method,
                                     const std::optional<Recipient> &recipient) {
    if (!recipient || method != PaymentMethod::OnDelivery)
        return {};
    return Problem::at(ErrorCode::InvalidValue, QStringLiteral("paymentMethod"),
                       QStringLiteral("an order for somebody else is paid for in advance"));
}

Problem notNow(const Order &order) {
    Problem problem = Problem::of(ErrorCode::NotAllowedNow);
    problem.present = presentStage(order);
    return problem;
}

/// A payment may be under way, whose outcome nobody knows yet.
std::optional<Problem> refusesUnlessDeclined(const Order &order) {
    return order.answerBy ? std::nullopt : std::optional(notNow(order));
}

/// The person saw another total than this one.
std::optional<Problem> refusesTotal(qint64 expectedMinor, const PricedCart &cart) {
    if (cart.total.minor() == expectedMinor)
        return {};
    Problem problem = Problem::at(ErrorCode::PriceChanged, QStringLiteral("expectedTotalMinor"));
    problem.quote = contract::QuoteView{cart.lines, cart.items, cart.deliveryFee, cart.total};
    return problem;
}

/// It can be neither prepared now nor at the wanted time.
std::optional<Problem> refusesTime(const Shop &shop, std::optional<Instant> wantedAt, Instant now) {
    // An order for a day ahead may be placed at night; the shop only has to be open then.
    const bool takesOrders =
        wantedAt ? shop.modeAt(now) != ShopMode::Paused : shop.takesOrdersAt(now);
    if (!takesOrders)
        return Problem::at(ErrorCode::ShopClosed, QStringLiteral("shopId"));
    return refusesWantedTime(shop, wantedAt, now);
}

} // namespace

Result<PricedCart, Problem> priceRequest(const Shelf::Offering &offering,
                                         const QList<LineChoice> &lines, Fulfilment fulfilment) {
    if (!offering.shop.delivers(fulfilment))
        return Problem::at(ErrorCode::FulfilmentNotOffered, QStringLiteral("fulfilment"));
    auto cart = priceCart(offering.shop, offering.menu, lines, fulfilment);
    if (!cart)
        return toProblem(cart.error());
    return std::move(cart).value();
}

Placement::Placement(OrderLifecycle &lifecycle, OrderRepository &orders, Shelf &shelf,
                     Wallet &wallet, std::function<bool()> areCardsCharged, IdSource &ids,
                     const Clock &clock)
    : m_lifecycle(lifecycle)
    , m_orders(orders)
    , m_shelf(shelf)
    , m_wallet(wallet)
    , m_areCardsCharged(std::move(areCardsCharged))
    , m_ids(ids)
    , m_clock(clock) {}

std::optional<Problem> Placement::refuses(const Shop &shop,
                                          const PlaceOrderRequest &request) const {
    if (auto problem = refusesTime(shop, request.wantedAt, m_clock.now()))
        return problem;
    if (auto problem = refusesAtDoor(request.paymentMethod, request.recipient))
        return problem;
    if (request.recipient && !isPhoneNumber(request.recipient->phone))
        return Problem::at(ErrorCode::InvalidValue, QStringLiteral("recipient.phone"));
    if (request.fulfilment != Fulfilment::Collection && !shop.reaches(request.address.position))
        return Problem::at(ErrorCode::OutOfArea, QStringLiteral("address.position"));
    return {};
}

std::optional<Problem> Placement::findsSoldOut(const Menu &menu, const QList<OrderLine> &lines,
                                               const QHash<MenuItemId, int> &had) const {
    const auto wanted = quantitiesOf(lines);
    for (int i = 0; i < lines.size(); ++i) {
        const MenuItemId item = lines[i].item;
        if (wanted.value(item) > had.value(item) && menu.find(item)->isSoldOutAt(m_clock.now()))
            return Problem::at(ErrorCode::SoldOut, QStringLiteral("lines[%1].itemId").arg(i));
    }
    return {};
}

std::optional<Problem> Placement::holdStock(OrderId order, const Menu &menu,
                                            const QList<OrderLine> &lines,
                                            const QHash<MenuItemId, int> &had) {
    // One hold per item, in the order of their ids, so that two orders never wait for each other.
    std::map<MenuItemId, int> wanted;
    for (const OrderLine &line : lines) {
        if (menu.find(line.item)->isCounted)
            wanted[line.item] += line.quantity;
    }
    for (const auto &[item, quantity] : wanted) {
        const int more = quantity - had.value(item);
        if (more <= 0 || m_shelf.hold(order, item, more))
            continue;
        for (int i = 0; i < lines.size(); ++i) {
            if (lines[i].item == item)
                return Problem::at(ErrorCode::SoldOut, QStringLiteral("lines[%1].itemId").arg(i));
        }
    }
    return {};
}

Result<Order, Problem> Placement::place(AccountId customer, const PlaceOrderRequest &request) {
    const auto offering = m_shelf.find(request.shopId);
    if (!offering)
        return Problem::at(ErrorCode::NotFound, QStringLiteral("shopId"));
    if (auto problem = refuses(offering->shop, request))
        return *problem;
    auto cart = priceRequest(*offering, request.lines, request.fulfilment);
    if (!cart)
        return cart.error();
    if (auto problem = refusesTotal(request.expectedTotalMinor, *cart))
        return *problem;
    if (auto problem = findsSoldOut(offering->menu, cart->lines))
        return *problem;
    const auto card = cardFor(customer, request.paymentMethod, request.cardId);
    if (!card)
        return card.error();
    const auto id = m_ids.next<OrderId>();
    if (auto problem = holdStock(id, offering->menu, cart->lines))
        return *problem;

    const Order order{id,
                      customer,
                      request.shopId,
                      m_orders.nextNumber(request.shopId),
                      1,
                      {OrderState::PaymentPending, DeliveryState::None, request.fulfilment},
                      cart->lines,
                      cart->items,
                      cart->deliveryFee,
                      cart->total,
                      request.paymentMethod,
                      *card,
                      request.address,
                      request.note.value_or(QString()),
                      request.recipient,
                      request.cardText.value_or(QString()),
                      request.wantedAt,
                      OrderTimes{.created = m_clock.now()},
                      {},
                      {},
                      fourDigits(),
                      fourDigits()};
    m_lifecycle.create(order);
    return order;
}

Result<OrderContents, Problem> Placement::wantedOf(const Order &order,
                                                   const Shelf::Offering &offering,
                                                   const contract::ChangeRequest &request) const {
    const Fulfilment how = order.stage.fulfilment;
    if (how != Fulfilment::Collection && !offering.shop.reaches(request.address.position))
        return Problem::at(ErrorCode::OutOfArea, QStringLiteral("address.position"));
    const auto cart = priceRequest(offering, request.lines, how);
    if (!cart)
        return cart.error();
    const OrderContents wanted{cart->lines, cart->items,     cart->deliveryFee,
                               cart->total, request.address, request.note};
    if (wanted == contentsOf(order))
        return Problem::at(ErrorCode::InvalidValue, QStringLiteral("lines"),
                           QStringLiteral("changes nothing"));
    if (auto problem = refusesTotal(request.expectedTotalMinor, *cart))
        return *problem;
    return wanted;
}

std::optional<Problem> Placement::takeChange(Order &order, const contract::ChangeRequest &request) {
    if (order.pendingChange)
        return notNow(order);
    const auto offering = m_shelf.find(order.shop);
    if (!offering)
        return Problem::at(ErrorCode::NotFound, QStringLiteral("shopId"));
    const auto wanted = wantedOf(order, *offering, request);
    if (!wanted)
        return wanted.error();
    const auto had = quantitiesOf(order.lines);
    if (auto problem = findsSoldOut(offering->menu, wanted->lines, had))
        return problem;
    const bool isPaidFor =
        order.paymentMethod == PaymentMethod::OnDelivery || wanted->total <= order.total;
    if (!isPaidFor) {
        const auto card = cardFor(order.customer, PaymentMethod::Card,
                                  request.cardId ? request.cardId : order.card);
        if (!card)
            return card.error();
        order.card = *card;
    }
    if (auto problem = holdStock(order.id, offering->menu, wanted->lines, had))
        return problem;
    if (isPaidFor)
        makeChange(order, *wanted, m_clock.now());
    else
        order.pendingChange = PendingChange{m_ids.next<PaymentId>(), *wanted};
    return {};
}

OrderLifecycle::Outcome Placement::change(OrderId order, const Actor &customer, int version,
                                          const contract::ChangeRequest &request) {
    return m_lifecycle.advance(order, Action::Change, customer, Expectation::ofVersion(version),
                               [&](Order &present) { return takeChange(present, request); });
}

OrderLifecycle::Outcome Placement::payAgain(OrderId order, const Actor &customer, int version,
                                            const contract::PayRequest &request) {
    const auto setPayment = [&](Order &present) -> std::optional<Problem> {
        if (auto problem = refusesUnlessDeclined(present))
            return problem;
        // It may have closed since the order was placed.
        const auto offering = m_shelf.find(present.shop);
        if (!offering)
            return Problem::at(ErrorCode::ShopClosed, QStringLiteral("shopId"));
        if (auto problem = refusesTime(offering->shop, present.wantedAt, m_clock.now()))
            return problem;
        if (auto problem = refusesAtDoor(request.paymentMethod, present.recipient))
            return problem;
        const auto card = cardFor(present.customer, request.paymentMethod, request.cardId);
        if (!card)
            return card.error();
        present.paymentMethod = request.paymentMethod;
        present.card = *card;
        return {};
    };
    return m_lifecycle.advance(order, Action::PayAgain, customer, Expectation::ofVersion(version),
                               setPayment);
}

Result<std::optional<CardId>, Problem> Placement::cardFor(AccountId customer, PaymentMethod method,
                                                          std::optional<CardId> wanted) const {
    if (method != PaymentMethod::Card)
        return std::optional<CardId>();
    if (!m_areCardsCharged())
        return Problem::at(ErrorCode::PaymentUnavailable, QStringLiteral("paymentMethod"));
    const std::optional<CardId> card = m_wallet.cardOf(customer, wanted);
    if (!card)
        return Problem::at(ErrorCode::CardMissing, QStringLiteral("cardId"));
    return card;
}

void Placement::giveUpPayment(OrderId order) {
    (void)m_lifecycle.advance(order, Action::FailPayment, Actor::system(), Expectation::nothing(),
                              refusesUnlessDeclined);
}

OrderLifecycle::Outcome Placement::cancel(OrderId order, const Actor &customer, int version,
                                          const contract::EndRequest &request) {
    return endOrder(m_lifecycle, order, Action::Cancel, customer, Expectation::ofVersion(version),
                    request);
}

void Placement::expire(OrderId order) {
    (void)endOrder(m_lifecycle, order, Action::Expire, Actor::system(), Expectation::nothing(),
                   {EndReason::NoAnswer});
}

OrderLifecycle::Outcome Placement::confirm(OrderId order, const Actor &customer, int version) {
    return m_lifecycle.advance(order, Action::Confirm, customer, Expectation::ofVersion(version));
}

void Placement::completeByItself(OrderId order) {
    (void)m_lifecycle.advance(order, Action::AutoComplete, Actor::system(), Expectation::nothing());
}

} // namespace soban::ordering
