// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/CardRoutes.h"
#include "api/CatalogueRoutes.h"
#include "api/ClientAddresses.h"
#include "api/CustomerRoutes.h"
#include "api/FigureRoutes.h"
#include "api/IdentityRoutes.h"
#include "api/MessageRoutes.h"
#include "api/OperatorRoutes.h"
#include "api/OrderReads.h"
#include "api/OrderRoutes.h"
#include "api/PictureRoutes.h"
#include "api/RiderRoutes.h"
#include "api/ServiceRoutes.h"
#include "api/ShopRoutes.h"
#include "api/TicketRoutes.h"
#include "app/CrashPoints.h"
#include "app/Housekeeping.h"
#include "app/MessageDesk.h"
#include "app/Network.h"
#include "app/NullModel.h"
#include "app/ProviderThread.h"
#include "app/Settings.h"
#include "app/TimerService.h"
#include "app/WriteBench.h"
#include "storage/Bell.h"
#include "storage/Readers.h"

#include <atomic>
#include <memory>

namespace soban::app {

/// The composition root: makes every part, joins them and takes them apart again in order. Lives on
/// the main thread. See docs/threads.md for what runs where.
class Server {
public:
    Server(const Settings &settings, const Clock &clock, const Secrets &secrets);
    ~Server();
    Q_DISABLE_COPY_MOVE(Server)

    /// Blocks until the server serves; the reason if it cannot.
    std::optional<QString> start();
    quint16 port() const { return m_network->port(); }
    QUrl publicUrl() const;

    /// Not ready → accept nothing new → finish what is in flight (10 s at most) → end streams →
    /// end the threads (G16). Blocks.
    void drain();

private:
    std::optional<QString> startBell();
    std::optional<QString> startStorage();
    std::optional<QString> startProvider();
    void makeModules();
    void makeTimers();
    void startMessages();
    api::WriteModel makeWriteModel();
    api::RouteFunctions makeRoutes();
    int networkThreads() const;
    std::optional<QString> startNetwork();
    NetworkThread::LookAround lookAround();
    /// After a commit, on the writer's thread: the catalogue shows what the shops are now.
    void refreshShops(const EventBatch &batch);
    void refreshShop(ShopId shop);
    void refreshShopLater(ShopId shop);
    void fire(const Timer &timer);
    QList<api::ServiceRoutes::Figure> figures();

    const Settings m_settings;
    const Clock &m_clock;
    const Secrets m_secrets;
    const api::ClientAddresses m_clients;
    IdSource m_ids;
    EventBus m_bus;
    catalog::Catalogue m_catalogue;
    api::PictureShelf m_pictures;
    api::OrderCache m_orderCache;
    identity::SessionDirectory m_sessions;
    identity::SignInThrottle m_throttle;
    CrashPoints m_crashPoints;
    providers::CircuitBreaker m_cardBreaker;
    MessageDesk m_messages;
    std::atomic<bool> m_isReady = false;

    WriteBench *m_bench = nullptr;          ///< owned by the writer's thread
    std::unique_ptr<NullModel> m_nullModel; ///< used on the writer's thread, by a bench only
    std::unique_ptr<storage::Bell> m_bell;  ///< where other servers may share the database
    std::unique_ptr<storage::Writer> m_writer;
    std::unique_ptr<storage::Readers> m_readers;
    std::unique_ptr<ProviderThread> m_providers;
    std::unique_ptr<identity::PasswordHasher> m_hasher;
    std::unique_ptr<identity::Identity> m_identity;
    std::unique_ptr<notification::Correspondent> m_correspondent;
    std::unique_ptr<TimerService> m_timers;
    std::unique_ptr<Housekeeping> m_housekeeping;

    std::unique_ptr<api::CommandDesk> m_commands;
    std::unique_ptr<api::IdentityRoutes> m_identityRoutes;
    std::unique_ptr<api::CatalogueRoutes> m_catalogueRoutes;
    std::unique_ptr<media::PictureStudio> m_studio;
    std::unique_ptr<api::PictureRoutes> m_pictureRoutes;
    std::unique_ptr<api::OrderRoutes> m_orderRoutes;
    std::unique_ptr<api::OrderReads> m_orderReads;
    std::unique_ptr<api::CustomerRoutes> m_customerRoutes;
    std::unique_ptr<api::FigureRoutes> m_figureRoutes;
    std::unique_ptr<api::TicketRoutes> m_ticketRoutes;
    std::unique_ptr<api::ShopRoutes> m_shopRoutes;
    std::unique_ptr<api::RiderRoutes> m_riderRoutes;
    std::unique_ptr<api::CardRoutes> m_cardRoutes;
    std::unique_ptr<api::OperatorRoutes> m_operatorRoutes;
    std::unique_ptr<api::MessageRoutes> m_messageRoutes;
    std::unique_ptr<api::ServiceRoutes> m_serviceRoutes;
    std::unique_ptr<Network> m_network;
};

} // namespace soban::app
