// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "messaging/Scribe.h"
#include "storage/SqlOutboxStore.h"
#include "support/TestBench.h"

namespace soban::testing {

/// A house in which messages are written as things happen; who sends them is the test's matter.
struct MessageHouse {
    LiveBench bench;
    std::unique_ptr<messaging::Scribe> scribe;

    ~MessageHouse() { bench.stop(); }

    void startScribe() {
        scribe = std::make_unique<messaging::Scribe>(bench.writer(), bench.rooms().writingDesk(),
                                                     app::rulesOf(bench.settings.messages),
                                                     bench.ids, bench.clock);
        QObject::connect(&bench.bus(), &EventBus::committed, scribe.get(),
                         &messaging::Scribe::onCommitted, Qt::QueuedConnection);
        scribe->catchUp();
    }

    OrderId place(Fulfilment how = Fulfilment::PlatformRider) {
        std::optional<OrderId> id;
        bench.run([&](Hands &hands) {
            id = hands.place(hands.snackRequest(PaymentMethod::Card, how));
            hands.walk(*id, OrderState::Placed);
        });
        return *id;
    }
    template <typename State>
    void walk(OrderId order, State to) {
        bench.run([&](Hands &hands) { hands.walk(order, to); });
    }
    /// Oldest first.
    QList<messaging::OutboxMessage> messages() {
        QList<messaging::OutboxMessage> found;
        bench.run([&](Hands &) {
            found = storage::SqlOutboxStore(bench.rooms().database()).all({}, {}, 1000);
        });
        return found;
    }
    QList<messaging::Topic> topics() {
        QList<messaging::Topic> found;
        for (const auto &message : messages())
            found.append(message.topic);
        return found;
    }
    messaging::OutboxMessage only() {
        const auto found = messages();
        if (found.size() != 1)
            qFatal("%d messages", int(found.size()));
        return found.first();
    }
    bool hasReadAll() {
        return bench.countOf("SELECT COALESCE((SELECT seq FROM cursors WHERE consumer = "
                             "'messaging'), 0) >= (SELECT MAX(seq) FROM events WHERE type IN "
                             "('soban.order.placed', 'soban.order.delivered'))") == 1;
    }
    void prefer(MessageWay way, Language language = Language::Korean) {
        bench.run([&](Hands &) {
            bench.rooms().model().keepsakes.saveMessagePreference(bench.town.mina, {way, language});
        });
    }
};

} // namespace soban::testing
