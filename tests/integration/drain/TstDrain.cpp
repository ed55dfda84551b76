// SPDX-License-Identifier: GPL-3.0-or-later
// A whole server within the test, taken down while something is going on.
#include "app/Server.h"
#include "support/PlainHttp.h"
#include "support/TestBench.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <memory>

using namespace soban;
using namespace soban::testing;

namespace {

/// Plays a provider that knows every payment as declined, and says so when it is told to.
class SlowProvider {
public:
    SlowProvider() {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                if (const QByteArray seen = socket->peek(1 << 16); seen.contains("\r\n\r\n")) {
                    socket->readAll();
                    m_asked.append({socket, seen.split(' ').value(1).split('/').last()});
                }
            });
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port for the provider");
    }

    QUrl url() const {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
    }
    qsizetype asked() const { return m_asked.size(); }
    void answerOne() {
        const auto [socket, payment] = m_asked.takeFirst();
        const QByteArray body = R"({"paymentKey":"key","orderId":")" + payment +
                                R"(","status":"ABORTED","totalAmount":11000,"balanceAmount":11000,)"
                                R"("currency":"KRW"})";
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                      QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

private:
    QTcpServer m_server;
    QList<std::pair<QTcpSocket *, QByteArray>> m_asked;
};

/// Keeps a database from being written, on a thread of its own.
class WriteLock {
public:
    explicit WriteLock(const storage::DatabaseAddress &address) {
        m_thread.reset(QThread::create([this, address] {
            storage::Database database(address, storage::Database::Access::ReadWrite);
            database.begin();
            m_isHeld.release();
            m_mayEnd.acquire();
            // Time for whoever does not wait for the writer to go ahead of it.
            QThread::msleep(300);
            database.commit();
        }));
        m_thread->start();
        m_isHeld.acquire();
    }
    ~WriteLock() {
        endSoon();
        m_thread->wait();
    }
    void endSoon() { m_mayEnd.release(); }

private:
    QSemaphore m_isHeld;
    QSemaphore m_mayEnd;
    std::unique_ptr<QThread> m_thread;
};

} // namespace

class TstDrain : public QObject {
    Q_OBJECT

private:
    struct House {
        QTemporaryDir dir;
        SlowProvider provider;
        SystemClock clock;
        app::Settings settings;
        std::unique_ptr<app::Server> server;
        PlainHttp http;

        House() {
            settings.database = storage::SqliteFile{dir.filePath(QStringLiteral("soban.sqlite"))};
            settings.listenPort = 0;
            settings.paymentUrl = provider.url();
        }
        void start() {
            server = std::make_unique<app::Server>(settings, clock, app::Secrets{"test_sk_drain"});
            if (const auto fault = server->start())
                qFatal("the server does not start: %s", qPrintable(*fault));
        }
        QUrl at(const char *path) const {
            return QUrl(server->publicUrl().toString() + QString::fromLatin1(path));
        }
        double figure(const QByteArray &name) {
            for (const QByteArray &line : http.get(at("/metrics")).body.split('\n')) {
                if (line.startsWith(QByteArray(name + ' ')))
                    return line.sliced(name.size() + 1).toDouble();
            }
            return -1;
        }
    };

private slots:
    void whatWaitsForTheDiskIsWrittenBeforeItsOwnersGo() { // G16
        constexpr int kOpen = 6;
        House house;
        {
            TestBench bench(house.settings.database);
            for (int i = 0; i < kOpen; ++i)
                bench.place(bench.hands.snackRequest());
        }
        house.start(); // and asks about every payment
        QTRY_COMPARE(house.provider.asked(), kOpen);
        WriteLock lock(house.settings.database);
        // One outcome keeps the writer busy, the next ones wait in its queue; a last one may still
        // be on its way from the provider, which is asked again at the next start.
        constexpr int kWaiting = 2;
        while (house.provider.asked() > 0 && house.figure("soban_write_queue") < kWaiting)
            house.provider.answerOne();
        QTRY_VERIFY(house.figure("soban_write_queue") >= kWaiting);
        const int waiting = int(house.figure("soban_write_queue"));
        lock.endSoon();
        house.server->drain();
        storage::Database database(house.settings.database, storage::Database::Access::ReadOnly);
        storage::Rows row =
            database.query("SELECT COUNT(*) FROM payments WHERE state = 'declined'");
        QVERIFY(row.next());
        QVERIFY2(row.number(0) >= waiting, qPrintable(QString::number(row.number(0))));
    }

    void pollThatWaitsDoesNotHoldTheDrainUp() { // G16
        House house;
        house.start();
        const auto account = house.http.postJson(
            house.at("/api/v1/accounts"), {{QStringLiteral("role"), QStringLiteral("customer")},
                                           {QStringLiteral("login"), QStringLiteral("a@b.test")},
                                           {QStringLiteral("password"), QStringLiteral("12345678")},
                                           {QStringLiteral("name"), QStringLiteral("A")},
                                           {QStringLiteral("phone"), QStringLiteral("010-1-1")},
                                           {QStringLiteral("language"), QStringLiteral("en")}});
        QCOMPARE(account.status, 201);
        const QByteArray token =
            account.json().value(QStringLiteral("accessToken")).toString().toLatin1();
        const auto now =
            house.http.get(house.at("/api/v1/events"), {{"Authorization", "Bearer " + token}});
        QTcpSocket client;
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), house.server->port());
        client.write("GET /api/v1/events?waitMs=20000&since=" +
                     now.json().value(QStringLiteral("sequence")).toString().toLatin1() +
                     " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n");
        QTRY_COMPARE(house.figure("soban_polls"), 1.0);
        QElapsedTimer sinceDrain;
        sinceDrain.start();
        house.server->drain();
        QCOMPARE_LT(sinceDrain.elapsed(), 5'000);
        // One that was still reading the log is told to ask again.
        QTRY_VERIFY(client.bytesAvailable() > 0);
        const QByteArray answer = client.peek(64);
        QVERIFY2(answer.contains("200 OK") || answer.contains("503 "), answer.constData());
    }
};

QTEST_GUILESS_MAIN(TstDrain)
#include "TstDrain.moc"
