// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/SolapiApi.h"

#include <QJsonArray>
#include <QMessageAuthenticationCode>

namespace soban::sandbox {

namespace {

constexpr auto kWithoutKakaoTalk = "9000";
constexpr auto kOutOfReach = "9999";

bool hasKakaoTalk(const QString &number) {
    return !number.endsWith(QLatin1StringView(kWithoutKakaoTalk));
}

/// What is wrong with a message, in Solapi's words; empty if it can be sent.
QString faultOf(const QJsonObject &message) {
    const QString to = textIn(message, "to");
    const bool isNumber = !to.isEmpty() && std::all_of(to.cbegin(), to.cend(), [](QChar c) {
        return c >= u'0' && c <= u'9';
    });
    if (!isNumber)
        return QStringLiteral("1010");
    const QJsonObject kakao = message.value(QLatin1StringView("kakaoOptions")).toObject();
    const bool isKakao = textIn(message, "type") == QLatin1StringView("ATA");
    if (isKakao && (textIn(kakao, "pfId").isEmpty() || textIn(kakao, "templateId").isEmpty()))
        return QStringLiteral("1030");
    if (textIn(message, "text").isEmpty() || textIn(message, "from").isEmpty())
        return QStringLiteral("1020");
    return {};
}

QHash<QByteArray, QByteArray> partsOf(const QByteArray &authorization) {
    constexpr auto kScheme = "HMAC-SHA256 ";
    QHash<QByteArray, QByteArray> parts;
    if (!authorization.startsWith(kScheme))
        return parts;
    for (const QByteArray &part : authorization.sliced(qstrlen(kScheme)).split(',')) {
        const qsizetype equals = part.indexOf('=');
        if (equals > 0)
            parts.insert(part.first(equals).trimmed(), part.sliced(equals + 1).trimmed());
    }
    return parts;
}

} // namespace

ApiAnswer SolapiApi::error(int status, const QString &code, const QString &message) {
    return ApiAnswer::of(
        QJsonObject{{QStringLiteral("errorCode"), code}, {QStringLiteral("errorMessage"), message}},
        status);
}

ApiAnswer SolapiApi::send(const QByteArray &body) {
    const QJsonArray messages = parseJsonObject(body)
                                    .value_or(QJsonObject())
                                    .value(QLatin1StringView("messages"))
                                    .toArray();
    if (messages.isEmpty())
        return error(400, QStringLiteral("ValidationError"), QStringLiteral("messages is empty"));
    QJsonArray taken;
    QJsonArray failed;
    for (const auto &value : messages) {
        const QJsonObject message = value.toObject();
        const QString fault = faultOf(message);
        if (!fault.isEmpty()) {
            failed.append(QJsonObject{{QStringLiteral("to"), textIn(message, "to")},
                                      {QStringLiteral("statusCode"), fault},
                                      {QStringLiteral("statusMessage"), QStringLiteral("refused")},
                                      {QStringLiteral("messageId"), QString()}});
            continue;
        }
        m_messages.append({QStringLiteral("M4V%1").arg(m_messages.size() + 1, 20, 10, QChar(u'0')),
                           message, m_clock.now()});
        for (const QString &name : {m_messages.last().id, textIn(message, "to")})
            m_places[name].append(m_messages.size() - 1);
        taken.append(toWire(m_messages.last()));
    }
    const QJsonObject count{{QStringLiteral("total"), messages.size()},
                            {QStringLiteral("registeredSuccess"), taken.size()},
                            {QStringLiteral("registeredFailed"), failed.size()}};
    const QJsonObject group{
        {QStringLiteral("groupId"), QStringLiteral("G4V%1").arg(m_messages.size())},
        {QStringLiteral("count"), count}};
    return ApiAnswer::of(QJsonObject{{QStringLiteral("failedMessageList"), failed},
                                     {QStringLiteral("groupInfo"), group},
                                     {QStringLiteral("messageList"), taken}});
}

QJsonObject SolapiApi::toWire(const Taken &message) const {
    const QString to = textIn(message.sent, "to");
    const bool hasArrived = m_clock.now() - message.at >= kWay;
    const bool isKakao = textIn(message.sent, "type") == QLatin1StringView("ATA");
    const bool mayFallBack = !message.sent.value(QLatin1StringView("kakaoOptions"))
                                  .toObject()
                                  .value(QLatin1StringView("disableSms"))
                                  .toBool();
    const bool hasNone = isKakao && !hasKakaoTalk(to);
    const bool fallsBack = hasNone && mayFallBack;
    QJsonObject wire = message.sent;
    wire.insert(QStringLiteral("messageId"), message.id);
    wire.insert(QStringLiteral("dateCreated"), message.at.toRfc3339());
    wire.insert(QStringLiteral("replacement"), hasArrived && fallsBack);
    if (hasArrived && fallsBack)
        wire.insert(QStringLiteral("type"), QStringLiteral("LMS"));
    const bool isLost = to.endsWith(QLatin1StringView(kOutOfReach));
    wire.insert(QStringLiteral("statusCode"), !hasArrived               ? QStringLiteral("2000")
                                              : hasNone && !mayFallBack ? QStringLiteral("3104")
                                              : isLost                  ? QStringLiteral("3040")
                                                                        : QStringLiteral("4000"));
    return wire;
}

ApiAnswer SolapiApi::list(const http::Request &request) const {
    constexpr qsizetype kMost = 100;
    const QString criterion = request.queryValue(u"criteria").value_or(QString());
    const QString value = request.queryValue(u"value").value_or(QString());
    const QList<qsizetype> places = m_places.value(value);
    QJsonObject found; // the newest of them
    for (auto place = places.crbegin(); place != places.crend() && found.size() < kMost; ++place) {
        const QJsonObject wire = toWire(m_messages[*place]);
        if (wire.value(criterion).toString() == value)
            found.insert(m_messages[*place].id, wire);
    }
    return ApiAnswer::of(QJsonObject{{QStringLiteral("startKey"), QJsonValue::Null},
                                     {QStringLiteral("limit"), kMost},
                                     {QStringLiteral("messageList"), found}});
}

ApiAnswer SolapiApi::ledger() const {
    QJsonArray messages;
    for (const Taken &message : m_messages)
        messages.append(toWire(message));
    return ApiAnswer::of(QJsonObject{{QStringLiteral("messages"), messages}});
}

bool SolapiSignatures::accept(const QByteArray &authorization) {
    constexpr std::chrono::minutes kTolerance(15);
    const auto parts = partsOf(authorization);
    const QByteArray salt = parts.value("salt");
    const auto date = Instant::fromRfc3339(QString::fromLatin1(parts.value("date")));
    if (m_secret.isEmpty() || parts.value("apiKey") != m_apiKey.toLatin1() || !date ||
        salt.size() < 12 || salt.size() > 64 || m_salts.contains(salt))
        return false;
    const auto age = m_wall.now() - *date;
    const QByteArray expected =
        QMessageAuthenticationCode::hash(parts.value("date") + salt, m_secret,
                                         QCryptographicHash::Sha256)
            .toHex();
    if (age > kTolerance || -age > kTolerance || parts.value("signature") != expected)
        return false;
    m_salts.insert(salt);
    return true;
}

} // namespace soban::sandbox
