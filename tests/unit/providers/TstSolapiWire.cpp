// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedServer.h"

#include "providers/Solapi.h"
#include "providers/SolapiWire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace soban;
using namespace soban::messaging;
using namespace soban::providers;

class TstSolapiWire : public QObject {
    Q_OBJECT

private:
    static MessageRequest request(MessageWay way = MessageWay::KakaoTalk) {
        return {*MessageId::fromNumber(7),
                way,
                QStringLiteral("+821020000000"),
                Topic::Accepted,
                Language::Korean,
                {{QStringLiteral("shop"), QStringLiteral("분식")},
                 {QStringLiteral("time"), QStringLiteral("18:30")}},
                QStringLiteral("[소반] 수락"),
                QStringLiteral("the-key"),
                QStringLiteral("solapi")};
    }
    static QJsonObject wireOf(const MessageRequest &request, const QString &admitted) {
        const auto body = solapi::sendBody(
            {request, QStringLiteral("0331234"), QStringLiteral("KA01PF"), admitted});
        return QJsonDocument::fromJson(body)
            .object()
            .value(QStringLiteral("messages"))
            .toArray()
            .first()
            .toObject();
    }
    static LookUpRequest asked(const QString &key = {}) {
        return {*MessageId::fromNumber(7), key, QStringLiteral("01020000000"), Instant::fromMs(1)};
    }
    static LookUpOutcome found(const char *status, const char *type,
                               const QString &message = MessageId::fromNumber(7)->toText()) {
        const QJsonObject wire{
            {QStringLiteral("messageId"), QStringLiteral("M4V1")},
            {QStringLiteral("type"), QString::fromLatin1(type)},
            {QStringLiteral("statusCode"), QString::fromLatin1(status)},
            {QStringLiteral("customFields"), QJsonObject{{QStringLiteral("message"), message}}}};
        const QJsonObject list{
            {QStringLiteral("messageList"), QJsonObject{{QStringLiteral("M4V1"), wire}}}};
        return solapi::readList(HttpAnswer{200, QJsonDocument(list).toJson()}, asked());
    }

private slots:
    void signatureIsThatOfTheDocuments() {
        // Made by `printf %s "$date$salt" | openssl dgst -sha256 -hmac secret`.
        QCOMPARE(solapi::authorization(QStringLiteral("KEY"), "secret", Instant::fromMs(0),
                                       "0123456789ab"),
                 QByteArray(
                     "HMAC-SHA256 apiKey=KEY, date=1970-01-01T00:00:00.000Z, "
                     "salt=0123456789ab, "
                     "signature=10ca44385dff400197bc12cdcb16c2003c9e9ecb036f803a3875717937e9d3b6"));
    }

    void kakaoTalkCarriesItsTemplateAndFallsBack() { // R11
        const QJsonObject wire = wireOf(request(), QStringLiteral("KA01TP"));
        QCOMPARE(wire.value(QStringLiteral("to")).toString(), QStringLiteral("01020000000"));
        QCOMPARE(wire.value(QStringLiteral("from")).toString(), QStringLiteral("0331234"));
        QCOMPARE(wire.value(QStringLiteral("type")).toString(), QStringLiteral("ATA"));
        QCOMPARE(wire.value(QStringLiteral("text")).toString(), QStringLiteral("[소반] 수락"));
        const QJsonObject kakao = wire.value(QStringLiteral("kakaoOptions")).toObject();
        QCOMPARE(kakao.value(QStringLiteral("pfId")).toString(), QStringLiteral("KA01PF"));
        QCOMPARE(kakao.value(QStringLiteral("templateId")).toString(), QStringLiteral("KA01TP"));
        QCOMPARE(kakao.value(QStringLiteral("disableSms")).toBool(true), false);
        QCOMPARE(kakao.value(QStringLiteral("variables")).toObject(),
                 (QJsonObject{{QStringLiteral("#{shop}"), QStringLiteral("분식")},
                              {QStringLiteral("#{time}"), QStringLiteral("18:30")}}));
    }

    void whatHasNoTemplateIsAnSms() { // R11
        QCOMPARE(wireOf(request(), {}).value(QStringLiteral("type")).toString(),
                 QStringLiteral("SMS"));
        QVERIFY(!wireOf(request(), {}).contains(QStringLiteral("kakaoOptions")));
        MessageRequest longer = request();
        longer.text = QString(46, u'가');
        QCOMPARE(wireOf(longer, {}).value(QStringLiteral("type")).toString(),
                 QStringLiteral("LMS"));
    }

