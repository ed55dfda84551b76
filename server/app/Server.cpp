// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Server.h"

#include "app/BreakerFigures.h"
#include "app/FileLimit.h"
#include "events/OwnWork.h"
#include "http/Tls.h"
#include "providers/KannelWire.h"

#include <QDeadlineTimer>
#include <QLoggingCategory>
#include <QSemaphore>
#include <QTimer>

namespace soban::app {

namespace {

Q_LOGGING_CATEGORY(lcServer, "soban.server")

constexpr int kReadQueue = 20'000;
constexpr int kDrainMs = 10'000;

/// The few routes that take more than the usual: their paths have no variable part.
std::function<qint64(http::Method, QByteArrayView)> bodyLimits(qint64 usual) {
    QHash<QByteArray, qint64> limits;
    for (const contract::Route &route : contract::routes()) {
        const qint64 bytes = route.maxBodyKiB * qint64(1024);
        if (bytes > usual)
            limits.insert(route.path, bytes);
    }
    return [limits, usual](http::Method, QByteArrayView path) {
        return limits.value(QByteArray::fromRawData(path.data(), path.size()), usual);
    };
}

storage::Writer::Limits writerLimits(WriterMode mode) {
    storage::Writer::Limits limits;
    if (mode == WriterMode::Single)
        limits.perTransaction = 1;
    return limits;
}

http::Limits limitsOf(const Settings &settings) {
    http::Limits limits = settings.http;
    limits.peers = http::PeerCounts::make(settings.connectionsPerAddress, settings.trustedProxies);
    limits.maxBodyBytesFor = bodyLimits(limits.maxBodyBytes);
    limits.maxWebSocketBytes = settings.streams.maxMessageBytes;
    return limits;
}

/// Only who alone changes a database can know that nothing has changed: with PostgreSQL another
/// server may have done so a moment ago.
qint64 orderCacheBytes(const Settings &settings) {
    return std::holds_alternative<storage::SqliteFile>(settings.database) ? settings.orderCacheBytes
                                                                          : 0;
}

/// How long after such an event a timer may have to be fired; absent where it sets none.
std::optional<int> minutesOfTimer(EventType type, const Settings &settings) {
    switch (type) {
    case EventType::OrderPlaced:
        return settings.answerMinutes;
    case EventType::PaymentDeclined:
        return settings.payAgainMinutes;
    case EventType::OrderReady:
    case EventType::OrderUpdated:
    case EventType::DeliveryGivenBack:
        return settings.widenMinutes;
    case EventType::OrderDelivered:
        return settings.autoCompleteMinutes;
    default:
        return std::nullopt;
    }
}

} // namespace

Server::Server(const Settings &settings, const Clock &clock, const Secrets &secrets)
    : m_settings(settings)
    , m_clock(clock)
    , m_secrets(secrets)
    , m_clients(settings.trustedProxies)
    , m_ids(clock, settings.node.value_or(0))
    , m_orderCache(orderCacheBytes(settings))
    , m_sessions(clock)
    , m_crashPoints(settings.crashAt)
    , m_cardBreaker({.failures = settings.paymentFailures,
                     .recentCalls = 2 * settings.paymentFailures,
                     .rest = std::chrono::milliseconds(settings.paymentRestMs),
                     .longest = 6 * std::chrono::milliseconds(settings.paymentRestMs),
                     .provider = "the card provider"})
    , m_messages(settings.messages, secrets) {
    if (!settings.pictureFolder.isEmpty())
        m_pictures.addFolder(settings.pictureFolder);
}

Server::~Server() {
    drain();
}

std::optional<QString> Server::start() {
    if (m_settings.writerMode != WriterMode::Group)
        qCWarning(lcServer, "for measuring only: the writer is \"%s\"",
                  toText(m_settings.writerMode).data());
    if (m_crashPoints.areArmed())
        qCWarning(lcServer, "for drills only: it ends at step %d", m_settings.crashAt);
    if (auto fault = startBell())
        return fault;
    if (auto fault = startStorage())
        return fault;
    if (auto fault = startProvider())
        return fault;
    makeModules();
    if (m_bell)
        m_bell->listen();
    if (auto fault = startNetwork())
        return fault;
    startMessages();
    m_isReady = true;
    return std::nullopt;
}

/// Last, because gateways are told where the server is found.
void Server::startMessages() {
    m_messages.start({*m_writer, *m_bench, m_bus, m_ids, m_clock, m_providers->context(),
                      [this] { return m_bell ? m_bell->number() : 0; },
                      [this] { return m_bell ? m_bell->others() : QSet<int>(); }},
                     publicUrl());
}

std::optional<QString> Server::startBell() {
    const auto *place = std::get_if<storage::PostgresPlace>(&m_settings.database);
    if (!place)
        return std::nullopt;
    m_bell = std::make_unique<storage::Bell>(
        storage::Bell::Setup{*place, kMostServers, m_settings.node});
    if (auto fault = m_bell->begin())
        return QStringLiteral("database: ") + *fault;
    m_ids.setNode(m_bell->number());
    QObject::connect(
        m_bell.get(), &storage::Bell::numberChanged, m_bell.get(),
        [this](int number) { m_ids.setNode(number); }, Qt::DirectConnection);
    return std::nullopt;
}

std::optional<QString> Server::startStorage() {
    // Before all others, whom the commit has answer and tell: they find nothing old in the cache.
    QObject::connect(
        &m_bus, &EventBus::committed, &m_bus,
        [this](const EventBatch &batch) { m_orderCache.committed(batch); }, Qt::DirectConnection);
    m_writer = std::make_unique<storage::Writer>(
        [this] {
            auto bench = std::make_unique<WriteBench>(WriteBench::Surroundings{
                m_settings, m_clock, m_ids, m_catalogue, m_pictures, m_bus, m_sessions,
                [this] { return m_cardBreaker.isAvailable(); }, [this] { m_crashPoints.pass(); }});
            bench->events().addListener(m_orderCache);
            m_bench = bench.get();
            return bench;
        },
        m_bus, writerLimits(m_settings.writerMode));
    if (auto fault = m_writer->begin())
        return QStringLiteral("database: ") + *fault;
    if (m_bell) {
        QObject::connect(m_bell.get(), &storage::Bell::rang, m_writer.get(), &storage::Writer::hear,
                         Qt::DirectConnection);
        QObject::connect(
            m_bell.get(), &storage::Bell::returned, m_writer.get(),
            [this] { (void)m_writer->look([](bool) {}); }, Qt::DirectConnection);
    }
    m_readers = std::make_unique<storage::Readers>(m_settings.database, m_settings.readerThreads,
                                                   kReadQueue);
    return std::nullopt;
}

std::optional<QString> Server::startProvider() {
    providers::TossConfig config{m_settings.paymentUrl, m_secrets.toss, {}, {}};
    config.limits.total = std::chrono::milliseconds(m_settings.paymentTimeoutMs);
    if (auto fault = config.problem())
        return QStringLiteral("payment provider: ") + *fault;
    if (auto fault = m_messages.problem())
        return QStringLiteral("messages: ") + *fault;
    const payment::ChargeRunner::Ledger charges{
        [this](std::optional<PaymentId> after, int limit) {
            return m_bench->paymentBook().openCharges(after, limit);
        },
        [this](PaymentId payment) { return m_bench->paymentBook().openCharge(payment); },
        [this](PaymentId payment, const payment::ChargeOutcome &outcome) {
            m_bench->payments().record(payment, outcome);
        },
        [this](PaymentId payment) {
            return m_bell && m_bell->others().contains(IdSource::nodeOf(payment));
        }};
    const payment::RefundRunner::Ledger refunds{
        [this](std::optional<RefundId> after, int limit) {
            return m_bench->refundBook().openRefunds(after, limit);
        },
        [this](RefundId refund, const payment::RefundOutcome &outcome) {
            m_bench->payments().record(refund, outcome);
        },
        [this](RefundId refund) {
            return m_bell && m_bell->others().contains(IdSource::nodeOf(refund));
        }};
    m_providers = std::make_unique<ProviderThread>(
        config, m_cardBreaker, ProviderThread::Ledgers{charges, refunds},
        payment::Pace{.first = std::chrono::milliseconds(m_settings.paymentAskMs)}, *m_writer,
        m_bus, m_crashPoints);
    m_providers->recover();
    if (m_bell) {
        QObject::connect(
            m_bell.get(), &storage::Bell::othersChanged, m_bell.get(),
            [this] {
                m_providers->takeOver();
                m_messages.takeOver();
            },
            Qt::DirectConnection);
        // One that is started, takes an order and is killed between two looks leaves a charge, too.
        QObject::connect(
            &m_bus, &EventBus::heard, m_bell.get(),
            [this](const EventBatch &batch) {
                for (const CommittedEvent &event : *batch)
                    m_bell->met(IdSource::nodeOf(event.record.id));
            },
            Qt::DirectConnection);
    }
    return std::nullopt;
}

void Server::makeModules() {
    m_hasher = std::make_unique<identity::PasswordHasher>(
        identity::HashCost{}, identity::HasherBounds{m_settings.hashThreads});
    constexpr qint64 kMsPerMinute = 60'000;
    const identity::SessionLifetimes lifetimes{m_settings.accessMinutes * kMsPerMinute,
                                               m_settings.refreshDays * 24 * 60 * kMsPerMinute};
    m_identity = std::make_unique<identity::Identity>(
        identity::Identity::Needs{*m_writer, m_bench->accounts(), *m_hasher, m_throttle, m_sessions,
                                  m_bus, m_ids, m_clock},
        lifetimes);
    // Nobody is let in before the sessions of the last run are known.
    QSemaphore loaded;
    m_identity->loadSessions([&](bool) { loaded.release(); });
    loaded.acquire();

    m_correspondent = std::make_unique<notification::Correspondent>(
        *m_writer, m_bench->correspondence(), m_ids, m_clock);
    QObject::connect(&m_bus, &EventBus::committed, m_correspondent.get(),
                     &notification::Correspondent::onCommitted, Qt::QueuedConnection);
    QObject::connect(&m_bus, &EventBus::heard, m_correspondent.get(),
                     &notification::Correspondent::onCommitted, Qt::QueuedConnection);
    m_correspondent->catchUp();

    makeTimers();

    m_housekeeping = std::make_unique<Housekeeping>(*m_writer, m_bench->model().answers, m_clock);
    m_housekeeping->tidy();
}

void Server::makeTimers() {
    m_timers = std::make_unique<TimerService>(
        *m_writer,
        TimerService::Desk{m_bench->timers(), [this](const Timer &timer) { fire(timer); }},
        m_clock);
    const auto lookIfSet = [this](const EventBatch &batch) {
        for (const CommittedEvent &event : *batch) {
            if (const auto minutes = minutesOfTimer(event.record.type, m_settings))
                m_timers->lookBy(m_clock.now() + std::chrono::minutes(*minutes));
        }
    };
    QObject::connect(&m_bus, &EventBus::committed, m_timers.get(), lookIfSet, Qt::QueuedConnection);
    // Whoever is first fires it, and the server that has set it may be gone by then.
    QObject::connect(&m_bus, &EventBus::heard, m_timers.get(), lookIfSet, Qt::QueuedConnection);
    m_timers->look();
}

void Server::fire(const Timer &timer) {
    switch (timer.kind) {
    case TimerKind::Answer:
        m_bench->placement().expire(timer.order);
        break;
    case TimerKind::Payment:
        m_bench->placement().giveUpPayment(timer.order);
        break;
    case TimerKind::Widen:
        m_bench->dispatch().widen(timer.order);
        break;
    case TimerKind::AutoComplete:
        m_bench->placement().completeByItself(timer.order);
        break;
    }
}

api::WriteModel Server::makeWriteModel() {
    if (m_settings.writerMode != WriterMode::Null)
        return m_bench->model();
    m_nullModel = std::make_unique<NullModel>(m_bench->model(), m_catalogue, m_ids, m_clock);
    return m_nullModel->model();
}

api::RouteFunctions Server::makeRoutes() {
    const api::WriteModel model = makeWriteModel();
    m_commands =
        std::make_unique<api::CommandDesk>(*m_writer, model, m_bench->placements(), m_clock);
    m_identityRoutes = std::make_unique<api::IdentityRoutes>(
        *m_identity, [this](const http::Request &request) { return m_clients.of(request); });
    m_catalogueRoutes = std::make_unique<api::CatalogueRoutes>(m_catalogue, *m_readers, m_clock);
    m_studio = std::make_unique<media::PictureStudio>();
    m_pictureRoutes =
        std::make_unique<api::PictureRoutes>(*m_commands, *m_readers, m_pictures, *m_studio);
    m_orderRoutes = std::make_unique<api::OrderRoutes>(*m_commands, *m_readers, m_catalogue);
    m_orderReads = std::make_unique<api::OrderReads>(m_orderCache, *m_readers);
    m_customerRoutes =
        std::make_unique<api::CustomerRoutes>(*m_commands, *m_readers, m_catalogue, m_clock);
    m_figureRoutes = std::make_unique<api::FigureRoutes>(*m_readers, m_catalogue);
    m_ticketRoutes = std::make_unique<api::TicketRoutes>(*m_commands, *m_readers);
    m_shopRoutes = std::make_unique<api::ShopRoutes>(*m_commands, *m_readers, m_catalogue, m_clock);
    m_riderRoutes = std::make_unique<api::RiderRoutes>(*m_commands, *m_readers,
                                                       m_settings.dispatch.offerRadiusMeters);
    m_cardRoutes = std::make_unique<api::CardRoutes>(
        *m_commands, *m_writer, model, *m_readers,
        api::CardRoutes::Provider{m_providers->provider(), m_providers->context(),
                                  [this](PaymentId payment) { m_providers->hint(payment); }},
        [this] { return publicUrl(); });
    m_operatorRoutes = std::make_unique<api::OperatorRoutes>(*m_commands, *m_readers);
    m_messageRoutes = std::make_unique<api::MessageRoutes>(
        *m_commands, *m_writer, model, *m_readers, providers::kannel::readReport);
    m_serviceRoutes = std::make_unique<api::ServiceRoutes>(api::ServiceRoutes::Sources{
        [this] { return m_isReady.load(); }, [this] { return figures(); }});

    api::RouteFunctions functions = m_identityRoutes->handlers();
    functions.insert(m_catalogueRoutes->functions());
    functions.insert(m_pictureRoutes->functions());
    functions.insert(m_orderRoutes->functions());
    functions.insert(m_orderReads->functions());
    functions.insert(m_customerRoutes->functions());
    functions.insert(m_figureRoutes->functions());
    functions.insert(m_ticketRoutes->functions());
    functions.insert(m_shopRoutes->functions());
    functions.insert(m_riderRoutes->functions());
    functions.insert(m_cardRoutes->functions());
    functions.insert(m_operatorRoutes->functions());
    functions.insert(m_messageRoutes->functions());
    functions.insert(m_serviceRoutes->functions());
    return functions;
}

void Server::refreshShops(const EventBatch &batch) {
    for (const CommittedEvent &event : *batch) {
        // A review changes the stars on the shop's card. Its shop comes last in the audience.
        const EventType type = event.record.type;
        if (type == EventType::ReviewWritten || type == EventType::ShopChanged)
            refreshShop(*ShopId::fromNumber(event.audience.last().key()));
    }
}

/// On the writer's thread, after the commit.
void Server::refreshShop(ShopId shop) {
    try {
        m_bench->refreshShop(shop);
    } catch (const storage::StorageError &error) {
        qCWarning(lcServer, "a shop that has changed cannot be read: %s", error.what());
        QMetaObject::invokeMethod(&m_bus, [this, shop] { refreshShopLater(shop); });
    }
}

void Server::refreshShopLater(ShopId shop) {
    const auto read = [this, shop] { m_bench->refreshShop(shop); };
    submitFor(&m_bus, *m_writer, read, [this, shop](bool isRead) {
        constexpr auto kPause = std::chrono::seconds(1);
        if (!isRead)
            QTimer::singleShot(kPause, &m_bus, [this, shop] { refreshShopLater(shop); });
    });
}

int Server::networkThreads() const {
    // The writer, the readers and the provider want their share of the cores.
    return m_settings.networkThreads > 0 ? m_settings.networkThreads
                                         : std::max(1, QThread::idealThreadCount() / 2);
}

std::optional<QString> Server::startNetwork() {
    // Before the hub hears of it: who is told of a change finds it in the catalogue.
    QObject::connect(
        &m_bus, &EventBus::committed, &m_bus,
        [this](const EventBatch &batch) { refreshShops(batch); }, Qt::DirectConnection);

    std::optional<QSslConfiguration> tls;
    if (m_settings.usesTls()) {
        const auto loaded = http::loadTls(m_settings.tlsCertificateFile, m_settings.tlsKeyFile);
        if (!loaded.configuration)
            return QStringLiteral("tls: ") + loaded.error;
        tls = loaded.configuration;
    }
    realtime::HubLimits hubLimits = m_settings.streams;
    http::Limits httpLimits = limitsOf(m_settings);
    const qint64 files = raiseFileLimit();
    fitTo(files, httpLimits, hubLimits);
    qCInfo(lcServer, "%lld files may be open: at most %d connections and %d streams and polls",
           qlonglong(files), httpLimits.maxConnections, hubLimits.maxFollowers);
    const NetworkThread::Needs needs{
        makeRoutes(), m_sessions,  m_bus,     *m_readers,
        m_clients,    httpLimits,  hubLimits, [this] { return !m_cardBreaker.isAvailable(); },
        tls,          lookAround()};
    m_network = std::make_unique<Network>(needs, networkThreads());
    const auto outcome = m_network->listen(m_settings.listenAddress, m_settings.listenPort);
    if (!outcome)
        return QStringLiteral("network: ") + outcome.error;
    return std::nullopt;
}

/// Who is signed in at another server is good here, too, the moment the answer leaves there.
NetworkThread::LookAround Server::lookAround() {
    if (!m_bell)
        return {};
    return [this](const storage::Writer::Looked &then) { return m_writer->look(then); };
}

QUrl Server::publicUrl() const {
    if (!m_settings.publicUrl.isEmpty())
        return m_settings.publicUrl;
    QUrl url;
    url.setScheme(m_settings.usesTls() ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(m_settings.listenAddress.toString());
    url.setPort(m_network->port());
    return url;
}

QList<api::ServiceRoutes::Figure> Server::figures() {
    const Network::Counts network = m_network->counts();
    const api::OrderCache::Counts kept = m_orderCache.counts();
    const QList<api::ServiceRoutes::Figure> figures{
        {"soban_ready", "1 while the server serves", "gauge", m_isReady ? 1.0 : 0.0},
        {"soban_write_transactions_total", "Transactions committed", "counter",
         double(m_writer->transactions())},
        {"soban_write_works_total", "Pieces of work in those transactions", "counter",
         double(m_writer->worksDone())},
        {"soban_write_queue", "Pieces of work that wait", "gauge", double(m_writer->queued())},
        {"soban_order_cache_orders", "Orders whose answers are kept", "gauge", double(kept.orders)},
        {"soban_order_cache_bytes", "Memory that they take", "gauge", double(kept.bytes)},
        {"soban_order_cache_hits_total", "Reads of an order that asked no database", "counter",
         double(kept.hits)},
        {"soban_order_cache_misses_total", "Reads of an order that did", "counter",
         double(kept.misses)},
        {"soban_sessions", "Sessions that are alive", "gauge", double(m_sessions.count())},
        {"soban_connections", "Open HTTP connections", "gauge", double(network.connections)},
        {"soban_streams", "Open WebSocket streams", "gauge", double(network.streams)},
        {"soban_polls", "Long polls that wait", "gauge", double(network.polls)},
        {"soban_shops", "Shops in the catalogue", "gauge", double(m_catalogue.count())},
        {"soban_servers", "Servers of the database that are alive", "gauge",
         1.0 + (m_bell ? double(m_bell->others().size()) : 0)},
        {"soban_heard_events_total", "Events that other servers have committed", "counter",
         double(m_bench->newsDesk().heardEvents())},
        {"soban_crash_points_total", "Steps at which a drill could have ended it", "counter",
         double(m_crashPoints.passed())}};
    return figures + breakerFigures("card", "the card provider", m_cardBreaker.counts()) +
           m_messages.figures(m_bench->messageCounts());
}

void Server::drain() {
    if (!m_writer)
        return;
    m_isReady = false;
    if (m_network) {
        m_network->stopAccepting();
        const QDeadlineTimer deadline(kDrainMs);
        while (m_network->inFlight() > 0 && !deadline.hasExpired())
            QThread::msleep(5);
        m_network->close();
    }
    if (m_studio)
        m_studio->finish();
    m_messages.finish();
    // First the writer: what it still has to do belongs to the parts below, which must not be gone
    // before. From then on it takes nothing, which all of them know how to bear.
    m_writer->close();
    // Its number is given back once nothing of it is written any more.
    if (m_bell)
        m_bell->close();
    m_messages.close();
    if (m_providers)
        m_providers->close();
    if (m_readers)
        m_readers->close();
    if (m_hasher)
        m_hasher->finish();
    m_housekeeping.reset();
    m_timers.reset();
    m_correspondent.reset();
    m_writer.reset();
    qCInfo(lcServer, "drained");
}

} // namespace soban::app
