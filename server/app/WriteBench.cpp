// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/WriteBench.h"

#include "storage/Migrations.h"
#include "storage/SqlCatalogue.h"

namespace soban::app {

std::optional<ordering::Shelf::Offering> CatalogueShelf::find(ShopId shop) {
    m_entry = m_catalogue.find(shop);
    if (!m_entry)
        return std::nullopt;
    return Offering{m_entry->shop, m_entry->menu};
}

bool CatalogueShelf::hold(OrderId order, MenuItemId item, int quantity) {
    return m_stock.hold(order, item, quantity, m_entry->shop.dayAt(m_clock.now()));
}

messaging::MessageRules rulesOf(const MessageSettings &settings) {
    messaging::MessageRules rules;
    rules.ofUse = std::chrono::minutes(settings.usefulMinutes);
    return rules;
}

WriteBench::WriteBench(const Surroundings &s)
    : m_catalogue(s.catalogue)
    , m_passCrashPoint(s.passCrashPoint)
    , m_database(s.settings.database, storage::Database::Access::ReadWrite)
    , m_events(m_database, s.ids, s.clock)
    , m_log(m_database)
    , m_cursors(m_database)
    , m_accounts(m_database)
    , m_orders(m_database)
    , m_people(m_database)
    , m_stock(m_database)
    , m_paymentBook(m_database)
    , m_refundBook(m_database)
    , m_cardBook(m_database)
    , m_deliveries(m_database)
    , m_reviewBook(m_database)
    , m_shopBook(m_database)
    , m_pictureBook(m_database)
    , m_allPictures(s.pictures, m_pictureBook)
    , m_keepsakeBook(m_database)
    , m_messages(m_database)
    , m_outboxBook(m_database)
    , m_timers(m_database)
    , m_missed(m_database)
    , m_guesses(m_database)
    , m_answers(m_database)
    , m_viewStore(m_database, m_paymentBook, m_timers)
    , m_lifecycle(m_orders, m_people, m_events, s.clock)
    , m_shelf(m_catalogue, m_stock, s.clock)
    , m_placement(m_lifecycle, m_orders, m_shelf, m_cardBook, s.areCardsCharged, s.ids, s.clock)
    , m_arbitration(
          m_lifecycle, [this](const Order &order) { return m_payments.held(order); },
          [this, &clock = s.clock](const ordering::Arbitration::Deed &done) {
              m_accounts.record(
                  {done.by, done.name, done.order.toText(), clock.now(), done.decision});
          })
    , m_payments(m_paymentBook, m_refundBook, m_lifecycle, m_events, s.ids, s.clock)
    , m_cards(m_cardBook, m_events, s.ids, s.clock)
    , m_codes(m_guesses, s.clock)
    , m_kitchen(m_lifecycle, m_codes, m_pictureBook)
    , m_dispatch(m_deliveries, m_deliveries, m_lifecycle, m_codes, m_pictureBook, m_events, s.clock,
                 s.settings.dispatch)
    , m_reviews(m_reviewBook, m_orders, m_pictureBook, m_events, s.clock)
    , m_office({m_shopBook, m_allPictures, m_events, s.ids, s.clock})
    , m_pictures(m_pictureBook, s.clock)
    , m_keepsakes(m_keepsakeBook, s.clock)
    , m_stockWarden(m_stock)
    , m_attention(m_missed, m_shopBook, m_events, s.clock)
    , m_outbox(m_outboxBook, m_outboxBook, m_texts, rulesOf(s.settings.messages), s.clock,
               m_messageCounts)
    , m_timerClerk(m_timers, m_catalogue, s.clock,
                   {std::chrono::minutes(s.settings.answerMinutes),
                    std::chrono::minutes(s.settings.payAgainMinutes),
                    std::chrono::minutes(s.settings.autoCompleteMinutes),
                    std::chrono::minutes(s.settings.widenMinutes)})
    , m_views(m_orders, m_viewStore)
    , m_placements(model())
    , m_newsDesk(
          {m_database, m_accounts, m_placements, m_catalogue, s.sessions, s.bus, s.ids, s.clock}) {
    storage::migrate(m_database, s.clock.now());
    // With the turn to write: a server before this one may still be committing.
    m_database.begin();
    s.ids.startAbove(storage::highestId(m_database));
    storage::SqlCatalogue(m_database).loadAll(m_catalogue);
    m_newsDesk.begin();
    m_database.commit();
    m_lifecycle.addListener(m_payments);
    m_lifecycle.addListener(m_dispatch);
    m_lifecycle.addListener(m_stockWarden);
    m_lifecycle.addListener(m_attention);
    m_lifecycle.addListener(m_timerClerk);
    m_events.addListener(m_views);
    m_events.addListener(m_placements);
    // Emitted on this thread, after the commit: the reply leaves at once.
    QObject::connect(
        &s.bus, &EventBus::committed, &s.bus,
        [this](const EventBatch &batch) { m_placements.committed(batch); }, Qt::DirectConnection);
}

api::WriteModel WriteBench::model() {
    return {m_placement, m_arbitration, m_kitchen, m_dispatch, m_reviews, m_office,  m_orders,
            m_pictures,  m_keepsakes,   m_people,  m_cards,    m_views,   m_answers, m_outbox};
}

notification::Correspondent::Desk WriteBench::correspondence() {
    return {m_log, m_cursors, m_messages, m_orders, m_events};
}

messaging::Scribe::Desk WriteBench::writingDesk() {
    return {{m_log, m_cursors}, m_outboxBook, m_outboxBook, m_texts};
}

void WriteBench::finishWork() {
    m_placements.finishWork();
    m_views.flush();
}

void WriteBench::forgetWork() {
    m_placements.forgetWork();
    m_views.forgetWork();
}

void WriteBench::refreshShop(ShopId shop) {
    m_catalogue.put(storage::SqlCatalogue(m_database).load(shop));
}

} // namespace soban::app