    void answersMeanWhatTheySay_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("index"); ///< of the variant
        const auto row = [](const char *name, int status, const char *body, int index) {
            QTest::newRow(name) << status << QByteArray(body) << index;
        };
        row("R11 taken", 200,
            R"({"failedMessageList":[],"groupInfo":{"count":{"registeredSuccess":1}},
               "messageList":[{"messageId":"M4V1"}]})",
            0);
        row("R11 refused", 200,
            R"({"failedMessageList":[{"to":"1","statusCode":"1010"}],
               "groupInfo":{"count":{"registeredSuccess":0}}})",
            1);
        row("G10 says nothing", 200, "{}", 3);
        row("G10 no JSON", 200, "<html>", 3);
        row("R11 malformed", 400, R"({"errorCode":"ValidationError"})", 1);
        row("G10 wrong key", 403, R"({"errorCode":"SignatureDoesNotMatch"})", 2);
        row("G10 no money", 402, R"({"errorCode":"NotEnoughBalance"})", 2);
        row("G10 too many", 429, "", 2);
        row("G10 error after work", 500, R"({"errorCode":"InternalServerError"})", 3);
        row("G10 somebody in between", 503, "upstream unavailable", 3);
    }

    void answersMeanWhatTheySay() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, index);
        const auto outcome = solapi::readSend(HttpAnswer{status, body});
        QCOMPARE(int(outcome.index()), index);
        if (index == 0)
            QCOMPARE(std::get<Taken>(outcome).gatewayKey, QStringLiteral("M4V1"));
    }

    void whatBecameOfAMessageIsRead() { // R11 G10
        QVERIFY(std::holds_alternative<OnItsWay>(found("2000", "ATA")));
        QVERIFY(std::holds_alternative<OnItsWay>(found("3000", "ATA")));
        QCOMPARE(std::get<Delivered>(found("4000", "ATA")).way,
                 std::optional(MessageWay::KakaoTalk));
        QCOMPARE(std::get<Delivered>(found("4000", "LMS")).way, std::optional(MessageWay::Sms));
        QVERIFY(std::holds_alternative<Undelivered>(found("3040", "LMS")));
        QVERIFY(std::holds_alternative<Unknown>(found("4000", "ATA", QStringLiteral("another"))));
        QVERIFY(std::holds_alternative<Unknown>(solapi::readList(HttpBroken{}, asked())));
    }

    void messageIsFoundByItsNameOrAmongThoseToItsNumber() { // G10
        QCOMPARE(solapi::listQuery(asked(QStringLiteral("M4V1"))),
                 QByteArray("criteria=messageId&cond=eq&limit=100&value=M4V1"));
        QCOMPARE(solapi::listQuery(asked()),
                 QByteArray("criteria=to&cond=eq&limit=100&value=01020000000"));
    }

    void connectionThatBreaksIsNotTriedAgain() { // G10
        ScriptedServer server([](int) { return ScriptedServer::Step{{}, true}; });
        CircuitBreaker breaker({});
        Solapi solapi({server.base(),
                       QStringLiteral("KEY"),
                       "secret",
                       QStringLiteral("0331234"),
                       QStringLiteral("KA01PF"),
                       {},
                       {}},
                      breaker);
        std::optional<SendOutcome> said;
        solapi.send(request(), [&](const SendOutcome &outcome) { said = outcome; });
        QTRY_VERIFY(said);
        QVERIFY(std::holds_alternative<Unknown>(*said));
        QTest::qWait(100);
        QCOMPARE(server.requests().size(), 1);
    }

    void templatesAreOfMessagesThatThereAre() {
        SolapiConfig config{QUrl(QStringLiteral("https://api.solapi.com")),
                            QStringLiteral("KEY"),
                            "secret",
                            QStringLiteral("0331234"),
                            QStringLiteral("KA01PF"),
                            {{QStringLiteral("ko.accepted"), QStringLiteral("KA01TP")}},
                            {}};
        QVERIFY(!config.problem());
        config.templates.insert(QStringLiteral("ko.acepted"), QStringLiteral("KA01TP"));
        QVERIFY(config.problem());
    }
};

QTEST_GUILESS_MAIN(TstSolapiWire)
#include "TstSolapiWire.moc"
