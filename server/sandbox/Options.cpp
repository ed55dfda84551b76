// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/Options.h"

#include <QCommandLineParser>
#include <QFile>

namespace soban::sandbox {

namespace {

void describe(QCommandLineParser &parser) {
    const auto option = [&parser](const char *name, const char *what, const char *value) {
        parser.addOption(
            {QString::fromLatin1(name), QString::fromLatin1(what), QString::fromLatin1(value)});
    };
    parser.setApplicationDescription(QStringLiteral(
        "A stand-in for Toss Payments and Solapi on loopback, for demonstrations and tests.\n"
        "The secret key comes from --secret-key-file or from SOBAN_TOSS_SECRET_KEY, that of "
        "Solapi\n"
        "(API key soban-sandbox) from SOBAN_SOLAPI_SECRET."));
    parser.addHelpOption();
    option("port", "Port on 127.0.0.1; 0 takes a free one.", "number");
    option("secret-key-file", "File whose first line is the secret key.", "file");
    option("ledger", "Keep payments, cards and idempotency keys here across restarts.", "file");
    option("clock-wall-anchor", "Accelerated clock: wall time at which it was set going.", "ms");
    option("clock-shown-anchor", "Accelerated clock: time that it showed then.", "ms");
    option("clock-speed", "Accelerated clock: how many times as fast it runs.", "factor");
    option("webhook-url", "Send PAYMENT_STATUS_CHANGED webhooks here.", "url");
    option("webhook-pause",
           "Pause before a webhook's first repeat; default one minute of the clock.", "ms");
    option("return-host", "A host, besides loopback, that the card page may lead back to.", "host");
    option("fault-seed", "Seed of the dice that faults are thrown with.", "number");
}

/// A number, or nothing and a word in `problem`. An absent option leaves `fallback`.
qint64 numberOf(const QCommandLineParser &parser, const char *name, qint64 fallback, qint64 most,
                QString &problem) {
    const QString key = QString::fromLatin1(name);
    if (!parser.isSet(key))
        return fallback;
    bool ok = false;
    const qint64 value = parser.value(key).toLongLong(&ok);
    if (!ok || value < 0 || value > most)
        problem = QStringLiteral("--%1 must be from 0 to %2").arg(key).arg(most);
    return value;
}

QByteArray secretIn(const QString &path, QString &problem) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        problem = QStringLiteral("--secret-key-file: %1").arg(file.errorString());
        return {};
    }
    return file.readLine(1024).trimmed();
}

std::optional<ClockAnchors> clockOf(const QCommandLineParser &parser, QString &problem) {
    const QString wall = QStringLiteral("clock-wall-anchor");
    const QString shown = QStringLiteral("clock-shown-anchor");
    const QString speed = QStringLiteral("clock-speed");
    const int given = int(parser.isSet(wall)) + int(parser.isSet(shown)) + int(parser.isSet(speed));
    if (given == 0)
        return std::nullopt;
    bool wallOk = false;
    bool shownOk = false;
    bool speedOk = false;
    const ClockAnchors anchors{Instant::fromMs(parser.value(wall).toLongLong(&wallOk)),
                               Instant::fromMs(parser.value(shown).toLongLong(&shownOk)),
                               parser.value(speed).toDouble(&speedOk)};
    if (given != 3 || !wallOk || !shownOk || !speedOk || !(anchors.speed > 0))
        problem = QStringLiteral("the three --clock-… options belong together and are numbers");
    return anchors;
}

QUrl webhookUrlOf(const QString &text, QString &problem) {
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb =
        url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    if (!text.isEmpty() && (!isWeb || url.host().isEmpty()))
        problem = QStringLiteral("--webhook-url must be an http or https URL");
    return url;
}

} // namespace

Result<Options, QString> Options::read(const QStringList &arguments,
                                       const QByteArray &secretFromEnvironment, QString &help) {
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return parser.errorText();
    if (parser.isSet(QStringLiteral("help"))) {
        help = parser.helpText();
        return QString();
    }
    if (!parser.positionalArguments().isEmpty())
        return QStringLiteral("unexpected argument: %1").arg(parser.positionalArguments().first());
    constexpr qint64 kDayMs = 86'400'000;
    QString problem;
    Options options;
    options.port = static_cast<quint16>(numberOf(parser, "port", 0, 65535, problem));
    options.faultSeed = static_cast<quint64>(
        numberOf(parser, "fault-seed", 1, std::numeric_limits<qint64>::max(), problem));
    if (parser.isSet(QStringLiteral("webhook-pause"))) {
        options.webhookPause =
            std::chrono::milliseconds(numberOf(parser, "webhook-pause", 0, kDayMs, problem));
    }
    options.secretKey = parser.isSet(QStringLiteral("secret-key-file"))
                            ? secretIn(parser.value(QStringLiteral("secret-key-file")), problem)
                            : secretFromEnvironment;
    options.ledgerPath = parser.value(QStringLiteral("ledger"));
    options.clock = clockOf(parser, problem);
    options.webhookUrl = webhookUrlOf(parser.value(QStringLiteral("webhook-url")), problem);
    options.returnHosts = parser.values(QStringLiteral("return-host"));
    if (problem.isEmpty() && options.secretKey.isEmpty())
        problem = QStringLiteral("no secret key: set SOBAN_TOSS_SECRET_KEY or --secret-key-file");
    if (!problem.isEmpty())
        return problem;
    return options;
}

} // namespace soban::sandbox
