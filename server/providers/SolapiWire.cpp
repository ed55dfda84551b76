// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/SolapiWire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

namespace soban::providers::solapi {

using namespace messaging;

namespace {

constexpr auto kTaken = "2000";
constexpr auto kOnItsWay = "3000";
constexpr auto kDelivered = "4000";

QString textIn(const QJsonObject &object, const char *name) {
    return object.value(QLatin1StringView(name)).toString();
}

std::optional<QJsonObject> objectIn(const QByteArray &body) {
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

/// As it is dialled in Korea.
QString domestic(const QString &number) {
    const QString korea = QStringLiteral("+82");
    return number.startsWith(korea) ? u'0' + number.sliced(korea.size())
                                    : QString(number).remove(u'+');
}

/// As the networks count: a Korean letter takes two bytes.
bool fitsIntoSms(const QString &text) {
    constexpr int kSmsBytes = 90;
    int bytes = 0;
    for (QChar character : text)
        bytes += character.unicode() < 0x80 ? 1 : 2;
    return bytes <= kSmsBytes;
}

QJsonObject kakaoOptions(const Message &message) {
    QJsonObject variables;
    const Variables &all = message.request.variables;
    for (auto one = all.cbegin(); one != all.cend(); ++one)
        variables.insert(QStringLiteral("#{%1}").arg(one.key()), one.value());
    return {{QStringLiteral("pfId"), message.channel},
            {QStringLiteral("templateId"), message.admitted},
            {QStringLiteral("variables"), variables},
            {QStringLiteral("disableSms"), false}};
}

/// Solapi's own words for what is wrong.
QString errorOf(const HttpAnswer &answer) {
    const QString code = textIn(objectIn(answer.body).value_or(QJsonObject()), "errorCode");
    return QStringLiteral("%1 %2").arg(answer.status).arg(code.left(60));
}

bool isMendable(int status) {
    return status == 401 || status == 402 || status == 403 || status == 429;
}

SendOutcome readTaken(const QJsonObject &document) {
    const QJsonArray failed = document.value(QLatin1StringView("failedMessageList")).toArray();
    if (!failed.isEmpty())
        return Refused{QStringLiteral("statusCode ") +
                       textIn(failed.first().toObject(), "statusCode").left(20)};
    const QJsonObject count = document.value(QLatin1StringView("groupInfo"))
                                  .toObject()
                                  .value(QLatin1StringView("count"))
                                  .toObject();
    if (count.value(QLatin1StringView("registeredSuccess")).toInt() != 1)
        return Unknown{QStringLiteral("the answer does not say that it was taken")};
    const QJsonArray list = document.value(QLatin1StringView("messageList")).toArray();
    return Taken{textIn(list.first().toObject(), "messageId")};
}

LookUpOutcome readFound(const QJsonObject &message) {
    const QString status = textIn(message, "statusCode");
    const bool isKakaoTalk = textIn(message, "type") == QLatin1StringView("ATA");
    const auto way = isKakaoTalk ? MessageWay::KakaoTalk : MessageWay::Sms;
    if (status == QLatin1StringView(kDelivered))
        return Delivered{way};
    if (status == QLatin1StringView(kTaken) || status == QLatin1StringView(kOnItsWay))
        return OnItsWay{textIn(message, "messageId"), way};
    return Undelivered{QStringLiteral("statusCode ") + status.left(20)};
}

} // namespace

QByteArray authorization(const QString &apiKey, const QByteArray &secret, Instant now,
                         const QByteArray &salt) {
    const QByteArray date = now.toRfc3339().toLatin1();
    const QByteArray signature =
        QMessageAuthenticationCode::hash(date + salt, secret, QCryptographicHash::Sha256).toHex();
    return "HMAC-SHA256 apiKey=" + apiKey.toLatin1() + ", date=" + date + ", salt=" + salt +
           ", signature=" + signature;
}

QByteArray sendBody(const Message &message) {
    const MessageRequest &request = message.request;
    QJsonObject wire{{QStringLiteral("to"), domestic(request.to)},
                     {QStringLiteral("from"), message.sender},
                     {QStringLiteral("text"), request.text},
                     {QStringLiteral("customFields"),
                      QJsonObject{{QStringLiteral("message"), request.message.toText()}}}};
    if (message.admitted.isEmpty()) {
        wire.insert(QStringLiteral("type"),
                    fitsIntoSms(request.text) ? QStringLiteral("SMS") : QStringLiteral("LMS"));
    } else {
        wire.insert(QStringLiteral("type"), QStringLiteral("ATA"));
        wire.insert(QStringLiteral("kakaoOptions"), kakaoOptions(message));
    }
    const QJsonObject document{{QStringLiteral("messages"), QJsonArray{wire}},
                               {QStringLiteral("allowDuplicates"), false},
                               {QStringLiteral("showMessageList"), true}};
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

QByteArray listQuery(const LookUpRequest &request) {
    const bool isNamed = !request.gatewayKey.isEmpty();
    const QString value = isNamed ? request.gatewayKey : domestic(request.to);
    return QByteArray("criteria=") + (isNamed ? "messageId" : "to") +
           "&cond=eq&limit=100&value=" + QUrl::toPercentEncoding(value);
}

SendOutcome readSend(const HttpOutcome &outcome) {
    if (const auto *notSent = std::get_if<HttpNotSent>(&outcome))
        return NotTaken{notSent->detail};
    if (const auto *broken = std::get_if<HttpBroken>(&outcome))
        return Unknown{broken->detail};
    const auto &answer = std::get<HttpAnswer>(outcome);
    const auto document = objectIn(answer.body);
    if (answer.status == 200 && document)
        return readTaken(*document);
    if (isMendable(answer.status))
        return NotTaken{errorOf(answer)};
    if (answer.status >= 400 && answer.status < 500 && document)
        return Refused{errorOf(answer)};
    return Unknown{errorOf(answer)};
}

LookUpOutcome readList(const HttpOutcome &outcome, const LookUpRequest &request) {
    const auto *answer = std::get_if<HttpAnswer>(&outcome);
    const auto document = answer ? objectIn(answer->body) : std::nullopt;
    if (!document || answer->status != 200)
        return Unknown{QStringLiteral("Solapi could not be asked")};
    const QJsonObject list = document->value(QLatin1StringView("messageList")).toObject();
    for (const auto &value : list) {
        const QJsonObject message = value.toObject();
        const QString ours =
            textIn(message.value(QLatin1StringView("customFields")).toObject(), "message");
        if (ours == request.message.toText())
            return readFound(message);
    }
    return Unknown{QStringLiteral("Solapi does not know it")};
}

} // namespace soban::providers::solapi
