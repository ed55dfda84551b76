// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlOrderStore.h"

#include "storage/LastOfEach.h"
#include "storage/StoredValues.h"

namespace soban::storage {

namespace {

Address addressOf(const Rows &row, int column) {
    const auto position = GeoPoint::of(row.real(column + 1), row.real(column + 2));
    return {row.text(column), Rows::sound(position, column + 1)};
}

std::optional<Recipient> recipientOf(const Rows &row, int column) {
    if (row.isNull(column))
        return std::nullopt;
    return Recipient{row.text(column), row.text(column + 1)};
}

OrderTimes timesOf(const Rows &row, int column) {
    return {row.instant(column),          row.maybeInstant(column + 1),
            row.maybeInstant(column + 2), row.maybeInstant(column + 3),
            row.maybeInstant(column + 4), row.maybeInstant(column + 5),
            row.maybeInstant(column + 6), row.maybeInstant(column + 7),
            row.maybeInstant(column + 8), row.maybeInstant(column + 9)};
}

std::optional<Document> textOf(const std::optional<Ending> &ending) {
    return ending ? std::optional(endingToText(*ending)) : std::nullopt;
}

std::optional<Document> textOf(const std::optional<Settlement> &settlement) {
    return settlement ? std::optional(settlementToText(*settlement)) : std::nullopt;
}

std::optional<Document> textOf(const std::optional<PendingChange> &change) {
    return change ? std::optional(pendingChangeToText(*change)) : std::nullopt;
}

std::optional<Document> textOf(const std::optional<BeforeChange> &change) {
    return change ? std::optional(beforeChangeToText(*change)) : std::nullopt;
}

/// Whether what only the customer's changes move is not what it was.
bool isChanged(const Order &order, const Order &before) {
    return contentsOf(order) != contentsOf(before) || order.pendingChange != before.pendingChange ||
           order.beforeChange != before.beforeChange;
}

std::optional<int> metersOf(const std::optional<RiderSearch> &search) {
    return search ? std::optional(search->meters) : std::nullopt;
}

bool isInVain(const std::optional<RiderSearch> &search) {
    return search && search->isInVain;
}

std::optional<RiderSearch> searchOf(const Rows &row, int column) {
    return row.isNull(column)
               ? std::nullopt
               : std::optional(RiderSearch{row.number(column), row.flag(column + 1)});
}

/// In the order of the columns of `write`.
QVariantList valuesOf(const Order &order) {
    const auto &[text, position] = order.address;
    const auto recipientName =
        order.recipient ? std::optional(order.recipient->name) : std::nullopt;
    const auto recipientPhone =
        order.recipient ? std::optional(order.recipient->phone) : std::nullopt;
    const OrderTimes &times = order.times;
    return {toSql(order.id),
            toSql(order.customer),
            toSql(order.shop),
            toSql(order.number),
            toSql(order.version),
            toSql(order.stage.order),
            toSql(order.stage.delivery),
            toSql(order.stage.fulfilment),
            toSql(linesToText(order.lines)),
            toSql(order.total.currency().code()),
            toSql(order.items),
            toSql(order.deliveryFee),
            toSql(order.total),
            toSql(order.paymentMethod),
            toSql(order.card),
            toSql(text),
            toSql(position.latitude()),
            toSql(position.longitude()),
            toSql(order.note),
            toSql(recipientName),
            toSql(recipientPhone),
            toSql(order.cardText),
            toSql(order.wantedAt),
            toSql(times.created),
            toSql(times.placed),
            toSql(times.accepted),
            toSql(times.started),
            toSql(times.ready),
            toSql(times.claimed),
            toSql(times.pickedUp),
            toSql(times.delivered),
            toSql(times.completed),
            toSql(times.ended),
            toSql(order.preparationMinutes),
            toSql(order.rider),
            toSql(order.handOverCode),
            toSql(order.pickUpCode),
            toSql(order.proofPhoto),
            toSql(order.answerBy),
            toSql(textOf(order.ending)),
            toSql(textOf(order.pendingChange)),
            toSql(textOf(order.beforeChange)),
            toSql(metersOf(order.riderSearch)),
            toSql(isInVain(order.riderSearch)),
            toSql(textOf(order.settlement))};
}
constexpr int kColumns = 45;

} // namespace

SqlOrderStore::SqlOrderStore(Database &database) : m_database(database), m_numbers(database) {
    m_database.join(*this);
}

SqlOrderStore::~SqlOrderStore() {
    m_database.leave(*this);
}

const Order *SqlOrderStore::lastNew(OrderId id) const {
    return lastWhere(m_new, [id](const Order &order) { return order.id == id; });
}

std::optional<Order> SqlOrderStore::find(OrderId id) const {
    if (const Order *order = lastNew(id))
        return *order;
    if (const auto known = m_known.constFind(id); known != m_known.cend())
        return *known;
    auto order = read(id);
    if (order)
        m_known.insert(id, *order);
    return order;
}

std::optional<Order> SqlOrderStore::read(OrderId id) const {
    Rows row = m_database.query(
        "SELECT customer_id, shop_id, number, version, state, delivery_state, fulfilment, lines, "
        "currency, items, delivery_fee, total, payment_method, card_id, address, latitude, "
        "longitude, note, recipient_name, recipient_phone, card_text, wanted_at, created_at, "
        "placed_at, accepted_at, started_at, ready_at, claimed_at, picked_up_at, delivered_at, "
        "completed_at, ended_at, preparation_minutes, rider_id, hand_over_code, pick_up_code, "
        "proof_photo, answer_by, ending, pending_change, before_change, search_meters, "
        "search_in_vain, settlement FROM orders WHERE id = ?",
        id);
    if (!row.next())
        return std::nullopt;
    const Currency currency = row.currency(8);
    return Order{id,
                 row.id<AccountId>(0),
                 row.id<ShopId>(1),
                 row.number(2),
                 row.number(3),
                 {row.word<OrderState>(4), row.word<DeliveryState>(5), row.word<Fulfilment>(6)},
                 linesFromText(row.utf8(7)),
                 row.money(9, currency),
                 row.money(10, currency),
                 row.money(11, currency),
                 row.word<PaymentMethod>(12),
                 row.maybeId<CardId>(13),
                 addressOf(row, 14),
                 row.text(17),
                 recipientOf(row, 18),
                 row.text(20),
                 row.maybeInstant(21),
                 timesOf(row, 22),
                 row.isNull(32) ? std::nullopt : std::optional(row.number(32)),
                 row.maybeId<AccountId>(33),
                 row.text(34),
                 row.text(35),
                 row.maybeText(36),
                 row.maybeInstant(37),
                 row.isNull(38) ? std::nullopt : std::optional(endingFromText(row.utf8(38))),
                 row.isNull(39) ? std::nullopt : std::optional(pendingChangeFromText(row.utf8(39))),
                 row.isNull(40) ? std::nullopt : std::optional(beforeChangeFromText(row.utf8(40))),
                 searchOf(row, 41),
                 row.isNull(43) ? std::nullopt : std::optional(settlementFromText(row.utf8(43)))};
}

void SqlOrderStore::insert(const Order &order) {
    m_new.append(order);
}

bool SqlOrderStore::update(const Order &order) {
    const Order *stored = lastNew(order.id);
    if (!stored)
        return updateStored(order);
    if (stored->version != order.version - 1)
        return false;
    // Beside it, not over it: a savepoint may yet be undone.
    m_new.append(order);
    return true;
}

bool SqlOrderStore::updateStored(const Order &order) {
    const auto before = find(order.id);
    if (before && isChanged(order, *before))
        updateContents(order);
    const OrderTimes &times = order.times;
    // What any transition can change.
    const bool isStored =
        m_database.execute(
            "UPDATE orders SET version = ?, state = ?, delivery_state = ?, fulfilment = ?, "
            "placed_at = ?, accepted_at = ?, started_at = ?, ready_at = ?, claimed_at = ?, "
            "picked_up_at = ?, delivered_at = ?, completed_at = ?, ended_at = ?, "
            "preparation_minutes = ?, rider_id = ?, proof_photo = ?, answer_by = ?, ending = ?, "
            "payment_method = ?, card_id = ?, search_meters = ?, search_in_vain = ?, "
            "settlement = ? WHERE id = ? AND version = ?",
            order.version, order.stage.order, order.stage.delivery, order.stage.fulfilment,
            times.placed, times.accepted, times.started, times.ready, times.claimed, times.pickedUp,
            times.delivered, times.completed, times.ended, order.preparationMinutes, order.rider,
            order.proofPhoto, order.answerBy, textOf(order.ending), order.paymentMethod, order.card,
            metersOf(order.riderSearch), isInVain(order.riderSearch), textOf(order.settlement),
            order.id, order.version - 1) == 1;
    if (isStored)
        m_known.insert(order.id, order);
    else
        m_known.remove(order.id);
    return isStored;
}

void SqlOrderStore::updateContents(const Order &order) {
    m_database.execute("UPDATE orders SET lines = ?, items = ?, delivery_fee = ?, total = ?, "
                       "address = ?, latitude = ?, longitude = ?, note = ?, pending_change = ?, "
                       "before_change = ? WHERE id = ? AND version = ?",
                       linesToText(order.lines), order.items, order.deliveryFee, order.total,
                       order.address.text, order.address.position.latitude(),
                       order.address.position.longitude(), order.note, textOf(order.pendingChange),
                       textOf(order.beforeChange), order.id, order.version - 1);
}

void SqlOrderStore::rollBackTo(qsizetype mark) {
    storage::rollBack(m_new, mark);
    m_known.clear();
}

void SqlOrderStore::write() {
    QVariantList values;
    for (const Order &order : lastOfEach(m_new, [](const Order &one) { return one.id; }))
        values += valuesOf(order);
    // Others may write once this transaction is over.
    rollBackTo(0);
    m_database.insertRows(
        "INSERT INTO orders (id, customer_id, shop_id, number, version, state, delivery_state, "
        "fulfilment, lines, currency, items, delivery_fee, total, payment_method, card_id, "
        "address, latitude, longitude, note, recipient_name, recipient_phone, card_text, "
        "wanted_at, created_at, placed_at, accepted_at, started_at, ready_at, claimed_at, "
        "picked_up_at, delivered_at, completed_at, ended_at, preparation_minutes, rider_id, "
        "hand_over_code, pick_up_code, proof_photo, answer_by, ending, pending_change, "
        "before_change, search_meters, search_in_vain, settlement)",
        kColumns, values);
}

std::optional<SqlOrderStore::Facts> SqlOrderStore::factsOf(OrderId order) const {
    Rows row = m_database.query("SELECT o.customer_id, o.fulfilment, s.name_ko, s.name_en, "
                                "s.thanks_ko, s.thanks_en FROM orders o "
                                "JOIN shops s ON s.id = o.shop_id WHERE o.id = ?",
                                order);
    if (!row.next())
        return std::nullopt;
    return Facts{row.id<AccountId>(0),
                 row.word<Fulfilment>(1),
                 {row.text(2), row.text(3)},
                 {row.text(4), row.text(5)}};
}

} // namespace soban::storage
