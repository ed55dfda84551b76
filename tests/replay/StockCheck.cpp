// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/StockCheck.h"

#include "client/Calls.h"
#include "replay/Ask.h"

namespace soban::replay {

namespace {

constexpr auto kStockLimit = std::chrono::minutes(3);
constexpr int kItemsAtOnce = 12;

/// What is read from the API, a few calls at a time.
struct Shelves {
    QHash<MenuItemId, int> sold;
    QList<contract::ShopView> shops;
    QStringList faults;
};

/// Sends one call per party and hands on the good answers.
template <typename Answer>
TaskPool::Task reading(Party &party, const client::Call<Answer> &call, QObject *context,
                       Shelves &shelves, std::function<void(const Answer &)> take) {
    return [&party, call, context, &shelves, take](const std::function<void()> &done) {
        insist<Answer>(party.api(), call, context,
                       [&shelves, take, done](const Result<Answer, client::ApiError> &answer) {
                           if (answer)
                               take(*answer);
                           else
                               shelves.faults.append(describe(answer.error()));
                           done();
                       });
    };
}

std::deque<TaskPool::Task> readings(const Cast &cast, QObject *context, Shelves &shelves) {
    std::deque<TaskPool::Task> tasks;
    for (const auto &customer : cast.customers()) {
        if (!customer->order())
            continue;
        tasks.push_back(reading<contract::OrderView>(
            customer->party(), client::calls::order(*customer->order()), context, shelves,
            [&shelves](const contract::OrderView &order) {
                for (const OrderLine &line : order.lines)
                    shelves.sold[line.item] += line.quantity;
            }));
    }
    for (const auto &shop : cast.shops()) {
        tasks.push_back(reading<contract::ShopView>(
            shop->party(), client::calls::shop(shop->shop()), context, shelves,
            [&shelves](const contract::ShopView &view) { shelves.shops.append(view); }));
    }
    return tasks;
}

/// How many of an item each shop had; the menus of a shop keep the order of the town file.
QHash<QString, int> initialStock(const contract::Town &town) {
    QHash<QString, int> stock;
    for (const contract::TownShop &shop : town.shops) {
        for (const contract::TownSection &section : shop.sections) {
            for (const contract::TownItem &item : section.items) {
                if (item.stock)
                    stock.insert(shop.name.ko + u'/' + item.name.ko, *item.stock);
            }
        }
    }
    return stock;
}

QStringList compare(const contract::Town &town, const Shelves &shelves) {
    QHash<QString, int> initial = initialStock(town);
    QStringList found;
    for (const contract::ShopView &shop : shelves.shops) {
        for (const contract::MenuSectionView &section : shop.sections) {
            for (const contract::MenuItemView &item : section.items) {
                if (!item.remaining)
                    continue;
                const QString name = shop.card.name.ko + u'/' + item.name.ko;
                const int had = initial.take(name);
                const int sold = shelves.sold.value(item.id);
                if (had - sold != *item.remaining) {
                    found.append(QStringLiteral("%1: had %2, sold %3, has %4")
                                     .arg(name)
                                     .arg(had)
                                     .arg(sold)
                                     .arg(*item.remaining));
                }
            }
        }
    }
    for (const QString &name : initial.keys())
        found.append(name + QStringLiteral(" is not counted any more"));
    return found;
}

} // namespace

Result<QStringList, QString> stockImbalances(const Interrupt &interrupt, const contract::Town &town,
                                             const Cast &cast) {
    Shelves shelves;
    QObject context;
    Gate gate(interrupt);
    TaskPool pool(kItemsAtOnce, readings(cast, &context, shelves));
    QObject::connect(&pool, &TaskPool::finished, &context, [&gate] { gate.open(); });
    pool.start();
    if (!gate.wait(kStockLimit))
        return QStringLiteral("stock: no answer");
    if (!shelves.faults.isEmpty())
        return QString(QStringLiteral("stock: ") + shelves.faults.first());
    return compare(town, shelves);
}

} // namespace soban::replay
