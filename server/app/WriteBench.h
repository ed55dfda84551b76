// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/PlacementDesk.h"
#include "api/WriteModel.h"
#include "app/NewsDesk.h"
#include "app/Settings.h"
#include "app/TimerClerk.h"
#include "catalog/Attention.h"
#include "catalog/ShopOffice.h"
#include "messaging/Scribe.h"
#include "notification/Correspondent.h"
#include "payment/Payments.h"
#include "storage/SqlAccountStore.h"
#include "storage/SqlDeliveryStore.h"
#include "storage/SqlIdempotencyStore.h"
#include "storage/SqlKeepsakeStore.h"
#include "storage/SqlOrderStore.h"
#include "storage/SqlOrderViewStore.h"
#include "storage/SqlOutboxStore.h"
#include "storage/SqlPaymentStore.h"
#include "storage/SqlPictureStore.h"
#include "storage/SqlRefundStore.h"
#include "storage/SqlShopBook.h"
#include "storage/SqlSmallStores.h"
#include "storage/SqlTimerBook.h"
#include "storage/Writer.h"

namespace soban::app {

/// What ordering sees of the shops: the catalogue in memory and the stock in the transaction.
class CatalogueShelf : public ordering::Shelf {
public:
    CatalogueShelf(const catalog::Catalogue &catalogue, catalog::StockStore &stock,
                   const Clock &clock)
        : m_catalogue(catalogue), m_stock(stock), m_clock(clock) {}

    std::optional<Offering> find(ShopId shop) override;
    bool hold(OrderId order, MenuItemId item, int quantity) override;

private:
    const catalog::Catalogue &m_catalogue;
    catalog::StockStore &m_stock;
    const Clock &m_clock;
    catalog::ShopEntryPtr m_entry; ///< keeps the last answer alive
};

/// The catalogue's drawn pictures and those that people uploaded.
class AllPictures : public PictureNames {
public:
    AllPictures(const PictureNames &drawn, const PictureNames &uploaded)
        : m_drawn(drawn), m_uploaded(uploaded) {}
    bool contains(const QString &name) const override {
        return m_drawn.contains(name) || m_uploaded.contains(name);
    }

private:
    const PictureNames &m_drawn;
    const PictureNames &m_uploaded;
};

messaging::MessageRules rulesOf(const MessageSettings &settings);

/// The write side of all modules, joined on the writer's connection. Which module hears of which
/// step first is decided here.
class WriteBench : public storage::Writer::Bench {
public:
    struct Surroundings {
        const Settings &settings;
        const Clock &clock;
        IdSource &ids;
        catalog::Catalogue &catalogue;
        const PictureNames &pictures;
        EventBus &bus;
        identity::SessionDirectory &sessions;
        /// Any thread.
        std::function<bool()> areCardsCharged = [] { return true; };
        /// Before and after each commit that others hear of.
        std::function<void()> passCrashPoint = [] {};
    };

    /// Opens the database, brings its schema up to date and fills the catalogue. Throws
    /// StorageError.
    explicit WriteBench(const Surroundings &surroundings);

    storage::Database &database() override { return m_database; }
    storage::SqlEventSink &events() override { return m_events; }
    void finishWork() override;
    void forgetWork() override;
    void aboutToCommit() override { passCrashPoint(); }
    void hasCommitted() override { passCrashPoint(); }
    void takeIn() override { m_newsDesk.takeIn(); }
    void saw(Sequence last) override { m_newsDesk.saw(last); }
    storage::Standing seen() const override { return m_newsDesk.seen(); }

    api::WriteModel model();
    notification::Correspondent::Desk correspondence();
    messaging::Scribe::Desk writingDesk();
    messaging::Outbox &outbox() { return m_outbox; }
    /// Any thread.
    const messaging::MessageCounts &messageCounts() const { return m_messageCounts; }
    identity::AccountStore &accounts() { return m_accounts; }
    payment::PaymentBook &paymentBook() { return m_paymentBook; }
    payment::RefundBook &refundBook() { return m_refundBook; }
    payment::Payments &payments() { return m_payments; }
    TimerBook &timers() { return m_timers; }
    ordering::Placement &placement() { return m_placement; }
    delivery::Dispatch &dispatch() { return m_dispatch; }
    api::PlacementDesk &placements() { return m_placements; }
    const NewsDesk &newsDesk() const { return m_newsDesk; }
    /// Reads a shop's entry of the catalogue anew.
    void refreshShop(ShopId shop);

private:
    /// Where nothing is announced, nothing has happened.
    void passCrashPoint() {
        if (m_events.hasAnnounced())
            m_passCrashPoint();
    }

    catalog::Catalogue &m_catalogue;
    const std::function<void()> m_passCrashPoint;
    storage::Database m_database;
    storage::SqlEventSink m_events;
    storage::SqlEventLog m_log;
    storage::SqlCursorStore m_cursors;
    storage::SqlAccountStore m_accounts;
    storage::SqlOrderStore m_orders;
    storage::SqlPeople m_people;
    storage::SqlStockStore m_stock;
    storage::SqlPaymentStore m_paymentBook;
    storage::SqlRefundStore m_refundBook;
    storage::SqlCardStore m_cardBook;
    storage::SqlDeliveryStore m_deliveries;
    storage::SqlReviewStore m_reviewBook;
    storage::SqlShopBook m_shopBook;
    storage::SqlPictureStore m_pictureBook;
    AllPictures m_allPictures;
    storage::SqlKeepsakeStore m_keepsakeBook;
    storage::SqlMessageStore m_messages;
    storage::SqlOutboxStore m_outboxBook;
    storage::SqlTimerBook m_timers;
    storage::SqlMissedStore m_missed;
    storage::SqlCodeGuessStore m_guesses;
    storage::SqlIdempotencyStore m_answers;
    storage::SqlOrderViewStore m_viewStore;

    OrderLifecycle m_lifecycle;
    CatalogueShelf m_shelf;
    ordering::Placement m_placement;
    ordering::Arbitration m_arbitration;
    payment::Payments m_payments;
    payment::Cards m_cards;
    CodeGuard m_codes;
    kitchen::Kitchen m_kitchen;
    delivery::Dispatch m_dispatch;
    review::Reviews m_reviews;
    catalog::ShopOffice m_office;
    media::Pictures m_pictures;
    customer::Keepsakes m_keepsakes;
    catalog::StockWarden m_stockWarden;
    catalog::Attention m_attention;
    const messaging::Texts m_texts;
    messaging::MessageCounts m_messageCounts;
    messaging::Outbox m_outbox;
    TimerClerk m_timerClerk;
    views::OrderProjector m_views;
    api::PlacementDesk m_placements;
    NewsDesk m_newsDesk;
};

} // namespace soban::app
