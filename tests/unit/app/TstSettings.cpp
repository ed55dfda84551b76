// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Settings.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace soban::app;

namespace {

QString writeFile(const QTemporaryDir &dir, const QByteArray &text) {
    QFile file(dir.filePath(QStringLiteral("server.conf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

Settings::Entries limitsOf(std::initializer_list<std::pair<const char *, qint64>> values) {
    Settings::Entries entries;
    for (const auto &[name, value] : values)
        entries.insert(QStringLiteral("limits.") + QString::fromLatin1(name),
                       QString::number(value));
    return entries;
}

} // namespace

class TstSettings : public QObject {
    Q_OBJECT

private slots:
    void nothingSetIsTheDefault() {
        const auto settings = Settings::fromEntries({});
        QVERIFY(settings);
        QCOMPARE(settings->listenAddress, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(settings->listenPort, 8080);
        QCOMPARE(settings->readerThreads, 2);
        QCOMPARE(settings->orderCacheBytes, 32 * 1024 * 1024);
        QCOMPARE(settings->answerMinutes, 5);
        QCOMPARE(settings->payAgainMinutes, 10);
        QCOMPARE(settings->autoCompleteMinutes, 60);
        QCOMPARE(settings->dispatch.offerRadiusMeters, 3000.0);
        QCOMPARE(settings->dispatch.maxActiveDeliveries, 3);
        QCOMPARE(settings->dispatch.widestOfferMeters, 10'000);
        QCOMPARE(settings->widenMinutes, 5);
        QVERIFY(settings->trustedProxies.isEmpty());
        QCOMPARE(settings->clock.speed, 1.0);
        QVERIFY(!settings->usesTls());
        QCOMPARE(settings->http.headMs, soban::http::Limits().headMs);
        QCOMPARE(settings->connectionsPerAddress, 1000);
        QCOMPARE(settings->streams.heartbeatMs, 4000);
    }

    void whatIsSetIsTaken() {
        const auto settings = Settings::fromEntries(
            {{QStringLiteral("listen.address"), QStringLiteral("::1")},
             {QStringLiteral("listen.port"), QStringLiteral("0")},
             {QStringLiteral("public.url"), QStringLiteral("https://soban.test")},
             {QStringLiteral("database.file"), QStringLiteral("/tmp/x y.sqlite")},
             {QStringLiteral("database.orderCacheBytes"), QStringLiteral("0")},
             {QStringLiteral("delivery.basePayMinor"), QStringLiteral("4000")},
             {QStringLiteral("network.trustedProxies"), QStringLiteral("10.0.0.1,::1")},
             {QStringLiteral("dispatch.maxActiveDeliveries"), QStringLiteral("5")},
             {QStringLiteral("tls.certificateFile"), QStringLiteral("a.pem")},
             {QStringLiteral("tls.keyFile"), QStringLiteral("b.pem")},
             {QStringLiteral("clock.speed"), QStringLiteral("60.5")}});
        QVERIFY(settings);
        QVERIFY(settings->usesTls());
        QCOMPARE(settings->tlsKeyFile, QStringLiteral("b.pem"));
        QCOMPARE(settings->trustedProxies,
                 (QList<QHostAddress>{QHostAddress(QStringLiteral("10.0.0.1")),
                                      QHostAddress(QHostAddress::LocalHostIPv6)}));
        QCOMPARE(settings->dispatch.maxActiveDeliveries, 5);
        QCOMPARE(settings->listenAddress, QHostAddress(QHostAddress::LocalHostIPv6));
        QCOMPARE(settings->listenPort, 0);
        QCOMPARE(settings->publicUrl.host(), QStringLiteral("soban.test"));
        QVERIFY(settings->database == soban::storage::DatabaseAddress(soban::storage::SqliteFile{
                                          QStringLiteral("/tmp/x y.sqlite")}));
        QCOMPARE(settings->orderCacheBytes, 0);
        QCOMPARE(settings->dispatch.basePayMinor, 4000);
        QCOMPARE(settings->clock.speed, 60.5);
    }

    void messagesAreOffUntilAGatewayIsNamed() { // R11
        QVERIFY(!Settings::fromEntries({})->messages.isOn());
        const auto settings = Settings::fromEntries(
            {{QStringLiteral("messages.sender"), QStringLiteral("033-120-0001")},
             {QStringLiteral("messages.kannelUrl"), QStringLiteral("http://127.0.0.1:13013")},
             {QStringLiteral("messages.kannelUser"), QStringLiteral("soban")},
             {QStringLiteral("messages.kannelPasswordFile"), QStringLiteral("k")},
             {QStringLiteral("messages.reportUrl"), QStringLiteral("http://10.0.0.1:8080")},
             {QStringLiteral("messages.solapiUrl"), QStringLiteral("https://api.solapi.com")},
             {QStringLiteral("messages.solapiKey"), QStringLiteral("KEY")},
             {QStringLiteral("messages.solapiSecretFile"), QStringLiteral("s")},
             {QStringLiteral("messages.kakaoChannel"), QStringLiteral("KA01PF")},
             {QStringLiteral("messages.kakaoTemplates"), QStringLiteral("t.ini")},
             {QStringLiteral("messages.timeoutMs"), QStringLiteral("301")},
             {QStringLiteral("messages.failures"), QStringLiteral("7")},
             {QStringLiteral("messages.restMs"), QStringLiteral("302")},
             {QStringLiteral("messages.usefulMinutes"), QStringLiteral("30")}});
        QVERIFY(settings);
        const MessageSettings &messages = settings->messages;
        QVERIFY(messages.isOn());
        QCOMPARE(messages.sender, QStringLiteral("033-120-0001"));
        QCOMPARE(messages.kannelUrl.port(), 13013);
        QCOMPARE(messages.kannelUser, QStringLiteral("soban"));
        QCOMPARE(messages.kannelPasswordFile, QStringLiteral("k"));
        QCOMPARE(messages.reportUrl.host(), QStringLiteral("10.0.0.1"));
        QCOMPARE(messages.solapiUrl.host(), QStringLiteral("api.solapi.com"));
        QCOMPARE(messages.solapiKey, QStringLiteral("KEY"));
        QCOMPARE(messages.solapiSecretFile, QStringLiteral("s"));
        QCOMPARE(messages.kakaoChannel, QStringLiteral("KA01PF"));
        QCOMPARE(messages.kakaoTemplates, QStringLiteral("t.ini"));
        QCOMPARE(messages.timeoutMs, 301);
        QCOMPARE(messages.failures, 7);
        QCOMPARE(messages.restMs, 302);
        QCOMPARE(messages.usefulMinutes, 30);
    }

    void messagesNeedAllThatTheyNeed_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("R11 a gateway without a sender")
            << QStringLiteral("messages.kannelUrl") << QStringLiteral("http://127.0.0.1:13013");
        QTest::newRow("R11 a user without a gateway")
            << QStringLiteral("messages.kannelUser") << QStringLiteral("soban");
        QTest::newRow("R11 a key without Solapi")
            << QStringLiteral("messages.solapiKey") << QStringLiteral("KEY");
        QTest::newRow("R11 a channel without templates")
            << QStringLiteral("messages.kakaoChannel") << QStringLiteral("KA01PF");
        QTest::newRow("R11 no number")
            << QStringLiteral("messages.sender") << QStringLiteral("Soban");
        QTest::newRow("R11 no address")
            << QStringLiteral("messages.solapiUrl") << QStringLiteral("ftp://x");
    }

    void messagesNeedAllThatTheyNeed() {
        QFETCH(QString, key);
        QFETCH(QString, value);
        const auto settings = Settings::fromEntries({{key, value}});
        QVERIFY(!settings);
        QVERIFY(settings.error().join(u'\n').contains(key));
    }

    /// Each limit has its row, and each row its own limit.
    void everyLimitCanBeSet() {
        const auto settings = Settings::fromEntries(limitsOf({{"connections", 101},
                                                              {"connectionsPerAddress", 102},
                                                              {"requestsPerConnection", 103},
                                                              {"pipelinedRequests", 104},
                                                              {"targetBytes", 1005},
                                                              {"headerBytes", 2006},
                                                              {"headers", 57},
                                                              {"bodyBytes", 3008},
                                                              {"queuedAnswerBytes", 2'000'009},
                                                              {"headMs", 110},
                                                              {"bodyMs", 111},
                                                              {"answerMs", 112},
                                                              {"bytesPerSecond", 113},
                                                              {"idleMs", 114},
                                                              {"lingerMs", 115}}));
        QVERIFY(settings);
        const soban::http::Limits &limits = settings->http;
        QCOMPARE(limits.maxConnections, 101);
        QCOMPARE(settings->connectionsPerAddress, 102);
        QCOMPARE(limits.maxRequestsPerConnection, 103);
        QCOMPARE(limits.maxPipelinedRequests, 104);
        QCOMPARE(limits.maxTargetBytes, 1005);
        QCOMPARE(limits.maxHeaderBytes, 2006);
        QCOMPARE(limits.maxHeaders, 57);
        QCOMPARE(limits.maxBodyBytes, 3008);
        QCOMPARE(limits.maxQueuedAnswerBytes, 2'000'009);
        QCOMPARE(limits.headMs, 110);
        QCOMPARE(limits.bodyMs, 111);
        QCOMPARE(limits.answerMs, 112);
        QCOMPARE(limits.minBytesPerSecond, 113);
        QCOMPARE(limits.idleMs, 114);
        QCOMPARE(limits.lingerMs, 115);
    }

    void everyLimitOfStreamsCanBeSet() {
        const auto settings = Settings::fromEntries(
            {{QStringLiteral("stream.heartbeatMs"), QStringLiteral("201")},
             {QStringLiteral("stream.silenceMs"), QStringLiteral("2002")},
             {QStringLiteral("stream.queuedBytes"), QStringLiteral("300003")},
             {QStringLiteral("stream.messageBytes"), QStringLiteral("204")},
             {QStringLiteral("stream.followers"), QStringLiteral("205")},
             {QStringLiteral("stream.messagesPerHeartbeat"), QStringLiteral("206")},
             {QStringLiteral("stream.socketsPerSession"), QStringLiteral("207")},
             {QStringLiteral("stream.pollsPerSession"), QStringLiteral("208")},
             {QStringLiteral("stream.followersPerAccount"), QStringLiteral("209")}});
        QVERIFY(settings);
        QCOMPARE(settings->streams.heartbeatMs, 201);
        QCOMPARE(settings->streams.pongWithinMs, 2002);
        QCOMPARE(settings->streams.maxQueuedBytes, 300'003);
        QCOMPARE(settings->streams.maxMessageBytes, quint64(204));
        QCOMPARE(settings->streams.maxFollowers, 205);
        QCOMPARE(settings->streams.maxMessagesPerHeartbeat, 206);
        QCOMPARE(settings->streams.maxSocketsPerSession, 207);
        QCOMPARE(settings->streams.maxPollsPerSession, 208);
        QCOMPARE(settings->streams.maxFollowersPerAddressee, 209);
    }

    void certificateAndKeyGoTogether() {
        const auto settings =
            Settings::fromEntries({{QStringLiteral("tls.keyFile"), QStringLiteral("b.pem")}});
        QVERIFY(!settings);
        QVERIFY(settings.error().first().startsWith(QStringLiteral("tls.certificateFile")));
    }

    void databaseOfAServerWinsOverTheFile() {
        const auto settings = Settings::fromEntries(
            {{QStringLiteral("database.file"), QStringLiteral("/var/soban.sqlite")},
             {QStringLiteral("database.url"), QStringLiteral("postgres://db.test:5433/town")}});
        QVERIFY(settings);
        const auto *place = std::get_if<soban::storage::PostgresPlace>(&settings->database);
        QVERIFY(place);
        QCOMPARE(place->host, QStringLiteral("db.test"));
        QCOMPARE(place->port, 5433);
        QCOMPARE(place->database, QStringLiteral("town"));
    }

    void passwordsHaveNoPlaceInASetting() {
        const auto settings = Settings::fromEntries(
            {{QStringLiteral("database.url"), QStringLiteral("postgres://soban:x@db.test/town")}});
        QVERIFY(!settings);
    }

    void everyFaultIsNamedAtOnce() {
        const auto settings =
            Settings::fromEntries({{QStringLiteral("listen.port"), QStringLiteral("http")},
                                   {QStringLiteral("listen.prot"), QStringLiteral("80")},
                                   {QStringLiteral("Listen.port"), QStringLiteral("80")},
                                   {QStringLiteral("database.readers"), QStringLiteral("2")}});
        QVERIFY(!settings);
        QCOMPARE(settings.error().size(), 3);
        const QString all = settings.error().join(u'\n');
        QVERIFY(all.contains(QStringLiteral("listen.port: \"http\" will not do")));
        QVERIFY(all.contains(QStringLiteral("listen.prot: unknown setting")));
        QVERIFY(all.contains(QStringLiteral("Listen.port: unknown setting")));
    }

    void valuesHaveTheirBounds_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isTaken");
        const auto row = [](const char *key, const char *value, bool isTaken) {
            QTest::addRow("%s = %s", key, value)
                << QString::fromLatin1(key) << QString::fromLatin1(value) << isTaken;
        };
        row("listen.address", "0.0.0.0", true);
        row("listen.address", "localhost", false);
        row("network.trustedProxies", "", true);
        row("network.trustedProxies", "127.0.0.1, ::1", true);
        row("network.trustedProxies", "127.0.0.1 ::1", false);
        row("network.trustedProxies", "proxy", false);
        row("dispatch.maxActiveDeliveries", "1", true);
        row("dispatch.maxActiveDeliveries", "0", false);
        row("listen.port", "65535", true);
        row("listen.port", "65536", false);
        row("listen.port", "-1", false);
        row("listen.port", "", false);
        row("listen.port", "80.5", false);
        row("database.readers", "0", false);
        row("server.node", "1022", true);
        row("server.node", "1023", false);
        row("public.url", "http://soban.test:8080", true);
        row("public.url", "ftp://soban.test", false);
        row("public.url", "soban.test", false);
        row("public.url", "http://a b", false);
        row("payment.timeoutMs", "99", false);
        row("payment.timeoutMs", "100", true);
        row("payment.failures", "0", false);
        row("payment.failures", "1", true);
        row("payment.restMs", "9", false);
        row("payment.restMs", "3600000", true);
        row("delivery.offerRadiusMeters", "0", false);
        row("delivery.offerRadiusMeters", "1500.5", true);
        row("delivery.offerRadiusMeters", "nan", false);
        row("delivery.widestOfferMeters", "0", false);
        row("delivery.widestOfferMeters", "20000", true);
        row("delivery.widenMinutes", "0", false);
        row("delivery.widenMinutes", "240", true);
        row("delivery.widenMinutes", "241", false);
        row("order.answerMinutes", "0", false);
        row("order.answerMinutes", "1", true);
        row("order.answerMinutes", "10081", false);
        row("order.payAgainMinutes", "0", false);
        row("order.payAgainMinutes", "60", true);
        row("order.payAgainMinutes", "61", false);
        row("order.autoCompleteMinutes", "0", false);
        row("order.autoCompleteMinutes", "10080", true);
        row("order.autoCompleteMinutes", "10081", false);
        row("session.refreshDays", "0", false);
        row("stream.heartbeatMs", "9001", false);
        row("stream.queuedBytes", "262143", false);
        row("limits.connections", "0", false);
        row("limits.headMs", "99", false);
        row("limits.headers", "101", false);
        row("limits.bytesPerSecond", "0", false);
        row("limits.headMs", "1e3", false);
        row("clock.speed", "0", false);
        row("clock.speed", "inf", false);
    }
    void valuesHaveTheirBounds() {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(bool, isTaken);
        const auto settings = Settings::fromEntries({{key, value}});
        QCOMPARE(settings.ok(), isTaken);
        if (!isTaken)
            QVERIFY(settings.error().first().startsWith(key));
    }

    void noConfigurationMakesTheWriterForget() {
        QCOMPARE(Settings().writerMode, WriterMode::Group);
        const QString described = Settings::describeKeys().join(u'\n');
        QVERIFY(!described.contains(QStringLiteral("writer"), Qt::CaseInsensitive));
    }

    void benchChoosesTheWriterOfItsOwnMachineOnly() {
        Settings settings;
        QVERIFY(!settings.measureWriter(QStringLiteral("single")));
        QCOMPARE(settings.writerMode, WriterMode::Single);
        QVERIFY(settings.measureWriter(QStringLiteral("none")));
        settings.listenAddress = QHostAddress(QStringLiteral("0.0.0.0"));
        QVERIFY(settings.measureWriter(QStringLiteral("null")));
        QCOMPARE(settings.writerMode, WriterMode::Single);
    }

    void drillsCrashTheirOwnMachineOnly() { // G11
        Settings settings;
        QCOMPARE(settings.crashAt, 0);
        QVERIFY(!settings.crashAtPoint(QStringLiteral("7")));
        QCOMPARE(settings.crashAt, 7);
        QVERIFY(settings.crashAtPoint(QStringLiteral("0")));
        QVERIFY(settings.crashAtPoint(QStringLiteral("soon")));
        settings.listenAddress = QHostAddress(QStringLiteral("0.0.0.0"));
        QVERIFY(settings.crashAtPoint(QStringLiteral("8")));
        QCOMPARE(settings.crashAt, 7);
    }

    void everyDescribedKeyIsKnown() {
        const QStringList lines = Settings::describeKeys();
        QVERIFY(lines.size() > 10);
        for (const QString &line : lines) {
            const QString key = line.section(u' ', 0, 0);
            const auto settings = Settings::fromEntries({{key, QStringLiteral("?")}});
            if (!settings)
                QVERIFY2(!settings.error().first().contains(QStringLiteral("unknown")),
                         qPrintable(key));
            QVERIFY2(!line.section(u' ', 1).trimmed().isEmpty(), qPrintable(key));
        }
    }

    void entriesOfAFileAreNamedBySectionAndKey() {
        const QTemporaryDir dir;
        const auto entries = Settings::entriesOfFile(writeFile(
            dir, "; a comment\n[listen]\nport = 9000\n\n[database]\nfile = /var/soban.sqlite\n"));
        QVERIFY(entries);
        QCOMPARE(*entries,
                 (Settings::Entries{
                     {QStringLiteral("listen.port"), QStringLiteral("9000")},
                     {QStringLiteral("database.file"), QStringLiteral("/var/soban.sqlite")}}));
    }

    void fileThatIsNotThereIsTold() {
        const auto entries = Settings::entriesOfFile(QStringLiteral("/nowhere/server.conf"));
        QVERIFY(!entries);
        QVERIFY(entries.error().contains(QStringLiteral("/nowhere/server.conf")));
    }
};

std::unique_ptr<QObject> newTstSettings() {
    return std::make_unique<TstSettings>();
}

#include "TstSettings.moc"
