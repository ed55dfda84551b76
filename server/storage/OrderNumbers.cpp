// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/OrderNumbers.h"

#include "storage/LastOfEach.h"

#include <utility>

namespace soban::storage {

OrderNumbers::OrderNumbers(Database &database) : m_database(database) {
    m_database.join(*this);
}

OrderNumbers::~OrderNumbers() {
    m_database.leave(*this);
}

int OrderNumbers::next(ShopId shop) {
    auto last = m_last.find(shop);
    if (last == m_last.end())
        last = m_last.insert(shop, read(shop));
    m_given.append({shop, ++*last});
    return *last;
}

int OrderNumbers::read(ShopId shop) const {
    Rows row = m_database.query("SELECT last FROM order_numbers WHERE shop_id = ?", shop);
    return row.next() ? row.number(0) : 0;
}

void OrderNumbers::rollBackTo(qsizetype mark) {
    storage::rollBack(m_given, mark);
    // What was counted since is read anew, or from what has been counted before.
    m_last.clear();
    for (const Given &given : std::as_const(m_given))
        m_last.insert(given.shop, given.number);
}

void OrderNumbers::write() {
    QVariantList values;
    const QList<Given> given = std::exchange(m_given, {});
    for (const auto &[shop, number] : lastOfEach(given, [](const Given &one) { return one.shop; }))
        values << toSql(shop) << toSql(number);
    if (m_database.dialect().isShared())
        m_last.clear();
    m_database.insertRows("INSERT INTO order_numbers (shop_id, last)", 2, values,
                          "ON CONFLICT (shop_id) DO UPDATE SET last = excluded.last");
}

} // namespace soban::storage
