// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedServer.h"

#include "providers/Kannel.h"
#include "providers/KannelWire.h"

#include <QTest>
#include <QUrlQuery>

using namespace soban;
using namespace soban::messaging;
using namespace soban::providers;

class TstKannelWire : public QObject {
    Q_OBJECT

private:
    static MessageRequest request() {
        return {*MessageId::fromNumber(7),
                MessageWay::Sms,
                QStringLiteral("+821020000000"),
                Topic::Placed,
                Language::Korean,
                {},
                QStringLiteral("[소반] 1+1 & 끝?"),
                QStringLiteral("the-key"),
                QStringLiteral("kannel")};
    }

    static KannelConfig configFor(const QUrl &base) {
        KannelConfig config{base,
                            QStringLiteral("soban"),
                            "s&cret",
                            QStringLiteral("0331234"),
                            QUrl(QStringLiteral("http://127.0.0.1:9/reports/")),
                            {}};
        config.limits.total = std::chrono::milliseconds(500);
        return config;
    }

    static std::optional<SendOutcome> sentTo(const ScriptedServer &server,
                                             CircuitBreaker &breaker) {
        Kannel kannel(configFor(server.base()), breaker);
        std::optional<SendOutcome> said;
        kannel.send(request(), [&](const SendOutcome &outcome) { said = outcome; });
        (void)QTest::qWaitFor([&] { return said.has_value(); }, 3000);
        return said;
    }

private slots:
    void requestSaysWhatKannelAsksFor() { // R11
        ScriptedServer server([](int) {
            return ScriptedServer::Step{ScriptedServer::answer(202, "0: Accepted for delivery")};
        });
        CircuitBreaker breaker({});
        const auto said = sentTo(server, breaker);
        QVERIFY(said && std::holds_alternative<Taken>(*said));
        const QByteArray line = server.requests().first().split('\r').first();
        QVERIFY(line.startsWith("GET /cgi-bin/sendsms?"));
        const QUrlQuery query(QUrl::fromEncoded(line.split(' ').at(1)));
        const auto item = [&query](const char *name) {
            return query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
        };
        QCOMPARE(item("username"), QStringLiteral("soban"));
        QCOMPARE(item("password"), QStringLiteral("s&cret"));
        QCOMPARE(item("from"), QStringLiteral("0331234"));
        QCOMPARE(item("to"), QStringLiteral("+821020000000"));
        QCOMPARE(item("text"), request().text);
        QCOMPARE(item("coding"), QStringLiteral("2"));
        QCOMPARE(item("charset"), QStringLiteral("UTF-8"));
        QCOMPARE(item("dlr-mask"), QStringLiteral("31"));
        QCOMPARE(item("dlr-url"), QStringLiteral("http://127.0.0.1:9/reports/the-key?type=%d"));
    }

    void answersMeanWhatTheySay_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("index"); ///< of the variant
        const auto row = [](const char *name, int status, const char *body, int index) {
            QTest::newRow(name) << status << QByteArray(body) << index;
        };
        row("R11 accepted", 202, "0: Accepted for delivery", 0);
        row("R11 queued", 202, "3: Queued for later delivery", 0);
        row("R11 no receiver", 400, "Missing receiver number, rejected", 1);
        row("R11 no route", 403, "Not routable. Do not try again.", 1);
        row("G10 wrong login", 403, "Authorization failed for sendsms", 2);
        row("G10 not ready", 503, "Temporal failure, try again later.", 2);
        row("G10 other error", 500, "", 3);
        row("G10 no such answer", 200, "Sent.", 3);
    }

    void answersMeanWhatTheySay() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, index);
        QCOMPARE(int(kannel::readSend(HttpAnswer{status, body}).index()), index);
    }

    void callThatWasNotSentWasNotTaken() { // G10
        QCOMPARE(int(kannel::readSend(HttpNotSent{{}, true}).index()), 2);
        QCOMPARE(int(kannel::readSend(HttpBroken{}).index()), 3);
    }

    void connectionThatBreaksIsNotTriedAgain() { // G10
        ScriptedServer server([](int) { return ScriptedServer::Step{{}, true}; });
        CircuitBreaker breaker({});
        const auto said = sentTo(server, breaker);
        QVERIFY(said && std::holds_alternative<Unknown>(*said));
        QTest::qWait(100);
        QCOMPARE(server.requests().size(), 1);
    }

    void breakerHoldsBackWhatWouldNotBeServed() { // G14
        ScriptedServer server([](int) { return ScriptedServer::Step{}; });
        CircuitBreaker breaker({.failures = 1, .recentCalls = 2});
        QVERIFY(std::holds_alternative<Unknown>(*sentTo(server, breaker)));
        QVERIFY(!breaker.isAvailable());
        QVERIFY(std::holds_alternative<NotTaken>(*sentTo(server, breaker)));
        QCOMPARE(server.requests().size(), 1);
    }

    void reportsAreRead() { // R11
        const auto indexOf = [](const char *word) {
            const auto outcome = kannel::readReport(QString::fromLatin1(word));
            return outcome ? int(outcome->index()) : -1;
        };
        QCOMPARE(indexOf("1"), 0);
        QCOMPARE(indexOf("2"), 1);
        QCOMPARE(indexOf("16"), 1);
        QCOMPARE(indexOf("4"), 2);
        QCOMPARE(indexOf("8"), 2);
        QCOMPARE(indexOf(""), -1);
        QCOMPARE(indexOf("3"), -1);
    }

    void secretsDoNotTravelInTheOpen() {
        const auto problemOf = [](const char *base) {
            return configFor(QUrl(QString::fromLatin1(base))).problem();
        };
        QVERIFY(!problemOf("http://127.0.0.1:13013"));
        QVERIFY(!problemOf("https://sms.example.org"));
        QVERIFY(problemOf("http://sms.example.org"));
        KannelConfig config = configFor(QUrl(QStringLiteral("http://127.0.0.1:13013")));
        config.password.clear();
        QVERIFY(config.problem());
    }
};

QTEST_GUILESS_MAIN(TstKannelWire)
#include "TstKannelWire.moc"
