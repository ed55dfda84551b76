// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/MessageSettings.h"
#include "delivery/Dispatch.h"
#include "domain/EnumText.h"
#include "domain/Result.h"
#include "http/Limits.h"
#include "realtime/HubLimits.h"
#include "storage/DatabaseAddress.h"

#include <QHostAddress>
#include <QMap>
#include <QStringList>
#include <QUrl>

namespace soban::app {

/// Where the clock of a sped-up server stands; speed 1 is the machine's own clock.
struct ClockSettings {
    double speed = 1;
    qint64 wallAnchorMs = 0;
    qint64 shownAnchorMs = 0;
};

/// Servers that may share a database. The number that is left of those that ids have room for is
/// for programs that write beside them, as an import does.
inline constexpr int kMostServers = 1023;

/// How the writer works. All but `Group` are ceilings to measure against.
enum class WriterMode {
    Group,  ///< as it shall be: all commands that came meanwhile in one transaction
    Single, ///< a transaction for each command
    Null,   ///< orders are answered and not stored
};

/// Everything about a server that can be set, checked. Secrets are not among it: they come from
/// files or the environment.
struct Settings {
    QHostAddress listenAddress = QHostAddress(QHostAddress::LocalHost);
    quint16 listenPort = 8080;
    QList<QHostAddress> trustedProxies; ///< whose X-Forwarded-For is believed
    QUrl publicUrl;                     ///< empty: the address listened on
    storage::DatabaseAddress database = storage::SqliteFile{QStringLiteral("soban.sqlite")};
    int readerThreads = 2;
    qint64 orderCacheBytes = qint64(32) * 1024 * 1024; ///< 0: every read asks the database
    int networkThreads = 0;                            ///< 0: half of the cores
    QString tlsCertificateFile;                        ///< empty: no TLS
    QString tlsKeyFile;                                ///< set if and only if the certificate is
    http::Limits http;
    int connectionsPerAddress = 1000; ///< streams included; trusted proxies may have any number
    realtime::HubLimits streams;
    std::optional<int> node; ///< absent: the first that is free
    QString pictureFolder;

    QUrl paymentUrl;
    QString paymentSecretFile; ///< empty: SOBAN_TOSS_SECRET_KEY
    int paymentTimeoutMs = 5000;
    int paymentFailures = 5;    ///< among twice as many calls: then the provider is left alone
    int paymentRestMs = 10'000; ///< for so long
    int paymentAskMs = 2000;    ///< until what is open is asked about or sent again

    MessageSettings messages;

    delivery::DispatchRules dispatch;
    int answerMinutes = 5;
    int payAgainMinutes = 10;
    int widenMinutes = 5;
    int autoCompleteMinutes = 60;
    int accessMinutes = 15;
    int refreshDays = 30;
    int hashThreads = 0; ///< 0: half of the cores, at least one
    ClockSettings clock;
    /// No configuration can say it, so that no real server is ever set up to forget.
    WriterMode writerMode = WriterMode::Group;
    /// Nor this: the number of the crash point at which the server ends; 0: none.
    int crashAt = 0;

    using Entries = QMap<QString, QString>;
    /// Reads `key = value` settings; every unknown key and every bad value is named.
    static Result<Settings, QStringList> fromEntries(const Entries &entries);
    /// The entries of an INI file, `section.key`; a reason if it cannot be read.
    static Result<Entries, QString> entriesOfFile(const QString &file);
    /// Takes the word of a bench (`group`, `single` or `null`); why it will not do, or nothing. A
    /// server that measures must not be reached from elsewhere.
    std::optional<QString> measureWriter(const QString &word);
    /// Takes a drill's number of a crash point, under the same terms.
    std::optional<QString> crashAtPoint(const QString &word);
    /// All keys with their defaults, for --help and the documentation.
    static QStringList describeKeys();

    bool usesTls() const { return !tlsCertificateFile.isEmpty(); }
};

} // namespace soban::app

template <>
struct soban::EnumText<soban::app::WriterMode> {
    using M = soban::app::WriterMode;
    static constexpr std::array entries{std::pair{M::Group, "group"},
                                        std::pair{M::Single, "single"}, std::pair{M::Null, "null"}};
};
