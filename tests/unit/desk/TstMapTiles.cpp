// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedServer.h"

#include "desk/MapTiles.h"
#include "desk/Preferences.h"
#include "ui/MapView.h"
#include "ui/SobanStyle.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace soban;
using namespace soban::desk;
using ui::TileKey;

namespace {

const TileKey kTile{2, 1, 3};

QByteArray tile(QColor color, int side = 256) {
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(color);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

/// What came of one tile.
struct Ear : QObject {
    explicit Ear(MapTiles &tiles)
        : arrived(&tiles, &MapTiles::arrived), failed(&tiles, &MapTiles::failed) {}

    QColor color() const {
        return arrived.isEmpty() ? QColor()
                                 : arrived.constLast().at(1).value<QImage>().pixelColor(5, 5);
    }

    QSignalSpy arrived;
    QSignalSpy failed;
};

} // namespace

class TstMapTiles : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ScriptedServer>();
        m_preferences = std::make_unique<Preferences>(m_folder->filePath(QStringLiteral("p.ini")));
        m_color = Qt::red;
        m_server->onRequest = [this](const ScriptedServer::Exchange &exchange) {
            exchange.answer(m_status, m_body.isEmpty() ? tile(m_color) : m_body,
                            "Content-Type: image/png\r\n");
        };
        m_status = 200;
        m_body.clear();
        m_preferences->setTilePattern(pattern());
    }

    void cleanup() {
        // In this order: preferences write their last change to the folder.
        m_preferences.reset();
        m_server.reset();
        m_folder.reset();
    }

    void patternsAreChecked_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("usual") << "https://tile.example/{z}/{x}/{y}.png" << true;
        QTest::newRow("plain") << "http://127.0.0.1:8000/{x}-{y}-{z}" << true;
        QTest::newRow("empty") << "" << false;
        QTest::newRow("no row") << "https://tile.example/{z}/{x}.png" << false;
        QTest::newRow("file") << "file:///tiles/{z}/{x}/{y}.png" << false;
        QTest::newRow("no host") << "https:///{z}/{x}/{y}.png" << false;
        QTest::newRow("words") << "some {z} {x} {y}" << false;
    }
    void patternsAreChecked() {
        QFETCH(QString, pattern);
        QFETCH(bool, isGood);
        QCOMPARE(MapTiles::isPattern(pattern), isGood);
    }

    void isLoadedOnceAndThenFromDisk() {
        {
            MapTiles tiles(*m_preferences, m_clock, options());
            Ear ear(tiles);
            tiles.request(kTile);
            tiles.request(kTile);
            QTRY_COMPARE(ear.arrived.count(), 1);
            QCOMPARE(ear.color(), QColor(Qt::red));
        }
        QCOMPARE(m_server->requestsTo(QStringLiteral("/2/1/3.png")).size(), 1);
        QVERIFY(
            m_server->exchanges.first().request.headers.value("user-agent").startsWith("Soban/"));
        m_server->stopListening();
        MapTiles again(*m_preferences, m_clock, options());
        Ear ear(again);
        again.request(kTile);
        QTRY_COMPARE(ear.arrived.count(), 1);
        QCOMPARE(ear.color(), QColor(Qt::red));
        QCOMPARE(m_server->exchanges.size(), 1);
    }

    void oldTileIsAskedForAnewAndStandsInWhenTheServerSaysNo() {
        MapTileOptions stale = options();
        stale.freshFor = std::chrono::milliseconds(-1);
        MapTiles tiles(*m_preferences, m_clock, stale);
        Ear ear(tiles);
        tiles.request(kTile);
        QTRY_COMPARE(ear.arrived.count(), 1);
        m_color = Qt::blue;
        tiles.request(kTile);
        QTRY_COMPARE(ear.arrived.count(), 2);
        QCOMPARE(ear.color(), QColor(Qt::blue));
        m_status = 503;
        tiles.request(kTile);
        QTRY_COMPARE(ear.arrived.count(), 3);
        QCOMPARE(ear.color(), QColor(Qt::blue));
        QCOMPARE(ear.failed.count(), 0);
    }

    void whatCannotBeHadIsNotAskedForAllTheTime() {
        m_status = 404;
        MapTiles tiles(*m_preferences, m_clock, options());
        Ear ear(tiles);
        tiles.request(kTile);
        QTRY_COMPARE(ear.failed.count(), 1);
        tiles.request(kTile); // as the map does when it is painted
        QTest::qWait(50);
        QCOMPARE(m_server->exchanges.size(), 1);
        m_status = 200;
        QTRY_COMPARE(ear.failed.count(), 2); // the pause is over: the map may ask again
        tiles.request(kTile);
        QTRY_COMPARE(ear.arrived.count(), 1);
    }

    void nonsenseIsNoTile_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("words") << QByteArray("<html>Sign in to this network</html>");
        QTest::newRow("far too large") << tile(Qt::red, 2'000);
        QTest::newRow("cut off") << tile(Qt::red).left(40);
    }
    void nonsenseIsNoTile() {
        QFETCH(QByteArray, body);
        m_body = body;
        MapTiles tiles(*m_preferences, m_clock, options());
        Ear ear(tiles);
        tiles.request(kTile);
        QTRY_COMPARE(ear.failed.count(), 1);
        QCOMPARE(ear.arrived.count(), 0);
        QVERIFY(QDir(options().folder).entryList(QDir::Files).isEmpty());
    }

    void serverThatIsAwayIsNoTrouble() {
        m_server->stopListening();
        MapTiles tiles(*m_preferences, m_clock, options());
        Ear ear(tiles);
        tiles.request(kTile);
        QTRY_COMPARE(ear.failed.count(), 1);
    }

    void anotherAddressDropsWhatIsUnderWay() {
        m_server->onRequest = {}; // never answers
        MapTiles tiles(*m_preferences, m_clock, options());
        Ear ear(tiles);
        QSignalSpy changed(&tiles, &MapTiles::usabilityChanged);
        tiles.request(kTile);
        QTRY_COMPARE(m_server->exchanges.size(), 1);
        m_preferences->setTilePattern({});
        QVERIFY(!tiles.isUsable());
        QCOMPARE(changed.count(), 1);
        tiles.request(kTile);
        QTest::qWait(50);
        QCOMPARE(ear.arrived.count() + ear.failed.count(), 0);
        QCOMPARE(m_server->exchanges.size(), 1);
    }

    void whatNobodySeesAnyMoreIsGivenUp() {
        m_server->onRequest = {};
        MapTiles tiles(*m_preferences, m_clock, options());
        Ear ear(tiles);
        tiles.request(kTile);
        QTRY_COMPARE(m_server->exchanges.size(), 1);
        tiles.cancel(kTile);
        QTRY_VERIFY(!m_server->exchanges.first().isOpen());
        QCOMPARE(ear.failed.count(), 0);
    }

    void mapShowsTilesAndIsDrawnWithoutThem() {
        auto map = std::make_unique<ui::MapView>();
        map->resize(300, 200);
        map->setSelf(GeoPoint::of(37.88, 127.73));
        map->show();
        QVERIFY(QTest::qWaitForWindowExposed(map.get()));
        const QPoint corner(280, 20);
        const auto shown = [&] { return map->grab().toImage().pixelColor(corner); };
        const QColor drawn = shown();
        m_preferences->setTilePattern({});
        MapTiles tiles(*m_preferences, m_clock, options());
        tiles.serve(*map);
        QCOMPARE(shown(), drawn);
        // An address that leads nowhere leaves the drawn map.
        Ear ear(tiles);
        m_status = 500;
        m_preferences->setTilePattern(pattern());
        shown();
        QTRY_VERIFY(ear.failed.count() > 0);
        QCOMPARE(shown(), drawn);
        // And once it answers, there are tiles.
        m_status = 200;
        QTRY_COMPARE(shown(), QColor(Qt::red));
        m_preferences->setTilePattern({});
        QCOMPARE(shown(), drawn);
    }

    void attributionIsSaidOrTheServersName() {
        MapTiles tiles(*m_preferences, m_clock, options());
        QCOMPARE(tiles.attribution(), QStringLiteral("127.0.0.1"));
        m_preferences->setTileAttribution(QStringLiteral("© map makers"));
        QCOMPARE(tiles.attribution(), QStringLiteral("© map makers"));
    }

private:
    QString pattern() const {
        return QStringLiteral("http://127.0.0.1:%1/{z}/{x}/{y}.png").arg(m_server->port());
    }
    MapTileOptions options() const {
        MapTileOptions options;
        options.folder = m_folder->filePath(QStringLiteral("tiles"));
        options.pauseAfterFailure = std::chrono::milliseconds(400);
        return options;
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Preferences> m_preferences;
    QColor m_color;
    int m_status = 200;
    QByteArray m_body; ///< instead of a tile
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    ui::SobanStyle::install(application);
    TstMapTiles test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstMapTiles.moc"
