// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Settings.h"

#include "domain/Phone.h"

#include <QFile>
#include <QSettings>

#include <functional>

namespace soban::app {

namespace {

using Read = std::function<bool(Settings &, const QString &)>;

struct Key {
    const char *name;
    const char *help;
    Read read;
};

/// Sets a whole number; false if the text is none within the bounds.
template <typename Integer>
bool takeWhole(const QString &text, Integer &number, qint64 least, qint64 most) {
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    number = static_cast<Integer>(value);
    return isNumber && value >= least && value <= most;
}

template <typename Integer>
Read integer(Integer Settings::*member, qint64 least, qint64 most) {
    return [=](Settings &settings, const QString &text) {
        return takeWhole(text, settings.*member, least, most);
    };
}

Read text(QString Settings::*member) {
    return [=](Settings &settings, const QString &value) {
        settings.*member = value;
        return true;
    };
}

Read url(QUrl Settings::*member) {
    return [=](Settings &settings, const QString &value) {
        settings.*member = QUrl(value, QUrl::StrictMode);
        const QUrl &parsed = settings.*member;
        return parsed.isValid() && (parsed.scheme() == u"http" || parsed.scheme() == u"https");
    };
}

template <typename Part>
Read textOf(Part Settings::*part, QString Part::*member) {
    return [=](Settings &settings, const QString &value) {
        settings.*part.*member = value;
        return true;
    };
}

bool takeUrl(QUrl &url, const QString &text) {
    url = QUrl(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == u"http" || url.scheme() == u"https");
}

template <typename Part>
Read urlOf(Part Settings::*part, QUrl Part::*member) {
    return [=](Settings &settings, const QString &value) {
        return takeUrl(settings.*part.*member, value);
    };
}

template <typename Part, typename Number>
Read numberOf(Part Settings::*part, Number Part::*member, double least, double most) {
    return [=](Settings &settings, const QString &value) {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        settings.*part.*member = static_cast<Number>(number);
        return isNumber && number >= least && number <= most;
    };
}

bool readAddress(Settings &settings, const QString &value) {
    return settings.listenAddress.setAddress(value);
}

bool readProxies(Settings &settings, const QString &value) {
    settings.trustedProxies.clear();
    for (const QString &word : value.split(u',', Qt::SkipEmptyParts)) {
        QHostAddress address;
        if (!address.setAddress(word.trimmed()))
            return false;
        settings.trustedProxies.append(address);
    }
    return true;
}

bool readDatabaseFile(Settings &settings, const QString &value) {
    settings.database = storage::SqliteFile{value};
    return !value.isEmpty();
}

bool readDatabaseUrl(Settings &settings, const QString &value) {
    const auto place = storage::PostgresPlace::fromUrl(value);
    if (place)
        settings.database = *place;
    return place.has_value();
}

bool readNode(Settings &settings, const QString &value) {
    int node = 0;
    if (!takeWhole(value, node, 0, kMostServers - 1))
        return false;
    settings.node = node;
    return true;
}

template <typename Part, typename Integer>
Read wholeOf(Part Settings::*part, Integer Part::*member, qint64 least, qint64 most) {
    return [=](Settings &settings, const QString &text) {
        return takeWhole(text, settings.*part.*member, least, most);
    };
}

constexpr qint64 kMebibyte = 1024 * 1024;

/// What is bounded of requests and answers.
QList<Key> sizeKeys() {
    using http::Limits;
    const auto of = [](auto member, qint64 least, qint64 most) {
        return wholeOf(&Settings::http, member, least, most);
    };
    return {
        {"limits.connections", "open HTTP connections; then 503 (12000)",
         of(&Limits::maxConnections, 1, 1'000'000)},
        {"limits.connectionsPerAddress",
         "connections and streams of one address, proxies excepted; then 429 (1000)",
         integer(&Settings::connectionsPerAddress, 1, 1'000'000)},
        {"limits.requestsPerConnection", "requests, after which a connection ends (100000)",
         of(&Limits::maxRequestsPerConnection, 1, 1'000'000'000)},
        {"limits.pipelinedRequests", "unanswered requests of a connection; then 503 (32)",
         of(&Limits::maxPipelinedRequests, 1, 10'000)},
        {"limits.targetBytes", "path and query; then 414 (4096)",
         of(&Limits::maxTargetBytes, 256, 64 * 1024)},
        {"limits.headerBytes", "request line and headers; then 431 (16384)",
         of(&Limits::maxHeaderBytes, 1024, kMebibyte)},
        {"limits.headers", "headers of a request; then 431 (64)", of(&Limits::maxHeaders, 8, 100)},
        {"limits.bodyBytes", "body of a request, pictures excepted; then 413 (65536)",
         of(&Limits::maxBodyBytes, 1024, 16 * kMebibyte)},
        {"limits.queuedAnswerBytes", "answers that a client leaves unread; then cut (16777216)",
         of(&Limits::maxQueuedAnswerBytes, kMebibyte, 1024 * kMebibyte)},
    };
}

/// How long clients may take.
QList<Key> timeKeys() {
    using http::Limits;
    constexpr qint64 kLeastMs = 100;
    constexpr qint64 kMostMs = 3'600'000;
    const auto ms = [](auto member) { return wholeOf(&Settings::http, member, kLeastMs, kMostMs); };
    return {
        {"limits.headMs", "time for the head of a request; then 408 (10000)", ms(&Limits::headMs)},
        {"limits.bodyMs", "time for a body, besides its slowest travel; then 408 (10000)",
         ms(&Limits::bodyMs)},
        {"limits.answerMs", "time to read an answer, besides that; then cut (10000)",
         ms(&Limits::answerMs)},
        {"limits.bytesPerSecond", "the slowest travel of bodies and answers (4096)",
         wholeOf(&Settings::http, &Limits::minBytesPerSecond, 1, 1'000'000'000)},
        {"limits.idleMs", "time between two requests of a connection; then closed (60000)",
         ms(&Limits::idleMs)},
        {"limits.lingerMs", "time to read a refusal (1000)", ms(&Limits::lingerMs)},
    };
}

QList<Key> streamKeys() {
    using realtime::HubLimits;
    const auto of = [](auto member, qint64 least, qint64 most) {
        return wholeOf(&Settings::streams, member, least, most);
    };
    return {
        {"stream.heartbeatMs", "time between two heartbeats (4000)",
         of(&HubLimits::heartbeatMs, 50, 9000)},
        {"stream.silenceMs", "a stream whose client is silent for longer is cut (15000)",
         of(&HubLimits::pongWithinMs, 1000, 600'000)},
        {"stream.queuedBytes", "events that a client leaves unread; then cut (262144)",
         of(&HubLimits::maxQueuedBytes, kMebibyte / 4, 64 * kMebibyte)},
        {"stream.messageBytes", "message or frame of a client on a stream; then cut (1024)",
         of(&HubLimits::maxMessageBytes, 125, kMebibyte)},
        {"stream.messagesPerHeartbeat", "messages of a client in that time; then cut (20)",
         of(&HubLimits::maxMessagesPerHeartbeat, 1, 10'000)},
        {"stream.followers", "open streams and waiting polls (20000)",
         of(&HubLimits::maxFollowers, 1, 1'000'000)},
        {"stream.socketsPerSession", "streams of a session; one more ends the oldest (4)",
         of(&HubLimits::maxSocketsPerSession, 1, 1000)},
        {"stream.pollsPerSession", "waiting polls of a session; one more ends the oldest (4)",
         of(&HubLimits::maxPollsPerSession, 1, 1000)},
        {"stream.followersPerAccount", "streams and polls of an account or a shop (64)",
         of(&HubLimits::maxFollowersPerAddressee, 1, 10'000)},
    };
}

bool readMessageSender(Settings &settings, const QString &value) {
    settings.messages.sender = value;
    return isPhoneNumber(value);
}

/// Messages to customers' phones.
QList<Key> messageKeys() {
    using M = MessageSettings;
    const auto word = [](auto member) { return textOf(&Settings::messages, member); };
    const auto address = [](auto member) { return urlOf(&Settings::messages, member); };
    const auto of = [](auto member, qint64 least, qint64 most) {
        return wholeOf(&Settings::messages, member, least, most);
    };
    return {
        {"messages.sender", "number that messages to customers come from", readMessageSender},
        {"messages.kannelUrl", "base address of a Kannel gateway, for SMS (none)",
         address(&M::kannelUrl)},
        {"messages.kannelUser", "its sendsms-user", word(&M::kannelUser)},
        {"messages.kannelPasswordFile", "file with the password (else SOBAN_KANNEL_PASSWORD)",
         word(&M::kannelPasswordFile)},
        {"messages.reportUrl", "address under which Kannel reaches the server (public.url)",
         address(&M::reportUrl)},
        {"messages.solapiUrl", "base address of Solapi, for KakaoTalk and SMS (none)",
         address(&M::solapiUrl)},
        {"messages.solapiKey", "the API key there", word(&M::solapiKey)},
        {"messages.solapiSecretFile", "file with its secret (else SOBAN_SOLAPI_SECRET)",
         word(&M::solapiSecretFile)},
        {"messages.kakaoChannel", "the KakaoTalk channel there, its pfId (none: SMS only)",
         word(&M::kakaoChannel)},
        {"messages.kakaoTemplates", "INI file with the templates admitted for the channel",
         word(&M::kakaoTemplates)},
        {"messages.timeoutMs", "longest wait for a gateway (5000)", of(&M::timeoutMs, 100, 60'000)},
        {"messages.failures",
         "so many of twice as many calls that fail, and a gateway is left alone (5)",
         of(&M::failures, 1, 1000)},
        {"messages.restMs", "for so long, until one call tries it again (10000)",
         of(&M::restMs, 10, 3'600'000)},
        {"messages.usefulMinutes", "after this time a message that nobody took is not sent (120)",
         of(&M::usefulMinutes, 1, qint64(7) * 24 * 60)},
    };
}

/// What is set of messages and lacks something.
QStringList messageFaults(const MessageSettings &messages) {
    QStringList faults;
    const auto demand = [&faults](bool isFine, const char *fault) {
        if (!isFine)
            faults.append(QString::fromLatin1(fault));
    };
    const bool hasKannel = !messages.kannelUrl.isEmpty();
    const bool hasSolapi = !messages.solapiUrl.isEmpty();
    demand(!messages.isOn() || !messages.sender.isEmpty(),
           "messages.sender: a gateway needs the number that messages come from");
    demand(hasKannel != messages.kannelUser.isEmpty(),
           "messages.kannelUrl, messages.kannelUser: one needs the other");
    demand(hasSolapi != messages.solapiKey.isEmpty(),
           "messages.solapiUrl, messages.solapiKey: one needs the other");
    demand(messages.kakaoChannel.isEmpty() == messages.kakaoTemplates.isEmpty(),
           "messages.kakaoChannel, messages.kakaoTemplates: one needs the other");
    demand(hasSolapi || messages.kakaoChannel.isEmpty(),
           "messages.kakaoChannel: it is reached by Solapi, see messages.solapiUrl");
    return faults;
}

QList<Key> orderKeys() {
    return {
        {"delivery.offerRadiusMeters", "how near to the shop a rider sees its offers (3000)",
         numberOf(&Settings::dispatch, &delivery::DispatchRules::offerRadiusMeters, 1, 100'000)},
        {"delivery.widestOfferMeters",
         "how far away riders are asked if nobody near comes, twice as far each time (10000)",
         numberOf(&Settings::dispatch, &delivery::DispatchRules::widestOfferMeters, 1, 100'000)},
        {"delivery.widenMinutes", "after so long each time (5)",
         integer(&Settings::widenMinutes, 1, 240)},
        {"delivery.basePayMinor", "a rider's pay per delivery (3000)",
         numberOf(&Settings::dispatch, &delivery::DispatchRules::basePayMinor, 0, 1e9)},
        {"delivery.payPerKilometerMinor", "and per kilometre (500)",
         numberOf(&Settings::dispatch, &delivery::DispatchRules::payPerKilometerMinor, 0, 1e9)},
        {"dispatch.maxActiveDeliveries", "deliveries that a rider may have at a time (3)",
         numberOf(&Settings::dispatch, &delivery::DispatchRules::maxActiveDeliveries, 1, 1000)},
        {"order.answerMinutes", "after this time an order that its shop does not answer ends (5)",
         integer(&Settings::answerMinutes, 1, qint64(7) * 24 * 60)},
        {"order.payAgainMinutes", "so long an order waits whose payment was declined (10)",
         integer(&Settings::payAgainMinutes, 1, 60)},
        {"order.autoCompleteMinutes", "after this time a delivered order completes by itself (60)",
         integer(&Settings::autoCompleteMinutes, 1, qint64(7) * 24 * 60)},
    };
}

QList<Key> generalKeys() {
    constexpr double kAnyMs = 1e15;
    return {
        {"listen.address", "address to listen on (127.0.0.1)", readAddress},
        {"listen.port", "port to listen on, 0 for a free one (8080)",
         integer(&Settings::listenPort, 0, 65535)},
        {"network.threads", "threads that serve the network, 0 for half of the cores (0)",
         integer(&Settings::networkThreads, 0, 64)},
        {"network.trustedProxies",
         "addresses of proxies whose X-Forwarded-For is believed, with commas between (none)",
         readProxies},
        {"tls.certificateFile", "PEM file; makes the server speak TLS and nothing else",
         text(&Settings::tlsCertificateFile)},
        {"tls.keyFile", "PEM file with the certificate's private key", text(&Settings::tlsKeyFile)},
        {"public.url", "address under which clients reach the server (the one listened on)",
         url(&Settings::publicUrl)},
        {"database.file", "SQLite file (soban.sqlite)", readDatabaseFile},
        {"database.readers", "threads that read (2)", integer(&Settings::readerThreads, 1, 64)},
        {"database.orderCacheBytes",
         "memory for what is read of the same orders again and again, 0 for none (33554432); "
         "SQLite",
         integer(&Settings::orderCacheBytes, 0, 1024 * kMebibyte)},
        {"database.url",
         "PostgreSQL database instead of the file, postgres://USER@HOST/NAME?passfile=FILE (none)",
         readDatabaseUrl},
        {"server.node",
         "number of this server among those that share a database, 0 to 1022 (the first free one)",
         readNode},
        {"catalogue.pictures", "folder with the pictures of the menus, SVG",
         text(&Settings::pictureFolder)},
        {"payment.url", "base address of the payment provider", url(&Settings::paymentUrl)},
        {"payment.secretFile", "file with the provider's secret key (else SOBAN_TOSS_SECRET_KEY)",
         text(&Settings::paymentSecretFile)},
        {"payment.timeoutMs", "longest wait for the provider (5000)",
         integer(&Settings::paymentTimeoutMs, 100, 60'000)},
        {"payment.failures",
         "so many of twice as many calls that fail, and the provider is left alone (5)",
         integer(&Settings::paymentFailures, 1, 1000)},
        {"payment.restMs", "for so long, until one call tries it again (10000)",
         integer(&Settings::paymentRestMs, 10, 3'600'000)},
        {"payment.askMs",
         "so long an open charge or refund rests until it is asked about or sent again, then twice "
         "as long each time (2000)",
         integer(&Settings::paymentAskMs, 10, 120'000)},
        {"session.accessMinutes", "life of an access token (15)",
         integer(&Settings::accessMinutes, 1, qint64(366) * 24 * 60)},
        {"session.refreshDays", "life of a refresh token (30)",
         integer(&Settings::refreshDays, 1, 366)},
        {"session.hashThreads", "threads that hash passwords, 0 for half of the cores (0)",
         integer(&Settings::hashThreads, 0, 64)},
        {"clock.speed", "how many times faster time runs, for replays (1)",
         numberOf(&Settings::clock, &ClockSettings::speed, 0.001, 100'000)},
        {"clock.wallAnchorMs", "wall time at which the clock stood at shownAnchorMs",
         numberOf(&Settings::clock, &ClockSettings::wallAnchorMs, 0, kAnyMs)},
        {"clock.shownAnchorMs", "time that the clock showed then",
         numberOf(&Settings::clock, &ClockSettings::shownAnchorMs, 0, kAnyMs)},
    };
}

const QList<Key> &keys() {
    static const QList<Key> kKeys =
        generalKeys() + orderKeys() + messageKeys() + sizeKeys() + timeKeys() + streamKeys();
    return kKeys;
}

const Key *findKey(const QString &name) {
    for (const Key &key : keys()) {
        if (name == QLatin1StringView(key.name))
            return &key;
    }
    return nullptr;
}

} // namespace

Result<Settings, QStringList> Settings::fromEntries(const Entries &entries) {
    Settings settings;
    QStringList faults;
    for (auto entry = entries.cbegin(); entry != entries.cend(); ++entry) {
        const Key *key = findKey(entry.key());
        if (!key)
            faults.append(QStringLiteral("%1: unknown setting").arg(entry.key()));
        else if (!key->read(settings, entry.value()))
            faults.append(QStringLiteral("%1: \"%2\" will not do").arg(entry.key(), entry.value()));
    }
    if (settings.tlsCertificateFile.isEmpty() != settings.tlsKeyFile.isEmpty())
        faults.append(QStringLiteral("tls.certificateFile, tls.keyFile: one needs the other"));
    faults += messageFaults(settings.messages);
    if (!faults.isEmpty())
        return faults;
    return settings;
}

Result<Settings::Entries, QString> Settings::entriesOfFile(const QString &file) {
    if (!QFile::exists(file))
        return QString(QStringLiteral("there is no file ") + file);
    const QSettings ini(file, QSettings::IniFormat);
    if (ini.status() != QSettings::NoError)
        return QString(QStringLiteral("cannot read ") + file);
    Entries entries;
    for (const QString &key : ini.allKeys())
        entries.insert(QString(key).replace(u'/', u'.'), ini.value(key).toStringList().join(u','));
    return entries;
}

std::optional<QString> Settings::measureWriter(const QString &word) {
    const auto mode = enumFromText<WriterMode>(word);
    if (!mode)
        return QStringLiteral("a writer is group, single or null");
    if (!listenAddress.isLoopback())
        return QStringLiteral("a writer to measure against serves this machine alone");
    writerMode = *mode;
    return std::nullopt;
}

std::optional<QString> Settings::crashAtPoint(const QString &word) {
    constexpr qint64 kMostPoints = 1'000'000'000;
    int point = 0;
    if (!takeWhole(word, point, 1, kMostPoints))
        return QStringLiteral("a crash point is a number from 1");
    if (!listenAddress.isLoopback())
        return QStringLiteral("a server to crash serves this machine alone");
    crashAt = point;
    return std::nullopt;
}

QStringList Settings::describeKeys() {
    QStringList lines;
    for (const Key &key : keys())
        lines.append(QStringLiteral("%1  %2")
                         .arg(QString::fromLatin1(key.name), -34)
                         .arg(QString::fromLatin1(key.help)));
    return lines;
}

} // namespace soban::app
