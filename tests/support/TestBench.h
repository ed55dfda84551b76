// SPDX-License-Identifier: GPL-3.0-or-later
// The write side of all modules over a real database, for tests of any of them.
#pragma once

#include "app/WriteBench.h"
#include "support/SmallTown.h"
#include "support/TestDatabase.h"

namespace soban::testing {

/// Does with orders what their people do. What is expected to succeed ends the test's process when
/// it does not. Within a transaction of the bench.
class Hands {
public:
    Hands(app::WriteBench &rooms, const TownIds &town) : m_rooms(rooms), m_town(town) {}

    /// Two kimbap for 8000 and the way for 3000, from Mina, on a rider of the platform, by card.
    contract::PlaceOrderRequest snackRequest(PaymentMethod method = PaymentMethod::Card,
                                             Fulfilment how = Fulfilment::PlatformRider) const;
    /// A bouquet for 30000 and the way for 4000, by the shop's own courier.
    contract::PlaceOrderRequest flowerRequest(PaymentMethod method = PaymentMethod::Card) const;

    OrderId place(const contract::PlaceOrderRequest &request);
    /// The provider says that the order's latest payment was captured.
    void pay(OrderId order);
    /// Takes the next step of the usual way, until the order is in that state.
    void walk(OrderId order, OrderState to);
    /// Until a delivery of the platform is in that state.
    void walk(OrderId order, DeliveryState to);

    Order order(OrderId id) const;
    Payment payment(OrderId order) const;

    Actor customer() const { return {Role::Customer, m_town.mina, {}}; }
    Actor rider() const { return {Role::Rider, m_town.nearRider, {}}; }
    /// The owner of the order's shop.
    Actor ownerOf(const Order &order) const;

private:
    void step(const Order &order);
    void stepFromReady(const Order &order);

    app::WriteBench &m_rooms;
    const TownIds m_town;
};

/// Keeps what was announced, rolled back or not.
struct HeardEvents : EventListener {
    QList<DomainEvent> all;

    void announced(const DomainEvent &event) override { all.append(event); }
    QList<DomainEvent> of(EventType type) const;
    int count(EventType type) const { return int(of(type).size()); }
};

/// The pictures that there are in tests.
struct KnownPictures : PictureNames {
    bool contains(const QString &name) const override { return name == u"bibimbap"; }
};

/// All modules on the test's own thread, with the small town in them.
class TestBench {
public:
    /// On a database of its own.
    TestBench();
    explicit TestBench(const storage::DatabaseAddress &database);

    /// Runs a piece of work in one transaction, as the writer does; returns what it announced.
    QList<CommittedEvent> work(const std::function<void()> &step);
    /// The same, undone at the end.
    void workInVain(const std::function<void()> &step);

    OrderId place(const contract::PlaceOrderRequest &request);
    Order walk(OrderId order, OrderState to);
    Order walk(OrderId order, DeliveryState to);
    /// A snack order of Mina's that has come that far.
    OrderId orderIn(OrderState state);
    int remaining(MenuItemId item);
    int countOf(const char *sql);

private:
    TestBench(std::unique_ptr<TestDatabase> own, const storage::DatabaseAddress *other);

    const std::unique_ptr<TestDatabase> m_own;

public:
    ManualClock clock{kTownTime};
    IdSource ids{clock, 0};
    EventBus bus;
    catalog::Catalogue catalogue;
    identity::SessionDirectory sessions{clock};
    KnownPictures pictures;
    app::Settings settings;
    app::WriteBench rooms;
    const TownIds town;
    Hands hands;
    HeardEvents heard;
};

QList<EventType> typesOf(const QList<CommittedEvent> &events);

/// The small town on the disk, behind a real writer on a thread of its own; may be stopped and
/// started again like a server.
class LiveBench {
public:
    explicit LiveBench(storage::Writer::Limits limits = {});
    ~LiveBench();
    Q_DISABLE_COPY_MOVE(LiveBench)

    void start();
    void stop();

    /// Runs work on the writer's thread and waits for its outcome: durable or not.
    bool run(const std::function<void(Hands &)> &work);
    int countOf(const char *sql);
    storage::Writer &writer() { return *m_writer; }
    EventBus &bus() { return *m_bus; }
    /// Used within work only.
    app::WriteBench &rooms() { return *m_rooms; }
    const storage::DatabaseAddress &database() const { return m_database.address(); }

private:
    TestDatabase m_database;

public:
    ManualClock clock{kTownTime};
    IdSource ids{clock, 0};
    catalog::Catalogue catalogue;
    identity::SessionDirectory sessions{clock};
    KnownPictures pictures;
    app::Settings settings;
    const TownIds town;

private:
    const storage::Writer::Limits m_limits;
    std::unique_ptr<EventBus> m_bus;
    std::unique_ptr<storage::Writer> m_writer;
    app::WriteBench *m_rooms = nullptr;
};

} // namespace soban::testing
