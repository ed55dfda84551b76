// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Sounds.h"

#include "desk/Tones.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <cmath>
#include <memory>

using namespace soban;
using namespace soban::desk;

namespace {

class FakeOutput : public SoundOutput {
public:
    explicit FakeOutput(QStringList &log) : m_log(log) {}
    void start(SoundKind kind, double volume, bool repeats) override {
        m_log.append(QStringLiteral("%1 %2%3")
                         .arg(toText(kind))
                         .arg(qRound(volume * 100))
                         .arg(repeats ? QStringLiteral(" on and on") : QString()));
    }
    void stop(SoundKind kind) override { m_log.append(QStringLiteral("stop ") + toText(kind)); }

private:
    QStringList &m_log;
};

} // namespace

class TstSounds : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_preferences =
            std::make_unique<Preferences>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_log.clear();
        m_sounds = std::make_unique<Sounds>(std::make_unique<FakeOutput>(m_log), *m_preferences);
    }

    void cleanup() {
        // In this order: preferences write their last change to the folder.
        m_sounds.reset();
        m_preferences.reset();
        m_folder.reset();
    }

    void playsUnlessMuted() {
        m_sounds->play(SoundKind::Message);
        m_preferences->setMuted(SoundKind::Message, true);
        m_sounds->play(SoundKind::Message);
        m_sounds->play(SoundKind::Step);
        m_sounds->demonstrate(SoundKind::Message);
        QCOMPARE(m_log, (QStringList{QStringLiteral("message 80"), QStringLiteral("step 80"),
                                     QStringLiteral("message 80")}));
    }

    void ringsUntilStopped() {
        m_sounds->startRinging();
        m_sounds->startRinging();
        m_sounds->play(SoundKind::NewOrder); // does not cut the ringing off
        m_sounds->stopRinging();
        m_sounds->stopRinging();
        QCOMPARE(m_log, (QStringList{QStringLiteral("new_order 80 on and on"),
                                     QStringLiteral("stop new_order")}));
    }

    void mutingSilencesAndUnmutingRingsAgain() {
        m_sounds->startRinging();
        m_preferences->setMuted(SoundKind::NewOrder, true);
        m_preferences->setMuted(SoundKind::NewOrder, false);
        m_preferences->setVolumePercent(30);
        QCOMPARE(m_log, (QStringList{QStringLiteral("new_order 80 on and on"),
                                     QStringLiteral("stop new_order"),
                                     QStringLiteral("new_order 80 on and on"),
                                     QStringLiteral("new_order 30 on and on")}));
    }

    void anOpenShopCannotMuteItsNewOrders() {
        m_preferences->setMuted(SoundKind::NewOrder, true);
        m_preferences->setVolumePercent(0);
        m_sounds->setOrdersMustRing(true);
        m_sounds->startRinging();
        m_sounds->play(SoundKind::Message); // other sounds stay as they are set
        m_sounds->setOrdersMustRing(false);
        QCOMPARE(m_log, (QStringList{QStringLiteral("new_order 50 on and on"),
                                     QStringLiteral("stop new_order")}));
        QVERIFY(m_sounds->isRinging());
    }

    void soundsAreSoftAndClean_data() {
        QTest::addColumn<SoundKind>("kind");
        for (const SoundKind kind : allOf<SoundKind>())
            QTest::newRow(toText(kind).data()) << kind;
    }
    void soundsAreSoftAndClean() {
        QFETCH(SoundKind, kind);
        const auto samples = samplesOf(kind);
        QVERIFY(samples.size() > std::size_t(kSampleRate / 2));
        float loudest = 0, sum = 0, leap = 0, last = 0;
        for (const float sample : samples) {
            loudest = std::max(loudest, std::abs(sample));
            leap = std::max(leap, std::abs(sample - last));
            sum += sample;
            last = sample;
        }
        QVERIFY(loudest > 0.3f && loudest <= 0.81f); // heard, and never clipped
        QVERIFY(std::abs(samples.front()) < 0.001f); // no click at its start,
        QVERIFY(std::abs(samples.back()) < 0.001f);  // its end, or where it repeats
        QVERIFY2(leap < 0.35f, qPrintable(QString::number(double(leap)))); // nor within
        QVERIFY(std::abs(sum / float(samples.size())) < 0.001f);
    }

    void filesAreWhole() {
        const QByteArray wav = wavOf(SoundKind::Step);
        QVERIFY(wav.startsWith("RIFF"));
        const auto number = [&](int at) {
            return qFromLittleEndian<quint32>(wav.constData() + at);
        };
        QCOMPARE(qsizetype(number(4)), wav.size() - 8);
        QCOMPARE(qsizetype(number(40)), wav.size() - 44);
        QCOMPARE(int(number(24)), kSampleRate);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    QStringList m_log;
    std::unique_ptr<Sounds> m_sounds;
};

QTEST_GUILESS_MAIN(TstSounds)
#include "TstSounds.moc"
