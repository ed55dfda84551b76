// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/HttpLoad.h"

#include "http/Listener.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <optional>

using namespace soban;
using namespace soban::bench;
using namespace std::chrono_literals;

namespace {

/// Answers `/` with 200; `/late` only after five more requests; `/no` with 404.
class Waiter : public http::Handler {
public:
    void handle(http::Request request, http::Reply reply) override {
        ++requests;
        if (request.path() == "/late") {
            m_late.emplace(std::move(reply));
            m_still = 5;
            return;
        }
        reply.send(http::Answer::text(request.path() == "/no" ? 404 : 200, "hello"));
        if (m_late && --m_still == 0) {
            m_late->send(http::Answer::text(200, "late"));
            m_late.reset();
        }
    }

    std::atomic<int> requests = 0;

private:
    std::optional<http::Reply> m_late;
    int m_still = 0;
};

/// A server on a thread of its own.
class House {
public:
    House() {
        m_context.moveToThread(&m_thread);
        m_thread.start();
        onThread([this] {
            m_listener = std::make_unique<http::Listener>(waiter, http::Limits{});
            m_listener->listen(QHostAddress(QHostAddress::LocalHost), 0, http::PortUse::Claim);
            port = {m_listener->port()};
        });
    }
    ~House() {
        onThread([this] { m_listener.reset(); });
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(House)

    Waiter waiter;
    Port port;

private:
    void onThread(const std::function<void()> &function) {
        QMetaObject::invokeMethod(&m_context, function, Qt::BlockingQueuedConnection);
    }

    QThread m_thread;
    QObject m_context;
    std::unique_ptr<http::Listener> m_listener;
};

WriteRequest asking(const char *path) {
    return [path](QByteArray &out, int) {
        out.append("GET ").append(path).append(" HTTP/1.1\r\nHost: x\r\n\r\n");
    };
}

LoadPlan shortPlan() {
    return {.warmUp = 10ms, .span = 100ms};
}

} // namespace

class TstHttpLoad : public QObject {
    Q_OBJECT

private slots:
    void closedLoopAsksAgainAndAgain() {
        House house;
        Poller poller;
        HttpLoad load(poller, house.port, 3);
        const LoadResult result = load.runClosed(shortPlan(), asking("/"));
        QCOMPARE(result.failures, 0);
        QVERIFY(result.latency.count() > 3);
        QVERIFY(result.latency.count() <= house.waiter.requests); // some warmed up
        QCOMPARE(result.perSecond(), double(result.latency.count()) / 0.1);
        QVERIFY(result.milliseconds(0.5) > 0);
    }

    void openLoopAsksAsOftenAsItWasTold() {
        House house;
        Poller poller;
        HttpLoad load(poller, house.port, 8);
        const LoadResult result = load.runOpen({.warmUp = 100ms, .span = 200ms}, 500, asking("/"));
        QCOMPARE(result.failures, 0);
        QCOMPARE(result.latency.count(), 100);
        QCOMPARE(house.waiter.requests, 150);
    }

    void requestThatHadToWaitForItsTurnCountsFromItsMoment() {
        House house;
        Poller poller;
        HttpLoad load(poller, house.port, 2);
        int written = 0;
        const auto write = [&](QByteArray &out, int client) {
            // One client is held up while the other asks five times, then both are free again.
            asking(written++ == 0 ? "/late" : "/")(out, client);
        };
        const LoadResult result = load.runOpen({.warmUp = 0ms, .span = 200ms}, 100, write);
        QCOMPARE(result.latency.count(), 20);
        QCOMPARE(result.failures, 0);
        QVERIFY2(result.latency.longest() >= 50ms,
                 qPrintable(QString::number(millisecondsOf(result.latency.longest()))));
    }

    void nothingThatASlowServerHeldUpIsLeftOut() {
        House house;
        Poller poller;
        HttpLoad load(poller, house.port, 1);
        // Far more than one client can ask for: a closed loop would not notice.
        const LoadResult result = load.runOpen({.warmUp = 0ms, .span = 10ms}, 200'000, asking("/"));
        QCOMPARE(result.latency.count(), 2'000);
        QVERIFY(result.latency.longest() > 5ms);
    }

    void otherAnswersAreFailures() {
        House house;
        Poller poller;
        HttpLoad load(poller, house.port, 2);
        const LoadResult result = load.runClosed(shortPlan(), asking("/no"));
        QVERIFY(result.failures > 2);
        QCOMPARE(result.latency.count(), 0);
        QCOMPARE(result.firstFailure, QStringLiteral("404 hello"));
    }

    void oneQuestionHasOneAnswer() {
        House house;
        Poller poller;
        HttpLoad load(poller, house.port, 1);
        const auto answer = load.ask("GET /no HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(answer);
        QCOMPARE(answer->status, 404);
        QCOMPARE(answer->body, QByteArray("hello"));
    }
};

std::unique_ptr<QObject> newTstHttpLoad() {
    return std::make_unique<TstHttpLoad>();
}

#include "TstHttpLoad.moc"
