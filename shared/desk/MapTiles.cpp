// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/MapTiles.h"

#include "desk/PictureFiles.h"
#include "desk/Preferences.h"
#include "ui/MapView.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>

namespace soban::desk {

namespace {

using ui::TileKey;

constexpr int kMostSide = 1'024; ///< of a tile: usual are 256 and 512
constexpr qint64 kMostBytes = 4 << 20;

/// Null unless it is a picture of a tile's size.
QImage imageOf(const QByteArray &bytes) {
    QImage image = QImage::fromData(bytes);
    const bool isTile =
        !image.isNull() && image.width() <= kMostSide && image.height() <= kMostSide;
    return isTile ? image : QImage();
}

} // namespace

MapTiles::MapTiles(const Preferences &preferences, const Clock &clock, MapTileOptions options,
                   QObject *parent)
    : TileSource(parent)
    , m_preferences(preferences)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_network(new QNetworkAccessManager(this))
    , m_files(std::make_shared<PictureFiles>(m_options.folder, m_options.diskBytes)) {
    m_pool.setMaxThreadCount(1);
    m_again.setSingleShot(true);
    m_again.setInterval(m_options.pauseAfterFailure);
    connect(&m_again, &QTimer::timeout, this, &MapTiles::forgetFailures);
    m_network->setTransferTimeout(int(m_options.timeLimit.count()));
    connect(&preferences, &Preferences::mapChanged, this, &MapTiles::readPreferences);
    m_pattern = preferences.tilePattern();
    m_isUsable = isPattern(m_pattern);
}

MapTiles::~MapTiles() {
    m_pool.waitForDone();
}

bool MapTiles::isPattern(const QString &pattern) {
    const QUrl url = ui::tileUrl(pattern, {});
    return url.isValid() && !url.host().isEmpty() && url.scheme().startsWith(u"http");
}

void MapTiles::readPreferences() {
    const QString before = std::exchange(m_pattern, m_preferences.tilePattern());
    if (before == m_pattern) {
        emit usabilityChanged(); // the words on the map are others
        return;
    }
    ++m_generation;
    m_waiting.clear();
    m_failed.clear();
    m_old.clear();
    m_again.stop();
    const auto loads = std::exchange(m_loads, {});
    for (const QPointer<QNetworkReply> &reply : loads)
        drop(reply);
    m_isUsable = isPattern(m_pattern);
    emit usabilityChanged();
}

void MapTiles::serve(ui::MapView &map) {
    const auto apply = [this, &map] { map.setTileSource(m_isUsable ? this : nullptr); };
    connect(this, &MapTiles::usabilityChanged, &map, apply);
    apply();
}

QString MapTiles::attribution() const {
    const QString words = m_preferences.tileAttribution();
    return words.isEmpty() ? ui::tileUrl(m_pattern, {}).host() : words;
}

void MapTiles::drop(QNetworkReply *reply) {
    if (!reply)
        return;
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void MapTiles::request(const TileKey &key) {
    if (!m_isUsable || m_loads.contains(key) || m_failed.contains(key))
        return;
    m_waiting.push_front(key);
    // Later: the map asks while it paints.
    QMetaObject::invokeMethod(this, &MapTiles::pump, Qt::QueuedConnection);
}

void MapTiles::cancel(const TileKey &key) {
    std::erase(m_waiting, key);
    const auto load = m_loads.find(key);
    if (load == m_loads.end() || !*load)
        return;
    drop(*load);
    m_loads.erase(load);
    m_old.remove(key);
    pump();
}

void MapTiles::pump() {
    while (!m_waiting.empty() && m_loads.size() < m_options.mostLoads) {
        const TileKey key = m_waiting.front();
        m_waiting.pop_front();
        if (m_loads.contains(key))
            continue;
        m_loads.insert(key, nullptr);
        lookOnDisk(key);
    }
}

void MapTiles::lookOnDisk(const TileKey &key) {
    m_pool.start([this, key, files = m_files, name = ui::tileUrl(m_pattern, key).toString(),
                  now = m_clock.now(), freshFor = m_options.freshFor, generation = m_generation] {
        Found found;
        if (const auto kept = files->read(name, now)) {
            found.image = imageOf(kept->bytes);
            found.isOld = now - kept->storedAt > freshFor;
        }
        // The pool ends before this object does.
        QMetaObject::invokeMethod(
            this,
            [this, key, found, generation] {
                if (generation != m_generation)
                    return;
                if (!found.image.isNull() && !found.isOld) {
                    finish(key, found.image);
                    return;
                }
                if (!found.image.isNull())
                    m_old.insert(key, found.image);
                load(key);
            },
            Qt::QueuedConnection);
    });
}

void MapTiles::load(const TileKey &key) {
    QNetworkRequest request(ui::tileUrl(m_pattern, key));
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      QStringLiteral("Soban/" SOBAN_VERSION " (desktop)"));
    QNetworkReply *reply = m_network->get(request);
    reply->setReadBufferSize(kMostBytes);
    m_loads.insert(key, reply);
    connect(reply, &QNetworkReply::finished, this, [this, key, reply, generation = m_generation] {
        reply->deleteLater();
        if (generation == m_generation)
            loaded(key, reply);
    });
}

void MapTiles::loaded(const TileKey &key, QNetworkReply *reply) {
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply->error() != QNetworkReply::NoError || status != 200) {
        giveUp(key);
        return;
    }
    m_pool.start([this, key, files = m_files, bytes = reply->readAll(),
                  name = ui::tileUrl(m_pattern, key).toString(), now = m_clock.now(),
                  generation = m_generation] {
        const QImage image = imageOf(bytes);
        if (!image.isNull())
            files->write(name, bytes, now);
        QMetaObject::invokeMethod(
            this,
            [this, key, image, generation] {
                if (generation != m_generation)
                    return;
                if (image.isNull())
                    giveUp(key);
                else
                    finish(key, image);
            },
            Qt::QueuedConnection);
    });
}

void MapTiles::finish(const TileKey &key, const QImage &image) {
    m_loads.remove(key);
    m_old.remove(key);
    emit arrived(key, image);
    pump();
}

void MapTiles::giveUp(const TileKey &key) {
    const QImage old = m_old.take(key);
    m_loads.remove(key);
    if (old.isNull()) {
        m_failed.insert(key);
        if (!m_again.isActive())
            m_again.start();
        emit failed(key);
    } else {
        emit arrived(key, old);
    }
    pump();
}

void MapTiles::forgetFailures() {
    const QSet<TileKey> keys = std::exchange(m_failed, {});
    for (const TileKey &key : keys)
        emit failed(key); // to be asked for anew when it is painted next
}

} // namespace soban::desk
