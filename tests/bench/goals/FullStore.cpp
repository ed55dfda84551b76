// SPDX-License-Identifier: GPL-3.0-or-later
// P8: a store with very many orders in it, beside an empty one.
#include "goals/Goals.h"
#include "stage/Fill.h"
#include "stage/OwnOrders.h"
#include "stage/Requests.h"

#include <QFileInfo>

namespace soban::bench {

namespace {

/// A server with its customers, each of whom has an order to look at.
struct Side {
    Side(Stage &measuring, Poller &poller, House opened)
        : stage(measuring)
        , house(std::move(opened))
        , load(poller, house.server->port(), kClients)
        , write(placing(house.town, PaymentMethod::OnDelivery)) {}

    Fault lookAtOwn() {
        const auto orders = placeOneEach(load, house.town, kClients);
        if (!orders)
            return orders.error();
        QList<QByteArray> requests;
        for (const PlacedOrder &order : *orders) {
            requests.append(getRequest("/api/v1/orders/" + order.id, order.token));
            lists.append(getRequest("/api/v1/orders?limit=20", order.token));
        }
        reads = each(requests);
        return std::nullopt;
    }
    LoadResult place() { return load.runClosed(stage.plan(kCreated), write); }
    LoadResult read() { return load.runClosed(stage.plan(), reads); }
    LoadResult list() { return load.runClosed(stage.plan(), each(lists)); }

    Stage &stage;
    House house;
    HttpLoad load;
    WriteRequest write;
    WriteRequest reads;
    QList<QByteArray> lists;
};

/// A house whose store is full before its server starts for good.
Result<House, QString> openFull(Stage &stage) {
    auto house = stage.open({});
    if (!house)
        return std::move(house).error();
    {
        Poller poller;
        HttpLoad load(poller, house->server->port(), 1);
        const auto originals = placeOneEach(load, house->town, kClients);
        if (!originals)
            return originals.error();
    }
    house.value().server.reset();
    Stage::say(QStringLiteral("   filling the store with %1 orders").arg(stage.options().orders));
    if (const auto fault = fillStore(house->databaseFile, stage.options().orders))
        return *fault;
    if (const auto fault = stage.restart(house.value()))
        return *fault;
    return house;
}

Outcome compare(Stage &stage, Side &empty, Side &full) {
    for (Side *side : {&empty, &full}) {
        if (const auto fault = side->lookAtOwn())
            return Outcome::brokenOff(*fault);
    }
    Rounds rounds;
    const int placedEmpty = rounds.add([&] { return empty.place(); });
    const int placedFull = rounds.add([&] { return full.place(); });
    const int readEmpty = rounds.add([&] { return empty.read(); });
    const int readFull = rounds.add([&] { return full.read(); });
    const int listEmpty = rounds.add([&] { return empty.list(); });
    const int listFull = rounds.add([&] { return full.list(); });
    rounds.run(stage.options().rounds);
    if (const QString fault = rounds.fault(); !fault.isEmpty())
        return Outcome::brokenOff(fault);
    const QString perSecond = QStringLiteral("/s");
    constexpr double kGibi = 1024.0 * 1024 * 1024;
    return {
        {ratioAtLeast(QStringLiteral("placing"), rounds.ratio(placedFull, placedEmpty), 0.9),
         ratioAtLeast(QStringLiteral("reading an order"), rounds.ratio(readFull, readEmpty), 0.9),
         ratioAtLeast(QStringLiteral("a page of 20 of one's orders"),
                      rounds.ratio(listFull, listEmpty), 0.9)},
        {{QStringLiteral("orders stored"), double(stage.options().orders), QString()},
         {QStringLiteral("the store's file"),
          double(QFileInfo(full.house.databaseFile).size()) / kGibi, QStringLiteral("GiB")},
         {QStringLiteral("placing, empty"), rounds.perSecond(placedEmpty), perSecond},
         {QStringLiteral("placing, full"), rounds.perSecond(placedFull), perSecond},
         {QStringLiteral("reading, empty"), rounds.perSecond(readEmpty), perSecond},
         {QStringLiteral("reading, full"), rounds.perSecond(readFull), perSecond},
         {QStringLiteral("pages, empty"), rounds.perSecond(listEmpty), perSecond},
         {QStringLiteral("pages, full"), rounds.perSecond(listFull), perSecond}}};
}

} // namespace

Outcome measureFullStore(Stage &stage) {
    auto fullHouse = openFull(stage);
    if (!fullHouse)
        return Outcome::brokenOff(fullHouse.error());
    auto emptyHouse = stage.open({});
    if (!emptyHouse)
        return Outcome::brokenOff(emptyHouse.error());
    Poller poller;
    Side empty(stage, poller, std::move(emptyHouse).value());
    Side full(stage, poller, std::move(fullHouse).value());
    return compare(stage, empty, full);
}

} // namespace soban::bench
