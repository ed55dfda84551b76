// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestBench.h"

#include <QSemaphore>

namespace soban::testing {

using contract::PlaceOrderRequest;

namespace {

void must(const auto &outcome) {
    if (!outcome)
        qFatal("refused: %s", toText(outcome.error().code).data());
}

TownIds townIn(const storage::DatabaseAddress &database) {
    return TestBench(database).town;
}

app::Settings settingsFor(const storage::DatabaseAddress &database) {
    app::Settings settings;
    settings.database = database;
    return settings;
}

} // namespace

PlaceOrderRequest Hands::snackRequest(PaymentMethod method, Fulfilment how) const {
    const bool carried = how != Fulfilment::Collection;
    return {m_town.snackBar,
            how,
            {{m_town.kimbap, {m_town.regular}, 2}},
            carried ? 11'000 : 8'000,
            method,
            {},
            {QStringLiteral("3 Home Lane"), northOf(townCentre(), 800)},
            {},
            {},
            {},
            {}};
}

PlaceOrderRequest Hands::flowerRequest(PaymentMethod method) const {
    return {m_town.flowerShop,
            Fulfilment::OwnDelivery,
            {{m_town.roses, {}, 1}},
            34'000,
            method,
            {},
            {QStringLiteral("3 Home Lane"), northOf(townCentre(), 800)},
            {},
            {},
            {},
            {}};
}

OrderId Hands::place(const PlaceOrderRequest &request) {
    const auto placed = m_rooms.placement().place(m_town.mina, request);
    must(placed);
    return placed->id;
}

void Hands::pay(OrderId order) {
    const Payment due = payment(order);
    m_rooms.payments().record(due.id, payment::Captured{QStringLiteral("provider-key"),
                                                        due.requestedAt,
                                                        due.amount,
                                                        Money::zero(due.amount.currency()),
                                                        QStringLiteral("card"),
                                                        {}});
}

void Hands::walk(OrderId id, OrderState to) {
    for (Order present = order(id); present.stage.order != to; present = order(id)) {
        if (lifecycle::isOver(present.stage.order))
            qFatal("the order ended before it came to %s", toText(to).data());
        step(present);
    }
}

void Hands::walk(OrderId id, DeliveryState to) {
    for (Order present = order(id); present.stage.delivery != to; present = order(id)) {
        if (lifecycle::isOver(present.stage.order))
            qFatal("the order ended before its delivery came to %s", toText(to).data());
        step(present);
    }
}

void Hands::step(const Order &order) {
    const auto model = m_rooms.model();
    const Actor shop = ownerOf(order);
    switch (order.stage.order) {
    case OrderState::PaymentPending:
        return pay(order.id);
    case OrderState::Placed:
        return must(model.kitchen.accept(order.id, shop, order.version, 20));
    case OrderState::Accepted:
        return must(model.kitchen.start(order.id, shop, order.version));
    case OrderState::Preparing:
        return must(model.kitchen.finish(order.id, shop, order.version));
    case OrderState::Ready:
        return stepFromReady(order);
    case OrderState::PickedUp:
        if (order.stage.fulfilment == Fulfilment::OwnDelivery)
            return must(model.kitchen.handOver(order.id, shop, order.version, order.handOverCode));
        return must(model.dispatch.handOver(order.id, rider(), DeliveryState::PickedUp,
                                            order.handOverCode, {}));
    case OrderState::Delivered:
        return must(model.placement.confirm(order.id, customer(), order.version));
    default:
        qFatal("no usual step leads on from %s", toText(order.stage.order).data());
    }
}

void Hands::stepFromReady(const Order &order) {
    const auto model = m_rooms.model();
    switch (order.stage.fulfilment) {
    case Fulfilment::PlatformRider:
        if (order.stage.delivery == DeliveryState::Open)
            return must(model.dispatch.claim(order.id, rider(), DeliveryState::Open, {}));
        return must(model.dispatch.pickUp(order.id, rider(), DeliveryState::Claimed, {}));
    case Fulfilment::OwnDelivery:
        return must(model.kitchen.pickUp(order.id, ownerOf(order), order.version));
    case Fulfilment::Collection:
        return must(
            model.kitchen.collect(order.id, ownerOf(order), order.version, order.handOverCode));
    }
}

Order Hands::order(OrderId id) const {
    return *m_rooms.model().orders.find(id);
}

Payment Hands::payment(OrderId order) const {
    return m_rooms.paymentBook().ofOrder(order).last();
}

Actor Hands::ownerOf(const Order &order) const {
    const bool snacks = order.shop == m_town.snackBar;
    return {Role::Shop, snacks ? m_town.snackOwner : m_town.flowerOwner, order.shop};
}

QList<DomainEvent> HeardEvents::of(EventType type) const {
    QList<DomainEvent> found;
    for (const DomainEvent &event : all) {
        if (event.type == type)
            found.append(event);
    }
    return found;
}

TestBench::TestBench()
    : TestBench(std::make_unique<TestDatabase>(TestDatabase::Kept::ForOneOnly), nullptr) {}

TestBench::TestBench(const storage::DatabaseAddress &database) : TestBench(nullptr, &database) {}

TestBench::TestBench(std::unique_ptr<TestDatabase> own, const storage::DatabaseAddress *other)
    : m_own(std::move(own))
    , settings(settingsFor(other ? *other : m_own->address()))
    , rooms({settings, clock, ids, catalogue, pictures, bus, sessions})
    , town(settle(rooms.database(), ids, clock))
    , hands(rooms, town) {
    rooms.refreshShop(town.snackBar);
    rooms.refreshShop(town.flowerShop);
    rooms.events().addListener(heard);
}

QList<CommittedEvent> TestBench::work(const std::function<void()> &step) {
    rooms.database().begin();
    step();
    rooms.finishWork();
    rooms.database().commit();
    return rooms.events().take();
}

void TestBench::workInVain(const std::function<void()> &step) {
    rooms.database().begin();
    step();
    rooms.database().rollBack();
    rooms.events().take();
}

OrderId TestBench::place(const PlaceOrderRequest &request) {
    std::optional<OrderId> id;
    work([&] { id = hands.place(request); });
    return *id;
}

Order TestBench::walk(OrderId order, OrderState to) {
    work([&] { hands.walk(order, to); });
    return hands.order(order);
}

Order TestBench::walk(OrderId order, DeliveryState to) {
    work([&] { hands.walk(order, to); });
    return hands.order(order);
}

OrderId TestBench::orderIn(OrderState state) {
    const OrderId id = place(hands.snackRequest());
    walk(id, state);
    return id;
}

int TestBench::remaining(MenuItemId item) {
    storage::Rows row =
        rooms.database().query("SELECT remaining FROM stock WHERE item_id = ?", item);
    return row.next() ? row.number(0) : -1;
}

int TestBench::countOf(const char *sql) {
    storage::Rows row = rooms.database().query(sql);
    row.next();
    return row.number(0);
}

QList<EventType> typesOf(const QList<CommittedEvent> &events) {
    QList<EventType> types;
    for (const CommittedEvent &event : events)
        types.append(event.record.type);
    return types;
}

LiveBench::LiveBench(storage::Writer::Limits limits) : town(townIn(database())), m_limits(limits) {
    settings.database = database();
    start();
}

LiveBench::~LiveBench() {
    stop();
}

void LiveBench::start() {
    m_bus = std::make_unique<EventBus>();
    const auto makeBench = [this] {
        auto bench = std::make_unique<app::WriteBench>(app::WriteBench::Surroundings{
            settings, clock, ids, catalogue, pictures, *m_bus, sessions});
        m_rooms = bench.get();
        return bench;
    };
    m_writer = std::make_unique<storage::Writer>(makeBench, *m_bus, m_limits);
    if (const auto fault = m_writer->begin())
        qFatal("the bench does not stand: %s", qPrintable(*fault));
}

void LiveBench::stop() {
    m_writer.reset();
    m_bus.reset();
}

bool LiveBench::run(const std::function<void(Hands &)> &work) {
    QSemaphore done;
    bool durable = false;
    const bool queued = m_writer->submit(
        [&] {
            Hands hands(*m_rooms, town);
            work(hands);
        },
        [&](bool isDurable) {
            durable = isDurable;
            done.release();
        });
    if (!queued)
        qFatal("the writer's queue takes nothing");
    done.acquire();
    return durable;
}

int LiveBench::countOf(const char *sql) {
    int count = -1;
    run([&](Hands &) {
        storage::Rows row = m_rooms->database().query(sql);
        row.next();
        count = row.number(0);
    });
    return count;
}

} // namespace soban::testing
