// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlSmallStores.h"

namespace soban::storage {

bool SqlStockStore::hold(OrderId order, MenuItemId item, int quantity, QDate today) {
    const QString day = today.toString(Qt::ISODate);
    m_database.execute("UPDATE stock SET remaining = per_day, day = ? "
                       "WHERE item_id = ? AND per_day IS NOT NULL AND day < ?",
                       day, item, day);
    const bool taken = m_database.execute("UPDATE stock SET remaining = remaining - ? "
                                          "WHERE item_id = ? AND remaining >= ?",
                                          quantity, item, quantity) == 1;
    if (taken) {
        m_database.execute("INSERT INTO stock_holds (order_id, item_id, quantity, day) "
                           "SELECT ?, item_id, ?, day FROM stock WHERE item_id = ? "
                           "ON CONFLICT (order_id, item_id) DO UPDATE "
                           "SET quantity = stock_holds.quantity + excluded.quantity, "
                           "day = excluded.day",
                           order, quantity, item);
    }
    return taken;
}

void SqlStockStore::fit(OrderId order, const QHash<MenuItemId, int> &needed) {
    QList<std::pair<MenuItemId, int>> excess;
    Rows rows = m_database.query(
        "SELECT item_id, quantity FROM stock_holds WHERE order_id = ? ORDER BY item_id", order);
    while (rows.next()) {
        const auto item = rows.id<MenuItemId>(0);
        if (const int over = rows.number(1) - needed.value(item); over > 0)
            excess.append({item, over});
    }
    for (const auto &[item, over] : std::as_const(excess)) {
        m_database.execute("UPDATE stock SET remaining = remaining + ? WHERE item_id = ? AND day = "
                           "(SELECT day FROM stock_holds WHERE order_id = ? AND item_id = ?)",
                           over, item, order, item);
        m_database.execute("UPDATE stock_holds SET quantity = quantity - ? "
                           "WHERE order_id = ? AND item_id = ?",
                           over, order, item);
    }
}

void SqlStockStore::putBack(OrderId order) {
    m_database.execute(
        "UPDATE stock SET remaining = remaining + (SELECT quantity FROM stock_holds h "
        "WHERE h.order_id = ? AND h.item_id = stock.item_id) "
        "WHERE (item_id, day) IN (SELECT item_id, day FROM stock_holds WHERE order_id = ?)",
        order, order);
    consume(order);
}

void SqlStockStore::consume(OrderId order) {
    m_database.execute("DELETE FROM stock_holds WHERE order_id = ?", order);
}

std::optional<Review> SqlReviewStore::find(OrderId order) const {
    Rows row = m_database.query("SELECT shop_id, customer_id, stars, words, written_at, answer, "
                                "answered_at, photo FROM reviews WHERE order_id = ?",
                                order);
    if (!row.next())
        return std::nullopt;
    return Review{order,         row.id<ShopId>(0),   row.id<AccountId>(1),
                  row.number(2), row.text(3),         row.instant(4),
                  row.text(5),   row.maybeInstant(6), row.maybeText(7)};
}

void SqlReviewStore::insert(const Review &review) {
    m_database.execute("INSERT INTO reviews (order_id, shop_id, customer_id, stars, words, "
                       "written_at, photo) VALUES (?, ?, ?, ?, ?, ?, ?)",
                       review.order, review.shop, review.customer, review.stars, review.words,
                       review.writtenAt, review.photo);
    m_database.execute("UPDATE shops SET review_count = review_count + 1, star_sum = star_sum + ? "
                       "WHERE id = ?",
                       review.stars, review.shop);
}

void SqlReviewStore::answer(OrderId order, const QString &words, Instant now) {
    m_database.execute("UPDATE reviews SET answer = ?, answered_at = ? WHERE order_id = ?", words,
                       now, order);
}

bool SqlMessageStore::insert(const MessagePosted &message, AccountId to, Instant now) {
    return m_database.execute(
               "INSERT INTO messages (id, account_id, order_id, kind, text_ko, text_en, posted_at) "
               "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (order_id, kind) DO NOTHING",
               message.message, to, message.order, message.kind, message.text.ko, message.text.en,
               now) == 1;
}

int SqlMissedStore::miss(ShopId shop) {
    Rows row = m_database.query(
        "UPDATE order_numbers SET missed = missed + 1 WHERE shop_id = ? RETURNING missed", shop);
    return row.next() ? row.number(0) : 0;
}

void SqlMissedStore::forget(ShopId shop) {
    m_database.execute("UPDATE order_numbers SET missed = 0 WHERE shop_id = ? AND missed > 0",
                       shop);
}

CodeGuesses SqlCodeGuessStore::guesses(OrderId order) const {
    Rows row =
        m_database.query("SELECT wrong, locked_until FROM code_guesses WHERE order_id = ?", order);
    return row.next() ? CodeGuesses{row.number(0), row.maybeInstant(1)} : CodeGuesses{};
}

void SqlCodeGuessStore::put(OrderId order, const CodeGuesses &guesses) {
    m_database.execute("INSERT INTO code_guesses (order_id, wrong, locked_until) VALUES (?, ?, ?) "
                       "ON CONFLICT (order_id) DO UPDATE SET wrong = excluded.wrong, "
                       "locked_until = excluded.locked_until",
                       order, guesses.wrong, guesses.lockedUntil);
}

QString SqlPeople::nameOf(AccountId account) const {
    Rows row = m_database.query("SELECT name FROM accounts WHERE id = ?", account);
    return row.next() ? row.text(0) : QString();
}

} // namespace soban::storage
