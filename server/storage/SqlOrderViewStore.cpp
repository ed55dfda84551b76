// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlOrderViewStore.h"

#include "storage/LastOfEach.h"
#include "storage/SqlSmallStores.h"

namespace soban::storage {

namespace {

constexpr qsizetype kMostPeopleKnown = 4096;

} // namespace

SqlOrderViewStore::SqlOrderViewStore(Database &database, const SqlPaymentStore &payments,
                                     const SqlTimerBook &timers)
    : m_database(database), m_payments(payments), m_timers(timers) {
    m_database.join(*this);
}

SqlOrderViewStore::~SqlOrderViewStore() {
    m_database.leave(*this);
}

views::OrderFacts SqlOrderViewStore::factsOf(const Order &order) const {
    const bool isDelivered = order.stage.order == OrderState::Delivered;
    const auto paymentState = m_payments.standingOf(order);
    if (!paymentState)
        throw StorageError(StorageError::Kind::Other, QStringLiteral("an order has no payment"));
    return {shop(order.shop),
            person(order.customer),
            order.rider ? std::optional(person(*order.rider).name) : std::nullopt,
            *paymentState,
            order.card ? payingCard(*order.card) : std::nullopt,
            isDelivered ? m_timers.dueAt(TimerKind::AutoComplete, order.id) : std::nullopt,
            order.rider ? ridersPay(order) : Money::zero(order.total.currency()),
            mayBeReviewed(order) ? SqlReviewStore(m_database).find(order.id) : std::nullopt};
}

const views::ShopFacts &SqlOrderViewStore::shop(ShopId id) const {
    if (const auto known = m_shops.constFind(id); known != m_shops.cend())
        return *known;
    Rows row = m_database.query("SELECT kind, name_ko, name_en, picture, address, phone, latitude, "
                                "longitude, time_zone FROM shops WHERE id = ?",
                                id);
    if (!row.next())
        throw StorageError(StorageError::Kind::Other, QStringLiteral("an order names no shop"));
    return *m_shops.insert(id, {row.word<ShopKind>(0),
                                {row.text(1), row.text(2)},
                                row.text(3),
                                row.text(4),
                                row.text(5),
                                Rows::sound(GeoPoint::of(row.real(6), row.real(7)), 6),
                                row.text(8)});
}

const views::PersonFacts &SqlOrderViewStore::person(AccountId id) const {
    if (const auto known = m_people.constFind(id); known != m_people.cend())
        return *known;
    Rows row = m_database.query("SELECT name, phone FROM accounts WHERE id = ?", id);
    if (!row.next())
        throw StorageError(StorageError::Kind::Other, QStringLiteral("an order names nobody"));
    return *m_people.insert(id, {row.text(0), row.text(1)});
}

Money SqlOrderViewStore::ridersPay(const Order &order) const {
    Rows row = m_database.query("SELECT pay FROM deliveries WHERE order_id = ?", order.id);
    return row.next() ? row.money(0, order.total.currency()) : Money::zero(order.total.currency());
}

std::optional<contract::PayingCard> SqlOrderViewStore::payingCard(CardId card) const {
    Rows row = m_database.query("SELECT brand, masked_number FROM saved_cards WHERE id = ?", card);
    return row.next() ? std::optional(contract::PayingCard{row.text(0), row.text(1)})
                      : std::nullopt;
}

void SqlOrderViewStore::put(OrderId order, const OrderDocuments &documents) {
    m_waiting.append({order, documents});
}

void SqlOrderViewStore::rollBackTo(qsizetype mark) {
    storage::rollBack(m_waiting, mark);
    forgetFacts();
}

void SqlOrderViewStore::forgetFacts() {
    m_shops.clear();
    m_people.clear();
}

void SqlOrderViewStore::write() {
    const auto orNull = [](const QByteArray &document) {
        return document.isEmpty() ? QVariant() : toSql(Document{document});
    };
    QVariantList values;
    for (const auto &[order, documents] :
         lastOfEach(m_waiting, [](const Waiting &one) { return one.order; })) {
        values << toSql(order) << toSql(documents.customer) << toSql(documents.shop)
               << toSql(documents.rider) << toSql(documents.version)
               << toSql(Document{documents.forCustomer}) << orNull(documents.forShop)
               << orNull(documents.forRider);
    }
    m_waiting.clear();
    if (m_database.dialect().isShared() || m_people.size() > kMostPeopleKnown)
        forgetFacts();
    m_database.insertRows("INSERT INTO order_views (order_id, customer_id, shop_id, rider_id, "
                          "version, for_customer, for_shop, for_rider)",
                          8, values,
                          "ON CONFLICT (order_id) DO UPDATE SET rider_id = excluded.rider_id, "
                          "version = excluded.version, for_customer = excluded.for_customer, "
                          "for_shop = excluded.for_shop, for_rider = excluded.for_rider");
}

} // namespace soban::storage
