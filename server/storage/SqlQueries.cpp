// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlQueries.h"

#include "domain/Event.h"
#include "queries/ReviewCursor.h"
#include "storage/SqlDeliveryStore.h"
#include "storage/SqlKeepsakeStore.h"
#include "storage/SqlOrderStore.h"
#include "storage/SqlPaymentStore.h"
#include "storage/SqlShopBook.h"

#include <algorithm>
#include <limits>

namespace soban::storage {

namespace {

constexpr qint64 kNoBound = std::numeric_limits<qint64>::max();

template <typename AnyId>
qint64 boundBelow(std::optional<AnyId> below) {
    return below ? below->number() : kNoBound;
}

/// Rows of (order id, document), one more than the page shows, which tells that there is more.
DocumentPage pageOf(Rows rows, int limit) {
    DocumentPage page;
    std::optional<OrderId> last;
    while (rows.next()) {
        if (page.documents.size() == limit) {
            page.next = last;
            break;
        }
        last = rows.id<OrderId>(0);
        page.documents.append(rows.utf8(1));
    }
    return page;
}

contract::PaymentView viewOf(const Payment &payment) {
    return {payment.id,
            payment.method,
            payment.state,
            payment.amount,
            payment.refunded,
            payment.requestedAt,
            payment.settledAt,
            payment.declineReason.isEmpty() ? std::nullopt : std::optional(payment.declineReason)};
}

contract::AccountView accountViewOf(const Rows &row) {
    return {row.id<AccountId>(0), row.word<Role>(1),     row.text(2),           row.text(3),
            row.text(4),          row.word<Language>(5), row.maybeId<ShopId>(6)};
}

} // namespace

std::optional<OrderDocuments> SqlOrderQueries::documents(OrderId order) const {
    Rows row = m_database.query("SELECT customer_id, shop_id, rider_id, version, for_customer, "
                                "for_shop, for_rider FROM order_views WHERE order_id = ?",
                                order);
    if (!row.next())
        return std::nullopt;
    return OrderDocuments{row.id<AccountId>(0), row.id<ShopId>(1), row.maybeId<AccountId>(2),
                          row.number(3),        row.utf8(4),       row.utf8(5),
                          row.utf8(6)};
}

DocumentPage SqlOrderQueries::ofCustomer(AccountId customer, std::optional<OrderId> below,
                                         int limit) const {
    return pageOf(m_database.query("SELECT order_id, for_customer FROM order_views "
                                   "WHERE customer_id = ? AND order_id < ? "
                                   "ORDER BY order_id DESC LIMIT ?",
                                   customer, boundBelow(below), limit + 1),
                  limit);
}

DocumentPage SqlOrderQueries::ofShop(ShopId shop, std::optional<OrderId> below, int limit) const {
    return pageOf(m_database.query("SELECT order_id, for_shop FROM order_views "
                                   "WHERE shop_id = ? AND order_id < ? AND for_shop IS NOT NULL "
                                   "ORDER BY order_id DESC LIMIT ?",
                                   shop, boundBelow(below), limit + 1),
                  limit);
}

DocumentPage SqlOrderQueries::ofRider(AccountId rider, std::optional<OrderId> below,
                                      int limit) const {
    return pageOf(m_database.query("SELECT order_id, for_rider FROM order_views "
                                   "WHERE rider_id = ? AND order_id < ? "
                                   "ORDER BY order_id DESC LIMIT ?",
                                   rider, boundBelow(below), limit + 1),
                  limit);
}

QList<contract::PaymentView> SqlOrderQueries::payments(OrderId order) const {
    QList<contract::PaymentView> views;
    for (const Payment &payment : SqlPaymentStore(m_database).ofOrder(order))
        views.append(viewOf(payment));
    return views;
}

QHash<MenuItemId, ShelfStock> SqlShopQueries::stockOf(ShopId shop, QDate today) const {
    return stockLevels(m_database, shop, today);
}

contract::ReviewList SqlShopQueries::reviews(ShopId shop, const std::optional<QString> &cursor,
                                             int limit) const {
    const auto below = ReviewCursor::fromText(cursor.value_or(QString())).value_or(ReviewCursor());
    Rows rows = m_database.query(
        "SELECT r.order_id, a.name, r.stars, r.words, r.written_at, r.answer, r.answered_at, "
        "r.photo "
        "FROM reviews r JOIN accounts a ON a.id = r.customer_id WHERE r.shop_id = ? "
        "AND (r.written_at, r.order_id) < (?, ?) "
        "ORDER BY r.written_at DESC, r.order_id DESC LIMIT ?",
        shop, below.writtenAtMs, below.order, limit + 1);
    contract::ReviewList list;
    while (rows.next()) {
        if (list.reviews.size() == limit) {
            const auto &last = list.reviews.last();
            list.nextCursor = ReviewCursor{last.writtenAt.ms(), last.orderId.number()}.toText();
            break;
        }
        list.reviews.append({rows.id<OrderId>(0), rows.text(1), rows.number(2), rows.text(3),
                             rows.maybeText(7), rows.instant(4), rows.maybeText(5),
                             rows.maybeInstant(6)});
    }
    return list;
}

std::optional<contract::AccountView> SqlPersonQueries::account(AccountId id) const {
    Rows row = m_database.query(
        "SELECT id, role, login, name, phone, language, shop_id FROM accounts WHERE id = ?", id);
    return row.next() ? std::optional(accountViewOf(row)) : std::nullopt;
}

contract::CardList SqlPersonQueries::cards(AccountId customer) const {
    Rows rows =
        m_database.query("SELECT id, brand, masked_number, registered_at FROM saved_cards "
                         "WHERE account_id = ? AND billing_key IS NOT NULL ORDER BY id DESC",
                         customer);
    contract::CardList list;
    while (rows.next())
        list.cards.append({rows.id<CardId>(0), rows.text(1), rows.text(2), rows.instant(3)});
    return list;
}

contract::MessageList SqlPersonQueries::messages(AccountId account, std::optional<MessageId> below,
                                                 int limit) const {
    Rows rows = m_database.query(
        "SELECT m.id, m.order_id, m.kind, s.name_ko, s.name_en, o.number, m.text_ko, m.text_en, "
        "m.posted_at FROM messages m JOIN orders o ON o.id = m.order_id "
        "JOIN shops s ON s.id = o.shop_id "
        // Nobody is asked for what is written already.
        "WHERE m.account_id = ? AND m.id < ? AND NOT (m.kind = ? AND EXISTS "
        "(SELECT 1 FROM reviews r WHERE r.order_id = m.order_id)) "
        "ORDER BY m.id DESC LIMIT ?",
        account, boundBelow(below), MessageKind::ReviewRequest, limit + 1);
    contract::MessageList list;
    while (rows.next()) {
        if (list.messages.size() == limit) {
            list.nextCursor = list.messages.last().id.toText();
            break;
        }
        list.messages.append({rows.id<MessageId>(0),
                              rows.id<OrderId>(1),
                              rows.text(2),
                              {rows.text(3), rows.text(4)},
                              rows.number(5),
                              {rows.text(6), rows.text(7)},
                              rows.instant(8)});
    }
    return list;
}

QList<ShopId> SqlPersonQueries::favourites(AccountId customer) const {
    return SqlKeepsakeStore(m_database).favourites(customer);
}

contract::AddressBook SqlPersonQueries::addresses(AccountId customer) const {
    return SqlKeepsakeStore(m_database).addresses(customer);
}

std::optional<RiderWhereabouts> SqlPersonQueries::riderOf(OrderId order) const {
    Rows row = m_database.query(
        "SELECT o.customer_id, o.version, o.state, o.delivery_state, r.latitude, r.longitude, "
        "r.reported_at FROM orders o LEFT JOIN riders r ON r.account_id = o.rider_id "
        "WHERE o.id = ?",
        order);
    if (!row.next())
        return std::nullopt;
    RiderWhereabouts rider{
        row.id<AccountId>(0),
        {order, row.number(1), row.word<OrderState>(2), row.word<DeliveryState>(3)},
        {}};
    if (!row.isNull(4)) {
        const GeoPoint position = Rows::sound(GeoPoint::of(row.real(4), row.real(5)), 4);
        rider.position = contract::RiderPositionView{position, row.instant(6)};
    }
    return rider;
}

contract::DutyView SqlPersonQueries::duty(AccountId rider) const {
    Rows row = m_database.query(
        "SELECT on_duty, latitude, longitude FROM riders WHERE account_id = ?", rider);
    if (!row.next())
        return {false, {}};
    return {row.flag(0), row.isNull(1) ? std::nullopt : GeoPoint::of(row.real(1), row.real(2))};
}

contract::OfferList SqlPersonQueries::offers(AccountId rider, double radiusMeters) const {
    const SqlDeliveryStore deliveries(m_database);
    const auto position = deliveries.positionOnDuty(rider);
    if (!position)
        return {};
    QList<Offer> offers = deliveries.openNear(*position, radiusMeters);
    Rows shown = m_database.query("SELECT order_id FROM offer_sights WHERE rider_id = ?", rider);
    while (shown.next()) {
        const auto order = shown.id<OrderId>(0);
        const bool listed = std::any_of(offers.cbegin(), offers.cend(),
                                        [&](const Offer &offer) { return offer.order == order; });
        if (listed)
            continue;
        const auto delivery = deliveries.find(order);
        if (delivery && delivery->isOpen)
            offers.append(delivery->offer);
    }
    std::sort(offers.begin(), offers.end(), [&](const Offer &a, const Offer &b) {
        return a.shopPosition.distanceMetersTo(*position) <
               b.shopPosition.distanceMetersTo(*position);
    });
    return {offers};
}

std::optional<contract::OrderAudit> SqlOperatorQueries::audit(OrderId id) const {
    const auto order = SqlOrderStore(m_database).find(id);
    if (!order)
        return std::nullopt;
    Money keptInAll = Money::zero(order->total.currency());
    QList<contract::PaymentView> views;
    for (const Payment &payment : SqlPaymentStore(m_database).ofOrder(id)) {
        keptInAll = keptInAll.plus(kept(payment)).value_or(keptInAll);
        views.append(viewOf(payment));
    }
    Rows held = m_database.query(
        "SELECT COALESCE(SUM(quantity), 0) FROM stock_holds WHERE order_id = ?", id);
    held.next();
    return contract::OrderAudit{id,
                                order->customer,
                                order->shop,
                                order->rider,
                                order->version,
                                order->stage.order,
                                order->stage.delivery,
                                order->total,
                                keptInAll,
                                owed(*order),
                                held.number(0),
                                order->times,
                                views};
}

contract::OrderAuditList SqlOperatorQueries::audits(std::optional<OrderId> above, int limit) const {
    QList<OrderId> ids;
    Rows rows = m_database.query("SELECT id FROM orders WHERE id > ? ORDER BY id LIMIT ?",
                                 above ? above->number() : 0, limit + 1);
    while (rows.next())
        ids.append(rows.id<OrderId>(0));
    contract::OrderAuditList list;
    for (OrderId id : std::as_const(ids)) {
        if (list.orders.size() == limit) {
            list.nextCursor = list.orders.last().orderId.toText();
            break;
        }
        list.orders.append(*audit(id));
    }
    return list;
}

contract::OperatorAccountList SqlOperatorQueries::accounts(std::optional<Role> role,
                                                           std::optional<AccountId> above,
                                                           int limit) const {
    Rows rows = m_database.query(
        "SELECT id, role, login, name, phone, language, shop_id, created_at, disabled "
        "FROM accounts WHERE id > ? AND (CAST(? AS TEXT) IS NULL OR role = ?) ORDER BY id LIMIT ?",
        above ? above->number() : 0, role, role, limit + 1);
    contract::OperatorAccountList list;
    while (rows.next()) {
        if (list.accounts.size() == limit) {
            list.nextCursor = list.accounts.last().account.id.toText();
            break;
        }
        list.accounts.append({accountViewOf(rows), rows.instant(7), rows.flag(8)});
    }
    return list;
}

} // namespace soban::storage
