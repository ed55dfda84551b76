// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Preferences.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace soban;
using namespace soban::desk;

class TstPreferences : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("deep/below/settings.ini"));
    }

    void everythingSurvivesARestart() {
        const QByteArray geometry("\x01\xd9\xd0\xcb\x00\x00\xff,;=\n", 11);
        {
            Preferences set(m_path);
            set.setLanguage(Language::English);
            set.setScheme(ui::Look::Choice::Dark);
            set.setTextScale(1.25);
            set.setMotionReduced(true);
            set.setMuted(SoundKind::Offer, true);
            set.setVolumePercent(35);
            set.setWindowGeometry(QStringLiteral("main"), geometry);
            set.setLastLogin(QStringLiteral("010-2048-7731"));
            set.setStaysSignedIn(false);
        }
        const Preferences again(m_path);
        QCOMPARE(again.language(), Language::English);
        QCOMPARE(again.scheme(), ui::Look::Choice::Dark);
        QCOMPARE(again.textScale(), 1.25);
        QVERIFY(again.isMotionReduced());
        QVERIFY(again.isMuted(SoundKind::Offer));
        QVERIFY(!again.isMuted(SoundKind::Message));
        QCOMPARE(again.volumePercent(), 35);
        QCOMPARE(again.windowGeometry(QStringLiteral("main")), geometry);
        QVERIFY(again.windowGeometry(QStringLiteral("other")).isEmpty());
        QCOMPARE(again.lastLogin(), QStringLiteral("010-2048-7731"));
        QVERIFY(!again.staysSignedIn());
    }

    void damagedValuesCountAsNotSet() {
        {
            QSettings file(m_path, QSettings::IniFormat);
            file.setValue(QStringLiteral("look/language"), QStringLiteral("tlh"));
            file.setValue(QStringLiteral("look/scheme"), QStringLiteral("sepia"));
            file.setValue(QStringLiteral("look/textScale"), QStringLiteral("nan"));
            file.setValue(QStringLiteral("look/reducedMotion"), QStringLiteral("perhaps"));
            file.setValue(QStringLiteral("sounds/volume"), 900);
            file.setValue(QStringLiteral("sounds/muted/new_order"), QStringLiteral("yes please"));
        }
        const Preferences read(m_path);
        QCOMPARE(read.scheme(), ui::Look::Choice::System);
        QCOMPARE(read.textScale(), 1.0);
        QVERIFY(!read.isMotionReduced());
        QCOMPARE(read.volumePercent(), 80);
        QVERIFY(!read.isMuted(SoundKind::NewOrder));
    }

    void keepsSizesWithinTheirBounds() {
        Preferences set(m_path);
        set.setTextScale(7);
        QCOMPARE(set.textScale(), 2.0);
        set.setVolumePercent(-3);
        QCOMPARE(set.volumePercent(), 0);
    }

    void tellsOfChanges() {
        Preferences set(m_path);
        QSignalSpy look(&set, &Preferences::lookChanged);
        QSignalSpy sounds(&set, &Preferences::soundsChanged);
        set.setScheme(ui::Look::Choice::Light);
        set.setLanguage(Language::Korean);
        QCOMPARE(look.count(), 2);
        set.setMuted(SoundKind::Step, true);
        QCOMPARE(sounds.count(), 1);
        set.setLastLogin(QStringLiteral("me"));
        QCOMPARE(look.count() + sounds.count(), 3);
    }

    void writesByItselfWithoutBeingClosed() {
        Preferences set(m_path);
        set.setLastLogin(QStringLiteral("me"));
        QVERIFY(!QFile::exists(m_path)); // not on this thread, and not for each key
        QTRY_VERIFY(QFile::exists(m_path));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TstPreferences)
#include "TstPreferences.moc"
