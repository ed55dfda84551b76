// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "ui/TileSource.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <deque>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace soban::ui {
class MapView;
}

namespace soban::desk {

class PictureFiles;
class Preferences;

struct MapTileOptions {
    QString folder;
    qint64 diskBytes = 64 << 20;
    /// So long a tile is taken from disk without asking its server again.
    std::chrono::milliseconds freshFor = std::chrono::hours(24 * 7);
    /// A tile that could not be had is not asked for again before this has passed.
    std::chrono::milliseconds pauseAfterFailure{30'000};
    std::chrono::milliseconds timeLimit{15'000};
    int mostLoads = 4; ///< at a time
};

/// Tiles of the map from the address in the preferences, kept on disk. Without an address, or while
/// its server says no, the map is drawn without them.
class MapTiles : public ui::TileSource {
    Q_OBJECT

public:
    /// `preferences` and `clock` outlive it.
    MapTiles(const Preferences &preferences, const Clock &clock, MapTileOptions options,
             QObject *parent = nullptr);
    ~MapTiles() override;

    /// Whether there is an address to ask.
    bool isUsable() const { return m_isUsable; }

    /// From now on below `map`, whenever there is an address.
    void serve(ui::MapView &map);

    void request(const ui::TileKey &key) override;
    void cancel(const ui::TileKey &key) override;
    QString attribution() const override;

    /// Whether `pattern` is an address of tiles: http(s), with {z}, {x} and {y}.
    static bool isPattern(const QString &pattern);

signals:
    /// There is an address now, there is none any more, or it is another one.
    void usabilityChanged();

private:
    struct Found {
        QImage image;
        bool isOld = false;
    };

    void readPreferences();
    void pump();
    void lookOnDisk(const ui::TileKey &key);
    void load(const ui::TileKey &key);
    void loaded(const ui::TileKey &key, QNetworkReply *reply);
    void finish(const ui::TileKey &key, const QImage &image);
    void giveUp(const ui::TileKey &key);
    void drop(QNetworkReply *reply);
    void forgetFailures();

    const Preferences &m_preferences;
    const Clock &m_clock;
    const MapTileOptions m_options;
    QString m_pattern;
    bool m_isUsable = false;
    int m_generation = 0; ///< of the address: answers of an earlier one are dropped
    QNetworkAccessManager *m_network;
    std::shared_ptr<PictureFiles> m_files;
    QThreadPool m_pool;
    std::deque<ui::TileKey> m_waiting; ///< the last asked for first: it is on screen
    QHash<ui::TileKey, QPointer<QNetworkReply>> m_loads; ///< null while the disk is asked
    QSet<ui::TileKey> m_failed;
    QTimer m_again;                   ///< until the failed ones may be asked for again
    QHash<ui::TileKey, QImage> m_old; ///< stands in if the server says nothing new
};

} // namespace soban::desk
