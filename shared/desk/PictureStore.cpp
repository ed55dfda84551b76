// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/PictureStore.h"

#include "client/Calls.h"
#include "desk/PictureFiles.h"
#include "desk/PictureReader.h"

#include <QTimer>

namespace soban::desk {

namespace {

constexpr int kThreads = 2;
/// Beyond that, what was asked for first has long been scrolled away.
constexpr std::size_t kLongestQueue = 200;
constexpr std::chrono::minutes kAbsentFor{10};

} // namespace

PictureStore::PictureStore(client::ApiClient &api, const Clock &clock, PictureOptions options,
                           QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_random(client::randomOf(m_options.seed))
    , m_files(std::make_shared<PictureFiles>(m_options.folder, m_options.diskBytes))
    , m_memory(m_options.memoryKb) {
    m_pool.setMaxThreadCount(kThreads);
}

PictureStore::~PictureStore() {
    m_pool.clear();
    m_pool.waitForDone();
}

template <typename Work, typename Then>
void PictureStore::elsewhere(Work work, Then then) {
    m_pool.start([this, work, then] {
        // This object waits for the pool before it dies, so it is alive here.
        QMetaObject::invokeMethod(
            this, [then, result = work()] { then(result); }, Qt::QueuedConnection);
    });
}

QPixmap PictureStore::picture(const QString &name, QSize logicalSize, qreal devicePixelRatio) {
    if (name.isEmpty() || logicalSize.isEmpty())
        return {};
    const Shape shape{name, logicalSize, devicePixelRatio};
    if (const QPixmap *ready = m_memory.object(shape)) {
        m_latest.insert(name, shape);
        return *ready;
    }
    const auto absent = m_absent.constFind(name);
    if (absent != m_absent.constEnd() && !absent->hasExpired())
        return {};
    const bool isNew = !m_quests.contains(name);
    m_quests[name].wanted.insert(shape);
    if (isNew)
        begin(name);
    return standIn(name);
}

QPixmap PictureStore::standIn(const QString &name) const {
    const auto latest = m_latest.constFind(name);
    const QPixmap *other = latest == m_latest.constEnd() ? nullptr : m_memory.object(*latest);
    return other ? *other : QPixmap();
}

PictureStore::Rendered PictureStore::render(const QByteArray &bytes, const QSet<Shape> &shapes) {
    Rendered rendered;
    for (const Shape &shape : shapes) {
        QImage image = readPicture(bytes, shape.pixels());
        if (image.isNull())
            return {};
        image.setDevicePixelRatio(shape.ratio);
        rendered.images.append({shape, image});
    }
    return rendered;
}

void PictureStore::begin(const QString &name) {
    const auto work = [files = m_files, name, shapes = m_quests[name].wanted, now = m_clock.now(),
                       freshFor = m_options.freshFor] {
        const auto found = files->read(name, now);
        if (!found)
            return Rendered();
        Rendered rendered = render(found->bytes, shapes);
        rendered.isOld = now - found->storedAt > freshFor;
        return rendered;
    };
    elsewhere(work, [this, name](const Rendered &rendered) {
        m_quests[name].hasOld = rendered.isOld && !rendered.images.isEmpty();
        if (!rendered.images.isEmpty())
            show(name, rendered);
        else
            queue(name);
    });
}

void PictureStore::queue(const QString &name) {
    m_toLoad.push_front(name);
    if (m_toLoad.size() > kLongestQueue) {
        // Asked for again as soon as it is painted again.
        m_quests.remove(m_toLoad.back());
        m_toLoad.pop_back();
    }
    pump();
}

void PictureStore::pump() {
    while (m_loads < m_options.mostLoads && !m_toLoad.empty()) {
        const QString name = m_toLoad.front();
        m_toLoad.pop_front();
        load(name);
    }
}

void PictureStore::load(const QString &name) {
    ++m_loads;
    m_api.send(client::calls::picture(name), this,
               client::Callback<client::Download>([this, name](const auto &answer) {
                   --m_loads;
                   if (answer)
                       take(name, answer->bytes);
                   else
                       fail(name, answer.error().kind == client::ApiError::Kind::Refused &&
                                      !answer.error().isPassing());
                   pump();
               }));
}

void PictureStore::take(const QString &name, const QByteArray &bytes) {
    const auto work = [files = m_files, name, bytes, shapes = m_quests[name].wanted,
                       now = m_clock.now()] {
        const Rendered rendered = render(bytes, shapes);
        if (!rendered.images.isEmpty())
            files->write(name, bytes, now);
        return rendered;
    };
    elsewhere(work, [this, name](const Rendered &rendered) {
        m_quests[name].hasOld = false;
        if (rendered.images.isEmpty())
            fail(name, false);
        else
            show(name, rendered);
    });
}

void PictureStore::fail(const QString &name, bool isForGood) {
    Quest &quest = m_quests[name];
    if (quest.hasOld || isForGood) {
        if (!quest.hasOld)
            m_absent.insert(name, QDeadlineTimer(kAbsentFor));
        m_quests.remove(name);
        return;
    }
    const auto delay = m_options.retry.delay(quest.failures++, m_random);
    QTimer::singleShot(delay, this, [this, name] { queue(name); });
}

void PictureStore::show(const QString &name, const Rendered &rendered) {
    Quest &quest = m_quests[name];
    for (const auto &[shape, image] : rendered.images) {
        const auto kilobytes = int(image.sizeInBytes() / 1024) + 1;
        m_memory.insert(shape, new QPixmap(QPixmap::fromImage(image)), kilobytes);
        m_latest.insert(name, shape);
        if (!rendered.isOld)
            quest.wanted.remove(shape);
    }
    if (rendered.isOld)
        queue(name);
    else if (quest.wanted.isEmpty())
        m_quests.remove(name);
    else
        begin(name); // sizes that were asked for meanwhile
    emit pictureReady(name);
}

} // namespace soban::desk
