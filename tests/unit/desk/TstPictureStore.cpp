// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClientTestKit.h"

#include "desk/PictureFiles.h"
#include "desk/PictureReader.h"
#include "desk/PictureStore.h"

#include <QBuffer>
#include <QDir>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace soban;
using namespace soban::desk;

namespace {

const QByteArray kDrawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">"
                            "<rect width=\"50\" height=\"100\" fill=\"#ff0000\"/>"
                            "<rect x=\"50\" width=\"50\" height=\"100\" fill=\"#0000ff\"/></svg>";

QByteArray photo(QSize size, const char *format) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::green);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

const QString kBowl = QStringLiteral("bowl");

} // namespace

class TstPictureStore : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ScriptedServer>();
        m_server->onRequest = [](const ScriptedServer::Exchange &exchange) {
            exchange.answer(200, kDrawing, "Content-Type: image/svg+xml\r\n");
        };
        m_client = std::make_unique<SignedInClient>(*m_server);
    }
    void cleanup() {
        m_client.reset();
        m_server.reset();
    }

    void comesLaterAndThenAtOnce() {
        PictureStore store(m_client->api, m_clock, options());
        QSignalSpy ready(&store, &PictureStore::pictureReady);
        QVERIFY(store.picture(kBowl, {40, 40}, 2.0).isNull());
        QTRY_COMPARE(ready.count(), 1);
        const QPixmap picture = store.picture(kBowl, {40, 40}, 2.0);
        QCOMPARE(picture.size(), QSize(80, 80));
        QCOMPARE(picture.devicePixelRatio(), 2.0);
        const QImage image = picture.toImage();
        QCOMPARE(image.pixelColor(10, 40), QColor(Qt::red));
        QCOMPARE(image.pixelColor(70, 40), QColor(Qt::blue));
    }

    void asksForEachNameOnceAtATime() {
        PictureStore store(m_client->api, m_clock, options());
        QSignalSpy ready(&store, &PictureStore::pictureReady);
        for (int i = 0; i < 20; ++i)
            store.picture(kBowl, {40 + i % 3, 40}, 1.0);
        QTRY_VERIFY(!store.picture(kBowl, {41, 40}, 1.0).isNull());
        QTRY_COMPARE(store.picture(kBowl, {42, 40}, 1.0).width(), 42);
        QCOMPARE(int(m_server->exchanges.size()), 1);
    }

    void anotherSizeStandsInUntilItsOwnIsReady() {
        PictureStore store(m_client->api, m_clock, options());
        store.picture(kBowl, {40, 40}, 1.0);
        QTRY_VERIFY(!store.picture(kBowl, {40, 40}, 1.0).isNull());
        QCOMPARE(store.picture(kBowl, {80, 80}, 1.0).width(), 40);
        QTRY_COMPARE(store.picture(kBowl, {80, 80}, 1.0).width(), 80);
        QCOMPARE(int(m_server->exchanges.size()), 1); // the rest came from disk
    }

    void asksAFewAtATimeTheLatestFirst() {
        m_server->onRequest = {};
        PictureStore store(m_client->api, m_clock, options());
        for (int i = 0; i < 10; ++i)
            store.picture(QString::number(i), {40, 40}, 1.0);
        QTRY_COMPARE(int(m_server->exchanges.size()), 2);
        QTest::qWait(50);
        QCOMPARE(int(m_server->exchanges.size()), 2);
        store.picture(QStringLiteral("last"), {40, 40}, 1.0);
        QTest::qWait(50);
        m_server->exchanges[0].answer(200, kDrawing);
        QTRY_COMPARE(int(m_server->exchanges.size()), 3);
        QVERIFY(m_server->exchanges[2].request.path.endsWith(QStringLiteral("/last")));
    }

    void theDiskRemembersAfterARestart() {
        {
            PictureStore store(m_client->api, m_clock, options());
            QSignalSpy ready(&store, &PictureStore::pictureReady);
            store.picture(kBowl, {40, 40}, 1.0);
            QTRY_COMPARE(ready.count(), 1);
        }
        PictureStore again(m_client->api, m_clock, options());
        QTRY_VERIFY(!again.picture(kBowl, {40, 40}, 1.0).isNull());
        QCOMPARE(int(m_server->exchanges.size()), 1);
    }

    void whatIsOldIsShownAndAskedForAnew() {
        {
            PictureStore store(m_client->api, m_clock, options());
            QSignalSpy ready(&store, &PictureStore::pictureReady);
            store.picture(kBowl, {40, 40}, 1.0);
            QTRY_COMPARE(ready.count(), 1);
        }
        m_clock.advance(std::chrono::hours(24 * 8));
        m_server->onRequest = [](const ScriptedServer::Exchange &exchange) {
            exchange.answer(200, photo({60, 60}, "PNG"));
        };
        PictureStore again(m_client->api, m_clock, options());
        QSignalSpy ready(&again, &PictureStore::pictureReady);
        again.picture(kBowl, {40, 40}, 1.0);
        QTRY_COMPARE(ready.count(), 2);
        QCOMPARE(again.picture(kBowl, {40, 40}, 1.0).toImage().pixelColor(20, 20),
                 QColor(Qt::green));
        QCOMPARE(int(m_server->exchanges.size()), 2);
    }

    void triesAgainAfterAFailure_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("breakdown") << 500 << QByteArray("oops");
        QTest::newRow("not a picture") << 200 << QByteArray("<html>");
        QTest::newRow("torn") << 200 << photo({60, 60}, "PNG").left(60);
    }
    void triesAgainAfterAFailure() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        m_server->onRequest = [&, first = true](const ScriptedServer::Exchange &e) mutable {
            if (std::exchange(first, false))
                e.answer(status, body);
            else
                e.answer(200, kDrawing);
        };
        PictureStore store(m_client->api, m_clock, options());
        QSignalSpy ready(&store, &PictureStore::pictureReady);
        store.picture(kBowl, {40, 40}, 1.0);
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(int(m_server->exchanges.size()), 2);
    }

    void doesNotAskAgainForWhatDoesNotExist() {
        m_server->onRequest = [](const ScriptedServer::Exchange &exchange) {
            refuse(exchange, contract::ErrorCode::NotFound);
        };
        PictureStore store(m_client->api, m_clock, options());
        store.picture(kBowl, {40, 40}, 1.0);
        QTRY_COMPARE(int(m_server->exchanges.size()), 1);
        QTest::qWait(100);
        store.picture(kBowl, {40, 40}, 1.0);
        QTest::qWait(100);
        QCOMPARE(int(m_server->exchanges.size()), 1);
    }

    void evictsWhatWasLookedAtLongestAgo() {
        const Instant start = Instant::fromMs(1'800'000'000'000);
        PictureFiles files(m_folder->filePath(QStringLiteral("p")), 10'000);
        for (int i = 0; i < 10; ++i)
            files.write(QString::number(i), QByteArray(1'000, 'x'),
                        start + std::chrono::seconds(i));
        QVERIFY(files.read(QStringLiteral("0"), start + std::chrono::hours(1)));
        files.write(QStringLiteral("new"), QByteArray(1'000, 'x'), start + std::chrono::hours(2));
        QVERIFY(files.read(QStringLiteral("0"), start));
        QVERIFY(files.read(QStringLiteral("new"), start));
        QVERIFY(!files.read(QStringLiteral("1"), start));
        QVERIFY(!files.read(QStringLiteral("3"), start));
        QVERIFY(files.read(QStringLiteral("4"), start));
    }

    void namesLeadNowhereElse() {
        PictureFiles files(m_folder->filePath(QStringLiteral("p")), 10'000);
        files.write(QStringLiteral("../../outside"), "x", Instant::fromMs(0));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList(QStringLiteral("p")));
    }

    void photosFillTheirBox() {
        for (const char *format : {"PNG", "JPG"}) {
            const QImage image = readPicture(photo({300, 100}, format), {64, 64});
            QCOMPARE(image.size(), QSize(64, 64));
            for (const QPoint corner : {QPoint(0, 0), QPoint(63, 63), QPoint(0, 63)})
                QVERIFY(image.pixelColor(corner).green() > 250);
        }
    }

    void refusesPicturesThatAreTooLarge() {
        // A BMP of a few bytes that claims 9,000 x 9,000 pixels.
        QByteArray bomb = photo({8, 8}, "BMP");
        QVERIFY(!readPicture(bomb, {64, 64}).isNull());
        bomb.replace(18, 8, QByteArray::fromHex("2823000028230000"));
        QVERIFY(readPicture(bomb, {64, 64}).isNull());
        QVERIFY(readPicture(kDrawing, {100'000, 10}).width() <= 4096);
    }

private:
    PictureOptions options() const {
        PictureOptions options;
        options.folder = m_folder->filePath(QStringLiteral("pictures"));
        options.retry = quickBackoff();
        options.mostLoads = 2;
        return options;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<SignedInClient> m_client;
    ManualClock m_clock{Instant::fromMs(1'800'000'000'000)};
};

QTEST_MAIN(TstPictureStore)
#include "TstPictureStore.moc"
