// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiClient.h"
#include "client/Backoff.h"
#include "clock/Clock.h"

#include <QCache>
#include <QDeadlineTimer>
#include <QPixmap>
#include <QSet>
#include <QThreadPool>

#include <deque>
#include <memory>

namespace soban::desk {

class PictureFiles;

struct PictureOptions {
    QString folder;
    qint64 diskBytes = 64 << 20;
    int memoryKb = 48 << 10;
    /// So long a picture is taken from disk without asking the server again.
    std::chrono::milliseconds freshFor = std::chrono::hours(24 * 7);
    client::Backoff retry{std::chrono::milliseconds(2'000), std::chrono::milliseconds(120'000)};
    int mostLoads = 4; ///< at a time, so that pictures do not stand in the way of commands
    quint32 seed = 1;
};

/// The catalogue's pictures, for those who paint: what is there is given at once, and the rest is
/// fetched, from disk or by the API, decoded and scaled elsewhere.
class PictureStore : public QObject {
    Q_OBJECT

public:
    PictureStore(client::ApiClient &api, const Clock &clock, PictureOptions options,
                 QObject *parent = nullptr);
    ~PictureStore() override;

    /// The picture, filling `logicalSize`; null until `pictureReady`, and if there is none. Until
    /// it is ready in this size, one in another size stands in for it.
    QPixmap picture(const QString &name, QSize logicalSize, qreal devicePixelRatio);

signals:
    void pictureReady(const QString &name);

private:
    /// One size of one picture.
    struct Shape {
        QString name;
        QSize logicalSize;
        qreal ratio;

        QSize pixels() const { return (QSizeF(logicalSize) * ratio).toSize(); }
        bool operator==(const Shape &) const = default;
        friend size_t qHash(const Shape &shape, size_t seed = 0) {
            return qHashMulti(seed, shape.name, shape.logicalSize.width(),
                              shape.logicalSize.height(), shape.ratio);
        }
    };
    /// A picture that is being got.
    struct Quest {
        QSet<Shape> wanted;
        int failures = 0;
        bool hasOld = false; ///< shown from disk meanwhile, as it was
    };
    struct Rendered {
        QList<std::pair<Shape, QImage>> images; ///< none if there is nothing readable
        bool isOld = false;
    };

    static Rendered render(const QByteArray &bytes, const QSet<Shape> &shapes);
    void begin(const QString &name);
    void queue(const QString &name);
    void pump();
    void load(const QString &name);
    void take(const QString &name, const QByteArray &bytes);
    void fail(const QString &name, bool isForGood);
    void show(const QString &name, const Rendered &rendered);
    QPixmap standIn(const QString &name) const;
    /// Runs `work` in the pool, and `then` with its result in this thread.
    template <typename Work, typename Then>
    void elsewhere(Work work, Then then);

    client::ApiClient &m_api;
    const Clock &m_clock;
    PictureOptions m_options;
    client::Random m_random;
    std::shared_ptr<PictureFiles> m_files;
    QCache<Shape, QPixmap> m_memory;
    QHash<QString, Shape> m_latest; ///< the size in which a picture was shown last
    QHash<QString, Quest> m_quests;
    QHash<QString, QDeadlineTimer> m_absent; ///< the server knows no such picture
    std::deque<QString> m_toLoad;            ///< the last asked for first: it is on screen
    int m_loads = 0;
    QThreadPool m_pool;
};

} // namespace soban::desk
