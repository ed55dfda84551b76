// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/SoundOutput.h"

#include "desk/Tones.h"

#include <QAudio>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QSoundEffect>
#include <QThread>
#include <QUrl>

#include <map>

namespace soban::desk {

namespace {

/// What was given to the loudspeakers; silent unless asked for.
Q_LOGGING_CATEGORY(soundLog, "soban.desk.sounds", QtWarningMsg)

constexpr std::chrono::milliseconds kPatienceWithSound{1'000};

/// The kind's file, made if it is not there; another version's has another length or content.
QString fileOf(SoundKind kind, const QString &folder) {
    const QString path = folder + u'/' + toText(kind) + QStringLiteral(".wav");
    const QByteArray wav = wavOf(kind);
    QFile present(path);
    if (present.open(QIODevice::ReadOnly) && present.readAll() == wav)
        return path;
    QDir().mkpath(folder);
    QSaveFile fresh(path);
    if (fresh.open(QIODevice::WriteOnly)) {
        fresh.write(wav);
        fresh.commit();
    }
    return path;
}

} // namespace

/// Lives in the thread, from its first sound on: until then no sound server is asked.
class Loudspeaker::Effects : public QObject {
public:
    explicit Effects(QString folder) : m_folder(std::move(folder)) {}

    void start(SoundKind kind, double volume, bool repeats) {
        QSoundEffect &effect = of(kind);
        effect.setVolume(float(QAudio::convertVolume(float(volume), QAudio::LogarithmicVolumeScale,
                                                     QAudio::LinearVolumeScale)));
        effect.setLoopCount(repeats ? int(QSoundEffect::Infinite) : 1);
        effect.play();
        qCInfo(soundLog, "%s %s", repeats ? "rings" : "plays",
               qUtf8Printable(QString(toText(kind))));
    }

    void stop(SoundKind kind) {
        const auto effect = m_effects.find(kind);
        if (effect == m_effects.end())
            return;
        effect->second->stop();
        qCInfo(soundLog, "stops %s", qUtf8Printable(QString(toText(kind))));
    }

    void silence() { m_effects.clear(); }

private:
    QSoundEffect &of(SoundKind kind) {
        auto &effect = m_effects[kind];
        if (!effect) {
            effect = std::make_unique<QSoundEffect>();
            effect->setSource(QUrl::fromLocalFile(fileOf(kind, m_folder)));
        }
        return *effect;
    }

    QString m_folder;
    std::map<SoundKind, std::unique_ptr<QSoundEffect>> m_effects;
};

class Loudspeaker::Thread : public QThread {
public:
    explicit Thread(const QString &folder) : effects(folder) {
        setObjectName(QStringLiteral("soban-sounds"));
        effects.moveToThread(this);
        QThread::start();
    }

    template <typename Do>
    void post(Do what) {
        QMetaObject::invokeMethod(&effects, what, Qt::QueuedConnection);
    }

    bool finish() {
        post([this] {
            effects.silence();
            quit();
        });
        return wait(QDeadlineTimer(kPatienceWithSound));
    }

    Effects effects;
};

Loudspeaker::Loudspeaker(const QString &folder) : m_thread(std::make_unique<Thread>(folder)) {}

Loudspeaker::~Loudspeaker() {
    // A sound server that hangs must not keep the app from ending.
    if (!m_thread->finish())
        (void)m_thread.release();
}

void Loudspeaker::start(SoundKind kind, double volume, bool repeats) {
    m_thread->post([effects = &m_thread->effects, kind, volume, repeats] {
        effects->start(kind, volume, repeats);
    });
}

void Loudspeaker::stop(SoundKind kind) {
    m_thread->post([effects = &m_thread->effects, kind] { effects->stop(kind); });
}

} // namespace soban::desk
